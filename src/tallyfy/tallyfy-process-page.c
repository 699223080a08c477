/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-process-page.h"

#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyProcessPage
{
  GObject parent_instance;

  GPtrArray *processes;
  GPtrArray *errors;
  guint page;
  TallyfyPagination pagination;
};

G_DEFINE_FINAL_TYPE (TallyfyProcessPage, tallyfy_process_page, G_TYPE_OBJECT)

static void
tallyfy_process_page_finalize (GObject *object)
{
  TallyfyProcessPage *self = TALLYFY_PROCESS_PAGE (object);

  g_ptr_array_unref (self->processes);
  g_ptr_array_unref (self->errors);
  G_OBJECT_CLASS (tallyfy_process_page_parent_class)->finalize (object);
}

static void
tallyfy_process_page_class_init (TallyfyProcessPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_process_page_finalize;
}

static void
tallyfy_process_page_init (TallyfyProcessPage *self)
{
  self->processes = g_ptr_array_new_with_free_func (g_object_unref);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);
}

TallyfyProcessPage *
tallyfy_process_page_read (JsonNode *root, guint page, GError **error)
{
  g_autoptr (TallyfyProcessPage) self = g_object_new (TALLYFY_TYPE_PROCESS_PAGE, NULL);

  self->page = page;
  if (!tallyfy_envelope_page (root, page, (TallyfyEntryReader)tallyfy_process_read, self->processes,
                              self->errors, &self->pagination, error))
    return NULL;
  return g_steal_pointer (&self);
}

GPtrArray *
tallyfy_process_page_get_processes (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), NULL);
  return self->processes;
}

GPtrArray *
tallyfy_process_page_get_errors (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), NULL);
  return self->errors;
}

guint
tallyfy_process_page_get_page (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), 0);
  return self->page;
}

gint64
tallyfy_process_page_get_total (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), -1);
  return self->pagination.total;
}

gint64
tallyfy_process_page_get_total_pages (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), -1);
  return self->pagination.total_pages;
}

gboolean
tallyfy_process_page_has_next (TallyfyProcessPage *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS_PAGE (self), FALSE);
  return self->pagination.has_next;
}
