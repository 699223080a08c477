/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/* "DkPr": tells an office file from any other SQLite file. */
#define APPLICATION_ID 0x446b5072
#define SCHEMA_VERSION 2

struct _PracticeStore
{
  sqlite3 *db;
  GHashTable *idle; /* SQL text -> sqlite3_stmt that nobody uses now */
  char *failure;
};

struct _PracticeRows
{
  PracticeStore *store;
  sqlite3_stmt *statement;
  const char *sql; /* NULL = not kept afterwards */
};

/* Dates are texts such as 2026-03-13T17:00:00Z: they sort as they are. */
static const char schema[]
    = "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT);"
      "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, first_name TEXT, last_name TEXT,"
      " role TEXT, status TEXT, created_at TEXT);"
      "CREATE TABLE guests (email TEXT PRIMARY KEY, first_name TEXT, last_name TEXT,"
      " created_at TEXT);"
      "CREATE TABLE groups (id TEXT PRIMARY KEY, name TEXT, members TEXT, guests TEXT,"
      " created_at TEXT);"
      "CREATE TABLE tags (id TEXT PRIMARY KEY, title TEXT, color TEXT, created_at TEXT);"
      "CREATE TABLE runs (number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, checklist_id TEXT,"
      " checklist_title TEXT, started_by INTEGER, created_at TEXT, last_updated TEXT,"
      " archived_at TEXT, due_date TEXT, owner_id INTEGER);"
      "CREATE TABLE tasks (number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, summary TEXT,"
      " run_id TEXT REFERENCES runs (id), step_id TEXT, position INTEGER, one_off INTEGER,"
      " status TEXT, task_type TEXT, is_approved INTEGER, deadline TEXT, started_at TEXT,"
      " created_at TEXT, last_updated TEXT, completed_at TEXT, archived_at TEXT,"
      " starter_id INTEGER, completer_id INTEGER, problem INTEGER DEFAULT 0,"
      " top_secret INTEGER DEFAULT 0, webhook TEXT);"
      "CREATE INDEX tasks_by_deadline ON tasks (archived_at, deadline);"
      "CREATE INDEX tasks_by_change ON tasks (archived_at, last_updated);"
      "CREATE INDEX tasks_by_run ON tasks (run_id) WHERE run_id IS NOT NULL;"
      "CREATE TABLE owners (task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE, kind TEXT,"
      " owner TEXT, PRIMARY KEY (task, kind, owner)) WITHOUT ROWID;"
      "CREATE INDEX owners_by_owner ON owners (kind, owner, task);"
      "CREATE TABLE task_tags (task INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE, tag TEXT,"
      " PRIMARY KEY (task, tag)) WITHOUT ROWID;"
      "CREATE TABLE fields (number INTEGER PRIMARY KEY, id TEXT UNIQUE, task INTEGER NOT NULL"
      " REFERENCES tasks ON DELETE CASCADE, label TEXT, field_type TEXT, required INTEGER,"
      " options TEXT, value TEXT);"
      "CREATE INDEX fields_by_task ON fields (task);"
      "CREATE TABLE comments (number INTEGER PRIMARY KEY, id TEXT UNIQUE, task INTEGER NOT NULL"
      " REFERENCES tasks ON DELETE CASCADE, content TEXT, author_id INTEGER, label TEXT,"
      " state TEXT, created_at TEXT, updated_at TEXT, resolve_id TEXT);"
      "CREATE INDEX comments_by_task ON comments (task);";

/* From one version to the next, beginning with the first. */
static const char *const steps[] = {
  "ALTER TABLE runs ADD COLUMN due_date TEXT;"
  "ALTER TABLE runs ADD COLUMN owner_id INTEGER;"
  "UPDATE runs SET owner_id = started_by;"
  "ALTER TABLE comments ADD COLUMN resolve_id TEXT;",
};
G_STATIC_ASSERT (G_N_ELEMENTS (steps) == SCHEMA_VERSION - 1);

