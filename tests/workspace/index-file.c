/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "index-file.h"

#include "stock.h"
#include "workspace/docket-cache-fill.h"
#include "workspace/docket-grams.h"

void
index_file_fill (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_cache_fill_async (cache, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_cache_fill_finish (cache, result, &error));
  g_assert_no_error (error);
}

sqlite3 *
index_file_open (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", "a.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (docket_grams_register (db, NULL));
  return db;
}

void
index_file_run (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  docket_database_exec (db, sql, &error);
  g_assert_no_error (error);
}

char *
index_file_ask (sqlite3 *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, &error);
  GString *rows = g_string_new (NULL);

  g_assert_no_error (error);
  while (docket_database_step (statement, &error) == 1)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (rows, "%s ", sqlite3_column_text (statement, i));
  g_assert_no_error (error);
  return g_string_free (rows, FALSE);
}

void
index_file_assert_sound (void)
{
  sqlite3 *db = index_file_open ();
  g_autofree char *texts = index_file_ask (db, "SELECT row FROM task_text ORDER BY row");
  g_autofree char *tasks = index_file_ask (db, "SELECT row FROM task ORDER BY row");
  g_autofree char *index = NULL;
  g_autofree char *anew = NULL;

  g_assert_cmpstr (texts, ==, tasks);
  index_file_run (db, "INSERT INTO task_gram (task_gram) VALUES ('integrity-check')");
  index_file_run (db,
                  "CREATE VIRTUAL TABLE temp.had USING fts5vocab (main, task_gram, instance);"
                  "CREATE VIRTUAL TABLE temp.other USING fts5 (text, content = '', columnsize = 0,"
                  " detail = none, tokenize = 'docket_grams');"
                  "INSERT INTO temp.other (rowid, text) SELECT row, text FROM task_text;"
                  "CREATE VIRTUAL TABLE temp.has USING fts5vocab (temp, other, instance)");
  index = index_file_ask (db, "SELECT term, doc FROM temp.had ORDER BY term, doc");
  anew = index_file_ask (db, "SELECT term, doc FROM temp.has ORDER BY term, doc");
  g_assert_cmpstr (index, ==, anew);
  sqlite3_close (db);
}
