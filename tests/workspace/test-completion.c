/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Completing and reopening: what is shown when, what the server receives, and what becomes of it
 * where the answer is none. */
#include "room.h"

#include "workspace/docket-completion.h"

#define ONE_OFF ",\"is_oneoff_task\":true,\"owners\":{\"users\":[7]}"
#define OF_PROCESS ",\"is_oneoff_task\":false,\"run_id\":\"r1\""
#define DONE ",\"status\":\"completed\",\"completed_at\":\"2026-01-01T00:00:00Z\""

/* A completion under way. */
typedef struct
{
  Room *room;
  GAsyncResult *slot;
} Asked;

static void
open_with (Room *room, const char *extra)
{
  g_autofree char *task = task_json ("t1", "Report", extra);

  room_open_with (room, task, "");
}

static void
push_task (Room *room, const char *extra)
{
  g_autofree char *task = task_json ("t1", "Report", extra);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", task);

  hostile_server_push_answer (room->server, 200, "", item);
}

static void
ask (Asked *asked, Room *room, DocketCompletionKind kind)
{
  asked->room = room;
  asked->slot = NULL;
  docket_completion_async (room->workspace, kind, "t1", keep_result, &asked->slot);
}

/* Returns: (transfer full) (nullable): its error */
static GError *
hear (Asked *asked, DocketCompletionOutcome *outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (&asked->slot);
  GError *error = NULL;

  docket_completion_finish (asked->room->workspace, result, outcome, &error);
  return error;
}

static void
assert_outcome (Asked *asked, DocketCompletionOutcome expected)
{
  DocketCompletionOutcome outcome;
  g_autoptr (GError) error = hear (asked, &outcome);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, expected);
}

static gboolean
is_shown_done (gpointer data)
{
  return docket_workspace_get_count (((Room *)data)->workspace, DOCKET_VIEW_COMPLETED) == 1;
}

static gboolean
is_shown_open (gpointer data)
{
  return docket_workspace_get_count (((Room *)data)->workspace, DOCKET_VIEW_COMPLETED) == 0;
}

/* After the requests that filled the room. */
#define FIRST 3

/* How a kind of task is asked for, and what the server receives. */
typedef struct
{
  const char *name;
  DocketCompletionKind kind;
  const char *before;
  const char *after;
  const char *line;
  const char *body;
} Plain;

static const Plain plain[] = {
  { "one-off", DOCKET_COMPLETION_COMPLETE, ONE_OFF, ONE_OFF DONE,
    "POST /organizations/org1/completed-tasks", "{\"task_id\":\"t1\"}" },
  { "process", DOCKET_COMPLETION_COMPLETE, OF_PROCESS, OF_PROCESS DONE,
    "POST /organizations/org1/runs/r1/completed-tasks", "{\"task_id\":\"t1\"}" },
  { "approve", DOCKET_COMPLETION_APPROVE, ONE_OFF, ONE_OFF DONE,
    "POST /organizations/org1/completed-tasks", "{\"task_id\":\"t1\",\"is_approved\":true}" },
  { "reject", DOCKET_COMPLETION_REJECT, OF_PROCESS, OF_PROCESS DONE,
    "POST /organizations/org1/runs/r1/completed-tasks",
    "{\"task_id\":\"t1\",\"is_approved\":false}" },
  /* Linked to a process when it was made, and a one-off task all the same. */
  { "linked", DOCKET_COMPLETION_COMPLETE, ONE_OFF ",\"run_id\":\"r1\"",
    ONE_OFF ",\"run_id\":\"r1\"" DONE, "POST /organizations/org1/completed-tasks",
    "{\"task_id\":\"t1\"}" },
  { "reopen", DOCKET_COMPLETION_REOPEN, ONE_OFF DONE, ONE_OFF,
    "DELETE /organizations/org1/completed-tasks/t1", "" },
  { "reopen-process", DOCKET_COMPLETION_REOPEN, OF_PROCESS DONE, OF_PROCESS,
    "DELETE /organizations/org1/runs/r1/completed-tasks/t1", "" },
};

static void
test_plain (gconstpointer data)
{
  const Plain *test = data;
  const gboolean reopens = test->kind == DOCKET_COMPLETION_REOPEN;
  g_autoptr (Room) room = room_new (0);
  g_autofree char *task = task_json ("t1", "Report", test->after);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", task);
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                             "Content-Length: %zu\r\n\r\n%s",
                                             strlen (item), item);
  Asked asked;

  open_with (room, test->before);
  wait_until (reopens ? is_shown_done : is_shown_open, room);
  hostile_server_push (room->server, HOSTILE_HOLD, answer);
  push_task (room, test->after);
  ask (&asked, room, test->kind);
  wait_for_requests_of (room, FIRST + 1);
  /* Before the server has said anything. */
  wait_until (reopens ? is_shown_open : is_shown_done, room);
  g_assert_null (asked.slot);
  assert_request (room->server, FIRST, test->line);
  g_assert_true (request_has (room->server, FIRST, test->body));
  hostile_server_release (room->server);
  assert_outcome (&asked, DOCKET_COMPLETION_DONE);
  wait_for_requests_of (room, FIRST + 2);
  assert_request (room->server, FIRST + 1, "GET /organizations/org1/tasks/t1");
  wait_until (reopens ? is_shown_open : is_shown_done, room);
}

