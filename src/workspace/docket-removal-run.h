/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-process-contents.h"
#include "workspace/docket-removal-core.h"
#include "workspace/docket-shown.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One removal under way or watched: performs what its DocketRemovalCore says, and feeds it what came of that. */
#define DOCKET_TYPE_REMOVAL_RUN (docket_removal_run_get_type ())
G_DECLARE_FINAL_TYPE (DocketRemovalRun, docket_removal_run, DOCKET, REMOVAL_RUN, GObject)

/* @workspace is not held: whoever waits for the removal does that. @task_id: or that of the process */
DocketRemovalRun *docket_removal_run_new (DocketWorkspace *workspace, DocketRemovalKind kind,
                                          DocketTarget target, const char *task_id);

/* What is known before the first event. */
void docket_removal_run_set_task (DocketRemovalRun *self, const char *title, gboolean was_archived);
/* Asks for the task before anything is sent. @shown: (nullable): it must still be so */
void docket_removal_run_set_compares (DocketRemovalRun *self, const DocketShown *shown);
/* The same for a process. */
void docket_removal_run_set_compares_process (DocketRemovalRun *self, DocketProcessContents *shown);
void docket_removal_run_set_keeps_copy (DocketRemovalRun *self);
/* An entry of the journal that is to be looked up. @outcome and @looked_up_at (0 = not): what was told of it.
 * @error: (nullable): of the removing call, where it is known */
void docket_removal_run_set_entry (DocketRemovalRun *self, gint64 entry, DocketRemovalOutcome outcome,
                                   gint64 looked_up_at, const GError *error);

gint64 docket_removal_run_get_entry (DocketRemovalRun *self); /* 0 = none */
const char *docket_removal_run_get_task_id (DocketRemovalRun *self);

/* @task: (transfer full): returns a DocketRemoval when there is something to tell; G_IO_ERROR_NOT_SUPPORTED for the task
 * of a process; G_IO_ERROR_CANCELLED where the workspace was closed in the middle of a look-up */
void docket_removal_run_wait (DocketRemovalRun *self, GTask *task);
/* The first event: somebody asked for it. */
void docket_removal_run_start (DocketRemovalRun *self, gboolean can_send, gboolean one_off);
/* One of the events that report the end of nothing: ASKED to CLOSED. */
void docket_removal_run_feed (DocketRemovalRun *self, DocketEventType type);

G_END_DECLS
