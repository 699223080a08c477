/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"
#include "workspace/docket-hidden.h"
#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

/* For the workspace: the list of @cache, with the view To Do, or with the tasks of one process in their order, for ever.
 * It follows the cache's signal "changed". */
DocketTaskModel *docket_task_model_new_for_process (DocketCache *cache, const char *process_id);
#define docket_task_model_new(cache) docket_task_model_new_for_process (cache, NULL)
/* What it reads from. (transfer none) */
DocketCache *docket_task_model_get_cache (DocketTaskModel *self);
/* For docket-task-model-hidden.c. */
DocketHidden *docket_task_model_get_hidden (DocketTaskModel *self);
void docket_task_model_apply_hidden (DocketTaskModel *self);
void docket_task_model_query_again (DocketTaskModel *self); /* as after a change in the cache */

G_END_DECLS
