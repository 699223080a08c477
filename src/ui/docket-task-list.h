/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The rows of tasks and the headings between them, straight from the workspace's model.
 *
 * Properties: "folded" (boolean): only one pane shows, and a single click opens a task; "choosing" (boolean) and
 * "n-chosen" (uint), which notify: many tasks are being chosen, and none is selected; "picking" (boolean), likewise: it was the
 * person that began to choose; "workspace", which notifies; "dragging" (boolean), likewise.
 * Signals: "selection-changed"; "opened": the selected task is to be shown where only one pane is.
 * Its context menu and its keys use the actions "task.archive", "task.restore", "task.delete" and
 * "view.undo" of an ancestor; the keys act on tasks only while the focus is in here. */
#define DOCKET_TYPE_TASK_LIST (docket_task_list_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskList, docket_task_list, DOCKET, TASK_LIST, AdwBin)

void
docket_task_list_set_workspace (DocketTaskList *self, DocketWorkspace *workspace); /* (nullable) */
DocketWorkspace *docket_task_list_get_workspace (DocketTaskList *self); /* (nullable) */
DocketTask *docket_task_list_get_selected (DocketTaskList *self); /* (transfer none) (nullable) */
void docket_task_list_unselect (DocketTaskList *self);
/* Selects the task at @position of the workspace's model, and gives its row the focus. */
void docket_task_list_select (DocketTaskList *self, guint position);
/* Selects @task where the list has it. */
gboolean docket_task_list_select_task (DocketTaskList *self, DocketTask *task);
/* Gives the focus to the selected row, or to the first task. */
void docket_task_list_focus (DocketTaskList *self);
/* Selects the first task where none is, and gives the focus to what is selected. */
void docket_task_list_enter (DocketTaskList *self);

/* The person removes @task_id: when its row goes, the next one is selected and gets the focus. Any
 * other row that goes while it is selected leaves nothing selected, so that nobody acts on a task
 * that was not chosen. */
void docket_task_list_expect_removal (DocketTaskList *self, const char *task_id);
void docket_task_list_forget_removal (DocketTaskList *self, const char *task_id);

/* Many tasks at once. Begins with none chosen. */
void docket_task_list_set_choosing (DocketTaskList *self, gboolean choosing);
gboolean docket_task_list_get_choosing (DocketTaskList *self);
/* Whether it was the person that began: in the view Tidy Up one always chooses. */
gboolean docket_task_list_get_picking (DocketTaskList *self);
void docket_task_list_choose_all (DocketTaskList *self);
void docket_task_list_choose_none (DocketTaskList *self);
guint docket_task_list_get_n_chosen (DocketTaskList *self);
/* Rows of the cache, in the order of the list. (transfer full) (element-type gint64) */
GArray *docket_task_list_get_chosen_rows (DocketTaskList *self);

/* Whether the person drags rows with the pointer, and the task; NULL where they are those that are chosen. */
gboolean docket_task_list_get_dragging (DocketTaskList *self);
DocketTask *docket_task_list_get_dragged (DocketTaskList *self); /* (transfer none) (nullable) */

G_END_DECLS
