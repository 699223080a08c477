/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-new-task-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-sheet.h"
#include "ui/docket-again-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-task-form.h"
#include "ui/docket-words.h"
#include "workspace/docket-draft.h"

#define WIDTH 520
#define HEIGHT 540

struct _DocketNewTaskDialog
{
  AdwBin parent_instance;

  GtkWidget *problem; /* the box above the form */
  GtkLabel *problem_heading;
  GtkLabel *problem_words;
  GtkWidget *check_again;
  DocketTaskForm *form;
  GtkWidget *create;
  GtkWidget *cancel;
  GtkSpinner *spinner;

  GtkWidget *sheet;
  DocketWorkspace *workspace;
  TallyfyTaskDraft *sent; /* what was asked for last; nullable */
  gint64 sent_at;         /* unix seconds */
  gboolean sending;
  gboolean unknown; /* nothing is sent before it is known what became of it */
};

enum
{
  MADE,
  KEPT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketNewTaskDialog, docket_new_task_dialog, ADW_TYPE_BIN)

static void
update (DocketNewTaskDialog *self)
{
  const gboolean can_send = docket_workspace_can_send (self->workspace);
  const char *reason = NULL;

  if (!can_send)
    reason = _ ("Not available offline. What you type is kept.");
  else if (!docket_task_form_has_title (self->form))
    reason = _ ("A task needs a title");
  gtk_widget_set_sensitive (self->create, reason == NULL && !self->sending && !self->unknown);
  gtk_widget_set_tooltip_text (self->create, reason);
  gtk_widget_set_sensitive (self->cancel, !self->sending);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !self->sending);
  gtk_widget_set_sensitive (self->check_again, !self->sending && can_send);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->sending);
  gtk_spinner_set_spinning (self->spinner, self->sending);
  docket_sheet_set_can_close (self->sheet, !self->sending);
}

static void
hide_problem (DocketNewTaskDialog *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->create), _ ("Create"));
}

static void
tell_problem (DocketNewTaskDialog *self, const char *heading, const char *words)
{
  gtk_label_set_text (self->problem_heading, heading);
  gtk_label_set_text (self->problem_words, words);
  gtk_widget_set_visible (self->check_again, self->unknown);
  gtk_widget_set_visible (self->problem, TRUE);
}

/* No task has an empty ID: that is the place of what is no task yet. */
static DocketDraft *
get_draft (DocketNewTaskDialog *self)
{
  return docket_draft_get (self->workspace, "", NULL);
}

static void
changed_cb (DocketNewTaskDialog *self)
{
  g_autofree char *text = docket_task_form_save (self->form);

  docket_draft_set_text (get_draft (self), text != NULL ? text : "");
  update (self);
}

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
  docket_draft_set_text (get_draft (self), "");
  docket_draft_save (get_draft (self));
  g_signal_emit (self, signals[MADE], 0, made, find_moved (self, made));
  docket_sheet_close (self->sheet);
}

static void
tell_absent (DocketNewTaskDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = docket_words_clock (now, now);
  /* Translators: %s is a time, such as "14:03" */
  g_autofree char *words = g_strdup_printf (_ ("No answer came, and at %s there was no such task "
                                               "of yours. What you wrote is kept."),
                                            clock);

  gtk_button_set_label (GTK_BUTTON (self->create), _ ("Send Again"));
  tell_problem (self, _ ("Task Not Created"), words);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketNewTaskDialog) self = user_data;
  g_autoptr (TallyfyTask) made = NULL;
  g_autoptr (GError) error = NULL;
  DocketNewTaskOutcome outcome;
  const gboolean ok
      = docket_new_task_finish (DOCKET_WORKSPACE (source), result, &outcome, &made, &error);

  self->sending = FALSE;
  self->unknown = ok && outcome == DOCKET_NEW_TASK_NOT_CONFIRMED;
  update (self);
  if (!ok)
    {
      const char *heading;
      g_autofree char *words = docket_again_words_failure (error, &heading);

      tell_problem (self, heading, words);
    }
  else if (made != NULL)
    take_made (self, made);
  else if (outcome == DOCKET_NEW_TASK_ABSENT)
    tell_absent (self);
  else
    tell_problem (self, _ ("Creation Not Confirmed"),
                  _ ("Tallyfy did not say whether the task was created, and looking it up failed. "
                     "Docket does not send it again by itself. What you wrote is kept."));
}

