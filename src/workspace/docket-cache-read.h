/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* Questions to the file of the cache. Private to the cache. */

/* What docket_cache_summarize_job() asks. The plus leaves SQLite no other index for the namesake than that of the titles: it
 * would read all tasks that are not archived. */
#define DOCKET_CACHE_SUMMARY                                                                       \
  "SELECT title, one_off, archived, EXISTS (SELECT 1 FROM task AS other"                           \
  " WHERE other.title = task.title AND +other.archived = task.archived AND other.id <> task.id),"  \
  " completed, completed_at, process_id FROM task WHERE id = ?"
/* DocketDatabaseJobs over the ID of a task. Return: a TallyfyTask, a DocketCacheSummary, or NULL
 * without an error */
gpointer docket_cache_load_task_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                     GError **error);
gpointer docket_cache_summarize_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                     GError **error);
/* DocketDatabaseJob over a title. Returns: the IDs of the tasks with that title, a GStrv */
gpointer docket_cache_list_namesakes_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                          GError **error);
/* DocketDatabaseJob without data. Returns: a DocketCacheOverview without its counts */
gpointer docket_cache_outline_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                   GError **error);
/* DocketDatabaseJob. Returns: a DocketCacheOverview. @job_data: a guint, the days of docket_cache_set_tidy_days() */
gpointer docket_cache_overview_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                    GError **error);


G_END_DECLS
