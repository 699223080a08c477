/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A look at the server: what it asks for, where it stops, and when a pass over everything follows.
 */
#include "room.h"

#include <string.h>

#include "workspace/docket-cache-pass.h"
#include "workspace/docket-workspace-private.h"

/* A task of the made-up server; the smaller the index, the later it was changed. */
static void
append_task (GString *json, guint index, const char *title, const char *updated)
{
  g_string_append_printf (json,
                          "%s{\"id\":\"t%u\",\"title\":\"%s %u\",\"is_oneoff_task\":true,"
                          "\"last_updated\":\"%s\"}",
                          json->len > 0 ? "," : "", index, title, index, updated);
}

static char *
make_date (guint index)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1700000000 - 60 * (gint64)index);

  return g_date_time_format_iso8601 (date);
}

/* Scripts a page of the tasks from @first to before @end; the first @n_changed of them have another
 * title. */
static void
push_tasks (Room *room, guint first, guint end, guint n_changed, guint page, guint total)
{
  g_autoptr (GString) tasks = g_string_new (NULL);
  g_autofree char *json = NULL;

  for (guint i = first; i < end; i++)
    {
      g_autofree char *date = make_date (i);

      append_task (tasks, i, i - first < n_changed ? "Other" : "Task", date);
    }
  json = page_json (tasks->str, page, MAX ((total + 99) / 100, 1), total);
  hostile_server_push_answer (room->server, 200, "", json);
}

static void
push_empty (Room *room)
{
  push_tasks (room, 0, 0, 0, 1, 0);
}

/* The requests are answered in the order of their arrival, so that not two are under way. */
static Room *
open_room (void)
{
  Room *room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open (room);
  push_tasks (room, 0, 100, 0, 1, 200);
  push_empty (room); /* members */
  push_tasks (room, 100, 200, 0, 2, 200);
  push_empty (room);
  error = room_refresh (room);
  g_assert_no_error (error);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 200);
  return room;
}

static void
look (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_workspace_look_async (room->workspace, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_workspace_refresh_finish (room->workspace, result, &error);
  g_assert_no_error (error);
}

static gpointer
count_changes_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sqlite3_total_changes (db));
}

static int
count_changes (Room *room)
{
  DocketDatabase *database = docket_cache_get_database (room->workspace->cache);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_run_async (database, G_PRIORITY_DEFAULT, count_changes_job, NULL, NULL, NULL,
                             NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return GPOINTER_TO_INT (docket_database_run_finish (database, result, NULL));
}

/* Two requests, and one row: that of the time. */
static void
test_nothing_new (void)
{
  g_autoptr (Room) room = open_room ();
  const int before = count_changes (room);

  push_tasks (room, 0, 100, 0, 1, 200);
  push_empty (room);
  look (room);
  run_pending ();
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 6);
  g_assert_true (request_has (room->server, 4, "page=1&")
                 && !request_has (room->server, 4, "archived"));
  g_assert_true (request_has (room->server, 5, "archived=only"));
  g_assert_cmpint (count_changes (room) - before, ==, 1);
  g_assert_null (room->workspace->sync);
}

static void
test_ten_changed (void)
{
  g_autoptr (Room) room = open_room ();
  const int before = count_changes (room);

  push_tasks (room, 0, 100, 10, 1, 200);
  push_tasks (room, 100, 200, 0, 2, 200);
  push_empty (room);
  look (room);
  run_pending ();
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 7);
  g_assert_cmpint (count_changes (room) - before, ==, 11);
  g_assert_null (room->workspace->sync);
}

static gboolean
has_no_pass (gpointer workspace)
{
  return ((DocketWorkspace *)workspace)->sync == NULL;
}

/* There is one fewer than are known: a pass follows, behind, and finds which. */
static void
test_one_gone (void)
{
  g_autoptr (Room) room = open_room ();

  push_tasks (room, 0, 100, 0, 1, 199);
  push_empty (room);
  push_tasks (room, 0, 100, 0, 1, 199);
  push_empty (room); /* members */
  push_tasks (room, 101, 200, 0, 2, 199);
  push_empty (room);
  hostile_server_push_answer (room->server, 404, "",
                              "{\"message\":\"No.\",\"code\":\"RESOURCE_NOT_FOUND\"}");
  look (room);
  g_assert_false (docket_workspace_get_syncing (room->workspace));
  g_assert_false (docket_workspace_get_passing (room->workspace));
  wait_until (has_no_pass, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 11);
  assert_request (room->server, 10, "GET /organizations/org1/tasks/t100");
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 199);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
}

/* Where a list does not begin with the latest change, what changed may stand anywhere. */
static void
test_not_in_order (void)
{
  g_autoptr (Room) room = open_room ();
  g_autofree char *early = make_date (1);
  g_autofree char *late = make_date (0);
  g_autoptr (GString) tasks = g_string_new (NULL);
  g_autofree char *json = NULL;

  append_task (tasks, 1, "Task", early);
  append_task (tasks, 0, "Task", late);
  json = page_json (tasks->str, 1, 2, 200);
  hostile_server_push_answer (room->server, 200, "", json);
  push_empty (room);
  push_tasks (room, 0, 100, 0, 1, 200);
  push_empty (room); /* members */
  push_tasks (room, 100, 200, 5, 2, 200);
  push_empty (room);
  look (room);
  wait_until (has_no_pass, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 10);
  assert_request (room->server, 7, "GET /organizations/org1/users");
}

