/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <sqlite3.h>
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* The index of search of a cache (stock_open ()), and its file. */

/* Fills it to its end. */
void index_file_fill (DocketCache *cache);

/* The file "a". Every statement must succeed. */
sqlite3 *index_file_open (void);
void index_file_run (sqlite3 *db, const char *sql);
/* All values, with a space behind each. (transfer full) */
char *index_file_ask (sqlite3 *db, const char *sql);

/* What the index has is what one has that is made of the texts now, and those are the tasks'. */
void index_file_assert_sound (void);

G_END_DECLS
