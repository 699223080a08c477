/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How much of what a server allows the first pass uses, and how often it is refused. A minute is
 * some seconds long, for the server and for the client. */
#include <stdio.h>

#include "bench-figure.h"
#include "bench-server.h"
#include "room.h"
#include "workspace/docket-workspace-private.h"

/* Four minutes and a bit. */
static const BenchServerTerms newest = {
  .n_pages = 2500,
  .per_page = 4,
  .minute = 6000,
  .per_minute = 600,
};

/* An hour and a bit; nothing tells of it but the refusal. */
static const BenchServerTerms older = {
  .n_pages = 1300,
  .per_page = 4,
  .minute = 1000,
  .per_minute = 100,
  .per_hour = 1000,
};

static void
progress_cb (DocketWorkspace *workspace, GParamSpec *spec, gint64 *longest)
{
  *longest = MAX (*longest, docket_workspace_get_time_left (workspace));
}

/* @longest: (out): of the times that a person was told it would take, in seconds */
static BenchServer *
read_all (const BenchServerTerms *terms, gint64 *longest)
{
  BenchServer *server = bench_server_new (terms);
  g_autofree char *address = bench_server_dup_address (server);
  g_autoptr (Room) room = room_new_at (address, 0);
  g_autofree char *name = docket_account_dup_file_name (room->account);
  g_autoptr (GError) error = NULL;
  const gint64 start = g_get_monotonic_time ();

  docket_cache_remove_files (name);
  g_object_unref (room->client);
  room->client = g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token", ROOM_TOKEN,
                               "minute", terms->minute, NULL);
  room_open (room);
  *longest = 0;
  g_signal_connect (room->workspace, "notify::n-loaded", G_CALLBACK (progress_cb), longest);
  error = room_refresh (room);
  g_assert_no_error (error);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==,
                    terms->n_pages * terms->per_page);
  printf ("# %u pages, %u a minute of %u s: %u requests, %u refused, %.1f s; told were up to "
          "%" G_GINT64_FORMAT " s\n",
          terms->n_pages, terms->per_minute, terms->minute / 1000,
          bench_server_get_n_requests (server), bench_server_get_n_refused (server),
          (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC, *longest);
  fflush (stdout);
  room_close (room);
  return server;
}

static void
run (void)
{
  gint64 longest;
  BenchServer *server = read_all (&newest, &longest);

  g_assert_cmpint (longest, >=, 2 * newest.minute / 1000);
  bench_figure_at_least ("600 a minute: share used", bench_server_get_share (server), "", 0.95);
  bench_figure_at_most ("600 a minute: refused", bench_server_get_n_refused (server), "", 0);
  bench_server_free (server);
  server = read_all (&older, &longest);
  bench_figure_at_most ("100 a minute, 1,000 an hour: refused", bench_server_get_n_refused (server),
                        "", 1);
  g_assert_cmpint (longest, >, older.minute / 1000 * 10);
  bench_server_free (server);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 0, "/pace", run);
}
