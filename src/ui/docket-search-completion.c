/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-search-completion.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/docket-filter-words.h"
#include "ui/docket-hit-words.h"
#include "ui/docket-suggestions.h"
#include "workspace/docket-names.h"
#include "workspace/docket-text.h"

/* All values of a key; who wants another name types more of it. */
#define MOST_SUGGESTIONS 50

struct _DocketSearchCompletion
{
  GObject parent_instance;

  DocketSuggestions *suggestions;
  GtkEditable *entry; /* not owned */
  DocketWorkspace *workspace;
  GCancellable *question; /* until it is answered */
  gboolean accepting;     /* the first answer, as soon as it comes */
  guint update_source;
  gssize refused; /* where the word begins for which it was closed, in bytes; or -1 */
};

G_DEFINE_FINAL_TYPE (DocketSearchCompletion, docket_search_completion, G_TYPE_OBJECT)

static gboolean
has_focus (DocketSearchCompletion *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}

/* The search word that ends at the cursor. @parts: (out) (transfer full): what it is one of */
static const DocketSearchPart *
find_typed (DocketSearchCompletion *self, GPtrArray **parts)
{
  const char *text = gtk_editable_get_text (self->entry);
  const char *cursor = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->entry));
  const DocketSearchPart *part;

  *parts = docket_search_words_split (text);
  part = docket_search_words_find (*parts, (gsize)(cursor - text));
  return part != NULL && part->key != DOCKET_SEARCH_WORD ? part : NULL;
}

static void
accepted_cb (DocketSearchCompletion *self, const char *word)
{
  g_autoptr (GPtrArray) parts = NULL;
  const DocketSearchPart *part = find_typed (self, &parts);
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *with_space = NULL;
  int place, end;

  if (part == NULL)
    return;
  place = (int)g_utf8_pointer_to_offset (text, text + part->start);
  end = (int)g_utf8_pointer_to_offset (text, text + part->end);
  with_space = g_strconcat (word, text[part->end] == ' ' ? "" : " ", NULL);
  gtk_editable_delete_text (self->entry, place, end);
  gtk_editable_insert_text (self->entry, with_space, -1, &place);
  gtk_editable_set_position (self->entry, place);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (self->entry)));
}

/* It stays closed for this word. */
static void
refused_cb (DocketSearchCompletion *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  const DocketSearchPart *part = find_typed (self, &parts);

  self->refused = part != NULL ? (gssize)part->start : -1;
}

/* @label: (nullable): in the place of @value */
static void
add (DocketSearchCompletion *self,
     const DocketSearchPart *part,
     const char *value,
     const char *label)
{
  g_autofree char *word = docket_search_words_format (part->key, value);
  g_autofree char *typed = docket_text_fold (part->value);
  const char *const words[] = { typed, NULL };
  g_autoptr (GArray) places = docket_text_find_words (label != NULL ? label : value, words);
  g_autoptr (PangoAttrList) attributes = docket_hit_words_emphasise (places);

  docket_suggestions_add (self->suggestions, word, label != NULL ? label : value, attributes,
                          label != NULL ? word : NULL, part->key == DOCKET_SEARCH_OWNER);
}

/* What is whole already needs no completion. */
static gboolean
is_all (const DocketSearchPart *part, const char *const *values)
{
  g_autofree char *typed = docket_text_fold (part->value);
  g_autofree char *only = docket_text_fold (values[0]);

  return values[0] != NULL && values[1] == NULL && g_str_equal (typed, only);
}

static void
show (DocketSearchCompletion *self, const DocketSearchPart *part, const char *const *values)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->suggestions));
  graphene_rect_t bounds;
  GdkRectangle place;

  docket_suggestions_clear (self->suggestions);
  for (guint i = 0; values[i] != NULL && !is_all (part, values); i++)
    add (self, part, values[i], docket_filter_words_label (part->key, values[i]));
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self->entry), parent, &bounds))
    return;
  place.x = (int)bounds.origin.x;
  place.y = (int)bounds.origin.y;
  place.width = (int)bounds.size.width;
  place.height = (int)bounds.size.height;
  docket_suggestions_open (self->suggestions, &place);
}

