/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-checks.h"

#include "ui/docket-answer-value.h"
#include "ui/docket-answer-words.h"

#define CHOICE_KEY "docket-choice"

struct _DocketAnswerChecks
{
  AdwActionRow parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkBox *checks;
  GStrv choices;
  gboolean edited;  /* since it was opened */
  gboolean showing; /* what changes now was not changed by the person */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerChecks,
                               docket_answer_checks,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

/* The choices in their order. */
static void
toggled_cb (GtkCheckButton *check, DocketAnswerChecks *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) answer = NULL;

  if (self->showing)
    return;
  builder = g_strv_builder_new ();
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (other)))
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (other), CHOICE_KEY));
  answer = g_strv_builder_end (builder);
  self->edited = TRUE;
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer);
}

static void
add_check (DocketAnswerChecks *self, const char *choice)
{
  g_autofree char *words = docket_answer_words_choice (choice);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (check, "person-check");
  g_object_set_data_full (G_OBJECT (check), CHOICE_KEY, g_strdup (choice), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->checks, check);
}

static void
set_choices (DocketAnswerChecks *self, GStrv choices)
{
  GtkWidget *check;

  g_strfreev (self->choices);
  self->choices = g_strdupv (choices);
  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->checks))) != NULL)
    gtk_box_remove (self->checks, check);
  for (guint i = 0; choices[i] != NULL; i++)
    add_check (self, choices[i]);
}

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerChecks *self = DOCKET_ANSWER_CHECKS (row);
  g_autofree char *words = docket_answer_words_value (workspace, field, answer);
  g_auto (GStrv) choices = docket_answer_list_choices (field);

  self->showing = TRUE;
  docket_answer_value_show (ADW_ACTION_ROW (self), self->button, field, words);
  if (self->choices == NULL
      || !g_strv_equal ((const char *const *)choices, (const char *const *)self->choices))
    set_choices (self, choices);
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks)); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 g_strv_contains (answer, g_object_get_data (G_OBJECT (check),
                                                                             CHOICE_KEY)));
  self->showing = FALSE;
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerChecks *self = DOCKET_ANSWER_CHECKS (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
closed_cb (DocketAnswerChecks *self)
{
  if (!self->edited)
    return;
  self->edited = FALSE;
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

static void
docket_answer_checks_finalize (GObject *object)
{
  g_strfreev (DOCKET_ANSWER_CHECKS (object)->choices);

  G_OBJECT_CLASS (docket_answer_checks_parent_class)->finalize (object);
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_checks_class_init (DocketAnswerChecksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_answer_checks_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-checks.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerChecks, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerChecks, button);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerChecks, popover);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerChecks, checks);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
docket_answer_checks_init (DocketAnswerChecks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
