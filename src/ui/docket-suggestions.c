/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-suggestions.h"

#include <adwaita.h>
#include "workspace/docket-text.h"

#define AVATAR_SIZE 24
#define KEY_KEY "docket-suggestion"

struct _DocketSuggestions
{
  GtkPopover parent_instance;

  GtkScrolledWindow *window;
  GtkListBox *rows;
};

enum
{
  ACCEPTED,
  REFUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketSuggestions, docket_suggestions, GTK_TYPE_POPOVER)

static void
row_activated_cb (DocketSuggestions *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), KEY_KEY));

  docket_suggestions_close (self);
  g_signal_emit (self, signals[ACCEPTED], 0, key);
}

static void
docket_suggestions_class_init (DocketSuggestionsClass *klass)
{
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/docket/Docket/ui/docket-suggestions.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketSuggestions, rows);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketSuggestions, window);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), row_activated_cb);
}

static void
docket_suggestions_init (DocketSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DocketSuggestions *
docket_suggestions_new (GtkWidget *parent, const char *label)
{
  DocketSuggestions *self = g_object_new (DOCKET_TYPE_SUGGESTIONS, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
docket_suggestions_clear (DocketSuggestions *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
}

static GtkWidget *
create_note (const char *note)
{
  GtkWidget *label = gtk_label_new (note);

  gtk_widget_add_css_class (label, "faint");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_margin_start (label, 12);
  return label;
}

void
docket_suggestions_add (DocketSuggestions *self,
                        const char *key,
                        const char *text,
                        PangoAttrList *attributes,
                        const char *note,
                        gboolean with_avatar)
{
  g_autofree char *clean = docket_text_clean (text);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (clean);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  if (with_avatar)
    gtk_box_append (GTK_BOX (box), adw_avatar_new (AVATAR_SIZE, clean, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), create_note (note));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "suggestion-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, clean, -1);
  g_object_set_data_full (G_OBJECT (row), KEY_KEY, g_strdup (key), g_free);
  gtk_list_box_append (self->rows, row);
}

void
docket_suggestions_open (DocketSuggestions *self, const GdkRectangle *place)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->rows, 0);

  if (first == NULL)
    {
      docket_suggestions_close (self);
      return;
    }
  gtk_list_box_select_row (self->rows, first);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->window), 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_popover_present (GTK_POPOVER (self));
}

void
docket_suggestions_close (DocketSuggestions *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The list never has the focus, which would bring the row into view. */
static void
show_row (DocketSuggestions *self, GtkListBoxRow *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->rows), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->window), bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

static void
move (DocketSuggestions *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->rows, MAX (index, 0));
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->rows, row);
  show_row (self, row);
}

gboolean
docket_suggestions_take_key (DocketSuggestions *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (row != NULL)
        row_activated_cb (self, row);
      return row != NULL;
    case GDK_KEY_Escape:
      docket_suggestions_close (self);
      g_signal_emit (self, signals[REFUSED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}
