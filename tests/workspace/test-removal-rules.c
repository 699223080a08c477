/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What holds for every removal: noted down first, sent once or not at all, never resumed. */
#include "room.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define ID "a-task-to-remove"
#define TASK "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define PROCESS_TASK                                                                               \
  "{\"id\":\"" ID "\",\"title\":\"Step\",\"is_oneoff_task\":false,\"run_id\":\"r1\"}"
#define ITEM(task) "{\"data\":" task "}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define HALF "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"

static const char *const lines[] = {
  "DELETE /organizations/org1/tasks/" ID,
  "PUT /organizations/org1/tasks/" ID "/restore",
  "DELETE /organizations/org1/tasks/" ID "/delete",
};

static guint
count_requests (Room *room, const char *beginning)
{
  guint n = 0;

  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    {
      g_autofree char *request = hostile_server_get_request (room->server, i);

      n += g_str_has_prefix (request, beginning);
    }
  return n;
}

static void
assert_no_write (Room *room)
{
  g_assert_cmpuint (count_requests (room, "GET "), ==,
                    hostile_server_get_n_requests (room->server));
}

static void
push_look_up (Room *room, gboolean gone)
{
  hostile_server_push_answer (room->server, gone ? 404 : 200, "", gone ? MISSING : ITEM (TASK));
  if (gone)
    push_list (room->server, "");
}

static void
assert_outcome (Room *room, DocketRemovalKind kind, DocketRemovalOutcome outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal = room_remove (room, kind, ID, &error);

  g_assert_no_error (error);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, outcome);
}

/* The request has arrived, and no answer has been given. */
static void
test_journal_first (gconstpointer data)
{
  const DocketRemovalKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  g_assert_false (journal_holds (ID));
  hostile_server_push (room->server, HOSTILE_STALL, "");
  push_look_up (room, FALSE);
  docket_workspace_remove_async (room->workspace, kind, ID, keep_result, &slot);
  wait_for_requests_of (room, 4);
  assert_request (room->server, 3, lines[kind]);
  g_assert_true (journal_holds (ID));
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_nonnull (removal);
}

static void
test_journal_without_folder (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "docket", NULL);
  g_autoptr (DocketRemoval) removal = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  room_open_with (room, TASK, "");
  for (int kind = 0; kind < 3; kind++)
    {
      g_clear_object (&removal);
      removal = room_remove (room, (DocketRemovalKind)kind, ID, NULL);
      g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NOT_SENT);
      g_assert_nonnull (strstr (docket_removal_get_error (removal)->message, "journal.db"));
    }
  assert_no_write (room);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);

  /* Once it can be written, it is. */
  g_assert_cmpint (g_unlink (folder), ==, 0);
  hostile_server_push_answer (room->server, 204, "", "");
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_DONE);
  g_assert_cmpuint (count_requests (room, "DELETE "), ==, 1);
}

static int
append_drop_cb (void *sql, int n_columns, char **values, char **names)
{
  g_string_append_printf (sql, "DROP TABLE %s;", values[0]);
  return 0;
}

/* It is open, and does not take what is to be written. */
static void
test_journal_that_refuses (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3 *db;

  room_open_with (room, TASK, "");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "SELECT name FROM sqlite_master WHERE type = 'table'", append_drop_cb, sql,
                NULL);
  g_assert_cmpint (sqlite3_exec (db, sql->str, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  for (int kind = 0; kind < 3; kind++)
    assert_outcome (room, (DocketRemovalKind)kind, DOCKET_OUTCOME_NOT_SENT);
  assert_no_write (room);
}

static void
assert_refused_process (Room *room)
{
  for (int kind = 0; kind < 3; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (room_remove (room, (DocketRemovalKind)kind, ID, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    }
  assert_no_write (room);
}

static void
test_process_task (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, PROCESS_TASK, "");
  assert_refused_process (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

/* A task that no list had is asked for before anything is done to it. */
static void
test_unknown_process_task (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 200, "", ITEM (PROCESS_TASK));
  assert_refused_process (room);
}

static void
test_unknown_task (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 500, "", "{}");
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_NOT_SENT);
  assert_no_write (room);
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  hostile_server_push_answer (room->server, 204, "", "");
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_DONE);
  assert_request (room->server, 5, lines[DOCKET_REMOVAL_DELETE]);
}

static void
test_second_removal (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  push_look_up (room, FALSE);
  docket_workspace_remove_async (room->workspace, DOCKET_REMOVAL_DELETE, ID, keep_result, &slot);
  for (int kind = 0; kind < 6; kind++)
    {
      g_autoptr (GError) error = NULL;

      if (kind == 3)
        wait_for_requests_of (room, 4);
      g_assert_null (room_remove (room, (DocketRemovalKind)(kind % 3), ID, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
    }
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_STILL_THERE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 5);

  /* It is over, so the next may begin. */
  hostile_server_push_answer (room->server, 204, "", "");
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_DONE);
}

