/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the nearest task at or after @position of @model is, going in @step (1 or -1) first and then
 * the other way; GTK_INVALID_LIST_POSITION where the list has none. */
guint docket_nearest_task (GListModel *model, guint position, int step);

G_END_DECLS
