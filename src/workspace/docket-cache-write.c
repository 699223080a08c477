/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-write.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-cache-digest.h"
#include "workspace/docket-cache-index.h"
#include "workspace/docket-cache-text.h"
#include "workspace/docket-mark.h"
#include "workspace/docket-text.h"

/** docket_cache_write_new: a change with the mark of the question it answers. */
DocketCacheWrite *
docket_cache_write_new (gint64 mark, gint64 user_id)
{
  DocketCacheWrite *write = g_new0 (DocketCacheWrite, 1);

  write->mark = mark;
  write->user_id = user_id;
  return write;
}

void
docket_cache_write_free (DocketCacheWrite *write)
{
  g_free (write->task_id);
  g_clear_pointer (&write->items, g_ptr_array_unref);
  g_strfreev (write->only);
  g_free (write);
}

static void
bind_date (sqlite3_stmt *statement, int index, GDateTime *date)
{
  if (date != NULL)
    sqlite3_bind_int64 (statement, index, g_date_time_to_unix (date));
  else
    sqlite3_bind_null (statement, index);
}

/* A line for each assignee: a letter for the kind, the ID, and the name where the answer gave one.
 */
static char *
assignees_to_text (TallyfyTask *task, gint64 user_id, gboolean *mine)
{
  static const char letters[] = "UEG"; /* user, guest (an e-mail address), group */
  GPtrArray *assignees = tallyfy_task_get_assignees (task);
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, user_id);
  GString *text = g_string_new (NULL);

  *mine = FALSE;
  for (guint i = 0; i < assignees->len; i++)
    {
      TallyfyAssignee *assignee = assignees->pdata[i];
      TallyfyAssigneeKind kind = tallyfy_assignee_get_kind (assignee);
      g_autofree char *name = docket_text_clean (tallyfy_assignee_get_name (assignee));
      g_autofree char *id = docket_text_clean (tallyfy_assignee_get_id (assignee));

      if (kind == TALLYFY_ASSIGNEE_USER && g_str_equal (own, id))
        *mine = TRUE;
      g_string_append_printf (text, "%c\t%s\t%s\n", letters[kind], id, name);
    }
  return g_string_free (text, FALSE);
}

static void
append_line (GString *lines, const char *text)
{
  g_autofree char *folded = docket_text_fold (text);

  g_string_append_printf (lines, "\n%s", folded);
}

/* Where search looks beside the title. */
static void
bind_search (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  const char *process = tallyfy_task_get_process_name (task);
  g_autofree char *folded = docket_text_fold (process);
  g_autoptr (GString) people = g_string_new (NULL);
  g_autoptr (GString) tags = g_string_new (NULL);
  GPtrArray *assignees = tallyfy_task_get_assignees (task);
  const char *const *titles = tallyfy_task_get_tags (task);

  for (guint i = 0; i < assignees->len; i++)
    {
      TallyfyAssignee *assignee = assignees->pdata[i];
      const char *name = tallyfy_assignee_get_name (assignee);

      /* A guest's ID is an address; a member's is a number, whose name the members' list has. */
      if (name != NULL || tallyfy_assignee_get_kind (assignee) != TALLYFY_ASSIGNEE_USER)
        append_line (people, name != NULL ? name : tallyfy_assignee_get_id (assignee));
    }
  for (guint i = 0; titles[i] != NULL; i++)
    append_line (tags, titles[i]);
  sqlite3_bind_text (statement, index, process != NULL ? folded : NULL, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, index + 1, people->str, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, index + 2, tags->str, -1, SQLITE_TRANSIENT);
}

