/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* bench-scroll docket|plain: flings through the list of the account that is signed in, and prints
 * how many frames there were and in how many of them the main loop was busy for more than 16.7 ms.
 * "plain": rows of the same template in a GtkListView that has nothing else to do, of tasks that
 * are all there. Run by bench_scroll.py. */
#include <stdio.h>

#include "ui/docket-task-list.h"
#include "ui/docket-task-row-body.h"
#include "waiting.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-workspace.h"

/* A screen's. */
#define FRAME_US 16700
#define N_FLINGS 12
#define FLING_US (700 * 1000)
/* Pixels a second where a fling begins; it ends at rest. */
#define SPEED 24000.0
#define WIDTH 420
#define HEIGHT 700
/* So many tasks are repeated in a plain list. */
#define N_TASKS 200

typedef struct
{
  GtkWidget *window;
  GtkAdjustment *place;
  guint fling;
  gint64 since; /* the fling began */
  gint64 last;  /* frame */
  gboolean over;
} Ride;

static GPollFunc poll_before;
static gint64 awake_since;
static guint n_long;
static guint n_frames;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (awake_since != 0 && g_get_monotonic_time () - awake_since > FRAME_US)
    n_long++;
  result = poll_before (fds, n_fds, timeout);
  awake_since = g_get_monotonic_time ();
  return result;
}

static DocketWorkspace *
open_workspace (void)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GPtrArray) accounts = NULL;

  docket_account_store_load_async (NULL, keep_result, &slot);
  loaded = wait_for_result (&slot);
  accounts = docket_account_store_load_finish (loaded, NULL);
  if (accounts == NULL || accounts->len == 0)
    g_error ("Nobody is signed in");
  slot = NULL;
  docket_workspace_open_async (accounts->pdata[0], NULL, NULL, keep_result, &slot);
  opened = wait_for_result (&slot);
  return docket_workspace_open_finish (opened, NULL);
}

static gboolean
is_read (gpointer data)
{
  return !docket_task_model_get_busy (data);
}

static gboolean
is_loaded (gpointer data)
{
  return docket_task_get_loaded (data);
}

static GListModel *
repeat_tasks (DocketTaskModel *tasks)
{
  GListStore *list = g_list_store_new (DOCKET_TYPE_TASK);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (tasks));
  g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; some->len < N_TASKS; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (tasks), i);

      if (!DOCKET_IS_TASK (item))
        continue;
      wait_until (is_loaded, item);
      g_ptr_array_add (some, g_steal_pointer (&item));
    }
  for (guint i = 0; i < n; i++)
    g_list_store_append (list, some->pdata[i % N_TASKS]);
  return G_LIST_MODEL (list);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *body = GTK_WIDGET (docket_task_row_body_take ());

  gtk_widget_add_css_class (body, "task-row");
  gtk_list_item_set_child (item, body);
  g_object_unref (body);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const DocketTaskRowLook look = { .task = gtk_list_item_get_item (item) };

  docket_task_row_body_show (DOCKET_TASK_ROW_BODY (gtk_list_item_get_child (item)), &look);
}

static GtkWidget *
create_plain (DocketTaskModel *tasks)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (repeat_tasks (tasks))),
                            factory);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  return scrolled;
}

static GtkWidget *
create_docket (DocketWorkspace *workspace)
{
  GtkWidget *list = g_object_new (DOCKET_TYPE_TASK_LIST, NULL);

  docket_task_list_set_workspace (DOCKET_TASK_LIST (list), workspace);
  return list;
}

/* Each fling begins further down, the last one near the end. */
static void
begin_fling (Ride *ride, gint64 now)
{
  const double all = gtk_adjustment_get_upper (ride->place) - HEIGHT;

  ride->since = now;
  gtk_adjustment_set_value (ride->place, all * ride->fling / N_FLINGS);
  ride->fling++;
}

static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  Ride *ride = data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double left = 1 - (double)(now - ride->since) / FLING_US;

  n_frames++;
  if (left <= 0 && ride->fling == N_FLINGS)
    {
      ride->over = TRUE;
      return G_SOURCE_REMOVE;
    }
  if (ride->since == 0 || left <= 0)
    begin_fling (ride, now);
  else
    gtk_adjustment_set_value (ride->place,
                              gtk_adjustment_get_value (ride->place)
                                  + SPEED * left * (double)(now - ride->last) / G_USEC_PER_SEC);
  ride->last = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
is_over (gpointer data)
{
  return ((Ride *)data)->over;
}

/* Shown, and at rest. */
static gboolean
is_ready (gpointer data)
{
  return gtk_adjustment_get_upper (data) > HEIGHT;
}

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
             ? widget
             : gtk_widget_get_ancestor (gtk_widget_get_first_child (
                                            gtk_widget_get_first_child (widget)),
                                        GTK_TYPE_SCROLLED_WINDOW);
}

int
main (int argc, char *argv[])
{
  DocketWorkspace *workspace;
  DocketTaskModel *tasks;
  GtkWidget *list;
  Ride ride = { 0 };

  if (argc != 2)
    g_error ("Usage: bench-scroll docket|plain");
  adw_init ();
  workspace = open_workspace ();
  tasks = docket_workspace_get_tasks (workspace);
  docket_task_model_set_view (tasks, DOCKET_VIEW_ALL);
  wait_until (is_read, tasks);
  list = g_str_equal (argv[1], "plain") ? create_plain (tasks) : create_docket (workspace);

  ride.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (ride.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (ride.window), list);
  gtk_window_present (GTK_WINDOW (ride.window));
  ride.place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scrolled (list)));
  wait_until (is_ready, ride.place);

  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  gtk_widget_add_tick_callback (ride.window, tick_cb, &ride, NULL);
  wait_until (is_over, &ride);
  printf ("frames %u long %u\n", n_frames, n_long);
  return 0;
}
