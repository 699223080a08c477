/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/**
 * DocketFinding:
 * @DOCKET_FOUND_NOTHING: neither proven to be there nor to be gone
 * @DOCKET_FOUND_THERE: there, and not archived
 * @DOCKET_FOUND_ARCHIVED: there, archived
 * @DOCKET_FOUND_GONE: the server knows none of this ID, and the whole archive holds none
 *
 * What a look-up found out about a task or process.
 */
typedef enum
{
  DOCKET_FOUND_NOTHING,
  DOCKET_FOUND_THERE,
  DOCKET_FOUND_ARCHIVED,
  DOCKET_FOUND_GONE,
} DocketFinding;

/* Asks for the task or process by its ID, and where that gives no answer reads the archive until it is found or to its end
 * (whether a GET answers for what is archived is not documented). Reads only. */
void docket_lookup_async (TallyfyClient *client, const char *organization_id, DocketTarget target,
                          const char *id, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
/* @archived_at: (out) (transfer full) (nullable): with DOCKET_FOUND_ARCHIVED, since when
 * @error: with DOCKET_FOUND_NOTHING, why, where a call failed */
DocketFinding docket_lookup_finish (GAsyncResult *result, GDateTime **archived_at, GError **error);

G_END_DECLS
