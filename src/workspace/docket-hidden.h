/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tasks that the list leaves out although the cache has them in their old place. Private to the
 * model. */
typedef struct _DocketHidden DocketHidden;

DocketHidden *docket_hidden_new (void);
void docket_hidden_free (DocketHidden *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketHidden, docket_hidden_free)

void docket_hidden_add (DocketHidden *self, const char *task_id, gint64 row);
/* Shown again at once. */
void docket_hidden_forget (DocketHidden *self, const char *task_id);
/* Shown again from the next query on: one that is under way may not know yet what became of it.
 * Returns: whether it was hidden */
gboolean docket_hidden_let_go (DocketHidden *self, const char *task_id);
void docket_hidden_begin_query (DocketHidden *self);

/* Takes what is hidden out of a list's @entries (docket-task-query.h), and the heading of a group
 * that has nothing else. */
void docket_hidden_filter (DocketHidden *self, GArray *entries, guint *group_sizes, guint *n_tasks);

G_END_DECLS
