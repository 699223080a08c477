/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-workspace-private.h"

static void
me_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_source_object (task);
  GError *error = NULL;
  TallyfyUser *user = tallyfy_client_get_me_finish (TALLYFY_CLIENT (source), result, &error);

  if (user == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (tallyfy_user_get_id (user) == docket_account_get_user_id (self->account))
    {
      g_set_object (&self->client, TALLYFY_CLIENT (source));
      self->has_token = TRUE;
      docket_workspace_set_connection (self, DOCKET_CONNECTION_ONLINE, NULL);
    }
  g_task_return_pointer (task, user, g_object_unref);
}

/* The same server in the same way, with another token. */
static TallyfyClient *
make_client (DocketWorkspace *self, const char *token)
{
  g_autoptr (GTlsDatabase) tls_database = NULL;
  guint idle_timeout;
  guint total_timeout;
  guint minute;
  TallyfyClient *client;

  g_object_get (self->client, "tls-database", &tls_database, "idle-timeout", &idle_timeout,
                "total-timeout", &total_timeout, "minute", &minute, NULL);
  client = g_object_new (TALLYFY_TYPE_CLIENT, "address", tallyfy_client_get_address (self->client),
                         "token", token, "tls-database", tls_database, "idle-timeout", idle_timeout,
                         "total-timeout", total_timeout, "minute", minute, NULL);
  tallyfy_client_set_repeats_writes (client, FALSE);
  return client;
}

void
docket_workspace_take_token (DocketWorkspace *self, const char *token, const GError *error)
{
  g_autoptr (TallyfyClient) client = NULL;
  gboolean known;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  if (token == NULL)
    {
      docket_workspace_set_connection (self, DOCKET_CONNECTION_SIGNED_OUT, error);
      return;
    }
  client = make_client (self, token);
  g_set_object (&self->client, client);
  self->has_token = TRUE;
  known = docket_workspace_get_has_tasks (self) || self->last_sync != NULL;
  docket_workspace_set_connection (self,
                                   known ? DOCKET_CONNECTION_ONLINE
                                         : DOCKET_CONNECTION_SYNCING_FIRST,
                                   NULL);
}

/* What went out with the old token comes to its end with the old client. */
void
docket_workspace_sign_in_again_async (DocketWorkspace *self,
                                      const char *token,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;
  g_autoptr (TallyfyClient) client = NULL;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (token != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_sign_in_again_async);
  client = make_client (self, token);
  tallyfy_client_get_me_async (client, docket_workspace_choose_cancellable (self, cancellable),
                               me_cb, task);
}

gboolean
docket_workspace_sign_in_again_finish (DocketWorkspace *self,
                                       GAsyncResult *result,
                                       gboolean *same_user,
                                       gint64 *user_id,
                                       char **user_name,
                                       GError **error)
{
  g_autoptr (TallyfyUser) user = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_sign_in_again_async),
                        FALSE);

  user = g_task_propagate_pointer (G_TASK (result), error);
  if (user == NULL)
    return FALSE;
  if (same_user != NULL)
    *same_user = tallyfy_user_get_id (user) == docket_account_get_user_id (self->account);
  if (user_id != NULL)
    *user_id = tallyfy_user_get_id (user);
  if (user_name != NULL)
    *user_name = g_strdup (tallyfy_user_get_full_name (user));
  return TRUE;
}
