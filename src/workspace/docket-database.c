/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-ahead.h"
#include "workspace/docket-database-migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _DocketDatabase
{
  GObject parent_instance;

  GAsyncQueue *queue; /* of GTask; the worker holds a reference of its own */
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (DocketDatabase, docket_database, G_TYPE_OBJECT)

/* What a queued GTask carries. */
typedef struct
{
  int priority;
  guint64 serial; /* jobs of one priority stay in order */
  DocketDatabaseJob run;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

typedef struct
{
  sqlite3 *db;
  GAsyncQueue *queue;
  gboolean disposable;
} Worker;

typedef struct
{
  char *path;
  const DocketDatabaseSchema *schema;
} Opening;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening);
}

static GIOErrorEnum
error_code_from_sqlite (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return G_IO_ERROR_NO_SPACE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return G_IO_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return G_IO_ERROR_INVALID_DATA;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return G_IO_ERROR_BUSY;
    default:
      return G_IO_ERROR_FAILED;
    }
}

static void
set_error (GError **error, sqlite3 *db, int code)
{
  GIOErrorEnum kind = error_code_from_sqlite (code);
  const char *sentence;

  if (kind == G_IO_ERROR_NO_SPACE)
    sentence = _ ("The disk is full.");
  else if (kind == G_IO_ERROR_READ_ONLY)
    sentence = _ ("The file cannot be written.");
  else if (kind == G_IO_ERROR_INVALID_DATA)
    sentence = _ ("The file is damaged.");
  else
    sentence = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);
  g_set_error_literal (error, G_IO_ERROR, (int)kind, sentence);
}

gboolean
docket_database_exec (sqlite3 *db, const char *sql, GError **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    set_error (error, db, code);
  return code == SQLITE_OK;
}

gboolean
docket_database_wipe (sqlite3 *db, GError **error)
{
  return docket_database_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

sqlite3_stmt *
docket_database_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    set_error (error, db, code);
  return statement;
}

static void
bind_valist (sqlite3_stmt *statement, const char *types, va_list values)
{
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 'i')
      sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
    else if (types[i] == 's')
      sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
    else
      {
        GBytes *bytes = va_arg (values, GBytes *);
        gsize size = 0;
        gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

        sqlite3_bind_blob64 (statement, i + 1, data, size, SQLITE_TRANSIENT);
      }
}

void
docket_database_bind (sqlite3_stmt *statement, const char *types, ...)
{
  va_list values;

  va_start (values, types);
  bind_valist (statement, types, values);
  va_end (values);
}

int
docket_database_step (sqlite3_stmt *statement, GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return 1;
  sqlite3_reset (statement);
  if (code == SQLITE_DONE)
    return 0;
  set_error (error, sqlite3_db_handle (statement), code);
  return -1;
}

gboolean
docket_database_change (sqlite3 *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind_valist (statement, types, values);
  va_end (values);
  return docket_database_step (statement, error) >= 0;
}

/* Makes the file before SQLite does, so that nobody else can read it from its first byte on. */
static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int problem;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_chmod (folder, 0700) == 0)
    {
      fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
      if (fd >= 0 && fchmod (fd, 0600) == 0)
        return g_close (fd, error);
      problem = errno;
      if (fd >= 0)
        close (fd);
    }
  else
    problem = errno;
  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (problem),
               /* Translators: a file name, and the system's own words. */
               _ ("“%1$s” cannot be used: %2$s"), path, g_strerror (problem));
  return FALSE;
}

static sqlite3 *
open_once (const char *path, const DocketDatabaseSchema *schema, GError **error)
{
  sqlite3 *db = NULL;
  int code;

  if (!make_file (path, error))
    return NULL;
  code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    set_error (error, db, code);
  else
    {
      sqlite3_busy_timeout (db, 10000);
      if (docket_database_exec (db,
                                "PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;"
                                "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;",
                                error)
          && docket_database_exec (db,
                                   schema->durable ? "PRAGMA synchronous = FULL"
                                                   : "PRAGMA synchronous = NORMAL",
                                   error)
          && (schema->set_up == NULL || schema->set_up (db, error))
          && docket_database_migrate (db, schema, error)
          && (schema->probe == NULL || docket_database_exec (db, schema->probe, error)))
        return db;
    }
  sqlite3_close (db);
  return NULL;
}

