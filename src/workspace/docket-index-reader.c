/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-index-reader.h"

#include "workspace/docket-index-text.h"

struct _DocketIndexReader
{
  gint64 last;
  GHashTable *others; /* rows up to it that the index has not, as gint64 */
  sqlite3_stmt *known;
  sqlite3_stmt *task;
  char *made;
};

static gboolean
read_last (DocketIndexReader *self, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT value FROM fact WHERE name = 'indexed'", error);
  const int step = statement != NULL ? docket_database_step (statement, error) : -1;

  self->last = step == 1 ? sqlite3_column_int64 (statement, 0) : 0;
  return step >= 0;
}

DocketIndexReader *
docket_index_reader_new (sqlite3 *db, GError **error)
{
  g_autoptr (DocketIndexReader) self = g_new0 (DocketIndexReader, 1);
  g_autoptr (sqlite3_stmt) others
      = docket_database_prepare (db, "SELECT row FROM unindexed", error);
  int step = -1;

  self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  while (others != NULL && (step = docket_database_step (others, error)) == 1)
    {
      gint64 row = sqlite3_column_int64 (others, 0);

      g_hash_table_add (self->others, g_memdup2 (&row, sizeof row));
    }
  if (step < 0 || !read_last (self, db, error))
    return NULL;
  self->known = docket_database_prepare (db, "SELECT text FROM task_text WHERE row = ?", error);
  if (self->known == NULL)
    return NULL;
  self->task
      = docket_database_prepare (db, "SELECT " DOCKET_INDEX_COLUMNS " FROM task WHERE row = ?",
                                 error);
  return self->task != NULL ? g_steal_pointer (&self) : NULL;
}

void
docket_index_reader_free (DocketIndexReader *self)
{
  g_hash_table_unref (self->others);
  sqlite3_finalize (self->known);
  sqlite3_finalize (self->task);
  g_free (self->made);
  g_free (self);
}

gint64
docket_index_reader_get_last (DocketIndexReader *self)
{
  return self->last;
}

GHashTable *
docket_index_reader_get_others (DocketIndexReader *self)
{
  return self->others;
}

const char *
docket_index_reader_read (DocketIndexReader *self, gint64 row, GError **error)
{
  const gboolean known = row <= self->last && !g_hash_table_contains (self->others, &row);
  sqlite3_stmt *statement = known ? self->known : self->task;

  sqlite3_reset (statement);
  sqlite3_bind_int64 (statement, 1, row);
  if (docket_database_step (statement, error) != 1)
    return NULL;
  if (known)
    return (const char *)sqlite3_column_text (statement, 0);
  g_free (self->made);
  self->made = docket_index_text_new (statement, 0);
  sqlite3_reset (statement);
  return self->made;
}
