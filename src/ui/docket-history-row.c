/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-row.h"

#include <glib/gi18n.h>
#include "ui/docket-history-words.h"
#include "ui/docket-rows.h"
#include "workspace/docket-text.h"

struct _DocketHistoryRow
{
  AdwBin parent_instance;

  DocketHistoryEntry *entry;
  gulong changed_id;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *outcome;
  GtkLabel *time;
};

G_DEFINE_FINAL_TYPE (DocketHistoryRow, docket_history_row, ADW_TYPE_BIN)

static void
set_style (GtkWidget *widget, const char *style)
{
  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_remove_css_class (widget, "warning");
  gtk_widget_remove_css_class (widget, "faint");
  if (style != NULL)
    gtk_widget_add_css_class (widget, style);
}

static void
show_entry (DocketHistoryRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *title = docket_text_clean (docket_history_entry_get_title (self->entry));
  g_autofree char *outcome = docket_history_words_outcome (self->entry, now);
  g_autofree char *time = docket_history_words_time (self->entry, now);
  const char *shown = *title != '\0' ? title : _ ("Untitled task");
  const char *style = docket_history_words_style (self->entry);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", shown, outcome, time);

  gtk_image_set_from_icon_name (self->icon, docket_history_words_icon (self->entry));
  gtk_label_set_text (self->title, shown);
  gtk_label_set_text (self->outcome, outcome);
  gtk_label_set_text (self->time, time);
  set_style (GTK_WIDGET (self->icon), style);
  /* Only what went wrong is coloured in words too, and in full: yellow words could not be read. */
  set_style (GTK_WIDGET (self->outcome), g_strcmp0 (style, "error") == 0 ? style : "faint");
  docket_rows_name_item (GTK_WIDGET (self), name);
}

static void
docket_history_row_dispose (GObject *object)
{
  docket_history_row_set_entry (DOCKET_HISTORY_ROW (object), NULL);

  G_OBJECT_CLASS (docket_history_row_parent_class)->dispose (object);
}

static void
docket_history_row_class_init (DocketHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_history_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryRow, time);
  gtk_widget_class_bind_template_callback (widget_class, docket_rows_query_tooltip);
}

static void
docket_history_row_init (DocketHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_history_row_new (void)
{
  return g_object_new (DOCKET_TYPE_HISTORY_ROW, NULL);
}

void
docket_history_row_set_entry (DocketHistoryRow *self, DocketHistoryEntry *entry)
{
  if (self->entry != NULL)
    g_clear_signal_handler (&self->changed_id, self->entry);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_entry), self);
  show_entry (self);
}

DocketHistoryEntry *
docket_history_row_get_entry (DocketHistoryRow *self)
{
  return self->entry;
}
