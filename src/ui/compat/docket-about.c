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

/* Versions alone: nothing of the account, the server or the tasks. (transfer full) */
static char *
describe_versions (void)
{
  return g_strdup_printf ("Docket %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n",
                          DOCKET_VERSION, gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version (), glib_major_version,
                          glib_minor_version, glib_micro_version);
}

void
docket_about_present (GtkWidget *parent)
{
  const char *developers[] = { "The Docket developers", NULL };
  g_autofree char *versions = describe_versions ();
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
  about_call (set_debug_info) (ABOUT (about), versions);
  about_call (set_debug_info_filename) (ABOUT (about), "docket.txt");
  /* Translators: your names, one a line */
  about_call (set_translator_credits) (ABOUT (about), _ ("translator-credits"));
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (about), parent);
#else
  gtk_window_set_transient_for (GTK_WINDOW (about), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (about));
#endif
}
