/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-row.h"

#include "ui/docket-avatars.h"
#include "ui/docket-process-words.h"
#include "ui/docket-rows.h"

struct _DocketProcessRow
{
  AdwBin parent_instance;

  DocketProcess *process;
  gulong changed_id;

  GtkLabel *name;
  GtkProgressBar *bar;
  GtkLabel *progress;
  GtkWidget *dot;
  GtkLabel *state;
  GtkBox *avatars;
};

G_DEFINE_FINAL_TYPE (DocketProcessRow, docket_process_row, ADW_TYPE_BIN)

static void
show_state (DocketProcessRow *self, GDateTime *now)
{
  g_autofree char *late = docket_process_words_late (self->process);
  g_autofree char *archived = docket_process_words_archived (self->process, now);
  const char *state = late != NULL ? late : archived;

  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_widget_set_visible (self->dot, state != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), late != NULL ? "faint" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->state), late != NULL ? "error" : "faint");
}

static void
show_process (DocketProcessRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = docket_process_words_name (self->process);
  g_autofree char *progress = docket_process_words_progress (self->process);
  g_autofree char *all = docket_process_words_row (self->process, now);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (self->bar, docket_process_words_fraction (self->process));
  show_state (self, now);
  docket_avatars_show (self->avatars, docket_process_get_people (self->process));
  docket_rows_name_item (GTK_WIDGET (self), all);
}

static void
docket_process_row_dispose (GObject *object)
{
  docket_process_row_set_process (DOCKET_PROCESS_ROW (object), NULL);

  G_OBJECT_CLASS (docket_process_row_parent_class)->dispose (object);
}

static void
docket_process_row_class_init (DocketProcessRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_process_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-process-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, name);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, bar);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, progress);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, state);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessRow, avatars);
  gtk_widget_class_bind_template_callback (widget_class, docket_rows_query_tooltip);
}

static void
docket_process_row_init (DocketProcessRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_process_row_new (void)
{
  return g_object_new (DOCKET_TYPE_PROCESS_ROW, NULL);
}

void
docket_process_row_set_process (DocketProcessRow *self, DocketProcess *process)
{
  if (self->process != NULL)
    g_clear_signal_handler (&self->changed_id, self->process);
  g_set_object (&self->process, process);
  if (process == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (process, "changed", G_CALLBACK (show_process), self);
  show_process (self);
}
