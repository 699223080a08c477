/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens @uri in the program that is for it, after a click of the person: http, https and mailto
 * only, all else is ignored. @parent: a widget in the window it was clicked in. */
void docket_links_open (GtkWidget *parent, const char *uri);

/* Opens a page of the help, such as help:docket, in the program that shows help. Errors: the desktop's, where it has none. */
void docket_links_open_help_async (GtkWindow *window, const char *uri, GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean docket_links_open_help_finish (GtkWindow *window, GAsyncResult *result, GError **error);

/* Makes a GtkLabel with links open them by docket_links_open(), its tooltip show where a link
 * leads. */
void docket_links_attach (GtkLabel *label);

G_END_DECLS
