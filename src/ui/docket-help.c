/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-help.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-links.h"
#include "ui/docket-notice.h"
#include "ui/docket-sandbox.h"

/* (transfer full) (nullable): NULL where @data has none */
static char *
find_below (const char *data)
{
  g_autofree char *folder = g_build_filename (data, "help", "C", "docket", NULL);
  g_autofree char *page = g_build_filename (folder, "index.page", NULL);

  return g_file_test (page, G_FILE_TEST_EXISTS) ? g_steal_pointer (&folder) : NULL;
}

/* Where a help viewer looks for them. (transfer full) (nullable): NULL where they are not installed
 */
static char *
find_pages (void)
{
  const char *const *folders = g_get_system_data_dirs ();
  char *found = find_below (g_get_user_data_dir ());

  for (guint i = 0; found == NULL && folders[i] != NULL; i++)
    found = find_below (folders[i]);
  return found;
}

static void
tell (GtkWidget *widget, const char *body)
{
  docket_notice_show (widget, _ ("Help Cannot Be Shown"), body);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *pages = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (docket_links_open_help_finish (GTK_WINDOW (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: %s is a folder. Yelp is the name of a program. */
  body = g_strdup_printf (_ ("This computer has no program that shows help pages, such as Yelp. "
                             "The pages are in %s."),
                          pages);
  tell (GTK_WIDGET (source), body);
}

void
docket_help_open (GtkWidget *widget)
{
  g_autofree char *pages = find_pages ();
  g_autofree char *outside = docket_sandbox_dup_path_outside (pages);
  g_autofree char *body = NULL;

  if (pages == NULL)
    tell (widget, _ ("The help pages are not installed. They come with an installed Docket."));
  else if (outside != NULL)
    {
      /* Translators: %s is a folder */
      body = g_strdup_printf (_ ("Docket runs in a sandbox, where help viewers find no pages. "
                                 "They are in %s."),
                              outside);
      tell (widget, body);
    }
  else
    docket_links_open_help_async (GTK_WINDOW (gtk_widget_get_root (widget)), "help:docket",
                                  opened_cb, g_steal_pointer (&pages));
}