static void
begin (DocketNewTaskDialog *self)
{
  hide_problem (self);
  self->sending = TRUE;
  /* GTK 4.8 does not tell an entry that it lost the focus by becoming insensitive, and its cursor
   * goes on blinking. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  update (self);
}

static void
create_cb (DocketNewTaskDialog *self)
{
  if (!gtk_widget_get_sensitive (self->create))
    return;
  docket_draft_save (get_draft (self));
  g_clear_pointer (&self->sent, tallyfy_task_draft_free);
  self->sent = docket_task_form_to_draft (self->form);
  self->sent_at = g_get_real_time () / G_USEC_PER_SEC;
  begin (self);
  docket_new_task_async (self->workspace, docket_task_form_to_draft (self->form), ended_cb,
                         g_object_ref (self));
}

static void
check_again_cb (DocketNewTaskDialog *self)
{
  begin (self);
  docket_new_task_look_up_async (self->workspace, tallyfy_task_draft_get_title (self->sent),
                                 self->sent_at, ended_cb, g_object_ref (self));
}

static void
cancel_cb (DocketNewTaskDialog *self)
{
  docket_sheet_close (self->sheet);
}

/* The dialog was closed. */
static void
docket_new_task_dialog_unroot (GtkWidget *widget)
{
  DocketNewTaskDialog *self = DOCKET_NEW_TASK_DIALOG (widget);

  GTK_WIDGET_CLASS (docket_new_task_dialog_parent_class)->unroot (widget);

  docket_draft_save (get_draft (self));
  if (*docket_draft_get_text (get_draft (self)) != '\0')
    g_signal_emit (self, signals[KEPT], 0);
}

static void
docket_new_task_dialog_dispose (GObject *object)
{
  DocketNewTaskDialog *self = DOCKET_NEW_TASK_DIALOG (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->sent, tallyfy_task_draft_free);

  G_OBJECT_CLASS (docket_new_task_dialog_parent_class)->dispose (object);
}

static void
docket_new_task_dialog_class_init (DocketNewTaskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_new_task_dialog_dispose;
  widget_class->unroot = docket_new_task_dialog_unroot;
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, TALLYFY_TYPE_TASK, G_TYPE_DATE_TIME);
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_TASK_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-new-task-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketNewTaskDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketNewTaskDialog, problem_heading);
  gtk_widget_class_bind_template_child (widget_class, DocketNewTaskDialog, problem_words);
  gtk_widget_class_bind_template_child (widget_class, DocketNewTaskDialog, check_again);
  gtk_widget_class_bind_template_child (widget_class, DocketNewTaskDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_again_cb);
}

static void
docket_new_task_dialog_init (DocketNewTaskDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_header (DocketNewTaskDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  self->create = gtk_button_new_with_label (_ ("Create"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_add_css_class (self->cancel, "raised");
  gtk_widget_add_css_class (self->create, "suggested-action");
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (cancel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->create, "clicked", G_CALLBACK (create_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->create);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->spinner));
  return header;
}

DocketNewTaskDialog *
docket_new_task_dialog_open (GtkWidget *parent, DocketWorkspace *workspace)
{
  DocketNewTaskDialog *self = g_object_new (DOCKET_TYPE_NEW_TASK_DIALOG, NULL);
  GtkWidget *header = create_header (self);

  self->workspace = g_object_ref (workspace);
  self->sheet = docket_sheet_new_with_header (parent, _ ("New Task"), header, GTK_WIDGET (self),
                                              WIDTH, HEIGHT);
  docket_task_form_start (self->form, workspace);
  docket_task_form_restore (self->form, docket_draft_get_text (get_draft (self)));
  g_signal_connect_object (workspace, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  docket_press_guard_watch (self->sheet);
  docket_sheet_present (self->sheet, parent);
  docket_task_form_focus (self->form);
  return self;
}

void
docket_new_task_dialog_close (DocketNewTaskDialog *self)
{
  docket_sheet_set_can_close (self->sheet, TRUE);
  docket_sheet_close (self->sheet);
}
