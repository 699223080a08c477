/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One of many tasks in a list that is only read: its title, a line below, and where it is wanted an icon before them
 * and a button behind. All text is plain.
 *
 * Signal "clicked": the button. */
#define DOCKET_TYPE_MANY_ROW (docket_many_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketManyRow, docket_many_row, DOCKET, MANY_ROW, AdwBin)

GtkWidget *docket_many_row_new (void);
/* @title: as the server has it. Its list item is named after it. */
void docket_many_row_set_text (DocketManyRow *self, const char *title, const char *subtitle);
void docket_many_row_set_icon (DocketManyRow *self, const char *icon_name); /* nullable */
void docket_many_row_set_button (DocketManyRow *self, const char *label);   /* nullable */

G_END_DECLS