static void
test_known_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, HALF);
  error = room_refresh (room);
  g_assert_nonnull (error);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_OFFLINE);
  for (int kind = 0; kind < 3; kind++)
    assert_outcome (room, (DocketRemovalKind)kind, DOCKET_OUTCOME_NOT_SENT);
  assert_no_write (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

static void
test_server_gone (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  g_clear_pointer (&room->server, hostile_server_free);
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_NOT_SENT);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_OFFLINE);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
}

static void
test_signed_out (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_NOT_SENT);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

static void
test_no_token (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  room_open_with (room, TASK, "");
  room_close (room);
  docket_workspace_open_async (room->account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  room->workspace = docket_workspace_open_finish (result, NULL);
  for (int kind = 0; kind < 3; kind++)
    assert_outcome (room, (DocketRemovalKind)kind, DOCKET_OUTCOME_NOT_SENT);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

static void
test_timeout (void)
{
  g_autoptr (Room) room = room_new (2500);

  room_open_with (room, TASK, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  push_look_up (room, TRUE);
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_cmpuint (count_requests (room, "DELETE "), ==, 1);
}

/* Whoever closes the window in the middle of it still gets it to its end. */
static void
test_close_in_the_middle (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  push_look_up (room, TRUE);
  docket_workspace_remove_async (room->workspace, DOCKET_REMOVAL_DELETE, ID, keep_result, &slot);
  wait_for_requests_of (room, 4);
  docket_workspace_close (room->workspace);
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_cmpuint (count_requests (room, "DELETE "), ==, 1);
}

/* And before anything was sent. */
static void
test_close_at_once (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 204, "", "");
  docket_workspace_remove_async (room->workspace, DOCKET_REMOVAL_DELETE, ID, keep_result, &slot);
  docket_workspace_close (room->workspace);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
}

/* On a connection that was used before, an HTTP library may send a lost request again by itself. */
static void
test_lost_after_another (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 204, "", "");
  assert_outcome (room, DOCKET_REMOVAL_ARCHIVE, DOCKET_OUTCOME_DONE);
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  push_look_up (room, TRUE);
  assert_outcome (room, DOCKET_REMOVAL_DELETE, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_cmpuint (count_requests (room, "DELETE "), ==, 2);
  assert_request (room->server, 4, lines[DOCKET_REMOVAL_DELETE]);
}

static DocketRemoval *
check_again (Room *room, DocketRemoval *removal)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketRemoval *checked;

  docket_workspace_check_again_async (room->workspace, removal, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  checked = docket_workspace_check_again_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return checked;
}

static void
test_check_again (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autoptr (DocketRemoval) second = NULL;
  g_autoptr (DocketRemoval) third = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 500, "", "{}");
  hostile_server_push_answer (room->server, 500, "", "{}");
  removal = room_remove (room, DOCKET_REMOVAL_DELETE, ID, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NOT_CONFIRMED);
  push_look_up (room, FALSE);
  second = check_again (room, removal);
  g_assert_cmpint (docket_removal_get_outcome (second), ==, DOCKET_OUTCOME_STILL_THERE);
  push_look_up (room, TRUE);
  third = check_again (room, second);
  g_assert_cmpint (docket_removal_get_outcome (third), ==, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_cmpstr (docket_removal_get_title (third), ==, "Report");
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NOT_CONFIRMED);
  g_assert_cmpuint (count_requests (room, "DELETE "), ==, 1);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 8);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint kind = 0; kind < 3; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/removal/journal/first/%u", kind);

      folders_add_data_func (path, GUINT_TO_POINTER (kind), NULL, test_journal_first);
    }
  folders_add_func ("/removal/journal/no-folder", test_journal_without_folder);
  folders_add_func ("/removal/journal/refuses", test_journal_that_refuses);
  folders_add_func ("/removal/process-task", test_process_task);
  folders_add_func ("/removal/unknown-process-task", test_unknown_process_task);
  folders_add_func ("/removal/unknown-task", test_unknown_task);
  folders_add_func ("/removal/second", test_second_removal);
  folders_add_func ("/removal/known-offline", test_known_offline);
  folders_add_func ("/removal/server-gone", test_server_gone);
  folders_add_func ("/removal/signed-out", test_signed_out);
  folders_add_func ("/removal/no-token", test_no_token);
  folders_add_func ("/removal/timeout", test_timeout);
  folders_add_func ("/removal/close-in-the-middle", test_close_in_the_middle);
  folders_add_func ("/removal/close-at-once", test_close_at_once);
  folders_add_func ("/removal/lost-after-another", test_lost_after_another);
  folders_add_func ("/removal/check-again", test_check_again);
  return folders_run ();
}
