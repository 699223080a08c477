/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-form-field.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-answer-checks.h"
#include "ui/docket-answer-combo.h"
#include "ui/docket-answer-date.h"
#include "ui/docket-answer-entry.h"
#include "ui/docket-answer-people.h"
#include "ui/docket-answer-status.h"
#include "ui/docket-answer-text.h"
#include "ui/docket-answer-words.h"
#include "ui/docket-press-guard.h"

struct _DocketFormField
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  TallyfyFormField *field;
  DocketAnswerDraft *draft;
  DocketAnswerRow *row;       /* not owned: the list's */
  DocketAnswerStatus *status; /* not owned: the list's */
  GtkEventController *focus;  /* the row's */
  DocketAnswerState state;    /* as it was shown last */
  gboolean able;
  gboolean missing;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketFormField, docket_form_field, G_TYPE_OBJECT)

static GType
get_row_type (TallyfyFormField *field)
{
  switch (docket_answer_get_kind (field))
    {
    case DOCKET_ANSWER_KIND_TEXT:
    case DOCKET_ANSWER_KIND_EMAIL:
      return DOCKET_TYPE_ANSWER_ENTRY;
    case DOCKET_ANSWER_KIND_LONG_TEXT:
      return DOCKET_TYPE_ANSWER_TEXT;
    case DOCKET_ANSWER_KIND_DATE:
      return DOCKET_TYPE_ANSWER_DATE;
    case DOCKET_ANSWER_KIND_CHOICE:
      return DOCKET_TYPE_ANSWER_COMBO;
    case DOCKET_ANSWER_KIND_CHOICES:
      return DOCKET_TYPE_ANSWER_CHECKS;
    case DOCKET_ANSWER_KIND_PEOPLE:
      return DOCKET_TYPE_ANSWER_PEOPLE;
    case DOCKET_ANSWER_KIND_NONE:
    case DOCKET_ANSWER_KIND_FILE:
    default:
      return G_TYPE_INVALID;
    }
}

/* Somebody types, or has the row's popover open: that it is not saved yet needs no words. */
static gboolean
is_being_edited (DocketFormField *self)
{
  return gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));
}

static char *
describe_theirs (DocketFormField *self)
{
  const char *const *theirs = docket_answer_draft_get_theirs (self->draft);

  return theirs != NULL ? docket_answer_words_value (self->workspace, self->field, theirs) : NULL;
}

static void
show_status (DocketFormField *self)
{
  g_autofree char *theirs = describe_theirs (self);
  const char *heading;
  g_autofree char *more = docket_answer_words_problem (self->draft, theirs, &heading);

  switch (docket_answer_draft_get_state (self->draft))
    {
    case DOCKET_ANSWER_STATE_TYPED:
    case DOCKET_ANSWER_STATE_REFUSED:
      /* Translators: a verb: gives up what was typed */
      docket_answer_status_offer (self->status, _ ("Save"), _ ("Discard"), self->able);
      break;
    case DOCKET_ANSWER_STATE_ABSENT:
      /* Translators: a verb: gives up what was typed */
      docket_answer_status_offer (self->status, _ ("Save Again"), _ ("Discard"), self->able);
      break;
    case DOCKET_ANSWER_STATE_CHANGED:
      docket_answer_status_offer (self->status, _ ("Keep Mine"), _ ("Use Theirs"), self->able);
      break;
    case DOCKET_ANSWER_STATE_NOT_CONFIRMED:
      docket_answer_status_offer (self->status, _ ("Check Again"), NULL, self->able);
      break;
    case DOCKET_ANSWER_STATE_NONE:
    case DOCKET_ANSWER_STATE_SENDING:
    default:
      docket_answer_status_tell (self->status, NULL, NULL, FALSE);
      return;
    }
  docket_answer_status_tell (self->status, heading, more, FALSE);
}

static void
update_status (DocketFormField *self)
{
  const DocketAnswerState state = docket_answer_draft_get_state (self->draft);

  if (state == DOCKET_ANSWER_STATE_NONE && self->missing)
    {
      docket_answer_status_offer (self->status, NULL, NULL, FALSE);
      docket_answer_status_tell (self->status, _ ("Answer missing"), NULL, TRUE);
    }
  else if (state == DOCKET_ANSWER_STATE_TYPED && is_being_edited (self))
    docket_answer_status_tell (self->status, NULL, NULL, FALSE);
  else
    show_status (self);
}

static void
show_answer (DocketFormField *self)
{
  const char *const *wanted = docket_answer_draft_get_wanted (self->draft);
  g_auto (GStrv) stored = docket_answer_read (self->field);

  docket_answer_row_show (self->row, self->workspace, self->field,
                          wanted != NULL ? wanted : (const char *const *)stored);
  docket_answer_row_set_busy (self->row, docket_answer_draft_get_state (self->draft)
                                             == DOCKET_ANSWER_STATE_SENDING);
  update_status (self);
}

static void
use_theirs (DocketFormField *self)
{
  docket_answer_draft_discard (self->draft);
}

static void
answered_cb (GtkWidget *alert, const char *response, gpointer user_data)
{
  DocketFormField *self = user_data;

  if (g_str_equal (response, "mine"))
    docket_answer_draft_send_over (self->draft);
  else if (g_str_equal (response, "theirs"))
    use_theirs (self);
}

