/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys that change nothing, and so may work wherever the focus is in the window of @widget, which has the actions:
 * "view.search", "view.choose", "view.refresh" and "view.back". */
void docket_view_keys_add (GtkWidget *widget);

G_END_DECLS
