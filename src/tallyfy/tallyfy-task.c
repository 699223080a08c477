/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-task.h"

#include "tallyfy/tallyfy-task-private.h"

G_DEFINE_FINAL_TYPE (TallyfyTask, tallyfy_task, G_TYPE_OBJECT)

static void
tallyfy_task_finalize (GObject *object)
{
  TallyfyTask *self = TALLYFY_TASK (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->status);
  g_free (self->task_type);
  g_free (self->process_id);
  g_free (self->process_name);
  g_free (self->starter_id);
  g_free (self->completer_id);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  g_clear_pointer (&self->last_updated, g_date_time_unref);
  g_clear_pointer (&self->completed_at, g_date_time_unref);
  g_clear_pointer (&self->archived_at, g_date_time_unref);
  g_clear_pointer (&self->assignees, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->form_fields, g_ptr_array_unref);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_clear_pointer (&self->json, g_bytes_unref);
  G_OBJECT_CLASS (tallyfy_task_parent_class)->finalize (object);
}

static void
tallyfy_task_class_init (TallyfyTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_task_finalize;
}

static void
tallyfy_task_init (TallyfyTask *self)
{
  self->assignees = g_ptr_array_new_with_free_func (g_object_unref);
  self->position = -1;
}

const char *
tallyfy_task_get_id (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->id;
}

const char *
tallyfy_task_get_title (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->title;
}

const char *
tallyfy_task_get_summary (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->summary;
}

const char *
tallyfy_task_get_status (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->status;
}

const char *
tallyfy_task_get_task_type (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->task_type;
}

const char *
tallyfy_task_get_process_id (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->process_id;
}

const char *
tallyfy_task_get_process_name (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->process_name;
}

const char *
tallyfy_task_get_starter_id (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->starter_id;
}

const char *
tallyfy_task_get_completer_id (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->completer_id;
}

gboolean
tallyfy_task_is_one_off (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->one_off;
}

gboolean
tallyfy_task_is_completed (TallyfyTask *self)
{
  static const char *const done[] = { "completed", "complete", "auto-skipped", NULL };

  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->completed_at != NULL
         || (self->status != NULL && g_strv_contains (done, self->status));
}

gboolean
tallyfy_task_is_archived (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->archived_at != NULL;
}

gboolean
tallyfy_task_is_problem (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->problem;
}

gboolean
tallyfy_task_needs_everyone (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->needs_everyone;
}

gint64
tallyfy_task_get_position (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), -1);
  return self->position;
}

gboolean
tallyfy_task_is_top_secret (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);
  return self->top_secret;
}

GDateTime *
tallyfy_task_get_deadline (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->deadline;
}

GDateTime *
tallyfy_task_get_created_at (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->created_at;
}

GDateTime *
tallyfy_task_get_last_updated (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->last_updated;
}

GDateTime *
tallyfy_task_get_completed_at (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->completed_at;
}

GDateTime *
tallyfy_task_get_archived_at (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->archived_at;
}

GPtrArray *
tallyfy_task_get_assignees (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->assignees;
}

const char *const *
tallyfy_task_get_tags (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return (const char *const *)self->tags;
}

GPtrArray *
tallyfy_task_get_form_fields (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->form_fields;
}

GPtrArray *
tallyfy_task_get_comments (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->comments;
}

guint
tallyfy_task_get_n_comments (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), 0);
  return self->n_comments;
}

gboolean
tallyfy_task_has_comment_count (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), FALSE);

  return self->comments_counted;
}

GBytes *
tallyfy_task_get_json (TallyfyTask *self)
{
  g_return_val_if_fail (TALLYFY_IS_TASK (self), NULL);
  return self->json;
}
