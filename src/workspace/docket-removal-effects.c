/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a removal does outside of itself: network and journal. */
#include "docket-config.h"

#include "workspace/docket-removal-run-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-removal-judge.h"
#include "workspace/docket-removal-private.h"

/* Seconds, where a 429 does not say. */
#define DEFAULT_WAIT 1

static void
take_error (DocketRemovalRun *self, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
}

/* Somebody may have signed in again since the removal began. */
static TallyfyClient *
get_client (DocketRemovalRun *self)
{
  return self->workspace != NULL ? self->workspace->client : self->client;
}

static void
note_call (DocketRemovalRun *self, const GError *error)
{
  if (self->workspace != NULL)
    docket_workspace_note_call (self->workspace, error);
}

static DocketEventType
judge_fetch_error (const GError *error)
{
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND))
    return DOCKET_EVENT_FETCH_MISSING;
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    return DOCKET_EVENT_FETCH_CUT_OFF;
  return DOCKET_EVENT_FETCH_FAILED;
}

/* The copy that somebody wants is of what they saw, which was no secret. */
static gboolean
is_secret_unawares (DocketRemovalRun *self, TallyfyTask *task)
{
  return self->core.keeps_copy && tallyfy_task_is_top_secret (task)
         && (self->shown == NULL || !docket_shown_is_top_secret (self->shown));
}

/* What was confirmed before the computer slept is not what somebody has just confirmed. */
static gboolean
was_slept_through (DocketRemovalRun *self)
{
  if (!docket_removal_run_has_slept (self))
    return FALSE;
  take_error (self, g_error_new (DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_SLEPT,
                                 "The computer was asleep meanwhile"));
  return TRUE;
}

static DocketEventType
judge_fetched (DocketRemovalRun *self, TallyfyTask *task)
{
  if (self->of_process)
    return DOCKET_EVENT_FETCHED_PROCESS;
  if (was_slept_through (self))
    return DOCKET_EVENT_FETCH_CUT_OFF;
  if (is_secret_unawares (self, task))
    {
      take_error (self, g_error_new (DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_TOP_SECRET,
                                     "The task is top secret"));
      return DOCKET_EVENT_FETCHED_CHANGED;
    }
  if (self->shown != NULL && !docket_shown_is_same (self->shown, task))
    return DOCKET_EVENT_FETCHED_CHANGED;
  return DOCKET_EVENT_FETCHED;
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  GError *error = NULL;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (task == NULL)
    {
      take_error (self, error);
      docket_removal_run_report (pending, judge_fetch_error (error));
      return;
    }
  docket_removal_run_set_task (self, tallyfy_task_get_title (task),
                               tallyfy_task_is_archived (task));
  self->of_process = !tallyfy_task_is_one_off (task);
  if (self->core.keeps_copy)
    self->copy = g_bytes_ref (tallyfy_task_get_json (task));
  docket_removal_run_report (pending, judge_fetched (self, task));
}

/* A process that the cache does not have. */
static void
fetched_process_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  GError *error = NULL;
  g_autoptr (TallyfyProcess) process
      = docket_workspace_fetch_process_finish (DOCKET_WORKSPACE (source), result, &error);

  if (process == NULL)
    {
      take_error (self, error);
      docket_removal_run_report (pending, judge_fetch_error (error));
      return;
    }
  docket_removal_run_set_task (self, tallyfy_process_get_name (process),
                               tallyfy_process_is_archived (process));
  docket_removal_run_report (pending, was_slept_through (self) ? DOCKET_EVENT_FETCH_CUT_OFF
                                                               : DOCKET_EVENT_FETCHED);
}

/* What is deleted with it must be what the dialog counted, and a copy is of all of it. */
static DocketEventType
judge_contents (DocketRemovalRun *self, DocketProcessContents *contents)
{
  if (was_slept_through (self))
    return DOCKET_EVENT_FETCH_CUT_OFF;
  if (self->core.keeps_copy && docket_process_contents_is_top_secret (contents)
      && !docket_process_contents_is_top_secret (self->shown_process))
    {
      take_error (self, g_error_new (DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_TOP_SECRET,
                                     "A task of the process is top secret"));
      return DOCKET_EVENT_FETCHED_CHANGED;
    }
  return docket_process_contents_is_same (self->shown_process, contents)
             ? DOCKET_EVENT_FETCHED
             : DOCKET_EVENT_FETCHED_CHANGED;
}