static void
note_failure (PracticeStore *self)
{
  if (self->failure == NULL)
    self->failure = g_strdup (sqlite3_errmsg (self->db));
}

static sqlite3_stmt *
prepare (PracticeStore *self, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    note_failure (self);
  return statement;
}

/* A statement that is in use is not in the table, so the same SQL may run within itself. */
static sqlite3_stmt *
take_statement (PracticeStore *self, const char *sql)
{
  gpointer statement = NULL;

  if (g_hash_table_steal_extended (self->idle, sql, NULL, &statement))
    return statement;
  return prepare (self, sql);
}

static void
bind (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 's')
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
      else
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
    }
}

static PracticeRows *
rows_new (PracticeStore *self, sqlite3_stmt *statement, const char *sql)
{
  PracticeRows *rows = g_new0 (PracticeRows, 1);

  rows->store = self;
  rows->statement = statement;
  rows->sql = sql;
  return rows;
}

static PracticeRows *
query_va (PracticeStore *self, const char *sql, const char *types, va_list values)
{
  sqlite3_stmt *statement = take_statement (self, sql);

  if (statement != NULL)
    bind (statement, types, values);
  return rows_new (self, statement, sql);
}

static void
execute (PracticeStore *self, const char *sql)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) != SQLITE_OK)
    note_failure (self);
}

/* SQLite would make a new file readable for everybody. Its journals take over the mode of the file.
 */
static gboolean
make_file (const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  int descriptor = -1;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    descriptor = g_open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      int number = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (number),
                   "The practice office cannot be kept in “%s”: %s", file, g_strerror (number));
      return FALSE;
    }
  close (descriptor);
  return TRUE;
}

static void
set_numbers (PracticeStore *self)
{
  g_autofree char *numbers = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                              APPLICATION_ID, SCHEMA_VERSION);

  execute (self, numbers);
}

/* Makes the tables of a new office, or brings those of an older one up to this version. Leaves any
 * other file as it is. */
static gboolean
check_schema (PracticeStore *self)
{
  gint64 id, version, tables;

  practice_store_begin (self); /* before the look: another server may be making the tables */
  id = practice_store_number (self, "PRAGMA application_id", "");
  version = practice_store_number (self, "PRAGMA user_version", "");
  tables = practice_store_number (self, "SELECT count(*) FROM sqlite_master", "");
  if (self->failure == NULL && tables == 0)
    {
      execute (self, schema);
      set_numbers (self);
      return practice_store_commit (self, NULL);
    }
  if (self->failure == NULL && id == APPLICATION_ID && version >= 1 && version < SCHEMA_VERSION)
    {
      for (gint64 i = version; i < SCHEMA_VERSION; i++)
        execute (self, steps[i - 1]);
      set_numbers (self);
      return practice_store_commit (self, NULL);
    }
  practice_store_rollback (self);
  if (self->failure != NULL)
    return FALSE;
  if (id != APPLICATION_ID)
    self->failure = g_strdup ("it is a database of another program");
  else if (version != SCHEMA_VERSION)
    self->failure = g_strdup ("it was made by another version of Docket");
  return self->failure == NULL;
}

PracticeStore *
practice_store_open (const char *file, GError **error)
{
  g_autoptr (PracticeStore) self = g_new0 (PracticeStore, 1);
  const char *name = file != NULL ? file : ":memory:";
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

  self->idle
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)sqlite3_finalize);
  if (file != NULL && !make_file (file, error))
    return NULL;
  if (sqlite3_open_v2 (name, &self->db, flags, NULL) != SQLITE_OK)
    note_failure (self);
  sqlite3_busy_timeout (self->db, 5000);
  execute (self, "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA synchronous=NORMAL");
  if (self->failure != NULL || !check_schema (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "The practice office in “%s” cannot be used: %s", name, self->failure);
      return NULL;
    }
  /* Only now: a file that is no office keeps its mode. */
  if (file != NULL && g_chmod (file, 0600) != 0)
    g_warning ("“%s” cannot be made private: %s", file, g_strerror (errno));
  return g_steal_pointer (&self);
}

