/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-banner.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Says on @banner what lasts: that @workspace (nullable) is offline, signed out, or could not be
 * refreshed, and what can be done. It is over the tasks that are kept: without any, the list's own
 * page says it. That the keyring is waited for it says in any case, after half a second. */
void docket_connection_banner_update (DocketBanner *banner, DocketWorkspace *workspace);

G_END_DECLS
