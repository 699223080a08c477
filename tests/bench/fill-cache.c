/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* fill-cache N FILE: makes FILE the cache of an account with so many tasks. */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "bench-office.h"
#include "waiting.h"

static DocketCache *
open_cache (const char *name)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketCache *cache;

  docket_cache_open_async (name, BENCH_USER, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  cache = docket_cache_open_finish (result, &error);
  if (cache == NULL)
    g_error ("No cache: %s", error->message);
  return cache;
}

/* What it has been told is in its file. */
static void
close_cache (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_close_async (docket_cache_get_database (cache), keep_result, &slot);
  result = wait_for_result (&slot);
  g_object_unref (cache);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *made = NULL;
  DocketCache *cache;
  gint64 start, filled;

  if (argc != 3)
    g_error ("Usage: fill-cache N FILE");
  folder = g_strconcat (argv[2], ".part", NULL);
  inner = g_build_filename (folder, "docket", NULL);
  made = g_build_filename (inner, "tasks.db", NULL);
  g_setenv ("XDG_CACHE_HOME", folder, TRUE);
  g_remove (made);

  cache = open_cache ("tasks");
  start = g_get_monotonic_time ();
  bench_office_fill (cache, (guint)strtoul (argv[1], NULL, 10));
  filled = g_get_monotonic_time ();
  bench_office_index (cache);
  g_print ("%s tasks: %.2f s, and %.2f s for the index of search\n", argv[1],
           (double)(filled - start) / G_USEC_PER_SEC,
           (double)(g_get_monotonic_time () - filled) / G_USEC_PER_SEC);
  close_cache (cache);
  if (g_rename (made, argv[2]) != 0)
    g_error ("%s: %s", argv[2], g_strerror (errno));
  g_rmdir (inner);
  g_rmdir (folder);
  return 0;
}
