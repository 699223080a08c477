/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-list-pane.h"

G_BEGIN_DECLS

/* A person asks for what is new in @workspace. A toast of @toasts says when that has come, if @list shows it still; that it
 * failed says the banner. */
void docket_renewal_start (AdwToastOverlay *toasts, DocketListPane *list, DocketWorkspace *workspace);

G_END_DECLS
