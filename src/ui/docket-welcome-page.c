/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-welcome-page.h"

#include <adwaita.h>

#define SPACING 30
#define TEXT_WIDTH 440

struct _DocketWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  GtkWidget *text;
  GtkLabel *title;
  GtkLabel *description;
};

enum
{
  PROP_PICTURE = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketWelcomePage, docket_welcome_page, GTK_TYPE_WIDGET)

static void
docket_welcome_page_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  DocketWelcomePage *self = DOCKET_WELCOME_PAGE (widget);
  int picture_minimum, picture_natural;

  gtk_widget_measure (self->text, orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (self->picture, orientation, -1, &picture_minimum, &picture_natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *natural += SPACING + picture_natural;
  else
    {
      *minimum = MAX (*minimum, picture_minimum);
      *natural = MAX (*natural, picture_natural);
    }
}

static void
docket_welcome_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DocketWelcomePage *self = DOCKET_WELCOME_PAGE (widget);
  int picture_width, picture_height, text_height, y;
  gboolean fits;

  gtk_widget_measure (self->picture, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &picture_width, NULL,
                      NULL);
  gtk_widget_measure (self->picture, GTK_ORIENTATION_VERTICAL, -1, NULL, &picture_height, NULL,
                      NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &text_height, NULL, NULL);
  fits = picture_height + SPACING + text_height <= height;
  gtk_widget_set_child_visible (self->picture, fits);
  y = MAX (0, (height - text_height - (fits ? picture_height + SPACING : 0)) / 2);
  if (fits)
    {
      gtk_widget_size_allocate (self->picture,
                                &(GtkAllocation){ (width - picture_width) / 2, y, picture_width,
                                                  picture_height },
                                -1);
      y += picture_height + SPACING;
    }
  gtk_widget_size_allocate (self->text, &(GtkAllocation){ 0, y, width, text_height }, -1);
}

static GtkSizeRequestMode
docket_welcome_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
docket_welcome_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketWelcomePage *self = DOCKET_WELCOME_PAGE (object);

  switch (id)
    {
    case PROP_PICTURE:
      self->picture = g_value_get_object (value);
      gtk_widget_insert_after (self->picture, GTK_WIDGET (self), NULL);
      break;
    case PROP_TITLE:
      gtk_label_set_label (self->title, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      gtk_label_set_label (self->description, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_welcome_page_dispose (GObject *object)
{
  DocketWelcomePage *self = DOCKET_WELCOME_PAGE (object);

  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (docket_welcome_page_parent_class)->dispose (object);
}

static void
docket_welcome_page_class_init (DocketWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = docket_welcome_page_set_property;
  object_class->dispose = docket_welcome_page_dispose;
  widget_class->measure = docket_welcome_page_measure;
  widget_class->size_allocate = docket_welcome_page_size_allocate;
  widget_class->get_request_mode = docket_welcome_page_get_request_mode;

  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE]
      = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* (transfer full) */
static GtkLabel *
create_label (GtkAccessibleRole role, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "justify",
                                   GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static void
docket_welcome_page_init (DocketWelcomePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->title = create_label (GTK_ACCESSIBLE_ROLE_HEADING, "title-1");
  self->description = create_label (GTK_ACCESSIBLE_ROLE_LABEL, "body");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->description));
  self->text = g_object_new (ADW_TYPE_CLAMP, "maximum-size", TEXT_WIDTH, "tightening-threshold",
                             TEXT_WIDTH, "child", box, "margin-start", 12, "margin-end", 12, NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}
