/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-cache.h"

#include <glib/gstdio.h>

#include "tallyfy/tallyfy-user.h"
#include "workspace/docket-cache-private.h"
#include "workspace/docket-cache-read.h"
#include "workspace/docket-cache-write.h"

G_DEFINE_FINAL_TYPE (DocketCache, docket_cache, G_TYPE_OBJECT)

/* For the database, while pages come one after another, and then as it is by itself. */
#define MORE_ROOM "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000"
#define LESS_ROOM                                                                                  \
  "PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000; PRAGMA shrink_memory"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

char *
docket_cache_build_path (const char *file_name)
{
  g_autofree char *name = g_strconcat (file_name, ".db", NULL);

  return g_build_filename (g_get_user_cache_dir (), "docket", name, NULL);
}

static gboolean
emit_changed_cb (gpointer user_data)
{
  DocketCache *self = DOCKET_CACHE (user_data);

  self->changed_source = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
wait_for_more (DocketCache *self)
{
  const guint ms = MAX (self->interval, self->many_changes);

  self->changed_source
      = ms > 0 ? g_timeout_add (ms, emit_changed_cb, self) : g_idle_add (emit_changed_cb, self);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketCache *self = g_task_get_source_object (task);
  GError *error = NULL;
  gpointer answer = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, answer, NULL);
  docket_cache_fill_later (self);
  if (answer != DOCKET_CACHE_NOTHING && self->changed_source == 0)
    wait_for_more (self);
  g_task_return_boolean (task, TRUE);
}

/** docket_cache_change: every change of the file goes this way. @write: (transfer full) */
void
docket_cache_change (DocketCache *self,
                     DocketDatabaseJob job,
                     DocketCacheWrite *write,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, docket_cache_change);
  docket_cache_reserve_mark (self, write->mark);
  docket_database_run_async (self->database, G_PRIORITY_DEFAULT, job, write,
                             (GDestroyNotify)docket_cache_write_free, NULL, cancellable, changed_cb,
                             task);
}

static void
passed_on_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GDestroyNotify result_free = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, result_free);
}

/* It stands before the changes, which can wait. */
static void
ask_at (DocketCache *self,
        int priority,
        gpointer tag,
        DocketDatabaseJob job,
        gpointer job_data,
        GDestroyNotify result_free,
        GCancellable *cancellable,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, (gpointer)result_free, NULL);
  docket_database_run_async (self->database, priority, job, job_data, g_free, result_free,
                             cancellable, passed_on_cb, task);
}

void
docket_cache_ask (DocketCache *self,
                  gpointer tag,
                  DocketDatabaseJob job,
                  gpointer job_data,
                  GDestroyNotify result_free,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  ask_at (self, G_PRIORITY_HIGH, tag, job, job_data, result_free, cancellable, callback, user_data);
}

void
docket_cache_ask_later (DocketCache *self,
                        gpointer tag,
                        DocketDatabaseJob job,
                        gpointer job_data,
                        GDestroyNotify result_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  ask_at (self, G_PRIORITY_HIGH + 1, tag, job, job_data, result_free, cancellable, callback,
          user_data);
}

