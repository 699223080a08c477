/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-history-entry.h"

G_BEGIN_DECLS

/* One removal to be read: what was asked for, how it ended and what that means, and what happened one after the
 * other. Follows the entry. */
#define DOCKET_TYPE_HISTORY_BODY (docket_history_body_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistoryBody, docket_history_body, DOCKET, HISTORY_BODY, AdwBin)

void docket_history_body_set_entry (DocketHistoryBody *self, DocketHistoryEntry *entry); /* (nullable) */

G_END_DECLS
