/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-check.h"

#include "tallyfy/tallyfy.h"

#define MANY 100u

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  gboolean quiet;
  GStrv unseen;
  guint n; /* of them that have been asked for */
  gint64 mark;
  GPtrArray *gone; /* of IDs in @unseen; ends with NULL when it is used */
} Checking;

static void ask_next (GTask *task);

static void
checking_free (gpointer data)
{
  Checking *checking = data;

  g_object_unref (checking->client);
  g_object_unref (checking->cache);
  g_free (checking->organization_id);
  g_strfreev (checking->unseen);
  g_ptr_array_unref (checking->gone);
  g_free (checking);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @only: (nullable): those that may be dropped */
static void
finish (GTask *task, gpointer *only)
{
  Checking *checking = g_task_get_task_data (task);

  docket_cache_finish_pass_async (checking->cache, (const char *const *)only, checking->quiet,
                                  g_task_get_cancellable (task), finished_cb, g_object_ref (task));
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    ask_next (task);
  else
    g_task_return_error (task, error);
}

/* Whatever else the server says is no proof that the task is gone. */
static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Checking *checking = g_task_get_task_data (task);
  char *id = checking->unseen[checking->n++];
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) found
      = tallyfy_client_get_task_finish (TALLYFY_CLIENT (source), result, &error);

  if (found != NULL)
    {
      docket_cache_store_task_async (checking->cache, found, checking->mark,
                                     g_task_get_cancellable (task), stored_cb, g_object_ref (task));
      return;
    }
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND)
      && g_strcmp0 (tallyfy_error_get_code (error), "RESOURCE_NOT_FOUND") == 0)
    g_ptr_array_add (checking->gone, id);
  ask_next (task);
}

static void
ask_next (GTask *task)
{
  Checking *checking = g_task_get_task_data (task);

  if (checking->unseen[checking->n] == NULL)
    {
      g_ptr_array_add (checking->gone, NULL);
      finish (task, checking->gone->pdata);
      return;
    }
  checking->mark = docket_cache_begin (checking->cache);
  tallyfy_client_get_task_async (checking->client, checking->organization_id,
                                 checking->unseen[checking->n], g_task_get_cancellable (task),
                                 got_cb, g_object_ref (task));
}

/* Nobody would wait for so many answers. */
static void
finish_with_many (GTask *task)
{
  Checking *checking = g_task_get_task_data (task);
  gpointer none[] = { NULL };

  finish (task, checking->quiet ? NULL : none);
}

static void
unseen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Checking *checking = g_task_get_task_data (task);
  GError *error = NULL;

  checking->unseen = docket_cache_list_unseen_finish (DOCKET_CACHE (source), result, &error);
  if (checking->unseen == NULL)
    g_task_return_error (task, error);
  else if (g_strv_length (checking->unseen) > MANY)
    finish_with_many (task);
  else
    ask_next (task);
}

void
docket_sync_check_async (TallyfyClient *client,
                         DocketCache *cache,
                         const char *organization_id,
                         gboolean quiet,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Checking *checking = g_new0 (Checking, 1);

  g_task_set_source_tag (task, docket_sync_check_async);
  checking->client = g_object_ref (client);
  checking->cache = g_object_ref (cache);
  checking->organization_id = g_strdup (organization_id);
  checking->quiet = quiet;
  checking->gone = g_ptr_array_new ();
  g_task_set_task_data (task, checking, checking_free);
  docket_cache_list_unseen_async (cache, MANY + 1, cancellable, unseen_cb, task);
}

gboolean
docket_sync_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_check_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
