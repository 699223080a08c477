/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-composer.h"

#include <glib/gi18n.h>
#include "ui/docket-comment-words.h"
#include "ui/docket-mention-text.h"
#include "ui/docket-mentions.h"

/* As much as there is below it where it is the last of all. */
#define MARGIN 24

/* So many frames after a change everything has its place. */
#define SETTLED_AFTER 4

struct _DocketComposer
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *prompt;
  GtkButton *send;
  GtkWidget *cancel;
  GtkSpinner *spinner;
  GtkLabel *unmentioned;
  GtkLabel *note;
  GtkWidget *problem;
  GtkLabel *problem_words;
  GtkWidget *check_again;
  DocketMentions *mentions;

  DocketWorkspace *workspace;
  DocketDraft *draft;
  gboolean loading; /* what changes now is not typed */
  guint tick;
  guint n_ticks;
};

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketComposer, docket_composer, ADW_TYPE_BIN)

static const char *
name_cb (const char *id, gpointer user_data)
{
  return docket_workspace_get_person_name (user_data, id);
}

static gboolean
has_words (DocketComposer *self)
{
  g_autofree char *text = g_strstrip (g_strdup (docket_draft_get_text (self->draft)));

  return *text != '\0';
}

static void
show_button (DocketComposer *self)
{
  const DocketDraftState state = docket_draft_get_state (self->draft);
  const gboolean can_send = docket_workspace_can_send (self->workspace);
  const gboolean sends = state == DOCKET_DRAFT_SENDING;

  gtk_button_set_label (self->send, docket_comment_words_send (docket_draft_get_kind (self->draft),
                                                               state == DOCKET_DRAFT_ABSENT));
  gtk_widget_set_sensitive (GTK_WIDGET (self->send),
                            can_send && docket_draft_is_open (self->draft) && has_words (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->send),
                               can_send ? _ ("Ctrl+Enter")
                                        : _ ("Not available offline. What you type is kept."));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), sends);
  gtk_spinner_set_spinning (self->spinner, sends);
  gtk_widget_set_sensitive (self->check_again, can_send);
}

static void
show_state (DocketComposer *self)
{
  const DocketCommentKind kind = docket_draft_get_kind (self->draft);
  const DocketDraftState state = docket_draft_get_state (self->draft);
  g_autofree char *words
      = docket_comment_words_state (kind, state, docket_draft_get_error (self->draft));

  gtk_label_set_text (self->problem_words, words != NULL ? words : "");
  gtk_widget_set_visible (self->check_again, state == DOCKET_DRAFT_NOT_CONFIRMED);
  gtk_widget_set_visible (self->problem, words != NULL);
  gtk_widget_set_visible (self->cancel, kind != DOCKET_COMMENT_ADD);
  gtk_widget_set_sensitive (self->cancel, docket_draft_is_open (self->draft));
  gtk_text_view_set_editable (self->view, docket_draft_is_open (self->draft));
}

/* @typing: the name at the end of the text may be chosen still */
static void
show_unmentioned (DocketComposer *self, gboolean typing)
{
  g_autofree char *words = NULL;

  if (self->draft == NULL || self->workspace == NULL)
    return;
  words = docket_comment_words_unmentioned (self->workspace, docket_draft_get_text (self->draft),
                                            typing);
  gtk_label_set_label (self->unmentioned, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unmentioned), words != NULL);
}

/* Shows the draft's text, unless that is what stands there. */
static void
load (DocketComposer *self)
{
  g_autofree char *shown = docket_mention_text_read (self->buffer);

  show_unmentioned (self, gtk_widget_has_focus (GTK_WIDGET (self->view)));
  if (g_str_equal (shown, docket_draft_get_text (self->draft)))
    return;
  self->loading = TRUE;
  docket_mention_text_load (self->buffer, docket_draft_get_text (self->draft), name_cb,
                            self->workspace);
  self->loading = FALSE;
}

static void
show_prompt (DocketComposer *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->prompt),
                          gtk_text_buffer_get_char_count (self->buffer) == 0);
}

/* GTK 4.8 scrolls to the cursor before the text has got its room, and leaves it so. */
static void
show_beginning (DocketComposer *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self->scrolled))
      < gtk_scrolled_window_get_max_content_height (self->scrolled))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/* Unlike gtk_adjustment_clamp_page() it ends an animation that is on its way to another place, as
 * the focus starts one to where the text was before the layout. */