void
practice_store_close (PracticeStore *self)
{
  g_hash_table_unref (self->idle);
  sqlite3_close (self->db);
  g_free (self->failure);
  g_free (self);
}

void
practice_store_begin (PracticeStore *self)
{
  g_clear_pointer (&self->failure, g_free);
  execute (self, "BEGIN IMMEDIATE");
}

gboolean
practice_store_commit (PracticeStore *self, GError **error)
{
  if (self->failure == NULL)
    execute (self, "COMMIT");
  if (self->failure == NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The practice office failed: %s",
               self->failure);
  practice_store_rollback (self);
  return FALSE;
}

void
practice_store_rollback (PracticeStore *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

void
practice_store_clear (PracticeStore *self)
{
  execute (self, "DELETE FROM tasks; DELETE FROM runs; DELETE FROM tags; DELETE FROM groups;"
                 "DELETE FROM guests; DELETE FROM users; DELETE FROM about;");
}

int
practice_store_run (PracticeStore *self, const char *sql, const char *types, ...)
{
  g_autoptr (PracticeRows) rows = NULL;
  va_list values;

  va_start (values, types);
  rows = query_va (self, sql, types, values);
  va_end (values);
  practice_rows_next (rows);
  return sqlite3_changes (self->db);
}

PracticeRows *
practice_store_query (PracticeStore *self, const char *sql, const char *types, ...)
{
  PracticeRows *rows;
  va_list values;

  va_start (values, types);
  rows = query_va (self, sql, types, values);
  va_end (values);
  return rows;
}

PracticeRows *
practice_store_query_values (PracticeStore *self, const char *sql, GPtrArray *values)
{
  sqlite3_stmt *statement = prepare (self, sql);

  for (guint i = 0; statement != NULL && i < values->len; i++)
    {
      GVariant *value = g_ptr_array_index (values, i);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        sqlite3_bind_text (statement, (int)i + 1, g_variant_get_string (value, NULL), -1,
                           SQLITE_TRANSIENT);
      else
        sqlite3_bind_int64 (statement, (int)i + 1, g_variant_get_int64 (value));
    }
  return rows_new (self, statement, NULL);
}

gint64
practice_store_number (PracticeStore *self, const char *sql, const char *types, ...)
{
  g_autoptr (PracticeRows) rows = NULL;
  va_list values;

  va_start (values, types);
  rows = query_va (self, sql, types, values);
  va_end (values);
  return practice_rows_next (rows) ? practice_rows_number (rows, 0) : 0;
}

char *
practice_store_text (PracticeStore *self, const char *sql, const char *types, ...)
{
  g_autoptr (PracticeRows) rows = NULL;
  va_list values;

  va_start (values, types);
  rows = query_va (self, sql, types, values);
  va_end (values);
  return practice_rows_next (rows) ? g_strdup (practice_rows_text (rows, 0)) : NULL;
}

gint64
practice_store_last_row (PracticeStore *self)
{
  return sqlite3_last_insert_rowid (self->db);
}

gboolean
practice_rows_next (PracticeRows *rows)
{
  int result;

  if (rows->statement == NULL)
    return FALSE;
  result = sqlite3_step (rows->statement);
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    note_failure (rows->store);
  return result == SQLITE_ROW;
}

const char *
practice_rows_text (PracticeRows *rows, int column)
{
  return (const char *)sqlite3_column_text (rows->statement, column);
}

gint64
practice_rows_number (PracticeRows *rows, int column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

gboolean
practice_rows_is_null (PracticeRows *rows, int column)
{
  return sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

void
practice_rows_free (PracticeRows *rows)
{
  if (rows->statement != NULL)
    sqlite3_reset (rows->statement);
  if (rows->statement != NULL && rows->sql != NULL)
    g_hash_table_replace (rows->store->idle, (gpointer)rows->sql, rows->statement);
  else
    sqlite3_finalize (rows->statement);
  g_free (rows);
}
