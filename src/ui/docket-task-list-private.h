/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-list.h"
#include "ui/docket-task-row.h"
#include "ui/docket-task-selection.h"

G_BEGIN_DECLS

/* What a row calls the GtkListItem it is in. */
#define DOCKET_LIST_ITEM_KEY "docket-list-item"

/* Shared by the files that make up the list: docket-task-list*.c. */
struct _DocketTaskList
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  DocketTaskSelection *selection;
  GPtrArray *rows;      /* every DocketTaskRow that shows a task now; not owned */
  GHashTable *removals; /* IDs of tasks the person removes */
  DocketTask *last;     /* that is, or just was, selected */
  guint selected_position;
  guint follow_id;
  guint refresh_id;
  gboolean folded;
  gboolean turning; /* other tasks are to come in place of these */
  gboolean dragging;
  DocketTask *dragged;        /* NULL: those that are chosen */
  GdkPaintable *drag_picture; /* of its row */

  GtkListView *list;
  GtkWidget *menu;
};

/* Rows say anew how late they are when a deadline passes, and at midnight. */
void docket_task_list_watch_time (DocketTaskList *self);
/* Clicks, presses and the context menu. */
void docket_task_list_add_pointer (DocketTaskList *self);
/* The task row that shows at @x, @y of the list, or that has the focus where @x is negative. */
DocketTaskRow *docket_task_list_find_row (DocketTaskList *self, double x, double y);
/* Dragging rows out of the list. */
void docket_task_list_add_drag (DocketTaskList *self);
/* Whether a drag begins where the event that @controller handles presses @row, which may be NULL. */
gboolean docket_task_list_may_drag (DocketTaskList *self, GtkEventController *controller,
                                    DocketTaskRow *row);
void docket_task_list_set_dragging (DocketTaskList *self, gboolean dragging);
/* Tells that the selected task is to be shown. */
void docket_task_list_open (DocketTaskList *self);
/* From then on each other set of tasks shows from its beginning. After the list has its model. */
void docket_task_list_watch_turns (DocketTaskList *self);
/* @tasks: whose rows the list shows from now on */
void docket_task_list_show_tasks (DocketTaskList *self, DocketTaskModel *tasks);

G_END_DECLS
