/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-draft.h"

#include "workspace/docket-comment-text.h"
#include "workspace/docket-draft-private.h"
#include "workspace/docket-workspace-private.h"

/* While somebody types: often enough to lose no more than a word, and seldom enough for a disk. */
#define SAVE_AFTER_MS 300

struct _DocketDraft
{
  GObject parent_instance;

  DocketWorkspace *workspace; /* weak: it owns this one */
  char *task_id;
  char *place; /* the ID of a comment, or as in docket-draft-private.h; "" = a new comment */
  char *text;
  DocketDraftState state;
  GError *error;
  GStrv known; /* as in the journal */
  gint64 mark; /* NOT_CONFIRMED: questions before this one do not tell */
  guint save_source;
};

enum
{
  CHANGED,
  SENT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* How many are on their way to a journal. */
static guint n_saving;

G_DEFINE_FINAL_TYPE (DocketDraft, docket_draft, G_TYPE_OBJECT)

static void
set_state (DocketDraft *self, DocketDraftState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_known (DocketDraft *self, GStrv known)
{
  g_strfreev (self->known);
  self->known = known;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static DocketJournalDraft *
to_journal (DocketDraft *self)
{
  DocketJournalDraft *stored = g_new0 (DocketJournalDraft, 1);

  stored->account = docket_account_dup_file_name (self->workspace->account);
  stored->task_id = g_strdup (self->task_id);
  stored->comment_id = g_strdup (self->place);
  stored->text = g_strdup (is_blank (self->text) ? "" : self->text);
  stored->known = g_strdupv (self->known);
  return stored;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  n_saving--;
  /* The text is still where it is typed. */
  if (!docket_journal_save_draft_finish (DOCKET_JOURNAL (source), result, &error))
    g_debug ("What is being written could not be kept: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
journal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  g_autoptr (GError) error = NULL;

  if (docket_workspace_ensure_journal_finish (workspace, result, &error))
    {
      docket_journal_save_draft_async (workspace->journal,
                                       to_journal (g_task_get_source_object (task)), saved_cb,
                                       g_object_ref (task));
      return;
    }
  n_saving--;
  g_debug ("There is no journal for what is being written: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* @callback: (nullable): called when it is there, or cannot be */
static void
save (DocketDraft *self, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (self, NULL, callback, NULL);

  g_clear_handle_id (&self->save_source, g_source_remove);
  n_saving++;
  docket_workspace_ensure_journal_async (self->workspace, journal_cb, task);
}

static gboolean
save_cb (gpointer user_data)
{
  DocketDraft *self = DOCKET_DRAFT (user_data);

  self->save_source = 0;
  if (self->workspace != NULL)
    save (self, NULL);
  return G_SOURCE_REMOVE;
}

/* @error: (transfer full) (nullable). @comment: (nullable) */
static void
settle (DocketDraft *self, DocketCommentOutcome outcome, TallyfyComment *comment, GError *error)
{
  g_autoptr (DocketDraft) owned = g_object_ref (self);

  if (error == NULL && outcome == DOCKET_COMMENT_NOT_CONFIRMED)
    {
      self->mark = docket_cache_begin (self->workspace->cache);
      set_state (self, DOCKET_DRAFT_NOT_CONFIRMED, NULL);
      return;
    }
  set_known (self, NULL);
  if (error == NULL && outcome == DOCKET_COMMENT_DONE)
    {
      g_free (self->text);
      self->text = g_strdup ("");
    }
  save (self, NULL);
  if (error != NULL)
    set_state (self, DOCKET_DRAFT_REFUSED, error);
  else if (outcome == DOCKET_COMMENT_NOT_DONE)
    set_state (self, DOCKET_DRAFT_ABSENT, NULL);
  else
    {
      set_state (self, DOCKET_DRAFT_WRITING, NULL);
      g_signal_emit (self, signals[SENT], 0, comment);
    }
}

static DocketCommentChange *
to_change (DocketDraft *self)
{
  const char *comment_id = docket_draft_get_comment_id (self);
  DocketCommentChange *change = g_new0 (DocketCommentChange, 1);

  change->kind = docket_draft_get_kind (self);
  change->task_id = g_strdup (self->task_id);
  change->comment_id = *comment_id != '\0' ? g_strdup (comment_id) : NULL;
  change->html = docket_comment_text_to_html (self->text);
  change->known = g_strdupv (self->known);
  return change;
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDraft) self = user_data;
  DocketCommentOutcome outcome;
  g_autoptr (TallyfyComment) comment = NULL;
  GError *error = NULL;

  docket_comments_change_finish (DOCKET_WORKSPACE (source), result, &outcome, &comment, &error);
  if (self->workspace != NULL)
    settle (self, outcome, comment, error);
  else
    g_clear_error (&error);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DocketDraft *self = DOCKET_DRAFT (source);

  if (self->workspace != NULL)
    docket_comments_change_async (self->workspace, to_change (self), changed_cb,
                                  g_object_ref (self));
}

/* The journal knows that it may be out before it is. */
static void
mark_and_send (DocketDraft *self, GStrv known)
{
  set_known (self, known);
  save (self, marked_cb);
}

static void
know_and_send (DocketDraft *self, TallyfyTask *task)
{
  g_autofree char *html = docket_comment_text_to_html (self->text);

  mark_and_send (self, docket_comments_list_same (self->workspace, task, html));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDraft) self = user_data;
  GError *error = NULL;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    g_clear_error (&error);
  else if (task != NULL)
    know_and_send (self, task);
  else
    settle (self, DOCKET_COMMENT_NOT_DONE, NULL, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDraft) self = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  g_autoptr (TallyfyTask) task = docket_workspace_load_task_finish (workspace, result, NULL);

  if (self->workspace == NULL)
    return;
  if (task != NULL && tallyfy_task_get_comments (task) != NULL)
    know_and_send (self, task);
  else
    docket_workspace_fetch_task_async (workspace, self->task_id, NULL, fetched_cb,
                                       g_object_ref (self));
}

static void
docket_draft_finalize (GObject *object)
{
  DocketDraft *self = DOCKET_DRAFT (object);

  g_clear_weak_pointer (&self->workspace);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_free (self->task_id);
  g_free (self->place);
  g_free (self->text);
  g_clear_error (&self->error);
  g_strfreev (self->known);
  G_OBJECT_CLASS (docket_draft_parent_class)->finalize (object);
}

static void
docket_draft_class_init (DocketDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_draft_finalize;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SENT] = g_signal_new ("sent", DOCKET_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, TALLYFY_TYPE_COMMENT);
}

static void
docket_draft_init (DocketDraft *self)
{
  self->text = g_strdup ("");
}

DocketDraft *
docket_draft_new (DocketWorkspace *workspace, const char *task_id, const char *place)
{
  DocketDraft *self = g_object_new (DOCKET_TYPE_DRAFT, NULL);

  g_set_weak_pointer (&self->workspace, workspace);
  self->task_id = g_strdup (task_id);
  self->place = g_strdup (place);
  return self;
}

void
docket_draft_take_stored (DocketDraft *self, const DocketJournalDraft *stored)
{
  g_free (self->text);
  self->text = g_strdup (stored->text);
  set_known (self, g_strdupv (stored->known));
  if (self->known != NULL)
    self->state = DOCKET_DRAFT_NOT_CONFIRMED;
}

const char *
docket_draft_get_task_id (DocketDraft *self)
{
  return self->task_id;
}

const char *
docket_draft_get_comment_id (DocketDraft *self)
{
  return self->place + g_str_has_prefix (self->place, DOCKET_DRAFT_PROBLEM);
}

DocketCommentKind
docket_draft_get_kind (DocketDraft *self)
{
  const gboolean about_new = *docket_draft_get_comment_id (self) == '\0';

  if (g_str_has_prefix (self->place, DOCKET_DRAFT_PROBLEM))
    return about_new ? DOCKET_COMMENT_REPORT : DOCKET_COMMENT_RESOLVE;
  return about_new ? DOCKET_COMMENT_ADD : DOCKET_COMMENT_EDIT;
}

void
docket_draft_judge (DocketDraft *self, TallyfyTask *task, gint64 mark)
{
  g_autoptr (DocketCommentChange) change = NULL;
  g_autoptr (TallyfyComment) comment = NULL;
  DocketCommentOutcome outcome;

  if (self->state != DOCKET_DRAFT_NOT_CONFIRMED || mark <= self->mark)
    return;
  change = to_change (self);
  outcome = docket_comments_judge (self->workspace, change, task, &comment);
  if (outcome != DOCKET_COMMENT_NOT_CONFIRMED)
    settle (self, outcome, comment, NULL);
}

const char *
docket_draft_get_text (DocketDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_DRAFT (self), NULL);

  return self->text;
}

DocketDraftState
docket_draft_get_state (DocketDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_DRAFT (self), DOCKET_DRAFT_WRITING);

  return self->state;
}

const GError *
docket_draft_get_error (DocketDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_DRAFT (self), NULL);