/* Parameters of the statement below, in its order. */
static void
bind_task (sqlite3_stmt *statement, TallyfyTask *task, const DocketCacheWrite *write)
{
  g_autofree char *folded = docket_text_fold (tallyfy_task_get_title (task));
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT, write->user_id);
  gboolean mine;
  g_autofree char *assignees = assignees_to_text (task, write->user_id, &mine);

  docket_database_bind (statement, "sssssiiiiiisbs", tallyfy_task_get_id (task),
                        tallyfy_task_get_title (task), folded, tallyfy_task_get_task_type (task),
                        tallyfy_task_get_process_name (task),
                        (gint64)tallyfy_task_is_one_off (task),
                        (gint64)tallyfy_task_is_completed (task),
                        (gint64)tallyfy_task_is_archived (task), (gint64)mine,
                        (gint64)tallyfy_task_get_n_comments (task), write->mark, assignees,
                        tallyfy_task_get_json (task), tallyfy_task_get_process_id (task));
  bind_date (statement, 15, tallyfy_task_get_deadline (task));
  bind_date (statement, 16, tallyfy_task_get_completed_at (task));
  bind_date (statement, 17, tallyfy_task_get_archived_at (task));
  bind_date (statement, 18, tallyfy_task_get_last_updated (task));
  sqlite3_bind_int (statement, 19, tallyfy_task_is_top_secret (task));
  sqlite3_bind_int (statement, 20, tallyfy_task_has_comment_count (task));
  bind_search (statement, 21, task);
  sqlite3_bind_int (statement, 24, g_strcmp0 (tallyfy_task_get_starter_id (task), own) == 0);
  sqlite3_bind_text (statement, 25, tallyfy_task_get_completer_id (task), -1, SQLITE_TRANSIENT);
  bind_date (statement, 26, tallyfy_task_get_created_at (task));
  if (tallyfy_task_get_position (task) >= 0)
    sqlite3_bind_int64 (statement, 27, tallyfy_task_get_position (task));
  else
    sqlite3_bind_null (statement, 27);
  docket_cache_bind_text (statement, 28, task);
}

static const char upsert[]
    = "INSERT INTO task (id, title, folded, type, process, one_off, completed, archived, mine, "
      "comments,"
      " pass, assignees, detail, deadline, completed_at, archived_at, updated, secret, counted,"
      " process_id, folded_process, folded_people, folded_tags, started, completer, created,"
      " position, tags, summary, comment_lines, answer_lines, digest)"
      " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?15, ?16, ?17, ?18, ?19, "
      "?20,"
      " ?14, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32"
      " WHERE ?33 = 0 OR NOT EXISTS (SELECT 1 FROM gone WHERE id = ?1 AND touched > ?11)"
      " ON CONFLICT (id) DO UPDATE SET title = excluded.title, folded = excluded.folded,"
      " type = excluded.type,"
      /* An answer without the process does not take its name away. */
      " process = ifnull (excluded.process, iif (?14 IS NOT NULL, process, NULL)),"
      " process_id = excluded.process_id,"
      " folded_process"
      " = ifnull (excluded.folded_process, iif (?14 IS NOT NULL, folded_process, NULL)),"
      " folded_people = excluded.folded_people, folded_tags = excluded.folded_tags,"
      " started = excluded.started, completer = excluded.completer,"
      " created = ifnull (excluded.created, created),"
      " position = ifnull (excluded.position, position),"
      /* An older version has kept these. */
      " folded_summary = iif (excluded.summary IS NULL, folded_summary, NULL),"
      " folded_comments = iif (excluded.comment_lines IS NULL, folded_comments, NULL),"
      " folded_answers = iif (excluded.answer_lines IS NULL, folded_answers, NULL),"
      " tags = excluded.tags, summary = ifnull (excluded.summary, summary),"
      " comment_lines = ifnull (excluded.comment_lines, comment_lines),"
      " answer_lines = ifnull (excluded.answer_lines, answer_lines),"
      " one_off = excluded.one_off, completed = excluded.completed, archived = excluded.archived,"
      " mine = excluded.mine, comments = excluded.comments, pass = excluded.pass,"
      " assignees = excluded.assignees, detail = ifnull (excluded.detail, detail),"
      " deadline = excluded.deadline, completed_at = excluded.completed_at,"
      " archived_at = excluded.archived_at, updated = excluded.updated,"
      " secret = excluded.secret, counted = excluded.counted, digest = excluded.digest"
      " WHERE touched < excluded.pass AND pass <= excluded.pass";

