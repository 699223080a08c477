/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-pass.h"

#include "workspace/docket-cache-private.h"

/* Of the table "task". What was changed or stored since the pass began is as good as seen. The
 * inner query is answered by an index, so that only what was not seen is read. */
#define UNSEEN                                                                                     \
  "pass < ?1 AND touched < ?1 AND row IN"                                                          \
  " (SELECT row FROM task WHERE row NOT IN (SELECT row FROM seen))"

static const char *const facts[]
    = { "pass-mark", "pass-list", "pass-page", "last-whole", "last-quiet", "mark" };

gpointer
docket_cache_load_place_job (sqlite3 *db,
                             gpointer job_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT value FROM fact WHERE name = ?", error);
  gint64 values[G_N_ELEMENTS (facts)] = { 0 };
  DocketCachePlace *place;

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      int step;

      if (statement == NULL)
        return NULL;
      docket_database_bind (statement, "s", facts[i]);
      step = docket_database_step (statement, error);
      if (step < 0)
        return NULL;
      if (step == 1)
        values[i] = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  place = g_new (DocketCachePlace, 1);
  place->pass = (DocketCachePass){ values[0], (guint)values[1], (guint)values[2], values[3],
                                   values[4] != 0 };
  place->last_mark = values[5];
  return place;
}

static gboolean
set_facts (sqlite3 *db, const DocketCachePass *pass, GError **error)
{
  const gint64 values[] = { pass->mark, pass->list, pass->page, pass->last_whole, pass->quiet };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", "si",
                                 facts[i], values[i]))
      return FALSE;
  return TRUE;
}

static gpointer
begin_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE; DELETE FROM seen", error)
      && set_facts (db, &write->pass, error))
    docket_database_exec (db, "COMMIT", error);
  return DOCKET_CACHE_NOTHING;
}

static gpointer
note_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;

  if (docket_database_exec (db, "BEGIN IMMEDIATE", error) && set_facts (db, &write->pass, error))
    docket_database_exec (db, "COMMIT", error);
  return DOCKET_CACHE_NOTHING;
}

static gboolean
drop_unseen (sqlite3 *db, const DocketCacheWrite *write, GError **error)
{
  if (write->only == NULL)
    return docket_database_change (db, error, "DELETE FROM task WHERE " UNSEEN, "i", write->mark);
  for (guint i = 0; write->only[i] != NULL; i++)
    if (!docket_database_change (db, error, "DELETE FROM task WHERE " UNSEEN " AND id = ?2", "is",
                                 write->mark, write->only[i]))
      return FALSE;
  return TRUE;
}

static gpointer
finish_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketCacheWrite *write = job_data;
  const int before = sqlite3_total_changes (db);
  int n;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE", error) || !drop_unseen (db, write, error)
      || !docket_database_change (db, error,
                                  "DELETE FROM process WHERE listed = 0 AND touched < ?1"
                                  " AND NOT EXISTS (SELECT 1 FROM task"
                                  " WHERE task.process_id = process.id AND one_off = 0)",
                                  "i", write->mark))
    return NULL;
  n = sqlite3_total_changes (db) - before;
  if (docket_database_change (db, error, "DELETE FROM gone WHERE touched < ?1", "i", write->mark)
      && docket_database_exec (db, "DELETE FROM seen", error)
      && set_facts (db, &write->pass, error))
    docket_database_exec (db, "COMMIT", error);
  return n > 0 ? DOCKET_CACHE_SOMETHING : DOCKET_CACHE_NOTHING;
}

static gpointer
list_unseen_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const gint64 *numbers = job_data;
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT id FROM task WHERE " UNSEEN " LIMIT ?2", error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  int step = -1;

  if (statement != NULL)
    docket_database_bind (statement, "ii", numbers[0], numbers[1]);
  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    g_strv_builder_add (ids, (const char *)sqlite3_column_text (statement, 0));
  return step < 0 ? NULL : g_strv_builder_end (ids);
}

static DocketCacheWrite *
new_write (DocketCache *self, gint64 mark)
{
  DocketCacheWrite *write = docket_cache_write_new (mark, self->user_id);

  write->pass = self->pass;
  return write;
}

const DocketCachePass *
docket_cache_get_pass (DocketCache *self)
{
  return &self->pass;
}

gint64
docket_cache_begin_pass (DocketCache *self)
{
  self->pass.mark = docket_cache_begin (self);
  self->pass.list = 0;
  self->pass.page = 0;
  docket_cache_change (self, begin_job, new_write (self, self->pass.mark), NULL, NULL, NULL);
  return self->pass.mark;
}

void
docket_cache_note_pass (DocketCache *self, guint list, guint page)
{
  self->pass.list = list;
  self->pass.page = page;
  docket_cache_change (self, note_job, new_write (self, self->pass.mark), NULL, NULL, NULL);
}

void
docket_cache_list_unseen_async (DocketCache *self,
                                guint most,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const gint64 numbers[] = { self->pass.mark, most };

  docket_cache_ask (self, docket_cache_list_unseen_async, list_unseen_job,
                    g_memdup2 (numbers, sizeof numbers), (GDestroyNotify)g_strfreev, cancellable,
                    callback, user_data);
}

GStrv
docket_cache_list_unseen_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_cache_finish_pass_async (DocketCache *self,
                                const char *const *only,
                                gboolean quiet,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  const gint64 mark = self->pass.mark;
  DocketCacheWrite *write;

  self->pass
      = (DocketCachePass){ .last_whole = g_get_real_time () / G_USEC_PER_SEC, .quiet = quiet };
  write = new_write (self, mark);
  write->only = g_strdupv ((char **)only);
  docket_cache_change (self, finish_job, write, cancellable, callback, user_data);
}
