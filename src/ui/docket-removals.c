/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-removals-private.h"

#include <glib/gi18n.h>
#include "ui/docket-removal-alert.h"
#include "ui/docket-removal-report.h"
#include "ui/docket-toast.h"
#include "ui/docket-undo-list.h"
#include "ui/docket-words.h"

enum
{
  STARTED,
  ENDED,
  UNDONE,
  CHANGED,
  OVERTAKEN,
  SHOW_COPY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketRemovals, docket_removals, G_TYPE_OBJECT)

static void
dismiss_undo (DocketRemovals *self)
{
  if (self->undo_toast != NULL)
    docket_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
undo_clicked_cb (AdwToast *toast, DocketRemovals *self)
{
  if (toast == self->undo_toast)
    docket_removals_undo (self);
}

/* After a click too: the toast goes, what it offered stays possible with Ctrl+Z. */
static void
undo_dismissed_cb (AdwToast *toast, DocketRemovals *self)
{
  if (toast == self->undo_toast)
    g_clear_object (&self->undo_toast);
}

static void
show_toast (DocketRemovals *self, const char *words)
{
  docket_toast_show (self->toasts, words, NULL);
}

static void
show_undo_toast (DocketRemovals *self, const char *words)
{
  AdwToast *toast = docket_toast_show (self->toasts, words, _ ("Undo"));

  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_dismissed_cb), self, 0);
  g_set_object (&self->undo_toast, toast);
}

static void
open_clicked_cb (AdwToast *toast, DocketRemovals *self)
{
  g_signal_emit (self, signals[SHOW_COPY], 0, g_object_get_data (G_OBJECT (toast), "removal"));
}

static void
show_copy_toast (DocketRemovals *self, const char *words, DocketRemoval *removal)
{
  /* Where nobody opens copies none is offered. */
  gboolean can_open = g_signal_has_handler_pending (self, signals[SHOW_COPY], 0, TRUE);
  AdwToast *toast = docket_toast_show (self->toasts, words, can_open ? _ ("Open") : NULL);

  g_object_set_data_full (G_OBJECT (toast), "removal", g_object_ref (removal), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_clicked_cb), self, 0);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketRemovals) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_check_again_finish (DOCKET_WORKSPACE (source), result, &error);

  if (DOCKET_WORKSPACE (source) != self->workspace)
    return;
  if (removal != NULL)
    docket_removals_tell (self, removal, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, _ ("The look-up failed. Nothing was sent again."));
}

