/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The office's SQLite file. One thread uses a store from its opening to its closing. A statement
 * that fails is remembered: practice_store_commit() then rolls everything back and says why, so
 * that callers need not look at each statement. */
typedef struct _PracticeStore PracticeStore;

/* One running SELECT. */
typedef struct _PracticeRows PracticeRows;

/**
 * practice_store_open:
 * @file: (nullable): made with mode 0600, in folders of mode 0700 where those are missing; NULL =
 * in memory
 * @error: G_IO_ERROR
 */
PracticeStore *practice_store_open (const char *file, GError **error);
void practice_store_close (PracticeStore *self);

void practice_store_begin (PracticeStore *self);
gboolean practice_store_commit (PracticeStore *self, GError **error);
void practice_store_rollback (PracticeStore *self);

/* Removes every row of every table. Inside a transaction. */
void practice_store_clear (PracticeStore *self);

/**
 * practice_store_run:
 * @sql: one statement; its text must live as long as the store (statements are kept by it)
 * @types: what follows, a letter each: s = const char * (nullable), i = gint64
 *
 * Returns: how many rows it changed
 */
int practice_store_run (PracticeStore *self, const char *sql, const char *types, ...);
PracticeRows *practice_store_query (PracticeStore *self, const char *sql, const char *types, ...);

/* The same for an SQL text made at run time; @values holds GVariants of type s or x. */
PracticeRows *practice_store_query_values (PracticeStore *self, const char *sql, GPtrArray *values);

/* The first column of the first row; 0 or NULL when there is none. */
gint64 practice_store_number (PracticeStore *self, const char *sql, const char *types, ...);
char *practice_store_text (PracticeStore *self, const char *sql, const char *types, ...);
gint64 practice_store_last_row (PracticeStore *self);

/* Steps to the next row; FALSE at the end. Texts live until the next step. */
gboolean practice_rows_next (PracticeRows *rows);
const char *practice_rows_text (PracticeRows *rows, int column);
gint64 practice_rows_number (PracticeRows *rows, int column);
gboolean practice_rows_is_null (PracticeRows *rows, int column);
void practice_rows_free (PracticeRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeStore, practice_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeRows, practice_rows_free)

G_END_DECLS
