/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-banner.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One task to be read, with the header that acts on it by the actions "task.archive",
 * "task.restore", "task.delete" and "view.back" of an ancestor; or one removal of the history, with
 * "history.check-again" and "history.remove".
 *
 * Properties: "folded" (boolean): the list is not beside it; "practice" (boolean). */
#define DOCKET_TYPE_DETAIL_PANE (docket_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (DocketDetailPane, docket_detail_pane, DOCKET, DETAIL_PANE, AdwBin)

void docket_detail_pane_set_workspace (DocketDetailPane *self,
                                       DocketWorkspace *workspace); /* (nullable) */
/* Shows what the row knows at once, then what is kept of the task, then what the server says. NULL:
 * no task. */
void docket_detail_pane_set_task (DocketDetailPane *self, DocketTask *task);
/* Shows a removal of the history in place of a task, which must be NULL then. @entry: (nullable). @view: what the list
 * shows, of which one is to be chosen where there is neither. */
void docket_detail_pane_set_entry (DocketDetailPane *self, DocketHistoryEntry *entry,
                                   DocketView view);
/* Back leads somewhere though the list is beside it. */
void docket_detail_pane_set_has_way_back (DocketDetailPane *self, gboolean has_way_back);
/* The pane without a task: what stands there depends on what the list shows. */
void docket_detail_pane_set_list_empty (DocketDetailPane *self, gboolean list_empty);
/* The tooltips: a reason why the task cannot be archived or restored now, or NULL. @process: for
 * good, since it belongs to a process, which the body says too. */
void docket_detail_pane_set_reason (DocketDetailPane *self, const char *reason, gboolean process);
/* Says at these form fields of the task, now or once it is shown, that their answers are missing, or could not be saved.
 * @refused: the server has said so; else the task was not sent. */
void docket_detail_pane_show_missing (DocketDetailPane *self, const char *task_id,
                                      const char *const *field_ids, gboolean refused);
DocketBanner *docket_detail_pane_get_banner (DocketDetailPane *self); /* (transfer none) */

G_END_DECLS
