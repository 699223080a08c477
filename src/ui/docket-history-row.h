/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-history-entry.h"

G_BEGIN_DECLS

/* One removal in the list of the history: how it ended as an icon and in words, the task's title, and the time. */
#define DOCKET_TYPE_HISTORY_ROW (docket_history_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistoryRow, docket_history_row, DOCKET, HISTORY_ROW, AdwBin)

GtkWidget *docket_history_row_new (void);
void docket_history_row_set_entry (DocketHistoryRow *self, DocketHistoryEntry *entry); /* (nullable) */
DocketHistoryEntry *docket_history_row_get_entry (DocketHistoryRow *self); /* (transfer none) (nullable) */

G_END_DECLS
