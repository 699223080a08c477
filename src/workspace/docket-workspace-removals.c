/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Which removals there are: those that somebody waits for, those that are watched, and those that a
 * crash left open. */
#include "docket-config.h"

#include "workspace/docket-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-cache-processes.h"
#include "workspace/docket-removal-private.h"
#include "workspace/docket-removal-run.h"

gboolean
docket_workspace_can_send (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->has_token && self->connection != DOCKET_CONNECTION_OFFLINE
         && self->connection != DOCKET_CONNECTION_SIGNED_OUT;
}

void
docket_workspace_count_restore (DocketWorkspace *self, const char *task_id)
{
  const guint n = docket_workspace_count_restores (self, task_id);

  g_hash_table_replace (self->restores, g_strdup (task_id), GUINT_TO_POINTER (n + 1));
}

guint
docket_workspace_count_restores (DocketWorkspace *self, const char *task_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->restores, task_id));
}

guint
docket_workspace_get_turn (DocketWorkspace *self, const char *task_id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->turns, task_id));
}

static void
next_turn (DocketWorkspace *self, const char *task_id)
{
  const guint turn = docket_workspace_get_turn (self, task_id);

  g_hash_table_replace (self->turns, g_strdup (task_id), GUINT_TO_POINTER (turn + 1));
}

void
docket_workspace_end_turn (DocketWorkspace *self, DocketRemovalRun *run)
{
  const char *task_id = docket_removal_run_get_task_id (run);

  if (g_hash_table_lookup (self->removing, task_id) != run)
    return;
  g_hash_table_remove (self->removing, task_id);
  next_turn (self, task_id);
}

void
docket_workspace_drop_run (DocketWorkspace *self, DocketRemovalRun *run)
{
  g_ptr_array_remove (self->runs, run);
}

void
docket_workspace_close_runs (DocketWorkspace *self)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_copy (self->runs, (GCopyFunc)g_object_ref, NULL);

  g_ptr_array_set_free_func (runs, g_object_unref);
  for (guint i = 0; i < runs->len; i++)
    docket_removal_run_feed (runs->pdata[i], DOCKET_EVENT_CLOSED);
}

/* Makes the run of a removal that @task waits for. @task: (transfer full). Returns: (transfer none)
 * (nullable): NULL where another removal of the same task is under way, which @task hears. */
static DocketRemovalRun *
begin (DocketWorkspace *self,
       DocketRemovalKind kind,
       DocketTarget target,
       const char *task_id,
       GTask *task)
{
  DocketRemovalRun *run;

  if (g_hash_table_contains (self->removing, task_id))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                               target == DOCKET_TARGET_PROCESS
                                   ? _ ("This process is already being changed.")
                                   : _ ("This task is already being changed."));
      g_object_unref (task);
      return NULL;
    }
  run = docket_removal_run_new (self, kind, target, task_id);
  docket_removal_run_wait (run, task);
  g_ptr_array_add (self->runs, run);
  g_hash_table_replace (self->removing, g_strdup (task_id), run);
  next_turn (self, task_id);
  return run;
}

/* A run and the workspace that holds it. */
typedef struct
{
  DocketWorkspace *workspace;
  DocketRemovalRun *run;
} Asking;

static void
summarized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (DocketWorkspace) self = asking->workspace;
  g_autoptr (DocketRemovalRun) run = asking->run;
  g_autoptr (DocketCacheSummary) summary
      = docket_cache_summarize_finish (DOCKET_CACHE (source), result, NULL);

  /* A task that the cache does not have, or cannot tell, is asked for: its kind decides. */
  if (summary == NULL)
    docket_removal_run_set_compares (run, NULL);
  else
    docket_removal_run_set_task (run, summary->title, summary->archived);
  docket_removal_run_start (run, docket_workspace_can_send (self),
                            summary == NULL || summary->one_off);
}

static void
ask (DocketWorkspace *self, DocketRemovalRun *run)
{
  Asking *asking = g_new (Asking, 1);

  asking->workspace = g_object_ref (self);
  asking->run = g_object_ref (run);
  docket_cache_summarize_async (self->cache, docket_removal_run_get_task_id (run), NULL,
                                summarized_cb, asking);
}

void
docket_workspace_remove_async (DocketWorkspace *self,
                               DocketRemovalKind kind,
                               const char *task_id,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  DocketRemovalRun *run;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_remove_async);
  run = begin (self, kind, DOCKET_TARGET_TASK, task_id, task);
  if (run != NULL)
    ask (self, run);
}

void
docket_workspace_delete_async (DocketWorkspace *self,
                               const char *task_id,
                               const DocketShown *shown,
                               gboolean keeps_copy,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  DocketRemovalRun *run;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_remove_async);
  run = begin (self, DOCKET_REMOVAL_DELETE, DOCKET_TARGET_TASK, task_id, task);
  if (run == NULL)
    return;
  if (shown != NULL)
    docket_removal_run_set_compares (run, shown);
  if (keeps_copy)
    docket_removal_run_set_keeps_copy (run);
  ask (self, run);
}

