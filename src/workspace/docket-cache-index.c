/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-index.h"

#include "workspace/docket-index-text.h"

/* A step: what waits for the file, a key press among it, waits no longer than for this. */
#define STEP_USEC 6000
#define MOST_ROWS 400
/* Pages of the index that a step rewrites. */
#define MERGE_PAGES 24

/* What is to become of the bytes that were deleted: FTS5 only notes that they are gone, and has
 * them until all parts of the index are put into one. */
typedef enum
{
  PURGE_NONE,
  PURGE_BEGUN,
  PURGE_WANTED,
  PURGE_ALL, /* the index is damaged */
} Purge;

static const char make_index[]
    = "CREATE VIRTUAL TABLE IF NOT EXISTS task_gram USING fts5 (text, content = '', columnsize = 0,"
      " detail = none, tokenize = 'docket_grams')";

static gboolean
get_number (sqlite3 *db, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);
  int step = statement != NULL ? docket_database_step (statement, error) : -1;

  *number = step == 1 ? sqlite3_column_int64 (statement, 0) : 0;
  return step >= 0;
}

static gboolean
set_fact (sqlite3 *db, const char *name, gint64 value, GError **error)
{
  return docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", "si",
                                 name, value);
}

/* One that is to be made anew need not be merged before. */
static gboolean
want_purge (sqlite3 *db, GError **error)
{
  return docket_database_change (db, error,
                                 "INSERT INTO fact (name, value) VALUES ('purge', ?)"
                                 " ON CONFLICT (name) DO UPDATE SET"
                                 " value = max (value, excluded.value)",
                                 "i", (gint64)PURGE_WANTED);
}

/* What a step is made with. */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *task;   /* a row's columns */
  sqlite3_stmt *known;  /* a row's text */
  sqlite3_stmt *remove; /* from the index */
  sqlite3_stmt *add;
  sqlite3_stmt *keep; /* the text */
  sqlite3_stmt *drop;
  gboolean any_removed;
} Step;

