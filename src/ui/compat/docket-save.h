/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where a file is to be saved: GtkFileChooserNative before GTK 4.10, GtkFileDialog from then on. Both are the
 * desktop's own where there is a portal. */

/* @parent: a widget in the window it is about. @name: what the file is called if nobody says otherwise */
void docket_save_ask_async (GtkWidget *parent, const char *title, const char *name,
                            GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): NULL without an error where nobody wants to save it. Errors: the desktop's, where it
 * could not ask. */
GFile *docket_save_ask_finish (GAsyncResult *result, GError **error);

G_END_DECLS
