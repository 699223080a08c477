/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* One pass over everything: the tasks that are not archived, the members, the archived tasks. Each page is stored as it
 * comes, so what came before an error stays, and where the cache knows of a pass that did not come to its end this is the
 * rest of it. Only a pass that has read all drops what it did not see; where rows moved meanwhile, only after a question for
 * each of them. */
#define DOCKET_TYPE_SYNC (docket_sync_get_type ())
G_DECLARE_FINAL_TYPE (DocketSync, docket_sync, DOCKET, SYNC, GObject)

/* Pages are being stored. */
typedef void (*DocketSyncProgress) (DocketSync *self, gpointer user_data);

/* @n_at_once: so many pages are under way. @progress: called whenever a page is in the cache, for the last time before the
 * end of docket_sync_run_async() */
DocketSync *docket_sync_new (TallyfyClient *client, DocketCache *cache, const char *organization_id, guint n_at_once,
                             DocketSyncProgress progress, gpointer user_data);

/* Errors: TALLYFY_ERROR, G_IO_ERROR of the cache. */
void docket_sync_run_async (DocketSync *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean docket_sync_run_finish (DocketSync *self, GAsyncResult *result, GError **error);

void docket_sync_set_n_at_once (DocketSync *self, guint n_at_once);
/* While it is paused nothing is asked for. One that is cancelled ends only when it is not. */
void docket_sync_set_paused (DocketSync *self, gboolean paused);

/* How many tasks are known, and how many there are, as far as that is known: 0 = not at all */
guint docket_sync_get_n_loaded (DocketSync *self);
guint docket_sync_get_n_expected (DocketSync *self);
/* In how many seconds it will have come to its end, as far as can be told; -1 = not at all */
gint64 docket_sync_get_time_left (DocketSync *self);

G_END_DECLS
