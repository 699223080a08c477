/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"
#include "workspace/docket-process-model.h"

G_BEGIN_DECLS

/* For the workspace. It follows the cache's signal "changed". */
DocketProcessModel *docket_process_model_new (DocketCache *cache);

G_END_DECLS
