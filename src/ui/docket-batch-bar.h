/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* How far many removals have come, at the foot of the list, and what became of them where not all went well. It shows
 * itself while there is something to say. Uses the actions "many.pause", "many.continue", "many.stop",
 * "many.show-failed", "many.undo" and "many.dismiss" of an ancestor. */
#define DOCKET_TYPE_BATCH_BAR (docket_batch_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketBatchBar, docket_batch_bar, DOCKET, BATCH_BAR, AdwBin)

/* @batch: (nullable): followed to its end */
void docket_batch_bar_set_batch (DocketBatchBar *self, DocketRemovalBatch *batch);

G_END_DECLS
