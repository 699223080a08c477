/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Places to drop what is dragged out of the list: those that make sense for it. It is there only meanwhile. Nothing that
 * cannot be undone can be done here.
 *
 * Property "list" (DocketTaskList). Uses the actions "task.archive", "task.restore", "work.complete-row",
 * "work.reopen-row", "write.assign", "many.archive" and "many.restore" of an ancestor. */
#define DOCKET_TYPE_DROP_BAR (docket_drop_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketDropBar, docket_drop_bar, DOCKET, DROP_BAR, AdwBin)

G_END_DECLS
