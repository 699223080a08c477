/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "folders.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "waiting.h"

typedef struct
{
  GTestFunc run;
  GTestDataFunc run_with;
  gconstpointer data;
  GDestroyNotify data_free;
} Case;

static char *base;

static void
case_free (gpointer data)
{
  Case *self = data;

  if (self->data_free != NULL)
    self->data_free ((gpointer)self->data);
  g_free (self);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static gboolean
folder_holds (const char *folder, const char *ending, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "docket", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      if (!g_str_has_suffix (name, ending))
        continue;
      if (text == NULL)
        return TRUE;
      if (g_file_get_contents (file, &content, &length, NULL)
          && memmem (content, length, text, strlen (text)) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
journal_holds (const char *text)
{
  return folder_holds (g_get_user_data_dir (), "", text);
}

gboolean
cache_holds (const char *text)
{
  return folder_holds (g_get_user_cache_dir (), "", text);
}

/* SQLite removes it with the last connection. */
static gboolean
files_are_closed (gpointer data)
{
  return !folder_holds (g_get_user_data_dir (), "-wal", NULL)
         && !folder_holds (g_get_user_cache_dir (), "-wal", NULL);
}

void
wait_for_closed_files (void)
{
  wait_until (files_are_closed, NULL);
}

static void
run_case (gconstpointer data)
{
  const Case *self = data;

  wait_for_closed_files ();
  remove_tree (g_get_user_data_dir ());
  remove_tree (g_get_user_cache_dir ());
  if (self->run != NULL)
    self->run ();
  else
    self->run_with (self->data);
}

static void
set_folder (const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (base, name, NULL);

  g_setenv (variable, path, TRUE);
}

void
folders_init (int *argc, char ***argv, gboolean in_memory)
{
  gboolean has_memory = in_memory && access ("/dev/shm", W_OK | X_OK) == 0;

  g_test_init (argc, argv, NULL);
  base = g_build_filename (has_memory ? "/dev/shm" : g_get_tmp_dir (), "docket-test-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (base));
  set_folder ("HOME", "home");
  set_folder ("XDG_DATA_HOME", "data");
  set_folder ("XDG_CACHE_HOME", "cache");
}

int
folders_run (void)
{
  const int status = g_test_run ();

  wait_for_closed_files ();
  remove_tree (base);
  g_free (base);
  return status;
}

void
folders_add_func (const char *path, GTestFunc run)
{
  Case *self = g_new0 (Case, 1);

  self->run = run;
  g_test_add_data_func_full (path, self, run_case, case_free);
}

void
folders_add_data_func (const char *path,
                       gconstpointer data,
                       GDestroyNotify data_free,
                       GTestDataFunc run)
{
  Case *self = g_new0 (Case, 1);

  self->run_with = run;
  self->data = data;
  self->data_free = data_free;
  g_test_add_data_func_full (path, self, run_case, case_free);
}