  return self->error;
}

gboolean
docket_draft_is_open (DocketDraft *self)
{
  g_return_val_if_fail (DOCKET_IS_DRAFT (self), FALSE);

  return self->workspace != NULL && self->state != DOCKET_DRAFT_SENDING
         && self->state != DOCKET_DRAFT_NOT_CONFIRMED;
}

void
docket_draft_set_text (DocketDraft *self, const char *text)
{
  g_return_if_fail (DOCKET_IS_DRAFT (self));
  g_return_if_fail (text != NULL);

  if (!docket_draft_is_open (self) || g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->save_source == 0)
    self->save_source = g_timeout_add (SAVE_AFTER_MS, save_cb, self);
  set_state (self, DOCKET_DRAFT_WRITING, NULL);
}

void
docket_draft_save (DocketDraft *self)
{
  g_return_if_fail (DOCKET_IS_DRAFT (self));

  if (self->save_source != 0 && self->workspace != NULL)
    save (self, NULL);
}

void
docket_draft_send (DocketDraft *self)
{
  g_return_if_fail (DOCKET_IS_DRAFT (self));

  if (!docket_draft_is_open (self) || is_blank (self->text))
    return;
  set_state (self, DOCKET_DRAFT_SENDING, NULL);
  if (*docket_draft_get_comment_id (self) == '\0')
    docket_workspace_load_task_async (self->workspace, self->task_id, NULL, loaded_cb,
                                      g_object_ref (self));
  else
    mark_and_send (self, g_new0 (char *, 1));
}

/* What comes tells docket_draft_judge() of it. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDraft) self = user_data;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);

  if (task == NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
docket_draft_check_again (DocketDraft *self)
{
  g_return_if_fail (DOCKET_IS_DRAFT (self));

  if (self->workspace != NULL && self->state == DOCKET_DRAFT_NOT_CONFIRMED)
    docket_workspace_fetch_task_async (self->workspace, self->task_id, NULL, checked_cb,
                                       g_object_ref (self));
}

gboolean
docket_draft_is_saving (void)
{
  return n_saving > 0;
}
