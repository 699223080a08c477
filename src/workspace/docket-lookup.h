/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"

G_BEGIN_DECLS

/**
 * DocketFinding:
 * @DOCKET_FOUND_NOTHING: neither proven to be there nor to be gone
 * @DOCKET_FOUND_THERE: there, and not archived
 * @DOCKET_FOUND_ARCHIVED: there, archived
 * @DOCKET_FOUND_GONE: the server knows no such task, and the whole archive holds none
 *
 * What a look-up found out about a task.
 */
typedef enum
{
  DOCKET_FOUND_NOTHING,
  DOCKET_FOUND_THERE,
  DOCKET_FOUND_ARCHIVED,
  DOCKET_FOUND_GONE,
} DocketFinding;

/* Asks for the task by its ID, and where that gives no answer reads the archive until it is found or to its end
 * (whether a GET answers for an archived task is not documented). Reads only. */
void docket_lookup_async (TallyfyClient *client, const char *organization_id, const char *task_id,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
/* @archived_at: (out) (transfer full) (nullable): with DOCKET_FOUND_ARCHIVED, since when
 * @error: with DOCKET_FOUND_NOTHING, why, where a call failed */
DocketFinding docket_lookup_finish (GAsyncResult *result, GDateTime **archived_at, GError **error);

/* The same for a process. */
void docket_lookup_process_async (TallyfyClient *client, const char *organization_id,
                                  const char *process_id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
DocketFinding docket_lookup_process_finish (GAsyncResult *result, GDateTime **archived_at,
                                            GError **error);

G_END_DECLS
