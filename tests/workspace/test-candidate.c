/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is known of many tasks before anything is done to them. */
#include "stock.h"

#include <string.h>

#include "workspace/docket-candidate.h"
#include "workspace/docket-task-model-private.h"

#define TASKS                                                                                      \
  "{\"id\":\"a\",\"title\":\"Alpha\",\"is_oneoff_task\":true,\"threads_count\":2},"                \
  "{\"id\":\"b\",\"title\":\"Beta\",\"is_oneoff_task\":false,\"run_id\":\"r\"},"                   \
  "{\"id\":\"c\",\"title\":\"Gamma\",\"is_oneoff_task\":true}"
#define FULL_GAMMA                                                                                 \
  "{\"id\":\"c\",\"title\":\"Gamma\",\"is_oneoff_task\":true,\"form_fields\":{\"data\":["          \
  "{\"id\":\"f1\",\"label\":\"A\",\"field_type\":\"text\",\"value\":\"12\"},"                      \
  "{\"id\":\"f2\",\"label\":\"B\",\"field_type\":\"text\",\"value\":null}]}}"

static gboolean
is_idle (gpointer tasks)
{
  return !docket_task_model_get_busy (tasks);
}

static void
store_whole (DocketCache *cache, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (TallyfyTask) task = tallyfy_task_new_from_json (bytes, NULL);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_cache_store_task_async (cache, task, docket_cache_begin (cache), NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_cache_change_finish (cache, result, &error);
  g_assert_no_error (error);
}

/* As an entry of a list comes from the server: without its form. */
static gpointer
forget_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  docket_database_change (db, error, "UPDATE task SET detail = NULL WHERE id = ?", "s", job_data);
  return NULL;
}

static void
forget_form (DocketCache *cache, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_DEFAULT, forget_job,
                             g_strdup (id), g_free, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_database_run_finish (docket_cache_get_database (cache), result, &error);
  g_assert_no_error (error);
}

static GArray *
get_rows (DocketTaskModel *tasks)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tasks)); i++)
    {
      gint64 row = docket_task_model_get_row (tasks, i);

      if (row != 0)
        g_array_append_val (rows, row);
    }
  return rows;
}

static void
assert_candidate (GPtrArray *all,
                  guint index,
                  const char *title,
                  gboolean counted,
                  guint n_fields,
                  guint n_answers)
{
  DocketCandidate *candidate = g_ptr_array_index (all, index);

  g_assert_cmpstr (docket_task_get_title (docket_candidate_get_task (candidate)), ==, title);
  g_assert_true (docket_candidate_is_counted (candidate) == counted);
  g_assert_cmpuint (docket_candidate_get_n_fields (candidate), ==, n_fields);
  g_assert_cmpuint (docket_candidate_get_n_answers (candidate), ==, n_answers);
}

/* In the order that was asked for, with what is known of their forms, without one that went. */
static void
test_read (void)
{
  DocketCache *cache = stock_open ("a");
  g_autoptr (DocketTaskModel) tasks = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  gint64 first;

  stock_store_now (cache, TASKS);
  store_whole (cache, FULL_GAMMA);
  forget_form (cache, "a");
  run_pending ();
  tasks = docket_task_model_new (cache);
  docket_task_model_set_view (tasks, DOCKET_VIEW_ALL);
  wait_until (is_idle, tasks);
  rows = get_rows (tasks);
  g_assert_cmpuint (rows->len, ==, 3);
  /* Gamma, Beta, Alpha */
  first = g_array_index (rows, gint64, 0);
  g_array_index (rows, gint64, 0) = g_array_index (rows, gint64, 2);
  g_array_index (rows, gint64, 2) = first;

  docket_candidates_count_async (tasks, rows, NULL, keep_result, &slot);
  counted = wait_for_result (&slot);
  g_assert_cmpint (docket_candidates_count_finish (tasks, counted, &error), ==, 2);
  stock_drop (cache, "b");
  slot = NULL;
  docket_candidates_read_async (tasks, rows, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  all = docket_candidates_read_finish (tasks, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  assert_candidate (all, 0, "Gamma", TRUE, 2, 1);
  assert_candidate (all, 1, "Alpha", FALSE, 0, 0);
  g_assert_cmpint (docket_candidate_get_row (g_ptr_array_index (all, 0)), ==,
                   g_array_index (rows, gint64, 0));
  g_clear_object (&result);
  g_clear_object (&counted);
  run_pending ();
  wait_until (is_idle, tasks);
  run_pending ();
  g_clear_object (&tasks);
  run_pending ();
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/candidate/read", test_read);
  return folders_run ();
}
