/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-answer-draft-private.h"

#include "workspace/docket-answers.h"
#include "workspace/docket-draft.h"
#include "workspace/docket-workspace-private.h"

/* What is kept of it: what was seen, what is wanted, and what may be out. */
#define STORED_TYPE "(asasmas)"

struct _DocketAnswerDraft
{
  GObject parent_instance;

  DocketWorkspace *workspace; /* weak: it owns this one */
  char *task_id;
  char *field_id;
  GStrv seen;   /* NULL: there is no draft */
  GStrv wanted; /* the same */
  GStrv sent;   /* what is on its way, or may be with the server; else NULL */
  GStrv theirs; /* CHANGED */
  DocketAnswerState state;
  GError *error;
  gboolean running;
  gboolean again; /* to be sent once what is on its way has ended */
  gint64 mark;    /* NOT_CONFIRMED: questions before this one do not tell */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketAnswerDraft, docket_answer_draft, G_TYPE_OBJECT)

/* @list: (transfer full) (nullable) */
static void
take (GStrv *place, GStrv list)
{
  g_strfreev (*place);
  *place = list;
}

static gboolean
is_equal (GStrv first, GStrv second)
{
  return docket_answer_equal ((const char *const *)first, (const char *const *)second);
}

/* No task has an empty ID: that is the place of what is no comment. */
static char *
dup_place (const char *task_id, const char *field_id)
{
  return g_strdup_printf ("answer\t%s\t%s", task_id, field_id);
}

static DocketDraft *
get_store (DocketAnswerDraft *self)
{
  g_autofree char *place = dup_place (self->task_id, self->field_id);

  return docket_draft_get (self->workspace, "", place);
}

/* @at_once: else soon */
static void
store (DocketAnswerDraft *self, gboolean at_once)
{
  DocketDraft *draft = get_store (self);
  g_autoptr (GVariant) stored = NULL;
  g_autofree char *text = NULL;

  if (self->seen != NULL)
    {
      stored = g_variant_ref_sink (
          g_variant_new ("(^as^as@mas)", self->seen, self->wanted,
                         g_variant_new_maybe (G_VARIANT_TYPE_STRING_ARRAY,
                                              self->sent != NULL
                                                  ? g_variant_new_strv ((const char *const *)
                                                                            self->sent,
                                                                        -1)
                                                  : NULL)));
      text = g_variant_print (stored, TRUE);
    }
  docket_draft_set_text (draft, text != NULL ? text : "");
  if (at_once)
    docket_draft_save (draft);
}

/* What an earlier run of the program has kept. */
static void
restore (DocketAnswerDraft *self)
{
  const char *text = docket_draft_get_text (get_store (self));
  g_autoptr (GVariant) stored
      = g_variant_parse (G_VARIANT_TYPE (STORED_TYPE), text, NULL, NULL, NULL);

  if (stored == NULL)
    return;
  g_variant_get (stored, "(^as^asm^as)", &self->seen, &self->wanted, &self->sent);
  self->state = self->sent != NULL ? DOCKET_ANSWER_STATE_NOT_CONFIRMED : DOCKET_ANSWER_STATE_TYPED;
}

