/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the file of the cache looks like. */
#include "workspace/docket-cache-private.h"
#include "workspace/docket-grams.h"

/* touched: the mark of the last change made here; pass: the mark of the last pass that saw the row.
 * row: never that of another task that was dropped, since the list holds its objects by row.
 * A task that was dropped here stays in "gone", so that an older answer does not bring it back. */
static const char *const migrations[] = {
  "CREATE TABLE task (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT "
  "NOT NULL,"
  " folded TEXT NOT NULL, type TEXT, one_off INTEGER NOT NULL, completed INTEGER NOT NULL,"
  " archived INTEGER NOT NULL, mine INTEGER NOT NULL, process TEXT, deadline INTEGER,"
  " completed_at INTEGER, archived_at INTEGER, comments INTEGER NOT NULL, assignees TEXT NOT NULL,"
  " detail BLOB, pass INTEGER NOT NULL, touched INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX task_by_deadline ON task (archived, completed, deadline, folded);"
  "CREATE INDEX task_by_title ON task (title);"
  "CREATE TABLE gone (id TEXT PRIMARY KEY, touched INTEGER NOT NULL);"
  "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL);"
  "CREATE TABLE fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
  /* What tells whether a task is still as it was: NULL and 0 where the server has not said so.
   * updated: of its last change there; counted: whether it said how many comments there are. */
  "ALTER TABLE task ADD COLUMN updated INTEGER;"
  "ALTER TABLE task ADD COLUMN secret INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE task ADD COLUMN counted INTEGER NOT NULL DEFAULT 0",
  /* NULL also where no answer that named the process has come since. */
  "ALTER TABLE task ADD COLUMN process_id TEXT;"
  /* For search, folded; NULL until a pass brings them. Tags and people have a line each. */
  "ALTER TABLE task ADD COLUMN folded_process TEXT;"
  "ALTER TABLE task ADD COLUMN folded_people TEXT;"
  "ALTER TABLE task ADD COLUMN folded_tags TEXT;"
  /* By the person signed in. */
  "ALTER TABLE task ADD COLUMN started INTEGER NOT NULL DEFAULT 0",
  /* The ID of who completed it, NULL where the server has not said so. */
  "ALTER TABLE task ADD COLUMN completer TEXT",

  "ALTER TABLE task ADD COLUMN created INTEGER",
  /* Of the step in the process, NULL where the server has not said so. */
  "ALTER TABLE task ADD COLUMN position INTEGER;"
  /* All that is counted of the tasks of a process, so that the tasks themselves are not read. A
   * one-off task may be linked to a process, and is none of its own. */
  "CREATE INDEX task_by_process ON task (process_id, one_off, archived, completed, deadline,"
  " assignees) WHERE process_id IS NOT NULL;"
  /* listed: the server's own list had it; of the others the tasks alone are known. */
  "CREATE TABLE process (row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
  " name TEXT NOT NULL, folded TEXT NOT NULL, listed INTEGER NOT NULL DEFAULT 0,"
  " archived INTEGER NOT NULL DEFAULT 0, archived_at INTEGER, created_at INTEGER, owner TEXT,"
  " n_complete INTEGER NOT NULL DEFAULT 0, n_tasks INTEGER NOT NULL DEFAULT 0,"
  " pass INTEGER NOT NULL, touched INTEGER NOT NULL DEFAULT 0);"
  "CREATE TABLE process_gone (id TEXT PRIMARY KEY, touched INTEGER NOT NULL)",
  /* For search, folded; NULL until an answer brings them. */
  "ALTER TABLE task ADD COLUMN folded_summary TEXT;"
  "ALTER TABLE task ADD COLUMN folded_comments TEXT;"
  "ALTER TABLE task ADD COLUMN folded_answers TEXT",
  /* The same as it is shown, in lines, to say why a task was found. */
  "ALTER TABLE task ADD COLUMN tags TEXT;"
  "ALTER TABLE task ADD COLUMN summary TEXT;"
  "ALTER TABLE task ADD COLUMN comment_lines TEXT;"
  "ALTER TABLE task ADD COLUMN answer_lines TEXT",
  /* Guests ("E") and groups ("G") as tasks name them; people: how many a group has. */
  "CREATE TABLE contact (kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,"
  " people INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
  "CREATE TABLE tag (id TEXT PRIMARY KEY, title TEXT NOT NULL, color TEXT)",
  /* All that the views are counted by, so that the tasks themselves are not read. */
  "CREATE INDEX task_by_view ON task (archived, completed, mine, one_off, started, deadline,"
  " completed_at, assignees)",
  /* digest: of all that is kept of the task (docket_cache_digest()); NULL where it was changed
   * here. seen: the rows that the pass under way has told of. */
  "ALTER TABLE task ADD COLUMN digest INTEGER; CREATE TABLE seen (row INTEGER PRIMARY KEY)",
  /* mark: none in the file is greater. */
  "INSERT INTO fact (name, value) SELECT 'mark', max ("
  "(SELECT ifnull (max (max (pass, touched)), 0) FROM task),"
  " (SELECT ifnull (max (touched), 0) FROM gone),"
  " (SELECT ifnull (max (max (pass, touched)), 0) FROM process),"
  " (SELECT ifnull (max (touched), 0) FROM process_gone));"
  /* "OR IGNORE" would be overruled by what the statement says that fires the trigger.
   * docket-cache-index.h: what the index was made of, and which of the rows up to fact 'indexed'
   * are other than that, or gone. Those behind it are not in the index yet. */
  "INSERT INTO fact (name, value) VALUES ('indexed', 0);"
  "CREATE TABLE task_text (row INTEGER PRIMARY KEY, text TEXT NOT NULL);"
  "CREATE TABLE unindexed (row INTEGER PRIMARY KEY);"
  "CREATE TRIGGER task_changed AFTER UPDATE OF title, folded, process, folded_process,"
  " folded_people, folded_tags, summary, comment_lines, answer_lines, assignees ON task"
  " WHEN new.row <= (SELECT value FROM fact WHERE name = 'indexed')"
  " AND (old.folded IS NOT new.folded OR old.folded_process IS NOT new.folded_process"
  " OR old.folded_people IS NOT new.folded_people OR old.folded_tags IS NOT new.folded_tags"
  " OR old.summary IS NOT new.summary OR old.comment_lines IS NOT new.comment_lines"
  " OR old.answer_lines IS NOT new.answer_lines OR old.assignees IS NOT new.assignees)"
  " BEGIN INSERT INTO unindexed (row) SELECT new.row"
  " WHERE new.row NOT IN (SELECT row FROM unindexed); END;"
  "CREATE TRIGGER task_dropped AFTER DELETE ON task"
  " WHEN old.row <= (SELECT value FROM fact WHERE name = 'indexed')"
  " BEGIN INSERT INTO unindexed (row) SELECT old.row"
  " WHERE old.row NOT IN (SELECT row FROM unindexed); END",
};

static const DocketDatabaseSchema schema = {
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  /* A page of each, and not all of them: a start would wait for that. */
  .probe = "SELECT * FROM task LIMIT 1; SELECT max (touched) FROM gone;"
           "SELECT row FROM task INDEXED BY task_by_deadline WHERE archived = 0 LIMIT 1;"
           "SELECT row FROM task INDEXED BY task_by_view WHERE archived = 0 LIMIT 1;"
           "SELECT row FROM task INDEXED BY task_by_process WHERE process_id > '' LIMIT 1;"
           "SELECT max (touched) FROM process; SELECT max (touched) FROM process_gone;"
           "SELECT max (name) FROM person; SELECT max (name) FROM contact;"
           "SELECT max (title) FROM tag; SELECT max (value) FROM fact;"
           "SELECT max (row) FROM seen; SELECT max (row) FROM task_text;"
           "SELECT max (row) FROM unindexed",
  .set_up = docket_grams_register,
  .disposable = TRUE,
};

/** docket_cache_get_schema: valid for ever. */
const DocketDatabaseSchema *
docket_cache_get_schema (void)
{
  return &schema;
}
