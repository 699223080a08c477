/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-delete-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-delete-extra.h"
#include "ui/docket-delete-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120

struct _DocketDeleteDialog
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  DocketTask *task;
  char *task_id;
  GtkWidget *alert;
  DocketDeleteExtra *extra;
  GCancellable *cancellable;

  TallyfyTask *seen; /* what it shows, once that was fetched */
  DocketLoss loss;
  gboolean namesake;

  /* Of one that asks once more. */
  DocketRemoval *removal;
  TallyfyTask *seen_before;

  /* Of one that was answered. */
  DocketShown *shown;
  gboolean keeps_copy;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketDeleteDialog, docket_delete_dialog, G_TYPE_OBJECT)

/* Tells two tasks of one title apart. (transfer full) (nullable) */
static char *
describe_namesake (DocketDeleteDialog *self)
{
  DocketAccount *account = docket_workspace_get_account (self->workspace);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *deadline = docket_task_get_deadline (self->task);
  g_autofree char *when = NULL;
  g_autofree char *people = NULL;
  g_autofree char *isolated = NULL;

  if (!self->namesake)
    return NULL;
  when = docket_words_moment_inside (deadline, now);
  people = docket_words_people (docket_task_get_assignees (self->task),
                                docket_task_get_mine (self->task),
                                docket_account_get_user_name (account));
  isolated = docket_text_isolate (people, MAX_TITLE);
  /* Translators: what tells this task from another with the same title: its deadline, and whom it
   * is assigned to */
  return g_strdup_printf (_ ("Another task has the same title. This one: %1$s; assigned to %2$s."),
                          when, isolated);
}

static gboolean
ended_in (DocketDeleteDialog *self, DocketRemovalOutcome outcome)
{
  return self->removal != NULL && docket_removal_get_outcome (self->removal) == outcome;
}

/* What the answer before came to. */
static void
show_banner (DocketDeleteDialog *self)
{
  const char *author, *known;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (ended_in (self, DOCKET_OUTCOME_NO_COPY))
    words = docket_delete_words_no_copy (docket_removal_get_error (self->removal));
  else if (ended_in (self, DOCKET_OUTCOME_CHANGED))
    {
      author = self->seen != NULL ? docket_delete_words_find_author (self->seen_before, self->seen)
                                  : NULL;
      known = author != NULL ? docket_workspace_get_person_name (self->workspace, author) : NULL;
      name = known != NULL ? docket_text_isolate (known, MAX_TITLE) : NULL;
      words = docket_delete_words_changes (self->seen != NULL ? self->seen_before : NULL,
                                           self->seen, name);
    }
  docket_delete_extra_set_banner (self->extra, words, ended_in (self, DOCKET_OUTCOME_NO_COPY));
}

/* Where no copy could be made, the same is tried once more; without a copy it is the deletion that
 * it always was. */
static void
show_answers (DocketDeleteDialog *self)
{
  DocketCopyRow *copy_row = docket_delete_extra_get_copy_row (self->extra);
  gboolean again = ended_in (self, DOCKET_OUTCOME_NO_COPY) && docket_copy_row_get_active (copy_row);

  docket_alert_set_response_label (self->alert, "safe",
                                   self->loss.archived ? _ ("_Keep Archived") : _ ("_Archive"));
  docket_alert_set_response_label (self->alert, "delete",
                                   again ? _ ("_Try Again") : _ ("_Delete Permanently"));
  docket_alert_set_response_enabled (self->alert, "delete",
                                     self->loss.counts != DOCKET_COUNTS_PENDING
                                         && self->loss.one_off);
}

static const char *
get_title (DocketDeleteDialog *self)
{
  return self->seen != NULL ? tallyfy_task_get_title (self->seen)
                            : docket_task_get_title (self->task);
}

static void
show_text (DocketDeleteDialog *self)
{
  g_autofree char *title = docket_text_isolate (get_title (self), MAX_TITLE);
  g_autofree char *safe
      = self->loss.archived
            /* Translators: %s is the title of a task */
            ? g_strdup_printf (_ ("“%s” is archived and can be restored at any time."), title)
            : g_strdup (_ ("An archived task can be restored at any time."));
  g_autofree char *loss = docket_delete_words_loss (&self->loss, title);
  g_autofree char *namesake = describe_namesake (self);
  g_autofree char *body = g_strjoin ("\n\n", safe, loss, namesake, NULL);

  docket_alert_set_text (self->alert,
                         self->loss.archived ? _ ("Keep It Archived Instead?")
                                             : C_ ("one task", "Archive This Task Instead?"),
                         body);
  show_banner (self);
  show_answers (self);
}

/* What is secret to most people is not left in a file by default. */
static void
keep_secret (DocketDeleteDialog *self)
{
  DocketCopyRow *copy_row = docket_delete_extra_get_copy_row (self->extra);

  docket_copy_row_set_words (copy_row, NULL,
                             C_ ("one task",
                                 "Off since this task is top secret. No copy will exist anywhere"));
  if (self->seen_before == NULL || !tallyfy_task_is_top_secret (self->seen_before))
    docket_copy_row_set_active (copy_row, FALSE);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeleteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->loss.counts = DOCKET_COUNTS_FAILED;
  if (g_set_object (&self->seen, task))
    docket_loss_count (&self->loss, task);
  if (task != NULL && tallyfy_task_is_top_secret (task))
    keep_secret (self);
  show_text (self);
}

