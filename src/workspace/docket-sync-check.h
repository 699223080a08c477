/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache-pass.h"

G_BEGIN_DECLS

/* Ends a pass that has read all. A task that it has not seen may have gone from one list to the other meanwhile, or from page
 * to page: each is asked for alone, and dropped only if the server knows no such task. Where there are many of them none is
 * asked for, and all are dropped if the pass was @quiet, or none.
 *
 * Errors: TALLYFY_ERROR_SIGNED_OUT, TALLYFY_ERROR_OFFLINE, G_IO_ERROR of the cache. */
void docket_sync_check_async (TallyfyClient *client, DocketCache *cache, const char *organization_id, gboolean quiet,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_sync_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
