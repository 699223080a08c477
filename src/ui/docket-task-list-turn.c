/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is new is read from its beginning: by itself the list stays at the row that was on top, or
 * had the focus, wherever that has gone. A list that stands at its beginning stays there. */
#include "ui/docket-task-list-private.h"

/* Another view, another search. */
static void
turn_cb (DocketTaskList *self)
{
  self->turning = TRUE;
}

static void
turned_cb (DocketTaskList *self, GParamSpec *pspec, DocketTaskModel *tasks)
{
  if (!docket_task_model_get_busy (tasks))
    self->turning = FALSE;
}

/* Nobody has gone on from its beginning: what comes before the first row is to show. */
static gboolean
is_at_beginning (DocketTaskList *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  return !docket_task_selection_get_choosing (self->selection)
         && docket_task_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION
         && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL
         && gtk_adjustment_get_value (place) <= gtk_adjustment_get_lower (place);
}

/* The row that had the focus has gone elsewhere, and the list has it itself. */
static gboolean
follow_cb (gpointer data)
{
  DocketTaskList *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->list));

  self->follow_id = 0;
  if (root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (self->list)
      && docket_task_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    docket_task_list_focus (self);
  return G_SOURCE_REMOVE;
}

/* As soon as the rows are in their places. */
static void
follow_later (DocketTaskList *self)
{
  if (self->follow_id == 0 && !docket_task_selection_get_choosing (self->selection))
    self->follow_id = g_idle_add (follow_cb, self);
}

static void
items_changed_cb (DocketTaskList *self)
{
  guint position = docket_task_selection_get_selected (self->selection);

  follow_later (self);
  if (!(self->turning || is_at_beginning (self))
      || g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  self->turning = FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    docket_task_list_focus (self);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              position != GTK_INVALID_LIST_POSITION ? position : 0);
}

void
docket_task_list_show_tasks (DocketTaskList *self, DocketTaskModel *tasks)
{
  self->turning = TRUE;
  /* GTK 4.8 sometimes leaves none of the rows in its place where all of another model come while
   * the list does not show: it is to begin anew. */
  gtk_list_view_set_model (self->list, NULL);
  docket_task_selection_set_tasks (self->selection, tasks);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (tasks, "notify::view", G_CALLBACK (turn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tasks, "notify::search", G_CALLBACK (turn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tasks, "notify::busy", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
}

void
docket_task_list_watch_turns (DocketTaskList *self)
{
  /* The list takes the rows over first, also where it has begun anew. */
  g_signal_connect_data (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                         NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}