/* What the tasks say of their process, until the server's list of processes says more. */
static gboolean
note_process (sqlite3_stmt *statement, TallyfyTask *task, gint64 mark, GError **error)
{
  const char *name = tallyfy_task_get_process_name (task);
  g_autofree char *folded = NULL;

  if (tallyfy_task_is_one_off (task) || tallyfy_task_get_process_id (task) == NULL || name == NULL)
    return TRUE;
  folded = docket_text_fold (name);
  docket_database_bind (statement, "sssi", tallyfy_task_get_process_id (task), name, folded, mark);
  return docket_database_step (statement, error) >= 0;
}

static const char upsert_process[]
    = "INSERT INTO process (id, name, folded, pass) SELECT ?1, ?2, ?3, ?4"
      " WHERE NOT EXISTS (SELECT 1 FROM process_gone WHERE id = ?1 AND touched > ?4)"
      " ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded,"
      " pass = excluded.pass WHERE listed = 0 AND pass < excluded.pass AND touched < excluded.pass"
      " AND name IS NOT excluded.name";

/* What a page is written with. */
typedef struct
{
  sqlite3_stmt *known;
  sqlite3_stmt *task;
  sqlite3_stmt *process;
  sqlite3_stmt *seen;
  gboolean any_gone;
} Statements;

static void
statements_clear (Statements *statements)
{
  g_clear_pointer (&statements->known, sqlite3_finalize);
  g_clear_pointer (&statements->task, sqlite3_finalize);
  g_clear_pointer (&statements->process, sqlite3_finalize);
  g_clear_pointer (&statements->seen, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Statements, statements_clear)

/* Mostly there are none, and they need not be looked through for each task. */
static gboolean
find_gone (Statements *statements, sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) gone = docket_database_prepare (db, "SELECT 1 FROM gone LIMIT 1", error);
  const int step = gone != NULL ? docket_database_step (gone, error) : -1;

  statements->any_gone = step == 1;
  return step >= 0;
}

static gboolean
prepare (Statements *statements, sqlite3 *db, GError **error)
{
  statements->known
      = docket_database_prepare (db, "SELECT 1 FROM task WHERE id = ?1 AND digest = ?2", error);
  if (statements->known != NULL)
    statements->task = docket_database_prepare (db, upsert, error);
  if (statements->task != NULL)
    statements->process = docket_database_prepare (db, upsert_process, error);
  if (statements->process != NULL)
    statements->seen = docket_database_prepare (
        db, "INSERT OR IGNORE INTO seen (row) SELECT row FROM task WHERE id = ?", error);
  return statements->seen != NULL;
}

/* One that was got alone has more than its list tells, and is always written. */
static int
is_known (sqlite3_stmt *known, TallyfyTask *task, gint64 digest, GError **error)
{
  int step;

  if (tallyfy_task_get_json (task) != NULL)
    return 0;
  docket_database_bind (known, "si", tallyfy_task_get_id (task), digest);
  step = docket_database_step (known, error);
  sqlite3_reset (known);
  return step;
}

/* @any: (inout): whether a row was changed */
static gboolean
write_task (const Statements *statements,
            TallyfyTask *task,
            const DocketCacheWrite *write,
            gboolean *any,
            GError **error)
{
  const gint64 digest = docket_cache_digest (task);
  const int known = is_known (statements->known, task, digest, error);

  if (known < 0)
    return FALSE;
  if (known == 0)
    {
      const int before = sqlite3_total_changes (sqlite3_db_handle (statements->task));

      bind_task (statements->task, task, write);
      sqlite3_bind_int64 (statements->task, 32, digest);
      sqlite3_bind_int (statements->task, 33, statements->any_gone);
      if (docket_database_step (statements->task, error) < 0
          || !note_process (statements->process, task, write->mark, error))
        return FALSE;
      if (sqlite3_total_changes (sqlite3_db_handle (statements->task)) != before)
        *any = TRUE;
    }
  if (write->pass.mark == 0 || write->mark < write->pass.mark)
    return TRUE;
  docket_database_bind (statements->seen, "s", tallyfy_task_get_id (task));
  return docket_database_step (statements->seen, error) >= 0;
}

