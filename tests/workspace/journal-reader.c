/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "journal-reader.h"

#include <sqlite3.h>

#include "waiting.h"

static sqlite3 *
open_journal (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

char *
journal_read (const char *sql)
{
  sqlite3 *db = open_journal ();
  sqlite3_stmt *statement;
  char *value = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

typedef struct
{
  const char *sql;
  const char *expected;
} Expectation;

static gboolean
is_there (gpointer data)
{
  const Expectation *expectation = data;
  g_autofree char *value = journal_read (expectation->sql);

  return g_strcmp0 (value, expectation->expected) == 0;
}

void
wait_for_journal (const char *sql, const char *expected)
{
  wait_until (is_there, &(Expectation){ sql, expected });
}

void
journal_change (const char *sql)
{
  sqlite3 *db = open_journal ();

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}
