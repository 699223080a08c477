/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be told that @list has rows, as often as there are any. The first time in this process, the frame that shows them is
 * noted in the debug output: how long a start takes is measured by it (build-aux/bench). */
#define DOCKET_FIRST_ROWS_MESSAGE "The first rows are on the screen"
void docket_first_rows_note (GtkWidget *list);

G_END_DECLS
