/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-ahead.h"

#include "workspace/docket-account.h"
#include "workspace/docket-cache-private.h"
#include "workspace/docket-journal-private.h"
#include "workspace/docket-mark.h"

/* A file is waited for so long as it is not known which ones there are. */
static GMutex mutex;
static GCond changed;
static gboolean under_way;
static GPtrArray *files; /* of File; NULL: none are opened ahead */

typedef struct
{
  char *path;
  sqlite3 *db;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  sqlite3_close (file->db);
  g_free (file->path);
  g_free (file);
}

/* @db: (transfer full) (nullable) */
static void
keep (const char *path, sqlite3 *db)
{
  File *file = NULL;

  if (db == NULL)
    return;
  file = g_new0 (File, 1);
  file->path = g_strdup (path);
  file->db = db;
  g_mutex_lock (&mutex);
  g_ptr_array_add (files, file);
  g_cond_broadcast (&changed);
  g_mutex_unlock (&mutex);
}

static void
open_cache (DocketAccount *account)
{
  g_autofree char *name = docket_account_dup_file_name (account);
  g_autofree char *path = docket_cache_build_path (name);

  keep (path, docket_database_open_file (path, docket_cache_get_schema (), NULL));
}

/* What cannot be opened is opened again when it is asked for, and then said. */
static gpointer
open_thread (gpointer data)
{
  const gint64 begin = docket_mark_begin ();
  g_autofree char *path = docket_journal_build_path ();
  sqlite3 *journal = docket_database_open_file (path, docket_journal_get_schema (), NULL);
  g_autoptr (GPtrArray) accounts
      = journal != NULL ? docket_journal_load_accounts_job (journal, NULL, NULL, NULL) : NULL;

  keep (path, journal);
  if (accounts != NULL && accounts->len > 0)
    {
      /* The accounts are read by one that is closed then, and the workspace has another. */
      keep (path, docket_database_open_file (path, docket_journal_get_schema (), NULL));
      open_cache (accounts->pdata[0]);
    }
  docket_mark_end (begin, "open files", NULL);
  g_mutex_lock (&mutex);
  under_way = FALSE;
  g_cond_broadcast (&changed);
  g_mutex_unlock (&mutex);
  return NULL;
}

void
docket_ahead_begin (void)
{
  g_return_if_fail (files == NULL);

  files = g_ptr_array_new_with_free_func (file_free);
  under_way = TRUE;
  g_thread_unref (g_thread_new ("ahead", open_thread, NULL));
}

static sqlite3 *
steal (const char *path)
{
  for (guint i = 0; i < files->len; i++)
    {
      File *file = files->pdata[i];
      sqlite3 *db = file->db;

      if (g_str_equal (file->path, path))
        {
          file->db = NULL;
          g_ptr_array_remove_index (files, i);
          return db;
        }
    }
  return NULL;
}

sqlite3 *
docket_ahead_take (const char *path)
{
  sqlite3 *db = NULL;

  g_mutex_lock (&mutex);
  while (files != NULL && (db = steal (path)) == NULL && under_way)
    g_cond_wait (&changed, &mutex);
  g_mutex_unlock (&mutex);
  return db;
}

void
docket_ahead_end (void)
{
  g_autoptr (GPtrArray) rest = NULL;

  g_mutex_lock (&mutex);
  if (!under_way)
    rest = g_steal_pointer (&files);
  g_mutex_unlock (&mutex);
}
