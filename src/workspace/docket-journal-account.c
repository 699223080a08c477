/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Who is signed in on this computer, and which account was open last. */
#include "workspace/docket-journal-private.h"

typedef struct
{
  DocketAccount *opened;
  GPtrArray *all; /* nullable */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->opened);
  g_clear_pointer (&saving->all, g_ptr_array_unref);
  g_free (saving);
}

/* @statement: bound, and dropped here. Returns: (nullable): NULL with @error set */
static GPtrArray *
read_accounts (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  int more;

  while ((more = docket_database_step (statement, error)) == 1)
    g_ptr_array_add (accounts,
                     docket_account_new ((const char *)sqlite3_column_text (statement, 0),
                                         sqlite3_column_int64 (statement, 1),
                                         (const char *)sqlite3_column_text (statement, 2),
                                         (const char *)sqlite3_column_text (statement, 3),
                                         (const char *)sqlite3_column_text (statement, 4), NULL));
  return more == 0 ? g_steal_pointer (&accounts) : NULL;
}

gpointer
docket_journal_load_accounts_job (sqlite3 *db,
                                  gpointer job_data,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT address, user, user_name, organization, organization_name"
                                 " FROM known_account ORDER BY opened DESC, rowid",
                                 error);

  return statement != NULL ? read_accounts (statement, error) : NULL;
}

static gboolean
forget (sqlite3 *db, DocketAccount *account, GError **error)
{
  return docket_database_change (db, error,
                                 "DELETE FROM known_account WHERE address = ? AND user = ?", "si",
                                 docket_account_get_address (account),
                                 docket_account_get_user_id (account));
}

static gboolean
insert (sqlite3 *db, DocketAccount *account, gint64 opened, GError **error)
{
  return docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO known_account (address, user, user_name,"
                                 " organization, organization_name, opened)"
                                 " VALUES (?, ?, ?, ?, ?, ?)",
                                 "sisssi", docket_account_get_address (account),
                                 docket_account_get_user_id (account),
                                 docket_account_get_user_name (account),
                                 docket_account_get_organization_id (account),
                                 docket_account_get_organization_name (account), opened);
}

static gboolean
replace (sqlite3 *db, const Saving *saving, GError **error)
{
  if (saving->all == NULL)
    return TRUE;
  if (!forget (db, saving->opened, error))
    return FALSE;
  for (guint i = 0; i < saving->all->len; i++)
    if (!insert (db, saving->all->pdata[i], 0, error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_opened (sqlite3 *db, const Saving *saving, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT COALESCE(MAX(opened), 0) + 1 FROM known_account",
                                 error);

  return statement != NULL && docket_database_step (statement, error) == 1
         && insert (db, saving->opened, sqlite3_column_int64 (statement, 0), error);
}

static gpointer
save_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = job_data;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (!replace (db, saving, error) || !insert_opened (db, saving, error)
      || !docket_database_exec (db, "COMMIT", error))
    docket_database_exec (db, "ROLLBACK", NULL);
  return NULL;
}

static gpointer
forget_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  DocketAccount *account = job_data;
  g_autoptr (GPtrArray) forgotten = NULL;
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT address, user, user_name, organization, organization_name"
                                 " FROM known_account WHERE address = ? AND user = ?",
                                 error);

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "si", docket_account_get_address (account),
                        docket_account_get_user_id (account));
  forgotten = read_accounts (statement, error);
  if (forgotten == NULL || !forget (db, account, error))
    return NULL;
  return g_steal_pointer (&forgotten);
}

void
docket_journal_load_accounts_async (DocketJournal *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  docket_journal_run (self, docket_journal_load_accounts_async, FALSE,
                      docket_journal_load_accounts_job, NULL, NULL,
                      (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
docket_journal_load_accounts_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_load_accounts_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_journal_save_account_async (DocketJournal *self,
                                   DocketAccount *opened,
                                   GPtrArray *all,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Saving *saving = g_new (Saving, 1);

  saving->opened = g_object_ref (opened);
  saving->all = all != NULL ? g_ptr_array_ref (all) : NULL;
  docket_journal_run (self, docket_journal_save_account_async, FALSE, save_job, saving, saving_free,
                      NULL, cancellable, callback, user_data);
}

gboolean
docket_journal_save_account_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_save_account_async),
                        FALSE);

  return docket_journal_finish_change (result, error);
}

void
docket_journal_forget_accounts_async (DocketJournal *self,
                                      DocketAccount *account,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  docket_journal_run (self, docket_journal_forget_accounts_async, FALSE, forget_job,
                      g_object_ref (account), g_object_unref, (GDestroyNotify)g_ptr_array_unref,
                      cancellable, callback, user_data);
}

GPtrArray *
docket_journal_forget_accounts_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_forget_accounts_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
