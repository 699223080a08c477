/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long it will take until all tasks are there. @seconds: -1 = not known, of which nothing is said: "". (transfer full) */
char *docket_sync_words_time_left (gint64 seconds);

G_END_DECLS
