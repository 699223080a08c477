/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-journal-drafts.h"

#include "workspace/docket-journal-private.h"

void
docket_journal_draft_free (DocketJournalDraft *draft)
{
  g_free (draft->account);
  g_free (draft->task_id);
  g_free (draft->comment_id);
  g_free (draft->text);
  g_strfreev (draft->known);
  g_free (draft);
}

static gpointer
save_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketJournalDraft *draft = job_data;
  g_autofree char *known = draft->known != NULL ? g_strjoinv ("\n", draft->known) : NULL;

  if (*draft->text != '\0')
    docket_database_change (db, error,
                            "INSERT OR REPLACE INTO draft (account, task, comment, text, known)"
                            " VALUES (?, ?, ?, ?, ?)",
                            "sssss", draft->account, draft->task_id, draft->comment_id, draft->text,
                            known);
  else if (docket_database_change (db, error,
                                   "DELETE FROM draft WHERE account = ? AND task = ?"
                                   " AND comment = ?",
                                   "sss", draft->account, draft->task_id, draft->comment_id))
    docket_database_wipe (db, error);
  return NULL;
}

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static gpointer
list_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) drafts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_journal_draft_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT task, comment, text, known FROM draft WHERE account = ?",
                                 error);
  int more;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  while ((more = docket_database_step (statement, error)) == 1)
    {
      DocketJournalDraft *draft = g_new0 (DocketJournalDraft, 1);
      const char *known = (const char *)sqlite3_column_text (statement, 3);

      draft->account = g_strdup (job_data);
      draft->task_id = dup_text (statement, 0);
      draft->comment_id = dup_text (statement, 1);
      draft->text = dup_text (statement, 2);
      draft->known = known != NULL ? g_strsplit (known, "\n", -1) : NULL;
      g_ptr_array_add (drafts, draft);
    }
  return more == 0 ? g_steal_pointer (&drafts) : NULL;
}

void
docket_journal_save_draft_async (DocketJournal *self,
                                 DocketJournalDraft *draft,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  docket_journal_run (self, docket_journal_save_draft_async, FALSE, save_job, draft,
                      (GDestroyNotify)docket_journal_draft_free, NULL, NULL, callback, user_data);
}

gboolean
docket_journal_save_draft_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_save_draft_async), FALSE);

  return docket_journal_finish_change (result, error);
}

void
docket_journal_list_drafts_async (DocketJournal *self,
                                  const char *account,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  docket_journal_run (self, docket_journal_list_drafts_async, FALSE, list_job, g_strdup (account),
                      g_free, (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
docket_journal_list_drafts_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_list_drafts_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
