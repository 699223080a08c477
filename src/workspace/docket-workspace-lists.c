/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-lists.h"
#include "workspace/docket-workspace-private.h"

typedef struct
{
  DocketWorkspace *workspace;
  void (*done) (DocketWorkspace *workspace); /* nullable */
} Syncing;

/* Without them all else goes on. */
static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Syncing *syncing = user_data;
  g_autoptr (DocketWorkspace) self = syncing->workspace;
  g_autoptr (GError) error = NULL;

  if (!docket_sync_lists_finish (result, &error))
    g_debug ("Guests, groups and tags could not be listed: %s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_workspace_note_call (self, error);
  if (syncing->done != NULL)
    docket_workspace_sync_processes (self, syncing->done);
}

static void
read_lists (DocketWorkspace *self, void (*done) (DocketWorkspace *self))
{
  Syncing *syncing = g_new (Syncing, 1);

  syncing->workspace = g_object_ref (self);
  syncing->done = done;
  docket_sync_lists_async (self->client, self->cache,
                           docket_account_get_organization_id (self->account), self->cancellable,
                           synced_cb, syncing);
}

void
docket_workspace_sync_others (DocketWorkspace *self, void (*done) (DocketWorkspace *self))
{
  if (self->follows_lists)
    read_lists (self, done);
  else
    docket_workspace_sync_processes (self, done);
}

void
docket_workspace_follow_lists (DocketWorkspace *self)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  if (self->follows_lists)
    return;
  self->follows_lists = TRUE;
  /* A refresh under way comes to them by itself. */
  if (docket_workspace_can_send (self) && !self->syncing)
    read_lists (self, NULL);
}