static void
remove_files (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

/* What is thrown away by the next start: a version that no program knows. It stands on the first
 * page, which was read. */
static void
give_up (Worker *worker)
{
  sqlite3_exec (worker->db, "PRAGMA user_version = 2147483647", NULL, NULL, NULL);
}

static gboolean
run_next (Worker *worker)
{
  g_autoptr (GTask) task = g_async_queue_pop (worker->queue);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (job->run == NULL)
    {
      sqlite3_close (worker->db);
      g_task_return_boolean (task, TRUE);
      return FALSE;
    }
  if (g_task_return_error_if_cancelled (task))
    return TRUE;
  result = job->run (worker->db, job->data, g_task_get_cancellable (task), &error);
  if (!sqlite3_get_autocommit (worker->db))
    sqlite3_exec (worker->db, "ROLLBACK", NULL, NULL, NULL);
  if (worker->disposable && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    give_up (worker);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->result_free);
  return TRUE;
}

static gpointer
worker_thread (gpointer data)
{
  Worker *worker = data;

  while (run_next (worker))
    ;
  g_async_queue_unref (worker->queue);
  g_free (worker);
  return NULL;
}

sqlite3 *
docket_database_open_file (const char *path, const DocketDatabaseSchema *schema, GError **error)
{
  g_autoptr (GError) own = NULL;
  sqlite3 *db = open_once (path, schema, &own);

  if (db == NULL && schema->disposable
      && g_error_matches (own, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      remove_files (path);
      return open_once (path, schema, error);
    }
  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  return db;
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  DocketDatabase *self;
  Worker *worker;
  sqlite3 *db = docket_ahead_take (opening->path);

  if (db == NULL)
    db = docket_database_open_file (opening->path, opening->schema, &error);
  if (db == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (DOCKET_TYPE_DATABASE, NULL);
  worker = g_new0 (Worker, 1);
  worker->db = db;
  worker->queue = g_async_queue_ref (self->queue);
  worker->disposable = opening->schema->disposable;
  g_thread_unref (g_thread_new ("database", worker_thread, worker));
  g_task_return_pointer (task, self, g_object_unref);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *first = g_task_get_task_data ((GTask *)a);
  const Job *second = g_task_get_task_data ((GTask *)b);

  if (first->priority != second->priority)
    return first->priority < second->priority ? -1 : 1;
  return first->serial < second->serial ? -1 : first->serial > second->serial;
}

static void
push (DocketDatabase *self, GTask *task, Job *job, int priority)
{
  static gsize serials;

  job->priority = priority;
  job->serial = (guint64)g_atomic_pointer_add (&serials, 1);
  g_task_set_task_data (task, job, job_free);
  g_async_queue_push_sorted (self->queue, task, compare_jobs, NULL);
}

/* The end has the last place of all: what was asked for before it runs first, whatever its
 * priority. */
static void
push_end (DocketDatabase *self, GTask *task)
{
  self->closed = TRUE;
  push (self, task, g_new0 (Job, 1), G_MAXINT);
}

static void
docket_database_finalize (GObject *object)
{
  DocketDatabase *self = DOCKET_DATABASE (object);

  if (!self->closed)
    push_end (self, g_task_new (NULL, NULL, NULL, NULL));
  g_async_queue_unref (self->queue);
  G_OBJECT_CLASS (docket_database_parent_class)->finalize (object);
}

static void
docket_database_class_init (DocketDatabaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_database_finalize;
}

static void
docket_database_init (DocketDatabase *self)
{
  self->queue = g_async_queue_new_full (g_object_unref);
}

void
docket_database_open_async (const char *path,
                            const DocketDatabaseSchema *schema,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->schema = schema;
  g_task_set_source_tag (task, docket_database_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

DocketDatabase *
docket_database_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_database_run_async (DocketDatabase *self,
                           int priority,
                           DocketDatabaseJob run,
                           gpointer job_data,
                           GDestroyNotify job_data_free,
                           GDestroyNotify result_free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, docket_database_run_async);
  job->run = run;
  job->data = job_data;
  job->data_free = job_data_free;
  job->result_free = result_free;
  if (!self->closed)
    {
      push (self, task, job, priority);
      return;
    }
  g_task_set_task_data (task, job, job_free);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, _ ("The file is closed."));
  g_object_unref (task);
}

gpointer
docket_database_run_finish (DocketDatabase *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_database_close_async (DocketDatabase *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_database_close_async);
  if (!self->closed)
    {
      push_end (self, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
docket_database_close_finish (DocketDatabase *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
