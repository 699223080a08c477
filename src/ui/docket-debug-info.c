/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-debug-info.h"

#include <locale.h>
#include <sqlite3.h>
#include "ui/compat/docket-versions.h"
#include "ui/docket-sandbox.h"

/* (transfer full) */
static char *
measure (const char *base)
{
  g_autofree char *path = g_build_filename (base, "docket", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  guint64 size = 0, n_files = 0;

  g_file_measure_disk_usage (folder, G_FILE_MEASURE_APPARENT_SIZE, NULL, NULL, NULL, &size, NULL,
                             &n_files, NULL);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " kB in %" G_GUINT64_FORMAT " files",
                          (size + 1023) / 1024, n_files);
}

static void
measure_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *cache = measure (g_get_user_cache_dir ());
  g_autofree char *kept = measure (g_get_user_data_dir ());
  const char *drawn = data;

  g_task_return_pointer (task,
                         g_strdup_printf ("%s"
                                          "Cache: %s\n"
                                          "History and copies: %s\n",
                                          drawn, cache, kept),
                         g_free);
}

/* What only the main thread may ask for. (transfer full) */
static char *
write_about_window (GtkWidget *window)
{
  g_autofree char *versions = docket_versions_dup ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (window));
  const gboolean sandbox = docket_sandbox_is_there ();
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");

  return g_strdup_printf ("Docket %s\n%sSQLite %s\n\n"
                          "Display: %s\n"
                          "Renderer: %s\n"
                          "Desktop: %s\n"
                          "Language: %s\n"
                          "Sandbox: %s\n"
                          "Portals: %s\n\n",
                          DOCKET_VERSION, versions, sqlite3_libversion (),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (window)),
                          renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "none",
                          desktop != NULL ? desktop : "unknown", setlocale (LC_MESSAGES, NULL),
                          sandbox ? "Flatpak" : "none", sandbox ? "used" : "not used");
}

void
docket_debug_info_write_async (GtkWidget *window, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_debug_info_write_async);
  g_task_set_task_data (task, write_about_window (window), g_free);
  g_task_run_in_thread (task, measure_cb);
}

char *
docket_debug_info_write_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
