/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-group-row.h"

#include "ui/docket-words.h"

struct _DocketGroupRow
{
  AdwBin parent_instance;

  DocketGroup *group;
  gulong notify_id;

  GtkLabel *name;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (DocketGroupRow, docket_group_row, ADW_TYPE_BIN)

static void
show_group (DocketGroupRow *self)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *count = g_strdup_printf ("%u", docket_group_get_n_tasks (self->group));
  const char *name = docket_words_group (docket_group_get_kind (self->group));

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->count, count);
  if (docket_group_get_kind (self->group) == DOCKET_GROUP_OVERDUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
docket_group_row_dispose (GObject *object)
{
  DocketGroupRow *self = DOCKET_GROUP_ROW (object);

  docket_group_row_set_group (self, NULL);

  G_OBJECT_CLASS (docket_group_row_parent_class)->dispose (object);
}

static void
docket_group_row_class_init (DocketGroupRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_group_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-group-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketGroupRow, name);
  gtk_widget_class_bind_template_child (widget_class, DocketGroupRow, count);
}

static void
docket_group_row_init (DocketGroupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_group_row_new (void)
{
  return g_object_new (DOCKET_TYPE_GROUP_ROW, NULL);
}

void
docket_group_row_set_group (DocketGroupRow *self, DocketGroup *group)
{
  if (self->group != NULL)
    g_clear_signal_handler (&self->notify_id, self->group);
  g_set_object (&self->group, group);
  if (group == NULL)
    return;
  self->notify_id = g_signal_connect_swapped (group, "notify", G_CALLBACK (show_group), self);
  show_group (self);
}
