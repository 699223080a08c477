/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the cache knows of processes beside their tasks. */
#include "workspace/docket-cache-processes.h"

#include "workspace/docket-cache-index.h"
#include "workspace/docket-cache-private.h"
#include "workspace/docket-text.h"

static const char upsert[]
    = "INSERT INTO process (id, name, folded, listed, owner, archived, n_complete, n_tasks, pass,"
      " archived_at, created_at) SELECT ?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
      " WHERE NOT EXISTS (SELECT 1 FROM process_gone WHERE id = ?1 AND touched > ?8)"
      " ON CONFLICT (id) DO UPDATE SET name = excluded.name, folded = excluded.folded, listed = 1,"
      " owner = excluded.owner, archived = excluded.archived, n_complete = excluded.n_complete,"
      " n_tasks = excluded.n_tasks, pass = excluded.pass, archived_at = excluded.archived_at,"
      " created_at = excluded.created_at WHERE touched < excluded.pass";

static void
bind_date (sqlite3_stmt *statement, int index, GDateTime *date)
{
  if (date != NULL)
    sqlite3_bind_int64 (statement, index, g_date_time_to_unix (date));
  else
    sqlite3_bind_null (statement, index);
}

static void
bind_process (sqlite3_stmt *statement, TallyfyProcess *process, gint64 mark)
{
  g_autofree char *folded = docket_text_fold (tallyfy_process_get_name (process));

  docket_database_bind (statement, "ssssiiii", tallyfy_process_get_id (process),
                        tallyfy_process_get_name (process), folded,
                        tallyfy_process_get_owner_id (process),
                        (gint64)tallyfy_process_is_archived (process),
                        MAX (tallyfy_process_get_n_complete (process), (gint64)0),
                        MAX (tallyfy_process_get_n_tasks (process), (gint64)0), mark);
  bind_date (statement, 9, tallyfy_process_get_archived_at (process));
  bind_date (statement, 10, tallyfy_process_get_created_at (process));
}

static gpointer
write_page_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  statement = docket_database_prepare (db, upsert, error);
  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < write->items->len; i++)
    {
      bind_process (statement, write->items->pdata[i], write->mark);
      if (docket_database_step (statement, error) < 0)
        return NULL;
    }
  docket_database_exec (db, "COMMIT", error);
  return NULL;
}

/* Of what the list no longer has, the tasks are all that is known. */
static gpointer
finish_pass_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && docket_database_change (db, error,
                                 "DELETE FROM process WHERE listed = 1 AND pass < ?1"
                                 " AND touched < ?1",
                                 "i", write->mark)
      && docket_database_change (db, error, "DELETE FROM process_gone WHERE touched < ?1", "i",
                                 write->mark))
    docket_database_exec (db, "COMMIT", error);
  return NULL;
}

/* Its tasks go with it, and come back with it. */
static gpointer
set_archived_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && docket_database_change (db, error,
                                 "UPDATE process SET archived = ?1 <> 0,"
                                 " archived_at = nullif (?1, 0), touched = ?2 WHERE id = ?3",
                                 "iis", write->seconds, write->mark, write->task_id)
      && docket_database_change (db, error,
                                 "UPDATE task SET archived = ?1 <> 0,"
                                 " archived_at = nullif (?1, 0), touched = ?2, updated = NULL,"
                                 " digest = NULL"
                                 " WHERE process_id = ?3 AND one_off = 0 AND archived <> (?1 <> 0)",
                                 "iis", write->seconds, write->mark, write->task_id))
    docket_database_exec (db, "COMMIT", error);
  return NULL;
}

static gpointer
drop_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error)
      && docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO gone (id, touched) SELECT id, ?2 FROM task"
                                 " WHERE process_id = ?1 AND one_off = 0",
                                 "si", write->task_id, write->mark)
      && docket_database_change (db, error, "DELETE FROM task WHERE process_id = ? AND one_off = 0",
                                 "s", write->task_id)
      && docket_cache_index_forget (db, error)
      && docket_database_change (db, error, "DELETE FROM process WHERE id = ?", "s", write->task_id)
      && docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO process_gone (id, touched) VALUES (?, ?)",
                                 "si", write->task_id, write->mark))
    docket_database_exec (db, "COMMIT", error);
  return NULL;
}

void
docket_cache_store_processes_async (DocketCache *self,
                                    GPtrArray *processes,
                                    gint64 mark,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (mark, self->user_id);

  write->items = g_ptr_array_ref (processes);
  docket_cache_change (self, write_page_job, write, cancellable, callback, user_data);
}

void
docket_cache_finish_process_pass_async (DocketCache *self,
                                        gint64 mark,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  docket_cache_change (self, finish_pass_job, docket_cache_write_new (mark, self->user_id),
                       cancellable, callback, user_data);
}

void
docket_cache_set_process_archived_async (DocketCache *self,
                                         const char *process_id,
                                         gint64 archived_at,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (docket_cache_begin (self), self->user_id);

  write->task_id = g_strdup (process_id);
  write->seconds = archived_at;
  docket_cache_change (self, set_archived_job, write, NULL, callback, user_data);
}

void
docket_cache_drop_process_async (DocketCache *self,
                                 const char *process_id,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (docket_cache_begin (self), self->user_id);

  write->task_id = g_strdup (process_id);
  docket_cache_change (self, drop_job, write, NULL, callback, user_data);
}

/* What is known of one, for the worker thread. */
typedef struct
{
  char *name;
  gboolean archived;
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  g_free (summary->name);
  g_free (summary);
}

static gpointer
summarize_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT name, iif (listed, archived, NOT EXISTS (SELECT 1 FROM "
                                 "task AS t"
                                 " WHERE t.process_id = p.id AND t.one_off = 0 AND t.archived = 0))"
                                 " FROM process AS p WHERE id = ?",
                                 error);
  Summary *summary;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  if (docket_database_step (statement, error) != 1)
    return NULL;
  summary = g_new0 (Summary, 1);
  summary->name = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  summary->archived = sqlite3_column_int (statement, 1) != 0;
  return summary;
}

void
docket_cache_summarize_process_async (DocketCache *self,
                                      const char *process_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  docket_cache_ask (self, docket_cache_summarize_process_async, summarize_job,
                    g_strdup (process_id), summary_free, cancellable, callback, user_data);
}

char *
docket_cache_summarize_process_finish (DocketCache *self,
                                       GAsyncResult *result,
                                       gboolean *archived,
                                       GError **error)
{
  Summary *summary;
  char *name;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  summary = g_task_propagate_pointer (G_TASK (result), error);
  if (summary == NULL)
    return NULL;
  *archived = summary->archived;
  name = g_steal_pointer (&summary->name);
  summary_free (summary);
  return name;
}