static void
place_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketCache *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree DocketCachePlace *place = docket_database_run_finish (self->database, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->pass = place->pass;
  self->last_mark = MAX (place->last_mark, place->pass.mark);
  docket_cache_fill_later (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketCache *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->database = docket_database_open_finish (result, &error);
  if (self->database == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  docket_database_run_async (self->database, G_PRIORITY_DEFAULT, docket_cache_load_place_job, NULL,
                             NULL, g_free, g_task_get_cancellable (task), place_cb,
                             g_object_ref (task));
}

static void
docket_cache_dispose (GObject *object)
{
  DocketCache *self = DOCKET_CACHE (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  docket_cache_fill_stop (self);
  g_clear_pointer (&self->foreseen, g_hash_table_unref);
  g_clear_object (&self->database);
  G_OBJECT_CLASS (docket_cache_parent_class)->dispose (object);
}

static void
docket_cache_class_init (DocketCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_cache_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DOCKET_TYPE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("foreseen", DOCKET_TYPE_CACHE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                2, G_TYPE_STRING, G_TYPE_INT);
}

static void
docket_cache_init (DocketCache *self)
{
  self->tidy_days = 30;
  self->foreseen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The last of them are told at once. */
static void
tell_soon (DocketCache *self)
{
  if (self->changed_source == 0)
    return;
  g_source_remove (self->changed_source);
  wait_for_more (self);
}

void
docket_cache_set_many_changes (DocketCache *self, guint interval)
{
  self->many_changes = interval;
  if (interval == 0)
    tell_soon (self);
}

/* With room for what many pages change again and again: the indexes. */
static gpointer
make_room_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  docket_database_exec (db, job_data != NULL ? MORE_ROOM : LESS_ROOM, error);
  return NULL;
}

void
docket_cache_set_interval (DocketCache *self, guint interval)
{
  const gboolean sooner = interval < self->interval;

  if ((interval > 0) != (self->interval > 0))
    docket_database_run_async (self->database, G_PRIORITY_DEFAULT, make_room_job,
                               GINT_TO_POINTER (interval > 0), NULL, NULL, NULL, NULL, NULL);
  self->interval = interval;
  if (sooner)
    tell_soon (self);
}

void
docket_cache_open_async (const char *file_name,
                         gint64 user_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  DocketCache *self = g_object_new (DOCKET_TYPE_CACHE, NULL);
  g_autofree char *path = docket_cache_build_path (file_name);

  self->user_id = user_id;
  g_task_set_source_tag (task, docket_cache_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  docket_database_open_async (path, docket_cache_get_schema (), cancellable, opened_cb, task);
}

DocketCache *
docket_cache_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DocketDatabase *
docket_cache_get_database (DocketCache *self)
{
  return self->database;
}

void
docket_cache_remove_files (const char *file_name)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *path = docket_cache_build_path (file_name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

gint64
docket_cache_begin (DocketCache *self)
{
  return ++self->last_mark;
}

void
docket_cache_store_page_async (DocketCache *self,
                               GPtrArray *tasks,
                               gint64 mark,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (mark, self->user_id);

  write->items = g_ptr_array_ref (tasks);
  write->pass = self->pass;
  docket_cache_change (self, docket_cache_write_page_job, write, cancellable, callback, user_data);
}

void
docket_cache_store_task_async (DocketCache *self,
                               TallyfyTask *task,
                               gint64 mark,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (tasks, g_object_ref (task));
  docket_cache_store_page_async (self, tasks, mark, cancellable, callback, user_data);
}

void
docket_cache_set_archived_async (DocketCache *self,
                                 const char *task_id,
                                 gint64 archived_at,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (docket_cache_begin (self), self->user_id);

  write->task_id = g_strdup (task_id);
  write->seconds = archived_at;
  docket_cache_change (self, docket_cache_set_archived_job, write, NULL, callback, user_data);
}

void
docket_cache_note_time (DocketCache *self)
{
  g_return_if_fail (DOCKET_IS_CACHE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
docket_cache_set_tidy_days (DocketCache *self, guint days)
{
  if (self->tidy_days == days)
    return;
  self->tidy_days = days;
  docket_cache_note_time (self);
}

guint
docket_cache_get_tidy_days (DocketCache *self)
{
  return self->tidy_days;
}

void
docket_cache_drop_task_async (DocketCache *self,
                              const char *task_id,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (docket_cache_begin (self), self->user_id);

  write->task_id = g_strdup (task_id);
  docket_cache_change (self, docket_cache_drop_task_job, write, NULL, callback, user_data);
}

void
docket_cache_store_users_async (DocketCache *self,
                                GPtrArray *users,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (0, self->user_id);

  write->items = g_ptr_array_ref (users);
  docket_cache_change (self, docket_cache_write_users_job, write, cancellable, callback, user_data);
}

void
docket_cache_set_last_sync_async (DocketCache *self,
                                  gint64 seconds,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (0, self->user_id);

  write->seconds = seconds;
  docket_cache_change (self, docket_cache_set_last_sync_job, write, NULL, callback, user_data);
}

gboolean
docket_cache_change_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
docket_cache_store_page_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  return docket_cache_change_finish (self, result, error)
         && g_task_get_task_data (G_TASK (result)) == DOCKET_CACHE_SOMETHING;
}
