/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The whole list, page by page: what is seen meanwhile, what an error leaves, what is dropped at
 * the end. */
#include "room.h"

#include <string.h>

#define TASK(id) "{\"id\":\"" id "\",\"title\":\"" id "\",\"is_oneoff_task\":true}"
#define MEMBERS                                                                                    \
  "{\"data\":[{\"id\":8,\"full_name\":\"Noa\",\"email\":\"noa@example.com\"},"                     \
  "{\"id\":9,\"email\":\"a@example.com\"}]}"
#define HALF "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"

static void
push_page (Room *room, const char *tasks, guint page, guint total_pages, guint total)
{
  g_autofree char *json = page_json (tasks, page, total_pages, total);

  hostile_server_push_answer (room->server, 200, "", json);
}

static void
assert_connection (Room *room, DocketConnection connection, gboolean has_error)
{
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, connection);
  g_assert_true ((docket_workspace_get_error (room->workspace) != NULL) == has_error);
}

static void
assert_count (Room *room, DocketView view, guint n)
{
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, view), ==, n);
}

static void
assert_refreshed (Room *room)
{
  g_autoptr (GError) error = room_refresh (room);

  g_assert_no_error (error);
  assert_connection (room, DOCKET_CONNECTION_ONLINE, FALSE);
  g_assert_false (docket_workspace_get_syncing (room->workspace));
}

/* Waits until the counts have caught up with the cache, which they do by themselves. */
static gboolean
has_two (gpointer workspace)
{
  return docket_workspace_get_count (workspace, DOCKET_VIEW_ALL) == 2;
}

static void
progress_cb (DocketWorkspace *workspace, GParamSpec *spec, GString *text)
{
  g_string_append_printf (text, "%u/%u ", docket_workspace_get_n_loaded (workspace),
                          docket_workspace_get_n_expected (workspace));
}

static void
test_first (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GString) progress = g_string_new (NULL);
  static const char *const lines[]
      = { "GET /organizations/org1/tasks", "GET /organizations/org1/users",
          "GET /organizations/org1/tasks", "GET /organizations/org1/tasks" };

  push_page (room, TASK ("a") "," TASK ("b"), 1, 2, 3);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  push_page (room, TASK ("c"), 2, 2, 3);
  push_page (room, "{\"id\":\"d\",\"title\":\"d\",\"archived_at\":\"2026-03-15T17:00:00Z\"}", 1, 1,
             1);
  room_open (room);
  assert_connection (room, DOCKET_CONNECTION_SYNCING_FIRST, FALSE);
  g_assert_false (docket_workspace_get_has_tasks (room->workspace));
  g_assert_null (docket_workspace_get_last_sync (room->workspace));
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 0);

  g_signal_connect (room->workspace, "notify::n-loaded", G_CALLBACK (progress_cb), progress);
  assert_refreshed (room);
  g_assert_cmpstr (progress->str, ==, "0/0 2/3 3/3 4/4 ");
  assert_count (room, DOCKET_VIEW_ALL, 3);
  assert_count (room, DOCKET_VIEW_ARCHIVED, 1);
  g_assert_nonnull (docket_workspace_get_last_sync (room->workspace));
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_request (room->server, i, lines[i]);
  g_assert_true (request_has (room->server, 0, "page=1&")
                 && !request_has (room->server, 0, "archived"));
  g_assert_true (request_has (room->server, 2, "page=2&")
                 && !request_has (room->server, 2, "archived"));
  g_assert_true (request_has (room->server, 3, "page=1&")
                 && request_has (room->server, 3, "archived=only"));
}

static void
test_names (void)
{
  g_autoptr (Room) room = room_new (0);

  push_page (room, TASK ("a"), 1, 1, 1);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  push_page (room, "", 1, 1, 0);
  room_open (room);
  assert_refreshed (room);
  g_assert_cmpstr (docket_workspace_get_person_name (room->workspace, "8"), ==, "Noa");
  g_assert_cmpstr (docket_workspace_get_person_name (room->workspace, "9"), ==, "a@example.com");
  g_assert_cmpstr (docket_workspace_get_person_name (room->workspace, "7"), ==, "Mia");
  g_assert_null (docket_workspace_get_person_name (room->workspace, "10"));
}

