/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-work-buttons.h"

#include "ui/docket-completions.h"
#include "ui/docket-squeeze.h"

struct _DocketWorkButtons
{
  AdwBin parent_instance;

  GtkWidget *complete;
  GtkWidget *approve;
  GtkWidget *reject;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (DocketWorkButtons, docket_work_buttons, ADW_TYPE_BIN)

static void
docket_work_buttons_class_init (DocketWorkButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOCKET_TYPE_SQUEEZE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-work-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketWorkButtons, complete);
  gtk_widget_class_bind_template_child (widget_class, DocketWorkButtons, approve);
  gtk_widget_class_bind_template_child (widget_class, DocketWorkButtons, reject);
  gtk_widget_class_bind_template_child (widget_class, DocketWorkButtons, reopen);
}

static void
docket_work_buttons_init (DocketWorkButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_work_buttons_show (DocketWorkButtons *self, DocketTask *task)
{
  GtkWidget *const buttons[] = {
    [DOCKET_COMPLETION_COMPLETE] = self->complete,
    [DOCKET_COMPLETION_APPROVE] = self->approve,
    [DOCKET_COMPLETION_REJECT] = self->reject,
    [DOCKET_COMPLETION_REOPEN] = self->reopen,
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_visible (buttons[i], docket_completions_fits (task, (DocketCompletionKind)i));
}
