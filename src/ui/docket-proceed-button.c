/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-proceed-button.h"

struct _DocketProceedButton
{
  GtkButton parent_instance;

  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (DocketProceedButton, docket_proceed_button, GTK_TYPE_BUTTON)

static void
docket_proceed_button_class_init (DocketProceedButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-proceed-button.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketProceedButton, spinner);
}

static void
docket_proceed_button_init (DocketProceedButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_proceed_button_update (DocketProceedButton *self, gboolean ready, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), ready && !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}
