/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-removal-batch.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-workspace-private.h"

/* How often one is begun at most where the server does not admit it. */
#define MOST_BEGINNINGS 3

/* Seconds. A wait that ends later than this slept through, or the clock was set: what was confirmed
 * before it does not go on by itself. */
#define MAX_LATE 60
/* Up to so many, each is seen to go. */
#define FEW 12

/* How one of them ended. */
typedef struct
{
  DocketRemoval *removal;
  GError *error; /* in place of a removal */
  guint n_begun;
} Result;

struct _DocketRemovalBatch
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  DocketRemovalKind kind;
  GPtrArray *targets;
  Result *results; /* one for each target */
  guint next;      /* the first that was not begun */
  GQueue again;    /* indices of those that the server did not admit */
  guint n_running;
  guint n_done;
  guint n_failed;
  DocketBatchState state;
  DocketBatchState pause; /* PAUSED, SLEPT, OFFLINE or SIGNED_OUT; READY where it is not to pause */
  gboolean cancelled;
  GSource *timer;   /* to the end of the wait */
  gint64 timer_due; /* unix seconds */
  gint64 slept;     /* how long the computer had, when the person last wanted it to go on */
};

typedef enum
{
  PROP_STATE = 1,
  PROP_N_DONE,
  PROP_N_FAILED,
} Property;

static GParamSpec *properties[PROP_N_FAILED + 1];

enum
{
  ENDED,
  TASK_DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketRemovalBatch, docket_removal_batch, G_TYPE_OBJECT)

static void advance (DocketRemovalBatch *self);

/* One under way. */
typedef struct
{
  DocketRemovalBatch *batch;
  guint index;
} Running;

static void
count_end (DocketRemovalBatch *self, guint index)
{
  gboolean done = docket_removal_batch_is_done (self, index);

  if (done)
    self->n_done++;
  else
    self->n_failed++;
  if (done)
    g_signal_emit (self, signals[TASK_DONE], 0, index);
  g_object_notify_by_pspec (G_OBJECT (self), properties[done ? PROP_N_DONE : PROP_N_FAILED]);
}

/* Not admitted, or not sent since the computer slept. */
static gboolean
was_put_off (DocketRemoval *removal)
{
  const GError *error = docket_removal_get_error (removal);

  return (docket_removal_get_outcome (removal) == DOCKET_OUTCOME_REFUSED
          && g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TOO_MANY_REQUESTS))
         || g_error_matches (error, DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_SLEPT);
}

/* It was not done, and it is known when it may be: after that the person, who sees the wait and can
 * cancel it, or who ends the pause, need not press for each anew. */
static gboolean
may_begin_again (DocketRemovalBatch *self, const Result *result)
{
  return result->removal != NULL && was_put_off (result->removal) && !self->cancelled
         && result->n_begun < MOST_BEGINNINGS;
}

static void
removed_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  Running *running = user_data;
  g_autoptr (DocketRemovalBatch) self = running->batch;
  guint index = running->index;
  Result *result = &self->results[index];

  g_free (running);
  result->removal
      = docket_workspace_remove_finish (DOCKET_WORKSPACE (source), async_result, &result->error);
  self->n_running--;
  if (may_begin_again (self, result))
    g_queue_push_tail (&self->again, GUINT_TO_POINTER (index));
  else
    count_end (self, index);
  advance (self);
}

static gboolean
has_more (DocketRemovalBatch *self)
{
  return self->next < self->targets->len || !g_queue_is_empty (&self->again);
}

static void
begin_next (DocketRemovalBatch *self)
{
  guint index = g_queue_is_empty (&self->again)
                    ? self->next++
                    : GPOINTER_TO_UINT (g_queue_pop_head (&self->again));
  const DocketRemovalTarget *target = g_ptr_array_index (self->targets, index);
  Running *running = g_new0 (Running, 1);

  running->batch = g_object_ref (self);
  running->index = index;
  g_clear_object (&self->results[index].removal);
  self->results[index].n_begun++;
  self->n_running++;
  if (self->kind == DOCKET_REMOVAL_DELETE)
    docket_workspace_delete_async (self->workspace, target->task_id, target->shown,
                                   target->keeps_copy, removed_cb, running);
  else
    docket_workspace_remove_async (self->workspace, self->kind, target->task_id, removed_cb,
                                   running);
}

static gint64
get_now (DocketRemovalBatch *self)
{
  return docket_clock_get_now (self->workspace->clock);
}

static gboolean
is_told_to_wait (DocketRemovalBatch *self)
{
  return docket_workspace_get_busy_until (self->workspace) > get_now (self);
}

