/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-copies.h"

#include <glib/gi18n-lib.h>
#include "workspace/docket-workspace-private.h"

#define SECONDS_A_DAY (24 * 60 * 60)

/* What the worker thread is asked, and how its answer is freed. */
typedef struct
{
  char *account;
  gint64 entry;
  gint64 older_than; /* unix seconds; 0: nothing is */
  DocketDatabaseJob job;
  GDestroyNotify result_free;
  gboolean removes;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->account);
  g_free (question);
}

void
docket_copy_free (DocketCopy *copy)
{
  g_date_time_unref (copy->kept_at);
  g_clear_object (&copy->task);
  g_clear_object (&copy->process);
  g_bytes_unref (copy->json);
  g_free (copy);
}

static GBytes *
read_bytes (sqlite3_stmt *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize)sqlite3_column_bytes (statement, column));
}

static gpointer
load_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Question *question = job_data;
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT kept_at, json FROM copy JOIN removal ON id = removal"
                                 " WHERE id = ? AND account = ?",
                                 error);
  g_autoptr (GBytes) json = NULL;
  g_autoptr (DocketCopy) copy = NULL;
  int step;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "is", question->entry, question->account);
  step = docket_database_step (statement, error);
  if (step == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("There is no copy of this task any more."));
  if (step != 1)
    return NULL;
  json = read_bytes (statement, 1);
  copy = g_new0 (DocketCopy, 1);
  copy->entry = question->entry;
  copy->kept_at = g_date_time_new_from_unix_utc (sqlite3_column_int64 (statement, 0));
  copy->json = g_bytes_ref (json);
  if (docket_process_contents_is_json (json))
    copy->process = docket_process_contents_new_from_json (json, error);
  else
    copy->task = tallyfy_task_new_from_json (json, error);
  return copy->task != NULL || copy->process != NULL ? g_steal_pointer (&copy) : NULL;
}

static gpointer
sum_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Question *question = job_data;
  DocketCopiesSum *sum;
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT count (json), coalesce (sum (length (json)), 0),"
                                 " (SELECT count (*) FROM copy JOIN removal ON id = removal"
                                 "  WHERE kept_at < ? AND outcome IS NOT NULL), count (outcome)"
                                 " FROM removal LEFT JOIN copy ON removal = id WHERE account = ?",
                                 error);

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "is", question->older_than, question->account);
  if (docket_database_step (statement, error) != 1)
    return NULL;
  sum = g_new0 (DocketCopiesSum, 1);
  sum->n_copies = (guint)sqlite3_column_int64 (statement, 0);
  sum->n_bytes = (guint64)sqlite3_column_int64 (statement, 1);
  sum->n_older = (guint)sqlite3_column_int64 (statement, 2);
  sum->n_entries = (guint)sqlite3_column_int64 (statement, 3);
  return sum;
}

/* Their entries go on saying that there was one: in the transaction that marks them by @changed.
 * Returns: how many copies were removed, or -1 */
static int
remove_marked (sqlite3 *db, gboolean changed, GError **error)
{
  int n_removed;

  if (changed
      && docket_database_change (db, error,
                                 "DELETE FROM copy WHERE removal IN"
                                 " (SELECT id FROM removal WHERE copy_removed_at IS NOT NULL)",
                                 ""))
    {
      n_removed = sqlite3_changes (db);
      if (docket_database_exec (db, "COMMIT", error))
        return n_removed;
    }
  docket_database_exec (db, "ROLLBACK", NULL);
  return -1;
}

static gint64
seconds_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gpointer
expire_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Question *question = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && remove_marked (db,
                        docket_database_change (db, error,
                                                "UPDATE removal SET copy_removed_at = ?"
                                                " WHERE outcome IS NOT NULL AND id IN"
                                                " (SELECT removal FROM copy WHERE kept_at < ?)",
                                                "ii", seconds_now (), question->older_than),
                        error)
             > 0)
    docket_database_wipe (db, error);
  return NULL;
}

static gpointer
remove_all_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Question *question = job_data;

  /* Also where none is left: an earlier wipe may have been cut short. */
  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && remove_marked (db,
                        docket_database_change (db, error,
                                                "UPDATE removal SET copy_removed_at = ?"
                                                " WHERE account = ? AND outcome IS NOT NULL"
                                                " AND id IN (SELECT removal FROM copy)",
                                                "is", seconds_now (), question->account),
                        error)
             >= 0)
    docket_database_wipe (db, error);
  return NULL;
}

static gpointer
clear_history_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Question *question = job_data;

  if (docket_database_change (db, error,
                              "DELETE FROM removal WHERE account = ? AND outcome IS NOT NULL", "s",
                              question->account))
    docket_database_wipe (db, error);
  return NULL;
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = g_task_get_source_object (task);
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  /* What shows the journal reads it again. */
  if (question->removes && error == NULL && workspace->journal != NULL)
    g_signal_emit_by_name (workspace->journal, "changed");
  if (error != NULL)
    g_task_return_error (task, error);
  else if (question->removes)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_pointer (task, answer, question->result_free);
}

static Question *
question_copy (const Question *question)
{
  Question *copy = g_memdup2 (question, sizeof *question);

  copy->account = g_strdup (question->account);
  return copy;
}

static void
journal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;

  if (docket_workspace_ensure_journal_finish (workspace, result, &error))
    docket_database_run_async (docket_journal_get_database (workspace->journal), G_PRIORITY_DEFAULT,
                               question->job, question_copy (question), question_free,
                               question->result_free, g_task_get_cancellable (task), ran_cb,
                               g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/* @question: what of it is the same for all is filled in here */
static void
ask (DocketWorkspace *workspace,
     gpointer tag,
     const Question *question,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Question *own = g_memdup2 (question, sizeof *question);

  own->account = docket_account_dup_file_name (workspace->account);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, own, question_free);
  docket_workspace_ensure_journal_async (workspace, journal_cb, task);
}

static gint64
days_ago (guint days)
{
  return days > 0 ? seconds_now () - (gint64)days * SECONDS_A_DAY : 0;
}

void
docket_copies_load_async (DocketWorkspace *workspace,
                          gint64 entry,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  const Question question
      = { .entry = entry, .job = load_job, .result_free = (GDestroyNotify)docket_copy_free };

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  ask (workspace, docket_copies_load_async, &question, cancellable, callback, user_data);
}

DocketCopy *
docket_copies_load_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_copies_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_copies_sum_async (DocketWorkspace *workspace,
                         guint days,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  const Question question
      = { .older_than = days_ago (days), .job = sum_job, .result_free = g_free };

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  ask (workspace, docket_copies_sum_async, &question, cancellable, callback, user_data);
}

DocketCopiesSum *
docket_copies_sum_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_copies_sum_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Not cancellable: what was asked to go goes. */
static void
ask_to_remove (DocketWorkspace *workspace,
               guint days,
               DocketDatabaseJob job,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  const Question question = { .older_than = days_ago (days), .job = job, .removes = TRUE };

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  ask (workspace, docket_copies_remove_finish, &question, NULL, callback, user_data);
}

void
docket_copies_expire_async (DocketWorkspace *workspace,
                            guint days,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  ask_to_remove (workspace, days, expire_job, callback, user_data);
}

void
docket_copies_remove_all_async (DocketWorkspace *workspace,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  ask_to_remove (workspace, 0, remove_all_job, callback, user_data);
}

void
docket_copies_clear_history_async (DocketWorkspace *workspace,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  ask_to_remove (workspace, 0, clear_history_job, callback, user_data);
}

gboolean
docket_copies_remove_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_copies_remove_finish), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