static void
namesake_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeleteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean namesake
      = docket_workspace_has_namesake_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->namesake = namesake;
  show_text (self);
}

static DocketDeleteChoice
to_choice (DocketDeleteDialog *self, const char *response)
{
  if (g_str_equal (response, "delete"))
    return DOCKET_DELETE_CONFIRM;
  if (g_str_equal (response, "safe"))
    return self->loss.archived ? DOCKET_DELETE_KEEP : DOCKET_DELETE_ARCHIVE;
  return DOCKET_DELETE_CANCEL;
}

static void
response_cb (GtkWidget *alert, const char *response, DocketDeleteDialog *self)
{
  DocketCopyRow *copy_row = docket_delete_extra_get_copy_row (self->extra);

  g_cancellable_cancel (self->cancellable);
  self->keeps_copy = docket_copy_row_get_active (copy_row);
  if (self->seen != NULL)
    self->shown = docket_shown_new_for_task (self->seen);
  g_signal_emit (self, signals[CHOSEN], 0, (int)to_choice (self, response));
}

static void
docket_delete_dialog_dispose (GObject *object)
{
  DocketDeleteDialog *self = DOCKET_DELETE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->task);
  g_clear_pointer (&self->task_id, g_free);
  g_clear_object (&self->seen);
  g_clear_object (&self->removal);
  g_clear_object (&self->seen_before);
  g_clear_pointer (&self->shown, docket_shown_free);

  G_OBJECT_CLASS (docket_delete_dialog_parent_class)->dispose (object);
}

static void
docket_delete_dialog_class_init (DocketDeleteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_delete_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
docket_delete_dialog_init (DocketDeleteDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
build_alert (DocketDeleteDialog *self, GtkWidget *parent)
{
  self->alert = docket_alert_new (parent, NULL, NULL);
  docket_alert_add_response (self->alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (self->alert, "delete", _ ("_Delete Permanently"),
                             DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_add_response (self->alert, "safe", _ ("_Archive"), DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (self->alert, "safe");
  self->extra = DOCKET_DELETE_EXTRA (docket_delete_extra_new ());
  docket_alert_set_extra_child (self->alert, GTK_WIDGET (self->extra));
  g_signal_connect_object (docket_delete_extra_get_copy_row (self->extra), "notify::subtitle",
                           G_CALLBACK (show_answers), self, G_CONNECT_SWAPPED);
  docket_alert_connect (self->alert, G_CALLBACK (response_cb), self);
  docket_press_guard_attach (self->alert);
  g_object_set_data_full (G_OBJECT (self->alert), "docket-delete-dialog", self, g_object_unref);
}

/* (transfer none) */
static DocketDeleteDialog *
make (GtkWidget *parent, DocketWorkspace *workspace, DocketTask *task)
{
  DocketDeleteDialog *self = g_object_new (DOCKET_TYPE_DELETE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->task = g_object_ref (task);
  self->task_id = g_strdup (docket_task_get_id (task));
  self->loss.archived = docket_task_get_archived (task);
  self->loss.one_off = docket_task_get_one_off (task);
  build_alert (self, parent);
  return self;
}

static void
present (DocketDeleteDialog *self, GtkWidget *parent)
{
  show_text (self);
  docket_workspace_fetch_task_async (self->workspace, self->task_id, self->cancellable, fetched_cb,
                                     g_object_ref (self));
  docket_workspace_has_namesake_async (self->workspace, self->task_id, self->cancellable,
                                       namesake_cb, g_object_ref (self));
  docket_alert_present (self->alert, parent);
}

DocketDeleteDialog *
docket_delete_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, DocketTask *task)
{
  DocketDeleteDialog *self = make (parent, workspace, task);

  present (self, parent);
  return self;
}

DocketDeleteDialog *
docket_delete_dialog_open_again (GtkWidget *parent,
                                 DocketDeleteDialog *before,
                                 DocketRemoval *removal)
{
  DocketDeleteDialog *self = make (parent, before->workspace, before->task);

  self->removal = g_object_ref (removal);
  g_set_object (&self->seen_before, before->seen);
  docket_copy_row_set_active (docket_delete_extra_get_copy_row (self->extra), before->keeps_copy);
  present (self, parent);
  return self;
}

void
docket_delete_dialog_close (DocketDeleteDialog *self)
{
  docket_alert_close (self->alert);
}

const char *
docket_delete_dialog_get_task_id (DocketDeleteDialog *self)
{
  return self->task_id;
}

DocketWorkspace *
docket_delete_dialog_get_workspace (DocketDeleteDialog *self)
{
  return self->workspace;
}

const DocketShown *
docket_delete_dialog_get_shown (DocketDeleteDialog *self)
{
  return self->shown;
}

gboolean
docket_delete_dialog_get_keeps_copy (DocketDeleteDialog *self)
{
  return self->keeps_copy;
}
