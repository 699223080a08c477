/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-text.h"

#include "ui/docket-answer-words.h"

/* Above and below the line with the cursor. */
#define MARGIN 12

struct _DocketAnswerText
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkWidget *prompt;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *pencil;
  GtkWidget *apply;
  GtkSpinner *spinner;
  GtkEventControllerFocus *focus;
  guint tick;
  guint n_ticks;
  gboolean typed;   /* since it was applied */
  gboolean showing; /* what changes now was not changed by the person */
};

static void row_init (DocketAnswerRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketAnswerText,
                               docket_answer_text,
                               GTK_TYPE_LIST_BOX_ROW,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_ANSWER_ROW, row_init))

static GStrv
get_answer (DocketAnswerText *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return docket_answer_from_text (text);
}

static void
update (DocketAnswerText *self)
{
  const gboolean writing = gtk_event_controller_focus_contains_focus (self->focus);

  gtk_widget_set_visible (self->apply, self->typed);
  gtk_widget_set_visible (self->pencil, !self->typed && !writing);
  gtk_widget_set_visible (self->prompt,
                          gtk_text_buffer_get_char_count (self->buffer) == 0 && !writing);
}

static void
show (DocketAnswerRow *row,
      DocketWorkspace *workspace,
      TallyfyFormField *field,
      const char *const *answer)
{
  DocketAnswerText *self = DOCKET_ANSWER_TEXT (row);
  g_autofree char *title = docket_answer_words_title (field);
  g_auto (GStrv) shown = get_answer (self);

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  if (!docket_answer_equal ((const char *const *)shown, answer))
    {
      self->showing = TRUE;
      gtk_text_buffer_set_text (self->buffer, *answer != NULL ? *answer : "", -1);
      self->showing = FALSE;
      self->typed = FALSE;
    }
  update (self);
}

static void
set_busy (DocketAnswerRow *row, gboolean busy)
{
  DocketAnswerText *self = DOCKET_ANSWER_TEXT (row);

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  self->typed = self->typed && !busy;
  update (self);
}

static void
changed_cb (DocketAnswerText *self)
{
  g_auto (GStrv) answer = NULL;

  if (self->showing)
    return;
  self->typed = TRUE;
  update (self);
  answer = get_answer (self);
  docket_answer_row_edit (DOCKET_ANSWER_ROW (self), (const char *const *)answer);
}

static void
submit (DocketAnswerText *self)
{
  /* The button goes: the focus stays with the text. */
  if (gtk_widget_has_focus (self->apply))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->typed = FALSE;
  update (self);
  docket_answer_row_submit (DOCKET_ANSWER_ROW (self));
}

/* The text is as high as its lines are: it is the page around it that has to follow the cursor. */
static void
reveal_cursor (DocketAnswerText *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *page = viewport != NULL ? gtk_widget_get_first_child (viewport) : NULL;
  GtkAdjustment *adjustment;
  GdkRectangle cursor;
  GtkTextIter at;
  graphene_point_t place;
  double value, top;

  if (page == NULL || !gtk_widget_is_focus (GTK_WIDGET (self->view)))
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (self->view, &at, &cursor);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), page,
                                 &GRAPHENE_POINT_INIT (0, (float)cursor.y), &place))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  top = place.y;
  value = MAX (gtk_adjustment_get_value (adjustment),
               top + cursor.height + MARGIN - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, MIN (value, top - MARGIN));
}

/* The first tick comes before the layout, the next one after it. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DocketAnswerText *self = DOCKET_ANSWER_TEXT (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  /* While it had no place yet for a new line, the text was moved up for it. */
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  reveal_cursor (self);
  return G_SOURCE_REMOVE;
}

static void
cursor_cb (DocketAnswerText *self)
{
  self->n_ticks = 0;
  if (self->tick == 0 && !self->showing)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Before the text takes it for a new line. */
static gboolean
key_cb (DocketAnswerText *self, guint key, guint code, GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (modifiers & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return FALSE;
  submit (self);
  return TRUE;
}

static void
pressed_cb (DocketAnswerText *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
docket_answer_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DOCKET_ANSWER_TEXT (widget)->view));
}

/* The row itself is no stop between the texts. */
static gboolean
docket_answer_text_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
row_init (DocketAnswerRowInterface *iface)
{
  iface->show = show;
  iface->set_busy = set_busy;
}

static void
docket_answer_text_class_init (DocketAnswerTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = docket_answer_text_grab_focus;
  widget_class->focus = docket_answer_text_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-text.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, title);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, prompt);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, view);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, buffer);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, pencil);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, apply);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerText, focus);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, submit);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_cb);
}

static void
docket_answer_text_init (DocketAnswerText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}
