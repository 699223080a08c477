/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"
#include "workspace/docket-clock.h"
#include "workspace/docket-journal.h"
#include "workspace/docket-process-model-private.h"
#include "workspace/docket-removal-run.h"
#include "workspace/docket-sync-look.h"
#include "workspace/docket-sync.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Shared by the files that make up the workspace: docket-workspace*.c and docket-removal-*.c. */
struct _DocketWorkspace
{
  GObject parent_instance;

  DocketAccount *account;
  TallyfyClient *client;
  DocketCache *cache;
  DocketJournal *journal; /* NULL until it could be opened */
  DocketTaskModel *tasks;
  TallyfyTask *last_task; /* the last one that was read or fetched; nullable */
  DocketHistory *history; /* NULL until somebody wants to see it */
  DocketProcessModel *processes; /* the same */
  gboolean follows_lists;        /* guests, groups and tags are wanted */
  GCancellable *cancellable; /* of reads that nobody else can cancel */

  DocketConnection connection;
  gboolean has_token; /* without one nothing is sent */
  GError *error;
  gboolean syncing;
  guint n_loaded;
  guint n_expected;
  DocketCacheOverview *overview; /* never NULL */
  GDateTime *last_sync;
  GPtrArray *looks;     /* of GTask: those that wait for the look under way */
  GPtrArray *refreshes; /* of GTask: those that wait for the pass under way */
  DocketSync *sync;     /* that pass; NULL = none */
  GCancellable *sync_cancellable;
  gboolean pass_asked; /* somebody has asked for it */
  gboolean wants_pass; /* one is to come after the look */
  gboolean paused;
  DocketSyncLook look; /* the last one */
  DocketClock *clock;
  gint64 busy_until;    /* unix seconds, 0 = not */
  GPtrArray *runs;      /* of DocketRemovalRun: under way, watched, or asked after */
  GHashTable *removing; /* ID of a task to the run that somebody waits for; not owned */
  GHashTable *turns;    /* ID of a task to how often a removal of it began or ended */
  GHashTable *completions; /* ID of a task to a GQueue of GTask: what is being done to it, and next */
  GHashTable *commenting;  /* task and comment that something is being done to */
  GHashTable *drafts;      /* task and comment to its DocketDraft */
  GHashTable *answer_drafts; /* task and field to its DocketAnswerDraft */
  GHashTable *namesakes; /* title of a new task to the IDs (GStrv) of those that had it before */
  GHashTable *restores; /* ID of a task to how many restoring requests may be on their way */
};

/* The end of opening: the cache is there. @outline: (transfer full): docket_cache_outline_async() */
void docket_workspace_take_cache (DocketWorkspace *self, DocketCache *cache,
                                  DocketCacheOverview *outline);

/* Whether it is known without waiting what the cache has of a task beside its row. @kept: (out) (transfer none)
 * (nullable) */
gboolean docket_workspace_recall_task (DocketWorkspace *self, const char *task_id, TallyfyTask **kept);

/* While tasks are removed one after another the list is read only now and then, and the more seldom the more tasks there are. */
void docket_workspace_set_many_changes (DocketWorkspace *self, gboolean many);

/* What is counted becomes what the workspace says of itself. @result: of docket_cache_overview_async() */
gboolean docket_workspace_take_overview (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* Reads what the tasks do not tell: guests, groups and tags, then the processes. @done: (nullable) */
void docket_workspace_sync_others (DocketWorkspace *self, gboolean lists, gboolean processes,
                                   void (*done) (DocketWorkspace *self));

/* What a call other than a list says about the connection. @error: (nullable): NULL = it went through */
void docket_workspace_note_call (DocketWorkspace *self, const GError *error);
void docket_workspace_set_connection (DocketWorkspace *self, DocketConnection connection,
                                      const GError *error);

/* Emits "task-fetched". @mark: when it was asked for (docket_cache_begin()) */
void docket_workspace_tell_fetched (DocketWorkspace *self, TallyfyTask *task, gint64 mark);

/* @cancellable, or where the caller gave none the one that closing cancels. */
GCancellable *docket_workspace_choose_cancellable (DocketWorkspace *self, GCancellable *cancellable);

/* Opens the journal where that was not possible before. */
void docket_workspace_ensure_journal_async (DocketWorkspace *self, GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean docket_workspace_ensure_journal_finish (DocketWorkspace *self, GAsyncResult *result,
                                                 GError **error);

/* The server asks to wait. @until: unix seconds */
void docket_workspace_note_busy (DocketWorkspace *self, gint64 until);
/* For tests. */
void docket_workspace_set_clock (DocketWorkspace *self, DocketClock *clock);

GHashTable *docket_completion_new_queues (void);

/* For the runs: a look-up whose turn is over says nothing of what came after it. */
guint docket_workspace_get_turn (DocketWorkspace *self, const char *task_id);
void docket_workspace_end_turn (DocketWorkspace *self, DocketRemovalRun *run);
void docket_workspace_count_restore (DocketWorkspace *self, const char *task_id);
guint docket_workspace_count_restores (DocketWorkspace *self, const char *task_id);
void docket_workspace_drop_run (DocketWorkspace *self, DocketRemovalRun *run);
/* Tells them that nobody waits any longer: what was not sent yet is not sent. */
void docket_workspace_close_runs (DocketWorkspace *self);

/* Looks up the removals that a crash left open in the journal, and those that were watched. They are never sent
 * again. What cannot be found out stays open for the next time. */
void docket_workspace_settle_open_removals (DocketWorkspace *self);

G_END_DECLS
