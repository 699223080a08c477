/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-in-view.h"

#define WATCH_KEY "docket-in-view"
/* Pixels beyond what is seen, where a row that comes is made ready and one that went is still kept.
 */
#define NEAR 60
#define FAR 180

G_DEFINE_INTERFACE (DocketInView, docket_in_view, GTK_TYPE_WIDGET)

/* Of one list. */
typedef struct
{
  GtkWidget *list;
  GPtrArray *rows; /* of DocketInView, not owned */
  GdkFrameClock *clock;
  gulong layout_id;
} Watch;

static void
docket_in_view_default_init (DocketInViewInterface *iface)
{
}

/* What is between @near and @far of the view stays as it is. */
static void
tell (Watch *watch, DocketInView *row)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (row));
  const float height = (float)gtk_widget_get_height (watch->list);
  graphene_rect_t bounds;
  float distance;

  if (!gtk_widget_get_mapped (GTK_WIDGET (row))
      || !gtk_widget_compute_bounds (item, watch->list, &bounds))
    {
      DOCKET_IN_VIEW_GET_IFACE (row)->set_in_view (row, FALSE);
      return;
    }
  distance = MAX (bounds.origin.y - height, -(bounds.origin.y + bounds.size.height));
  if (distance < NEAR)
    DOCKET_IN_VIEW_GET_IFACE (row)->set_in_view (row, TRUE);
  else if (distance > FAR)
    DOCKET_IN_VIEW_GET_IFACE (row)->set_in_view (row, FALSE);
}

static void
layout_cb (Watch *watch)
{
  for (guint i = 0; i < watch->rows->len; i++)
    tell (watch, watch->rows->pdata[i]);
}

static void
stop (Watch *watch)
{
  if (watch->clock != NULL)
    g_clear_signal_handler (&watch->layout_id, watch->clock);
  g_clear_object (&watch->clock);
}

/* GTK lays out in this signal, before this. Where rows change in it, it comes again. */
static void
start (Watch *watch)
{
  stop (watch);
  watch->clock = g_object_ref (gtk_widget_get_frame_clock (watch->list));
  watch->layout_id
      = g_signal_connect_swapped (watch->clock, "layout", G_CALLBACK (layout_cb), watch);
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  stop (watch);
  g_ptr_array_unref (watch->rows);
  g_free (watch);
}

static Watch *
ensure_watch (GtkWidget *list)
{
  Watch *watch = g_object_get_data (G_OBJECT (list), WATCH_KEY);

  if (watch != NULL)
    return watch;
  watch = g_new0 (Watch, 1);
  watch->list = list;
  watch->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (list), WATCH_KEY, watch, watch_free);
  g_signal_connect_swapped (list, "map", G_CALLBACK (start), watch);
  g_signal_connect_swapped (list, "unmap", G_CALLBACK (stop), watch);
  if (gtk_widget_get_mapped (list))
    start (watch);
  return watch;
}

void
docket_in_view_watch (DocketInView *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  if (list != NULL)
    g_ptr_array_add (ensure_watch (list)->rows, self);
}

void
docket_in_view_unwatch (DocketInView *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  Watch *watch = list != NULL ? g_object_get_data (G_OBJECT (list), WATCH_KEY) : NULL;

  if (watch != NULL)
    g_ptr_array_remove_fast (watch->rows, self);
}
