/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* bench-glance FILE: the desktop's search, from the question to the answer. Nothing is kept between
 * two questions, so that each one is a first one: the files are opened, too. */
#include <stdio.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "folders.h"
#include "waiting.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-glance.h"

#define N_RUNS 7

static const char *const questions[]
    = { "i",       "invoice", "invoice mü", "zzz",        "請求書",  "priya",
        "is:mine", "1234",    "folders",    "is:overdue", "harbour", "a" };

static void
open_last (DocketAccount *account)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_account_store_save_finish (result, &error);
  g_assert_no_error (error);
}

/* Milliseconds. */
static double
ask (const char *text, guint *n_found)
{
  const gint64 start = g_get_monotonic_time ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  docket_glance_find_async (NULL, text, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  ids = docket_glance_find_finish (result, &error);
  g_assert_no_error (error);
  *n_found = g_strv_length (ids);
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static void
run (void)
{
  g_autoptr (DocketAccount) account = docket_account_new ("http://127.0.0.1:9", BENCH_USER, "Mara",
                                                          "org1", "Harbour & Finch", NULL);
  double slowest = 0;

  bench_office_place (bench_figure_get_file (0), account);
  open_last (account);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      guint n_found;
      double median;

      for (guint n = 0; n < N_RUNS; n++)
        {
          double time = ask (questions[i], &n_found);

          g_array_append_val (times, time);
        }
      median = bench_figure_median (times);
      printf ("# %8.2f ms, %u found: “%s”\n", median, n_found, questions[i]);
      slowest = MAX (slowest, median);
    }
  bench_figure_at_most ("desktop’s search, slowest of its words", slowest, "ms", 100);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 1, "/glance", run);
}
