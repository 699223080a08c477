/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Which account was open last. */
#include "workspace/docket-journal-private.h"

static gpointer
load_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT address, user, user_name, organization, organization_name"
                                 " FROM account",
                                 error);

  if (statement == NULL || docket_database_step (statement, error) != 1)
    return NULL;
  return docket_account_new ((const char *)sqlite3_column_text (statement, 0),
                             sqlite3_column_int64 (statement, 1),
                             (const char *)sqlite3_column_text (statement, 2),
                             (const char *)sqlite3_column_text (statement, 3),
                             (const char *)sqlite3_column_text (statement, 4), NULL);
}

static gpointer
save_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  DocketAccount *account = job_data;

  docket_database_change (db, error,
                          "INSERT OR REPLACE INTO account (place, address, user, user_name,"
                          " organization, organization_name) VALUES (1, ?, ?, ?, ?, ?)",
                          "sisss", docket_account_get_address (account),
                          docket_account_get_user_id (account),
                          docket_account_get_user_name (account),
                          docket_account_get_organization_id (account),
                          docket_account_get_organization_name (account));
  return NULL;
}

static gpointer
forget_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  docket_database_change (db, error, "DELETE FROM account", "");
  return NULL;
}

void
docket_journal_load_account_async (DocketJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  docket_journal_run (self, docket_journal_load_account_async, FALSE, load_account_job, NULL, NULL,
                      g_object_unref, cancellable, callback, user_data);
}

DocketAccount *
docket_journal_load_account_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_load_account_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_journal_save_account_async (DocketJournal *self,
                                   DocketAccount *account,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  if (account != NULL)
    docket_journal_run (self, docket_journal_save_account_async, FALSE, save_account_job,
                        g_object_ref (account), g_object_unref, NULL, cancellable, callback,
                        user_data);
  else
    docket_journal_run (self, docket_journal_save_account_async, FALSE, forget_account_job, NULL,
                        NULL, NULL, cancellable, callback, user_data);
}

gboolean
docket_journal_save_account_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_save_account_async),
                        FALSE);

  return docket_journal_finish_change (result, error);
}
