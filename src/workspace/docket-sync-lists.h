/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* Reads the guests, the groups and the tags into the cache. One that may not be listed stays as it was.
 *
 * Errors: TALLYFY_ERROR_SIGNED_OUT, TALLYFY_ERROR_OFFLINE, G_IO_ERROR of the cache. */
void docket_sync_lists_async (TallyfyClient *client, DocketCache *cache, const char *organization_id,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean docket_sync_lists_finish (GAsyncResult *result, GError **error);

G_END_DECLS
