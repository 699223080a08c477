/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-run.h"
#include "workspace/docket-workspace-private.h"

G_BEGIN_DECLS

/* Shared by docket-removal-run.c, which follows the core, and docket-removal-effects.c, which does what it says. */
struct _DocketRemovalRun
{
  GObject parent_instance;

  DocketWorkspace *workspace; /* weak */
  TallyfyClient *client;
  DocketCache *cache;
  DocketJournal *journal; /* NULL until there is an intent to note */
  DocketClock *clock;
  GCancellable *cancellable; /* the workspace's */
  char *organization;
  DocketTarget target;
  char *task_id; /* or that of the process */

  DocketRemovalCore core;
  char *title;
  DocketShown *shown; /* what the task is compared with, or NULL */
  DocketProcessContents *shown_process; /* the same for a process */
  GBytes *copy;
  gint64 entry; /* in the journal, 0 = none */
  gboolean of_process; /* a task that goes only with its process */
  GError *error; /* of the removing call, or why it was not sent */
  GDateTime *archived_at;
  guint turn; /* the workspace's for this task, when what is told now was asked for */
  guint n_restores;
  gint64 slept; /* how long the computer had, when it was asked for */
  GSource *timer;
  GPtrArray *waiting; /* of GTask */
};

/* Something under way, for its callback. */
typedef struct
{
  DocketRemovalRun *run;
  guint ticket;
} DocketPending;

DocketPending *docket_pending_new (DocketRemovalRun *self);
void docket_pending_free (DocketPending *pending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketPending, docket_pending_free)

/* Feeds the core; its clock is read here. */
void docket_removal_run_step (DocketRemovalRun *self, DocketEvent event);
/* The end of what is under way. */
void docket_removal_run_report (const DocketPending *pending, DocketEventType type);
/* The workspace was closed: what the journal says stays as it is, and the next start goes on from there. */
void docket_removal_run_abandon (DocketRemovalRun *self);
/* Whether the computer was asleep since it was asked for: then nothing is sent any more. */
gboolean docket_removal_run_has_slept (DocketRemovalRun *self);
/* How it has ended by now. (transfer full) */
DocketRemoval *docket_removal_run_make_removal (DocketRemovalRun *self);

/* Each begins one effect, and reports its end. */
void docket_removal_run_fetch (DocketRemovalRun *self);
void docket_removal_run_note_intent (DocketRemovalRun *self);
void docket_removal_run_note_stage (DocketRemovalRun *self, DocketJournalStage stage);
void docket_removal_run_note_end (DocketRemovalRun *self);
void docket_removal_run_send (DocketRemovalRun *self);
void docket_removal_run_look_up (DocketRemovalRun *self);

/* What differs by what is removed; docket-removal-calls.c. */
/* The one request, and its end: whether it was proof enough. */
void docket_removal_run_request (DocketRemovalRun *self, TallyfyClient *client,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_removal_run_request_finish (DocketRemovalRun *self, TallyfyClient *client,
                                            GAsyncResult *result, GError **error);
/* What is true after it was proven. Of a process an empty answer may be anybody's: it is looked up. */
DocketEventType docket_removal_run_judge_proof (DocketRemovalRun *self);
/* Makes the cache agree with what was found. @archived_at: unix seconds */
void docket_removal_run_correct (DocketRemovalRun *self, gint64 archived_at,
                                 GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
