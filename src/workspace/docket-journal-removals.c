/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the journal says of removals, from the intent to the outcome. */
#include "workspace/docket-journal-private.h"

#include "tallyfy/tallyfy-error.h"
#include "workspace/docket-removal-private.h"

void
docket_journal_entry_free (DocketJournalEntry *entry)
{
  g_free (entry->account);
  g_free (entry->organization);
  g_free (entry->task_id);
  g_free (entry->title);
  g_clear_pointer (&entry->copy, g_bytes_unref);
  g_free (entry);
}

static gboolean
insert_entry (sqlite3 *db, const DocketJournalEntry *entry, GError **error)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return docket_database_change (db, error,
                                 "INSERT INTO removal (account, organization, task, title, kind,"
                                 " was_archived, intended_at, target)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                 "ssssiiii", entry->account, entry->organization, entry->task_id,
                                 entry->title, (gint64)entry->kind, (gint64)entry->was_archived,
                                 now, (gint64)entry->target)
         && (entry->copy == NULL
             || docket_database_change (db, error,
                                        "INSERT INTO copy (removal, kept_at, json)"
                                        " VALUES (last_insert_rowid (), ?, ?)",
                                        "ib", now, entry->copy));
}

/* The intent and the copy, or neither. */
static gpointer
begin_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  gint64 id;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (insert_entry (db, job_data, error))
    {
      id = sqlite3_last_insert_rowid (db);
      if (docket_database_exec (db, "COMMIT", error))
        return g_memdup2 (&id, sizeof id);
    }
  docket_database_exec (db, "ROLLBACK", NULL);
  return NULL;
}

/* For the worker thread. */
typedef struct
{
  gint64 entry;
  DocketJournalStage stage;
} Staging;

static gpointer
stage_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Staging *staging = job_data;

  docket_database_change (db, error, "UPDATE removal SET stage = ? WHERE id = ?", "ii",
                          (gint64)staging->stage, staging->entry);
  return NULL;
}

/* How a removal ended, for the worker thread. */
typedef struct
{
  DocketRemoval *removal;
  DocketJournalStage stage;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_object_unref (ending->removal);
  g_free (ending);
}

/* A task that is still there, and that nothing can still take away, needs no copy. */
static gboolean
needs_copy (const Ending *ending)
{
  if (ending->stage == DOCKET_STAGE_WATCHED)
    return TRUE;
  switch (docket_removal_get_outcome (ending->removal))
    {
    case DOCKET_OUTCOME_STILL_THERE:
    case DOCKET_OUTCOME_ARCHIVED:
    case DOCKET_OUTCOME_REFUSED:
    case DOCKET_OUTCOME_NOT_SENT:
    case DOCKET_OUTCOME_CHANGED:
    case DOCKET_OUTCOME_NO_COPY:
    case DOCKET_OUTCOME_NOT_RESUMED:
      return FALSE;
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
    case DOCKET_OUTCOME_GONE:
    case DOCKET_OUTCOME_NOT_CONFIRMED:
    default:
      return TRUE;
    }
}

static gboolean
update_entry (sqlite3 *db, const Ending *ending, GError **error)
{
  DocketRemovalOutcome outcome = docket_removal_get_outcome (ending->removal);
  const GError *cause = docket_removal_get_error (ending->removal);
  GDateTime *looked_up_at = docket_removal_get_looked_up_at (ending->removal);
  const gint64 entry = docket_removal_get_entry (ending->removal);

  /* What is looked up later knows nothing of the answer, so it keeps what is there. */
  return docket_database_change (db, error,
                                 "UPDATE removal SET outcome = ?, stage = ?, sent = ?,"
                                 " status = coalesce (nullif (?, 0), status),"
                                 " sentence = coalesce (?, sentence), looked_up_at = nullif (?, 0)"
                                 " WHERE id = ?",
                                 "iiiisii", (gint64)outcome, (gint64)ending->stage,
                                 (gint64)(outcome != DOCKET_OUTCOME_NOT_SENT),
                                 (gint64)tallyfy_error_get_status (cause),
                                 tallyfy_error_get_sentence (cause),
                                 looked_up_at != NULL ? g_date_time_to_unix (looked_up_at)
                                                      : (gint64)0,
                                 entry)
         && (needs_copy (ending)
             || docket_database_change (db, error, "DELETE FROM copy WHERE removal = ?", "i",
                                        entry));
}

