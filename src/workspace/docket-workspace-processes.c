/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-workspace-private.h"

#include "workspace/docket-sync-processes.h"

typedef struct
{
  DocketWorkspace *workspace;
  void (*done) (DocketWorkspace *workspace); /* nullable */
} Syncing;

/* Who may not list the processes still sees the tasks, and by them the processes. */
static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Syncing *syncing = user_data;
  g_autoptr (DocketWorkspace) self = syncing->workspace;
  g_autoptr (GError) error = NULL;

  if (!docket_sync_processes_finish (result, &error))
    g_debug ("The processes could not be listed: %s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_workspace_note_call (self, error);
  if (syncing->done != NULL)
    syncing->done (self);
}

static void
read_lists (DocketWorkspace *self, void (*done) (DocketWorkspace *self))
{
  Syncing *syncing = g_new (Syncing, 1);

  syncing->workspace = g_object_ref (self);
  syncing->done = done;
  docket_sync_processes_async (self->client, self->cache,
                               docket_account_get_organization_id (self->account),
                               self->cancellable, synced_cb, syncing);
}

void
docket_workspace_sync_processes (DocketWorkspace *self, void (*done) (DocketWorkspace *self))
{
  if (self->processes == NULL)
    done (self);
  else
    read_lists (self, done);
}

DocketProcessModel *
docket_workspace_get_processes (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  if (self->processes == NULL)
    {
      self->processes = docket_process_model_new (self->cache);
      /* A refresh under way comes to them by itself. */
      if (docket_workspace_can_send (self) && !self->syncing)
        read_lists (self, NULL);
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
