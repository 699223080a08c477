/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-squeeze.h"

struct _DocketSqueeze
{
  GtkWidget parent_instance;

  GtkWidget *wide;
  GtkWidget *narrow;
  gboolean wide_only;
  gboolean narrow_only;
};

enum
{
  PROP_WIDE = 1,
  PROP_NARROW,
  PROP_WIDE_ONLY,
  PROP_NARROW_ONLY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketSqueeze, docket_squeeze, GTK_TYPE_WIDGET)

static void
docket_squeeze_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  DocketSqueeze *self = DOCKET_SQUEEZE (widget);
  int wide_minimum, wide_natural, narrow_minimum, narrow_natural;

  gtk_widget_measure (self->wide, orientation, -1, &wide_minimum, &wide_natural, NULL, NULL);
  gtk_widget_measure (self->narrow, orientation, -1, &narrow_minimum, &narrow_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MAX (wide_minimum, narrow_minimum);
  else
    *minimum = self->wide_only ? wide_natural : narrow_minimum;
  *natural = self->narrow_only && orientation == GTK_ORIENTATION_HORIZONTAL
                 ? narrow_natural
                 : MAX (wide_natural, narrow_natural);
}

static void
docket_squeeze_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DocketSqueeze *self = DOCKET_SQUEEZE (widget);
  int needed;
  gboolean fits;

  gtk_widget_measure (self->wide, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  fits = width >= needed && !self->narrow_only;
  gtk_widget_set_child_visible (self->wide, fits);
  gtk_widget_set_child_visible (self->narrow, !fits);
  gtk_widget_allocate (fits ? self->wide : self->narrow, width, height, -1, NULL);
}

static GtkSizeRequestMode
docket_squeeze_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
docket_squeeze_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketSqueeze *self = DOCKET_SQUEEZE (object);

  switch (id)
    {
    case PROP_WIDE:
      self->wide = g_value_get_object (value);
      gtk_widget_set_parent (self->wide, GTK_WIDGET (self));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_object (value);
      gtk_widget_set_parent (self->narrow, GTK_WIDGET (self));
      break;
    case PROP_WIDE_ONLY:
      self->wide_only = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_NARROW_ONLY:
      self->narrow_only = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_squeeze_dispose (GObject *object)
{
  DocketSqueeze *self = DOCKET_SQUEEZE (object);

  g_clear_pointer (&self->wide, gtk_widget_unparent);
  g_clear_pointer (&self->narrow, gtk_widget_unparent);

  G_OBJECT_CLASS (docket_squeeze_parent_class)->dispose (object);
}

static void
docket_squeeze_class_init (DocketSqueezeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = docket_squeeze_set_property;
  object_class->dispose = docket_squeeze_dispose;
  widget_class->measure = docket_squeeze_measure;
  widget_class->size_allocate = docket_squeeze_size_allocate;
  widget_class->get_request_mode = docket_squeeze_get_request_mode;

  properties[PROP_WIDE] = g_param_spec_object ("wide", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_object ("narrow", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDE_ONLY] = g_param_spec_boolean ("wide-only", NULL, NULL, FALSE,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW_ONLY] = g_param_spec_boolean ("narrow-only", NULL, NULL, FALSE,
                                                       G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
docket_squeeze_init (DocketSqueeze *self)
{
}
