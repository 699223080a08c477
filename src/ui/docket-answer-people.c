/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-people.h"

#include "ui/docket-answer-value.h"
#include "ui/docket-answer-words.h"
#include "ui/docket-people-picker.h"

#define USER "user:"

struct _DocketAnswerPeople
{
  AdwActionRow parent_instance;

  GtkSpinner *spinner;
  GtkMenuButton *button;
  DocketPeoplePicker *picker;
  GPtrArray *others; /* of char *: guests and groups that were named, as answers name them */
  gboolean edited;   /* since it was opened */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerPeople,
                               docket_answer_people,
                               ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

static const char *
get_id (const char *person)
{
  return strchr (person, ':') + 1;
}

/* Whom the picker would not know, once they were ticked off. */
static void
learn_others (DocketAnswerPeople *self, const char *const *answer)
{
  for (guint i = 0; answer[i] != NULL; i++)
    if (strchr (answer[i], ':') != NULL && !g_str_has_prefix (answer[i], USER)
        && !g_ptr_array_find_with_equal_func (self->others, answer[i], g_str_equal, NULL))
      g_ptr_array_add (self->others, g_strdup (answer[i]));
}

static void
fill_picker (DocketAnswerPeople *self, DocketWorkspace *workspace, const char *const *answer)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->others->len; i++)
    g_ptr_array_add (others, (gpointer)get_id (self->others->pdata[i]));
  for (guint i = 0; answer[i] != NULL; i++)
    if (strchr (answer[i], ':') != NULL)
      g_ptr_array_add (chosen, (gpointer)get_id (answer[i]));
  g_ptr_array_add (others, NULL);
  g_ptr_array_add (chosen, NULL);
  docket_people_picker_set_workspace (self->picker, workspace);
  docket_people_picker_set_others (self->picker, (const char *const *)others->pdata);
  docket_people_picker_set_chosen (self->picker, (const char *const *)chosen->pdata);
}

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
  learn_others (self, (const char *const *)stored);
  learn_others (self, answer);
  /* Its checks are those of the answer already. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->picker)))
    fill_picker (self, workspace, answer);
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerPeople *self = DOCKET_ANSWER_PEOPLE (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

/* (transfer full) */
static char *
to_person (DocketAnswerPeople *self, const char *id)
{
  for (guint i = 0; i < self->others->len; i++)
    if (g_str_equal (get_id (self->others->pdata[i]), id))
      return g_strdup (self->others->pdata[i]);
  return g_strconcat (USER, id, NULL);
}

static void
changed_cb (DocketAnswerPeople *self)
{
  g_auto (GStrv) ids = docket_people_picker_get_chosen (self->picker);
  g_autoptr (GPtrArray) answer = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (answer, to_person (self, ids[i]));
  g_ptr_array_add (answer, NULL);
  self->edited = TRUE;
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer->pdata);
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
docket_answer_people_finalize (GObject *object)
{
  g_ptr_array_unref (DOCKET_ANSWER_PEOPLE (object)->others);

  G_OBJECT_CLASS (docket_answer_people_parent_class)->finalize (object);
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

  G_OBJECT_CLASS (klass)->finalize = docket_answer_people_finalize;
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
  self->others = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
