/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-banner.h"

struct _DocketBanner
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (DocketBanner, docket_banner, ADW_TYPE_BIN)

typedef enum
{
  PROP_TITLE = 1,
  PROP_BUTTON_LABEL,
  PROP_ACTION_NAME,
  PROP_REVEALED,
  PROP_ERROR,
} DocketBannerProperty;

static GParamSpec *properties[PROP_ERROR + 1];

static void
docket_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketBanner *self = DOCKET_BANNER (object);

  switch ((DocketBannerProperty)id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->label));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;
    case PROP_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->revealer));
      break;
    case PROP_ERROR:
      g_value_set_boolean (value, gtk_widget_has_css_class (GTK_WIDGET (self->box), "error"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketBanner *self = DOCKET_BANNER (object);

  switch ((DocketBannerProperty)id)
    {
    case PROP_TITLE:
      docket_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      docket_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      docket_banner_set_action_name (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      docket_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    case PROP_ERROR:
      docket_banner_set_error (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_banner_class_init (DocketBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_banner_get_property;
  object_class->set_property = docket_banner_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boolean ("error", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, DocketBanner, box);
  gtk_widget_class_bind_template_child (widget_class, DocketBanner, label);
  gtk_widget_class_bind_template_child (widget_class, DocketBanner, button);
}

static void
docket_banner_init (DocketBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_banner_new (void)
{
  return g_object_new (DOCKET_TYPE_BANNER, NULL);
}

void
docket_banner_set_title (DocketBanner *self, const char *title)
{
  gtk_label_set_text (self->label, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
docket_banner_set_button_label (DocketBanner *self, const char *label)
{
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL && *label != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}

void
docket_banner_set_action_name (DocketBanner *self, const char *action_name)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTION_NAME]);
}

void
docket_banner_set_revealed (DocketBanner *self, gboolean revealed)
{
  if (gtk_revealer_get_reveal_child (self->revealer) == revealed)
    return;
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  /* What is hidden takes no focus, and assistive technology does not find it. */
  gtk_widget_set_visible (GTK_WIDGET (self->box), revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

void
docket_banner_set_error (DocketBanner *self, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->box), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->box), "error");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}