static void
fetched_contents_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  GError *error = NULL;
  g_autoptr (DocketProcessContents) contents
      = docket_process_contents_fetch_finish (result, &error);
  TallyfyProcess *process;

  note_call (self, error);
  if (contents == NULL)
    {
      take_error (self, error);
      docket_removal_run_report (pending, judge_fetch_error (error));
      return;
    }
  process = docket_process_contents_get_process (contents);
  docket_removal_run_set_task (self, tallyfy_process_get_name (process),
                               tallyfy_process_is_archived (process));
  if (self->core.keeps_copy)
    self->copy = docket_process_contents_dup_json (contents);
  docket_removal_run_report (pending, judge_contents (self, contents));
}

void
docket_removal_run_fetch (DocketRemovalRun *self)
{
  if (self->shown_process != NULL)
    docket_process_contents_fetch_async (get_client (self), self->organization, self->task_id, NULL,
                                         fetched_contents_cb, docket_pending_new (self));
  else if (self->target == DOCKET_TARGET_PROCESS)
    docket_workspace_fetch_process_async (self->workspace, self->task_id, NULL, fetched_process_cb,
                                          docket_pending_new (self));
  else
    docket_workspace_fetch_task_async (self->workspace, self->task_id, NULL, fetched_cb,
                                       docket_pending_new (self));
}

static void
fail_to_note (const DocketPending *pending, GError *cause)
{
  /* Translators: the placeholder is a sentence about a file. */
  g_prefix_error (&cause, "%s ",
                  _ ("Docket notes down each removal before it is sent, and could not:"));
  take_error (pending->run, cause);
  docket_removal_run_report (pending, DOCKET_EVENT_NOT_NOTED);
}

static void
intended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  GError *error = NULL;

  pending->run->entry = docket_journal_begin_finish (DOCKET_JOURNAL (source), result, &error);
  if (pending->run->entry != 0)
    docket_removal_run_report (pending, DOCKET_EVENT_NOTED);
  else
    fail_to_note (pending, error);
}

static void
journal_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  GError *error = NULL;
  DocketJournalEntry *entry;

  if (!docket_workspace_ensure_journal_finish (workspace, result, &error))
    {
      fail_to_note (pending, error);
      return;
    }
  g_set_object (&self->journal, workspace->journal);
  entry = g_new0 (DocketJournalEntry, 1);
  entry->account = docket_account_dup_file_name (workspace->account);
  entry->organization = g_strdup (self->organization);
  entry->task_id = g_strdup (self->task_id);
  entry->title = g_strdup (self->title != NULL ? self->title : "");
  entry->kind = self->core.kind;
  entry->target = self->target;
  entry->was_archived = self->core.was_archived;
  entry->copy = g_steal_pointer (&self->copy);
  docket_journal_begin_async (self->journal, entry, intended_cb, g_steal_pointer (&pending));
}

void
docket_removal_run_note_intent (DocketRemovalRun *self)
{
  docket_workspace_ensure_journal_async (self->workspace, journal_ready_cb,
                                         docket_pending_new (self));
}

static void
staged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_journal_set_stage_finish (DOCKET_JOURNAL (source), result, &error))
    g_debug ("The journal did not take a stage: %s", error->message);
  docket_removal_run_report (pending, error == NULL ? DOCKET_EVENT_NOTED : DOCKET_EVENT_NOT_NOTED);
}

