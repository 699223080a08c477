/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-shown-private.h"

#include <string.h>

#include "tallyfy/tallyfy.h"
#include "workspace/docket-text.h"

struct _DocketShown
{
  char *title;
  gint64 deadline; /* unix seconds, G_MININT64 = none */
  gboolean archived;
  gboolean completed;
  gboolean one_off;
  gint64 n_comments; /* -1 = not said */
  gint64 updated;    /* unix seconds, G_MININT64 = not said */
  gboolean top_secret;
  GStrv assignees; /* IDs in their order */
  char *rest;      /* all else in a form of its own; NULL = not known */
};

G_DEFINE_BOXED_TYPE (DocketShown, docket_shown, docket_shown_copy, docket_shown_free)

static int
compare_texts (const void *one, const void *other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

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

/* Their order means nothing. (transfer full) */
static GStrv
sort_assignees (GStrvBuilder *builder)
{
  GStrv assignees = g_strv_builder_end (builder);

  qsort (assignees, g_strv_length (assignees), sizeof *assignees, compare_texts);
  return assignees;
}

/* (transfer full) */
static GStrv
list_assignees (TallyfyTask *task)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *assignees = tallyfy_task_get_assignees (task);

  for (guint i = 0; i < assignees->len; i++)
    {
      g_autofree char *id = docket_text_clean (tallyfy_assignee_get_id (assignees->pdata[i]));

      g_strv_builder_add (builder, id);
    }
  return sort_assignees (builder);
}

/* From the lines of the cache: kind, ID and name. (transfer full) */
static GStrv
read_assignees (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);

      if (g_strv_length (parts) == 3)
        g_strv_builder_add (builder, parts[1]);
    }
  return sort_assignees (builder);
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
  self->n_comments
      = tallyfy_task_has_comment_count (task) ? (gint64)tallyfy_task_get_n_comments (task) : -1;
  self->updated = to_seconds (tallyfy_task_get_last_updated (task));
  self->top_secret = tallyfy_task_is_top_secret (task);
  self->assignees = list_assignees (task);
  self->rest = write_rest (task);
  return self;
}

/* A list may leave them out. (transfer full) */
static GStrv
find_assignees (const DocketKnown *known)
{
  g_auto (GStrv) assignees = read_assignees (known->assignees);

  if (*assignees == NULL && known->whole != NULL)
    return list_assignees (known->whole);
  return g_steal_pointer (&assignees);
}

/** docket_shown_new_for_known: what the cache knows is what was shown. */
DocketShown *
docket_shown_new_for_known (const DocketKnown *known)
{
  const DocketTaskData *row = known->row;
  DocketShown *self = g_new0 (DocketShown, 1);

  self->title = g_strdup (row->title);
  self->deadline = to_seconds (row->deadline);
  self->archived = row->archived;
  self->completed = row->completed;
  self->one_off = row->one_off;
  self->n_comments = known->counted ? (gint64)row->n_comments : -1;
  self->updated = known->updated;
  self->top_secret = known->top_secret;
  self->assignees = find_assignees (known);
  self->rest = known->whole != NULL ? write_rest (known->whole) : NULL;
  return self;
}

DocketShown *
docket_shown_copy (const DocketShown *self)
{
  DocketShown *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->assignees = g_strdupv (self->assignees);
  copy->rest = g_strdup (self->rest);
  return copy;
}

void
docket_shown_free (DocketShown *self)
{
  g_free (self->title);
  g_strfreev (self->assignees);
  g_free (self->rest);
  g_free (self);
}

gboolean
docket_shown_is_top_secret (const DocketShown *self)
{
  return self->top_secret;
}

/* What only a list has said. It may leave out whom a task is assigned to, how many comments it has,
 * and when it was changed: that is no change. */
static gboolean
is_same_in_list (const DocketShown *self, const DocketShown *now)
{
  const char *const *before = (const char *const *)self->assignees;

  return (*before == NULL || g_strv_equal (before, (const char *const *)now->assignees))
         && (self->updated == G_MININT64 || now->updated == G_MININT64
             || self->updated == now->updated);
}

/* Where all that can be read is known, that decides: the time of the last change moves for what
 * nobody sees, too. */
static gboolean
is_same_whole (const DocketShown *self, const DocketShown *now)
{
  return g_strv_equal ((const char *const *)self->assignees, (const char *const *)now->assignees)
         && g_str_equal (self->rest, now->rest);
}

gboolean
docket_shown_is_same (const DocketShown *self, TallyfyTask *now)
{
  g_autoptr (DocketShown) other = docket_shown_new_for_task (now);

  return g_str_equal (self->title, other->title) && self->deadline == other->deadline
         && self->archived == other->archived && self->completed == other->completed
         && self->one_off == other->one_off
         && (self->n_comments < 0 || other->n_comments < 0 || self->n_comments == other->n_comments)
         && (self->rest != NULL ? is_same_whole (self, other) : is_same_in_list (self, other));
}
