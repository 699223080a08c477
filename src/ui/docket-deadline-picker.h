/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A popover in which a deadline is typed ("friday 5 pm") or picked. Signal "chosen" (GDateTime): Set was pressed, or
 * Enter in the entry; it closes itself. */
#define DOCKET_TYPE_DEADLINE_PICKER (docket_deadline_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketDeadlinePicker, docket_deadline_picker, DOCKET, DEADLINE_PICKER, GtkPopover)

/* @deadline: what it begins with when it is opened the next time */
void docket_deadline_picker_set_deadline (DocketDeadlinePicker *self, GDateTime *deadline);

G_END_DECLS
