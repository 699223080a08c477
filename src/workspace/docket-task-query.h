/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-order.h"
#include "workspace/docket-task-private.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* What the list shows, as one run over the cache. Private to the model. */
typedef struct
{
  DocketView view;
  char *process_id;    /* the tasks of this process in their order, in place of a view; NULL = none */
  char *search;        /* as typed; NULL = all */
  DocketOrder order;
  guint tidy_days;     /* docket_cache_set_tidy_days() */
  GDateTime *now;      /* in the time zone whose days count */
  GArray *live;        /* of gint64: rows whose objects somebody holds */
  guint n_first;       /* so many rows come with their data */
  GArray *base;        /* the entries without the search, where they are known; NULL = they are not */
  gboolean whole;      /* FALSE: where that takes longer, the first rows that are found will do */
} DocketTaskQuery;

void docket_task_query_free (DocketTaskQuery *query);

/* An entry of the list: a row of the cache (> 0), or a group (docket_task_entry_group()). */
#define docket_task_entry_from_group(kind) (-1 - (gint64) (kind))
#define docket_task_entry_is_group(entry) ((entry) < 0)
#define docket_task_entry_group(entry) ((DocketGroupKind) (-1 - (entry)))

typedef struct
{
  GArray *entries; /* of gint64 */
  guint group_sizes[DOCKET_N_GROUPS];
  guint n_tasks;
  GPtrArray *data;    /* of DocketTaskData: the first rows, and the live ones */
  gint64 next_change; /* unix seconds when the groups will be others, though nothing changes */
  GArray *base;       /* of a search: the entries without it; NULL of what is none */
  gboolean partial;   /* what is found further down is missing, but for rows that are held */
} DocketTaskQueryResult;

void docket_task_query_result_free (DocketTaskQueryResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketTaskQueryResult, docket_task_query_result_free)

/* DocketDatabaseJob over a DocketTaskQuery. Returns: a DocketTaskQueryResult */
gpointer docket_task_query_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);
/* DocketDatabaseJob over a DocketTaskQuery whose live rows it reads, and what it searches for. Returns: a GPtrArray of
 * DocketTaskData, without rows that are gone */
gpointer docket_task_rows_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);

G_END_DECLS
