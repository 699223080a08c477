/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-draft-private.h"
#include "workspace/docket-history-private.h"
#include "workspace/docket-workspace-private.h"

static void
outline_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_task_data (task);
  GError *error = NULL;
  DocketCacheOverview *outline
      = docket_cache_overview_finish (DOCKET_CACHE (source), result, &error);

  if (outline == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  docket_workspace_take_cache (self, DOCKET_CACHE (source), outline);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
cache_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  g_autoptr (DocketCache) cache = docket_cache_open_finish (result, &error);

  if (cache != NULL)
    docket_cache_outline_async (cache, cancellable, outline_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
open_cache (GTask *task)
{
  DocketWorkspace *self = g_task_get_task_data (task);
  g_autofree char *file_name = docket_account_dup_file_name (self->account);

  docket_cache_open_async (file_name, docket_account_get_user_id (self->account),
                           g_task_get_cancellable (task), cache_opened_cb, g_object_ref (task));
}

static void
drafts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stored
      = docket_journal_list_drafts_finish (DOCKET_JOURNAL (source), result, &error);

  if (stored != NULL)
    docket_drafts_take_stored (g_task_get_task_data (task), stored);
  else
    g_debug ("What was being written could not be read: %s", error->message);
  open_cache (task);
}

/* Without a journal tasks can be read; a removal tries to open it again, and sends nothing while it
 * cannot. */
static void
journal_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *account = docket_account_dup_file_name (self->account);

  self->journal = docket_journal_open_finish (result, &error);
  if (self->journal != NULL)
    {
      docket_journal_list_drafts_async (self->journal, account, g_task_get_cancellable (task),
                                        drafts_cb, g_object_ref (task));
      return;
    }
  g_debug ("The journal could not be opened: %s", error->message);
  open_cache (task);
}

static void
open (DocketAccount *account,
      TallyfyClient *client,
      DocketConnection connection,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  DocketWorkspace *self = g_object_new (DOCKET_TYPE_WORKSPACE, NULL);

  g_task_set_source_tag (task, docket_workspace_open_async);
  self->account = g_object_ref (account);
  self->client = g_object_ref (client);
  /* The journal is to know of each request before it goes out. */
  tallyfy_client_set_repeats_writes (client, FALSE);
  self->connection = connection;
  self->has_token = connection != DOCKET_CONNECTION_NO_TOKEN;
  g_task_set_task_data (task, self, g_object_unref);
  docket_journal_open_async (cancellable, journal_opened_cb, task);
}

void
docket_workspace_open_client_async (DocketAccount *account,
                                    TallyfyClient *client,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_ACCOUNT (account));
  g_return_if_fail (TALLYFY_IS_CLIENT (client));

  open (account, client, DOCKET_CONNECTION_SYNCING_FIRST, cancellable, callback, user_data);
}

/* A client with an empty token sends nothing. */
void
docket_workspace_open_async (DocketAccount *account,
                             const char *token,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (TallyfyClient) client = NULL;

  g_return_if_fail (DOCKET_IS_ACCOUNT (account));

  client = tallyfy_client_new (docket_account_get_address (account), token != NULL ? token : "");
  open (account, client,
        token != NULL ? DOCKET_CONNECTION_SYNCING_FIRST : DOCKET_CONNECTION_NO_TOKEN, cancellable,
        callback, user_data);
}

DocketWorkspace *
docket_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
journal_ensured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  DocketJournal *journal = docket_journal_open_finish (result, &error);

  if (journal == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_set_object (&self->journal, journal);
  if (self->history != NULL)
    docket_history_set_journal (self->history, journal);
  g_object_unref (journal);
  g_task_return_boolean (task, TRUE);
}

void
docket_workspace_ensure_journal_async (DocketWorkspace *self,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_workspace_ensure_journal_async);
  if (self->journal != NULL)
    g_task_return_boolean (task, TRUE);
  else
    docket_journal_open_async (NULL, journal_ensured_cb, g_steal_pointer (&task));
}

gboolean
docket_workspace_ensure_journal_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_ensure_journal_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

DocketHistory *
docket_workspace_get_history (DocketWorkspace *self)
{
  g_autofree char *account = NULL;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  if (self->history == NULL)
    {
      account = docket_account_dup_file_name (self->account);
      self->history = docket_history_new (account);
      if (self->journal != NULL)
        docket_history_set_journal (self->history, self->journal);
    }
  return self->history;
}
