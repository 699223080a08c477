/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the history does in the worker thread of the journal. */
#include "docket-config.h"

#include "workspace/docket-history-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-text.h"

void
docket_history_question_free (DocketHistoryQuestion *question)
{
  g_free (question->account);
  g_free (question->search);
  g_free (question);
}

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static DocketHistoryRecord *
read_record (sqlite3_stmt *statement)
{
  DocketHistoryRecord *record = g_new0 (DocketHistoryRecord, 1);

  record->id = sqlite3_column_int64 (statement, 0);
  record->task_id = dup_text (statement, 1);
  record->title = dup_text (statement, 2);
  record->kind = (DocketRemovalKind)sqlite3_column_int (statement, 3);
  record->was_archived = sqlite3_column_int (statement, 4) != 0;
  record->intended_at = sqlite3_column_int64 (statement, 5);
  record->ended = sqlite3_column_type (statement, 6) != SQLITE_NULL;
  record->outcome = (DocketRemovalOutcome)sqlite3_column_int (statement, 6);
  record->status = (guint)sqlite3_column_int (statement, 7);
  record->sentence = dup_text (statement, 8);
  record->looked_up_at = sqlite3_column_int64 (statement, 9);
  record->has_copy = sqlite3_column_int (statement, 10) != 0;
  record->copy_removed_at = sqlite3_column_int64 (statement, 11);
  record->created_at = sqlite3_column_int64 (statement, 12);
  record->created_task = dup_text (statement, 13);
  record->target = (DocketTarget)sqlite3_column_int (statement, 14);
  return record;
}

/* @words: (nullable): folded */
static gboolean
has_words (const char *title, const char *const *words)
{
  g_autofree char *folded = NULL;

  if (words == NULL || words[0] == NULL)
    return TRUE;
  folded = docket_text_fold (title);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
passes (const DocketHistoryRecord *record, DocketHistoryFilter filter)
{
  switch (filter)
    {
    case DOCKET_HISTORY_DELETIONS:
      return record->kind == DOCKET_REMOVAL_DELETE;
    case DOCKET_HISTORY_ARCHIVE:
      return record->kind != DOCKET_REMOVAL_DELETE;
    case DOCKET_HISTORY_OPEN:
      return docket_history_record_is_open (record);
    case DOCKET_HISTORY_ALL:
    default:
      return TRUE;
    }
}

gpointer
docket_history_read_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketHistoryQuestion *question = job_data;
  g_autofree char *folded = docket_text_fold (question->search != NULL ? question->search : "");
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_history_record_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT id, task, title, kind, was_archived, intended_at, outcome,"
                                 " status, sentence, looked_up_at,"
                                 " EXISTS (SELECT 1 FROM copy WHERE removal = id),"
                                 " copy_removed_at, created_at, created_task, target"
                                 " FROM removal WHERE account = ?"
                                 " ORDER BY intended_at DESC, id DESC",
                                 error);
  int step;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", question->account);
  while ((step = docket_database_step (statement, error)) == 1)
    {
      g_autoptr (DocketHistoryRecord) record = read_record (statement);

      if (!passes (record, question->filter)
          || !has_words (record->title, (const char *const *)words))
        continue;
      g_ptr_array_add (records, g_steal_pointer (&record));
    }
  return step < 0 ? NULL : g_steal_pointer (&records);
}

gpointer
docket_history_remove_job (sqlite3 *db,
                           gpointer job_data,
                           GCancellable *cancellable,
                           GError **error)
{
  const gint64 *id = job_data;

  /* Deleted content is overwritten, here as well as in the journal beside the file, which would
   * keep its pages. */
  if (!docket_database_exec (db, "PRAGMA secure_delete = ON", error)
      || !docket_database_change (db, error,
                                  "DELETE FROM removal WHERE id = ? AND outcome IS NOT NULL", "i",
                                  *id))
    return NULL;
  if (sqlite3_changes (db) == 0)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                         _ ("This removal is still under way."));
  else
    docket_database_wipe (db, error);
  return NULL;
}
