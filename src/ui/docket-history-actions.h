/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-list-pane.h"
#include "ui/docket-main-view.h"
#include "ui/docket-removals.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What can be done with the entry of the history that is chosen: the actions "history.check-again",
 * "history.create-again", "history.save-copy", "history.save-receipt" and "history.remove" of the view and all that is in
 * it, and "history.open-created", which shows the task that was created again in the list. */
#define DOCKET_TYPE_HISTORY_ACTIONS (docket_history_actions_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistoryActions, docket_history_actions, DOCKET, HISTORY_ACTIONS, GObject)

/* @view, its @list and @removals must outlive this. */
DocketHistoryActions *docket_history_actions_new (DocketMainView *view, DocketListPane *list,
                                                  DocketRemovals *removals);
/* @workspace and @entry: (nullable): both NULL before the view goes */
void docket_history_actions_set_entry (DocketHistoryActions *self, DocketWorkspace *workspace,
                                       DocketHistoryEntry *entry);

/* The menu of @entry, or (NULL) of the copy that is open. (transfer full) */
GMenuModel *docket_history_actions_create_menu (DocketHistoryEntry *entry);

G_END_DECLS
