/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-tag-chip.h"

#include "ui/docket-chip.h"

#define DOT_SIZE 10

#define DOCKET_TYPE_TAG_DOT (docket_tag_dot_get_type ())
G_DECLARE_FINAL_TYPE (DocketTagDot, docket_tag_dot, DOCKET, TAG_DOT, GtkWidget)

struct _DocketTagDot
{
  GtkWidget parent_instance;

  GdkRGBA color;
};

G_DEFINE_FINAL_TYPE (DocketTagDot, docket_tag_dot, GTK_TYPE_WIDGET)

/* The theme draws a line around it, so that it is seen on a ground of the same colour. */
static void
docket_tag_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const float width = (float)gtk_widget_get_width (widget);
  const float height = (float)gtk_widget_get_height (widget);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &DOCKET_TAG_DOT (widget)->color, &shape.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
docket_tag_dot_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = DOT_SIZE;
}

static void
docket_tag_dot_class_init (DocketTagDotClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = docket_tag_dot_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = docket_tag_dot_measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "tag-dot");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
docket_tag_dot_init (DocketTagDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
docket_tag_chip_new_dot (const char *color)
{
  DocketTagDot *self;
  GdkRGBA parsed;

  if (color == NULL || !gdk_rgba_parse (&parsed, color))
    return NULL;
  self = g_object_new (DOCKET_TYPE_TAG_DOT, NULL);
  self->color = parsed;
  return GTK_WIDGET (self);
}

GtkWidget *
docket_tag_chip_new (const char *title, const char *color)
{
  GtkWidget *dot = docket_tag_chip_new_dot (color);
  GtkWidget *label = docket_chip_new (title, DOCKET_CHIP_TAG);
  GtkWidget *chip;

  if (dot == NULL)
    return label;
  /* The shape is around both. */
  gtk_widget_remove_css_class (label, "chip");
  gtk_widget_remove_css_class (label, "tag");
  chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "tag");
  gtk_box_append (GTK_BOX (chip), dot);
  gtk_box_append (GTK_BOX (chip), label);
  return chip;
}
