/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a person does to a task is told before the file knows of it: at 100,000 tasks it takes
 * longer than a frame until the list has been read again. */
#include "workspace/docket-cache-private.h"

static void
tell (DocketCache *self, const char *task_id, int completed)
{
  g_signal_emit_by_name (self, "foreseen", task_id, completed);
}

static guint
count (DocketCache *self, const char *task_id, int change)
{
  const int n = GPOINTER_TO_INT (g_hash_table_lookup (self->foreseen, task_id)) + change;

  if (n > 0)
    g_hash_table_replace (self->foreseen, g_strdup (task_id), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (self->foreseen, task_id);
  return (guint)n;
}

/* "changed" comes after this. Of what was done one after the other the last is what counts. */
static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketCache *self = DOCKET_CACHE (source);
  const char *task_id = g_task_get_task_data (task);
  GError *error = NULL;

  docket_cache_change_finish (self, result, &error);
  if (count (self, task_id, -1) == 0)
    tell (self, task_id, DOCKET_CACHE_AS_IT_IS);
  if (error == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  docket_cache_note_time (self);
  g_task_return_error (task, error);
}

void
docket_cache_set_completed_async (DocketCache *self,
                                  const char *task_id,
                                  gboolean completed,
                                  gint64 completed_at,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (docket_cache_begin (self), self->user_id);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_cache_set_completed_async);
  g_task_set_task_data (task, g_strdup (task_id), g_free);
  write->task_id = g_strdup (task_id);
  write->completed = completed;
  write->seconds = completed_at;
  count (self, task_id, 1);
  tell (self, task_id, completed);
  docket_cache_change (self, docket_cache_set_completed_job, write, NULL, completed_cb, task);
}
