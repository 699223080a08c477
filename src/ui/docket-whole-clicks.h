/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sees to it that a click in any window, dialog or popover of this program, now or later, is not
 * lost on a busy machine. */
void docket_whole_clicks_keep (void);

G_END_DECLS
