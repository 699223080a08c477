/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-processes.h"

#include "workspace/docket-cache-processes.h"
#include "workspace/docket-pages.h"

#define N_AT_ONCE 2

static const TallyfyProcessQuery queries[] = {
  { .status = NULL, .patient = TRUE },
  { .status = "archived", .patient = TRUE },
};

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  gint64 mark;
  guint list; /* index of the query that is being read */
  DocketPages *pages;
  gboolean complete; /* nothing was missed so far */
} Pass;

/* A page that is being stored. */
typedef struct
{
  GTask *task;
  guint number;
} Storing;

static void begin_list (GTask *task);

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_object_unref (pass->client);
  g_object_unref (pass->cache);
  g_free (pass->organization_id);
  g_clear_object (&pass->pages);
  g_free (pass);
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
  g_autofree Storing *storing = user_data;
  g_autoptr (GTask) task = storing->task;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    docket_pages_taken (pass->pages, storing->number, TRUE);
  else
    docket_pages_fail (pass->pages, error);
}

static void
take_page (DocketPages *pages, const DocketPage *page, gpointer user_data)
{
  GTask *task = user_data;
  Pass *pass = g_task_get_task_data (task);
  Storing *storing = g_new (Storing, 1);

  storing->task = g_object_ref (task);
  storing->number = page->number;
  docket_cache_store_processes_async (pass->cache, page->items, pass->mark,
                                      g_task_get_cancellable (task), stored_cb, storing);
}

static void
list_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_pages_read_finish (pass->pages, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  pass->complete = pass->complete && docket_pages_is_complete (pass->pages);
  pass->list++;
  if (pass->list < G_N_ELEMENTS (queries))
    begin_list (task);
  else if (pass->complete)
    docket_cache_finish_process_pass_async (pass->cache, pass->mark, g_task_get_cancellable (task),
                                            ended_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

static void
begin_list (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  g_clear_object (&pass->pages);
  pass->pages = docket_pages_new_processes (pass->client, pass->organization_id,
                                            &queries[pass->list], N_AT_ONCE, take_page, task);
  docket_pages_read_async (pass->pages, g_task_get_cancellable (task), list_read_cb,
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
  pass->complete = TRUE;
  g_task_set_task_data (task, pass, pass_free);
  begin_list (task);
}

gboolean
docket_sync_processes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_processes_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
