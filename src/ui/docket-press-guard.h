/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Against accidents in a dialog that destroys: no press counts in its first half second, nor does a
 * key or button that was down before it opened or in that time, until it was let go and pressed
 * anew. */

/* Remembers which keys are down in @window, and when the last press came: a key that is held
 * repeats itself in the dialog, and nothing in these repeats tells that the first press was
 * elsewhere. Calling it twice does nothing more. */
void docket_press_guard_watch (GtkWidget *window);
/* Guards @dialog from the moment it is shown. @window: where docket_press_guard_watch() listens. */
void docket_press_guard_attach (GtkWidget *dialog, GtkWidget *window);

G_END_DECLS
