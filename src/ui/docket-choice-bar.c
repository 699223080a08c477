/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-choice-bar.h"

#include <glib/gi18n.h>

struct _DocketChoiceBar
{
  AdwBin parent_instance;

  gboolean archived;
  char *reason;

  GtkWidget *choices;
  GtkWidget *removal;
  GtkWidget *tidy;
};

enum
{
  PROP_ARCHIVED = 1,
  PROP_REASON,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketChoiceBar, docket_choice_bar, ADW_TYPE_BIN)

static void
docket_choice_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketChoiceBar *self = DOCKET_CHOICE_BAR (object);

  switch (id)
    {
    case PROP_ARCHIVED:
      g_value_set_boolean (value, self->archived);
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_choice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketChoiceBar *self = DOCKET_CHOICE_BAR (object);

  switch (id)
    {
    case PROP_ARCHIVED:
      self->archived = g_value_get_boolean (value);
      break;
    case PROP_REASON:
      g_free (self->reason);
      self->reason = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_choice_bar_finalize (GObject *object)
{
  g_free (DOCKET_CHOICE_BAR (object)->reason);

  G_OBJECT_CLASS (docket_choice_bar_parent_class)->finalize (object);
}

static void
docket_choice_bar_class_init (DocketChoiceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = docket_choice_bar_get_property;
  object_class->set_property = docket_choice_bar_set_property;
  object_class->finalize = docket_choice_bar_finalize;
  properties[PROP_ARCHIVED] = g_param_spec_boolean ("archived", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/docket/Docket/ui/docket-choice-bar.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketChoiceBar, choices);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketChoiceBar, removal);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketChoiceBar, tidy);
}

static void
docket_choice_bar_init (DocketChoiceBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_choice_bar_set_tidying (DocketChoiceBar *self, gboolean tidying, guint n_chosen)
{
  g_autofree char *label
      = g_strdup_printf (ngettext ("Archive %'u Task", "Archive %'u Tasks", n_chosen), n_chosen);

  gtk_widget_set_visible (self->choices, !tidying);
  gtk_widget_set_visible (self->removal, !tidying);
  gtk_widget_set_visible (self->tidy, tidying);
  gtk_button_set_label (GTK_BUTTON (self->tidy), n_chosen > 0 ? label : _ ("Archive Tasks"));
}