static gboolean
is_resting (gpointer data)
{
  DocketWorkspace *workspace = data;

  return workspace->sync == NULL && !workspace->syncing;
}

/* A person sees all of it: what is new at once, and then a pass, whatever the look found. */
static void
test_asked_by_person (void)
{
  g_autoptr (Room) room = room_new (0);
  guint n_requests;

  room_open (room);
  push_tasks (room, 0, 100, 0, 1, 300);
  push_empty (room); /* members */
  push_tasks (room, 100, 200, 0, 2, 300);
  push_tasks (room, 200, 300, 0, 3, 300);
  push_empty (room);
  docket_workspace_renew (room->workspace);
  g_assert_true (docket_workspace_get_syncing (room->workspace));
  g_assert_true (docket_workspace_get_passing (room->workspace));
  wait_until (is_resting, room->workspace);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 300);
  n_requests = hostile_server_get_n_requests (room->server);
  g_assert_cmpuint (n_requests, ==, 5);

  push_tasks (room, 0, 100, 0, 1, 300);
  push_empty (room);
  push_tasks (room, 0, 100, 0, 1, 300);
  push_empty (room); /* members */
  push_tasks (room, 100, 200, 0, 2, 300);
  push_tasks (room, 200, 300, 0, 3, 300);
  push_empty (room);
  docket_workspace_renew (room->workspace);
  g_assert_true (docket_workspace_get_syncing (room->workspace));
  g_assert_false (docket_workspace_get_passing (room->workspace));
  wait_until (is_resting, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, n_requests + 7);
}

/* Two looks are one. */
static void
test_joins (void)
{
  g_autoptr (Room) room = open_room ();
  GAsyncResult *slots[2] = { NULL };

  push_tasks (room, 0, 100, 0, 1, 200);
  push_empty (room);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    docket_workspace_look_async (room->workspace, NULL, keep_result, &slots[i]);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (GAsyncResult) result = wait_for_result (&slots[i]);

      g_assert_true (docket_workspace_refresh_finish (room->workspace, result, NULL));
    }
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 6);
}

static gboolean
has_some (gpointer workspace)
{
  return docket_workspace_get_n_loaded (workspace) >= 100;
}

/* A pass that is stopped goes on where it was, also after the next start. */
static void
test_stopped (void)
{
  g_autoptr (Room) room = room_new (0);
  guint n_requests;

  room_open (room);
  push_tasks (room, 0, 100, 0, 1, 300);
  push_empty (room); /* members */
  hostile_server_push (room->server, HOSTILE_STALL, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  docket_workspace_look (room->workspace);
  wait_until (has_some, room->workspace);
  wait_for_requests_of (room, 4);
  docket_workspace_set_paused (room->workspace, TRUE);
  g_assert_true (docket_workspace_get_paused (room->workspace));
  docket_workspace_stop_pass (room->workspace);
  wait_until (is_resting, room->workspace);
  g_assert_false (docket_workspace_get_paused (room->workspace));
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
  hostile_server_release (room->server);
  room_close (room);

  room_open (room);
  n_requests = hostile_server_get_n_requests (room->server);
  push_tasks (room, 0, 100, 0, 1, 300);
  push_empty (room); /* members */
  push_tasks (room, 100, 200, 0, 2, 300);
  push_tasks (room, 200, 300, 0, 3, 300);
  push_empty (room);
  docket_workspace_look (room->workspace);
  wait_until (is_resting, room->workspace);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 300);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, n_requests + 5);
}

/* A connection that is lost in the second list: the first one is not read again. */
static void
test_goes_on (void)
{
  g_autoptr (Room) room = room_new (0);
  guint n_requests;

  room_open (room);
  push_tasks (room, 0, 100, 0, 1, 100);
  push_empty (room); /* members */
  hostile_server_push_answer (room->server, 500, "", "{}");
  docket_workspace_look (room->workspace);
  wait_until (is_resting, room->workspace);
  n_requests = hostile_server_get_n_requests (room->server);
  g_assert_cmpuint (n_requests, ==, 3);
  room_close (room);
  room_open (room);
  push_empty (room);
  push_empty (room); /* members */
  docket_workspace_look (room->workspace);
  wait_until (is_resting, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, n_requests + 2);
  g_assert_true (request_has (room->server, n_requests, "archived=only"));
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 100);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/look/nothing-new", test_nothing_new);
  folders_add_func ("/look/ten-changed", test_ten_changed);
  folders_add_func ("/look/one-gone", test_one_gone);
  folders_add_func ("/look/not-in-order", test_not_in_order);
  folders_add_func ("/look/asked-by-person", test_asked_by_person);
  folders_add_func ("/look/joins", test_joins);
  folders_add_func ("/look/stopped", test_stopped);
  folders_add_func ("/look/goes-on", test_goes_on);
  return folders_run ();
}
