/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Appends still, grey rows of the size of real ones to @box: the first load. */
void docket_list_skeleton_fill (GtkBox *box);

G_END_DECLS
