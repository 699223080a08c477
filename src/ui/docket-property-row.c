/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-property-row.h"

#include "ui/compat/docket-links.h"
#include "ui/docket-hit-marks.h"

struct _DocketPropertyRow
{
  GtkListBoxRow parent_instance;

  GtkBox *box;
  GtkLabel *name;
  GtkLabel *value;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (DocketPropertyRow, docket_property_row, GTK_TYPE_LIST_BOX_ROW)

static void
docket_property_row_class_init (DocketPropertyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-property-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketPropertyRow, box);
  gtk_widget_class_bind_template_child (widget_class, DocketPropertyRow, name);
  gtk_widget_class_bind_template_child (widget_class, DocketPropertyRow, value);
  gtk_widget_class_bind_template_child (widget_class, DocketPropertyRow, note);
}

static void
docket_property_row_init (DocketPropertyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_hit_marks_add (self->value);
}

GtkWidget *
docket_property_row_new (const char *name, const char *value, gboolean faint)
{
  DocketPropertyRow *self = g_object_new (DOCKET_TYPE_PROPERTY_ROW, NULL);
  g_autofree char *both = g_strdup_printf ("%s: %s", name, value);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->value, value);
  if (faint)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "faint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  return GTK_WIDGET (self);
}

void
docket_property_row_set_link (DocketPropertyRow *self, const char *uri)
{
  g_autofree char *markup
      = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, gtk_label_get_text (self->value));

  docket_links_attach (self->value);
  gtk_label_set_markup (self->value, markup);
}

void
docket_property_row_set_note (DocketPropertyRow *self, const char *note)
{
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
}

void
docket_property_row_set_action (DocketPropertyRow *self, const char *action, const char *target)
{
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_box_append (self->box, next);
}

void
docket_property_row_add_suffix (DocketPropertyRow *self, GtkWidget *suffix)
{
  gtk_box_append (self->box, suffix);
}