static void
stop_asking (DocketSearchCompletion *self)
{
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->accepting = FALSE;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSearchCompletion) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = docket_names_find_finish (DOCKET_WORKSPACE (source), result, &error);
  g_autoptr (GPtrArray) parts = NULL;
  const DocketSearchPart *part;

  /* What was typed since has asked anew. */
  if (self->suggestions == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (names == NULL)
    {
      stop_asking (self);
      return;
    }
  g_clear_object (&self->question);
  part = find_typed (self, &parts);
  if (part == NULL || !has_focus (self))
    return;
  show (self, part, (const char *const *)names);
  if (self->accepting && !docket_suggestions_take_key (self->suggestions, GDK_KEY_Return))
    g_signal_emit_by_name (self->entry, "activate");
  self->accepting = FALSE;
}

/* @value begins as what is typed. */
static void
show_values (DocketSearchCompletion *self, const DocketSearchPart *part)
{
  const char *const *values = docket_search_words_get_values (part->key);
  g_autofree char *typed = docket_text_fold (part->value);
  const char *fitting[MOST_SUGGESTIONS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; values[i] != NULL && n < MOST_SUGGESTIONS; i++)
    if (g_str_has_prefix (values[i], typed))
      fitting[n++] = values[i];
  show (self, part, fitting);
}

/* Wherever the cursor is: while one types, it follows the text. */
static gboolean
is_search_word (GPtrArray *parts, gssize start)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if ((gssize)part->start == start)
        return part->key != DOCKET_SEARCH_WORD;
    }
  return FALSE;
}

void
docket_search_completion_update (DocketSearchCompletion *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  const DocketSearchPart *part = find_typed (self, &parts);

  stop_asking (self);
  if (!is_search_word (parts, self->refused))
    self->refused = -1;
  if (part == NULL || (gssize)part->start == self->refused || self->workspace == NULL
      || !has_focus (self))
    docket_suggestions_close (self->suggestions);
  else if (docket_search_words_get_values (part->key) != NULL)
    show_values (self, part);
  else
    {
      self->question = g_cancellable_new ();
      docket_names_find_async (self->workspace, part->key, part->value, MOST_SUGGESTIONS,
                               self->question, found_cb, g_object_ref (self));
    }
}

static gboolean
update_cb (gpointer data)
{
  DocketSearchCompletion *self = data;

  self->update_source = 0;
  docket_search_completion_update (self);
  return G_SOURCE_REMOVE;
}

/* Before the next key: when the text tells of its change, the cursor is still where it was. */
static void
typed_cb (DocketSearchCompletion *self)
{
  if (self->update_source == 0 && self->entry != NULL)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH, update_cb, self, NULL);
}

static void
left_cb (DocketSearchCompletion *self)
{
  stop_asking (self);
  if (self->suggestions != NULL)
    docket_suggestions_close (self->suggestions);
}

static gboolean
key_cb (DocketSearchCompletion *self, guint key, guint code, GdkModifierType modifiers)
{
  if (self->suggestions == NULL || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  /* What shows was asked for with less of the name: the key is about what is to come. */
  if (self->question != NULL
      && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Tab))
    {
      self->accepting = TRUE;
      return TRUE;
    }
  return docket_suggestions_take_key (self->suggestions, key);
}

static void
docket_search_completion_dispose (GObject *object)
{
  DocketSearchCompletion *self = DOCKET_SEARCH_COMPLETION (object);

  stop_asking (self);
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->suggestions != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->suggestions, self);
      gtk_widget_unparent (GTK_WIDGET (self->suggestions));
      self->suggestions = NULL;
    }
  self->entry = NULL;
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_search_completion_parent_class)->dispose (object);
}

static void
docket_search_completion_class_init (DocketSearchCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_search_completion_dispose;
}

static void
docket_search_completion_init (DocketSearchCompletion *self)
{
  self->refused = -1;
}

/* Before the entry and what else waits for its keys, since they take Escape and Down for their own.
 */
static void
watch_keys (DocketSearchCompletion *self, GtkWidget *parent)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (parent, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

DocketSearchCompletion *
docket_search_completion_new (GtkWidget *parent, GtkEditable *entry)
{
  DocketSearchCompletion *self = g_object_new (DOCKET_TYPE_SEARCH_COMPLETION, NULL);

  self->entry = entry;
  self->suggestions = docket_suggestions_new (parent, _ ("Search words"));
  g_signal_connect_swapped (self->suggestions, "accepted", G_CALLBACK (accepted_cb), self);
  g_signal_connect_swapped (self->suggestions, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::cursor-position", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_keys (self, parent);
  return self;
}

void
docket_search_completion_set_workspace (DocketSearchCompletion *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

GtkEditable *
docket_search_completion_get_entry (DocketSearchCompletion *self)
{
  return self->entry;
}
