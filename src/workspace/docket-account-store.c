/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-account-store.h"

#include "workspace/docket-cache.h"
#include "workspace/docket-journal.h"

/* The task's data; each call opens the journal for itself. */
typedef struct
{
  DocketAccount *account; /* to save or to forget; NULL to load */
  GPtrArray *all;         /* to save, too; nullable */
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_object (&call->account);
  g_clear_pointer (&call->all, g_ptr_array_unref);
  g_free (call);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *accounts
      = docket_journal_load_accounts_finish (DOCKET_JOURNAL (source), result, &error);

  if (accounts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, accounts, (GDestroyNotify)g_ptr_array_unref);
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
remove_caches_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Call *call = task_data;

  for (guint i = 0; i < call->all->len; i++)
    {
      g_autofree char *file_name = docket_account_dup_file_name (call->all->pdata[i]);

      docket_cache_remove_files (file_name);
    }
  g_task_return_boolean (task, TRUE);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;

  call->all = docket_journal_forget_accounts_finish (DOCKET_JOURNAL (source), result, &error);
  if (call->all == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* One that was signed in to for this session alone is not among them. */
  g_ptr_array_add (call->all, g_object_ref (call->account));
  g_task_run_in_thread (task, remove_caches_thread);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  const Call *call = g_task_get_task_data (task);
  gpointer tag = g_task_get_source_tag (task);
  GError *error = NULL;
  g_autoptr (DocketJournal) journal = docket_journal_open_finish (result, &error);

  if (journal == NULL)
    g_task_return_error (task, error);
  else if (tag == docket_account_store_load_async)
    docket_journal_load_accounts_async (journal, cancellable, loaded_cb, g_object_ref (task));
  else if (tag == docket_account_store_save_async)
    docket_journal_save_account_async (journal, call->account, call->all, cancellable, saved_cb,
                                       g_object_ref (task));
  else
    docket_journal_forget_accounts_async (journal, call->account, cancellable, forgotten_cb,
                                          g_object_ref (task));
}

static void
start (gpointer tag,
       DocketAccount *account,
       GPtrArray *all,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tag);
  g_set_object (&call->account, account);
  call->all = all != NULL ? g_ptr_array_ref (all) : NULL;
  g_task_set_task_data (task, call, call_free);
  docket_journal_open_async (cancellable, opened_cb, task);
}

void
docket_account_store_load_async (GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  start (docket_account_store_load_async, NULL, NULL, cancellable, callback, user_data);
}

GPtrArray *
docket_account_store_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_account_store_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_account_store_save_async (DocketAccount *opened,
                                 GPtrArray *all,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_ACCOUNT (opened));

  start (docket_account_store_save_async, opened, all, cancellable, callback, user_data);
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

  start (docket_account_store_forget_async, account, NULL, cancellable, callback, user_data);
}

gboolean
docket_account_store_forget_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_account_store_forget_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
