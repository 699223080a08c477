/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* While GTK starts, which takes most of a start and one thread, another opens the files that will be asked for: the journal,
 * and the cache of the account that was open last. */
void docket_ahead_begin (void);
/* The open file of @path, once; NULL where it was not opened ahead. Waits until what is being opened is open: not for the
 * main loop. Returns: (transfer full) (nullable) */
sqlite3 *docket_ahead_take (const char *path);
/* Closes what nobody has taken. */
void docket_ahead_end (void);

G_END_DECLS
