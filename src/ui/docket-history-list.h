/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-history.h"

G_BEGIN_DECLS

/* The removals of the history under their headings: a DocketOtherList.
 *
 * Property: "folded" (boolean): only one pane shows, and a single click opens an entry. Signals: "selection-changed";
 * "opened": the selected entry is to be shown where only one pane is. */
#define DOCKET_TYPE_HISTORY_LIST (docket_history_list_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistoryList, docket_history_list, DOCKET, HISTORY_LIST, AdwBin)

DocketHistoryEntry *docket_history_list_get_selected (DocketHistoryList *self); /* (transfer none) (nullable) */
/* Chooses the newest entry of this task, now or when it comes. */
void docket_history_list_choose (DocketHistoryList *self, const char *task_id);

G_END_DECLS
