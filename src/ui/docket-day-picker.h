/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover with a calendar in which a day is picked. Signal "chosen" (GDateTime, nullable): Set was pressed, or, with
 * NULL, No Date; it closes itself. */
#define DOCKET_TYPE_DAY_PICKER (docket_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketDayPicker, docket_day_picker, DOCKET, DAY_PICKER, GtkPopover)

/* @date: (nullable): what it begins with; its time of the day is kept. @can_clear: whether there is something to take
 * away */
void docket_day_picker_set_date (DocketDayPicker *self, GDateTime *date, gboolean can_clear);

G_END_DECLS
