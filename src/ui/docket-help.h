/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens the user help in the desktop's help viewer, over the window of @widget. Where that cannot be, a dialog says why, and
 * where the pages are. */
void docket_help_open (GtkWidget *widget);

G_END_DECLS
