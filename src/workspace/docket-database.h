/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A SQLite file with a worker thread of its own: jobs run there one after another, so that the main
 * loop never waits for a disk. */
#define DOCKET_TYPE_DATABASE (docket_database_get_type ())
G_DECLARE_FINAL_TYPE (DocketDatabase, docket_database, DOCKET, DATABASE, GObject)

/**
 * DocketDatabaseSchema:
 * @migrations: (array length=n_migrations): SQL that leads from each version to the next, from
 * empty on
 * @probe: (nullable): SQL that reads what must be readable, so that damage shows when the file is opened
 * @disposable: a file that cannot be read is thrown away and made anew (a cache); where that shows later, by the next start
 * @durable: each transaction is on the disk when it is committed (a journal)
 * @set_up: (nullable): what each connection needs before the file is migrated
 */
typedef struct
{
  const char *const *migrations;
  guint n_migrations;
  const char *probe;
  gboolean disposable;
  gboolean durable;
  gboolean (*set_up) (sqlite3 *db, GError **error);
} DocketDatabaseSchema;

/**
 * DocketDatabaseJob:
 *
 * Runs in the worker thread, inside no transaction of its own making.
 *
 * Returns: the result, or NULL; with @error set the job has failed
 */
typedef gpointer (*DocketDatabaseJob) (sqlite3 *db,
                                       gpointer job_data,
                                       GCancellable *cancellable,
                                       GError **error);

/* Opens or makes @path, mode 0600 from its first byte, in a folder made 0700. @schema must stay
 * valid. Errors: G_IO_ERROR with a sentence; INVALID_DATA for a file that is no database and not
 * disposable, or that a newer Docket has written. */
void docket_database_open_async (const char *path,
                                 const DocketDatabaseSchema *schema,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* The same in a thread that may wait, without a worker. Returns: (transfer full) (nullable): an open file */
sqlite3 *docket_database_open_file (const char *path, const DocketDatabaseSchema *schema, GError **error);
DocketDatabase *docket_database_open_finish (GAsyncResult *result, GError **error);

/**
 * docket_database_run_async:
 * @priority: smaller is sooner (%G_PRIORITY_DEFAULT …)
 * @job_data: (transfer full): freed with @job_data_free, in either thread
 * @result_free: frees a result that nobody takes
 *
 * A job that was cancelled before its turn does not run.
 */
void docket_database_run_async (DocketDatabase *self,
                                int priority,
                                DocketDatabaseJob job,
                                gpointer job_data,
                                GDestroyNotify job_data_free,
                                GDestroyNotify result_free,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Returns: (transfer full) (nullable): what the job returned. Errors: the job's. */
gpointer docket_database_run_finish (DocketDatabase *self, GAsyncResult *result, GError **error);

/* Waits for the jobs asked for so far, then closes the file. Later jobs fail with
 * G_IO_ERROR_CLOSED. Dropping the last reference does the same without telling. */
void docket_database_close_async (DocketDatabase *self,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean docket_database_close_finish (DocketDatabase *self, GAsyncResult *result, GError **error);

/* For jobs, in the worker thread. Each sets @error to a G_IO_ERROR with a sentence (NO_SPACE,
 * READ_ONLY, INVALID_DATA, BUSY, FAILED). */
gboolean docket_database_exec (sqlite3 *db, const char *sql, GError **error);
/* After something was deleted: overwrites it in the journal beside the file, too, which would keep its pages. */
gboolean docket_database_wipe (sqlite3 *db, GError **error);
sqlite3_stmt *docket_database_prepare (sqlite3 *db, const char *sql, GError **error);
/* @types: one letter a value: "s" const char * (nullable), "i" gint64, "b" GBytes * (nullable). */
void docket_database_bind (sqlite3_stmt *statement, const char *types, ...);
/* Resets @statement first when it has ended. Returns: 1 a row, 0 the end, -1 an error. */
int docket_database_step (sqlite3_stmt *statement, GError **error);
/* Prepares, binds, runs to its end. */
gboolean
docket_database_change (sqlite3 *db, GError **error, const char *sql, const char *types, ...);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
