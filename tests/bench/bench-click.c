/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* bench-click FILE: how many frames it takes from a click until the list has changed, with the
 * tasks of FILE and a server that answers after two seconds: 1 = the next frame shows it. */
#include <stdio.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "bench-server.h"
#include "ui/docket-list-pane.h"
#include "ui/docket-main-view.h"
#include "waiting.h"

#define LATENCY 2000
#define N_RUNS 7
/* Milliseconds until all is at rest after an answer. */
#define REST 1500
/* How far down the task stands that is clicked on first. */
#define FIRST 5

typedef struct
{
  GtkWidget *window;
  DocketMainView *view;
  DocketWorkspace *workspace;
  DocketTaskModel *tasks;
  guint n_frames;
  /* A click. */
  gboolean clicked;
  guint frame;
  gint64 time;
  /* When the list changed after it. */
  guint changed_frame;
  gint64 changed_time;
} Desk;

/* What is clicked on, in which view, and then what takes it back. */
typedef struct
{
  const char *name;
  DocketView in;
  const char *action;
} Click;

static const Click clicks[] = {
  { "archive", DOCKET_VIEW_ALL, "task.archive" },
  { "complete", DOCKET_VIEW_ONE_OFF, "work.complete" },
  { "complete in All", DOCKET_VIEW_ALL, "work.complete" },
};

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer desk)
{
  ((Desk *)desk)->n_frames++;
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (Desk *desk)
{
  if (!desk->clicked || desk->changed_time != 0)
    return;
  desk->changed_frame = desk->n_frames;
  desk->changed_time = g_get_monotonic_time ();
}

static gboolean
pass_cb (gpointer over)
{
  *(gboolean *)over = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *)flag;
}

static void
rest (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, pass_cb, &over);
  wait_until (is_set, &over);
}

static gboolean
has_changed (gpointer desk)
{
  return ((Desk *)desk)->changed_time != 0;
}

static gboolean
is_read (gpointer tasks)
{
  return !docket_task_model_get_busy (tasks);
}

/* Returns: in which frame after the click it shows */
static double
click (Desk *desk, const char *action, double *ms)
{
  desk->changed_time = 0;
  desk->clicked = TRUE;
  desk->frame = desk->n_frames;
  desk->time = g_get_monotonic_time ();
  if (!gtk_widget_activate_action (GTK_WIDGET (desk->view), action, NULL))
    g_error ("There is no action %s", action);
  wait_until (has_changed, desk);
  desk->clicked = FALSE;
  *ms = (double)(desk->changed_time - desk->time) / 1000;
  return 1 + (double)(desk->changed_frame - desk->frame);
}

static GtkWidget *
find_widget (GtkWidget *in, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (in, type))
    return in;
  for (GtkWidget *child = gtk_widget_get_first_child (in); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* Selects the first task from @position on that is open, and lets its detail come. */
static DocketTask *
select_open_task (Desk *desk, DocketTaskList *list, guint position)
{
  for (;; position++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (desk->tasks), position);

      if (!DOCKET_IS_TASK (item))
        continue;
      docket_task_list_select (list, position);
      rest (200);
      if (docket_task_get_one_off (DOCKET_TASK (item))
          && !docket_task_get_completed (DOCKET_TASK (item)))
        return DOCKET_TASK (g_steal_pointer (&item));
    }
}

static void
measure (Desk *desk, const Click *kind)
{
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *to_name = g_strdup_printf ("click to list: %s, worst frame", kind->name);
  g_autofree char *back_name = g_strdup_printf ("click to list: undo %s, worst frame", kind->name);
  DocketTaskList *list
      = DOCKET_TASK_LIST (find_widget (GTK_WIDGET (desk->view), DOCKET_TYPE_TASK_LIST));
  double there_ms = 0;
  double back_ms = 0;

  docket_main_view_set_view (desk->view, kind->in);
  wait_until (is_read, desk->tasks);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (DocketTask) task = select_open_task (desk, list, FIRST + 2 * i);
      const gulong id = g_signal_connect_swapped (task, "changed", G_CALLBACK (changed_cb), desk);
      double ms;
      double frame;

      rest (LATENCY + REST);
      frame = click (desk, kind->action, &ms);
      g_array_append_val (there, frame);
      there_ms = MAX (there_ms, ms);
      rest (LATENCY + REST);
      frame = click (desk, "view.undo", &ms);
      g_array_append_val (back, frame);
      back_ms = MAX (back_ms, ms);
      rest (LATENCY + REST);
      g_signal_handler_disconnect (task, id);
    }
  printf ("# %s: at most %.1f ms, undo %.1f ms\n", kind->name, there_ms, back_ms);
  bench_figure_at_most (to_name, bench_figure_quantile (there, 1), "", 2);
  bench_figure_at_most (back_name, bench_figure_quantile (back, 1), "", 2);
}

static DocketWorkspace *
open_workspace (const char *address)
{
  g_autoptr (DocketAccount) account
      = docket_account_new (address, BENCH_USER, "Mara Lindqvist", "org1", "Harbour & Finch", NULL);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;
  DocketWorkspace *workspace;

  bench_office_place (bench_figure_get_file (0), account);
  docket_workspace_open_async (account, "token", NULL, keep_result, &slot);
  opened = wait_for_result (&slot);
  workspace = docket_workspace_open_finish (opened, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
run (void)
{
  const BenchServerTerms terms = { .latency = LATENCY,
                                   .n_pages = 1000,
                                   .per_page = BENCH_PAGE,
                                   .minute = 60000,
                                   .per_minute = 100000 };
  BenchServer *server = bench_server_new (&terms);
  g_autofree char *address = bench_server_dup_address (server);
  Desk desk = { .workspace = open_workspace (address) };

  desk.tasks = docket_workspace_get_tasks (desk.workspace);
  desk.window = adw_window_new ();
  desk.view = g_object_new (DOCKET_TYPE_MAIN_VIEW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (desk.window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (desk.window), GTK_WIDGET (desk.view));
  docket_main_view_set_workspace (desk.view, desk.workspace);
  gtk_window_present (GTK_WINDOW (desk.window));
  gtk_widget_add_tick_callback (desk.window, tick_cb, &desk, NULL);
  g_signal_connect_swapped (desk.tasks, "items-changed", G_CALLBACK (changed_cb), &desk);
  /* Its first look, and what it asks for besides. */
  rest (5 * LATENCY);
  for (guint i = 0; i < G_N_ELEMENTS (clicks); i++)
    measure (&desk, &clicks[i]);
  gtk_window_destroy (GTK_WINDOW (desk.window));
  g_object_unref (desk.workspace);
  bench_server_free (server);
}

int
main (int argc, char **argv)
{
  adw_init ();
  return bench_figure_run (argc, argv, 1, "/click", run);
}
