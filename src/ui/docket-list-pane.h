/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-banner.h"
#include "ui/docket-batch-bar.h"
#include "ui/docket-choice-bar.h"
#include "ui/docket-task-list.h"
#include "ui/docket-view-chooser.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The list of tasks with its header, its search, its banner, and a page for each state it can be
 * in.
 *
 * Properties: "folded" (boolean): the detail is not beside it; "practice" (boolean); "menu-model"
 * (GMenuModel). Signals: "selection-changed"; "opened": the selected task is to be shown where only
 * one pane is. Its context menu and keys use the actions "task.archive", "task.restore",
 * "task.delete" and "view.undo" of an ancestor. */
#define DOCKET_TYPE_LIST_PANE (docket_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (DocketListPane, docket_list_pane, DOCKET, LIST_PANE, AdwBin)

void
docket_list_pane_set_workspace (DocketListPane *self, DocketWorkspace *workspace); /* (nullable) */
DocketTask *docket_list_pane_get_selected (DocketListPane *self); /* (transfer none) (nullable) */
/* The same; while the history or the processes show, the selected DocketHistoryEntry or DocketProcess. (transfer none)
 * (nullable) */
gpointer docket_list_pane_get_chosen (DocketListPane *self);
DocketView docket_list_pane_get_view (DocketListPane *self);
/* Kept for the next workspace, too. */
void docket_list_pane_set_view (DocketListPane *self, DocketView view);
/* The same, and nothing is searched for. */
void docket_list_pane_show_view (DocketListPane *self, DocketView view);
/* Shows the history with the removal of this task chosen. */
void docket_list_pane_show_removal (DocketListPane *self, const char *task_id);
DocketTaskList *docket_list_pane_get_list (DocketListPane *self);
void docket_list_pane_focus_list (DocketListPane *self);
/* @text: (nullable): what is searched for, in place of what stands there; NULL: that stays */
void docket_list_pane_open_search (DocketListPane *self, const char *text);
/* Whether the list holds no row, so that there is nothing to choose. */
gboolean docket_list_pane_is_empty (DocketListPane *self);
DocketViewChooser *docket_list_pane_get_chooser (DocketListPane *self); /* (transfer none) */
DocketBanner *docket_list_pane_get_banner (DocketListPane *self); /* (transfer none) */
DocketBatchBar *docket_list_pane_get_batch_bar (DocketListPane *self); /* (transfer none) */
DocketChoiceBar *docket_list_pane_get_choice_bar (DocketListPane *self); /* (transfer none) */

G_END_DECLS
