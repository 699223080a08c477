/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

/* From now on the list is laid out as the settings "sort-by" and "group-by" say. */
void docket_list_order_follow (DocketTaskModel *tasks);

G_END_DECLS
