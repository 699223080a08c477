/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "plain-store.h"

#include <json-glib/json-glib.h>

/* As many columns and indexed values as Docket writes, with the names twice, as it does to find and
 * to order by them. */
static const char insert[]
    = "INSERT INTO task (id, title, folded, type, one_off, completed, archived, mine, process,"
      " deadline, completed_at, archived_at, comments, assignees, pass, updated, created, counted,"
      " process_id, folded_process, position, folded_tags, tags, summary, comment_lines,"
      " answer_lines, folded_people, digest)"
      " VALUES (?1, ?2, ?2, ?3, ?4, ?5, ?6, 0, ?7, unixepoch (?8), unixepoch (?9), unixepoch (?10),"
      " ?11, ?12, 1, unixepoch (?13), unixepoch (?14), 1, ?15, ?7, ?16, ?17, ?17, ?18, ?19, ?20, "
      "'',"
      " 1234567890123456789)";
static const char insert_process[] = "INSERT INTO process (id, name, folded, pass) VALUES (?1, ?2, "
                                     "?2, 1) ON CONFLICT (id) DO NOTHING";

sqlite3 *
plain_store_open (const char *path)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  g_assert_cmpint (code, ==, SQLITE_OK);
  code = sqlite3_exec (db,
                       "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; PRAGMA foreign_keys "
                       "= ON;"
                       "PRAGMA temp_store = MEMORY; PRAGMA synchronous = NORMAL",
                       NULL, NULL, NULL);
  g_assert_cmpint (code, ==, SQLITE_OK);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  g_assert_cmpint (code, ==, SQLITE_OK);
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
bind (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static const char *
get (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static void
bind_lines (
    sqlite3_stmt *statement, int index, JsonObject *task, const char *relation, const char *member)
{
  JsonArray *list
      = json_object_get_array_member (json_object_get_object_member (task, relation), "data");
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_string_append_printf (lines, "%s\n", get (json_array_get_object_element (list, i), member));
  bind (statement, index, lines->str);
}

static void
bind_task (sqlite3_stmt *statement, JsonObject *task)
{
  JsonObject *owners = json_object_get_object_member (task, "owners");
  JsonArray *users = json_object_get_array_member (owners, "users");
  g_autofree char *assignees
      = g_strdup_printf ("U\t%" G_GINT64_FORMAT "\t\n", json_array_get_int_element (users, 0));

  bind (statement, 1, get (task, "id"));
  bind (statement, 2, get (task, "title"));
  bind (statement, 3, get (task, "task_type"));
  sqlite3_bind_int (statement, 4, json_object_get_boolean_member (task, "is_oneoff_task"));
  sqlite3_bind_int (statement, 5, json_object_has_member (task, "completed_at"));
  sqlite3_bind_int (statement, 6, json_object_has_member (task, "archived_at"));
  bind (statement, 8, get (task, "deadline"));
  bind (statement, 9, get (task, "completed_at"));
  bind (statement, 10, get (task, "archived_at"));
  sqlite3_bind_int64 (statement, 11, json_object_get_int_member (task, "threads_count"));
  bind (statement, 12, assignees);
  bind (statement, 13, get (task, "last_updated"));
  bind (statement, 14, get (task, "created_at"));
  bind_lines (statement, 17, task, "tags", "title");
  bind (statement, 18, get (task, "summary"));
  bind_lines (statement, 19, task, "threads", "content");
  bind_lines (statement, 20, task, "form_fields", "value");
}

/* That of a one-off task is null. */
static void
store_process (sqlite3_stmt *statement, sqlite3_stmt *process, JsonObject *task)
{
  const char *id = get (task, "run_id");
  JsonObject *run;

  bind (statement, 15, id);
  if (id == NULL)
    {
      sqlite3_bind_null (statement, 7);
      sqlite3_bind_null (statement, 16);
      return;
    }
  run = json_object_get_object_member (json_object_get_object_member (task, "run"), "data");
  bind (statement, 7, get (run, "name"));
  sqlite3_bind_int64 (statement, 16, json_object_get_int_member (task, "position"));
  bind (process, 1, id);
  bind (process, 2, get (run, "name"));
  step (process);
}

void
plain_store_page (sqlite3 *db, GBytes *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (json, &size);
  sqlite3_stmt *statement = prepare (db, insert);
  sqlite3_stmt *process = prepare (db, insert_process);
  JsonArray *list;

  json_parser_load_from_data (parser, data, (gssize)size, &error);
  g_assert_no_error (error);
  list
      = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "data");
  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *task = json_array_get_object_element (list, i);

      bind_task (statement, task);
      store_process (statement, process, task);
      step (statement);
    }
  sqlite3_finalize (statement);
  sqlite3_finalize (process);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
}

guint
plain_store_count (sqlite3 *db)
{
  sqlite3_stmt *statement = prepare (db, "SELECT count (*) FROM task");
  guint count;

  sqlite3_step (statement);
  count = (guint)sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return count;
}
