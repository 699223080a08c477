/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache-pass.h"
#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* What a job over a DocketCacheWrite returns: whether rows are not as they were. One that returns neither has changed
 * something. */
#define DOCKET_CACHE_NOTHING GUINT_TO_POINTER (1)
#define DOCKET_CACHE_SOMETHING GUINT_TO_POINTER (2)

/* What a change of the cache needs to know. Private to the cache. */
typedef struct
{
  gint64 mark;
  gint64 user_id;
  char *task_id; /* or of a process */
  gint64 seconds;
  gboolean completed;
  GPtrArray *items; /* of TallyfyTask, TallyfyProcess or TallyfyUser */
  DocketCachePass pass;
  GStrv only; /* nullable: the IDs that a pass may drop */
} DocketCacheWrite;

DocketCacheWrite *docket_cache_write_new (gint64 mark, gint64 user_id);
void docket_cache_write_free (DocketCacheWrite *write);

/* DocketDatabaseJobs over a DocketCacheWrite. */
gpointer docket_cache_write_page_job (sqlite3 *db,
                                      gpointer job_data,
                                      GCancellable *cancellable,
                                      GError **error);
gpointer docket_cache_set_archived_job (sqlite3 *db,
                                        gpointer job_data,
                                        GCancellable *cancellable,
                                        GError **error);
gpointer docket_cache_set_completed_job (sqlite3 *db,
                                         gpointer job_data,
                                         GCancellable *cancellable,
                                         GError **error);
gpointer docket_cache_drop_task_job (sqlite3 *db,
                                     gpointer job_data,
                                     GCancellable *cancellable,
                                     GError **error);
gpointer docket_cache_write_users_job (sqlite3 *db,
                                       gpointer job_data,
                                       GCancellable *cancellable,
                                       GError **error);
gpointer docket_cache_set_last_sync_job (sqlite3 *db,
                                         gpointer job_data,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
