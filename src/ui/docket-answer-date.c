/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-date.h"

#include "ui/docket-answer-value.h"
#include "ui/docket-answer-words.h"
#include "ui/docket-day-picker.h"

struct _DocketAnswerDate
{
  AdwActionRow parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *button;
  DocketDayPicker *picker;
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerDate,
                               docket_answer_date,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerDate *self = DOCKET_ANSWER_DATE (row);
  g_autofree char *words = docket_answer_words_value (workspace, field, answer);
  g_autoptr (GDateTime) date = docket_answer_get_date (answer);

  docket_answer_value_show (ADW_ACTION_ROW (self), self->button, field, words);
  docket_day_picker_set_date (self->picker, date, *answer != NULL);
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerDate *self = DOCKET_ANSWER_DATE (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* @date: (nullable) */
static void
chosen_cb (DocketAnswerDate *self, GDateTime *date)
{
  g_auto (GStrv) answer = docket_answer_from_date (date);

  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer);
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_date_class_init (DocketAnswerDateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOCKET_TYPE_DAY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-date.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerDate, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerDate, button);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerDate, picker);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
docket_answer_date_init (DocketAnswerDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
