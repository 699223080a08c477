/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* Reads both lists of processes, those that are archived after the others, and corrects @cache. Errors: TALLYFY_ERROR, or
 * what the cache says. */
void docket_sync_processes_async (TallyfyClient *client, DocketCache *cache, const char *organization_id,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean docket_sync_processes_finish (GAsyncResult *result, GError **error);

G_END_DECLS
