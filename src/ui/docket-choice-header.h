/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-task-list.h"

G_BEGIN_DECLS

/* The list's header while many tasks are being chosen: how many there are, all of them, none of them. It shows only
 * then, and Escape is its Cancel. Uses the actions "many.cancel" and "many.select-all" of an ancestor.
 *
 * Properties: "list" (DocketTaskList); "folded" (boolean): the window's buttons are here. */
#define DOCKET_TYPE_CHOICE_HEADER (docket_choice_header_get_type ())
G_DECLARE_FINAL_TYPE (DocketChoiceHeader, docket_choice_header, DOCKET, CHOICE_HEADER, AdwBin)

G_END_DECLS
