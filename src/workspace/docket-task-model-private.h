/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"
#include "workspace/docket-group.h"
#include "workspace/docket-hidden.h"
#include "workspace/docket-kept.h"
#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

struct _DocketTaskModel
{
  GObject parent_instance;

  DocketCache *cache;
  DocketView view;
  DocketOrder order;
  char *process_id; /* whose tasks it shows in place of a view; nullable */
  char *search;
  gboolean whole; /* not the first rows of a search before the others */

  GArray *entries;     /* of gint64 */
  GHashTable *objects; /* docket_held_new(): of DocketTask and DocketGroup, by entry */
  DocketHidden *hidden;
  DocketKept *kept;
  guint list; /* another number for each view, search and order */
  guint n_tasks;
  guint group_sizes[DOCKET_N_GROUPS];

  GCancellable *query; /* of the query under way */
  GArray *base;        /* while there is a search: the entries without it; NULL = not known */
  gboolean stale;      /* the cache has changed since the query began, or the base was read */
  gboolean replace;    /* it is for another view or search: nothing is to be kept in place */
  GArray *wanted;      /* rows that were asked for and are not loaded */
  guint load_source;
  guint change_source; /* at the next deadline or midnight */
};

/* For the workspace: the list of @cache, with the view To Do, or with the tasks of one process in their order, for ever.
 * It follows the cache's signal "changed". */
DocketTaskModel *docket_task_model_new_for_process (DocketCache *cache, const char *process_id);
#define docket_task_model_new(cache) docket_task_model_new_for_process (cache, NULL)
/* What it reads from. (transfer none) */
DocketCache *docket_task_model_get_cache (DocketTaskModel *self);
/* For docket-task-model*.c. */
void docket_task_model_apply_hidden (DocketTaskModel *self);
/* The cache's signal of this name. */
void docket_task_model_foresee (DocketTaskModel *self, const char *task_id, int completed);
void docket_task_model_query_again (DocketTaskModel *self); /* as after a change in the cache */
/* For another view or search. @same_view: it is another search. */
void docket_task_model_replace_query (DocketTaskModel *self, gboolean same_view);
void docket_task_model_want_row (DocketTaskModel *self, gint64 row);

G_END_DECLS
