/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */

/* What rows say of deadlines changes when one passes and when a day begins, and then alone: nothing
 * wakes up in between. */
#include "ui/docket-task-list-private.h"

/* A clock that was set and a computer that slept are noticed after so long, or when the window is
 * looked at again. */
#define MOST_SECONDS 900

static gint64
find_midnight (GDateTime *now)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) midnight
      = g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                               g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  return g_date_time_to_unix (midnight);
}

/* Unix seconds */
static gint64
find_next_change (DocketTaskList *self, GDateTime *now)
{
  gint64 next = find_midnight (now);

  for (guint i = 0; i < self->rows->len; i++)
    {
      DocketTask *task = docket_task_row_get_task (self->rows->pdata[i]);
      GDateTime *deadline = docket_task_get_deadline (task);

      /* Asked again once it has come. */
      if (!docket_task_get_loaded (task))
        return g_date_time_to_unix (now);
      if (deadline != NULL && g_date_time_compare (deadline, now) > 0)
        next = MIN (next, g_date_time_to_unix (deadline));
    }
  return next;
}

static void refresh (DocketTaskList *self);

static gboolean
refresh_cb (gpointer data)
{
  DocketTaskList *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
plan (DocketTaskList *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const gint64 seconds = find_next_change (self, now) - g_date_time_to_unix (now);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id
      = g_timeout_add_seconds ((guint)CLAMP (seconds + 1, 1, MOST_SECONDS), refresh_cb, self);
}

static void
refresh (DocketTaskList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    docket_task_row_refresh (self->rows->pdata[i]);
  plan (self);
}

static gboolean
plan_cb (gpointer data)
{
  DocketTaskList *self = data;

  self->refresh_id = 0;
  plan (self);
  return G_SOURCE_REMOVE;
}

/* Once for all rows that change together, and when nothing else is to be done. */
static void
rows_changed_cb (DocketTaskList *self)
{
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_idle_add_full (G_PRIORITY_LOW, plan_cb, self, NULL);
}

static void
flags_cb (DocketTaskList *self, GtkStateFlags before)
{
  const GtkStateFlags now = gtk_widget_get_state_flags (GTK_WIDGET (self));

  if ((before & GTK_STATE_FLAG_BACKDROP) != 0 && (now & GTK_STATE_FLAG_BACKDROP) == 0)
    refresh (self);
}

void
docket_task_list_watch_time (DocketTaskList *self)
{
  GtkAdjustment *position = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  /* Other rows are in the list: it scrolled, or what it shows has changed. */
  g_signal_connect_object (position, "value-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (self, "state-flags-changed", G_CALLBACK (flags_cb), self);
  plan (self);
}
