/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-entry.h"

#include "ui/docket-answer-words.h"

struct _DocketAnswerEntry
{
  AdwEntryRow parent_instance;

  GtkSpinner *spinner;
  gboolean showing; /* what changes now was not changed by the person */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerEntry,
                               docket_answer_entry,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

static GStrv
get_answer (DocketAnswerEntry *self)
{
  return docket_answer_from_text (gtk_editable_get_text (GTK_EDITABLE (self)));
}

/* The row takes what changes in it while it has the focus for typed, and offers to apply it. */
static void
forget_typed (DocketAnswerEntry *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), FALSE);
}

static void
watch_typing (DocketAnswerEntry *self)
{
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
}

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerEntry *self = DOCKET_ANSWER_ENTRY (row);
  g_autofree char *title = docket_answer_words_title (field);
  g_auto (GStrv) shown = get_answer (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self),
                                   docket_answer_get_kind (field) == DOCKET_ANSWER_KIND_EMAIL
                                       ? GTK_INPUT_PURPOSE_EMAIL
                                       : GTK_INPUT_PURPOSE_FREE_FORM);
  if (docket_answer_equal ((const char *const *)shown, answer))
    return;
  self->showing = TRUE;
  forget_typed (self);
  gtk_editable_set_text (GTK_EDITABLE (self), *answer != NULL ? *answer : "");
  watch_typing (self);
  self->showing = FALSE;
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerEntry *self = DOCKET_ANSWER_ENTRY (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  if (busy)
    {
      forget_typed (self);
      watch_typing (self);
    }
}

static void
changed_cb (DocketAnswerEntry *self)
{
  g_auto (GStrv) answer = NULL;

  if (self->showing)
    return;
  answer = get_answer (self);
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer);
}

static void
submit_cb (DocketAnswerEntry *self)
{
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_entry_class_init (DocketAnswerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerEntry, spinner);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
}

static void
docket_answer_entry_init (DocketAnswerEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
