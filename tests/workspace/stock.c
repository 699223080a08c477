/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "stock.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "tallyfy/tallyfy-readers.h"
#include "workspace/docket-cache-pass.h"
#include "workspace/docket-cache-processes.h"

DocketCache *
stock_open (const char *name)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketCache *cache;

  docket_cache_open_async (name, STOCK_USER, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  cache = docket_cache_open_finish (result, &error);
  g_assert_no_error (error);
  return cache;
}

void
stock_close (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_close_async (docket_cache_get_database (cache), keep_result, &slot);
  result = wait_for_result (&slot);
  run_pending ();
  g_assert_finalize_object (cache);
}

/* Each as it is when it is got alone. */
static GPtrArray *
read_tasks (const char *json)
{
  g_autofree char *list = g_strdup_printf ("[%s]", json);
  g_autoptr (JsonNode) root = json_from_string (list, NULL);
  JsonArray *array = json_node_get_array (root);
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *text = json_to_string (json_array_get_element (array, i), FALSE);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      TallyfyTask *task = tallyfy_task_new_from_json (bytes, &error);

      g_assert_no_error (error);
      g_ptr_array_add (tasks, task);
    }
  return tasks;
}

static void
wait_for_change (DocketCache *cache, GAsyncResult **slot)
{
  g_autoptr (GAsyncResult) result = wait_for_result (slot);
  g_autoptr (GError) error = NULL;

  docket_cache_change_finish (cache, result, &error);
  g_assert_no_error (error);
}

void
stock_store (DocketCache *cache, gint64 mark, const char *json)
{
  g_autoptr (GPtrArray) tasks = read_tasks (json);
  GAsyncResult *slot = NULL;

  docket_cache_store_page_async (cache, tasks, mark, NULL, keep_result, &slot);
  wait_for_change (cache, &slot);
}

void
stock_store_listed (DocketCache *cache, gint64 mark, const char *json)
{
  g_autofree char *list = g_strdup_printf ("{\"data\":[%s]}", json);
  g_autoptr (JsonNode) root = json_from_string (list, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = tallyfy_task_page_read (root, 1, &error);
  GAsyncResult *slot = NULL;

  g_assert_no_error (error);
  docket_cache_store_page_async (cache, tallyfy_task_page_get_tasks (page), mark, NULL, keep_result,
                                 &slot);
  wait_for_change (cache, &slot);
}

void
stock_store_now (DocketCache *cache, const char *json)
{
  stock_store (cache, docket_cache_begin (cache), json);
}

void
stock_finish_pass (DocketCache *cache)
{
  GAsyncResult *slot = NULL;

  docket_cache_finish_pass_async (cache, NULL, TRUE, NULL, keep_result, &slot);
  wait_for_change (cache, &slot);
}

void
stock_set_archived (DocketCache *cache, const char *id, gint64 archived_at)
{
  GAsyncResult *slot = NULL;

  docket_cache_set_archived_async (cache, id, archived_at, keep_result, &slot);
  wait_for_change (cache, &slot);
}

void
stock_drop (DocketCache *cache, const char *id)
{
  GAsyncResult *slot = NULL;

  docket_cache_drop_task_async (cache, id, keep_result, &slot);
  wait_for_change (cache, &slot);
}

void
stock_change_process (DocketCache *cache, const char *id, gint64 archived_at)
{
  GAsyncResult *slot = NULL;

  if (archived_at < 0)
    docket_cache_drop_process_async (cache, id, keep_result, &slot);
  else
    docket_cache_set_process_archived_async (cache, id, archived_at, keep_result, &slot);
  wait_for_change (cache, &slot);
}

DocketCacheOverview *
stock_overview (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketCacheOverview *overview;

  docket_cache_overview_async (cache, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  overview = docket_cache_overview_finish (cache, result, &error);
  g_assert_no_error (error);
  return overview;
}

guint
stock_count (DocketCache *cache, DocketView view)
{
  g_autoptr (DocketCacheOverview) overview = stock_overview (cache);

  return overview->counts[view];
}

static gpointer
run_job (DocketCache *cache,
         DocketDatabaseJob job,
         gpointer data,
         GDestroyNotify data_free,
         GDestroyNotify result_free)
{
  DocketDatabase *database = docket_cache_get_database (cache);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  docket_database_run_async (database, G_PRIORITY_DEFAULT, job, data, data_free, result_free, NULL,
                             keep_result, &slot);
  result = wait_for_result (&slot);
  answer = docket_database_run_finish (database, result, &error);
  g_assert_no_error (error);
  return answer;
}

DocketTaskQueryResult *
stock_query (DocketCache *cache, const char *now, DocketView view, const char *search)
{
  const DocketOrder order = { 0 };

  return stock_query_in_order (cache, now, view, search, &order);
}

DocketTaskQueryResult *
stock_query_in_order (DocketCache *cache,
                      const char *now,
                      DocketView view,
                      const char *search,
                      const DocketOrder *order)
{
  DocketTaskQuery *query = g_new0 (DocketTaskQuery, 1);

  query->view = view;
  query->search = g_strdup (search);
  query->order = *order;
  query->tidy_days = docket_cache_get_tidy_days (cache);
  query->now = g_date_time_new_from_iso8601 (now, NULL);
  query->live = g_array_new (FALSE, FALSE, sizeof (gint64));
  query->n_first = 1000;
  query->whole = TRUE;
  return run_job (cache, docket_task_query_job, query, (GDestroyNotify)docket_task_query_free,
                  (GDestroyNotify)docket_task_query_result_free);
}

static gpointer
store_member_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const char *const *member = job_data;

  docket_database_change (db, error, "INSERT INTO person (id, name) VALUES (?, ?)", "ss", member[0],
                          member[1]);
  return NULL;
}

void
stock_store_member (DocketCache *cache, const char *id, const char *name)
{
  const char *member[] = { id, name };

  run_job (cache, store_member_job, member, NULL, NULL);
}
