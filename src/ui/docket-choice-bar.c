/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-choice-bar.h"

struct _DocketChoiceBar
{
  AdwBin parent_instance;

  gboolean archived;
};

enum
{
  PROP_ARCHIVED = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketChoiceBar, docket_choice_bar, ADW_TYPE_BIN)

static void
docket_choice_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARCHIVED)
    g_value_set_boolean (value, DOCKET_CHOICE_BAR (object)->archived);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_choice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARCHIVED)
    DOCKET_CHOICE_BAR (object)->archived = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_choice_bar_class_init (DocketChoiceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = docket_choice_bar_get_property;
  object_class->set_property = docket_choice_bar_set_property;
  properties[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/docket/Docket/ui/docket-choice-bar.ui");
}

static void
docket_choice_bar_init (DocketChoiceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
