/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-people.h"

#include "ui/docket-answer-value.h"
#include "ui/docket-answer-words.h"
#include "ui/docket-people-picker.h"

struct _DocketAnswerPeople
{
  AdwActionRow parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *button;
  DocketPicker *picker;
  gboolean edited; /* since it was opened */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerPeople,
                               docket_answer_people,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerPeople *self = DOCKET_ANSWER_PEOPLE (row);
  g_autofree char *words = docket_answer_words_value (workspace, field, answer);
  g_auto (GStrv) stored = docket_answer_read (field);

  docket_answer_value_show (ADW_ACTION_ROW (self), self->button, field, words);
  /* Its checks are those of the answer already. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->picker)))
    return;
  docket_picker_set_workspace (self->picker, workspace);
  /* Who was ticked off can be ticked again, known or not. */
  docket_picker_set_chosen (self->picker, (const char *const *)stored);
  docket_picker_set_chosen (self->picker, answer);
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerPeople *self = DOCKET_ANSWER_PEOPLE (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
changed_cb (DocketAnswerPeople *self)
{
  g_auto (GStrv) answer = docket_picker_get_chosen (self->picker);

  self->edited = TRUE;
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer);
}

static void
closed_cb (DocketAnswerPeople *self)
{
  if (!self->edited)
    return;
  self->edited = FALSE;
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_people_class_init (DocketAnswerPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOCKET_TYPE_PEOPLE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-people.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerPeople, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerPeople, button);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerPeople, picker);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
docket_answer_people_init (DocketAnswerPeople *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
