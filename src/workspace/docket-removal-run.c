/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The driver of a removal. What happens after what, and what is claimed, docket-removal-core.c
 * decides alone. */
#include "docket-config.h"

#include "workspace/docket-removal-run-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-removal-private.h"

G_DEFINE_FINAL_TYPE (DocketRemovalRun, docket_removal_run, G_TYPE_OBJECT)

DocketPending *
docket_pending_new (DocketRemovalRun *self)
{
  DocketPending *pending = g_new (DocketPending, 1);

  pending->run = g_object_ref (self);
  pending->ticket = self->core.ticket;
  return pending;
}

void
docket_pending_free (DocketPending *pending)
{
  g_object_unref (pending->run);
  g_free (pending);
}

static void perform (DocketRemovalRun *self, DocketEffects effects);

void
docket_removal_run_step (DocketRemovalRun *self, DocketEvent event)
{
  g_autoptr (DocketRemovalRun) alive = g_object_ref (self);

  event.now = docket_clock_get_now (self->clock);
  perform (self, docket_removal_core_step (&self->core, &event));
  /* A workspace that went meanwhile has said so too early. */
  if (self->workspace == NULL && self->timer != NULL)
    docket_removal_run_feed (self, DOCKET_EVENT_CLOSED);
}

void
docket_removal_run_report (const DocketPending *pending, DocketEventType type)
{
  docket_removal_run_step (pending->run, (DocketEvent){ .type = type, .ticket = pending->ticket });
}

void
docket_removal_run_feed (DocketRemovalRun *self, DocketEventType type)
{
  docket_removal_run_step (self, (DocketEvent){ .type = type });
}

DocketRemoval *
docket_removal_run_make_removal (DocketRemovalRun *self)
{
  const DocketRemovalCore *core = &self->core;
  g_autoptr (GDateTime) looked_up_at
      = core->looked_up_at != 0 ? g_date_time_new_from_unix_utc (core->looked_up_at) : NULL;
  DocketRemoval *removal
      = docket_removal_new (self->entry, core->kind, core->outcome, self->task_id, self->title,
                            core->was_archived, self->error, looked_up_at);

  docket_removal_set_target (removal, self->target);
  return removal;
}

void
docket_removal_run_abandon (DocketRemovalRun *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    g_task_return_new_error (self->waiting->pdata[i], G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "The workspace was closed");
  g_ptr_array_set_size (self->waiting, 0);
  if (self->workspace == NULL)
    return;
  docket_workspace_end_turn (self->workspace, self);
  docket_workspace_drop_run (self->workspace, self);
}

gboolean
docket_removal_run_has_slept (DocketRemovalRun *self)
{
  return docket_clock_has_slept (self->clock, self->slept);
}

static void
stop_timer (DocketRemovalRun *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

/* Looking up again is right after a sleep, too. */
static gboolean
is_cut_off (DocketRemovalRun *self)
{
  return self->workspace == NULL || !docket_workspace_can_send (self->workspace)
         || (self->core.state == DOCKET_STATE_WAITING && docket_removal_run_has_slept (self));
}

static gboolean
due_cb (gpointer user_data)
{
  const DocketPending *pending = user_data;

  docket_removal_run_report (pending, is_cut_off (pending->run) ? DOCKET_EVENT_DUE_CUT_OFF
                                                                : DOCKET_EVENT_DUE);
  return G_SOURCE_REMOVE;
}

static void
start_timer (DocketRemovalRun *self)
{
  stop_timer (self);
  self->timer = docket_clock_create_timer (self->clock, self->core.due);
  g_source_set_callback (self->timer, due_cb, docket_pending_new (self),
                         (GDestroyNotify)docket_pending_free);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

/* The row has moved: those who wait hear. */
static void
tell_waiting (DocketRemovalRun *self, DocketRemoval *removal)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->workspace != NULL)
    docket_workspace_end_turn (self->workspace, self);
  for (guint i = 0; i < waiting->len; i++)
    if (self->of_process)
      g_task_return_new_error (waiting->pdata[i], G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("Tallyfy removes such tasks only with their process."));
    else
      g_task_return_pointer (waiting->pdata[i], g_object_ref (removal), g_object_unref);
}

/* What is told, until the cache has it. */
typedef struct
{
  DocketRemovalRun *run;
  DocketRemoval *removal;
} Telling;

static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Telling *telling = user_data;
  g_autoptr (DocketRemovalRun) self = telling->run;
  g_autoptr (DocketRemoval) removal = telling->removal;
  g_autoptr (GError) error = NULL;

  /* The next list corrects what could not be written here. */
  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_debug ("The cache could not be corrected: %s", error->message);
  tell_waiting (self, removal);
}

/* A watch that is older than the last removal of its task leaves the cache to that one. */
static gboolean
may_correct (DocketRemovalRun *self)
{
  return self->core.finding != DOCKET_FOUND_NOTHING
         && (self->core.looked_up_at == 0
             || (self->workspace != NULL
                 && self->turn == docket_workspace_get_turn (self->workspace, self->task_id)));
}

static void
tell (DocketRemovalRun *self)
{
  g_autoptr (DocketRemoval) removal = docket_removal_run_make_removal (self);
  gint64 archived_at = self->archived_at != NULL ? g_date_time_to_unix (self->archived_at)
                                                 : docket_clock_get_now (self->clock);
  Telling *telling;

  if (!may_correct (self))
    {
      tell_waiting (self, removal);
      return;
    }
  telling = g_new (Telling, 1);
  telling->run = g_object_ref (self);
  telling->removal = g_object_ref (removal);
  docket_removal_run_correct (self, archived_at, corrected_cb, telling);
}

