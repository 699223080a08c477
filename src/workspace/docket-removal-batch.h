/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-target.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/**
 * DocketBatchState:
 * @DOCKET_BATCH_READY: not started
 * @DOCKET_BATCH_RUNNING: some are under way, and more are begun
 * @DOCKET_BATCH_WAITING: the server asks to wait: it goes on by itself (get_seconds_left())
 * @DOCKET_BATCH_PAUSED: none is begun until the person says so, who paused it, or whose computer slept through a wait
 * @DOCKET_BATCH_SLEPT: the computer was asleep: none is begun until the person says so
 * @DOCKET_BATCH_OFFLINE: nothing can be sent: no more are begun until the person says so
 * @DOCKET_BATCH_SIGNED_OUT: likewise
 * @DOCKET_BATCH_ENDED: none is under way, and none will be
 */
typedef enum
{
  DOCKET_BATCH_READY,
  DOCKET_BATCH_RUNNING,
  DOCKET_BATCH_WAITING,
  DOCKET_BATCH_PAUSED,
  DOCKET_BATCH_SLEPT,
  DOCKET_BATCH_OFFLINE,
  DOCKET_BATCH_SIGNED_OUT,
  DOCKET_BATCH_ENDED,
} DocketBatchState;

/* At most so many are under way together. */
#define DOCKET_BATCH_WIDTH 4

/* Archives, restores or permanently deletes many tasks, each as docket_workspace_remove_async() and
 * docket_workspace_delete_async() do: with an entry of its own in the journal. What the server does not
 * admit (429) is begun again when it may be, and nothing else is sent again. They
 * begin in their order.
 *
 * Properties that notify: "state" (DocketBatchState as int), "n-done", "n-failed" (uint). Signals: "task-done" (guint
 * index): that one is done; "ended", once. */
#define DOCKET_TYPE_REMOVAL_BATCH (docket_removal_batch_get_type ())
G_DECLARE_FINAL_TYPE (DocketRemovalBatch, docket_removal_batch, DOCKET, REMOVAL_BATCH, GObject)

/* @targets: (element-type DocketRemovalTarget) (transfer full): with its free function. A permanent deletion must come
 * only from the dialog that named these very tasks. */
DocketRemovalBatch *docket_removal_batch_new (DocketWorkspace *workspace, DocketRemovalKind kind,
                                              GPtrArray *targets);
/* It keeps itself alive until it has ended. */
void docket_removal_batch_start (DocketRemovalBatch *self);
void docket_removal_batch_pause (DocketRemovalBatch *self);
/* After a pause of any kind. */
void docket_removal_batch_resume (DocketRemovalBatch *self);
/* Begins no more; those under way are seen to their end. */
void docket_removal_batch_cancel (DocketRemovalBatch *self);

DocketWorkspace *docket_removal_batch_get_workspace (DocketRemovalBatch *self);
DocketRemovalKind docket_removal_batch_get_kind (DocketRemovalBatch *self);
DocketBatchState docket_removal_batch_get_state (DocketRemovalBatch *self);
guint docket_removal_batch_get_n_total (DocketRemovalBatch *self);
/* As was wanted, proven or found by look-up. */
guint docket_removal_batch_get_n_done (DocketRemovalBatch *self);
/* Those that ended otherwise. What was not begun is neither. */
guint docket_removal_batch_get_n_failed (DocketRemovalBatch *self);
/* While it waits: seconds until it goes on, at least 1. */
guint docket_removal_batch_get_seconds_left (DocketRemovalBatch *self);

const DocketRemovalTarget *docket_removal_batch_get_target (DocketRemovalBatch *self, guint index);
/* (nullable): not ended, or not begun at all, for the reason docket_removal_batch_get_error() */
DocketRemoval *docket_removal_batch_get_removal (DocketRemovalBatch *self, guint index);
/* (nullable): G_IO_ERROR: CANCELLED, not begun; PENDING, the task is being changed otherwise; NOT_SUPPORTED, it
 * belongs to a process */
const GError *docket_removal_batch_get_error (DocketRemovalBatch *self, guint index);
/* Whether it ended as was wanted. */
gboolean docket_removal_batch_is_done (DocketRemovalBatch *self, guint index);

/* What restores all that this one has archived, not started. (transfer full) */
DocketRemovalBatch *docket_removal_batch_new_undo (DocketRemovalBatch *self);

G_END_DECLS
