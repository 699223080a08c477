/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A new task: what the server receives, and what becomes of it where the answer is none. */
#include "room.h"

#include "workspace/docket-new-task.h"

/* The clock of the room stands here. */
#define BEFORE "\"created_at\":\"2001-01-01T00:00:00Z\",\"last_updated\":\"2001-01-01T00:00:00Z\""
#define AFTER "\"created_at\":\"2099-01-01T00:00:00Z\",\"last_updated\":\"2099-01-01T00:00:00Z\""

/* After the requests that filled the room. */
#define FIRST 3

typedef struct
{
  Room *room;
  GAsyncResult *slot;
  TallyfyTask *made;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_clear_object (&asked->made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static void
ask (Asked *asked, Room *room)
{
  TallyfyTaskDraft *draft = tallyfy_task_draft_new ("Order  chairs", "task");
  g_autoptr (GDateTime) deadline = g_date_time_new_utc (2026, 3, 20, 16, 0, 0);
  const char *const tags[] = { "tag1", NULL };

  tallyfy_task_draft_set_deadline (draft, deadline);
  tallyfy_task_draft_set_description (draft, "<p>Four</p>");
  tallyfy_task_draft_set_tags (draft, tags);
  asked->room = room;
  docket_new_task_async (room->workspace, draft, keep_result, &asked->slot);
}

/* Returns: (transfer full) (nullable): its error */
static GError *
hear (Asked *asked, DocketNewTaskOutcome *outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (&asked->slot);
  GError *error = NULL;

  docket_new_task_finish (asked->room->workspace, result, outcome, &asked->made, &error);
  return error;
}

static void
assert_outcome (Asked *asked, DocketNewTaskOutcome expected)
{
  DocketNewTaskOutcome outcome;
  g_autoptr (GError) error = hear (asked, &outcome);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, expected);
}

static gboolean
has_it (gpointer data)
{
  return docket_workspace_get_count (((Room *)data)->workspace, DOCKET_VIEW_ALL) == 1;
}

static void
push_task (Room *room, guint status)
{
  g_autofree char *task = task_json ("t9", "Order chairs", ",\"is_oneoff_task\":true," AFTER);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", task);

  hostile_server_push_answer (room->server, status, "", item);
}

/* The answer is lost, and then that is the list. */
static void
lose (Asked *asked, Room *room, const char *tasks, guint n_pages)
{
  g_autofree char *page = page_json (tasks, 1, n_pages, n_pages);

  room_open_with (room, "", "");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  hostile_server_push_answer (room->server, 200, "", page);
  ask (asked, room);
}

static void
test_made (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  room_open_with (room, "", "");
  push_task (room, 201);
  push_task (room, 200);
  ask (&asked, room);
  assert_outcome (&asked, DOCKET_NEW_TASK_MADE);
  g_assert_cmpstr (tallyfy_task_get_id (asked.made), ==, "t9");
  assert_request (room->server, FIRST, "POST /organizations/org1/tasks");
  g_assert_true (request_has (room->server, FIRST,
                              "{\"title\":\"Order  chairs\",\"deadline\":\"2026-03-20 16:00:00\","
                              "\"owners\":{\"users\":[7],\"guests\":[],\"groups\":[]},"
                              "\"task_type\":\"task\",\"description\":\"<p>Four</p>\","
                              "\"tags\":[\"tag1\"]}"));
  assert_request (room->server, FIRST + 1, "GET /organizations/org1/tasks/t9");
  wait_until (has_it, room);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketNewTaskOutcome outcome;
  g_autoptr (GError) error = NULL;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 422, "",
                              "{\"error\":true,\"errors\":{\"deadline\":[\"Too early.\"]}}");
  ask (&asked, room);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

static void
test_lost_and_found (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  lose (&asked, room,
        "{\"id\":\"t8\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,\"starter_id\":8," AFTER
        "},"
        "{\"id\":\"t7\",\"title\":\"Order chair\",\"is_oneoff_task\":true,\"starter_id\":7," AFTER
        "},"
        "{\"id\":\"t9\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,\"starter_id\":7," AFTER
        "}",
        1);
  push_task (room, 200);
  assert_outcome (&asked, DOCKET_NEW_TASK_FOUND);
  g_assert_cmpstr (tallyfy_task_get_id (asked.made), ==, "t9");
  wait_until (has_it, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 3);
}

/* One with this title was there before, and another person has made one. */
#define OTHERS                                                                                     \
  "{\"id\":\"t8\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,\"starter_id\":8," AFTER "}," \
  "{\"id\":\"t1\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,\"starter_id\":7," BEFORE "}"

/* What is behind an old one in the list need not be read. */
static void
test_lost_and_absent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  lose (&asked, room, OTHERS, 5);
  assert_outcome (&asked, DOCKET_NEW_TASK_ABSENT);
  g_assert_null (asked.made);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 2);
}

