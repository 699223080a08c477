/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-wrap.h"

#define SPACING 6

struct _DocketWrap
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DocketWrap, docket_wrap, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *end; /* the first child that is not in it */
  int height;
} Line;

/* The next child that takes part, @child itself included. */
static GtkWidget *
find_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_laid_out (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_laid_out (gtk_widget_get_next_sibling (child));
}

static int
measure_width (GtkWidget *child, int available)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return available < 0 ? natural : CLAMP (natural, minimum, MAX (available, minimum));
}

static int
measure_height (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* What fits into a line of @available pixels (negative: any number), from @child on. */
static Line
fill_line (GtkWidget *child, int available)
{
  Line line = { child, 0 };
  int used = 0;

  while (line.end != NULL)
    {
      int width = measure_width (line.end, available);

      if (line.end != child && available >= 0 && used + width > available)
        break;
      line.height = MAX (line.height, measure_height (line.end, width));
      used += width + SPACING;
      line.end = get_next (line.end);
    }
  return line;
}

static int
measure_lines (GtkWidget *widget, int width)
{
  GtkWidget *child = get_first (widget);
  int height = 0;

  while (child != NULL)
    {
      Line line = fill_line (child, width);

      height += line.height + (line.end != NULL ? SPACING : 0);
      child = line.end;
    }
  return height;
}

static void
docket_wrap_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  int widest = 0;
  int all = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_lines (widget, for_size);
      return;
    }
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int least, wanted;

      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      widest = MAX (widest, least);
      all += wanted + (all > 0 ? SPACING : 0);
    }
  *minimum = widest;
  *natural = all;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
docket_wrap_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_first (widget);
  int y = 0;

  while (child != NULL)
    {
      Line line = fill_line (child, width);
      int x = 0;

      for (; child != line.end; child = get_next (child))
        {
          int own = measure_width (child, width);

          allocate (child, rtl ? width - x - own : x, y, own, line.height);
          x += own + SPACING;
        }
      y += line.height + SPACING;
    }
}

static GtkSizeRequestMode
docket_wrap_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
docket_wrap_dispose (GObject *object)
{
  docket_wrap_clear (DOCKET_WRAP (object));

  G_OBJECT_CLASS (docket_wrap_parent_class)->dispose (object);
}

static void
docket_wrap_class_init (DocketWrapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_wrap_dispose;
  widget_class->measure = docket_wrap_measure;
  widget_class->size_allocate = docket_wrap_size_allocate;
  widget_class->get_request_mode = docket_wrap_get_request_mode;
}

static void
docket_wrap_init (DocketWrap *self)
{
}

void
docket_wrap_append (DocketWrap *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
docket_wrap_clear (DocketWrap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
