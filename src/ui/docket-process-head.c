/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-head.h"

#include <glib/gi18n.h>
#include "ui/docket-chip.h"
#include "ui/docket-process-words.h"
#include "ui/docket-rows.h"
#include "ui/docket-wrap.h"

struct _DocketProcessHead
{
  AdwBin parent_instance;

  DocketProcess *process;
  gulong changed_id;
  char *my_name;

  GtkLabel *name;
  DocketWrap *chips;
  GtkProgressBar *bar;
  GtkLabel *progress;
};

G_DEFINE_FINAL_TYPE (DocketProcessHead, docket_process_head, ADW_TYPE_BIN)

static void
add_chip (DocketProcessHead *self, const char *words, DocketChipKind kind)
{
  if (words != NULL)
    docket_wrap_append (self->chips, docket_chip_new (words, kind));
}

static void
show_chips (DocketProcessHead *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *archived = docket_process_words_archived (self->process, now);
  g_autofree char *late = docket_process_words_late (self->process);
  g_autofree char *started = docket_process_words_started (self->process, now, self->my_name);

  docket_wrap_clear (self->chips);
  if (archived != NULL)
    add_chip (self, archived, DOCKET_CHIP_PLAIN);
  else if (docket_process_is_finished (self->process))
    add_chip (self, C_ ("state of a process", "Finished"), DOCKET_CHIP_SUCCESS);
  else
    add_chip (self, C_ ("state of a process", "Running"), DOCKET_CHIP_ACCENT);
  add_chip (self, late, DOCKET_CHIP_ERROR);
  if (started != NULL)
    {
      GtkWidget *label = gtk_label_new (started);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "faint");
      docket_wrap_append (self->chips, label);
    }
}

static void
show_process (DocketProcessHead *self)
{
  g_autofree char *name = docket_process_words_name (self->process);
  g_autofree char *progress = docket_process_words_progress (self->process);

  gtk_label_set_text (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_label_set_text (self->progress, progress);
  gtk_progress_bar_set_fraction (self->bar, docket_process_words_fraction (self->process));
  show_chips (self);
  docket_rows_name_item (GTK_WIDGET (self), name);
}

static void
docket_process_head_dispose (GObject *object)
{
  docket_process_head_set_process (DOCKET_PROCESS_HEAD (object), NULL, NULL);

  G_OBJECT_CLASS (docket_process_head_parent_class)->dispose (object);
}

static void
docket_process_head_class_init (DocketProcessHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_process_head_dispose;
  g_type_ensure (DOCKET_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-process-head.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketProcessHead, name);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessHead, chips);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessHead, bar);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessHead, progress);
}

static void
docket_process_head_init (DocketProcessHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_process_head_new (void)
{
  return g_object_new (DOCKET_TYPE_PROCESS_HEAD, NULL);
}

void
docket_process_head_set_process (DocketProcessHead *self,
                                 DocketProcess *process,
                                 const char *my_name)
{
  if (self->process != NULL)
    g_clear_signal_handler (&self->changed_id, self->process);
  g_set_object (&self->process, process);
  g_free (self->my_name);
  self->my_name = g_strdup (my_name);
  if (process == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (process, "changed", G_CALLBACK (show_process), self);
  show_process (self);
}
