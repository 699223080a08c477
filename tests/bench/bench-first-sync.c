/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How long the first pass over all tasks takes where each answer takes 50 ms, and how long it takes
 * to ask for the same pages one after the other and to parse them with json-glib; and after how
 * many requests the first rows are there. */
#include <stdio.h>

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "bench-server.h"
#include "room.h"
#include "workspace/docket-workspace-private.h"

#define N_TASKS 100000
#define N_RUNS 5
#define LATENCY 50
#define CONTENT "run,tags,summary,threads,form_fields"

static const BenchServerTerms terms = {
  .latency = LATENCY,
  .n_pages = N_TASKS / BENCH_PAGE,
  .per_page = BENCH_PAGE,
  .minute = 60000,
  .per_minute = 100000,
};

/* Returns how many pages the list has. */
static gint64
read_page (SoupSession *session, const char *address, gboolean archived, guint page)
{
  g_autofree char *uri
      = g_strdup_printf ("%s/organizations/org1/"
                         "tasks?page=%u&per_page=100&sort=newest&with=" CONTENT "%s",
                         address, page, archived ? "&archived=only" : "");
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = soup_session_send_and_read (session, message, NULL, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *pagination;

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (body, NULL),
                              (gssize)g_bytes_get_size (body), &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  pagination
      = json_object_get_object_member (json_object_get_object_member (root, "meta"), "pagination");
  return json_object_get_int_member (pagination, "total_pages");
}

/* Seconds. */
static double
time_plain (const char *address)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  const gint64 start = g_get_monotonic_time ();

  for (guint archived = 0; archived < 2; archived++)
    for (guint page = 1; page <= read_page (session, address, archived != 0, page); page++)
      ;
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

typedef struct
{
  Room *room;
  BenchServer *server;
  guint n_requests; /* when the first rows were there; 0 = not yet */
} First;

static void
rows_cb (GListModel *model, guint position, guint removed, guint added, First *first)
{
  if (first->n_requests == 0 && added > 0)
    first->n_requests = bench_server_get_n_requests (first->server);
}

/* Seconds. @n_before: (out): requests that were sent before the first rows were there */
static double
time_docket (BenchServer *server, const char *address, guint *n_before)
{
  g_autoptr (Room) room = room_new_at (address, 0);
  g_autofree char *name = docket_account_dup_file_name (room->account);
  First first = { .room = room, .server = server };
  const guint n_earlier = bench_server_get_n_requests (server);
  g_autoptr (GError) error = NULL;
  gint64 start;
  double seconds;

  docket_cache_remove_files (name);
  room_open (room);
  g_signal_connect (docket_workspace_get_tasks (room->workspace), "items-changed",
                    G_CALLBACK (rows_cb), &first);
  docket_task_model_set_view (docket_workspace_get_tasks (room->workspace), DOCKET_VIEW_ALL);
  start = g_get_monotonic_time ();
  error = room_refresh (room);
  g_assert_no_error (error);
  seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==,
                    bench_office_count (N_TASKS, FALSE));
  *n_before = first.n_requests - n_earlier;
  room_close (room);
  return seconds;
}

static void
run (void)
{
  BenchServer *server = bench_server_new (&terms);
  g_autofree char *address = bench_server_dup_address (server);
  g_autoptr (GArray) docket = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_before = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double mine = time_docket (server, address, &n_before);
      const double others = time_plain (address);

      printf ("# docket %.1f s, one page after the other %.1f s\n", mine, others);
      fflush (stdout);
      g_array_append_val (docket, mine);
      g_array_append_val (plain, others);
    }
  g_assert_cmpuint (bench_server_get_n_refused (server), ==, 0);
  bench_figure_at_most ("first sync / listing alone",
                        bench_figure_median (docket) / bench_figure_median (plain), "x", 0.4);
  bench_figure_at_most ("first sync: requests to first rows", n_before, "", 3);
  bench_server_free (server);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 0, "/first-sync", run);
}
