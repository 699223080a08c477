/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-first-rows.h"

static void
painted_cb (GtkWidget *list, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, list);
  g_debug (DOCKET_FIRST_ROWS_MESSAGE);
}

static void
map_cb (GtkWidget *list)
{
  g_signal_handlers_disconnect_by_func (list, map_cb, NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (list), "after-paint",
                           G_CALLBACK (painted_cb), list, G_CONNECT_SWAPPED);
}

void
docket_first_rows_note (GtkWidget *list)
{
  static gboolean noted;

  if (noted)
    return;
  noted = TRUE;
  if (gtk_widget_get_mapped (list))
    map_cb (list);
  else
    g_signal_connect (list, "map", G_CALLBACK (map_cb), NULL);
}
