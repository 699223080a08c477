/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-delete-extra.h"

struct _DocketDeleteExtra
{
  AdwBin parent_instance;

  GtkWidget *banner;
  GtkImage *icon;
  GtkLabel *words;
  DocketCopyRow *copy_row;
};

G_DEFINE_FINAL_TYPE (DocketDeleteExtra, docket_delete_extra, ADW_TYPE_BIN)

static void
docket_delete_extra_class_init (DocketDeleteExtraClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOCKET_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-delete-extra.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketDeleteExtra, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketDeleteExtra, icon);
  gtk_widget_class_bind_template_child (widget_class, DocketDeleteExtra, words);
  gtk_widget_class_bind_template_child (widget_class, DocketDeleteExtra, copy_row);
}

static void
docket_delete_extra_init (DocketDeleteExtra *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_delete_extra_new (void)
{
  return g_object_new (DOCKET_TYPE_DELETE_EXTRA, NULL);
}

void
docket_delete_extra_set_banner (DocketDeleteExtra *self, const char *words, gboolean error)
{
  gtk_label_set_text (self->words, words != NULL ? words : "");
  gtk_image_set_from_icon_name (self->icon,
                                error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  if (error)
    gtk_widget_add_css_class (self->banner, "error");
  else
    gtk_widget_remove_css_class (self->banner, "error");
  gtk_widget_set_visible (self->banner, words != NULL);
}

DocketCopyRow *
docket_delete_extra_get_copy_row (DocketDeleteExtra *self)
{
  return self->copy_row;
}