/* @error: (transfer full) (nullable) */
static void
set_state (DocketAnswerDraft *self, DocketAnswerState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  if (state != DOCKET_ANSWER_STATE_CHANGED)
    take (&self->theirs, NULL);
  if (state == DOCKET_ANSWER_STATE_NONE)
    {
      take (&self->seen, NULL);
      take (&self->wanted, NULL);
      take (&self->sent, NULL);
    }
  store (self, state != DOCKET_ANSWER_STATE_TYPED);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void begin (DocketAnswerDraft *self);

/* The server has what was sent; the person may have gone on meanwhile. */
static void
settle_saved (DocketAnswerDraft *self)
{
  const gboolean again = self->again;

  take (&self->seen, g_steal_pointer (&self->sent));
  self->again = FALSE;
  if (is_equal (self->seen, self->wanted))
    set_state (self, DOCKET_ANSWER_STATE_NONE, NULL);
  else if (again)
    begin (self);
  else
    set_state (self, DOCKET_ANSWER_STATE_TYPED, NULL);
}

/* @theirs: (transfer full) (nullable). @error: (transfer full) (nullable) */
static void
settle (DocketAnswerDraft *self, DocketAnswersOutcome outcome, GStrv theirs, GError *error)
{
  if (error == NULL && outcome == DOCKET_ANSWERS_SAVED)
    {
      settle_saved (self);
      return;
    }
  self->again = FALSE;
  if (error == NULL && outcome == DOCKET_ANSWERS_NOT_CONFIRMED)
    {
      self->mark = docket_cache_begin (self->workspace->cache);
      set_state (self, DOCKET_ANSWER_STATE_NOT_CONFIRMED, NULL);
      return;
    }
  take (&self->sent, NULL);
  take (&self->theirs, theirs);
  if (error != NULL)
    set_state (self, DOCKET_ANSWER_STATE_REFUSED, error);
  else if (outcome == DOCKET_ANSWERS_CHANGED)
    set_state (self, DOCKET_ANSWER_STATE_CHANGED, NULL);
  else
    set_state (self, DOCKET_ANSWER_STATE_ABSENT, NULL);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketAnswerDraft) self = user_data;
  g_auto (GStrv) theirs = NULL;
  g_autoptr (GError) error = NULL;
  DocketAnswersOutcome outcome;

  docket_answers_save_finish (DOCKET_WORKSPACE (source), result, &outcome, &theirs, &error);
  self->running = FALSE;
  /* The workspace was left: the journal still has it. */
  if (self->workspace == NULL)
    return;
  settle (self, outcome, g_steal_pointer (&theirs), g_steal_pointer (&error));
  docket_answer_drafts_begin_next (self->workspace, self->task_id);
}

gboolean
docket_answer_draft_take_turn (DocketAnswerDraft *self)
{
  if (self->state != DOCKET_ANSWER_STATE_SENDING || self->running)
    return FALSE;
  self->running = TRUE;
  docket_answers_save_async (self->workspace, self->task_id, self->field_id,
                             (const char *const *)self->seen, (const char *const *)self->sent,
                             ended_cb, g_object_ref (self));
  return TRUE;
}

/* The journal hears that it may be out before it is. */
static void
begin (DocketAnswerDraft *self)
{
  take (&self->sent, g_strdupv (self->wanted));
  set_state (self, DOCKET_ANSWER_STATE_SENDING, NULL);
  if (!docket_answer_drafts_is_running (self->workspace, self->task_id))
    docket_answer_draft_take_turn (self);
}

static void
look_up (DocketAnswerDraft *self)
{
  self->running = TRUE;
  set_state (self, DOCKET_ANSWER_STATE_SENDING, NULL);
  docket_answers_look_up_async (self->workspace, self->task_id, self->field_id,
                                (const char *const *)self->sent, ended_cb, g_object_ref (self));
}

static void
docket_answer_draft_finalize (GObject *object)
{
  DocketAnswerDraft *self = DOCKET_ANSWER_DRAFT (object);

  g_clear_weak_pointer (&self->workspace);
  g_free (self->task_id);
  g_free (self->field_id);
  g_strfreev (self->seen);
  g_strfreev (self->wanted);
  g_strfreev (self->sent);
  g_strfreev (self->theirs);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (docket_answer_draft_parent_class)->finalize (object);
}

