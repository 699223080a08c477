/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With DOCKET_STALLS=N in the environment the program says on its standard output whenever its main loop does not come back
 * for N milliseconds or more: how long it took, for how much of that the processor worked for it, and for how much of this GTK
 * was laying out and drawing; the rest is waiting, for the display server or for other programs that have the processor. And
 * when it came back, in seconds of the monotonic clock, which perf knows, too. At its end, the longest work with and without
 * drawing. */
void docket_stalls_watch (void);
/* @window's frames are laying out and drawing. It is realized. */
void docket_stalls_watch_frames (GtkWidget *window);

G_END_DECLS
