/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-sheet.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-sheet.h"
#include "ui/docket-press-guard.h"
#include "workspace/docket-draft.h"

#define WIDTH 520
#define HEIGHT 640

typedef struct
{
  GtkWidget *problem; /* the box above the form */
  GtkLabel *problem_heading;
  GtkLabel *problem_words;
  GtkWidget *check_again;
  DocketTaskForm *form;
  GtkWidget *submit;
  GtkWidget *cancel;
  GtkSpinner *spinner;

  GtkWidget *sheet;
  DocketWorkspace *workspace;
  char *place;
  char *label;
  gboolean sending;
  gboolean unknown; /* nothing is sent before it is known what became of it */
} DocketTaskSheetPrivate;

enum
{
  KEPT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DocketTaskSheet, docket_task_sheet, ADW_TYPE_BIN)

static DocketTaskSheetPrivate *
get_private (DocketTaskSheet *self)
{
  return docket_task_sheet_get_instance_private (self);
}

static void
update (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);
  const gboolean can_send = docket_workspace_can_send (priv->workspace);
  const char *reason = can_send ? docket_task_form_get_reason (priv->form)
                                : _ ("Not available offline. What you type is kept.");

  gtk_widget_set_sensitive (priv->submit, reason == NULL && !priv->sending && !priv->unknown);
  gtk_widget_set_tooltip_text (priv->submit, reason);
  gtk_widget_set_sensitive (priv->cancel, !priv->sending);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->form), !priv->sending);
  gtk_widget_set_sensitive (priv->check_again, !priv->sending && can_send);
  gtk_widget_set_visible (GTK_WIDGET (priv->spinner), priv->sending);
  gtk_spinner_set_spinning (priv->spinner, priv->sending);
  docket_sheet_set_can_close (priv->sheet, !priv->sending);
}

/* No task has an empty ID: that is the place of what is no comment. */
static DocketDraft *
get_draft (DocketTaskSheetPrivate *priv)
{
  return docket_draft_get (priv->workspace, "", priv->place);
}

static void
changed_cb (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);
  g_autofree char *text = NULL;

  /* The form is being filled with what is there already. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  text = DOCKET_TASK_SHEET_GET_CLASS (self)->save (self);
  docket_draft_set_text (get_draft (priv), text);
  update (self);
}

static void
submit_cb (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);

  if (!gtk_widget_get_sensitive (priv->submit))
    return;
  docket_draft_save (get_draft (priv));
  DOCKET_TASK_SHEET_GET_CLASS (self)->submit (self);
}

static void
check_again_cb (DocketTaskSheet *self)
{
  DOCKET_TASK_SHEET_GET_CLASS (self)->check_again (self);
}

static void
cancel_cb (DocketTaskSheet *self)
{
  docket_sheet_close (get_private (self)->sheet);
}

/* The dialog was closed. */
static void
docket_task_sheet_unroot (GtkWidget *widget)
{
  DocketTaskSheetPrivate *priv = get_private (DOCKET_TASK_SHEET (widget));

  GTK_WIDGET_CLASS (docket_task_sheet_parent_class)->unroot (widget);

  docket_draft_save (get_draft (priv));
  if (*docket_draft_get_text (get_draft (priv)) != '\0')
    g_signal_emit (widget, signals[KEPT], 0);
}

static void
docket_task_sheet_dispose (GObject *object)
{
  DocketTaskSheetPrivate *priv = get_private (DOCKET_TASK_SHEET (object));

  if (priv->workspace != NULL)
    g_signal_handlers_disconnect_by_data (priv->workspace, object);
  g_clear_object (&priv->workspace);
  g_clear_pointer (&priv->place, g_free);
  g_clear_pointer (&priv->label, g_free);

  G_OBJECT_CLASS (docket_task_sheet_parent_class)->dispose (object);
}

