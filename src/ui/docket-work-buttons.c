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
  gboolean folded;
  gboolean has_two; /* Approve and Reject */
};

enum
{
  PROP_FOLDED = 1,
  PROP_TIGHT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketWorkButtons, docket_work_buttons, ADW_TYPE_BIN)

static void
docket_work_buttons_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketWorkButtons *self = DOCKET_WORK_BUTTONS (object);

  if (id == PROP_FOLDED)
    g_value_set_boolean (value, self->folded);
  else if (id == PROP_TIGHT)
    g_value_set_boolean (value, self->folded || self->has_two);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_work_buttons_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketWorkButtons *self = DOCKET_WORK_BUTTONS (object);

  if (id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, properties[PROP_TIGHT]);
}

static void
docket_work_buttons_class_init (DocketWorkButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_work_buttons_get_property;
  object_class->set_property = docket_work_buttons_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  self->has_two = docket_completions_fits (task, DOCKET_COMPLETION_APPROVE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIGHT]);
}