/* @copied: a copy of the deleted task was kept */
void
docket_removals_tell (DocketRemovals *self, DocketRemoval *removal, gboolean copied)
{
  g_auto (DocketRemovalReport) report = { 0 };
  g_autofree char *toast = NULL;

  docket_removal_report_fill (&report, removal);
  if (copied)
    docket_removal_report_add_copy (&report, removal);
  if (report.toast != NULL)
    toast = docket_words_about (report.toast, docket_removal_get_title (removal));
  if (report.next == DOCKET_NEXT_UNDO)
    {
      dismiss_undo (self);
      docket_undo_list_remember (self->archived, docket_removal_get_task_id (removal));
      show_undo_toast (self, toast);
    }
  else if (report.next == DOCKET_NEXT_OPEN_COPY)
    show_copy_toast (self, toast, removal);
  else if (toast != NULL)
    show_toast (self, toast);
  else if (report.heading != NULL)
    docket_removal_alert_open (GTK_WIDGET (self->toasts), &report, removal, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
docket_removals_is_gone (DocketRemoval *removal)
{
  DocketRemovalOutcome outcome = docket_removal_get_outcome (removal);

  return docket_removal_is_done (removal) || outcome == DOCKET_OUTCOME_GONE
         || outcome == DOCKET_OUTCOME_ARCHIVED;
}

/* One removal under way. */
typedef struct
{
  DocketRemovals *removals;
  DocketRemovalKind kind;
  char *task_id;
  DocketDeleteDialog *dialog; /* that a deletion was asked for in */
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->removals);
  g_free (running->task_id);
  g_clear_object (&running->dialog);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

/* What Ctrl+Z brings back, and what the list leaves out, follow what became of a task. */
static void
note_end (DocketRemovals *self, Running *running, gboolean done, gboolean gone)
{
  gboolean undone = g_strcmp0 (self->undoing, running->task_id) == 0;

  g_hash_table_remove (self->busy, running->task_id);
  if (undone)
    g_clear_pointer (&self->undoing, g_free);
  if (undone && !gone)
    docket_undo_list_remember (self->archived, running->task_id);
  else if (running->kind == DOCKET_REMOVAL_ARCHIVE ? !done : gone)
    docket_undo_list_forget (self->archived, running->task_id);
  if (done && g_hash_table_contains (self->recalled, running->task_id))
    return; /* it is on its way back */
  docket_task_model_show (docket_workspace_get_tasks (self->workspace), running->task_id);
}

static void
restore_archived (DocketRemovals *self, const char *task_id)
{
  g_free (self->undoing);
  self->undoing = g_strdup (task_id);
  docket_removals_start (self, DOCKET_REMOVAL_RESTORE, task_id);
}

/* Was it undone while it was on its way? Then it goes back without a word between. */
static gboolean
take_back (DocketRemovals *self, Running *running, DocketRemoval *removal)
{
  if (running->kind != DOCKET_REMOVAL_ARCHIVE
      || !g_hash_table_remove (self->recalled, running->task_id))
    return FALSE;
  if (removal == NULL || !docket_removal_is_done (removal))
    return FALSE;
  restore_archived (self, running->task_id);
  return TRUE;
}

static void chosen_cb (DocketDeleteDialog *dialog, int choice, DocketRemovals *self);

static void
watch_dialog (DocketRemovals *self, DocketDeleteDialog *dialog)
{
  g_set_object (&self->dialog, dialog);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
}

/* Nothing was sent: the question is asked again, with what is true now. Not over another one. */
static gboolean
ask_again (DocketRemovals *self, DocketDeleteDialog *before, DocketRemoval *removal)
{
  DocketRemovalOutcome outcome = docket_removal_get_outcome (removal);

  if (before == NULL || self->dialog != NULL
      || (outcome != DOCKET_OUTCOME_CHANGED && outcome != DOCKET_OUTCOME_NO_COPY))
    return FALSE;
  watch_dialog (self, docket_delete_dialog_open_again (GTK_WIDGET (self->toasts), before, removal));
  return TRUE;
}

static void
tell_end (DocketRemovals *self, Running *running, DocketRemoval *removal, const GError *error)
{
  if (removal != NULL)
    {
      if (!ask_again (self, running->dialog, removal))
        docket_removals_tell (self, removal,
                              running->dialog != NULL && docket_removal_is_done (removal)
                                  && docket_delete_dialog_get_keeps_copy (running->dialog));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    show_toast (self, _ ("Process tasks go only with their process"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, docket_removals_is_process (self, running->task_id)
                          ? _ ("This process is already being changed")
                          : _ ("This task is already being changed"));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Running) running = user_data;
  DocketRemovals *self = running->removals;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_remove_finish (DOCKET_WORKSPACE (source), result, &error);
  gboolean undo = g_strcmp0 (self->undoing, running->task_id) == 0;
  gboolean gone = removal != NULL && docket_removals_is_gone (removal);

  /* The workspace was left meanwhile: its journal knows how it ended. */
  if (DOCKET_WORKSPACE (source) != self->workspace)
    return;
  note_end (self, running, removal != NULL && docket_removal_is_done (removal), gone);
  g_signal_emit (self, signals[ENDED], 0, running->task_id, gone);
  if (undo && gone)
    g_signal_emit (self, signals[UNDONE], 0, running->task_id);
  if (!take_back (self, running, removal))
    tell_end (self, running, removal, error);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
docket_removals_forget_undo (DocketRemovals *self)
{
  dismiss_undo (self);
  g_ptr_array_set_size (self->archived, 0);
  g_signal_emit (self, signals[OVERTAKEN], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* (transfer full): for removed_cb() */
static Running *
begin (DocketRemovals *self, DocketRemovalKind kind, const char *task_id)
{
  Running *running = g_new0 (Running, 1);

  running->removals = g_object_ref (self);
  running->kind = kind;
  running->task_id = g_strdup (task_id);
  g_hash_table_add (self->busy, g_strdup (task_id));
  g_signal_emit (self, signals[STARTED], 0, task_id);
  return running;
}

void
docket_removals_start (DocketRemovals *self, DocketRemovalKind kind, const char *task_id)
{
  Running *running;

  if (self->workspace == NULL || docket_removals_is_busy (self, task_id))
    return;
  running = begin (self, kind, task_id);
  /* At once: it comes back where it is refused. */
  if (kind == DOCKET_REMOVAL_ARCHIVE)
    {
      dismiss_undo (self);
      docket_undo_list_remember (self->archived, running->task_id);
      docket_task_model_hide (docket_workspace_get_tasks (self->workspace), running->task_id);
    }
  else if (g_strcmp0 (self->undoing, task_id) != 0)
    docket_removals_forget_undo (self);
  if (docket_removals_is_process (self, task_id))
    docket_workspace_remove_process_async (self->workspace, kind, running->task_id, removed_cb,
                                           running);
  else
    docket_workspace_remove_async (self->workspace, kind, running->task_id, removed_cb, running);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start_deletion (DocketRemovals *self, DocketDeleteDialog *dialog)
{
  const char *task_id = docket_delete_dialog_get_task_id (dialog);
  Running *running;

  if (docket_removals_is_busy (self, task_id))
    return;
  running = begin (self, DOCKET_REMOVAL_DELETE, task_id);
  docket_removals_forget_undo (self);
  running->dialog = g_object_ref (dialog);
  docket_workspace_delete_async (self->workspace, task_id, docket_delete_dialog_get_shown (dialog),
                                 docket_delete_dialog_get_keeps_copy (dialog), removed_cb, running);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (DocketDeleteDialog *dialog, int choice, DocketRemovals *self)
{
  g_autoptr (DocketDeleteDialog) answered = g_steal_pointer (&self->dialog);

  /* The dialog was about another workspace's task. */
  if (docket_delete_dialog_get_workspace (dialog) != self->workspace)
    return;
  if (choice == DOCKET_DELETE_CONFIRM)
    start_deletion (self, dialog);
  else if (choice == DOCKET_DELETE_ARCHIVE)
    docket_removals_start (self, DOCKET_REMOVAL_ARCHIVE, docket_delete_dialog_get_task_id (dialog));
}

static void
docket_removals_dispose (GObject *object)
{
  DocketRemovals *self = DOCKET_REMOVALS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->dialog);
  g_clear_pointer (&self->archived, g_ptr_array_unref);
  g_clear_pointer (&self->recalled, g_hash_table_unref);
  g_clear_pointer (&self->undoing, g_free);
  g_clear_pointer (&self->busy, g_hash_table_unref);
  g_clear_pointer (&self->processes, g_hash_table_unref);

  G_OBJECT_CLASS (docket_removals_parent_class)->dispose (object);
}

static void
docket_removals_class_init (DocketRemovalsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_removals_dispose;
  signals[STARTED] = g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[UNDONE] = g_signal_new ("undone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OVERTAKEN]
      = g_signal_new ("overtaken", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_COPY] = g_signal_new ("show-copy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, DOCKET_TYPE_REMOVAL);
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_removals_init (DocketRemovals *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->archived = docket_undo_list_new ();
  self->processes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->recalled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DocketRemovals *
docket_removals_new (AdwToastOverlay *toasts)
{
  DocketRemovals *self = g_object_new (DOCKET_TYPE_REMOVALS, NULL);

  self->toasts = toasts;
  return self;
}

void
docket_removals_set_workspace (DocketRemovals *self, DocketWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;
  /* Its question, too, was about what is no longer open. */
  if (self->dialog != NULL)
    docket_delete_dialog_close (self->dialog);
  g_hash_table_remove_all (self->busy);
  g_hash_table_remove_all (self->recalled);
  g_ptr_array_set_size (self->archived, 0);
  g_clear_pointer (&self->undoing, g_free);
  dismiss_undo (self);
}

void
docket_removals_archive (DocketRemovals *self, const char *task_id)
{
  docket_removals_start (self, DOCKET_REMOVAL_ARCHIVE, task_id);
}

void
docket_removals_restore (DocketRemovals *self, const char *task_id)
{
  docket_removals_start (self, DOCKET_REMOVAL_RESTORE, task_id);
}

void
docket_removals_ask_delete (DocketRemovals *self, DocketTask *task)
{
  if (self->workspace == NULL || self->dialog != NULL
      || docket_removals_is_busy (self, docket_task_get_id (task)))
    return;
  watch_dialog (self, docket_delete_dialog_open (GTK_WIDGET (self->toasts), self->workspace, task));
}

void
docket_removals_check_again (DocketRemovals *self, DocketRemoval *removal)
{
  if (self->workspace != NULL)
    docket_workspace_check_again_async (self->workspace, removal, NULL, checked_cb,
                                        g_object_ref (self));
}

void
docket_removals_undo (DocketRemovals *self)
{
  g_autofree char *task_id = NULL;
  gboolean process;
  gboolean shown;

  if (self->archived->len == 0)
    return;
  task_id = g_ptr_array_steal_index (self->archived, self->archived->len - 1);
  process = docket_removals_is_process (self, task_id);
  dismiss_undo (self);
  shown = !process
          && docket_task_model_bring_back (docket_workspace_get_tasks (self->workspace), task_id);
  if (!docket_removals_is_busy (self, task_id))
    restore_archived (self, task_id);
  else
    {
      g_hash_table_add (self->recalled, g_steal_pointer (&task_id));
      if (!shown)
        show_toast (self, process ? _ ("The process comes back as soon as Tallyfy has answered")
                                  : _ ("The task comes back as soon as Tallyfy has answered"));
    }
}

gboolean
docket_removals_can_undo (DocketRemovals *self)
{
  return self->archived->len > 0;
}

guint
docket_removals_count_undoable (DocketRemovals *self)
{
  return self->archived->len;
}

gboolean
docket_removals_is_busy (DocketRemovals *self, const char *task_id)
{
  return task_id != NULL && g_hash_table_contains (self->busy, task_id);
}

DocketWorkspace *
docket_removals_get_workspace (DocketRemovals *self)
{
  return self->workspace;
}
