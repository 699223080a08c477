/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-preferences.h"

#include <glib/gi18n.h>

/* Also in a language that libadwaita does not speak. */
#define TITLE _ ("Preferences")

#if ADW_CHECK_VERSION(1, 5, 0)

GtkWidget *
docket_preferences_new (GtkWidget *const *pages)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_dialog_set_title (dialog, TITLE);
  for (guint i = 0; pages[i] != NULL; i++)
    adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (pages[i]));
  return GTK_WIDGET (dialog);
}

void
docket_preferences_present (GtkWidget *preferences, GtkWidget *parent)
{
  adw_dialog_present (ADW_DIALOG (preferences), parent);
}

void
docket_preferences_close (GtkWidget *page)
{
  adw_dialog_close (ADW_DIALOG (gtk_widget_get_ancestor (page, ADW_TYPE_PREFERENCES_DIALOG)));
}

#else

#define WIDTH 600
#define HEIGHT 620

GtkWidget *
docket_preferences_new (GtkWidget *const *pages)
{
  GtkWidget *window = adw_preferences_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), TITLE);
  for (guint i = 0; pages[i] != NULL; i++)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (pages[i]));
  /* A handful of rows can be seen at once. */
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  return window;
}

void
docket_preferences_present (GtkWidget *preferences, GtkWidget *parent)
{
  GtkWindow *above = GTK_WINDOW (gtk_widget_get_root (parent));

  gtk_window_set_transient_for (GTK_WINDOW (preferences), above);
  gtk_window_set_modal (GTK_WINDOW (preferences), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (preferences),
                               MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (above))),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (above))));
  gtk_window_present (GTK_WINDOW (preferences));
}

void
docket_preferences_close (GtkWidget *page)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (page)));
}

#endif
