/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

/* Sets of tasks by their rows of the cache, and where a list shows them. */

/* How many entries the list has, headings too. @tasks: (nullable) */
guint docket_chosen_rows_count (DocketTaskModel *tasks);
/* The row at @position; 0 for a heading. */
guint docket_chosen_rows_at (DocketTaskModel *tasks, guint position);
/* Where @row stands, or GTK_INVALID_LIST_POSITION. @tasks: (nullable) */
guint docket_chosen_rows_find (DocketTaskModel *tasks, gint64 row);
void docket_chosen_rows_add (GtkBitset *rows, DocketTaskModel *tasks, guint position, guint n_items);
void docket_chosen_rows_remove (GtkBitset *rows, DocketTaskModel *tasks, guint position, guint n_items);
/* Leaves out what the list shows no longer; whether anything was. @tasks: (nullable) */
gboolean docket_chosen_rows_prune (GtkBitset *rows, DocketTaskModel *tasks);
/* (element-type gint64) (transfer full): in the order of the list. @tasks: (nullable) */
GArray *docket_chosen_rows_list (GtkBitset *rows, DocketTaskModel *tasks);

G_END_DECLS
