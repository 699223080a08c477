/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a removal of a task and one of a process do differently: the requests, the proof, and the
 * cache. The story is the same, and docket-removal-core.c knows of neither. */
#include "workspace/docket-removal-run-private.h"

#include "workspace/docket-cache-processes.h"

/* One call of the client and its end. */
typedef struct
{
  void (*begin) (TallyfyClient *client,
                 const char *organization_id,
                 const char *id,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data);
  gboolean (*finish) (TallyfyClient *client, GAsyncResult *result, GError **error);
} Call;

static const Call calls[][DOCKET_REMOVAL_DELETE + 1] = {
  [DOCKET_TARGET_TASK] = {
    [DOCKET_REMOVAL_ARCHIVE] = { tallyfy_client_archive_task_async,
                                 tallyfy_client_archive_task_finish },
    [DOCKET_REMOVAL_RESTORE] = { tallyfy_client_restore_task_async,
                                 tallyfy_client_restore_task_finish },
    [DOCKET_REMOVAL_DELETE] = { tallyfy_client_delete_task_permanently_async,
                                tallyfy_client_delete_task_permanently_finish },
  },
  [DOCKET_TARGET_PROCESS] = {
    [DOCKET_REMOVAL_ARCHIVE] = { tallyfy_client_archive_process_async,
                                 tallyfy_client_archive_process_finish },
    [DOCKET_REMOVAL_RESTORE] = { tallyfy_client_restore_process_async,
                                 tallyfy_client_restore_process_finish },
    [DOCKET_REMOVAL_DELETE] = { tallyfy_client_delete_process_permanently_async,
                                tallyfy_client_delete_process_permanently_finish },
  },
};

/* No cancellable: once it is out, only its end can be told. */
void
docket_removal_run_request (DocketRemovalRun *self,
                            TallyfyClient *client,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  calls[self->target][self->core.kind].begin (client, self->organization, self->task_id, NULL,
                                              callback, user_data);
}

gboolean
docket_removal_run_request_finish (DocketRemovalRun *self,
                                   TallyfyClient *client,
                                   GAsyncResult *result,
                                   GError **error)
{
  return calls[self->target][self->core.kind].finish (client, result, error);
}

DocketEventType
docket_removal_run_judge_proof (DocketRemovalRun *self)
{
  return self->target == DOCKET_TARGET_PROCESS && self->core.kind == DOCKET_REMOVAL_DELETE
             ? DOCKET_EVENT_UNKNOWN
             : DOCKET_EVENT_PROVEN;
}

void
docket_removal_run_correct (DocketRemovalRun *self,
                            gint64 archived_at,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const gboolean process = self->target == DOCKET_TARGET_PROCESS;
  const gint64 since = self->core.finding == DOCKET_FOUND_ARCHIVED ? archived_at : 0;

  if (self->core.finding == DOCKET_FOUND_GONE && process)
    docket_cache_drop_process_async (self->cache, self->task_id, callback, user_data);
  else if (self->core.finding == DOCKET_FOUND_GONE)
    docket_cache_drop_task_async (self->cache, self->task_id, callback, user_data);
  else if (process)
    docket_cache_set_process_archived_async (self->cache, self->task_id, since, callback,
                                             user_data);
  else
    docket_cache_set_archived_async (self->cache, self->task_id, since, callback, user_data);
}
