/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-account-store.h"

#include "workspace/docket-cache.h"
#include "workspace/docket-journal.h"

/* The account to save or to forget is the task's data; each call opens the journal for itself. */

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DocketAccount *account
      = docket_journal_load_account_finish (DOCKET_JOURNAL (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, account, g_object_unref);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_journal_save_account_finish (DOCKET_JOURNAL (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
remove_cache_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *file_name = docket_account_dup_file_name (DOCKET_ACCOUNT (task_data));

  docket_cache_remove_files (file_name);
  g_task_return_boolean (task, TRUE);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_journal_save_account_finish (DOCKET_JOURNAL (source), result, &error))
    g_task_run_in_thread (task, remove_cache_thread);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  gpointer tag = g_task_get_source_tag (task);
  GError *error = NULL;
  g_autoptr (DocketJournal) journal = docket_journal_open_finish (result, &error);

  if (journal == NULL)
    g_task_return_error (task, error);
  else if (tag == docket_account_store_load_async)
    docket_journal_load_account_async (journal, cancellable, loaded_cb, g_steal_pointer (&task));
  else if (tag == docket_account_store_save_async)
    docket_journal_save_account_async (journal, g_task_get_task_data (task), cancellable, saved_cb,
                                       g_object_ref (task));
  else
    docket_journal_save_account_async (journal, NULL, cancellable, forgotten_cb,
                                       g_steal_pointer (&task));
}

static void
start (gpointer tag,
       DocketAccount *account,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (account != NULL)
    g_task_set_task_data (task, g_object_ref (account), g_object_unref);
  docket_journal_open_async (cancellable, opened_cb, task);
}

void
docket_account_store_load_async (GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  start (docket_account_store_load_async, NULL, cancellable, callback, user_data);
}

DocketAccount *
docket_account_store_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_account_store_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_account_store_save_async (DocketAccount *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_ACCOUNT (account));

  start (docket_account_store_save_async, account, cancellable, callback, user_data);
}

gboolean
docket_account_store_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_account_store_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_account_store_forget_async (DocketAccount *account,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_ACCOUNT (account));

  start (docket_account_store_forget_async, account, cancellable, callback, user_data);
}

gboolean
docket_account_store_forget_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_account_store_forget_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