static void
perform (DocketRemovalRun *self, DocketEffects effects)
{
  if (self->core.state != DOCKET_STATE_WAITING && self->core.state != DOCKET_STATE_WATCHING)
    stop_timer (self);
  if (effects & DOCKET_EFFECT_FETCH)
    docket_removal_run_fetch (self);
  if (effects & DOCKET_EFFECT_NOTE_INTENT)
    docket_removal_run_note_intent (self);
  if (effects & DOCKET_EFFECT_NOTE_WAIT)
    docket_removal_run_note_stage (self, DOCKET_STAGE_WAITING);
  if (effects & DOCKET_EFFECT_NOTE_AGAIN)
    docket_removal_run_note_stage (self, DOCKET_STAGE_NONE);
  if (effects & DOCKET_EFFECT_NOTE_END)
    docket_removal_run_note_end (self);
  if (effects & DOCKET_EFFECT_SEND)
    docket_removal_run_send (self);
  if (effects & DOCKET_EFFECT_LOOK_UP)
    docket_removal_run_look_up (self);
  if (effects & DOCKET_EFFECT_TIMER)
    start_timer (self);
  if (effects & DOCKET_EFFECT_TELL)
    tell (self);
  if ((self->core.state == DOCKET_STATE_SETTLED || self->core.state == DOCKET_STATE_UNCONFIRMED)
      && self->workspace != NULL)
    docket_workspace_drop_run (self->workspace, self);
}

static void
docket_removal_run_dispose (GObject *object)
{
  DocketRemovalRun *self = DOCKET_REMOVAL_RUN (object);

  stop_timer (self);
  g_clear_weak_pointer (&self->workspace);
  g_clear_object (&self->client);
  g_clear_object (&self->cache);
  g_clear_object (&self->journal);
  g_clear_object (&self->clock);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (docket_removal_run_parent_class)->dispose (object);
}

static void
docket_removal_run_finalize (GObject *object)
{
  DocketRemovalRun *self = DOCKET_REMOVAL_RUN (object);

  g_free (self->organization);
  g_free (self->task_id);
  g_free (self->title);
  g_clear_pointer (&self->shown, docket_shown_free);
  g_clear_object (&self->shown_process);
  g_clear_pointer (&self->copy, g_bytes_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->archived_at, g_date_time_unref);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (docket_removal_run_parent_class)->finalize (object);
}

static void
docket_removal_run_class_init (DocketRemovalRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_removal_run_dispose;
  G_OBJECT_CLASS (klass)->finalize = docket_removal_run_finalize;
}

static void
docket_removal_run_init (DocketRemovalRun *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

DocketRemovalRun *
docket_removal_run_new (DocketWorkspace *workspace,
                        DocketRemovalKind kind,
                        DocketTarget target,
                        const char *task_id)
{
  DocketRemovalRun *self = g_object_new (DOCKET_TYPE_REMOVAL_RUN, NULL);

  g_set_weak_pointer (&self->workspace, workspace);
  g_set_object (&self->client, workspace->client);
  g_set_object (&self->cache, workspace->cache);
  g_set_object (&self->journal, workspace->journal);
  g_set_object (&self->clock, workspace->clock);
  g_set_object (&self->cancellable, workspace->cancellable);
  self->organization = g_strdup (docket_account_get_organization_id (workspace->account));
  self->target = target;
  self->task_id = g_strdup (task_id);
  self->core.kind = kind;
  self->slept = docket_clock_get_slept (self->clock);
  return self;
}

void
docket_removal_run_set_task (DocketRemovalRun *self, const char *title, gboolean was_archived)
{
  g_free (self->title);
  self->title = g_strdup (title);
  self->core.was_archived = was_archived;
}

void
docket_removal_run_set_compares (DocketRemovalRun *self, const DocketShown *shown)
{
  self->core.compares = TRUE;
  self->shown = shown != NULL ? docket_shown_copy (shown) : NULL;
}

void
docket_removal_run_set_compares_process (DocketRemovalRun *self, DocketProcessContents *shown)
{
  self->core.compares = TRUE;
  g_set_object (&self->shown_process, shown);
}

void
docket_removal_run_set_keeps_copy (DocketRemovalRun *self)
{
  self->core.keeps_copy = TRUE;
}

void
docket_removal_run_set_entry (DocketRemovalRun *self,
                              gint64 entry,
                              DocketRemovalOutcome outcome,
                              gint64 looked_up_at,
                              const GError *error)
{
  self->entry = entry;
  self->core.noted = TRUE;
  self->core.outcome = outcome;
  self->core.looked_up_at = looked_up_at;
  self->core.missing = g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND);
  self->error = error != NULL ? g_error_copy (error) : NULL;
}

gint64
docket_removal_run_get_entry (DocketRemovalRun *self)
{
  return self->entry;
}

const char *
docket_removal_run_get_task_id (DocketRemovalRun *self)
{
  return self->task_id;
}

void
docket_removal_run_wait (DocketRemovalRun *self, GTask *task)
{
  g_ptr_array_add (self->waiting, task);
}

void
docket_removal_run_start (DocketRemovalRun *self, gboolean can_send, gboolean one_off)
{
  self->of_process = !one_off;
  if (!one_off)
    docket_removal_run_feed (self, DOCKET_EVENT_ASKED_PROCESS);
  else if (can_send)
    docket_removal_run_feed (self, DOCKET_EVENT_ASKED);
  else
    {
      g_set_error_literal (&self->error, TALLYFY_ERROR,
                           docket_workspace_get_connection (self->workspace)
                                   == DOCKET_CONNECTION_OFFLINE
                               ? TALLYFY_ERROR_OFFLINE
                               : TALLYFY_ERROR_SIGNED_OUT,
                           "Known to be cut off");
      docket_removal_run_feed (self, DOCKET_EVENT_ASKED_CUT_OFF);
    }
}
