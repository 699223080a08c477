/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-lists.h"

#include "workspace/docket-cache-lists.h"

/* In the order of DocketLists. */
static const struct
{
  const char *name; /* in the log */
  void (*ask) (TallyfyClient *client,
               const char *organization_id,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data);
  GPtrArray *(*hear) (TallyfyClient *client, GAsyncResult *result, GError **error);
  void (*store) (DocketCache *cache,
                 GPtrArray *items,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data);
} kinds[] = {
  { "members", tallyfy_client_list_users_async, tallyfy_client_list_users_finish,
    docket_cache_store_users_async },
  { "guests", tallyfy_client_list_guests_async, tallyfy_client_list_guests_finish,
    docket_cache_store_guests_async },
  { "groups", tallyfy_client_list_groups_async, tallyfy_client_list_groups_finish,
    docket_cache_store_groups_async },
  { "tags", tallyfy_client_list_tags_async, tallyfy_client_list_tags_finish,
    docket_cache_store_tags_async },
};

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  DocketLists lists;
  guint list; /* index of the one that is being read */
} Pass;

static void go_on (GTask *task);

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_object_unref (pass->client);
  g_object_unref (pass->cache);
  g_free (pass->organization_id);
  g_free (pass);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    return g_task_return_error (task, error);
  pass->list++;
  go_on (task);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) items = kinds[pass->list].hear (TALLYFY_CLIENT (source), result, &error);

  if (items != NULL)
    kinds[pass->list].store (pass->cache, items, g_task_get_cancellable (task), stored_cb,
                             g_object_ref (task));
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT)
           || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_debug ("The %s could not be listed: %s", kinds[pass->list].name, error->message);
      g_clear_error (&error);
      pass->list++;
      go_on (task);
    }
}

static void
go_on (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  while (pass->list < G_N_ELEMENTS (kinds) && (pass->lists & 1u << pass->list) == 0)
    pass->list++;
  if (pass->list == G_N_ELEMENTS (kinds))
    g_task_return_boolean (task, TRUE);
  else
    kinds[pass->list].ask (pass->client, pass->organization_id, g_task_get_cancellable (task),
                           listed_cb, g_object_ref (task));
}

void
docket_sync_lists_async (TallyfyClient *client,
                         DocketCache *cache,
                         const char *organization_id,
                         DocketLists lists,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Pass *pass = g_new0 (Pass, 1);

  g_task_set_source_tag (task, docket_sync_lists_async);
  pass->client = g_object_ref (client);
  pass->cache = g_object_ref (cache);
  pass->organization_id = g_strdup (organization_id);
  pass->lists = lists;
  g_task_set_task_data (task, pass, pass_free);
  go_on (task);
}

gboolean
docket_sync_lists_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_lists_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
