/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs what a window tells of the program itself: win.help, win.shortcuts and win.about. */
void docket_window_about_install (GtkWidgetClass *widget_class);

G_END_DECLS
