/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A reminder goes out once, and nobody is told that it did unless the server says so. */
#include "room.h"

#include "workspace/docket-reminder.h"

/* After the requests that filled the room. */
#define FIRST 3

static gboolean
remind (Room *room, DocketReminderOutcome *outcome, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_reminder_async (room->workspace, "t1", keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_reminder_finish (room->workspace, result, outcome, error);
}

static void
test_sent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  DocketReminderOutcome outcome;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 204, "", "");
  g_assert_true (remind (room, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, DOCKET_REMINDER_SENT);
  assert_request (room->server, FIRST, "GET /organizations/org1/tasks/t1/email");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

static void
test_lost (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  DocketReminderOutcome outcome;

  room_open_with (room, "", "");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  g_assert_true (remind (room, &outcome, &error));
  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, DOCKET_REMINDER_NOT_CONFIRMED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) offline = NULL;
  DocketReminderOutcome outcome;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  g_assert_false (remind (room, &outcome, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  g_assert_false (remind (room, &outcome, &offline));
  g_assert_error (offline, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/reminder/sent", test_sent);
  folders_add_func ("/reminder/lost", test_lost);
  folders_add_func ("/reminder/refused", test_refused);
  return g_test_run ();
}
