/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-shown.h"

#include <string.h>

#include "tallyfy/tallyfy.h"

struct _DocketShown
{
  char *title;
  gint64 deadline; /* unix seconds, G_MININT64 = none */
  gboolean archived;
  gboolean completed;
  gboolean one_off;
  guint n_comments;
  char *rest; /* all else in a form of its own; NULL = not shown */
};

G_DEFINE_BOXED_TYPE (DocketShown, docket_shown, docket_shown_copy, docket_shown_free)

static gint64
to_seconds (GDateTime *time)
{
  return time != NULL ? g_date_time_to_unix (time) : G_MININT64;
}

/* Each text with its length before it, so that no two tasks are written down alike. */
static void
append (GString *to, const char *text)
{
  if (text == NULL)
    g_string_append_c (to, '-');
  else
    g_string_append_printf (to, "%" G_GSIZE_FORMAT ":%s", strlen (text), text);
}

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return g_strcmp0 (tallyfy_assignee_get_id (*(TallyfyAssignee *const *)one),
                    tallyfy_assignee_get_id (*(TallyfyAssignee *const *)other));
}

/* Their order means nothing. */
static void
append_assignees (GString *to, TallyfyTask *task)
{
  g_autoptr (GPtrArray) sorted
      = g_ptr_array_copy (tallyfy_task_get_assignees (task), (GCopyFunc)g_object_ref, NULL);

  g_ptr_array_set_free_func (sorted, g_object_unref);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    append (to, tallyfy_assignee_get_id (sorted->pdata[i]));
}

static void
append_fields (GString *to, GPtrArray *fields)
{
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      append (to, tallyfy_form_field_get_id (fields->pdata[i]));
      append (to, tallyfy_form_field_get_label (fields->pdata[i]));
      append (to, tallyfy_form_field_get_answer (fields->pdata[i]));
    }
}

static void
append_comments (GString *to, GPtrArray *comments)
{
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      append (to, tallyfy_comment_get_id (comments->pdata[i]));
      append (to, tallyfy_comment_get_content (comments->pdata[i]));
    }
}

static char *
write_rest (TallyfyTask *task)
{
  GString *rest = g_string_new (NULL);
  const char *const *tags = tallyfy_task_get_tags (task);

  append (rest, tallyfy_task_get_summary (task));
  g_string_append_c (rest, '\n');
  append_assignees (rest, task);
  g_string_append_c (rest, '\n');
  for (guint i = 0; tags[i] != NULL; i++)
    append (rest, tags[i]);
  g_string_append_c (rest, '\n');
  append_fields (rest, tallyfy_task_get_form_fields (task));
  g_string_append_c (rest, '\n');
  append_comments (rest, tallyfy_task_get_comments (task));
  return g_string_free (rest, FALSE);
}

DocketShown *
docket_shown_new_for_task (TallyfyTask *task)
{
  DocketShown *self = g_new0 (DocketShown, 1);

  self->title = g_strdup (tallyfy_task_get_title (task));
  self->deadline = to_seconds (tallyfy_task_get_deadline (task));
  self->archived = tallyfy_task_is_archived (task);
  self->completed = tallyfy_task_is_completed (task);
  self->one_off = tallyfy_task_is_one_off (task);
  self->n_comments = tallyfy_task_get_n_comments (task);
  self->rest = write_rest (task);
  return self;
}

DocketShown *
docket_shown_new_for_row (DocketTask *row)
{
  DocketShown *self = g_new0 (DocketShown, 1);

  self->title = g_strdup (docket_task_get_title (row));
  self->deadline = to_seconds (docket_task_get_deadline (row));
  self->archived = docket_task_get_archived (row);
  self->completed = docket_task_get_completed (row);
  self->one_off = docket_task_get_one_off (row);
  self->n_comments = docket_task_get_n_comments (row);
  return self;
}

DocketShown *
docket_shown_copy (const DocketShown *self)
{
  DocketShown *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->rest = g_strdup (self->rest);
  return copy;
}

void
docket_shown_free (DocketShown *self)
{
  g_free (self->title);
  g_free (self->rest);
  g_free (self);
}

gboolean
docket_shown_is_same (const DocketShown *self, TallyfyTask *now)
{
  g_autoptr (DocketShown) other = docket_shown_new_for_task (now);

  return g_str_equal (self->title, other->title) && self->deadline == other->deadline
         && self->archived == other->archived && self->completed == other->completed
         && self->one_off == other->one_off && self->n_comments == other->n_comments
         && (self->rest == NULL || g_str_equal (self->rest, other->rest));
}
