/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One comment: who, when, and what. @author and @stamp are plain text, @html is the server's. */
GtkWidget *docket_comment_row_new (const char *author, const char *stamp, const char *html);

G_END_DECLS
