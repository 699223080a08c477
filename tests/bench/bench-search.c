/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* bench-search MANY-FILE FEW-FILE: from a key press in the search to the new rows in the list's
 * model, so many that a screen is full, the main loop included and no widgets; and until all are
 * there. The files are made by fill-cache. */
#include <stdio.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "folders.h"
#include "waiting.h"
#include "workspace/docket-workspace.h"

#define N_RUNS 5
/* So many rows show at once. */
#define N_SHOWN 20

/* What a person types and takes back, one after the other: each step to the next is a key press. */
static const char *const presses[] = {
  "i",
  "in",
  "inv",
  "invo",
  "invoi",
  "invoice",
  "invoice ",
  "invoice m",
  "invoice mü",
  "z",
  "zz",
  "zzz",
  "",
  "1",
  "12",
  "123",
  "1234",
  "",
  "請",
  "請求",
  "請求書",
  "",
  "約",
  "確認",
  "請求書 1",
  "",
  "folder",
  "p",
  "pr",
  "priya",
  "is:mine",
  "is:mine tax",
  "is:overdue",
  "owner:priya",
  "process:audit",
  "tag:legal",
  "f",
  "fo",
  "folders",
  "",
  "harbour",
  "cafe",
  "order travel",
  "a",
  "",
};

typedef struct
{
  DocketWorkspace *workspace;
  DocketTaskModel *tasks;
  GPtrArray *shown;
  gboolean changed; /* the list, since the press */
} Desk;

/* What is on the screen is held, as the list's widget does. */
static void
items_changed_cb (Desk *desk)
{
  GListModel *model = G_LIST_MODEL (desk->tasks);

  desk->changed = TRUE;
  g_ptr_array_set_size (desk->shown, 0);
  for (guint i = 0; i < MIN (N_SHOWN, g_list_model_get_n_items (model)); i++)
    g_ptr_array_add (desk->shown, g_list_model_get_item (model, i));
}

/* Either with new rows, or with those that are found as before. */
static gboolean
is_full (Desk *desk)
{
  if (!desk->changed && docket_task_model_get_busy (desk->tasks))
    return FALSE;
  for (guint i = 0; i < desk->shown->len; i++)
    if (DOCKET_IS_TASK (desk->shown->pdata[i]) && !docket_task_get_loaded (desk->shown->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
wait_for_rows (Desk *desk)
{
  while (!is_full (desk))
    g_main_context_iteration (NULL, TRUE);
}

/* What is found further down, and how much that is. */
static void
wait_for_all (Desk *desk)
{
  while (docket_task_model_get_busy (desk->tasks) || !is_full (desk))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_desk (Desk *desk, const char *file)
{
  g_autoptr (DocketAccount) account = docket_account_new ("http://127.0.0.1:9", BENCH_USER, "Mara",
                                                          "org1", "Harbour & Finch", NULL);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bench_office_place (file, account);
  docket_workspace_open_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  desk->workspace = docket_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  desk->tasks = docket_workspace_get_tasks (desk->workspace);
  desk->shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (desk->tasks, "items-changed", G_CALLBACK (items_changed_cb), desk);
  docket_task_model_set_view (desk->tasks, DOCKET_VIEW_ALL);
  wait_for_all (desk);
  run_pending ();
}

static void
close_desk (Desk *desk)
{
  g_signal_handlers_disconnect_by_data (desk->tasks, desk);
  g_ptr_array_unref (desk->shown);
  docket_workspace_close (desk->workspace);
  g_object_unref (desk->workspace);
  run_pending ();
  wait_for_closed_files ();
}

static double
passed (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

/* Milliseconds. @all: (out): until all rows are there */
static double
press (Desk *desk, const char *text, double *all)
{
  const gint64 start = g_get_monotonic_time ();
  double first;

  desk->changed = FALSE;
  docket_task_model_set_search (desk->tasks, text);
  wait_for_rows (desk);
  first = passed (start);
  wait_for_all (desk);
  *all = passed (start);
  return first;
}

/* Milliseconds, one for each press and run. @all: the same until all rows are there. Tells each
 * press. */
static GArray *
time_presses (const char *file, GArray *all)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));
  Desk desk = { NULL };

  open_desk (&desk, file);
  g_assert_cmpuint (docket_task_model_get_n_tasks (desk.tasks), >, 0);
  for (guint run = 0; run <= N_RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
      {
        double until_all;
        double milliseconds = press (&desk, presses[i], &until_all);

        run_pending ();
        if (run == 0) /* the file has to be read first */
          continue;
        g_array_append_val (times, milliseconds);
        g_array_append_val (all, until_all);
        if (run == N_RUNS)
          printf ("# %8.2f ms, all %8.2f ms %6u found: “%s”\n", milliseconds, until_all,
                  docket_task_model_get_n_tasks (desk.tasks), presses[i]);
      }
  close_desk (&desk);
  return times;
}

static void
run (void)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) all_few = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) many = time_presses (bench_figure_get_file (0), all);
  g_autoptr (GArray) few = time_presses (bench_figure_get_file (1), all_few);

  printf ("# median: %.2f ms, with few tasks %.2f ms; 95th percentile with few: %.2f ms\n",
          bench_figure_median (many), bench_figure_median (few), bench_figure_quantile (few, 0.95));
  printf ("# until all rows are there: median %.2f ms, 95th percentile %.2f ms; with few tasks "
          "%.2f "
          "ms, %.2f ms\n",
          bench_figure_median (all), bench_figure_quantile (all, 0.95),
          bench_figure_median (all_few), bench_figure_quantile (all_few, 0.95));
  bench_figure_at_most ("search, 95th percentile", bench_figure_quantile (many, 0.95), "ms", 30);
  bench_figure_at_most ("search, 100,000 tasks / 1,000",
                        bench_figure_quantile (many, 0.95) / bench_figure_quantile (few, 0.95), "x",
                        4);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 2, "/search", run);
}
