/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-batch-bar.h"

#include <glib/gi18n.h>
#include "ui/docket-many-words.h"

struct _DocketBatchBar
{
  AdwBin parent_instance;

  DocketRemovalBatch *batch;
  guint tick_id; /* while a countdown shows */

  GtkLabel *heading;
  GtkLabel *count;
  GtkWidget *pause;
  GtkWidget *go_on;
  GtkWidget *stop;
  GtkWidget *dismiss;
  GtkProgressBar *progress;
  GtkWidget *after;
  GtkButton *undo;
};

G_DEFINE_FINAL_TYPE (DocketBatchBar, docket_batch_bar, ADW_TYPE_BIN)

static void update (DocketBatchBar *self);

static gboolean
tick_cb (gpointer data)
{
  update (data);
  return G_SOURCE_CONTINUE;
}

static void
show_buttons (DocketBatchBar *self, DocketBatchState state)
{
  gboolean ended = state == DOCKET_BATCH_ENDED;
  gboolean goes_on = state == DOCKET_BATCH_RUNNING || state == DOCKET_BATCH_WAITING;
  guint n_done = docket_removal_batch_get_n_done (self->batch);
  gboolean undoable
      = docket_removal_batch_get_kind (self->batch) == DOCKET_REMOVAL_ARCHIVE && n_done > 0;
  /* Translators: restores what was archived; %u is how many tasks */
  g_autofree char *undo
      = g_strdup_printf (ngettext ("Undo All %'u", "Undo All %'u", n_done), n_done);

  gtk_widget_set_visible (self->pause, goes_on);
  gtk_widget_set_visible (self->go_on, !ended && !goes_on);
  gtk_widget_set_visible (self->stop, !ended);
  gtk_widget_set_visible (self->dismiss, ended);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), !ended);
  gtk_widget_set_visible (self->after, ended);
  gtk_widget_set_visible (GTK_WIDGET (self->undo), undoable);
  gtk_button_set_label (self->undo, undo);
}

static void
update (DocketBatchBar *self)
{
  DocketBatchState state = docket_removal_batch_get_state (self->batch);
  guint n_done = docket_removal_batch_get_n_done (self->batch);
  guint n_ended = n_done + docket_removal_batch_get_n_failed (self->batch);
  guint n_total = docket_removal_batch_get_n_total (self->batch);
  g_autofree char *heading = docket_many_words_heading (self->batch);
  g_autofree char *count = docket_many_words_count (self->batch);

  if (state != DOCKET_BATCH_WAITING)
    g_clear_handle_id (&self->tick_id, g_source_remove);
  else if (self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self), state != DOCKET_BATCH_ENDED || n_done < n_total);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->count, count);
  gtk_progress_bar_set_fraction (self->progress, n_total > 0 ? (double)n_ended / n_total : 0);
  show_buttons (self, state);
}

static void
drop_batch (DocketBatchBar *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->batch != NULL)
    g_signal_handlers_disconnect_by_data (self->batch, self);
  g_clear_object (&self->batch);
}

static void
docket_batch_bar_dispose (GObject *object)
{
  drop_batch (DOCKET_BATCH_BAR (object));

  G_OBJECT_CLASS (docket_batch_bar_parent_class)->dispose (object);
}

static void
docket_batch_bar_class_init (DocketBatchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_batch_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-batch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, heading);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, count);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, pause);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, go_on);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, stop);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, dismiss);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, progress);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, after);
  gtk_widget_class_bind_template_child (widget_class, DocketBatchBar, undo);
}

static void
docket_batch_bar_init (DocketBatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_batch_bar_set_batch (DocketBatchBar *self, DocketRemovalBatch *batch)
{
  drop_batch (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (batch == NULL)
    return;
  self->batch = g_object_ref (batch);
  g_signal_connect_swapped (batch, "notify", G_CALLBACK (update), self);
  update (self);
}