static void
ask (DocketFormField *self)
{
  GtkWidget *parent = GTK_WIDGET (self->row);
  g_autofree char *theirs = describe_theirs (self);
  g_autofree char *words = docket_answer_words_changed (self->field, theirs);
  GtkWidget *alert = docket_alert_new (parent, _ ("Keep Your Answer?"), words);

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "theirs", C_ ("answer", "Use _Theirs"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "mine", C_ ("answer", "Keep _Mine"), DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, "mine");
  docket_alert_connect (alert, G_CALLBACK (answered_cb), self);
  /* It comes by itself, whatever is typed at that moment. */
  docket_press_guard_attach (alert);
  docket_alert_present (alert, parent);
}

static void
draft_changed_cb (DocketFormField *self)
{
  const DocketAnswerState state = docket_answer_draft_get_state (self->draft);
  const gboolean asks
      = state == DOCKET_ANSWER_STATE_CHANGED && self->state == DOCKET_ANSWER_STATE_SENDING;

  self->state = state;
  show_answer (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (asks && gtk_widget_get_mapped (GTK_WIDGET (self->row)))
    ask (self);
}

static void
edited_cb (DocketFormField *self, GStrv answer)
{
  g_auto (GStrv) stored = docket_answer_read (self->field);

  docket_answer_draft_set (self->draft, (const char *const *)stored, (const char *const *)answer);
}

static void
submitted_cb (DocketFormField *self)
{
  if (self->able)
    docket_answer_draft_send (self->draft);
}

/* The button that was pressed goes, and the focus with it. */
static void
keep_focus (DocketFormField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}

static void
chosen_cb (DocketFormField *self)
{
  keep_focus (self);
  if (docket_answer_draft_get_state (self->draft) == DOCKET_ANSWER_STATE_CHANGED)
    docket_answer_draft_send_over (self->draft);
  else
    docket_answer_draft_send (self->draft);
}

static void
other_cb (DocketFormField *self)
{
  keep_focus (self);
  use_theirs (self);
}

static void
docket_form_field_dispose (GObject *object)
{
  DocketFormField *self = DOCKET_FORM_FIELD (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->field);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (docket_form_field_parent_class)->dispose (object);
}

static void
docket_form_field_class_init (DocketFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_form_field_dispose;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_FORM_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_form_field_init (DocketFormField *self)
{
}

gboolean
docket_form_field_can_answer (TallyfyFormField *field)
{
  return get_row_type (field) != G_TYPE_INVALID;
}

static void
create_rows (DocketFormField *self, GtkListBox *list)
{
  GtkWidget *row = g_object_new (get_row_type (self->field), NULL);

  self->row = DOCKET_ANSWER_ROW (row);
  self->status = DOCKET_ANSWER_STATUS (docket_answer_status_new (row));
  self->focus = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (row, self->focus);
  gtk_list_box_append (list, row);
  gtk_list_box_append (list, GTK_WIDGET (self->status));
  g_signal_connect_object (self->focus, "notify::contains-focus", G_CALLBACK (update_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "other", G_CALLBACK (other_cb), self, G_CONNECT_SWAPPED);
}

DocketFormField *
docket_form_field_new (DocketWorkspace *workspace,
                       const char *task_id,
                       TallyfyFormField *field,
                       GtkListBox *list)
{
  DocketFormField *self = g_object_new (DOCKET_TYPE_FORM_FIELD, NULL);

  self->workspace = g_object_ref (workspace);
  self->field = g_object_ref (field);
  self->able = TRUE;
  self->draft = g_object_ref (
      docket_answer_draft_get (workspace, task_id, tallyfy_form_field_get_id (field)));
  self->state = docket_answer_draft_get_state (self->draft);
  create_rows (self, list);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_answer (self);
  return self;
}

void
docket_form_field_show (DocketFormField *self, TallyfyFormField *field)
{
  g_set_object (&self->field, field);
  show_answer (self);
}

const char *
docket_form_field_get_id (DocketFormField *self)
{
  return tallyfy_form_field_get_id (self->field);
}

void
docket_form_field_set_able (DocketFormField *self, gboolean able)
{
  GtkWidget *row = GTK_WIDGET (self->row);

  self->able = able;
  /* GTK 4.8 does not tell an entry that it lost the focus by becoming insensitive, and its cursor
   * goes on blinking. */
  if (!able && is_being_edited (self))
    gtk_root_set_focus (gtk_widget_get_root (row), NULL);
  gtk_widget_set_sensitive (row, able);
  update_status (self);
}

gboolean
docket_form_field_is_unsaved (DocketFormField *self)
{
  switch (docket_answer_draft_get_state (self->draft))
    {
    case DOCKET_ANSWER_STATE_REFUSED:
    case DOCKET_ANSWER_STATE_CHANGED:
    case DOCKET_ANSWER_STATE_ABSENT:
    case DOCKET_ANSWER_STATE_NOT_CONFIRMED:
      return TRUE;
    case DOCKET_ANSWER_STATE_NONE:
    case DOCKET_ANSWER_STATE_TYPED:
    case DOCKET_ANSWER_STATE_SENDING:
    default:
      return FALSE;
    }
}

void
docket_form_field_set_missing (DocketFormField *self, gboolean missing)
{
  self->missing = missing;
  update_status (self);
}

void
docket_form_field_focus (DocketFormField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->row));
}
