/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache-fill.h"
#include "workspace/docket-cache-pass.h"
#include "workspace/docket-cache-write.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* Shared by the files that make up the cache: docket-cache*.c. */
struct _DocketCache
{
  GObject parent_instance;

  DocketDatabase *database;
  gint64 user_id;
  gint64 last_mark; /* the greatest mark given out, or found in the file */
  guint changed_source;
  guint interval; /* ms between changes that are told, 0 = none */
  guint many_changes; /* the same while many come one after another */
  guint tidy_days;
  DocketCachePass pass;
  gint64 reserved_mark; /* the file knows that there may be marks up to this one */
  DocketCacheFill fill;
  GHashTable *foreseen; /* IDs of tasks to how many changes of theirs were told before they were made */
};

const DocketDatabaseSchema *docket_cache_get_schema (void);
/* Where the cache of this name is. (transfer full) */
char *docket_cache_build_path (const char *file_name);

void docket_cache_change (DocketCache *self,
                          DocketDatabaseJob job,
                          DocketCacheWrite *write,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* Before a change with @mark, so that none in the file is greater than the one that the next start finds. */
void docket_cache_reserve_mark (DocketCache *self, gint64 mark);

/* Every question to the file goes this way. @job_data: (transfer full): for g_free() */
void docket_cache_ask (DocketCache *self,
                       gpointer tag,
                       DocketDatabaseJob job,
                       gpointer job_data,
                       GDestroyNotify result_free,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
/* The same after all that is asked so. */
void docket_cache_ask_later (DocketCache *self,
                       gpointer tag,
                       DocketDatabaseJob job,
                       gpointer job_data,
                       GDestroyNotify result_free,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);

G_END_DECLS
