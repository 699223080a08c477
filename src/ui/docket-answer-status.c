/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-status.h"

struct _DocketAnswerStatus
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *more;
  GtkButton *button;
  GtkButton *other;
  GtkWidget *row; /* the one above; not owned: both go together */
};

enum
{
  CHOSEN,
  OTHER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketAnswerStatus, docket_answer_status, GTK_TYPE_LIST_BOX_ROW)

static void
chosen_cb (DocketAnswerStatus *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
other_cb (DocketAnswerStatus *self)
{
  g_signal_emit (self, signals[OTHER], 0);
}

static gboolean
docket_answer_status_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
docket_answer_status_class_init (DocketAnswerStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = docket_answer_status_focus;
  signals[CHOSEN] = g_signal_new ("chosen", DOCKET_TYPE_ANSWER_STATUS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[OTHER] = g_signal_new ("other", DOCKET_TYPE_ANSWER_STATUS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-answer-status.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerStatus, icon);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerStatus, heading);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerStatus, more);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerStatus, button);
  gtk_widget_class_bind_template_child (widget_class, DocketAnswerStatus, other);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
}

static void
docket_answer_status_init (DocketAnswerStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_answer_status_new (GtkWidget *row)
{
  DocketAnswerStatus *self = g_object_new (DOCKET_TYPE_ANSWER_STATUS, NULL);

  self->row = row;
  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* For assistive technology it is a part of the row above. */
static void
tie (DocketAnswerStatus *self, gboolean told, gboolean is_error)
{
  GtkAccessible *row = GTK_ACCESSIBLE (self->row);

  if (told)
    gtk_accessible_update_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->heading, NULL,
                                    -1);
  else
    gtk_accessible_reset_relation (row, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  if (is_error)
    gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                 -1);
  else
    gtk_accessible_reset_state (row, GTK_ACCESSIBLE_STATE_INVALID);
}

void
docket_answer_status_tell (DocketAnswerStatus *self,
                           const char *heading,
                           const char *more,
                           gboolean is_error)
{
  const gboolean told = heading != NULL;

  gtk_label_set_text (self->heading, told ? heading : "");
  gtk_label_set_text (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);
  gtk_image_set_from_icon_name (self->icon,
                                is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  set_class (GTK_WIDGET (self), "error", is_error);
  set_class (self->row, "error", is_error);
  set_class (self->row, "told", told);
  gtk_widget_set_visible (GTK_WIDGET (self), told);
  tie (self, told, is_error);
}

void
docket_answer_status_offer (DocketAnswerStatus *self,
                            const char *label,
                            const char *other,
                            gboolean able)
{
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_button_set_label (self->other, other != NULL ? other : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->other), other != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), able);
}
