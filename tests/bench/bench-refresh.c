/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* bench-refresh FILE: what a refresh of a window's workspace asks for and writes when nothing has
 * changed at the server, and when ten tasks have. FILE was made by fill-cache with 10,000 tasks.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libsoup/soup.h>

#include "bench-figure.h"
#include "bench-office.h"
#include "room.h"
#include "workspace/docket-workspace-private.h"

#define EMPTY                                                                                      \
  "{\"data\":[],\"meta\":{\"pagination\":{\"total\":0,\"per_page\":100,\"current_page\":1,"        \
  "\"total_pages\":1,"                                                                             \
  "\"links\":[]}}}"
#define N_TASKS 10000
#define N_CHANGED 10

typedef struct
{
  guint n_changed;
  guint n_pages;  /* requests for tasks */
  guint n_others; /* and for anything else */
} Office;

typedef struct
{
  gint n_tasks; /* rows written; of the worker thread */
  gint n_others;
} Written;

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Office *office = user_data;
  char *answer;

  if (g_str_has_suffix (path, "/tasks"))
    {
      const char *page = query != NULL ? g_hash_table_lookup (query, "page") : NULL;
      gboolean archived
          = query != NULL && g_strcmp0 (g_hash_table_lookup (query, "archived"), "only") == 0;

      office->n_pages++;
      answer = bench_office_page (N_TASKS, archived,
                                  page != NULL ? (guint)strtoul (page, NULL, 10) : 1,
                                  office->n_changed);
    }
  else
    {
      office->n_others++;
      answer = g_str_has_suffix (path, "/users") ? bench_office_users () : g_strdup (EMPTY);
    }
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, answer,
                                    strlen (answer));
}

static SoupServer *
open_server (Office *office)
{
  SoupServer *server = soup_server_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  soup_server_add_handler (server, NULL, request_cb, office, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  return server;
}

static char *
dup_address (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  return address;
}

/* The time of the refresh itself is a fact that each one writes. */
static void
written_cb (void *data, int operation, const char *database, const char *table, sqlite3_int64 row)
{
  Written *written = data;

  if (g_str_equal (table, "task"))
    g_atomic_int_inc (&written->n_tasks);
  else if (!g_str_equal (table, "fact"))
    g_atomic_int_inc (&written->n_others);
}

static gpointer
watch_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  sqlite3_update_hook (db, written_cb, job_data);
  return NULL;
}

static void
watch (DocketCache *cache, Written *written)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_DEFAULT, watch_job,
                             written, NULL, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
}

static gboolean
has_lists (gpointer office)
{
  return ((Office *)office)->n_others >= 3;
}

/* Refreshes, and tells what it took. Returns how many requests came. */
static guint
refresh (Room *room, Office *office, Written *written, guint n_changed)
{
  const gint64 start = g_get_monotonic_time ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  *office = (Office){ .n_changed = n_changed };
  *written = (Written){ 0 };
  docket_workspace_look_async (room->workspace, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_workspace_refresh_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  g_assert_null (room->workspace->sync);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==,
                    bench_office_count (N_TASKS, FALSE));
  printf ("# %u tasks changed: %u pages of tasks and %u other requests; %d rows of tasks and %d "
          "others written;"
          " %.1f s\n",
          n_changed, office->n_pages, office->n_others, written->n_tasks, written->n_others,
          (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  fflush (stdout);
  return office->n_pages + office->n_others;
}

/* What the server says of the first task of the list has come. */
static void
assert_arrived (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketCacheSummary) summary = NULL;

  docket_cache_summarize_async (room->workspace->cache, "t0", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  summary = docket_cache_summarize_finish (room->workspace->cache, result, NULL);
  g_assert_true (g_str_has_prefix (summary->title, "Again: "));
}

static void
run (void)
{
  Office office = { 0 };
  Written written = { 0 };
  SoupServer *server = open_server (&office);
  g_autofree char *address = dup_address (server);
  g_autoptr (Room) room = room_new_at (address, 0);

  bench_office_place (bench_figure_get_file (0), room->account);
  room_open (room);
  /* As a window does; where none are kept they are read once at that time. */
  docket_workspace_follow_lists (room->workspace);
  wait_until (has_lists, &office);
  watch (room->workspace->cache, &written);
  bench_figure_at_most ("refresh, nothing changed: requests", refresh (room, &office, &written, 0),
                        "", 2);
  bench_figure_at_most ("refresh, 10 changed: requests",
                        refresh (room, &office, &written, N_CHANGED), "", 3);
  assert_arrived (room);
  bench_figure_at_most ("refresh, 10 changed: rows written", written.n_tasks + written.n_others, "",
                        N_CHANGED);
  room_close (room);
  soup_server_disconnect (server);
  g_object_unref (server);
}

int
main (int argc, char *argv[])
{
  return bench_figure_run (argc, argv, 1, "/refresh", run);
}
