/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What json-glib and SQLite do alone where Docket reads a page and keeps it: no check of what came, no folded texts, no
 * objects, one thread. @path: a cache that Docket has made, without tasks. */
sqlite3 *plain_store_open (const char *path);
void plain_store_page (sqlite3 *db, GBytes *json);
guint plain_store_count (sqlite3 *db);

G_END_DECLS
