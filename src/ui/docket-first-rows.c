/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-first-rows.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "workspace/docket-mark.h"

#define TRIM_AFTER_MS 400

/* What a start needed for a moment goes back to the system. */
static gboolean
trim_cb (gpointer data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget *list, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, list);
  g_debug (DOCKET_FIRST_ROWS_MESSAGE);
  docket_mark_end (0, "first rows", NULL);
  g_timeout_add_full (G_PRIORITY_LOW, TRIM_AFTER_MS, trim_cb, NULL, NULL);
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
