/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-new-task-dialog.h"

#include <glib/gi18n.h>
#include "ui/docket-again-words.h"
#include "ui/docket-words.h"
#include "workspace/docket-new-task.h"

struct _DocketNewTaskDialog
{
  DocketTaskSheet parent_instance;

  TallyfyTaskDraft *sent; /* what was asked for last; nullable */
  gint64 sent_at;         /* unix seconds */
};

enum
{
  MADE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketNewTaskDialog, docket_new_task_dialog, DOCKET_TYPE_TASK_SHEET)

/* The deadline that was asked for, where the server has moved it. (transfer none) (nullable) */
static GDateTime *
find_moved (DocketNewTaskDialog *self, TallyfyTask *made)
{
  GDateTime *asked = self->sent != NULL ? tallyfy_task_draft_get_deadline (self->sent) : NULL;
  GDateTime *got = tallyfy_task_get_deadline (made);

  return asked != NULL && got != NULL && g_date_time_compare (asked, got) != 0 ? asked : NULL;
}

static void
take_made (DocketNewTaskDialog *self, TallyfyTask *made)
{
  docket_task_sheet_clear_draft (DOCKET_TASK_SHEET (self));
  g_signal_emit (self, signals[MADE], 0, made, find_moved (self, made));
  docket_task_sheet_close (DOCKET_TASK_SHEET (self));
}

static void
tell_absent (DocketTaskSheet *sheet)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = docket_words_clock (now, now);
  /* Translators: %s is a time, such as "14:03" */
  g_autofree char *words = g_strdup_printf (_ ("No answer came, and at %s there was no such task "
                                               "of yours. What you wrote is kept."),
                                            clock);

  docket_task_sheet_tell (sheet, _ ("Task Not Created"), words, _ ("Send Again"));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketNewTaskDialog) self = user_data;
  DocketTaskSheet *sheet = DOCKET_TASK_SHEET (self);
  g_autoptr (TallyfyTask) made = NULL;
  g_autoptr (GError) error = NULL;
  DocketNewTaskOutcome outcome;
  const gboolean ok
      = docket_new_task_finish (DOCKET_WORKSPACE (source), result, &outcome, &made, &error);

  docket_task_sheet_end (sheet, ok && outcome == DOCKET_NEW_TASK_NOT_CONFIRMED);
  if (!ok)
    {
      const char *heading;
      g_autofree char *words = docket_again_words_failure (error, &heading);

      docket_task_sheet_tell (sheet, heading, words, NULL);
    }
  else if (made != NULL)
    take_made (self, made);
  else if (outcome == DOCKET_NEW_TASK_ABSENT)
    tell_absent (sheet);
  else
    docket_task_sheet_tell (sheet, _ ("Creation Not Confirmed"),
                            _ ("Tallyfy did not say whether the task was created, and looking it "
                               "up failed. "
                               "Docket does not send it again by itself. What you wrote is kept."),
                            NULL);
}

static void
submit (DocketTaskSheet *sheet)
{
  DocketNewTaskDialog *self = DOCKET_NEW_TASK_DIALOG (sheet);
  DocketTaskForm *form = docket_task_sheet_get_form (sheet);

  g_clear_pointer (&self->sent, tallyfy_task_draft_unref);
  self->sent = docket_task_form_to_draft (form);
  self->sent_at = g_get_real_time () / G_USEC_PER_SEC;
  docket_task_sheet_begin (sheet);
  docket_new_task_async (docket_task_sheet_get_workspace (sheet), docket_task_form_to_draft (form),
                         ended_cb, g_object_ref (self));
}

static void
check_again (DocketTaskSheet *sheet)
{
  DocketNewTaskDialog *self = DOCKET_NEW_TASK_DIALOG (sheet);

  docket_task_sheet_begin (sheet);
  docket_new_task_look_up_async (docket_task_sheet_get_workspace (sheet), NULL,
                                 tallyfy_task_draft_get_title (self->sent), self->sent_at, ended_cb,
                                 g_object_ref (self));
}

static char *
save (DocketTaskSheet *sheet)
{
  char *text = docket_task_form_save (docket_task_sheet_get_form (sheet));

  return text != NULL ? text : g_strdup ("");
}

static void
docket_new_task_dialog_finalize (GObject *object)
{
  g_clear_pointer (&DOCKET_NEW_TASK_DIALOG (object)->sent, tallyfy_task_draft_unref);

  G_OBJECT_CLASS (docket_new_task_dialog_parent_class)->finalize (object);
}

static void
docket_new_task_dialog_class_init (DocketNewTaskDialogClass *klass)
{
  DocketTaskSheetClass *sheet_class = DOCKET_TASK_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_new_task_dialog_finalize;
  sheet_class->submit = submit;
  sheet_class->check_again = check_again;
  sheet_class->save = save;
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, TALLYFY_TYPE_TASK, G_TYPE_DATE_TIME);
}

static void
docket_new_task_dialog_init (DocketNewTaskDialog *self)
{
}

DocketNewTaskDialog *
docket_new_task_dialog_open (GtkWidget *parent, DocketWorkspace *workspace)
{
  DocketNewTaskDialog *self = g_object_new (DOCKET_TYPE_NEW_TASK_DIALOG, NULL);
  DocketTaskSheet *sheet = DOCKET_TASK_SHEET (self);

  /* Translators: a verb */
  docket_task_sheet_prepare (sheet, workspace, NULL, _ ("New Task"), _ ("Create"), parent);
  docket_task_form_start (docket_task_sheet_get_form (sheet), workspace);
  docket_task_form_restore (docket_task_sheet_get_form (sheet),
                            docket_task_sheet_get_draft (sheet));
  docket_task_sheet_present (sheet, parent);
  return self;
}
