/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With DOCKET_STALLS=N in the environment the program says on its standard output whenever its main loop does not come back
 * for N milliseconds or more, with how much of that GTK was laying out and drawing; and at its end the longest of both. The time
 * for which the loop waited until others let go of a processor is not counted. */
void docket_stalls_watch (void);
/* @window's frames are laying out and drawing. It is realized. */
void docket_stalls_watch_frames (GtkWidget *window);

G_END_DECLS
