/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-search.h"
#include "workspace/docket-task-query.h"

G_BEGIN_DECLS

/* The part of a DocketTaskQuery that has to do with its search. Private to it. */

/* Counts what @result's entries are. */
void docket_task_search_count (DocketTaskQueryResult *result);
/* Keeps of @result's entries, which are all of a view's, those that @search finds, and the others as its base.
 * @condition: what all of them are */
gboolean docket_task_search_apply (sqlite3 *db,
                                   const DocketTaskQuery *query,
                                   const DocketSearch *search,
                                   const char *condition,
                                   DocketTaskQueryResult *result,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
