/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Below the list while a pass over many tasks is under way that somebody asked for: how far it is, how long it will take,
 * and buttons to pause and to stop it. Property "workspace" (nullable). */
#define DOCKET_TYPE_SYNC_BAR (docket_sync_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketSyncBar, docket_sync_bar, DOCKET, SYNC_BAR, AdwBin)

G_END_DECLS
