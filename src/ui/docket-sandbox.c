/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sandbox.h"

/* Flatpak puts it there, and tells in it where it keeps what the sandbox has as /app. */
#define INFO "/.flatpak-info"
#define INSIDE "/app/"

gboolean
docket_sandbox_is_there (void)
{
  return g_file_test (INFO, G_FILE_TEST_EXISTS);
}

char *
docket_sandbox_dup_path_outside (const char *path)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *files = NULL;

  if (path == NULL || !g_str_has_prefix (path, INSIDE)
      || !g_key_file_load_from_file (info, INFO, G_KEY_FILE_NONE, NULL))
    return NULL;
  files = g_key_file_get_string (info, "Instance", "app-path", NULL);
  return files != NULL ? g_build_filename (files, path + strlen (INSIDE), NULL) : NULL;
}
