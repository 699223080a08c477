/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the tasks do not tell. */
#include "workspace/docket-sync-lists.h"
#include "workspace/docket-sync-processes.h"
#include "workspace/docket-workspace-private.h"

/* What is still to be read. */
typedef struct
{
  DocketWorkspace *workspace;
  gboolean lists;
  gboolean processes;
  void (*done) (DocketWorkspace *workspace); /* nullable */
} Others;

static void go_on (Others *others);

/* Without them all else goes on: who may not list the processes still sees the tasks, and by them
 * the processes. @error: (nullable) */
static void
step_over (Others *others, const char *what, const GError *error)
{
  if (error != NULL)
    g_debug ("The %s could not be listed: %s", what, error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_workspace_note_call (others->workspace, error);
  go_on (others);
}

static void
lists_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  docket_sync_lists_finish (result, &error);
  step_over (user_data, "guests, groups and tags", error);
}

static void
processes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  docket_sync_processes_finish (result, &error);
  step_over (user_data, "processes", error);
}

static void
go_on (Others *others)
{
  DocketWorkspace *self = others->workspace;
  const char *organization_id = docket_account_get_organization_id (self->account);

  if (others->lists)
    {
      others->lists = FALSE;
      docket_sync_lists_async (self->client, self->cache, organization_id,
                               DOCKET_LIST_GUESTS | DOCKET_LIST_GROUPS | DOCKET_LIST_TAGS,
                               self->cancellable, lists_cb, others);
    }
  else if (others->processes)
    {
      others->processes = FALSE;
      docket_sync_processes_async (self->client, self->cache, organization_id, self->cancellable,
                                   processes_cb, others);
    }
  else
    {
      if (others->done != NULL)
        others->done (self);
      g_object_unref (self);
      g_free (others);
    }
}

void
docket_workspace_sync_others (DocketWorkspace *self,
                              gboolean lists,
                              gboolean processes,
                              void (*done) (DocketWorkspace *self))
{
  Others *others = g_new (Others, 1);

  others->workspace = g_object_ref (self);
  others->lists = lists;
  others->processes = processes;
  others->done = done;
  go_on (others);
}

void
docket_workspace_follow_lists (DocketWorkspace *self)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  if (self->follows_lists)
    return;
  self->follows_lists = TRUE;
  /* A pass under way comes to them by itself; where some are kept the next one is soon enough. */
  if (docket_workspace_can_send (self) && self->sync == NULL
      && self->overview->contacts->len + self->overview->tags->len == 0)
    docket_workspace_sync_others (self, TRUE, FALSE, NULL);
}