static void
drop_timer (DocketRemovalBatch *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
timer_cb (gpointer data)
{
  g_autoptr (DocketRemovalBatch) self = g_object_ref (data);

  /* A clock that was set back, or a server that asked for more. */
  if (is_told_to_wait (self))
    drop_timer (self);
  advance (self);
  return G_SOURCE_REMOVE;
}

static void
end_wait (DocketRemovalBatch *self)
{
  if (self->timer == NULL || is_told_to_wait (self))
    return;
  if (self->pause == DOCKET_BATCH_READY && get_now (self) > self->timer_due + MAX_LATE)
    self->pause = DOCKET_BATCH_PAUSED;
  drop_timer (self);
}

static void
plan_timer (DocketRemovalBatch *self)
{
  gint64 due = docket_workspace_get_busy_until (self->workspace);

  if (self->timer != NULL && self->timer_due == due)
    return;
  drop_timer (self);
  self->timer_due = due;
  self->timer = docket_clock_create_timer (self->workspace->clock, due);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, NULL);
}

/* What was not begun, or not admitted, when nothing more will be begun. */
static void
give_up_rest (DocketRemovalBatch *self)
{
  for (; !g_queue_is_empty (&self->again); g_queue_pop_head (&self->again))
    count_end (self, FALSE);
  for (; self->next < self->targets->len; self->next++)
    g_set_error_literal (&self->results[self->next].error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                         _ ("Not begun."));
}

static DocketBatchState
find_state (DocketRemovalBatch *self)
{
  if (self->n_running == 0 && (self->cancelled || !has_more (self)))
    return DOCKET_BATCH_ENDED;
  if (self->pause != DOCKET_BATCH_READY && !self->cancelled)
    return self->pause;
  return is_told_to_wait (self) ? DOCKET_BATCH_WAITING : DOCKET_BATCH_RUNNING;
}

static void
set_state (DocketRemovalBatch *self, DocketBatchState state)
{
  if (self->state == state)
    return;
  self->state = state;
  if (state == DOCKET_BATCH_ENDED)
    {
      give_up_rest (self);
      drop_timer (self);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      docket_workspace_set_many_changes (self->workspace, FALSE);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (state == DOCKET_BATCH_ENDED)
    {
      g_signal_emit (self, signals[ENDED], 0);
      g_object_unref (self);
    }
}

/* Where nothing can be sent, the person says when it goes on: coming back sends nothing by itself.
 */
static void
heed_connection (DocketRemovalBatch *self)
{
  DocketConnection connection = docket_workspace_get_connection (self->workspace);

  if (g_cancellable_is_cancelled (self->workspace->cancellable))
    self->cancelled = TRUE;
  if (connection == DOCKET_CONNECTION_OFFLINE)
    self->pause = DOCKET_BATCH_OFFLINE;
  else if (connection == DOCKET_CONNECTION_SIGNED_OUT || connection == DOCKET_CONNECTION_NO_TOKEN)
    self->pause = DOCKET_BATCH_SIGNED_OUT;
}

/* What was confirmed before the computer slept is not what somebody has just confirmed. */
static void
heed_sleep (DocketRemovalBatch *self)
{
  if (self->pause == DOCKET_BATCH_READY
      && docket_clock_has_slept (self->workspace->clock, self->slept))
    self->pause = DOCKET_BATCH_SLEPT;
}

static gboolean
can_begin (DocketRemovalBatch *self)
{
  return !self->cancelled && self->pause == DOCKET_BATCH_READY
         && self->n_running < DOCKET_BATCH_WIDTH && has_more (self) && !is_told_to_wait (self);
}

/* The one place that begins one, and that says where it stands. */
static void
advance (DocketRemovalBatch *self)
{
  if (self->state == DOCKET_BATCH_READY || self->state == DOCKET_BATCH_ENDED)
    return;
  heed_connection (self);
  heed_sleep (self);
  end_wait (self);
  while (can_begin (self))
    begin_next (self);
  if (is_told_to_wait (self))
    plan_timer (self);
  set_state (self, find_state (self));
}

static void
docket_removal_batch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketRemovalBatch *self = DOCKET_REMOVAL_BATCH (object);

  switch ((Property)id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int)self->state);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->n_failed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_removal_batch_finalize (GObject *object)
{
  DocketRemovalBatch *self = DOCKET_REMOVAL_BATCH (object);

  for (guint i = 0; i < self->targets->len; i++)
    {
      g_clear_object (&self->results[i].removal);
      g_clear_error (&self->results[i].error);
    }
  drop_timer (self);
  g_queue_clear (&self->again);
  g_free (self->results);
  g_ptr_array_unref (self->targets);
  g_object_unref (self->workspace);
  G_OBJECT_CLASS (docket_removal_batch_parent_class)->finalize (object);
}

