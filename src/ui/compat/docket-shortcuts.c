/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-shortcuts.h"

void
docket_shortcuts_present (GtkWidget *parent)
{
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/app/docket/Docket/ui/docket-shortcuts.ui");
  GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

#if ADW_CHECK_VERSION(1, 8, 0)
  adw_dialog_present (ADW_DIALOG (shortcuts), parent);
#else
  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (shortcuts));
#endif
}
