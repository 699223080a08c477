/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-processes.h"

#include "workspace/docket-cache-processes.h"

static const TallyfyProcessQuery queries[] = {
  { .status = NULL },
  { .status = "archived" },
};

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  gint64 mark;
  guint list;        /* index of the query that is being read */
  guint page;        /* that was asked for last, from 1 */
  GHashTable *seen;  /* IDs of this list: rows move between pages */
  guint n_malformed; /* entries of this list that could not be read */
  gboolean complete; /* nothing was missed so far */
} Pass;

static void ask_for_page (GTask *task);

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_object_unref (pass->client);
  g_object_unref (pass->cache);
  g_free (pass->organization_id);
  g_hash_table_unref (pass->seen);
  g_free (pass);
}

/* Returns whether another page is to be asked for. */
static gboolean
note_page (Pass *pass, TallyfyProcessPage *page)
{
  GPtrArray *processes = tallyfy_process_page_get_processes (page);
  gboolean any_new = FALSE;
  const gboolean more = tallyfy_process_page_has_next (page);

  for (guint i = 0; i < processes->len; i++)
    if (g_hash_table_add (pass->seen, g_strdup (tallyfy_process_get_id (processes->pdata[i]))))
      any_new = TRUE;
  pass->n_malformed += tallyfy_process_page_get_errors (page)->len;
  /* A server that gives the same page again and again would never come to an end. */
  if (more && any_new)
    return TRUE;
  if (more
      || (gint64)g_hash_table_size (pass->seen) + pass->n_malformed
             < tallyfy_process_page_get_total (page))
    pass->complete = FALSE;
  return FALSE;
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_task_return_error (task, error);
  else if (pass->list < G_N_ELEMENTS (queries))
    ask_for_page (task);
  else if (pass->complete)
    docket_cache_finish_process_pass_async (pass->cache, pass->mark, g_task_get_cancellable (task),
                                            ended_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyProcessPage) page
      = tallyfy_client_list_processes_finish (TALLYFY_CLIENT (source), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!note_page (pass, page))
    {
      g_hash_table_remove_all (pass->seen);
      pass->n_malformed = 0;
      pass->page = 0;
      pass->list++;
    }
  docket_cache_store_processes_async (pass->cache, tallyfy_process_page_get_processes (page),
                                      pass->mark, g_task_get_cancellable (task), stored_cb,
                                      g_object_ref (task));
}

static void
ask_for_page (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  tallyfy_client_list_processes_async (pass->client, pass->organization_id, &queries[pass->list],
                                       ++pass->page, g_task_get_cancellable (task), page_cb,
                                       g_object_ref (task));
}

void
docket_sync_processes_async (TallyfyClient *client,
                             DocketCache *cache,
                             const char *organization_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Pass *pass = g_new0 (Pass, 1);

  g_task_set_source_tag (task, docket_sync_processes_async);
  pass->client = g_object_ref (client);
  pass->cache = g_object_ref (cache);
  pass->organization_id = g_strdup (organization_id);
  pass->mark = docket_cache_begin (cache);
  pass->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pass->complete = TRUE;
  g_task_set_task_data (task, pass, pass_free);
  ask_for_page (task);
}

gboolean
docket_sync_processes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_processes_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
