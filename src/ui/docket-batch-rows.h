/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* The rows of many tasks that are being archived: they leave the list at once, as that of one does. While it is paused,
 * and when it has ended, those that were not archived stand where they stood. It owns itself until the batch has ended. */
#define DOCKET_TYPE_BATCH_ROWS (docket_batch_rows_get_type ())
G_DECLARE_FINAL_TYPE (DocketBatchRows, docket_batch_rows, DOCKET, BATCH_ROWS, GObject)

/* @rows: (element-type utf8 gint64): of the cache, by the tasks' IDs */
void docket_batch_rows_follow (DocketRemovalBatch *batch, GHashTable *rows);

G_END_DECLS
