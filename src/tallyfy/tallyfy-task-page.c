/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-task-page.h"

#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyTaskPage
{
  GObject parent_instance;

  GPtrArray *tasks;
  GPtrArray *errors;
  guint page;
  TallyfyPagination pagination;
};

G_DEFINE_FINAL_TYPE (TallyfyTaskPage, tallyfy_task_page, G_TYPE_OBJECT)

static void
tallyfy_task_page_finalize (GObject *object)
{
  TallyfyTaskPage *self = TALLYFY_TASK_PAGE (object);

  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->errors);
  G_OBJECT_CLASS (tallyfy_task_page_parent_class)->finalize (object);
}

static void
tallyfy_task_page_class_init (TallyfyTaskPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_task_page_finalize;
}

static void
tallyfy_task_page_init (TallyfyTaskPage *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
}

TallyfyTaskPage *
tallyfy_task_page_read (JsonNode *root, guint page, GError **error)
{
  g_autoptr (TallyfyTaskPage) self = g_object_new (TALLYFY_TYPE_TASK_PAGE, NULL);

  self->page = page;
  if (!tallyfy_envelope_page (root, page, (TallyfyEntryReader)tallyfy_task_read, self->tasks,
                              self->errors, &self->pagination, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
tallyfy_task_page_get_tasks (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), NULL);
  return self->tasks;
}

GPtrArray *
tallyfy_task_page_get_errors (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), NULL);
  return self->errors;
}

guint
tallyfy_task_page_get_page (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), 0);
  return self->page;
}

gint64
tallyfy_task_page_get_total (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), -1);
  return self->pagination.total;
}

gint64
tallyfy_task_page_get_total_pages (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), -1);
  return self->pagination.total_pages;
}

gboolean
tallyfy_task_page_has_next (TallyfyTaskPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK_PAGE (self), FALSE);
  return self->pagination.has_next;
}
