/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Lets copies go that are older than the preferences want them kept: when a workspace is opened, and each hour then. */
#define DOCKET_TYPE_EXPIRY (docket_expiry_get_type ())
G_DECLARE_FINAL_TYPE (DocketExpiry, docket_expiry, DOCKET, EXPIRY, GObject)

DocketExpiry *docket_expiry_new (void);
void docket_expiry_set_workspace (DocketExpiry *self, DocketWorkspace *workspace); /* (nullable) */

G_END_DECLS
