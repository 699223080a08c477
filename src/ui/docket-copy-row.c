/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-copy-row.h"

#include <glib/gi18n.h>

struct _DocketCopyRow
{
  AdwActionRow parent_instance;

  GtkSwitch *keep;
  char *on;
  char *off;
};

G_DEFINE_FINAL_TYPE (DocketCopyRow, docket_copy_row, ADW_TYPE_ACTION_ROW)

static void
update (DocketCopyRow *self)
{
  const char *on = self->on != NULL ? self->on : _ ("To read later, or to create the task again");
  const char *off = self->off != NULL ? self->off : _ ("No copy will exist anywhere");
  const char *words = gtk_switch_get_active (self->keep) ? on : off;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
docket_copy_row_finalize (GObject *object)
{
  DocketCopyRow *self = DOCKET_COPY_ROW (object);

  g_free (self->on);
  g_free (self->off);
  G_OBJECT_CLASS (docket_copy_row_parent_class)->finalize (object);
}

static void
docket_copy_row_class_init (DocketCopyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_copy_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketCopyRow, keep);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

/* Letters that join are as wide as their neighbours let them be: GTK measures text that may break
 * between any two of them in two ways that differ, and says so. Between words they agree. */
static void
break_between_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    break_between_words (child);
}

static void
docket_copy_row_init (DocketCopyRow *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  gtk_widget_init_template (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    break_between_words (GTK_WIDGET (self));
  gtk_switch_set_active (self->keep, g_settings_get_boolean (settings, "keep-copies"));
  update (self);
}

GtkWidget *
docket_copy_row_new (void)
{
  return g_object_new (DOCKET_TYPE_COPY_ROW, NULL);
}

void
docket_copy_row_set_active (DocketCopyRow *self, gboolean active)
{
  gtk_switch_set_active (self->keep, active);
}

gboolean
docket_copy_row_get_active (DocketCopyRow *self)
{
  return gtk_switch_get_active (self->keep);
}

void
docket_copy_row_set_words (DocketCopyRow *self, const char *on, const char *off)
{
  g_free (self->on);
  g_free (self->off);
  self->on = g_strdup (on);
  self->off = g_strdup (off);
  update (self);
}