static void
test_opened_again (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK ("a"), "");
  room_close (room);
  room_open (room);
  assert_connection (room, DOCKET_CONNECTION_ONLINE, FALSE);
  assert_count (room, DOCKET_VIEW_ALL, 1);
  g_assert_true (docket_workspace_get_has_tasks (room->workspace));
  g_assert_nonnull (docket_workspace_get_last_sync (room->workspace));
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

/* What came before the error stays, and so does what was there before. */
static void
test_error_in_the_middle (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK ("old"), "");
  push_page (room, TASK ("a"), 1, 2, 3);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  hostile_server_push (room->server, HOSTILE_STALL, HALF);
  docket_workspace_refresh_async (room->workspace, NULL, keep_result, &slot);
  wait_until (has_two, room->workspace);
  wait_for_requests_of (room, 6);
  g_assert_true (docket_workspace_get_syncing (room->workspace));
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  g_assert_false (docket_workspace_refresh_finish (room->workspace, result, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_CONNECTION_LOST);
  assert_connection (room, DOCKET_CONNECTION_OFFLINE, TRUE);
  assert_count (room, DOCKET_VIEW_ALL, 2);
  g_assert_false (docket_workspace_get_syncing (room->workspace));
}

#define GONE "{\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"

/* A pass over two pages, after which "old" is in the cache or not. @again: (nullable): the first
 * page when it is read once more, and after it the second; @status: (0 = none) what is said of
 * "old" alone */
static void
assert_pass (const char *first,
             const char *second,
             guint total,
             const char *again,
             guint status,
             guint n_after)
{
  g_autoptr (Room) room = room_new (0);
  guint n_requests = 7 + (status != 0);

  room_open_with (room, TASK ("old"), "");
  push_page (room, first, 1, 2, total);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  push_page (room, second, 2, 2, total);
  if (again != NULL)
    {
      push_page (room, again, 1, 2, total);
      n_requests++;
    }
  if (again == first)
    {
      push_page (room, second, 2, 2, total);
      n_requests++;
    }
  push_page (room, "", 1, 1, 0);
  if (status != 0)
    hostile_server_push_answer (room->server, status, "",
                                status == 200 ? "{\"data\":" TASK ("old") "}" : GONE);
  assert_refreshed (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, n_requests);
  if (status != 0)
    assert_request (room->server, n_requests - 1, "GET /organizations/org1/tasks/old");
  assert_count (room, DOCKET_VIEW_ALL, n_after);
}

static void
test_moved_rows (void)
{
  const char *ab = TASK ("a") "," TASK ("b");
  const char *bc = TASK ("b") "," TASK ("c");

  /* One of four was missed while another was seen twice, and is nowhere. */
  assert_pass (ab, bc, 4, ab, 0, 4);
  /* It has come to the front, and with it all are known; whether "old" is gone the server is asked.
   */
  assert_pass (ab, bc, 4, TASK ("d") "," TASK ("a"), 404, 4);
  assert_pass (ab, bc, 3, NULL, 404, 3);
  assert_pass (ab, bc, 3, NULL, 200, 4);
  assert_pass (ab, bc, 3, NULL, 403, 4);
  /* A second page that is the first again proves nothing. */
  assert_pass (ab, ab, 4, ab, 0, 3);
  /* An entry that cannot be read is one of those that are there. */
  assert_pass (TASK ("a") ",7", TASK ("b"), 3, NULL, 404, 2);
  /* It has gone from one list to the other while the pass went the other way. */
  assert_pass (TASK ("a"), TASK ("b"), 2, NULL, 200, 3);
}

/* Pages without an end. */
static void
test_endless (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK ("old"), "");
  push_page (room, TASK ("a"), 1, 1000, 1000);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  /* They are under way together. */
  for (guint i = 0; i < 5; i++)
    push_page (room, TASK ("a"), 1, 1000, 1000);
  push_page (room, "", 1, 1, 0);
  assert_refreshed (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 11);
  assert_count (room, DOCKET_VIEW_ALL, 2);
}

