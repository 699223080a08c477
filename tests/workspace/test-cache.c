/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The cache: an answer that is older than a change made here does not undo it, a pass drops what it
 * did not see. */
#include "stock.h"

#include <string.h>

#include "workspace/docket-cache-pass.h"
#include "workspace/docket-cache-read.h"

#define TASK(id) "{\"id\":\"" id "\",\"title\":\"" id "\",\"is_oneoff_task\":true}"
#define ARCHIVED(id)                                                                               \
  "{\"id\":\"" id "\",\"title\":\"" id                                                             \
  "\",\"is_oneoff_task\":true,\"archived_at\":\"2026-03-15T17:00:00Z\"}"

static void
assert_counts (DocketCache *cache, guint n_open, guint n_archived)
{
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ALL), ==, n_open);
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ARCHIVED), ==, n_archived);
}

static void
test_older_than_archiving (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 asked;

  stock_store_now (cache, TASK ("t1"));
  asked = docket_cache_begin (cache);
  stock_set_archived (cache, "t1", 1700000000);
  stock_store (cache, asked, TASK ("t1"));
  assert_counts (cache, 0, 1);
  stock_store_now (cache, TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

static void
test_older_than_restoring (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 asked;

  stock_store_now (cache, ARCHIVED ("t1"));
  asked = docket_cache_begin (cache);
  stock_set_archived (cache, "t1", 0);
  stock_store (cache, asked, ARCHIVED ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

static void
test_older_than_deletion (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 asked;

  stock_store_now (cache, TASK ("t1") "," TASK ("t2"));
  asked = docket_cache_begin_pass (cache);
  stock_drop (cache, "t1");
  stock_store (cache, asked, TASK ("t1") "," TASK ("t2"));
  assert_counts (cache, 1, 0);
  stock_finish_pass (cache);
  stock_store (cache, asked, TASK ("t1"));
  assert_counts (cache, 1, 0);
  /* A later answer is right: it was never deleted. */
  stock_store_now (cache, TASK ("t1"));
  assert_counts (cache, 2, 0);
  stock_close (cache);
}

/* Not even the next start forgets what is older. */
static void
test_marks_outlive_closing (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 asked;

  stock_store_now (cache, TASK ("t1"));
  for (int i = 0; i < 5; i++)
    docket_cache_begin (cache);
  stock_set_archived (cache, "t1", 1700000000);
  stock_close (cache);
  cache = stock_open ("a");
  asked = docket_cache_begin (cache);
  stock_store (cache, asked, TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_drop (cache, "t1");
  stock_close (cache);
  cache = stock_open ("a");
  stock_store_now (cache, TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

static void
test_pass (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 pass;

  stock_store_now (cache, TASK ("t1") "," TASK ("t2") "," TASK ("t3") "," TASK ("t4"));
  pass = docket_cache_begin_pass (cache);
  stock_store (cache, pass, TASK ("t1"));
  /* Heard of since the pass began, though not by it. */
  stock_store_now (cache, TASK ("t2"));
  stock_set_archived (cache, "t3", 1700000000);
  assert_counts (cache, 3, 1);
  stock_finish_pass (cache);
  assert_counts (cache, 2, 1);
  docket_cache_begin_pass (cache);
  stock_finish_pass (cache);
  assert_counts (cache, 0, 0);
  stock_close (cache);
}

static TallyfyTask *
load (DocketCache *cache, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TallyfyTask *task;

  docket_cache_load_task_async (cache, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  task = docket_cache_load_task_finish (cache, result, &error);
  g_assert_no_error (error);
  return task;
}

static void
test_load (void)
{
  DocketCache *cache = stock_open ("a");
  g_autoptr (TallyfyTask) task = NULL;

  stock_store_now (cache, "{\"id\":\"t1\",\"title\":\"Report\",\"summary\":\"<p>a</p>\"}");
  task = load (cache, "t1");
  g_assert_cmpstr (tallyfy_task_get_summary (task), ==, "<p>a</p>");
  g_assert_null (load (cache, "t2"));
  stock_close (cache);
}

static DocketCacheSummary *
summarize (DocketCache *cache, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketCacheSummary *summary;

  docket_cache_summarize_async (cache, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  summary = docket_cache_summarize_finish (cache, result, &error);
  g_assert_no_error (error);
  return summary;
}

static void
assert_summary (
    DocketCache *cache, const char *id, gboolean one_off, gboolean archived, gboolean namesake)
{
  g_autoptr (DocketCacheSummary) summary = summarize (cache, id);

  g_assert_cmpstr (summary->title, ==, "Same");
  g_assert_cmpint (summary->one_off, ==, one_off);
  g_assert_cmpint (summary->archived, ==, archived);
  g_assert_cmpint (summary->has_namesake, ==, namesake);
}

static void
test_summary (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_now (cache, "{\"id\":\"t1\",\"title\":\"Same\",\"is_oneoff_task\":true},"
                          "{\"id\":\"t2\",\"title\":\"Same\",\"is_oneoff_task\":true,"
                          "\"deleted_at\":\"2026-03-15T17:00:00Z\"},"
                          "{\"id\":\"t3\",\"title\":\"same\",\"is_oneoff_task\":true}");
  assert_summary (cache, "t1", TRUE, FALSE, FALSE);
  assert_summary (cache, "t2", TRUE, TRUE, FALSE);
  stock_store_now (cache, "{\"id\":\"t4\",\"title\":\"Same\",\"run_id\":\"r1\"}");
  assert_summary (cache, "t1", TRUE, FALSE, TRUE);
  assert_summary (cache, "t4", FALSE, FALSE, TRUE);
  assert_summary (cache, "t2", TRUE, TRUE, FALSE);
  g_assert_null (summarize (cache, "t9"));
  stock_close (cache);
}

static void
count_cb (DocketCache *cache, guint *n)
{
  (*n)++;
}

static gpointer
tell_job (sqlite3 *db, gpointer done, GCancellable *cancellable, GError **error)
{
  g_atomic_int_set ((int *)done, 1);
  return NULL;
}

/* All of them have ended before the main loop hears of the first. */
static void
test_changes_are_told_together (void)
{
  DocketCache *cache = stock_open ("a");
  GAsyncResult *slots[20] = { NULL };
  GAsyncResult *end = NULL;
  int done = 0;
  guint n = 0;

  g_signal_connect (cache, "changed", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    docket_cache_set_archived_async (cache, "t1", i, keep_result, &slots[i]);
  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_LOW, tell_job, &done,
                             NULL, NULL, NULL, keep_result, &end);
  while (g_atomic_int_get (&done) == 0)
    g_thread_yield ();
  g_object_unref (wait_for_result (&end));
  run_pending ();
  g_assert_cmpuint (n, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    g_clear_object (&slots[i]);
  stock_close (cache);
}

/* Rows written, whatever wrote them. */
static gpointer
count_changes_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sqlite3_total_changes (db));
}

static int
count_changes (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_DEFAULT,
                             count_changes_job, NULL, NULL, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return GPOINTER_TO_INT (
      docket_database_run_finish (docket_cache_get_database (cache), result, NULL));
}

static const char *const versions[] = {
  TASK ("t1"),
  "{\"id\":\"t1\",\"title\":\"Other\",\"is_oneoff_task\":true}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,\"deadline\":\"2026-03-15T17:00:00Z\"}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,\"summary\":\"\"}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,\"owners\":{\"users\":[8]}}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,\"owners\":{\"guests\":[\"8\"]}}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,\"threads_count\":1}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,"
  "\"threads\":{\"data\":[{\"id\":\"c\",\"content\":\"x\"}]}}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,"
  "\"form_fields\":{\"data\":[{\"id\":\"f\",\"label\":\"L\",\"value\":\"1\"}]}}",
  "{\"id\":\"t1\",\"title\":\"t1\",\"is_oneoff_task\":true,"
  "\"form_fields\":{\"data\":[{\"id\":\"f\",\"label\":\"L\",\"value\":\"2\"}]}}",
};

/* What is as it was is not written again, and all that differs is. */
static void
test_same_is_not_written (void)
{
  DocketCache *cache = stock_open ("a");
  guint n = 0;

  stock_store_listed (cache, docket_cache_begin (cache), TASK ("t1") "," TASK ("t2"));
  run_pending ();
  g_signal_connect (cache, "changed", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    for (guint again = 0; again < 2; again++)
      {
        g_autofree char *page = g_strdup_printf ("%s," TASK ("t2"), versions[i]);
        const int before = count_changes (cache);

        stock_store_listed (cache, docket_cache_begin (cache), page);
        g_assert_cmpint (count_changes (cache) - before, ==, i > 0 && again == 0 ? 1 : 0);
      }
  run_pending ();
  g_assert_cmpuint (n, >, 0);
  n = 0;
  stock_store_listed (cache, docket_cache_begin (cache), versions[G_N_ELEMENTS (versions) - 1]);
  run_pending ();
  g_assert_cmpuint (n, ==, 0);
  stock_close (cache);
}

/* What was changed here is written again when the server says the same as before. */
static void
test_changed_here_is_written (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_listed (cache, docket_cache_begin (cache), TASK ("t1"));
  stock_set_archived (cache, "t1", 1700000000);
  assert_counts (cache, 0, 1);
  stock_store_listed (cache, docket_cache_begin (cache), TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

/* An answer that was asked for before another one does not overwrite it. */
static void
test_older_than_answer (void)
{
  DocketCache *cache = stock_open ("a");
  const gint64 asked = docket_cache_begin (cache);

  stock_store_listed (cache, docket_cache_begin (cache), ARCHIVED ("t1"));
  stock_store (cache, asked, TASK ("t1"));
  assert_counts (cache, 0, 1);
  stock_close (cache);
}

/* Not even a start of the program ends a pass; what it saw before is still seen. */
static void
test_pass_outlives_closing (void)
{
  DocketCache *cache = stock_open ("a");
  gint64 mark;

  stock_store_now (cache, TASK ("t1") "," TASK ("t2"));
  mark = docket_cache_begin_pass (cache);
  stock_store (cache, mark, TASK ("t1"));
  docket_cache_note_pass (cache, 1, 3);
  stock_close (cache);
  cache = stock_open ("a");
  g_assert_cmpint (docket_cache_get_pass (cache)->mark, ==, mark);
  g_assert_cmpuint (docket_cache_get_pass (cache)->list, ==, 1);
  g_assert_cmpuint (docket_cache_get_pass (cache)->page, ==, 3);
  g_assert_cmpint (docket_cache_get_pass (cache)->last_whole, ==, 0);
  g_assert_cmpint (docket_cache_begin (cache), >, mark);
  stock_finish_pass (cache);
  assert_counts (cache, 1, 0);
  stock_close (cache);
  cache = stock_open ("a");
  g_assert_cmpint (docket_cache_get_pass (cache)->mark, ==, 0);
  g_assert_cmpint (docket_cache_get_pass (cache)->last_whole, >, 0);
  stock_close (cache);
}

/* The first page of the file is whole, and all others are not. */
static void
test_damage (void)
{
  DocketCache *cache = stock_open ("a");
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", "a.db", NULL);
  g_autofree char *content = NULL;
  gsize length = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"t%u\",\"title\":\"Report\"}", i);

      stock_store_now (cache, json);
    }
  stock_close (cache);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 16384);
  memset (content + 4096, 'x', length - 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  cache = stock_open ("a");
  assert_counts (cache, 0, 0);
  stock_store_now (cache, TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

/* One page among many is not whole: who needs it hears so, and the next start makes the file anew.
 */
static void
test_damage_that_shows_later (void)
{
  DocketCache *cache = stock_open ("a");
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", "a.db", NULL);
  g_autofree char *content = NULL;
  gsize length = 0;
  char *needle;
  GAsyncResult *slot = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"id\":\"t%u\",\"title\":\"Report\",\"summary\":\"<p>needle %u.</p>\"}", i, i);

      stock_store_now (cache, json);
    }
  stock_close (cache);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  needle = memmem (content, length, "needle 150.", strlen ("needle 150."));
  g_assert_nonnull (needle);
  memset (content + (needle - content) / 4096 * 4096, 'x', 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  cache = stock_open ("a");
  assert_counts (cache, 300, 0);
  docket_cache_load_task_async (cache, "t150", NULL, keep_result, &slot);
  {
    g_autoptr (GAsyncResult) result = wait_for_result (&slot);

    g_assert_null (docket_cache_load_task_finish (cache, result, &error));
  }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  stock_close (cache);
  cache = stock_open ("a");
  assert_counts (cache, 0, 0);
  stock_store_now (cache, TASK ("t1"));
  assert_counts (cache, 1, 0);
  stock_close (cache);
}

static void
test_two_files (void)
{
  DocketCache *first = stock_open ("a");
  DocketCache *second = stock_open ("b");

  stock_store_now (first, TASK ("t1"));
  assert_counts (first, 1, 0);
  assert_counts (second, 0, 0);
  stock_close (first);
  stock_close (second);
  docket_cache_remove_files ("a");
  first = stock_open ("a");
  assert_counts (first, 0, 0);
  stock_close (first);
}

static gpointer
plan_job (sqlite3 *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "EXPLAIN QUERY PLAN " DOCKET_CACHE_SUMMARY, error);
  GString *plan = g_string_new (NULL);

  while (docket_database_step (statement, error) == 1)
    g_string_append_printf (plan, "%s; ", sqlite3_column_text (statement, 3));
  return g_string_free (plan, FALSE);
}

/* What each removal and each completion asks first is answered by indexes, however many tasks there
 * are. */
static void
test_summary_reads_few (void)
{
  DocketCache *cache = stock_open ("a");
  GAsyncResult *slot = NULL;

  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_DEFAULT, plan_job, NULL,
                             NULL, g_free, NULL, keep_result, &slot);
  {
    g_autoptr (GAsyncResult) result = wait_for_result (&slot);
    g_autofree char *plan
        = docket_database_run_finish (docket_cache_get_database (cache), result, NULL);

    g_assert_nonnull (strstr (plan, "other USING INDEX task_by_title (title=?)"));
  }
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/cache/older-than-archiving", test_older_than_archiving);
  folders_add_func ("/cache/older-than-restoring", test_older_than_restoring);
  folders_add_func ("/cache/older-than-deletion", test_older_than_deletion);
  folders_add_func ("/cache/marks-outlive-closing", test_marks_outlive_closing);
  folders_add_func ("/cache/pass", test_pass);
  folders_add_func ("/cache/load", test_load);
  folders_add_func ("/cache/summary", test_summary);
  folders_add_func ("/cache/changes-are-told-together", test_changes_are_told_together);
  folders_add_func ("/cache/same-is-not-written", test_same_is_not_written);
  folders_add_func ("/cache/changed-here-is-written", test_changed_here_is_written);
  folders_add_func ("/cache/older-than-answer", test_older_than_answer);
  folders_add_func ("/cache/pass-outlives-closing", test_pass_outlives_closing);
  folders_add_func ("/cache/damage", test_damage);
  folders_add_func ("/cache/damage-that-shows-later", test_damage_that_shows_later);
  folders_add_func ("/cache/two-files", test_two_files);
  folders_add_func ("/cache/summary-reads-few", test_summary_reads_few);
  return folders_run ();
}
