/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the list of tasks and the list of removals have in common. */

/* Where the nearest row that is no heading of a group is, at or after @position of @model, going in
 * @step (1 or -1) first and then the other way; GTK_INVALID_LIST_POSITION where there is none. */
guint docket_rows_find_nearest (GListModel *model, guint position, int step);

/* Lets go of the focus of a row that goes from @model, which @list shows: GTK 4.8 keeps it on a row
 * outside the window until the next frame, and a key that is let go in between is let go unseen. */
void docket_rows_watch_focus (GtkListView *list, GListModel *model);

/* Names the list item around @row for assistive technology: GTK gives it no name of its own. */
void docket_rows_name_item (GtkWidget *row, const char *name);

/* For "query-tooltip" of a label: the whole text where it is cut off. */
gboolean docket_rows_query_tooltip (
    GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data);

G_END_DECLS