static void
test_waits_for_everybody (void)
{
  g_autoptr (Room) room = room_new (0);
  Asked asked;

  open_with (room, ONE_OFF);
  push_task (room, ONE_OFF ",\"everyone_must_complete\":true");
  push_task (room, ONE_OFF ",\"everyone_must_complete\":true");
  ask (&asked, room, DOCKET_COMPLETION_COMPLETE);
  assert_outcome (&asked, DOCKET_COMPLETION_WAITS);
  wait_for_requests_of (room, FIRST + 2);
  wait_until (is_shown_open, room);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketCompletionOutcome outcome;
  g_autoptr (GError) error = NULL;
  Asked asked;

  open_with (room, ONE_OFF);
  hostile_server_push_answer (room->server, 422, "",
                              "{\"error\":true,\"errors\":{\"f1\":[\"Needed.\"]}}");
  push_task (room, ONE_OFF);
  ask (&asked, room, DOCKET_COMPLETION_COMPLETE);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  g_assert_cmpstr (tallyfy_error_get_field_sentence (error, "f1"), ==, "Needed.");
  wait_for_requests_of (room, FIRST + 2);
  assert_request (room->server, FIRST + 1, "GET /organizations/org1/tasks/t1");
  wait_until (is_shown_open, room);
}

/* The answer is lost: it is asked for once, and never sent again. */
static void
lose (Room *room, Asked *asked)
{
  open_with (room, ONE_OFF);
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  ask (asked, room, DOCKET_COMPLETION_COMPLETE);
}

static void
test_lost_and_done (void)
{
  g_autoptr (Room) room = room_new (0);
  Asked asked;

  lose (room, &asked);
  push_task (room, ONE_OFF DONE);
  assert_outcome (&asked, DOCKET_COMPLETION_DONE);
  wait_until (is_shown_done, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 2);
}

static void
test_lost_and_not_done (void)
{
  g_autoptr (Room) room = room_new (0);
  Asked asked;

  lose (room, &asked);
  push_task (room, ONE_OFF);
  assert_outcome (&asked, DOCKET_COMPLETION_NOT_DONE);
  wait_until (is_shown_open, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 2);
}

static void
test_lost_and_not_found_out (void)
{
  g_autoptr (Room) room = room_new (0);
  Asked asked;

  lose (room, &asked);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  assert_outcome (&asked, DOCKET_COMPLETION_NOT_CONFIRMED);
  wait_until (is_shown_open, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 2);
}

/* Undo, while the server thinks: shown at once, and sent when it is known what became of the first.
 */
static void
test_undo_meanwhile (void)
{
  g_autoptr (Room) room = room_new (0);
  Asked complete, reopen;

  open_with (room, ONE_OFF);
  hostile_server_push (room->server, HOSTILE_HOLD,
                       "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 48\r\n"
                       "\r\n{\"data\":{\"id\":\"t1\",\"completed_at\":\"2026-01-01\"}}");
  ask (&complete, room, DOCKET_COMPLETION_COMPLETE);
  wait_for_requests_of (room, FIRST + 1);
  wait_until (is_shown_done, room);
  ask (&reopen, room, DOCKET_COMPLETION_REOPEN);
  wait_until (is_shown_open, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
  push_task (room, ONE_OFF);
  push_task (room, ONE_OFF);
  hostile_server_release (room->server);
  assert_outcome (&complete, DOCKET_COMPLETION_DONE);
  assert_outcome (&reopen, DOCKET_COMPLETION_DONE);
  wait_for_requests_of (room, FIRST + 3);
  assert_request (room->server, FIRST + 1, "DELETE /organizations/org1/completed-tasks/t1");
  assert_request (room->server, FIRST + 2, "GET /organizations/org1/tasks/t1");
  wait_until (is_shown_open, room);
}

/* What was refused need not be undone. */
static void
test_undo_of_what_was_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  DocketCompletionOutcome outcome;
  Asked complete, reopen;

  open_with (room, ONE_OFF);
  hostile_server_push (room->server, HOSTILE_HOLD,
                       "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
  ask (&complete, room, DOCKET_COMPLETION_COMPLETE);
  wait_for_requests_of (room, FIRST + 1);
  ask (&reopen, room, DOCKET_COMPLETION_REOPEN);
  hostile_server_release (room->server);
  error = hear (&complete, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_REFUSED);
  assert_outcome (&reopen, DOCKET_COMPLETION_DONE);
  wait_until (is_shown_open, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

static void
test_signed_out (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  DocketCompletionOutcome outcome;
  Asked asked;

  open_with (room, ONE_OFF);
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  ask (&asked, room, DOCKET_COMPLETION_COMPLETE);
  first = hear (&asked, &outcome);
  g_assert_error (first, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  wait_until (is_shown_open, room);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
  /* From then on nothing is sent. */
  ask (&asked, room, DOCKET_COMPLETION_COMPLETE);
  second = hear (&asked, &outcome);
  g_assert_error (second, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  wait_until (is_shown_open, room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 1);
}

static void
test_unknown_task (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  DocketCompletionOutcome outcome;
  Asked asked = { .room = room };

  open_with (room, ONE_OFF);
  docket_completion_async (room->workspace, DOCKET_COMPLETION_COMPLETE, "t2", keep_result,
                           &asked.slot);
  error = hear (&asked, &outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *path = g_strdup_printf ("/completion/plain/%s", plain[i].name);

      folders_add_data_func (path, &plain[i], NULL, test_plain);
    }
  folders_add_func ("/completion/waits-for-everybody", test_waits_for_everybody);
  folders_add_func ("/completion/refused", test_refused);
  folders_add_func ("/completion/lost/done", test_lost_and_done);
  folders_add_func ("/completion/lost/not-done", test_lost_and_not_done);
  folders_add_func ("/completion/lost/not-found-out", test_lost_and_not_found_out);
  folders_add_func ("/completion/undo/meanwhile", test_undo_meanwhile);
  folders_add_func ("/completion/undo/of-what-was-refused", test_undo_of_what_was_refused);
  folders_add_func ("/completion/signed-out", test_signed_out);
  folders_add_func ("/completion/unknown-task", test_unknown_task);
  return folders_run ();
}
