/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include "ui/docket-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (DocketApplication) application = NULL;

  /* For a program that is not installed: the po folder of its build. */
  const char *catalogues = g_getenv ("DOCKET_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Docket");

  application = docket_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
