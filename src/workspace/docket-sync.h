/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* @n_expected: 0 = not known */
typedef void (*DocketSyncProgress) (guint n_loaded, guint n_expected, gpointer user_data);

/**
 * docket_sync_async:
 * @progress: called whenever a page is in the cache, for the last time before @callback
 *
 * One pass over everything: the tasks that are not archived, the members, the archived tasks. Each page is stored as it
 * comes, so what came before an error stays; rows that moved from one page to another are stored twice, which
 * does no harm. Only a complete pass drops what it did not see.
 *
 * Errors: TALLYFY_ERROR, G_IO_ERROR of the cache.
 */
void docket_sync_async (TallyfyClient *client, DocketCache *cache, const char *organization_id,
                        DocketSyncProgress progress, gpointer progress_data,
                        GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean docket_sync_finish (GAsyncResult *result, GError **error);

G_END_DECLS