static void
process_summarized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (DocketWorkspace) self = asking->workspace;
  g_autoptr (DocketRemovalRun) run = asking->run;
  gboolean archived = FALSE;
  g_autofree char *name
      = docket_cache_summarize_process_finish (DOCKET_CACHE (source), result, &archived, NULL);

  if (name == NULL)
    docket_removal_run_set_compares (run, NULL);
  else
    docket_removal_run_set_task (run, name, archived);
  docket_removal_run_start (run, docket_workspace_can_send (self), TRUE);
}

static void
ask_process (DocketWorkspace *self, DocketRemovalRun *run)
{
  Asking *asking = g_new (Asking, 1);

  asking->workspace = g_object_ref (self);
  asking->run = g_object_ref (run);
  docket_cache_summarize_process_async (self->cache, docket_removal_run_get_task_id (run), NULL,
                                        process_summarized_cb, asking);
}

void
docket_workspace_remove_process_async (DocketWorkspace *self,
                                       DocketRemovalKind kind,
                                       const char *process_id,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;
  DocketRemovalRun *run;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (process_id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_remove_async);
  run = begin (self, kind, DOCKET_TARGET_PROCESS, process_id, task);
  if (run != NULL)
    ask_process (self, run);
}

void
docket_workspace_delete_process_async (DocketWorkspace *self,
                                       const char *process_id,
                                       DocketProcessContents *shown,
                                       gboolean keeps_copy,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;
  DocketRemovalRun *run;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (process_id != NULL);
  g_return_if_fail (DOCKET_IS_PROCESS_CONTENTS (shown));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_remove_async);
  run = begin (self, DOCKET_REMOVAL_DELETE, DOCKET_TARGET_PROCESS, process_id, task);
  if (run == NULL)
    return;
  docket_removal_run_set_compares_process (run, shown);
  if (keeps_copy)
    docket_removal_run_set_keeps_copy (run);
  ask_process (self, run);
}

DocketRemoval *
docket_workspace_remove_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_remove_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static DocketRemovalRun *
find_run (DocketWorkspace *self, gint64 entry)
{
  for (guint i = 0; entry != 0 && i < self->runs->len; i++)
    if (docket_removal_run_get_entry (self->runs->pdata[i]) == entry)
      return self->runs->pdata[i];
  return NULL;
}

/* The run that asks after an entry of the journal; it sends nothing. (transfer none) */
static DocketRemovalRun *
reopen (DocketWorkspace *self,
        DocketRemovalKind kind,
        DocketTarget target,
        const char *task_id,
        const char *title,
        gboolean was_archived)
{
  DocketRemovalRun *run = docket_removal_run_new (self, kind, target, task_id);

  docket_removal_run_set_task (run, title, was_archived);
  g_ptr_array_add (self->runs, run);
  return run;
}

void
docket_workspace_check_again_async (DocketWorkspace *self,
                                    DocketRemoval *removal,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GDateTime *looked_up_at;
  DocketRemovalRun *run;
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (DOCKET_IS_REMOVAL (removal));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_check_again_async);
  run = find_run (self, docket_removal_get_entry (removal));
  if (run == NULL)
    {
      run = reopen (self, docket_removal_get_kind (removal), docket_removal_get_target (removal),
                    docket_removal_get_task_id (removal), docket_removal_get_title (removal),
                    docket_removal_get_was_archived (removal));
      looked_up_at = docket_removal_get_looked_up_at (removal);
      docket_removal_run_set_entry (run, docket_removal_get_entry (removal),
                                    docket_removal_get_outcome (removal),
                                    looked_up_at != NULL ? g_date_time_to_unix (looked_up_at) : 0,
                                    docket_removal_get_error (removal));
    }
  /* One whose look-up is under way anyway tells both. */
  docket_removal_run_wait (run, task);
  docket_removal_run_feed (run, DOCKET_EVENT_CHECK_AGAIN);
}

DocketRemoval *
docket_workspace_check_again_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_check_again_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
settle (DocketWorkspace *self, const DocketJournalEntry *entry)
{
  DocketRemovalRun *run;

  if (find_run (self, entry->id) != NULL)
    return;
  run = reopen (self, entry->kind, entry->target, entry->task_id, entry->title,
                entry->was_archived);
  docket_removal_run_set_entry (run, entry->id, entry->outcome, entry->looked_up_at, NULL);
  docket_removal_run_feed (run, entry->stage == DOCKET_STAGE_WAITING ? DOCKET_EVENT_REOPENED_WAITING
                                                                     : DOCKET_EVENT_REOPENED);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = docket_journal_list_open_finish (DOCKET_JOURNAL (source), result, &error);

  if (entries == NULL)
    {
      g_debug ("The journal could not be read: %s", error->message);
      return;
    }
  /* Each may still be on its way to the server. */
  for (guint i = 0; i < entries->len; i++)
    {
      const DocketJournalEntry *entry = entries->pdata[i];

      if (entry->kind == DOCKET_REMOVAL_RESTORE && find_run (self, entry->id) == NULL)
        docket_workspace_count_restore (self, entry->task_id);
    }
  for (guint i = 0; i < entries->len; i++)
    settle (self, entries->pdata[i]);
}

void
docket_workspace_settle_open_removals (DocketWorkspace *self)
{
  g_autofree char *account = docket_account_dup_file_name (self->account);

  if (self->journal != NULL)
    docket_journal_list_open_async (self->journal, account, self->cancellable, listed_cb,
                                    g_object_ref (self));
}
