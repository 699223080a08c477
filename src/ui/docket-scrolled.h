/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds a page to @stack that scrolls @child, below a header whose edge shows that there is more. Returns: (transfer none) */
GtkScrolledWindow *docket_scrolled_add (GtkStack *stack, const char *name, GtkWidget *child);

G_END_DECLS
