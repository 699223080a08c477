/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-task-private.h"

G_BEGIN_DECLS

/* The tasks that the list has as a person wants them, before the cache knows of it: those that came back to where they
 * stood, and those that are complete, or open again, where they stand. Private to the model. */
typedef struct _DocketKept DocketKept;

/* What is wanted beside that it is not archived. */
typedef enum
{
  DOCKET_KEPT_AS_IT_IS,
  DOCKET_KEPT_OPEN,
  DOCKET_KEPT_COMPLETED,
} DocketKeptState;

DocketKept *docket_kept_new (void);
void docket_kept_free (DocketKept *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketKept, docket_kept_free)

/* A task is about to leave the list, and may come back. Of the last ones it is known where they stood. @entries:
 * (docket-task-query.h), with the task at @position. @list: a number that is another one for each list */
void docket_kept_remember (DocketKept *self, DocketTask *task, GArray *entries, guint position, guint list);
/* From now on it is where it stood, if that was in @list. Returns: whether it is */
gboolean docket_kept_bring_back (DocketKept *self, const char *task_id, guint list, DocketKeptState state);
/* One that stays where it stands. */
void docket_kept_set (DocketKept *self, DocketTask *task, gint64 row, DocketKeptState state);
/* As the cache has it from the next query on: one that is under way may not know yet what became of it.
 * Returns: whether it was kept otherwise */
gboolean docket_kept_let_go (DocketKept *self, const char *task_id);
void docket_kept_begin_query (DocketKept *self);

/* Puts those that came back into what @list has, with the heading that went with them. */
void docket_kept_apply (DocketKept *self, guint list, GArray *entries, guint *group_sizes, guint *n_tasks);
/* What the cache says of a task becomes what is wanted of it. */
void docket_kept_correct (DocketKept *self, DocketTaskData *data);

G_END_DECLS
