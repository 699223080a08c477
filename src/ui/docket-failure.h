/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* One of many removals that did not end as was wanted, for a list. Immutable. */
#define DOCKET_TYPE_FAILURE (docket_failure_get_type ())
G_DECLARE_FINAL_TYPE (DocketFailure, docket_failure, DOCKET, FAILURE, GObject)

/* All that failed in @batch, or was not begun, in its order. (transfer full) */
GListModel *docket_failure_list_new (DocketRemovalBatch *batch);
DocketRemovalBatch *docket_failure_get_batch (DocketFailure *self);
guint docket_failure_get_index (DocketFailure *self);

G_END_DECLS