/* The same where nobody says how many there are. */
static void
test_endless_without_total (void)
{
  g_autoptr (Room) room = room_new (0);
  static const char again[]
      = "{\"data\":[" TASK ("a") "],\"meta\":{\"pagination\":{\"links\":{\"next\":\"/x\"}}}}";

  room_open_with (room, TASK ("old"), "");
  hostile_server_push_answer (room->server, 200, "", again);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  hostile_server_push_answer (room->server, 200, "", again);
  push_page (room, "", 1, 1, 0);
  assert_refreshed (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 7);
  assert_count (room, DOCKET_VIEW_ALL, 2);
}

typedef struct
{
  guint status;
  const char *body;
  DocketConnection connection;
} Refusal;

static const Refusal refusals[] = {
  { 401, "{\"message\":\"Unauthenticated.\"}", DOCKET_CONNECTION_SIGNED_OUT },
  { 403, "{\"message\":\"No.\"}", DOCKET_CONNECTION_FAILED },
  { 404, "{\"message\":\"No.\",\"code\":\"ENDPOINT_NOT_FOUND\"}", DOCKET_CONNECTION_FAILED },
  { 500, "{}", DOCKET_CONNECTION_FAILED },
  { 200, "<html></html>", DOCKET_CONNECTION_FAILED },
  { 200, "{}", DOCKET_CONNECTION_FAILED },
};

/* At every request but that for the members, without whom tasks are seen all the same. */
static void
test_refusals (gconstpointer data)
{
  const Refusal *refusal = data;

  for (guint at = 0; at < 3; at++)
    {
      g_autoptr (Room) room = room_new (0);
      g_autoptr (GError) error = NULL;
      const gboolean goes_on = at == 1 && refusal->status != 401;

      for (guint i = 0; i < 3; i++)
        if (i == at)
          hostile_server_push_answer (room->server, refusal->status, "", refusal->body);
        else
          push_list (room->server, i == 0 ? TASK ("a") : "");
      room_open (room);
      error = room_refresh (room);
      g_assert_true ((error == NULL) == goes_on);
      assert_connection (room, goes_on ? DOCKET_CONNECTION_ONLINE : refusal->connection, !goes_on);
      g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, goes_on ? 3 : at + 1);
      room_close (room);
      room_open (room);
      assert_count (room, DOCKET_VIEW_ALL, at > 0);

      /* It is over when a list comes again. */
      for (guint i = 0; i < 3; i++)
        push_list (room->server, i == 0 ? TASK ("a") : "");
      assert_refreshed (room);
    }
}

static void
test_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK ("a"), "");
  g_clear_pointer (&room->server, hostile_server_free);
  error = room_refresh (room);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  assert_connection (room, DOCKET_CONNECTION_OFFLINE, TRUE);
  assert_count (room, DOCKET_VIEW_ALL, 1);
}

static void
test_joins (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slots[3] = { NULL };

  for (guint i = 0; i < 3; i++)
    push_list (room->server, "");
  room_open (room);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    docket_workspace_refresh_async (room->workspace, NULL, keep_result, &slots[i]);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autoptr (GAsyncResult) result = wait_for_result (&slots[i]);

      g_assert_true (docket_workspace_refresh_finish (room->workspace, result, NULL));
    }
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

static void
test_close (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK ("a"), "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  docket_workspace_refresh_async (room->workspace, NULL, keep_result, &slot);
  wait_for_requests_of (room, 4);
  docket_workspace_close (room->workspace);
  result = wait_for_result (&slot);
  g_assert_false (docket_workspace_refresh_finish (room->workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_connection (room, DOCKET_CONNECTION_ONLINE, FALSE);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/sync/first", test_first);
  folders_add_func ("/sync/names", test_names);
  folders_add_func ("/sync/opened-again", test_opened_again);
  folders_add_func ("/sync/error-in-the-middle", test_error_in_the_middle);
  folders_add_func ("/sync/moved-rows", test_moved_rows);
  folders_add_func ("/sync/endless", test_endless);
  folders_add_func ("/sync/endless-without-total", test_endless_without_total);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sync/refused/%u-%u", refusals[i].status, i);

      folders_add_data_func (path, &refusals[i], NULL, test_refusals);
    }
  folders_add_func ("/sync/offline", test_offline);
  folders_add_func ("/sync/joins", test_joins);
  folders_add_func ("/sync/close", test_close);
  return folders_run ();
}
