/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* After the row below it was given the focus: sees to it that the heading at @position still shows. Newer lists scroll to
 * what gets the focus, and where they have no size yet they begin with it. */
void docket_heading_keep_in_view (GtkListView *list, guint position);

G_END_DECLS