static void
scroll_to (GtkAdjustment *adjustment, double lower, double upper)
{
  const double value = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment,
                            MIN (MAX (value, upper - gtk_adjustment_get_page_size (adjustment)),
                                 lower));
}

/* As it grows, its lower edge stays in sight. The first tick comes before the layout, the next ones
 * after it. */
static gboolean
keep_in_sight_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DocketComposer *self = DOCKET_COMPOSER (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  show_beginning (self);
  if (self->n_ticks < SETTLED_AFTER)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (content != NULL && gtk_widget_is_focus (GTK_WIDGET (self->view))
      && gtk_widget_compute_bounds (widget, content, &bounds))
    scroll_to (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
               bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

static void
keep_in_sight (DocketComposer *self)
{
  self->n_ticks = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), keep_in_sight_cb, NULL, NULL);
}

static void
update (DocketComposer *self)
{
  load (self);
  show_prompt (self);
  show_state (self);
  show_button (self);
  keep_in_sight (self);
}

static void
sent_cb (DocketComposer *self)
{
  if (docket_draft_get_kind (self->draft) != DOCKET_COMMENT_ADD)
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
workspace_cb (DocketComposer *self)
{
  if (self->draft != NULL)
    show_button (self);
}

static void
buffer_changed_cb (DocketComposer *self)
{
  g_autofree char *text = NULL;

  if (self->loading || self->draft == NULL)
    return;
  docket_mention_text_tidy (self->buffer);
  text = docket_mention_text_read (self->buffer);
  docket_draft_set_text (self->draft, text);
  show_prompt (self);
  show_button (self);
  show_unmentioned (self, TRUE);
  keep_in_sight (self);
}

static void
cursor_cb (DocketComposer *self)
{
  if (!self->loading && self->draft != NULL)
    docket_mentions_update (self->mentions);
}

static void
send_cb (DocketComposer *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->send)))
    return;
  /* The button cannot be pressed again meanwhile: without this the focus would go to wherever, and
   * what is typed next with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  docket_draft_send (self->draft);
}

static void
check_again_cb (DocketComposer *self)
{
  docket_draft_check_again (self->draft);
}

static void
cancel_cb (DocketComposer *self)
{
  docket_draft_set_text (self->draft, "");
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Before the text takes the key for its own. */
static gboolean
key_cb (DocketComposer *self, guint key, guint code, GdkModifierType modifiers)
{
  modifiers &= gtk_accelerator_get_default_mod_mask ();
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    {
      send_cb (self);
      return TRUE;
    }
  return modifiers == 0 && docket_mentions_take_key (self->mentions, key);
}

static void
focus_left_cb (DocketComposer *self)
{
  docket_mentions_close (self->mentions);
  if (self->draft != NULL)
    docket_draft_save (self->draft);
  show_unmentioned (self, FALSE);
}

static void
disconnect (DocketComposer *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->draft);
  g_clear_object (&self->workspace);
}

static void
docket_composer_dispose (GObject *object)
{
  DocketComposer *self = DOCKET_COMPOSER (object);

  disconnect (self);
  g_clear_object (&self->mentions);

  G_OBJECT_CLASS (docket_composer_parent_class)->dispose (object);
}

static void
docket_composer_class_init (DocketComposerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_composer_dispose;
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, view);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, buffer);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, prompt);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, send);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, cancel);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, unmentioned);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, note);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, problem_words);
  gtk_widget_class_bind_template_child (widget_class, DocketComposer, check_again);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
docket_composer_init (DocketComposer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->mentions = docket_mentions_new (GTK_WIDGET (self), self->view);
}

void
docket_composer_set_draft (DocketComposer *self, DocketWorkspace *workspace, DocketDraft *draft)
{
  const char *prompt;

  if (self->draft == draft)
    return;
  disconnect (self);
  docket_mentions_set_workspace (self->mentions, workspace);
  if (draft == NULL)
    return;
  self->workspace = g_object_ref (workspace);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "sent", G_CALLBACK (sent_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::connection", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  prompt = docket_comment_words_prompt (docket_draft_get_kind (draft));
  gtk_label_set_text (self->prompt, prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  prompt, -1);
  update (self);
}

void
docket_composer_set_note (DocketComposer *self, const char *note)
{
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
docket_composer_focus (DocketComposer *self)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  keep_in_sight (self);
}
