/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-search-field.h"

#include <glib/gi18n.h>

#include "ui/docket-filter-button.h"
#include "ui/docket-search-completion.h"
#include "ui/docket-search-keys.h"
#include "ui/docket-words.h"
#include "workspace/docket-search-words.h"

struct _DocketSearchField
{
  AdwBin parent_instance;

  GSettings *settings;
  DocketWorkspace *workspace;
  DocketSearchCompletion *completion;
  gboolean open;
  gboolean about_tasks;
  guint emptied_source;
  gboolean remembered; /* what is to come from the last time has come */

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkMenuButton *filter;
  GtkWidget *hits_box;
  GtkLabel *hits;
  GtkWidget *widen;
};

enum
{
  PROP_OPEN = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  ENTERED,
  STOPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketSearchField, docket_search_field, ADW_TYPE_BIN)

/* What the search understands as more than a word to look for. */
static void
mark_search_words (DocketSearchField *self)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (gtk_editable_get_text (self->entry));
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  for (guint i = 0; i < parts->len && self->about_tasks; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];
      PangoAttribute *bold;

      if (part->key == DOCKET_SEARCH_WORD || part->known != 1)
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = (guint)part->start;
      bold->end_index = (guint)part->end;
      pango_attr_list_insert (list, bold);
    }
  gtk_text_set_attributes (GTK_TEXT (gtk_editable_get_delegate (self->entry)), list);
}

static void
typed_cb (DocketSearchField *self)
{
  mark_search_words (self);
}

static void
remember_filter (DocketSearchField *self)
{
  g_autofree char *filter = docket_search_words_get_filter (gtk_editable_get_text (self->entry));

  if (self->about_tasks && self->remembered)
    g_settings_set_string (self->settings, "filter", filter);
}

static void
tell_changed (DocketSearchField *self)
{
  remember_filter (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
emptied_cb (gpointer data)
{
  DocketSearchField *self = data;

  self->emptied_source = 0;
  tell_changed (self);
  return G_SOURCE_REMOVE;
}

/* What comes in the place of another text empties the entry first, which is no end of a search. */
static void
changed_cb (DocketSearchField *self)
{
  g_clear_handle_id (&self->emptied_source, g_source_remove);
  if (*gtk_editable_get_text (self->entry) == '\0')
    self->emptied_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, emptied_cb, self, NULL);
  else
    tell_changed (self);
}

static void
entered_cb (DocketSearchField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
stopped_cb (DocketSearchField *self)
{
  g_signal_emit (self, signals[STOPPED], 0);
}

static void
docket_search_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, DOCKET_SEARCH_FIELD (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_search_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    DOCKET_SEARCH_FIELD (object)->open = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_search_field_dispose (GObject *object)
{
  DocketSearchField *self = DOCKET_SEARCH_FIELD (object);

  g_clear_handle_id (&self->emptied_source, g_source_remove);
  if (self->completion != NULL)
    g_object_run_dispose (G_OBJECT (self->completion));
  g_clear_object (&self->completion);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (docket_search_field_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, DOCKET_TYPE_SEARCH_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
docket_search_field_class_init (DocketSearchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_search_field_get_property;
  object_class->set_property = docket_search_field_set_property;
  object_class->dispose = docket_search_field_dispose;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = add_signal ("changed");
  signals[ENTERED] = add_signal ("entered");
  signals[STOPPED] = add_signal ("stopped");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, bar);
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, entry);
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, filter);
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, hits);
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, hits_box);
  gtk_widget_class_bind_template_child (widget_class, DocketSearchField, widen);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

/* Later than the window is there: what opens before that keeps the newest GTK from telling
 * assistive technology of all that is in the window. */
static gboolean
recall_filter_cb (gpointer data)
{
  DocketSearchField *self = data;
  g_autofree char *filter = NULL;

  if (self->settings == NULL || self->workspace == NULL)
    return G_SOURCE_REMOVE;
  self->remembered = TRUE;
  filter = g_settings_get_string (self->settings, "filter");
  if (!self->about_tasks || *filter == '\0' || *docket_search_field_get_text (self) != '\0')
    return G_SOURCE_REMOVE;
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_editable_set_text (self->entry, filter);
  gtk_editable_set_position (self->entry, -1);
  changed_cb (self);
  return G_SOURCE_REMOVE;
}

static void
map_cb (DocketSearchField *self)
{
  if (!self->remembered && self->workspace != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, recall_filter_cb, g_object_ref (self),
                     g_object_unref);
}

/* What is offered while the bar still slides open has to go along. */
static void
watch_sliding (DocketSearchField *self)
{
  GtkWidget *revealer = gtk_widget_get_first_child (GTK_WIDGET (self->bar));

  if (GTK_IS_REVEALER (revealer))
    g_signal_connect_object (revealer, "notify::child-revealed",
                             G_CALLBACK (docket_search_completion_update), self->completion,
                             G_CONNECT_SWAPPED);
}

static void
docket_search_field_init (DocketSearchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  self->completion = docket_search_completion_new (GTK_WIDGET (self), self->entry);
  watch_sliding (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  docket_filter_button_set_up (self->filter, self->completion);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  docket_search_field_set_view (self, DOCKET_VIEW_TO_DO);
}

void
docket_search_field_listen_to (DocketSearchField *self, GtkWidget *list)
{
  docket_search_keys_add (self->bar, self->entry, list);
}

static void
offer_names (DocketSearchField *self)
{
  docket_search_completion_set_workspace (self->completion,
                                          self->about_tasks ? self->workspace : NULL);
}

void
docket_search_field_set_workspace (DocketSearchField *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  offer_names (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    map_cb (self);
}

/* It says where is searched. (transfer full) */
static char *
find_placeholder (DocketView view)
{
  if (view == DOCKET_VIEW_HISTORY)
    return g_strdup (_ ("Search removals"));
  if (view == DOCKET_VIEW_PROCESSES)
    return g_strdup (_ ("Search processes"));
  /* Translators: %s is a view, such as To Do */
  return g_strdup_printf (_ ("Search in %s"), docket_words_view (view));
}

void
docket_search_field_set_view (DocketSearchField *self, DocketView view)
{
  g_autofree char *words = find_placeholder (view);

  self->about_tasks = view != DOCKET_VIEW_HISTORY && view != DOCKET_VIEW_PROCESSES;
  g_object_set (self->entry, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), self->about_tasks);
  /* What is archived is not among all: who looks there means it. */
  gtk_widget_set_visible (self->widen, self->about_tasks && view != DOCKET_VIEW_ALL
                                           && view != DOCKET_VIEW_ARCHIVED);
  offer_names (self);
  mark_search_words (self);
}

const char *
docket_search_field_get_text (DocketSearchField *self)
{
  return gtk_editable_get_text (self->entry);
}

void
docket_search_field_show_hits (DocketSearchField *self, const char *words)
{
  gtk_label_set_text (self->hits, words != NULL ? words : "");
  gtk_widget_set_visible (self->hits_box,
                          words != NULL && *docket_search_field_get_text (self) != '\0');
}

void
docket_search_field_open (DocketSearchField *self, const char *text)
{
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (text != NULL)
    {
      gtk_editable_set_text (self->entry, text);
      gtk_editable_set_position (self->entry, -1);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
docket_search_field_is_open (DocketSearchField *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}

void
docket_search_field_close (DocketSearchField *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}