static void
docket_task_sheet_class_init (DocketTaskSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_task_sheet_dispose;
  widget_class->unroot = docket_task_sheet_unroot;
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_TASK_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-sheet.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DocketTaskSheet, problem);
  gtk_widget_class_bind_template_child_private (widget_class, DocketTaskSheet, problem_heading);
  gtk_widget_class_bind_template_child_private (widget_class, DocketTaskSheet, problem_words);
  gtk_widget_class_bind_template_child_private (widget_class, DocketTaskSheet, check_again);
  gtk_widget_class_bind_template_child_private (widget_class, DocketTaskSheet, form);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_again_cb);
}

static void
docket_task_sheet_init (DocketTaskSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_header (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  priv->cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  priv->submit = gtk_button_new_with_label (priv->label);
  priv->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_add_css_class (priv->cancel, "raised");
  gtk_widget_add_css_class (priv->submit, "suggested-action");
  g_signal_connect_object (priv->cancel, "clicked", G_CALLBACK (cancel_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->submit, "clicked", G_CALLBACK (submit_cb), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), priv->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->submit);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (priv->spinner));
  return header;
}

void
docket_task_sheet_prepare (DocketTaskSheet *self,
                           DocketWorkspace *workspace,
                           const char *place,
                           const char *heading,
                           const char *label,
                           GtkWidget *parent)
{
  DocketTaskSheetPrivate *priv = get_private (self);
  GtkWidget *header;

  priv->workspace = g_object_ref (workspace);
  priv->place = g_strdup (place);
  priv->label = g_strdup (label);
  header = create_header (self);
  priv->sheet
      = docket_sheet_new_with_header (parent, heading, header, GTK_WIDGET (self), WIDTH, HEIGHT);
}

void
docket_task_sheet_present (DocketTaskSheet *self, GtkWidget *parent)
{
  DocketTaskSheetPrivate *priv = get_private (self);

  g_signal_connect_object (priv->workspace, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  docket_press_guard_watch (priv->sheet);
  docket_sheet_present (priv->sheet, parent);
  docket_task_form_focus (priv->form);
}

void
docket_task_sheet_close (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);

  docket_sheet_set_can_close (priv->sheet, TRUE);
  docket_sheet_close (priv->sheet);
}

DocketWorkspace *
docket_task_sheet_get_workspace (DocketTaskSheet *self)
{
  return get_private (self)->workspace;
}

DocketTaskForm *
docket_task_sheet_get_form (DocketTaskSheet *self)
{
  return get_private (self)->form;
}

const char *
docket_task_sheet_get_draft (DocketTaskSheet *self)
{
  return docket_draft_get_text (get_draft (get_private (self)));
}

void
docket_task_sheet_clear_draft (DocketTaskSheet *self)
{
  DocketDraft *draft = get_draft (get_private (self));

  docket_draft_set_text (draft, "");
  docket_draft_save (draft);
}

void
docket_task_sheet_begin (DocketTaskSheet *self)
{
  DocketTaskSheetPrivate *priv = get_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_visible (priv->problem, FALSE);
  gtk_button_set_label (GTK_BUTTON (priv->submit), priv->label);
  priv->sending = TRUE;
  /* GTK 4.8 does not tell an entry that it lost the focus by becoming insensitive, and its cursor
   * goes on blinking. */
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
  update (self);
}

void
docket_task_sheet_end (DocketTaskSheet *self, gboolean unknown)
{
  DocketTaskSheetPrivate *priv = get_private (self);

  priv->sending = FALSE;
  priv->unknown = unknown;
  update (self);
}

void
docket_task_sheet_tell (DocketTaskSheet *self,
                        const char *heading,
                        const char *words,
                        const char *label)
{
  DocketTaskSheetPrivate *priv = get_private (self);

  gtk_label_set_text (priv->problem_heading, heading);
  gtk_label_set_text (priv->problem_words, words);
  gtk_widget_set_visible (priv->check_again, priv->unknown);
  gtk_widget_set_visible (priv->problem, TRUE);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (priv->submit), label);
}
