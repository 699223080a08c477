/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* The index of search: for each task's text (docket-index-text.h, kept in "task_text") the strings that it has
 * (docket-grams.h), in the table "task_gram" of FTS5. It is filled in steps behind the tasks. Which tasks it has is always
 * known: those up to the row in fact "indexed", but for the rows in "unindexed". */

typedef enum
{
  DOCKET_INDEX_WHOLE, /* nothing is left to do */
  DOCKET_INDEX_MORE,
  DOCKET_INDEX_NONE, /* there cannot be one */
} DocketIndexState;

/* DocketDatabaseJob without data: a step of some milliseconds. Returns: a DocketIndexState as a pointer */
gpointer docket_cache_index_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);

/* Takes out what tasks that are no longer there have left in it. In the transaction of whoever deletes them. */
gboolean docket_cache_index_forget (sqlite3 *db, GError **error);

/* It could not be read: the next step makes it anew. */
void docket_cache_index_distrust (sqlite3 *db);

G_END_DECLS
