/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The SQLite that Docket is built with can do what Docket asks of it. flatpak-builder runs this in
 * the runtime's SDK, whose SQLite nobody here has chosen. */
#include <glib/gstdio.h>
#include <sqlite3.h>

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

/* The first column of the first row, as text. */
static char *
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *answer = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return answer;
}

static void
assert_answer (sqlite3 *db, const char *sql, const char *expected)
{
  g_autofree char *answer = ask (db, sql);

  g_assert_cmpstr (answer, ==, expected);
}

typedef struct
{
  char *folder;
  char *path;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("docket-sqlite-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "test.db", NULL);
  g_assert_cmpint (sqlite3_open (fixture->path, &fixture->db), ==, SQLITE_OK);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sqlite3_close (fixture->db);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* A file of its own kind: in memory there is no write-ahead log. */
static void
test_write_ahead_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  assert_answer (fixture->db, "PRAGMA journal_mode = WAL", "wal");
  run (fixture->db, "CREATE TABLE task (id TEXT)");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  assert_answer (fixture->db, "PRAGMA wal_checkpoint (TRUNCATE)", "0");
}

static void
test_full_text_search (Fixture *fixture, gconstpointer data)
{
  run (fixture->db, "CREATE VIRTUAL TABLE words USING fts5 (title)");
  run (fixture->db, "INSERT INTO words VALUES ('Send the signed lease'), ('Order new chairs')");
  assert_answer (fixture->db, "SELECT title FROM words WHERE words MATCH 'sign*'",
                 "Send the signed lease");
}

/* What is deleted leaves no text in the file. */
static void
test_secure_delete (Fixture *fixture, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  assert_answer (fixture->db, "PRAGMA secure_delete = ON", "1");
  run (fixture->db, "CREATE TABLE copy (text TEXT); INSERT INTO copy VALUES ('confidential')");
  run (fixture->db, "DELETE FROM copy");
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  g_assert_null (memmem (content, length, "confidential", strlen ("confidential")));
}

static void
test_foreign_keys_and_upsert (Fixture *fixture, gconstpointer data)
{
  assert_answer (fixture->db, "PRAGMA foreign_keys = ON; PRAGMA foreign_keys", NULL);
  assert_answer (fixture->db, "PRAGMA foreign_keys", "1");
  run (fixture->db, "CREATE TABLE task (id TEXT PRIMARY KEY, title TEXT)");
  run (fixture->db, "CREATE TABLE answer (task TEXT REFERENCES task ON DELETE CASCADE)");
  run (fixture->db, "INSERT INTO task VALUES ('a', 'old'); INSERT INTO answer VALUES ('a')");
  run (fixture->db, "INSERT INTO task VALUES ('a', 'new') ON CONFLICT (id) DO UPDATE SET title = "
                    "excluded.title");
  assert_answer (fixture->db, "SELECT title FROM task", "new");
  run (fixture->db, "DELETE FROM task");
  assert_answer (fixture->db, "SELECT count(*) FROM answer", "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sqlite/write-ahead-log", Fixture, NULL, set_up, test_write_ahead_log, tear_down);
  g_test_add ("/sqlite/full-text-search", Fixture, NULL, set_up, test_full_text_search, tear_down);
  g_test_add ("/sqlite/secure-delete", Fixture, NULL, set_up, test_secure_delete, tear_down);
  g_test_add ("/sqlite/foreign-keys-and-upsert", Fixture, NULL, set_up,
              test_foreign_keys_and_upsert, tear_down);
  return g_test_run ();
}