/* Unless the list is in another order. */
static void
test_lost_in_a_mixed_list (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  g_autofree char *second = page_json ("", 2, 2, 2);

  lose (&asked, room,
        OTHERS ",{\"id\":\"t2\",\"title\":\"Other\",\"is_oneoff_task\":true," AFTER "}", 2);
  hostile_server_push_answer (room->server, 200, "", second);
  assert_outcome (&asked, DOCKET_NEW_TASK_ABSENT);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 3);
}

/* Made by the same person a moment ago, and in the list since: none that the lost request made. It
 * is left out also when it is looked up once more, when the list may have the new one, too. */
static void
test_lost_beside_one_that_was_known (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  const char *known = "{\"id\":\"t5\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,"
                      "\"starter_id\":7," AFTER "}";
  g_autofree char *list = page_json (known, 1, 1, 1);
  g_autofree char *both
      = g_strdup_printf ("%s,{\"id\":\"t9\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,"
                         "\"starter_id\":7," AFTER "}",
                         known);
  g_autofree char *second = page_json (both, 1, 1, 2);

  room_open_with (room, known, "");
  wait_until (has_it, room);
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  hostile_server_push_answer (room->server, 200, "", list);
  ask (&asked, room);
  assert_outcome (&asked, DOCKET_NEW_TASK_ABSENT);
  hostile_server_push_answer (room->server, 200, "", second);
  push_task (room, 200);
  docket_new_task_look_up_async (room->workspace, NULL, "Order chairs", 0, keep_result,
                                 &asked.slot);
  assert_outcome (&asked, DOCKET_NEW_TASK_FOUND);
  g_assert_cmpstr (tallyfy_task_get_id (asked.made), ==, "t9");
}

static void
test_lost_and_not_found_out (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  g_auto (Asked) again = { .room = room };

  /* An entry that cannot be read may be the one. */
  lose (&asked, room, "{\"id\":[]}", 1);
  assert_outcome (&asked, DOCKET_NEW_TASK_NOT_CONFIRMED);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  docket_new_task_look_up_async (room->workspace, NULL, "Order chairs", 0, keep_result,
                                 &again.slot);
  assert_outcome (&again, DOCKET_NEW_TASK_NOT_CONFIRMED);
}

static void
test_cloned (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { .room = room };

  room_open_with (room, "", "");
  push_task (room, 201);
  push_task (room, 200);
  docket_new_task_clone_async (room->workspace, "t1", "Order chairs", keep_result, &asked.slot);
  assert_outcome (&asked, DOCKET_NEW_TASK_MADE);
  g_assert_cmpstr (tallyfy_task_get_id (asked.made), ==, "t9");
  assert_request (room->server, FIRST, "POST /organizations/org1/tasks/t1/clone");
}

/* The task that it is like has its title, and may be as new. */
static void
test_clone_lost (void)
{
  static const char *const original
      = "{\"id\":\"t1\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,\"starter_id\":7," AFTER
        "}";
  g_autofree char *alone = page_json (original, 1, 1, 1);
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { .room = room };
  g_auto (Asked) again = { .room = room };
  g_autofree char *more = NULL;
  g_autofree char *both = NULL;

  room_open_with (room, "", "");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  hostile_server_push_answer (room->server, 200, "", alone);
  docket_new_task_clone_async (room->workspace, "t1", "Order chairs", keep_result, &asked.slot);
  assert_outcome (&asked, DOCKET_NEW_TASK_ABSENT);
  more = g_strdup_printf ("%s,{\"id\":\"t9\",\"title\":\"Order chairs\",\"is_oneoff_task\":true,"
                          "\"starter_id\":7," AFTER "}",
                          original);
  both = page_json (more, 1, 1, 2);
  hostile_server_push_answer (room->server, 200, "", both);
  push_task (room, 200);
  docket_new_task_look_up_async (room->workspace, "t1", "Order chairs", 0, keep_result,
                                 &again.slot);
  assert_outcome (&again, DOCKET_NEW_TASK_FOUND);
  g_assert_cmpstr (tallyfy_task_get_id (again.made), ==, "t9");
}

static void
test_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  g_auto (Asked) second = { 0 };
  DocketNewTaskOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) offline = NULL;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  ask (&asked, room);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  ask (&second, room);
  offline = hear (&second, &outcome);
  g_assert_error (offline, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/new-task/made", test_made);
  folders_add_func ("/new-task/refused", test_refused);
  folders_add_func ("/new-task/lost-and-found", test_lost_and_found);
  folders_add_func ("/new-task/lost-and-absent", test_lost_and_absent);
  folders_add_func ("/new-task/lost-in-a-mixed-list", test_lost_in_a_mixed_list);
  folders_add_func ("/new-task/lost-beside-a-known-one", test_lost_beside_one_that_was_known);
  folders_add_func ("/new-task/lost-and-not-found-out", test_lost_and_not_found_out);
  folders_add_func ("/new-task/cloned", test_cloned);
  folders_add_func ("/new-task/clone-lost", test_clone_lost);
  folders_add_func ("/new-task/offline", test_offline);
  return g_test_run ();
}
