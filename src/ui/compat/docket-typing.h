/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is typed while the focus is in @from goes into @entry, from the first character on, and the
 * focus with it. @bar, which holds @entry, opens before. */
void docket_typing_search (GtkSearchBar *bar, GtkEditable *entry, GtkWidget *from);

G_END_DECLS
