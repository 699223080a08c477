/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-process.h"

#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyProcess
{
  GObject parent_instance;

  char *id;
  char *name;
  char *summary;
  char *status;
  char *template_name;
  char *owner_id;
  gint64 n_complete;
  gint64 n_tasks;

  GDateTime *created_at;
  GDateTime *last_updated;
  GDateTime *due_date;
  GDateTime *completed_at;
  GDateTime *archived_at;
  GBytes *json;
};

G_DEFINE_FINAL_TYPE (TallyfyProcess, tallyfy_process, G_TYPE_OBJECT)

static gboolean
read_texts (TallyfyProcess *self, JsonObject *object, GError **error)
{
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "name", &self->name, error)
      || !tallyfy_json_read_string (object, "summary", &self->summary, error)
      || !tallyfy_json_read_string (object, "status", &self->status, error)
      || !tallyfy_json_read_string (object, "checklist_title", &self->template_name, error)
      || !tallyfy_json_read_id (object, "started_by", &self->owner_id, error)
      || !tallyfy_json_read_id (object, "owner_id", &self->owner_id, error))
    return FALSE;
  if (self->name == NULL)
    self->name = g_strdup ("");
  return TRUE;
}

static gboolean
read_dates (TallyfyProcess *self, JsonObject *object, GError **error)
{
  return tallyfy_json_read_date (object, "created_at", &self->created_at, error)
         && tallyfy_json_read_date (object, "last_updated", &self->last_updated, error)
         && tallyfy_json_read_date (object, "due_date", &self->due_date, error)
         && tallyfy_json_read_date (object, "completed_at", &self->completed_at, error)
         && tallyfy_json_read_date (object, "deleted_at", &self->archived_at, error)
         && tallyfy_json_read_date (object, "archived_at", &self->archived_at, error);
}

static gboolean
read_progress (TallyfyProcess *self, JsonObject *object, GError **error)
{
  JsonObject *progress = NULL;

  if (!tallyfy_json_read_object (object, "progress", &progress, error))
    return FALSE;
  return progress == NULL
         || (tallyfy_json_read_int (progress, "complete", &self->n_complete, error)
             && tallyfy_json_read_int (progress, "total", &self->n_tasks, error));
}

static void
tallyfy_process_finalize (GObject *object)
{
  TallyfyProcess *self = TALLYFY_PROCESS (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->status);
  g_free (self->template_name);
  g_free (self->owner_id);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  g_clear_pointer (&self->last_updated, g_date_time_unref);
  g_clear_pointer (&self->due_date, g_date_time_unref);
  g_clear_pointer (&self->completed_at, g_date_time_unref);
  g_clear_pointer (&self->archived_at, g_date_time_unref);
  g_clear_pointer (&self->json, g_bytes_unref);
  G_OBJECT_CLASS (tallyfy_process_parent_class)->finalize (object);
}

static void
tallyfy_process_class_init (TallyfyProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_process_finalize;
}

static void
tallyfy_process_init (TallyfyProcess *self)
{
  self->n_complete = -1;
  self->n_tasks = -1;
}

TallyfyProcess *
tallyfy_process_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "process", error);
  g_autoptr (TallyfyProcess) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_PROCESS, NULL);
  if (read_texts (self, object, error) && read_dates (self, object, error)
      && read_progress (self, object, error))
    return g_steal_pointer (&self);
  if (self->id != NULL)
    g_prefix_error (error, "Process “%s”: ", self->id);
  return NULL;
}

TallyfyProcess *
tallyfy_process_read_root (JsonNode *root, GBytes *json, GError **error)
{
  JsonNode *item = tallyfy_envelope_item (root, error);
  TallyfyProcess *self = item ? tallyfy_process_read (item, error) : NULL;

  if (self != NULL)
    self->json = g_bytes_ref (json);
  return self;
}

TallyfyProcess *
tallyfy_process_new_from_json (GBytes *json, GError **error)
{
  g_autoptr (JsonNode) root = tallyfy_json_parse (json, error);

  return root ? tallyfy_process_read_root (root, json, error) : NULL;
}

gboolean
tallyfy_process_is_archived (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), FALSE);
  return self->archived_at != NULL;
}

const char *
tallyfy_process_get_id (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->id;
}

const char *
tallyfy_process_get_name (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->name;
}

const char *
tallyfy_process_get_summary (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->summary;
}

const char *
tallyfy_process_get_status (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->status;
}

const char *
tallyfy_process_get_template_name (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->template_name;
}

const char *
tallyfy_process_get_owner_id (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->owner_id;
}

gint64
tallyfy_process_get_n_complete (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), -1);
  return self->n_complete;
}

gint64
tallyfy_process_get_n_tasks (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), -1);
  return self->n_tasks;
}

GDateTime *
tallyfy_process_get_created_at (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->created_at;
}

GDateTime *
tallyfy_process_get_last_updated (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->last_updated;
}

GDateTime *
tallyfy_process_get_due_date (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->due_date;
}

GDateTime *
tallyfy_process_get_completed_at (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->completed_at;
}

GDateTime *
tallyfy_process_get_archived_at (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->archived_at;
}

GBytes *
tallyfy_process_get_json (TallyfyProcess *self)
{
  g_return_val_if_fail (TALLYFY_IS_PROCESS (self), NULL);
  return self->json;
}
