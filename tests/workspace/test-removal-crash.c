/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A removal whose process ended in the middle of it: it is looked up, and never sent again. */
#include "room.h"

#define ID "a-task-to-remove"
#define TASK "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"

static const char *self_path;

/* The other process: removes, and never hears the answer. */
static int
run_until_killed (const char *address)
{
  g_autoptr (Room) room = room_new_at (address, 0);
  g_autoptr (GError) error = NULL;

  room_open (room);
  error = room_refresh (room);
  g_assert_no_error (error);
  g_object_unref (room_remove (room, DOCKET_REMOVAL_DELETE, ID, NULL));
  return 0;
}

/* Ends in the moment when the server has received the request. */
static void
crash (Room *room)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", g_get_user_data_dir (), TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", g_get_user_cache_dir (), TRUE);
  push_list (room->server, TASK);
  push_list (room->server, "");
  push_list (room->server, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  process = g_subprocess_launcher_spawn (launcher, &error, self_path, "--until-killed",
                                         hostile_server_get_address (room->server), NULL);
  g_assert_no_error (error);
  wait_for_requests_of (room, 4);
  assert_request (room->server, 3, "DELETE /organizations/org1/tasks/" ID "/delete");
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

static void
refresh_again (Room *room)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    push_list (room->server, "");
  error = room_refresh (room);
  g_assert_no_error (error);
}

static gboolean
is_empty (gpointer workspace)
{
  return docket_workspace_get_count (workspace, DOCKET_VIEW_ALL) == 0;
}

static gboolean
is_signed_out (gpointer workspace)
{
  return docket_workspace_get_connection (workspace) == DOCKET_CONNECTION_SIGNED_OUT;
}

static void
test_crash (void)
{
  g_autoptr (Room) room = room_new (0);

  crash (room);
  room_open (room);
  /* The pass, which asks for what it has not seen, and the look-up after it, which finds nothing
   * out. */
  for (int i = 0; i < 3; i++)
    push_list (room->server, "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  hostile_server_push_answer (room->server, 401, "", "{}");
  g_assert_null (room_refresh (room));
  wait_until (is_signed_out, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 9);
  assert_request (room->server, 8, "GET /organizations/org1/tasks/" ID);
  room_close (room);

  /* So it is looked up again, and found out: the row goes. */
  room_open (room);
  push_list (room->server, TASK);
  push_list (room->server, "");
  push_list (room->server, "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  g_assert_null (room_refresh (room));
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
  wait_until (is_empty, room->workspace);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 14);
  assert_request (room->server, 12, "GET /organizations/org1/tasks/" ID);
  g_assert_true (request_has (room->server, 13, "archived=only"));
  room_close (room);

  /* And that is the end of it. */
  room_open (room);
  refresh_again (room);
  refresh_again (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 20);
  for (guint i = 4; i < 19; i++)
    g_assert_true (request_has (room->server, i, "GET "));
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--until-killed"))
    return run_until_killed (argv[2]);
  self_path = argv[0];
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/removal/crash", test_crash);
  return folders_run ();
}
