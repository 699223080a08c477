/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How fast pages of tasks get into the cache: through the client's reader and the cache's writer,
 * as in a pass, and through json-glib and SQLite alone, into the same table with the same texts. */
#include <stdio.h>
#include <string.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "plain-store.h"
#include "stock.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

#define N_TASKS 20000
#define N_RUNS 7

static void
store_page (DocketCache *cache, gint64 mark, GBytes *json, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = tallyfy_json_parse (json, &error);
  g_autoptr (TallyfyTaskPage) page
      = root != NULL ? tallyfy_task_page_read (root, number, &error) : NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;

  g_assert_no_error (error);
  docket_cache_store_page_async (cache, tallyfy_task_page_get_tasks (page), mark, NULL, keep_result,
                                 &slot);
  result = wait_for_result (&slot);
  docket_cache_change_finish (cache, result, &error);
  g_assert_no_error (error);
}

/* Seconds. */
static double
time_docket (GPtrArray *pages)
{
  DocketCache *cache = stock_open ("docket");
  const gint64 mark = docket_cache_begin (cache);
  const gint64 start = g_get_monotonic_time ();
  double seconds;

  docket_cache_set_many_changes (cache, 300);
  for (guint i = 0; i < pages->len; i++)
    store_page (cache, mark, pages->pdata[i], i + 1);
  seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ALL), ==, bench_office_count (N_TASKS, FALSE));
  stock_close (cache);
  docket_cache_remove_files ("docket");
  return seconds;
}

static double
time_plain (GPtrArray *pages)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", "plain.db", NULL);
  sqlite3 *db;
  gint64 start;
  double seconds;

  stock_close (stock_open ("plain"));
  db = plain_store_open (path);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < pages->len; i++)
    plain_store_page (db, pages->pdata[i]);
  seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_assert_cmpuint (plain_store_count (db), ==, bench_office_count (N_TASKS, FALSE));
  sqlite3_close (db);
  docket_cache_remove_files ("plain");
  return seconds;
}

static void
run (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GArray) docket = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  double megabytes = 0;

  for (guint page = 1; (page - 1) * BENCH_PAGE < bench_office_count (N_TASKS, FALSE); page++)
    {
      char *json = bench_office_page (N_TASKS, FALSE, page, 0);

      megabytes += (double)strlen (json) / 1e6;
      g_ptr_array_add (pages, g_bytes_new_take (json, strlen (json)));
    }
  /* In turns, so that what else the machine does slows both. The first are not counted. */
  for (guint i = 0; i <= N_RUNS; i++)
    {
      double seconds[] = { time_docket (pages), time_plain (pages) };

      if (i == 0)
        continue;
      g_array_append_val (docket, seconds[0]);
      g_array_append_val (plain, seconds[1]);
    }
  printf ("# %.1f MB in pages: %.1f MB/s, json-glib and SQLite alone %.1f MB/s\n", megabytes,
          megabytes / bench_figure_median (docket), megabytes / bench_figure_median (plain));
  bench_figure_at_least ("parse and store / libraries alone",
                         bench_figure_median (plain) / bench_figure_median (docket), "x", 0.7);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 0, "/parse-and-store", run);
}
