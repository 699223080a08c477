/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-list.h"

G_BEGIN_DECLS

/* Above the list in the view Tidy Up, and nowhere else: how long ago the tasks must have been completed that are proposed,
 * and one check for all of them. It sees to it that tasks are being chosen there whenever there are any, and that all are chosen
 * to begin with.
 *
 * Properties: "list" (DocketTaskList), set once; "folded" (boolean): no detail is beside it, so it says itself what archiving is. */
#define DOCKET_TYPE_TIDY_BAR (docket_tidy_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketTidyBar, docket_tidy_bar, DOCKET, TIDY_BAR, AdwBin)

G_END_DECLS
