/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* How a text is taken apart for the index of search: FTS5's tokenizer "docket_grams". Of each run of characters that are no
 * white space it makes all strings of one, two and three characters, so that a word of any length is found anywhere in
 * another: one that is no longer than three by itself, a longer one by its parts, which a text may also have apart from
 * each other. What stands between two marks (DOCKET_GRAMS_MARK) is one token as it is. Texts are folded
 * (docket_text_fold()). */

#define DOCKET_GRAMS_MARK "\x1e"

/* DocketDatabaseSchema's set_up. Where SQLite has no FTS5 it does nothing, and no index can be made. */
gboolean docket_grams_register (sqlite3 *db, GError **error);

/* Appends an FTS5 query for the texts that have @word, or what else has its parts; nothing where it has none. Returns:
 * whether there are no others than those */
gboolean docket_grams_append_query (GString *query, const char *word);
/* The same for a token between marks. */
void docket_grams_append_key (GString *query, const char *key);

G_END_DECLS
