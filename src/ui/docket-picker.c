/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-picker.h"

#define KEY_KEY "docket-key"

typedef struct
{
  GtkEditable *entry;
  GtkLabel *nothing;
  GtkBox *rows;

  DocketWorkspace *workspace;
  GPtrArray *chosen; /* of char *: keys */
} DocketPickerPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DocketPicker, docket_picker, GTK_TYPE_POPOVER)

static DocketPickerPrivate *
get_private (DocketPicker *self)
{
  return docket_picker_get_instance_private (self);
}

static void
toggled_cb (GtkCheckButton *check, DocketPicker *self)
{
  DocketPickerPrivate *priv = get_private (self);
  const char *key = g_object_get_data (G_OBJECT (check), KEY_KEY);
  guint index;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (priv->chosen, g_strdup (key));
  else if (g_ptr_array_find_with_equal_func (priv->chosen, key, g_str_equal, &index))
    g_ptr_array_remove_index (priv->chosen, index);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
get_first_row (DocketPickerPrivate *priv)
{
  return gtk_widget_get_first_child (GTK_WIDGET (priv->rows));
}

static void
update_rows (DocketPicker *self)
{
  DocketPickerPrivate *priv = get_private (self);
  const char *nothing;

  while (get_first_row (priv) != NULL)
    gtk_box_remove (priv->rows, get_first_row (priv));
  if (priv->workspace == NULL)
    return;
  nothing = DOCKET_PICKER_GET_CLASS (self)->fill (self, gtk_editable_get_text (priv->entry));
  gtk_label_set_label (priv->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (priv->nothing), get_first_row (priv) == NULL);
}

/* Enter ticks the first one that was found: by all that was typed, also the last letters, of which
 * the entry tells a moment later. */
static void
activate_cb (DocketPicker *self)
{
  DocketPickerPrivate *priv = get_private (self);

  update_rows (self);
  if (get_first_row (priv) != NULL && *gtk_editable_get_text (priv->entry) != '\0')
    {
      gtk_widget_activate (get_first_row (priv));
      gtk_editable_set_text (priv->entry, "");
    }
}

/* Escape, which the entry keeps for itself. */
static void
stop_cb (DocketPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
docket_picker_map (GtkWidget *widget)
{
  DocketPickerPrivate *priv = get_private (DOCKET_PICKER (widget));

  gtk_editable_set_text (priv->entry, "");
  update_rows (DOCKET_PICKER (widget));
  GTK_WIDGET_CLASS (docket_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (priv->entry));
}

static void
docket_picker_dispose (GObject *object)
{
  g_clear_object (&get_private (DOCKET_PICKER (object))->workspace);

  G_OBJECT_CLASS (docket_picker_parent_class)->dispose (object);
}

static void
docket_picker_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (DOCKET_PICKER (object))->chosen);

  G_OBJECT_CLASS (docket_picker_parent_class)->finalize (object);
}

static void
docket_picker_class_init (DocketPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = docket_picker_finalize;
  widget_class->map = docket_picker_map;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-picker.ui");
  gtk_widget_class_bind_template_child_private (widget_class, DocketPicker, entry);
  gtk_widget_class_bind_template_child_private (widget_class, DocketPicker, nothing);
  gtk_widget_class_bind_template_child_private (widget_class, DocketPicker, rows);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
docket_picker_init (DocketPicker *self)
{
  get_private (self)->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_picker_set_words (DocketPicker *self, const char *words)
{
  DocketPickerPrivate *priv = get_private (self);

  g_object_set (priv->entry, "placeholder-text", words, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

void
docket_picker_add_row (DocketPicker *self,
                       const char *key,
                       GtkWidget *content,
                       const char *name,
                       const char *description)
{
  DocketPickerPrivate *priv = get_private (self);
  GtkWidget *check = gtk_check_button_new ();
  const gboolean is_chosen
      = g_ptr_array_find_with_equal_func (priv->chosen, key, g_str_equal, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  gtk_widget_set_margin_start (content, 4);
  gtk_widget_add_css_class (check, "person-check");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  g_object_set_data_full (G_OBJECT (check), KEY_KEY, g_strdup (key), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (priv->rows, check);
}

void
docket_picker_set_workspace (DocketPicker *self, DocketWorkspace *workspace)
{
  g_set_object (&get_private (self)->workspace, workspace);
}

DocketWorkspace *
docket_picker_get_workspace (DocketPicker *self)
{
  return get_private (self)->workspace;
}

void
docket_picker_set_chosen (DocketPicker *self, const char *const *keys)
{
  DocketPickerPrivate *priv = get_private (self);
  DocketPickerClass *klass = DOCKET_PICKER_GET_CLASS (self);

  g_ptr_array_set_size (priv->chosen, 0);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_ptr_array_add (priv->chosen, g_strdup (keys[i]));
      if (klass->took != NULL)
        klass->took (self, keys[i]);
    }
}

GStrv
docket_picker_get_chosen (DocketPicker *self)
{
  DocketPickerPrivate *priv = get_private (self);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < priv->chosen->len; i++)
    g_strv_builder_add (keys, priv->chosen->pdata[i]);
  return g_strv_builder_end (keys);
}
