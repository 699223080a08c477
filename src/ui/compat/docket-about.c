/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/compat/docket-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#if ADW_CHECK_VERSION(1, 5, 0)
#define ABOUT(widget) ADW_ABOUT_DIALOG (widget)
#define about_call(name) adw_about_dialog_##name
#else
#define ABOUT(widget) ADW_ABOUT_WINDOW (widget)
#define about_call(name) adw_about_window_##name
#endif

void
docket_about_present (GtkWidget *parent,
                      const char *version,
                      const char *notes,
                      const char *debug_info)
{
  const char *developers[] = { "The Docket developers", NULL };
  const char *libraries[] = { "GTK https://www.gtk.org/",
                              "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita/",
                              "GLib https://docs.gtk.org/glib/",
                              "libsoup https://libsoup.gnome.org/",
                              "JSON-GLib https://gnome.pages.gitlab.gnome.org/json-glib/",
                              "libsecret https://gnome.pages.gitlab.gnome.org/libsecret/",
                              "libxml2 https://gitlab.gnome.org/GNOME/libxml2",
                              "SQLite https://sqlite.org/",
                              NULL };
  GtkWidget *about;

#if ADW_CHECK_VERSION(1, 5, 0)
  about = GTK_WIDGET (adw_about_dialog_new ());
#else
  about = adw_about_window_new ();
#endif
  about_call (set_application_name) (ABOUT (about), "Docket");
  about_call (set_application_icon) (ABOUT (about), APPLICATION_ID);
  about_call (set_version) (ABOUT (about), DOCKET_VERSION);
  about_call (set_developer_name) (ABOUT (about), "The Docket developers");
  about_call (set_developers) (ABOUT (about), developers);
  about_call (set_copyright) (ABOUT (about), "© 2026 The Docket developers");
  about_call (set_license_type) (ABOUT (about), GTK_LICENSE_GPL_3_0);
  about_call (set_website) (ABOUT (about), "https://docket.app/");
  about_call (set_issue_url) (ABOUT (about), "https://docket.app/issues");
  about_call (set_comments) (ABOUT (about),
                             _ ("See what is due and tidy up your Tallyfy tasks. Docket is "
                                "independent of Tallyfy, Inc."));
  about_call (set_release_notes) (ABOUT (about), notes);
  about_call (set_release_notes_version) (ABOUT (about), version);
  about_call (set_debug_info) (ABOUT (about), debug_info);
  about_call (set_debug_info_filename) (ABOUT (about), "docket.txt");
  /* Translators: heading above the names of the libraries that Docket is made with */
  about_call (add_acknowledgement_section) (ABOUT (about), _ ("Made With"), libraries);
  /* Translators: your names, one a line */
  about_call (set_translator_credits) (ABOUT (about), _ ("translator-credits"));
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), parent);
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (about));
#endif
}
