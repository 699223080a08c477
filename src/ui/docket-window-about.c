/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-window-about.h"

#include "ui/compat/docket-about.h"
#include "ui/compat/docket-shortcuts.h"
#include "ui/docket-debug-info.h"
#include "ui/docket-help.h"
#include "ui/docket-release-notes.h"

static void
help_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_help_open (widget);
}

static void
shortcuts_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_shortcuts_present (widget);
}

static void
info_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *info = docket_debug_info_write_finish (result);
  g_autofree char *version = NULL;
  g_autofree char *notes = docket_release_notes_dup (&version);

  /* The window was closed meanwhile. */
  if (gtk_widget_get_mapped (GTK_WIDGET (source)))
    docket_about_present (GTK_WIDGET (source), version, notes, info);
}

static void
about_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_debug_info_write_async (widget, info_written_cb, NULL);
}

void
docket_window_about_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_action);
}