static void
step_clear (Step *step)
{
  sqlite3_finalize (step->task);
  sqlite3_finalize (step->known);
  sqlite3_finalize (step->remove);
  sqlite3_finalize (step->add);
  sqlite3_finalize (step->keep);
  sqlite3_finalize (step->drop);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static gboolean
prepare (Step *step, sqlite3 *db, GError **error)
{
  const struct
  {
    sqlite3_stmt **statement;
    const char *sql;
  } all[] = {
    { &step->task, "SELECT " DOCKET_INDEX_COLUMNS " FROM task WHERE row = ?" },
    { &step->known, "SELECT text FROM task_text WHERE row = ?" },
    { &step->remove, "INSERT INTO task_gram (rowid, text, task_gram) VALUES (?, ?, 'delete')" },
    { &step->add, "INSERT INTO task_gram (rowid, text) VALUES (?, ?)" },
    { &step->keep, "INSERT OR REPLACE INTO task_text (row, text) VALUES (?, ?)" },
    { &step->drop, "DELETE FROM task_text WHERE row = ?" },
  };

  step->db = db;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      *all[i].statement = docket_database_prepare (db, all[i].sql, error);
      if (*all[i].statement == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (sqlite3_stmt *statement, gint64 row, const char *text, GError **error)
{
  docket_database_bind (statement, text != NULL ? "is" : "i", row, text);
  return docket_database_step (statement, error) >= 0;
}

/* Makes the index say of @row what the task says, or nothing where there is none. */
static gboolean
index_row (Step *step, gint64 row, GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int found;

  docket_database_bind (step->known, "i", row);
  found = docket_database_step (step->known, error);
  if (found == 1)
    before = g_strdup ((const char *)sqlite3_column_text (step->known, 0));
  sqlite3_reset (step->known);
  if (found < 0)
    return FALSE;
  docket_database_bind (step->task, "i", row);
  found = docket_database_step (step->task, error);
  if (found == 1)
    after = docket_index_text_new (step->task, 0);
  sqlite3_reset (step->task);
  if (found < 0)
    return FALSE;
  if (g_strcmp0 (before, after) == 0)
    return TRUE;
  step->any_removed = step->any_removed || after == NULL;
  return (before == NULL || run (step->remove, row, before, error))
         && (after == NULL || run (step->add, row, after, error))
         && (after != NULL ? run (step->keep, row, after, error)
                           : run (step->drop, row, NULL, error));
}

/* @sql: the rows. @last: (inout): the last one that was indexed. Returns: how many of them */
static int
index_rows (Step *step, const char *sql, gint64 end, gint64 *last, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = docket_database_prepare (step->db, sql, error);
  int found = -1;
  int n = 0;

  if (rows == NULL)
    return -1;
  docket_database_bind (rows, "i", *last);
  while (n < MOST_ROWS && (n % 8 != 0 || n == 0 || g_get_monotonic_time () < end)
         && (found = docket_database_step (rows, error)) == 1)
    {
      *last = sqlite3_column_int64 (rows, 0);
      if (!index_row (step, *last, error))
        return -1;
      n++;
    }
  return found < 0 && n == 0 ? -1 : n;
}

/* Those that were other than the index says, or gone: all up to @last. */
static gboolean
note_indexed (Step *step, gint64 last, GError **error)
{
  return docket_database_change (step->db, error, "DELETE FROM unindexed WHERE row <= ?", "i", last)
         && (!step->any_removed || want_purge (step->db, error));
}

/* Returns: whether there was something to do */
static int
index_some (sqlite3 *db, GError **error)
{
  const gint64 end = g_get_monotonic_time () + STEP_USEC;
  g_auto (Step) step = { NULL };
  gint64 changed = 0;
  gint64 last;
  int n;

  if (!prepare (&step, db, error)
      || !get_number (db, "SELECT value FROM fact WHERE name = 'indexed'", &last, error))
    return -1;
  n = index_rows (&step, "SELECT row FROM unindexed WHERE row > ? ORDER BY row", end, &changed,
                  error);
  if (n > 0)
    return note_indexed (&step, changed, error) ? 1 : -1;
  if (n == 0)
    n = index_rows (&step, "SELECT row FROM task WHERE row > ? ORDER BY row", end, &last, error);
  if (n > 0)
    return set_fact (db, "indexed", last, error) ? 1 : -1;
  return n;
}

/* A damaged index is made anew: nothing stands in it that the tasks do not say. */
static gboolean
reset (sqlite3 *db, GError **error)
{
  return docket_database_exec (db,
                               "DROP TABLE IF EXISTS task_gram; DELETE FROM task_text;"
                               "DELETE FROM unindexed; UPDATE fact SET value = 0"
                               " WHERE name IN ('indexed', 'purge')",
                               error);
}

/* Returns: whether there was something to do */
static int
purge_some (sqlite3 *db, GError **error)
{
  gint64 purge;
  int before;

  if (!get_number (db, "SELECT value FROM fact WHERE name = 'purge'", &purge, error))
    return -1;
  if (purge == PURGE_NONE)
    return 0;
  if (purge == PURGE_ALL)
    return reset (db, error) ? 1 : -1;
  before = sqlite3_total_changes (db);
  if (!docket_database_change (db, error,
                               "INSERT INTO task_gram (task_gram, rank) VALUES ('merge', ?)", "i",
                               (gint64)(purge == PURGE_WANTED ? -MERGE_PAGES : MERGE_PAGES)))
    return -1;
  /* The statement itself counts as one change. */
  purge = sqlite3_total_changes (db) - before < 2 ? PURGE_NONE : PURGE_BEGUN;
  return set_fact (db, "purge", purge, error) ? 1 : -1;
}

static gboolean
has_fts5 (sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, "SELECT fts5 (NULL)", NULL);

  return statement != NULL;
}

/* Where nothing is to do nothing is written. */
static gboolean
is_whole (sqlite3 *db, GError **error)
{
  gint64 work = 1;

  return get_number (db,
                     "SELECT EXISTS (SELECT 1 FROM unindexed) OR ifnull ((SELECT max (row) FROM"
                     " task), 0) > (SELECT value FROM fact WHERE name = 'indexed')"
                     " OR ifnull ((SELECT value FROM fact WHERE name = 'purge'), 0) <> 0",
                     &work, error)
         && work == 0;
}

gpointer
docket_cache_index_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  int step = -1;

  if (!has_fts5 (db))
    return GINT_TO_POINTER (DOCKET_INDEX_NONE);
  if (is_whole (db, error) || *error != NULL)
    return GINT_TO_POINTER (DOCKET_INDEX_WHOLE);
  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  if (docket_database_exec (db, make_index, &problem))
    step = index_some (db, &problem);
  if (step == 0)
    step = purge_some (db, &problem);
  if (step < 0 && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_message ("The index of search is made anew: %s", problem->message);
      if (!docket_database_exec (db, "ROLLBACK; BEGIN IMMEDIATE", error) || !reset (db, error))
        return NULL;
    }
  else if (step < 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  docket_database_exec (db, "COMMIT", error);
  return GINT_TO_POINTER (DOCKET_INDEX_MORE);
}

gboolean
docket_cache_index_forget (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) rows = docket_database_prepare (
      db, "SELECT row FROM unindexed WHERE row NOT IN (SELECT row FROM task)", error);
  g_autoptr (GError) problem = NULL;
  g_auto (Step) step = { NULL };
  int found = rows != NULL ? docket_database_step (rows, error) : -1;

  if (found <= 0)
    return found == 0;
  if (!prepare (&step, db, &problem))
    found = -1;
  for (; found == 1; found = docket_database_step (rows, &problem))
    if (!index_row (&step, sqlite3_column_int64 (rows, 0), &problem))
      break;
  g_clear_pointer (&rows, sqlite3_finalize);
  if (found != 0)
    {
      step_clear (&step);
      step = (Step){ NULL };
      return reset (db, error);
    }
  return docket_database_exec (db, "DELETE FROM unindexed WHERE row NOT IN (SELECT row FROM task)",
                               error)
         && want_purge (db, error);
}

void
docket_cache_index_distrust (sqlite3 *db)
{
  set_fact (db, "purge", PURGE_ALL, NULL);
}
