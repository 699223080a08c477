/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"
#include "tallyfy/tallyfy-task-private.h"

static gboolean
read_texts (TallyfyTask *self, JsonObject *object, GError **error)
{
  /* Older documentation calls the title "name". */
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "name", &self->title, error)
      || !tallyfy_json_read_string (object, "title", &self->title, error)
      || !tallyfy_json_read_string (object, "summary", &self->summary, error)
      || !tallyfy_json_read_string (object, "status", &self->status, error)
      || !tallyfy_json_read_string (object, "task_type", &self->task_type, error)
      || !tallyfy_json_read_id (object, "starter_id", &self->starter_id, error)
      || !tallyfy_json_read_id (object, "completer_id", &self->completer_id, error))
    return FALSE;
  if (self->title == NULL)
    self->title = g_strdup ("");
  return TRUE;
}

static gboolean
read_dates (TallyfyTask *self, JsonObject *object, GError **error)
{
  return tallyfy_json_read_date (object, "deadline", &self->deadline, error)
         && tallyfy_json_read_date (object, "created_at", &self->created_at, error)
         && tallyfy_json_read_date (object, "last_updated", &self->last_updated, error)
         && tallyfy_json_read_date (object, "completed_at", &self->completed_at, error)
         && tallyfy_json_read_date (object, "deleted_at", &self->archived_at, error)
         && tallyfy_json_read_date (object, "archived_at", &self->archived_at, error);
}

static gboolean
read_process (TallyfyTask *self, JsonObject *object, GError **error)
{
  JsonObject *run = NULL;

  if (!tallyfy_json_read_id (object, "run_id", &self->process_id, error)
      || !tallyfy_json_read_int (object, "position", &self->position, error)
      || !tallyfy_json_read_object (object, "run", &run, error))
    return FALSE;
  if (run != NULL && !tallyfy_json_read_string (run, "name", &self->process_name, error))
    return FALSE;
  self->one_off = self->process_id == NULL;
  return tallyfy_json_read_bool (object, "is_oneoff_task", &self->one_off, error);
}

/* Both names occur; either says so. */
static gboolean
read_flags (TallyfyTask *self, JsonObject *object, GError **error)
{
  gboolean problem = FALSE;
  gboolean hasproblem = g_strcmp0 (self->status, "hasproblem") == 0;

  if (!tallyfy_json_read_bool (object, "problem", &problem, error)
      || !tallyfy_json_read_bool (object, "hasproblem", &hasproblem, error)
      || !tallyfy_json_read_bool (object, "top_secret", &self->top_secret, error)
      || !tallyfy_json_read_bool (object, "everyone_must_complete", &self->needs_everyone, error))
    return FALSE;
  self->problem = problem || hasproblem;
  return TRUE;
}

/* A tag is an object with a title; a bare text is taken for one. */
static gboolean
read_tags (TallyfyTask *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  if (!tallyfy_json_read_list (object, "tags", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      g_autofree char *title = tallyfy_json_scalar_text (node);

      if (title == NULL)
        {
          JsonObject *tag = tallyfy_json_expect_object (node, "tag", error);

          if (tag == NULL || !tallyfy_json_read_string (tag, "title", &title, error))
            return FALSE;
        }
      if (title != NULL && *title != '\0')
        g_strv_builder_add (tags, title);
    }
  self->tags = g_strv_builder_end (tags);
  return TRUE;
}

static gboolean
read_form_fields (TallyfyTask *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;

  if (!tallyfy_json_read_list (object, "form_fields", &list, error))
    return FALSE;
  if (list == NULL)
    return TRUE;
  self->form_fields = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      TallyfyFormField *field = tallyfy_form_field_read (json_array_get_element (list, i), error);

      if (field == NULL)
        return FALSE;
      g_ptr_array_add (self->form_fields, field);
    }
  return TRUE;
}

/* Oldest first; those without a date stay where the server put them, before the others. */
static int
compare_comments (gconstpointer a, gconstpointer b)
{
  GDateTime *date_a = tallyfy_comment_get_created_at (*(TallyfyComment *const *)a);
  GDateTime *date_b = tallyfy_comment_get_created_at (*(TallyfyComment *const *)b);

  if (date_a == NULL || date_b == NULL)
    return (date_a != NULL) - (date_b != NULL);
  return g_date_time_compare (date_a, date_b);
}

static gboolean
read_comments (TallyfyTask *self, JsonObject *object, GError **error)
{
  JsonArray *list = NULL;
  gint64 count = -1;

  if (!tallyfy_json_read_int (object, "threads_count", &count, error)
      || !tallyfy_json_read_list (object, "threads", &list, error))
    return FALSE;
  if (list != NULL)
    {
      self->comments = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < json_array_get_length (list); i++)
        {
          TallyfyComment *comment = tallyfy_comment_read (json_array_get_element (list, i), error);

          if (comment == NULL)
            return FALSE;
          g_ptr_array_add (self->comments, comment);
        }
      g_ptr_array_sort (self->comments, compare_comments);
      self->n_comments = self->comments->len;
      self->comments_counted = TRUE;
    }
  if (count >= 0)
    {
      self->n_comments = (guint)MIN (count, G_MAXUINT);
      self->comments_counted = TRUE;
    }
  return TRUE;
}

static gboolean
read_all (TallyfyTask *self, JsonObject *object, GError **error)
{
  if (!read_texts (self, object, error))
    {
      if (self->id == NULL)
        return FALSE;
    }
  else if (read_dates (self, object, error) && read_process (self, object, error)
           && read_flags (self, object, error)
           && tallyfy_assignees_read (object, self->assignees, error)
           && read_tags (self, object, error) && read_form_fields (self, object, error)
           && read_comments (self, object, error))
    return TRUE;
  g_prefix_error (error, "Task “%s”: ", self->id);
  return FALSE;
}

TallyfyTask *
tallyfy_task_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "task", error);
  g_autoptr (TallyfyTask) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_TASK, NULL);
  return read_all (self, object, error) ? g_steal_pointer (&self) : NULL;
}

TallyfyTask *
tallyfy_task_read_root (JsonNode *root, GBytes *json, GError **error)
{
  JsonNode *item = tallyfy_envelope_item (root, error);
  TallyfyTask *self = item ? tallyfy_task_read (item, error) : NULL;

  if (self != NULL)
    self->json = g_bytes_ref (json);
  return self;
}

TallyfyTask *
tallyfy_task_new_from_json (GBytes *json, GError **error)
{
  g_autoptr (JsonNode) root = tallyfy_json_parse (json, error);

  return root ? tallyfy_task_read_root (root, json, error) : NULL;
}
