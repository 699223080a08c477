/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* The lists that are short. */
typedef enum
{
  DOCKET_LIST_MEMBERS = 1 << 0,
  DOCKET_LIST_GUESTS = 1 << 1,
  DOCKET_LIST_GROUPS = 1 << 2,
  DOCKET_LIST_TAGS = 1 << 3,
} DocketLists;

/* Reads @lists into the cache. One that may not be listed stays as it was.
 *
 * Errors: TALLYFY_ERROR_SIGNED_OUT, TALLYFY_ERROR_OFFLINE, G_IO_ERROR of the cache. */
void docket_sync_lists_async (TallyfyClient *client, DocketCache *cache, const char *organization_id,
                              DocketLists lists, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean docket_sync_lists_finish (GAsyncResult *result, GError **error);

G_END_DECLS