/* Only what is not as it was is written. */
gpointer
docket_cache_write_page_job (sqlite3 *db,
                             gpointer job_data,
                             GCancellable *cancellable,
                             GError **error)
{
  const gint64 begin = docket_mark_begin ();
  const DocketCacheWrite *write = job_data;
  g_auto (Statements) statements = { NULL };
  gboolean any = FALSE;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error) || !prepare (&statements, db, error)
      || !find_gone (&statements, db, error))
    return NULL;
  for (guint i = 0; i < write->items->len; i++)
    if (!write_task (&statements, write->items->pdata[i], write, &any, error))
      return NULL;
  docket_database_exec (db, "COMMIT", error);
  docket_mark_end (begin, "store a page", NULL);
  return any ? DOCKET_CACHE_SOMETHING : DOCKET_CACHE_NOTHING;
}

gpointer
docket_cache_set_archived_job (sqlite3 *db,
                               gpointer job_data,
                               GCancellable *cancellable,
                               GError **error)
{
  const DocketCacheWrite *write = job_data;

  /* It is a change, and the server's time of it is not known. */
  docket_database_change (db, error,
                          "UPDATE task SET archived = ?1 <> 0, archived_at = nullif (?1, 0),"
                          " touched = ?2, updated = NULL, digest = NULL WHERE id = ?3",
                          "iis", write->seconds, write->mark, write->task_id);
  return NULL;
}

gpointer
docket_cache_set_completed_job (sqlite3 *db,
                                gpointer job_data,
                                GCancellable *cancellable,
                                GError **error)
{
  const DocketCacheWrite *write = job_data;

  docket_database_change (db, error,
                          "UPDATE task SET completed = ?1, completed_at = nullif (?2, 0), "
                          "completer = NULL,"
                          " touched = ?3, updated = NULL, digest = NULL WHERE id = ?4",
                          "iiis", (gint64)write->completed, write->seconds, write->mark,
                          write->task_id);
  return NULL;
}

gpointer
docket_cache_drop_task_job (sqlite3 *db,
                            gpointer job_data,
                            GCancellable *cancellable,
                            GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && docket_database_change (db, error, "DELETE FROM task WHERE id = ?", "s", write->task_id)
      && docket_cache_index_forget (db, error)
      && docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO gone (id, touched) VALUES (?, ?)", "si",
                                 write->task_id, write->mark))
    docket_database_exec (db, "COMMIT", error);
  return NULL;
}

static gboolean
is_administrator (TallyfyUser *user)
{
  return g_strcmp0 (tallyfy_user_get_role (user), "admin") == 0;
}

gpointer
docket_cache_write_users_job (sqlite3 *db,
                              gpointer job_data,
                              GCancellable *cancellable,
                              GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE; DELETE FROM person", error))
    return NULL;
  for (guint i = 0; i < write->items->len; i++)
    {
      TallyfyUser *user = write->items->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, tallyfy_user_get_id (user));

      if (!docket_database_change (db, error,
                                   "INSERT OR REPLACE INTO person (id, name) VALUES (?, ?)", "ss",
                                   id, tallyfy_user_get_full_name (user))
          || (tallyfy_user_get_id (user) == write->user_id
              && !docket_database_change (db, error,
                                          "INSERT OR REPLACE INTO fact (name, value)"
                                          " VALUES ('administrator', ?)",
                                          "i", (gint64)is_administrator (user))))
        return NULL;
    }
  docket_database_exec (db, "COMMIT", error);
  return NULL;
}

gpointer
docket_cache_set_last_sync_job (sqlite3 *db,
                                gpointer job_data,
                                GCancellable *cancellable,
                                GError **error)
{
  const DocketCacheWrite *write = job_data;

  docket_database_change (db, error,
                          "INSERT OR REPLACE INTO fact (name, value) VALUES ('last-sync', ?)", "i",
                          write->seconds);
  return DOCKET_CACHE_NOTHING;
}
