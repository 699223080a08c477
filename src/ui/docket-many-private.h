/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-many-extra.h"
#include "ui/docket-many.h"
#include "workspace/docket-candidate.h"
#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* Shared by docket-many.c, which has the choosing and the actions, and docket-many-batch.c, which has the batches. */
struct _DocketMany
{
  GObject parent_instance;

  DocketListPane *pane;     /* not owned, nor the five below */
  DocketTaskList *list;
  DocketManyPane *detail;
  GtkStack *stack;          /* has the detail beside a task's own */
  AdwToastOverlay *toasts;
  DocketRemovals *removals;

  GSimpleActionGroup *actions;
  DocketWorkspace *workspace;
  GCancellable *counting;
  gboolean reading;          /* the chosen ones, to act on them */
  gboolean asking;           /* the dialog is open */
  DocketRemovalBatch *batch; /* under way, or the last one */
  GHashTable *rows;          /* IDs of its tasks to their rows in the cache */
  GPtrArray *archived;       /* of DocketRemovalBatch: what Undo restores, the last one first */
  GArray *singles;           /* for each of these, how many alone could be undone then */
  guint n_left_out;          /* process tasks that were chosen, too */
  gboolean undoing;          /* what is under way */
  AdwToast *undo_toast;
};

gboolean docket_many_is_running (DocketMany *self);
/* What can be done now is other than before. */
void docket_many_update (DocketMany *self);
/* @many: what stands in place of a task, or the task again */
void docket_many_show_detail (DocketMany *self, gboolean many);
void docket_many_show_toast (DocketMany *self, const char *words, gboolean undo);
/* Reads the tasks of these rows of the cache, and does it with those that can be removed, after a question where it is
 * a permanent deletion. */
void docket_many_read_rows (DocketMany *self, DocketRemovalKind kind, GArray *rows);

/* @candidates: (element-type DocketCandidate) */
void docket_many_start_candidates (DocketMany *self, DocketRemovalKind kind, GPtrArray *candidates,
                                   DocketKeptCopies copies);
/* Begins no more of it, and forgets it. */
void docket_many_drop_batch (DocketMany *self);
/* What the last batch left: its list, what can be done about one, and all that was not done once more. */
void docket_many_show_failed (DocketMany *self);
void docket_many_remedy (DocketMany *self, guint index);
void docket_many_try_again (DocketMany *self);
/* Asks where the list of what failed is to go. */
void docket_many_save_list (DocketMany *self);

G_END_DECLS
