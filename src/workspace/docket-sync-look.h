/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* What a pass asks for: the list without archived tasks, and the list of those, each with the latest activity first and with
 * all that the list shows or search looks in. */
#define DOCKET_SYNC_N_LISTS 2
extern const TallyfyTaskQuery docket_sync_lists[DOCKET_SYNC_N_LISTS];

/**
 * DocketSyncLook:
 * @in_order: each list began with the latest change, as far as it was read; else what changed may stand anywhere
 * @totals: how many tasks each list has; -1 = not said
 */
typedef struct
{
  gboolean in_order;
  gint64 totals[DOCKET_SYNC_N_LISTS];
} DocketSyncLook;

/* Reads each list from its beginning up to the first page that has nothing new. What is no longer there it does not find,
 * but that there must be such, by the totals.
 *
 * Errors: TALLYFY_ERROR, G_IO_ERROR of the cache. */
void docket_sync_look_async (TallyfyClient *client, DocketCache *cache, const char *organization_id,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_sync_look_finish (GAsyncResult *result, DocketSyncLook *look, GError **error);

G_END_DECLS
