/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Against accidents with keys that are held and presses that come too soon. */

/* Makes Enter, Space and Delete act once for each press in @widget (a window or a popover, which
 * gets its events apart from its window): what a held key repeats is swallowed, unless it goes into
 * text. What is down is known to all windows of the display together, so that a key that was pressed
 * in one and is still held in the next is told from a new press. */
void docket_press_guard_watch (GtkWidget *widget);

/* Guards a dialog that destroys, from the moment it is shown: no press counts in its first half
 * second, nor does a key or button that was down before it opened or in that time, until it was let
 * go and pressed anew, nor a click before the pointer has moved in it. Includes docket_press_guard_watch(). */
void docket_press_guard_attach (GtkWidget *dialog);

G_END_DECLS
