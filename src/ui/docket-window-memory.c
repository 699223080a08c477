/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-window-memory.h"

#include "ui/docket-errand.h"

void
docket_window_memory_restore (GtkWindow *window, DocketMainView *view, GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, "view");
  DocketView shown;

  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
  if (docket_view_from_string (name, &shown))
    docket_main_view_set_view (view, shown);
}

void
docket_window_memory_return (DocketMainView *view, DocketSession *session)
{
  docket_errand_send (GTK_WIDGET (view), session, "visit.return", NULL);
}

void
docket_window_memory_save (DocketMainView *view, GSettings *settings)
{
  g_settings_set_string (settings, "view",
                         docket_view_to_string (docket_main_view_get_view (view)));
  gtk_widget_activate_action (GTK_WIDGET (view), "visit.keep", NULL);
}
