/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* To be preloaded with GTK from 4.18 on: tells assistive technology where things really are. GTK
 * itself leaves the padding of all that is around a widget out, and a pointer that follows it would
 * miss small buttons. Nothing else changes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>

static gboolean
get_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (accessible);
  graphene_rect_t bounds, around = GRAPHENE_RECT_INIT_ZERO;
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *outer = GTK_IS_WIDGET (parent) ? GTK_WIDGET (parent) : gtk_widget_get_parent (widget);

  if (!gtk_widget_compute_bounds (widget, outer != NULL ? outer : widget, &bounds))
    return FALSE;
  if (outer != NULL && !gtk_widget_compute_bounds (outer, outer, &around))
    return FALSE;
  *x = outer != NULL ? (int)(bounds.origin.x - around.origin.x) : 0;
  *y = outer != NULL ? (int)(bounds.origin.y - around.origin.y) : 0;
  *width = (int)bounds.size.width;
  *height = (int)bounds.size.height;
  return TRUE;
}

/* Before there is a widget: each type takes over what its parent's says. */
int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **);
  GtkAccessibleInterface *interface = g_type_interface_peek (g_type_class_ref (GTK_TYPE_WIDGET),
                                                             GTK_TYPE_ACCESSIBLE);

  *(void **)&run = dlsym (RTLD_NEXT, "g_application_run");
  interface->get_bounds = get_bounds;
  return run (application, argc, argv);
}
