/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-tag-picker.h"

#include <glib/gi18n.h>
#include "ui/docket-tag-chip.h"
#include "workspace/docket-tags.h"
#include "workspace/docket-text.h"

/* Who wants more types a part of the title. */
#define MOST_TAGS 50

#define ID_KEY "docket-tag"

struct _DocketTagPicker
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkLabel *nothing;
  GtkBox *rows;

  DocketWorkspace *workspace;
  GPtrArray *chosen; /* of char *: IDs */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTagPicker, docket_tag_picker, GTK_TYPE_POPOVER)

static void
toggled_cb (GtkCheckButton *check, DocketTagPicker *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), ID_KEY);
  guint index;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->chosen, g_strdup (id));
  else if (g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->chosen, index);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (DocketTagPicker *self, const char *id)
{
  g_autofree char *title = docket_text_clean (docket_tags_get_title (self->workspace, id));
  GtkWidget *dot = docket_tag_chip_new_dot (docket_tags_get_color (self->workspace, id));
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (content, 4);
  if (dot != NULL)
    gtk_box_append (GTK_BOX (content), dot);
  gtk_box_append (GTK_BOX (content), label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal,
                                                                 NULL));
  gtk_widget_add_css_class (check, "person-check");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), ID_KEY, g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->rows, check);
}

static void
update_rows (DocketTagPicker *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_auto (GStrv) ids = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (self->workspace == NULL)
    return;
  ids = docket_tags_find (self->workspace, text, MOST_TAGS);
  for (guint i = 0; ids[i] != NULL; i++)
    add_row (self, ids[i]);
  gtk_label_set_label (self->nothing, *text != '\0' ? _ ("No tag of that name was found.")
                                                    : _ ("The organization has no tags."));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), ids[0] == NULL);
}

/* Enter ticks the first one that was found: by all that was typed, also the last letters, of which
 * the entry tells a moment later. */
static void
activate_cb (DocketTagPicker *self)
{
  GtkWidget *first;

  update_rows (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  if (first != NULL && *gtk_editable_get_text (self->entry) != '\0')
    {
      gtk_widget_activate (first);
      gtk_editable_set_text (self->entry, "");
    }
}

/* Escape, which the entry keeps for itself. */
static void
stop_cb (DocketTagPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
docket_tag_picker_map (GtkWidget *widget)
{
  DocketTagPicker *self = DOCKET_TAG_PICKER (widget);

  gtk_editable_set_text (self->entry, "");
  update_rows (self);
  GTK_WIDGET_CLASS (docket_tag_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
docket_tag_picker_dispose (GObject *object)
{
  g_clear_object (&DOCKET_TAG_PICKER (object)->workspace);

  G_OBJECT_CLASS (docket_tag_picker_parent_class)->dispose (object);
}

static void
docket_tag_picker_finalize (GObject *object)
{
  g_ptr_array_unref (DOCKET_TAG_PICKER (object)->chosen);

  G_OBJECT_CLASS (docket_tag_picker_parent_class)->finalize (object);
}

static void
docket_tag_picker_class_init (DocketTagPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_tag_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = docket_tag_picker_finalize;
  widget_class->map = docket_tag_picker_map;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-tag-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTagPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DocketTagPicker, nothing);
  gtk_widget_class_bind_template_child (widget_class, DocketTagPicker, rows);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
docket_tag_picker_init (DocketTagPicker *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_tag_picker_set_workspace (DocketTagPicker *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
docket_tag_picker_set_chosen (DocketTagPicker *self, const char *const *ids)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->chosen, g_strdup (ids[i]));
}

GStrv
docket_tag_picker_get_chosen (DocketTagPicker *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (ids, self->chosen->pdata[i]);
  return g_strv_builder_end (ids);
}
