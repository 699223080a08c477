/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* A pass over all tasks of the server, which may last over a start of the program. What is stored while there is one is
 * noted as seen, so that at its end is known what it did not see.
 *
 * @mark: of its beginning; 0 = there is none
 * @list: which of the lists is being read
 * @page: the pages of this list up to this one are in the cache
 * @last_whole: when the last one came to its end, in unix seconds; 0 = never
 * @quiet: nothing moved during the last one, so that nothing can have been missed */
typedef struct
{
  gint64 mark;
  guint list;
  guint page;
  gint64 last_whole;
  gboolean quiet;
} DocketCachePass;

/* What a cache has to know before it answers. @last_mark: no greater one is in the file */
typedef struct
{
  DocketCachePass pass;
  gint64 last_mark;
} DocketCachePlace;

/* Where the pass stands, or what the last one left. */
const DocketCachePass *docket_cache_get_pass (DocketCache *self);

/* Begins one in the place of any other. Returns: its mark, for questions that go out from here on. */
gint64 docket_cache_begin_pass (DocketCache *self);

/* The pages up to @page of @list have been stored. */
void docket_cache_note_pass (DocketCache *self, guint list, guint page);

/* The tasks that were known when the pass began, and that nothing has told of since. At most @most of them. Returns:
 * (transfer full): their IDs; NULL with @error */
void docket_cache_list_unseen_async (DocketCache *self, guint most, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GStrv docket_cache_list_unseen_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* Ends the pass: drops what was not seen. @only: (nullable): no other ones than these; @quiet: as in DocketCachePass. Finish it with docket_cache_change_finish(). */
void docket_cache_finish_pass_async (DocketCache *self, const char *const *only, gboolean quiet,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* DocketDatabaseJob: a DocketCachePlace for g_free(). */
gpointer docket_cache_load_place_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);

G_END_DECLS
