/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-workspace-private.h"

#include "workspace/docket-cache-processes.h"

DocketProcessModel *
docket_workspace_get_processes (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  if (self->processes == NULL)
    {
      self->processes = docket_process_model_new (self->cache);
      /* A pass under way comes to them by itself. */
      if (docket_workspace_can_send (self) && self->sync == NULL)
        docket_workspace_sync_others (self, FALSE, TRUE, NULL);
    }
  return self->processes;
}

DocketTaskModel *
docket_workspace_list_process_tasks (DocketWorkspace *self, const char *process_id)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (process_id != NULL, NULL);

  return docket_task_model_new_for_process (self->cache, process_id);
}

/* One process that was asked for from the network. */
typedef struct
{
  gint64 mark;
  TallyfyProcess *process;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_object (&fetch->process);
  g_free (fetch);
}

/* A cache that cannot be written is no reason to keep back what the server said. */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_debug ("A process could not be kept: %s", error->message);
  g_task_return_pointer (task, g_steal_pointer (&fetch->process), g_object_unref);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) processes = g_ptr_array_new ();

  fetch->process = tallyfy_client_get_process_finish (TALLYFY_CLIENT (source), result, &error);
  docket_workspace_note_call (self, error);
  if (fetch->process == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (processes, g_object_ref (fetch->process));
  g_ptr_array_set_free_func (processes, g_object_unref);
  docket_cache_store_processes_async (self->cache, processes, fetch->mark,
                                      g_task_get_cancellable (task), stored_cb,
                                      g_object_ref (task));
}

void
docket_workspace_fetch_process_async (DocketWorkspace *self,
                                      const char *process_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (process_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_fetch_process_async);
  fetch = g_new0 (Fetch, 1);
  fetch->mark = docket_cache_begin (self->cache);
  g_task_set_task_data (task, fetch, fetch_free);
  tallyfy_client_get_process_async (self->client,
                                    docket_account_get_organization_id (self->account), process_id,
                                    docket_workspace_choose_cancellable (self, cancellable),
                                    fetched_cb, task);
}

TallyfyProcess *
docket_workspace_fetch_process_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_fetch_process_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
docket_workspace_is_administrator (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->overview->administrator;
}

void
docket_workspace_fetch_contents_async (DocketWorkspace *self,
                                       const char *process_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (process_id != NULL);

  docket_process_contents_fetch_async (self->client,
                                       docket_account_get_organization_id (self->account),
                                       process_id,
                                       docket_workspace_choose_cancellable (self, cancellable),
                                       callback, user_data);
}
