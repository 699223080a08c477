/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-row.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

struct _DocketManyRow
{
  AdwBin parent_instance;

  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *button;
};

enum
{
  CLICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketManyRow, docket_many_row, ADW_TYPE_BIN)

static void
clicked_cb (DocketManyRow *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
docket_many_row_class_init (DocketManyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-many-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketManyRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DocketManyRow, title);
  gtk_widget_class_bind_template_child (widget_class, DocketManyRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DocketManyRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
docket_many_row_init (DocketManyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_many_row_new (void)
{
  return g_object_new (DOCKET_TYPE_MANY_ROW, NULL);
}

void
docket_many_row_set_text (DocketManyRow *self, const char *title, const char *subtitle)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *clean = docket_text_clean (title);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->title, *clean != '\0' ? clean : _ ("Untitled task"));
  gtk_label_set_text (self->subtitle, subtitle);
  name = g_strdup_printf ("%s, %s", gtk_label_get_text (self->title), subtitle);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
docket_many_row_set_icon (DocketManyRow *self, const char *icon_name)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

void
docket_many_row_set_button (DocketManyRow *self, const char *label)
{
  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), label);
}
