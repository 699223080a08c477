/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A file that an older version has left is taken over, and not made anew. */
#include "index-file.h"
#include "stock.h"

#include "workspace/docket-task-private.h"

#define NOW "2026-03-18T15:00:00+01:00"

/* As the last version before the index made its file, with a task that a version before that has
 * stored. */
static const char file_of_before[]
    = "CREATE TABLE task (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title "
      "TEXT"
      " NOT NULL, folded TEXT NOT NULL, type TEXT, one_off INTEGER NOT NULL, completed INTEGER NOT"
      " NULL, archived INTEGER NOT NULL, mine INTEGER NOT NULL, process TEXT, deadline INTEGER,"
      " completed_at INTEGER, archived_at INTEGER, comments INTEGER NOT NULL, assignees TEXT NOT"
      " NULL, detail BLOB, pass INTEGER NOT NULL, touched INTEGER NOT NULL DEFAULT 0, updated"
      " INTEGER, secret INTEGER NOT NULL DEFAULT 0, counted INTEGER NOT NULL DEFAULT 0, process_id"
      " TEXT, folded_process TEXT, folded_people TEXT, folded_tags TEXT, started INTEGER NOT NULL"
      " DEFAULT 0, completer TEXT, created INTEGER, position INTEGER, folded_summary TEXT,"
      " folded_comments TEXT, folded_answers TEXT, tags TEXT, summary TEXT, comment_lines TEXT,"
      " answer_lines TEXT);"
      "CREATE INDEX task_by_deadline ON task (archived, completed, deadline, folded);"
      "CREATE INDEX task_by_title ON task (title);"
      "CREATE TABLE gone (id TEXT PRIMARY KEY, touched INTEGER NOT NULL);"
      "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL);"
      "CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL);"
      "CREATE INDEX task_by_process ON task (process_id, one_off, archived, completed, deadline,"
      " assignees) WHERE process_id IS NOT NULL;"
      "CREATE TABLE process (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name"
      " TEXT NOT NULL, folded TEXT NOT NULL, listed INTEGER NOT NULL DEFAULT 0, archived INTEGER "
      "NOT"
      " NULL DEFAULT 0, archived_at INTEGER, created_at INTEGER, owner TEXT, n_complete INTEGER NOT"
      " NULL DEFAULT 0, n_tasks INTEGER NOT NULL DEFAULT 0, pass INTEGER NOT NULL, touched INTEGER"
      " NOT NULL DEFAULT 0);"
      "CREATE TABLE process_gone (id TEXT PRIMARY KEY, touched INTEGER NOT NULL);"
      "CREATE TABLE contact (kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, people "
      "INTEGER"
      " NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
      "CREATE TABLE tag (id TEXT PRIMARY KEY, title TEXT NOT NULL, color TEXT);"
      "CREATE INDEX task_by_view ON task (archived, completed, mine, one_off, started, deadline,"
      " completed_at, assignees);"
      "INSERT INTO task (id, title, folded, one_off, completed, archived, mine, comments, "
      "assignees,"
      " pass, touched, folded_people, folded_tags, summary, folded_summary, comment_lines,"
      " folded_comments, folded_answers) VALUES"
      " ('t1', 'Leas\u00e9', 'lease', 1, 0, 0, 1, 1, 'U' || char (9, 55, 9, 10), 5, 77777, '', "
      "char (10) ||"
      " 'legal', '\u5951\u7d04 A', '\u5951\u7d04 a', 'Seen' || char (10), 'seen' || char (10), "
      "NULL),"
      " ('t2', 'Desk', 'desk', 1, 0, 0, 0, 0, '', 5, 0, '', '', NULL, NULL, NULL, NULL, "
      "'answered');"
      "INSERT INTO person (id, name) VALUES ('7', 'Tom\u00e1s Rivera'); PRAGMA user_version = 10";

static void
assert_finds (DocketCache *cache, const char *query, const char *id)
{
  g_autoptr (DocketTaskQueryResult) answer = stock_query (cache, NOW, DOCKET_VIEW_ALL, query);

  g_assert_cmpuint (answer->data->len, ==, 1);
  g_assert_cmpstr (((DocketTaskData *)answer->data->pdata[0])->id, ==, id);
}

/* Its tasks are there at once and are found, before the index has them and then. */
static void
test_of_before (void)
{
  DocketCache *cache;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", NULL);
  sqlite3 *db;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  db = index_file_open ();
  index_file_run (db, file_of_before);
  sqlite3_close (db);
  cache = stock_open ("a");
  g_assert_cmpint (docket_cache_begin (cache), >, 77777);
  for (guint filled = 0; filled < 2; filled++)
    {
      assert_finds (cache, "LEASE", "t1");
      assert_finds (cache, "契約 seen", "t1");
      assert_finds (cache, "tomas tag:legal", "t1");
      assert_finds (cache, "swere", "t2");
      index_file_fill (cache);
    }
  stock_store_now (cache, "{\"id\":\"t2\",\"title\":\"Desk\",\"form_fields\":{\"data\":[]}}");
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ALL), ==, 2);
  index_file_fill (cache);
  assert_finds (cache, "desk", "t2");
  {
    g_autoptr (DocketTaskQueryResult) answer
        = stock_query (cache, NOW, DOCKET_VIEW_ALL, "answered");

    g_assert_cmpuint (answer->n_tasks, ==, 0);
  }
  stock_close (cache);
  index_file_assert_sound ();
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/cache-of-before", test_of_before);
  return folders_run ();
}
