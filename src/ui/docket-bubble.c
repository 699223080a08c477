/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-bubble.h"

/* What the lines below are laid out on, as the icon's are. */
#define SIZE 16

struct _DocketBubble
{
  GObject parent_instance;
};

static void docket_bubble_paintable_init (GdkPaintableInterface *iface);
static void docket_bubble_symbolic_init (GtkSymbolicPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketBubble,
                               docket_bubble,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE,
                                                      docket_bubble_paintable_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE,
                                                          docket_bubble_symbolic_init))

static void
add_path (cairo_t *cr)
{
  cairo_move_to (cr, 3, 2);
  cairo_arc (cr, 13, 4, 2, -G_PI_2, 0);
  cairo_arc (cr, 13, 10, 2, 0, G_PI_2);
  cairo_line_to (cr, 8, 12);
  cairo_line_to (cr, 4.8, 14.7);
  cairo_curve_to (cr, 4.48, 14.97, 4, 14.72, 4, 14.3);
  cairo_line_to (cr, 4, 12);
  cairo_arc (cr, 3, 10, 2, G_PI_2, G_PI);
  cairo_arc (cr, 3, 4, 2, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
draw (GdkSnapshot *snapshot, double width, double height, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (GTK_SNAPSHOT (snapshot),
                                           &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));

  cairo_scale (cr, width / SIZE, height / SIZE);
  gdk_cairo_set_source_rgba (cr, color);
  add_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
docket_bubble_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  draw (snapshot, width, height, &(GdkRGBA){ 0, 0, 0, 1 });
}

static void
docket_bubble_snapshot_symbolic (GtkSymbolicPaintable *paintable,
                                 GdkSnapshot *snapshot,
                                 double width,
                                 double height,
                                 const GdkRGBA *colors,
                                 gsize n_colors)
{
  draw (snapshot, width, height, &colors[GTK_SYMBOLIC_COLOR_FOREGROUND]);
}

static int
docket_bubble_get_intrinsic_size (GdkPaintable *paintable)
{
  return SIZE;
}

static void
docket_bubble_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = docket_bubble_snapshot;
  iface->get_intrinsic_width = docket_bubble_get_intrinsic_size;
  iface->get_intrinsic_height = docket_bubble_get_intrinsic_size;
}

static void
docket_bubble_symbolic_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = docket_bubble_snapshot_symbolic;
}

static void
docket_bubble_class_init (DocketBubbleClass *klass)
{
}

static void
docket_bubble_init (DocketBubble *self)
{
}
