/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who wants to know whether a row of a list is in view, or nearly so. */
#define DOCKET_TYPE_IN_VIEW (docket_in_view_get_type ())
G_DECLARE_INTERFACE (DocketInView, docket_in_view, DOCKET, IN_VIEW, GtkWidget)

struct _DocketInViewInterface
{
  GTypeInterface parent_iface;

  /* Comes between two passes of the layout of one frame: what it changes is in that frame. */
  void (*set_in_view) (DocketInView *self, gboolean in_view);
};

/* From its "root" to its "unroot" a child of an item of a GtkListView is told. The list has some 200 rows, of which GTK 4.8
 * maps all. */
void docket_in_view_watch (DocketInView *self);
void docket_in_view_unwatch (DocketInView *self);

G_END_DECLS