void
docket_removal_run_note_stage (DocketRemovalRun *self, DocketJournalStage stage)
{
  docket_journal_set_stage_async (self->journal, self->entry, stage, staged_cb,
                                  docket_pending_new (self));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  g_autoptr (GError) error = NULL;

  /* The entry stays as it is then, and is looked up at the next start: nothing is lost. */
  if (!docket_journal_end_finish (DOCKET_JOURNAL (source), result, &error))
    g_debug ("An outcome could not be written to the journal: %s", error->message);
  docket_removal_run_report (pending, error == NULL ? DOCKET_EVENT_NOTED : DOCKET_EVENT_NOT_NOTED);
}

void
docket_removal_run_note_end (DocketRemovalRun *self)
{
  g_autoptr (DocketRemoval) removal = docket_removal_run_make_removal (self);

  docket_journal_end_async (self->journal, removal,
                            docket_removal_core_is_watched (&self->core) ? DOCKET_STAGE_WATCHED
                                                                         : DOCKET_STAGE_NONE,
                            ended_cb, docket_pending_new (self));
}

static gint64
get_wait (const GError *error)
{
  gint64 wait = tallyfy_error_get_retry_after (error);

  return wait > 0 ? wait : DEFAULT_WAIT;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  GError *error = NULL;
  DocketEvent event = { .ticket = pending->ticket };

  if (docket_removal_run_request_finish (self, TALLYFY_CLIENT (source), result, &error))
    event.type = docket_removal_run_judge_proof (self);
  else
    event.type = docket_removal_judge_error (error);
  note_call (self, error);
  take_error (self, error);
  if (event.type == DOCKET_EVENT_BUSY)
    {
      event.wait = get_wait (error);
      if (self->workspace != NULL)
        docket_workspace_note_busy (self->workspace,
                                    docket_clock_get_now (self->clock) + event.wait);
    }
  docket_removal_run_step (self, event);
}

/* The one request. No cancellable: once it is out, only its end can be told. */
void
docket_removal_run_send (DocketRemovalRun *self)
{
  DocketPending *pending = docket_pending_new (self);

  if (was_slept_through (self))
    {
      docket_removal_run_report (pending, DOCKET_EVENT_UNSENT);
      docket_pending_free (pending);
      return;
    }
  if (self->core.kind == DOCKET_REMOVAL_RESTORE)
    {
      self->n_restores++;
      if (self->workspace != NULL)
        docket_workspace_count_restore (self->workspace, self->task_id);
    }
  docket_removal_run_request (self, get_client (self), answered_cb, pending);
}

/* Another restoring request for this task, which may still act. */
static gboolean
is_contested (DocketRemovalRun *self)
{
  return self->workspace != NULL
         && docket_workspace_count_restores (self->workspace, self->task_id) > self->n_restores;
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const DocketEventType events[] = {
    [DOCKET_FOUND_NOTHING] = DOCKET_EVENT_FOUND_NOTHING,
    [DOCKET_FOUND_THERE] = DOCKET_EVENT_FOUND_THERE,
    [DOCKET_FOUND_ARCHIVED] = DOCKET_EVENT_FOUND_ARCHIVED,
    [DOCKET_FOUND_GONE] = DOCKET_EVENT_FOUND_GONE,
  };
  g_autoptr (DocketPending) pending = user_data;
  DocketRemovalRun *self = pending->run;
  g_autoptr (GError) error = NULL;
  DocketFinding finding;

  g_clear_pointer (&self->archived_at, g_date_time_unref);
  finding = docket_lookup_finish (result, &self->archived_at, &error);
  note_call (self, error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_removal_run_abandon (self);
  else
    docket_removal_run_step (self, (DocketEvent){ .type = events[finding],
                                                  .ticket = pending->ticket,
                                                  .contested = is_contested (self) });
}

/* What follows on a request is seen to its end; whatever else only asks may be cut short by
 * closing. */
void
docket_removal_run_look_up (DocketRemovalRun *self)
{
  const gboolean must_end = self->core.n_sent > 0 && !self->core.asked_again;

  if (self->workspace != NULL)
    self->turn = docket_workspace_get_turn (self->workspace, self->task_id);
  docket_lookup_async (get_client (self), self->organization, self->target, self->task_id,
                       must_end ? NULL : self->cancellable, looked_up_cb,
                       docket_pending_new (self));
}
