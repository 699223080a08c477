/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

/* What is selected in the list of tasks: one row, or none; or, while somebody is choosing, any number of
 * tasks. These are kept by their rows in the cache, so that a refresh neither moves nor loses one; what is
 * no longer in the list is no longer chosen. Ctrl, Shift and the rubber band begin the choosing and add to
 * it; nothing but the same row again takes one out.
 *
 * Properties that notify: "selected" (uint) and "selected-item" while nobody is choosing; "choosing" (boolean);
 * "n-chosen" (uint). */
#define DOCKET_TYPE_TASK_SELECTION (docket_task_selection_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskSelection, docket_task_selection, DOCKET, TASK_SELECTION, GObject)

DocketTaskSelection *docket_task_selection_new (void);
/* @tasks: (nullable) */
void docket_task_selection_set_tasks (DocketTaskSelection *self, DocketTaskModel *tasks);

/* The one row; GTK_INVALID_LIST_POSITION and NULL where there is none. */
void docket_task_selection_set_selected (DocketTaskSelection *self, guint position);
guint docket_task_selection_get_selected (DocketTaskSelection *self);
gpointer docket_task_selection_get_selected_item (DocketTaskSelection *self); /* (transfer none) */

/* Begins with nothing chosen; ends with nothing selected. */
void docket_task_selection_set_choosing (DocketTaskSelection *self, gboolean choosing);
gboolean docket_task_selection_get_choosing (DocketTaskSelection *self);
/* Chooses the task at @position, or no longer. Begins the choosing. */
void docket_task_selection_toggle (DocketTaskSelection *self, guint position);
guint docket_task_selection_get_n_chosen (DocketTaskSelection *self);
/* Rows of the cache, in the order of the list. (transfer full) (element-type gint64) */
GArray *docket_task_selection_get_rows (DocketTaskSelection *self);

G_END_DECLS
