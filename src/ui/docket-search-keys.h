/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys of a search over a list: typing in @list opens @bar and goes to @entry. In the entry, Escape clears what is
 * typed, and where nothing is closes the bar ("stop-search"); Down is Enter ("activate").
 * A bar that is closed forgets what was typed. */
void docket_search_keys_add (GtkSearchBar *bar, GtkEditable *entry, GtkWidget *list);

G_END_DECLS
