/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-banner.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One process with its tasks in their order, and a header that acts on it by the actions "view.back" and "process.archive",
 * "process.restore" and "process.delete" of an ancestor. Checks of its tasks use "work.complete-row" and its like.
 *
 * Properties: "folded" (boolean): the list is not beside it; "practice" (boolean); "has-way-back" (boolean): Back leads
 * somewhere though the list is beside it. Signal "task-activated" (DocketTask): that one is to be shown. */
#define DOCKET_TYPE_PROCESS_PANE (docket_process_pane_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessPane, docket_process_pane, DOCKET, PROCESS_PANE, AdwBin)

/* @workspace, @process: (nullable) */
void docket_process_pane_set_process (DocketProcessPane *self, DocketWorkspace *workspace,
                                      DocketProcess *process);
/* Those of the process; NULL without one. (transfer none) */
DocketTaskModel *docket_process_pane_get_tasks (DocketProcessPane *self);
/* Gives the focus to the task that was activated last, or to the first one. */
void docket_process_pane_focus (DocketProcessPane *self);
void docket_process_pane_set_menu (DocketProcessPane *self, GMenuModel *menu);
/* The tooltips: a reason why it cannot be archived or restored now, or NULL. */
void docket_process_pane_set_reason (DocketProcessPane *self, const char *reason);
DocketBanner *docket_process_pane_get_banner (DocketProcessPane *self); /* (transfer none); NULL until a process shows first */

G_END_DECLS
