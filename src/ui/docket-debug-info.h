/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What helps to understand a fault that somebody reports: versions, what the window is drawn with, and how much is kept on
 * this computer. Nothing of who is signed in, of their tasks, or of a server. In English, for developers. */

/* @window: a window on the screen, or a widget in one */
void docket_debug_info_write_async (GtkWidget *window, GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) */
char *docket_debug_info_write_finish (GAsyncResult *result);

G_END_DECLS