static gpointer
end_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!update_entry (db, job_data, error) || !docket_database_exec (db, "COMMIT", error))
    docket_database_exec (db, "ROLLBACK", NULL);
  return NULL;
}

/* What was made of a copy, for the worker thread. */
typedef struct
{
  gint64 entry;
  char *task_id;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  g_free (creation->task_id);
  g_free (creation);
}

static gpointer
note_created_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Creation *creation = job_data;

  docket_database_change (db, error,
                          "UPDATE removal SET created_at = ?, created_task = ? WHERE id = ?", "isi",
                          g_get_real_time () / G_USEC_PER_SEC, creation->task_id, creation->entry);
  return NULL;
}

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static DocketJournalEntry *
read_entry (sqlite3_stmt *statement)
{
  DocketJournalEntry *entry = g_new0 (DocketJournalEntry, 1);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->account = dup_text (statement, 1);
  entry->organization = dup_text (statement, 2);
  entry->task_id = dup_text (statement, 3);
  entry->title = dup_text (statement, 4);
  entry->kind = (DocketRemovalKind)sqlite3_column_int (statement, 5);
  entry->was_archived = sqlite3_column_int (statement, 6) != 0;
  entry->stage = (DocketJournalStage)sqlite3_column_int (statement, 7);
  entry->ended = sqlite3_column_type (statement, 8) != SQLITE_NULL;
  entry->outcome = (DocketRemovalOutcome)sqlite3_column_int (statement, 8);
  entry->looked_up_at = sqlite3_column_int64 (statement, 9);
  entry->target = (DocketTarget)sqlite3_column_int (statement, 10);
  return entry;
}

static gpointer
list_open_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_journal_entry_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT id, account, organization, task, title, kind,"
                                 " was_archived, stage, outcome, looked_up_at, target"
                                 " FROM removal"
                                 " WHERE account = ? AND (outcome IS NULL OR stage <> 0)"
                                 " ORDER BY id",
                                 error);
  int step;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  while ((step = docket_database_step (statement, error)) == 1)
    g_ptr_array_add (entries, read_entry (statement));
  return step < 0 ? NULL : g_steal_pointer (&entries);
}

void
docket_journal_begin_async (DocketJournal *self,
                            DocketJournalEntry *entry,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  docket_journal_run (self, docket_journal_begin_async, TRUE, begin_job, entry,
                      (GDestroyNotify)docket_journal_entry_free, g_free, NULL, callback, user_data);
}

gint64
docket_journal_begin_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_begin_async), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}

void
docket_journal_set_stage_async (DocketJournal *self,
                                gint64 entry,
                                DocketJournalStage stage,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Staging *staging = g_new (Staging, 1);

  staging->entry = entry;
  staging->stage = stage;
  docket_journal_run (self, docket_journal_set_stage_async, FALSE, stage_job, staging, g_free, NULL,
                      NULL, callback, user_data);
}

gboolean
docket_journal_set_stage_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_set_stage_async), FALSE);

  return docket_journal_finish_change (result, error);
}

void
docket_journal_end_async (DocketJournal *self,
                          DocketRemoval *removal,
                          DocketJournalStage stage,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Ending *ending = g_new (Ending, 1);

  ending->removal = g_object_ref (removal);
  ending->stage = stage;
  docket_journal_run (self, docket_journal_end_async, TRUE, end_job, ending, ending_free, NULL,
                      NULL, callback, user_data);
}

gboolean
docket_journal_end_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_end_async), FALSE);

  return docket_journal_finish_change (result, error);
}

void
docket_journal_note_created_async (DocketJournal *self,
                                   gint64 entry,
                                   const char *task_id,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Creation *creation = g_new (Creation, 1);

  creation->entry = entry;
  creation->task_id = g_strdup (task_id);
  docket_journal_run (self, docket_journal_note_created_async, TRUE, note_created_job, creation,
                      creation_free, NULL, NULL, callback, user_data);
}

gboolean
docket_journal_note_created_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_note_created_async),
                        FALSE);

  return docket_journal_finish_change (result, error);
}

void
docket_journal_list_open_async (DocketJournal *self,
                                const char *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  docket_journal_run (self, docket_journal_list_open_async, FALSE, list_open_job,
                      g_strdup (account), g_free, (GDestroyNotify)g_ptr_array_unref, cancellable,
                      callback, user_data);
}

GPtrArray *
docket_journal_list_open_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_list_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