static void
docket_removal_batch_class_init (DocketRemovalBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_removal_batch_get_property;
  object_class->finalize = docket_removal_batch_finalize;
  properties[PROP_STATE]
      = g_param_spec_int ("state", NULL, NULL, 0, DOCKET_BATCH_ENDED, DOCKET_BATCH_READY, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_FAILED] = g_param_spec_uint ("n-failed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[TASK_DONE] = g_signal_new ("task-done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
docket_removal_batch_init (DocketRemovalBatch *self)
{
}

DocketRemovalBatch *
docket_removal_batch_new (DocketWorkspace *workspace, DocketRemovalKind kind, GPtrArray *targets)
{
  DocketRemovalBatch *self = g_object_new (DOCKET_TYPE_REMOVAL_BATCH, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->targets = targets;
  self->results = g_new0 (Result, targets->len);
  return self;
}

void
docket_removal_batch_start (DocketRemovalBatch *self)
{
  g_return_if_fail (self->state == DOCKET_BATCH_READY);

  g_object_ref (self);
  self->slept = docket_clock_get_slept (self->workspace->clock);
  docket_workspace_set_many_changes (self->workspace, self->targets->len > FEW);
  g_signal_connect_swapped (self->workspace, "notify::connection", G_CALLBACK (advance), self);
  g_signal_connect_swapped (self->workspace, "notify::busy-until", G_CALLBACK (advance), self);
  set_state (self, DOCKET_BATCH_RUNNING);
  advance (self);
}

void
docket_removal_batch_pause (DocketRemovalBatch *self)
{
  if (self->pause == DOCKET_BATCH_READY)
    self->pause = DOCKET_BATCH_PAUSED;
  advance (self);
}

void
docket_removal_batch_resume (DocketRemovalBatch *self)
{
  self->pause = DOCKET_BATCH_READY;
  self->slept = docket_clock_get_slept (self->workspace->clock);
  advance (self);
}

void
docket_removal_batch_cancel (DocketRemovalBatch *self)
{
  self->cancelled = TRUE;
  advance (self);
}

DocketWorkspace *
docket_removal_batch_get_workspace (DocketRemovalBatch *self)
{
  return self->workspace;
}

DocketRemovalKind
docket_removal_batch_get_kind (DocketRemovalBatch *self)
{
  return self->kind;
}

DocketBatchState
docket_removal_batch_get_state (DocketRemovalBatch *self)
{
  return self->state;
}

guint
docket_removal_batch_get_n_total (DocketRemovalBatch *self)
{
  return self->targets->len;
}

guint
docket_removal_batch_get_n_done (DocketRemovalBatch *self)
{
  return self->n_done;
}

guint
docket_removal_batch_get_n_failed (DocketRemovalBatch *self)
{
  return self->n_failed;
}

guint
docket_removal_batch_get_seconds_left (DocketRemovalBatch *self)
{
  gint64 left = docket_workspace_get_busy_until (self->workspace) - get_now (self);

  return (guint)CLAMP (left, 1, G_MAXINT);
}

const DocketRemovalTarget *
docket_removal_batch_get_target (DocketRemovalBatch *self, guint index)
{
  return g_ptr_array_index (self->targets, index);
}

DocketRemoval *
docket_removal_batch_get_removal (DocketRemovalBatch *self, guint index)
{
  return self->results[index].removal;
}

const GError *
docket_removal_batch_get_error (DocketRemovalBatch *self, guint index)
{
  return self->results[index].error;
}

gboolean
docket_removal_batch_is_done (DocketRemovalBatch *self, guint index)
{
  return self->results[index].removal != NULL
         && docket_removal_is_done (self->results[index].removal);
}

DocketRemovalBatch *
docket_removal_batch_new_undo (DocketRemovalBatch *self)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_removal_target_free);

  for (guint i = 0; self->kind == DOCKET_REMOVAL_ARCHIVE && i < self->targets->len; i++)
    if (docket_removal_batch_is_done (self, i))
      {
        const DocketRemovalTarget *target = docket_removal_batch_get_target (self, i);

        g_ptr_array_add (targets,
                         docket_removal_target_new (target->task_id, target->title, NULL, FALSE));
      }
  return docket_removal_batch_new (self->workspace, DOCKET_REMOVAL_RESTORE, targets);
}
