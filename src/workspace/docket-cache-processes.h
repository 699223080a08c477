/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-process.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* The processes of the cache. One becomes known by a task that names it, and better by the server's own list. What was
 * said of marks in docket-cache.h holds here, too; each is finished with docket_cache_change_finish(). */

/* @processes: (element-type TallyfyProcess): a page of the list, or one alone */
void docket_cache_store_processes_async (DocketCache *self, GPtrArray *processes, gint64 mark,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
/* After both lists were read completely, the first of them asked for with @mark: forgets those that neither had. */
void docket_cache_finish_process_pass_async (DocketCache *self, gint64 mark, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
/* What a removal did to a process and its tasks. @archived_at: unix seconds, 0 = not archived */
void docket_cache_set_process_archived_async (DocketCache *self, const char *process_id, gint64 archived_at,
                                              GAsyncReadyCallback callback, gpointer user_data);
void docket_cache_drop_process_async (DocketCache *self, const char *process_id,
                                      GAsyncReadyCallback callback, gpointer user_data);

/* The name of a process. Returns: (transfer full) (nullable): NULL without an error where it is not known */
void docket_cache_summarize_process_async (DocketCache *self, const char *process_id,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
char *docket_cache_summarize_process_finish (DocketCache *self, GAsyncResult *result,
                                             gboolean *archived, GError **error);

G_END_DECLS
