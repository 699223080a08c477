/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-fill.h"

#include "workspace/docket-cache-index.h"
#include "workspace/docket-cache-private.h"

/* As long as pages come one after the other, none of them waits for the index. */
#define REST_MS 500

static void step (DocketCache *self);

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCache) self = user_data;
  g_autoptr (GError) error = NULL;
  const gpointer state = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  self->fill.running = FALSE;
  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        g_message ("The index of search could not be written: %s", error->message);
    }
  else if (self->fill.again)
    docket_cache_fill_later (self);
  else if (GPOINTER_TO_INT (state) == DOCKET_INDEX_MORE)
    step (self);
}

static void
step (DocketCache *self)
{
  self->fill.running = TRUE;
  self->fill.again = FALSE;
  docket_database_run_async (self->database, G_PRIORITY_LOW, docket_cache_index_job, NULL, NULL,
                             NULL, NULL, stepped_cb, g_object_ref (self));
}

static gboolean
begin_cb (gpointer user_data)
{
  DocketCache *self = user_data;

  self->fill.source = 0;
  step (self);
  return G_SOURCE_REMOVE;
}

void
docket_cache_fill_later (DocketCache *self)
{
  if (self->fill.running)
    {
      self->fill.again = TRUE;
      return;
    }
  g_clear_handle_id (&self->fill.source, g_source_remove);
  self->fill.source = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, begin_cb, self, NULL);
}

void
docket_cache_fill_stop (DocketCache *self)
{
  g_clear_handle_id (&self->fill.source, g_source_remove);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketDatabase *database = DOCKET_DATABASE (source);
  GError *error = NULL;
  const gpointer state = docket_database_run_finish (database, result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (GPOINTER_TO_INT (state) != DOCKET_INDEX_MORE)
    g_task_return_boolean (task, GPOINTER_TO_INT (state) == DOCKET_INDEX_WHOLE);
  else
    docket_database_run_async (database, G_PRIORITY_LOW, docket_cache_index_job, NULL, NULL, NULL,
                               NULL, filled_cb, g_steal_pointer (&task));
}

void
docket_cache_fill_async (DocketCache *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_cache_fill_async);
  docket_database_run_async (self->database, G_PRIORITY_LOW, docket_cache_index_job, NULL, NULL,
                             NULL, NULL, filled_cb, task);
}

gboolean
docket_cache_fill_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
