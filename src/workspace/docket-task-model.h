/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-order.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* GListModel of DocketGroup and DocketTask. Holds the row IDs of one SQL query, makes an object when a
 * position is asked for, and keeps none that nobody holds. After a change in the cache it runs its query
 * again in a worker thread and emits small items-changed spans, so that selection and scroll position
 * survive. Owned by the workspace. */
#define DOCKET_TYPE_TASK_MODEL (docket_task_model_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskModel, docket_task_model, DOCKET, TASK_MODEL, GObject)

/* They take effect when the query has run; "busy" is TRUE until then. */
void docket_task_model_set_view (DocketTaskModel *self, DocketView view);
/* At first, and again: by date, in groups. */
void docket_task_model_set_order (DocketTaskModel *self, const DocketOrder *order);
DocketView docket_task_model_get_view (DocketTaskModel *self);
void docket_task_model_set_search (DocketTaskModel *self, const char *text); /* NULL or "" = none; see docket-search.h */
/* What a search finds first is shown before all of it, with what somebody holds further down, and it stays "busy" meanwhile:
 * unless it is to be shown as a whole. @self: (nullable) */
void docket_task_model_set_whole (DocketTaskModel *self, gboolean whole);
const char *docket_task_model_get_search (DocketTaskModel *self);
gboolean docket_task_model_get_busy (DocketTaskModel *self); /* property "busy" notifies */
guint docket_task_model_get_n_tasks (DocketTaskModel *self); /* without group headers; property "n-tasks" notifies */
/* The number by which the cache knows the task at @position, the same for as long as it is cached. 0 for a group's
 * header, and beyond the end. */
gint64 docket_task_model_get_row (DocketTaskModel *self, guint position);
gboolean docket_task_model_find (DocketTaskModel *self, const char *task_id, guint *position);
/* Leaves a task out at once, whatever the cache says, until it is shown again: for what is on its way elsewhere. */
void docket_task_model_hide (DocketTaskModel *self, const char *task_id);
void docket_task_model_show (DocketTaskModel *self, const char *task_id);
/* One that was hidden, or has left the list since, stands where it stood at once, whatever the cache says, until it is
 * shown as it is. Returns: FALSE where it is not known where that was */
gboolean docket_task_model_bring_back (DocketTaskModel *self, const char *task_id);
/* The same with many. @rows: (element-type utf8 gint64): their rows of the cache, by their IDs */
void docket_task_model_hide_rows (DocketTaskModel *self, GHashTable *rows);
void docket_task_model_show_rows (DocketTaskModel *self, GHashTable *rows);
/* Shows it again from the next change of the cache on, which is about to come. */
void docket_task_model_let_go (DocketTaskModel *self, const char *task_id);
/* Properties, read-only: "view" (int; notifies for another order, too), "search" (string). */

G_END_DECLS
