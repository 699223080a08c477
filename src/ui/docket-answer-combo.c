/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-combo.h"

#include <glib/gi18n.h>
#include "ui/docket-answer-words.h"
#include "workspace/docket-text.h"

struct _DocketAnswerCombo
{
  AdwComboRow parent_instance;

  GtkSpinner *spinner;
  GStrv choices;    /* as answers name them, after the first position, which is none */
  gboolean showing; /* what changes now was not changed by the person */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerCombo,
                               docket_answer_combo,
                               ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

/* What can be chosen, and, where it is no choice any more, what was chosen. (transfer full) */
static GStrv
list_choices (TallyfyFormField *field, const char *const *answer)
{
  g_auto (GStrv) choices = docket_answer_list_choices (field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **)choices);
  if (*answer != NULL && !g_strv_contains ((const char *const *)choices, *answer))
    g_strv_builder_add (builder, *answer);
  return g_strv_builder_end (builder);
}

static void
set_choices (DocketAnswerCombo *self, GStrv choices)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  g_strfreev (self->choices);
  self->choices = g_strdupv (choices);
  gtk_string_list_append (model, _ ("Not set"));
  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_take (model, docket_answer_words_choice (choices[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
}

static void
select_answer (DocketAnswerCombo *self, const char *const *answer)
{
  guint selected = 0;

  for (guint i = 0; *answer != NULL && self->choices[i] != NULL; i++)
    if (g_str_equal (self->choices[i], *answer))
      selected = i + 1;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
  if (selected == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unset");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unset");
}

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerCombo *self = DOCKET_ANSWER_COMBO (row);
  g_autofree char *title = docket_answer_words_title (field);
  g_auto (GStrv) choices = list_choices (field, answer);

  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (self->choices == NULL
      || !g_strv_equal ((const char *const *)choices, (const char *const *)self->choices))
    set_choices (self, choices);
  select_answer (self, answer);
  self->showing = FALSE;
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerCombo *self = DOCKET_ANSWER_COMBO (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
selected_cb (DocketAnswerCombo *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *answer[] = { NULL, NULL };

  if (self->showing || self->choices == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected > 0)
    answer[0] = self->choices[selected - 1];
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), answer);
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

static void
docket_answer_combo_finalize (GObject *object)
{
  g_strfreev (DOCKET_ANSWER_COMBO (object)->choices);

  G_OBJECT_CLASS (docket_answer_combo_parent_class)->finalize (object);
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_combo_class_init (DocketAnswerComboClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_answer_combo_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-combo.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerCombo, spinner);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
docket_answer_combo_init (DocketAnswerCombo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