static void
docket_answer_draft_class_init (DocketAnswerDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_answer_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_ANSWER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_answer_draft_init (DocketAnswerDraft *self)
{
}

DocketAnswerDraft *
docket_answer_draft_new (DocketWorkspace *workspace, const char *task_id, const char *field_id)
{
  DocketAnswerDraft *self = g_object_new (DOCKET_TYPE_ANSWER_DRAFT, NULL);

  g_set_weak_pointer (&self->workspace, workspace);
  self->task_id = g_strdup (task_id);
  self->field_id = g_strdup (field_id);
  restore (self);
  return self;
}

gboolean
docket_answer_draft_is_kept (DocketWorkspace *workspace, const char *task_id, const char *field_id)
{
  g_autofree char *place = dup_place (task_id, field_id);

  return docket_draft_exists (workspace, "", place);
}

const char *
docket_answer_draft_get_task_id (DocketAnswerDraft *self)
{
  return self->task_id;
}

gboolean
docket_answer_draft_is_running (DocketAnswerDraft *self)
{
  return self->running;
}

void
docket_answer_draft_judge (DocketAnswerDraft *self, TallyfyTask *task, gint64 mark)
{
  const char *const *awaited = (const char *const *)self->sent;

  if (self->state == DOCKET_ANSWER_STATE_NONE || self->state == DOCKET_ANSWER_STATE_SENDING
      || tallyfy_task_get_form_fields (task) == NULL)
    return;
  if (self->state != DOCKET_ANSWER_STATE_NOT_CONFIRMED)
    {
      if (docket_answer_is_stored (task, self->field_id, (const char *const *)self->wanted))
        set_state (self, DOCKET_ANSWER_STATE_NONE, NULL);
    }
  else if (mark > self->mark)
    settle (self,
            docket_answer_is_stored (task, self->field_id, awaited) ? DOCKET_ANSWERS_SAVED
                                                                    : DOCKET_ANSWERS_ABSENT,
            NULL, NULL);
}

DocketAnswerState
docket_answer_draft_get_state (DocketAnswerDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_ANSWER_DRAFT (self), DOCKET_ANSWER_STATE_NONE);

  return self->state;
}

const GError *
docket_answer_draft_get_error (DocketAnswerDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_ANSWER_DRAFT (self), NULL);

  return self->error;
}

const char *const *
docket_answer_draft_get_wanted (DocketAnswerDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_ANSWER_DRAFT (self), NULL);

  return (const char *const *)self->wanted;
}

const char *const *
docket_answer_draft_get_theirs (DocketAnswerDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_ANSWER_DRAFT (self), NULL);

  return (const char *const *)self->theirs;
}

void
docket_answer_draft_set (DocketAnswerDraft *self,
                         const char *const *seen,
                         const char *const *wanted)
{
  g_return_if_fail (DOCKET_IS_ANSWER_DRAFT (self));
  g_return_if_fail (seen != NULL && wanted != NULL);

  if (self->workspace == NULL)
    return;
  if (self->seen == NULL)
    take (&self->seen, g_strdupv ((char **)seen));
  take (&self->wanted, g_strdupv ((char **)wanted));
  if (self->sent != NULL)
    set_state (self, self->state, NULL);
  else
    set_state (self,
               is_equal (self->seen, self->wanted) ? DOCKET_ANSWER_STATE_NONE
                                                   : DOCKET_ANSWER_STATE_TYPED,
               NULL);
}

void
docket_answer_draft_send (DocketAnswerDraft *self)
{
  g_return_if_fail (DOCKET_IS_ANSWER_DRAFT (self));

  if (self->workspace == NULL || self->state == DOCKET_ANSWER_STATE_NONE)
    return;
  if (self->state == DOCKET_ANSWER_STATE_SENDING)
    self->again = TRUE;
  else if (self->state == DOCKET_ANSWER_STATE_NOT_CONFIRMED)
    look_up (self);
  else
    begin (self);
}

void
docket_answer_draft_send_over (DocketAnswerDraft *self)
{
  g_return_if_fail (DOCKET_IS_ANSWER_DRAFT (self));

  if (self->workspace != NULL && self->state == DOCKET_ANSWER_STATE_CHANGED)
    {
      take (&self->seen, g_strdupv (self->theirs));
      begin (self);
    }
}

void
docket_answer_draft_discard (DocketAnswerDraft *self)
{
  g_return_if_fail (DOCKET_IS_ANSWER_DRAFT (self));

  if (self->workspace != NULL && self->state != DOCKET_ANSWER_STATE_SENDING)
    set_state (self, DOCKET_ANSWER_STATE_NONE, NULL);
}
