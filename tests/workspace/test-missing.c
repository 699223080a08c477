/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Required answers that are missing, before a task is completed. */
#include "form.h"

#include "workspace/docket-answer-draft.h"
#include "workspace/docket-missing.h"

static void
push (Room *room, const char *value)
{
  form_push (room, "text", ",\"required\":true", value);
}

static void
fetch (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_fetch_task_async (room->workspace, "t1", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_object_unref (docket_workspace_fetch_task_finish (room->workspace, result, NULL));
}

/* Which are missing, with commas between them; and how many requests that took. */
static void
assert_missing (Room *room, gboolean asks, const char *expected, guint n)
{
  const guint before = hostile_server_get_n_requests (room->server);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_auto (GStrv) missing = NULL;
  g_autofree char *ids = NULL;

  docket_missing_async (room->workspace, "t1", asks, keep_result, &slot);
  result = wait_for_result (&slot);
  missing = docket_missing_finish (room->workspace, result);
  ids = g_strjoinv (",", missing);
  g_assert_cmpstr (ids, ==, expected);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, before + n);
}

/* What is kept says that nothing is missing: so it is. */
static void
test_answered (void)
{
  g_autoptr (Room) room = room_new (0);

  form_open (room);
  push (room, "\"12\"");
  fetch (room);
  assert_missing (room, FALSE, "", 0);
  push (room, "null");
  assert_missing (room, TRUE, "f1", 1);
}

static void
test_not_known (void)
{
  g_autoptr (Room) room = room_new (0);

  form_open (room);
  assert_missing (room, FALSE, "", 0);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  assert_missing (room, TRUE, "", 1);
}

static void
test_missing (void)
{
  g_autoptr (Room) room = room_new (0);

  form_open (room);
  push (room, "null");
  fetch (room);
  push (room, "null");
  assert_missing (room, FALSE, "f1", 1);
  /* Somebody else has given it. */
  push (room, "\"12\"");
  assert_missing (room, FALSE, "", 1);
}

/* It is on its way while one wants to complete the task. */
static void
test_being_sent (void)
{
  const char *const none[] = { NULL };
  const char *const wanted[] = { "12", NULL };
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  push (room, "null");
  fetch (room);
  push (room, "null");
  push (room, "\"12\"");
  push (room, "\"12\"");
  draft = docket_answer_draft_get (room->workspace, "t1", "f1");
  docket_answer_draft_set (draft, none, wanted);
  docket_answer_draft_send (draft);
  assert_missing (room, FALSE, "", 3);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_NONE);
}

/* It was typed, and not saved: that is done first. */
static void
test_typed (void)
{
  const char *const none[] = { NULL };
  const char *const wanted[] = { "12", NULL };
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  push (room, "null");
  fetch (room);
  draft = docket_answer_draft_get (room->workspace, "t1", "f1");
  docket_answer_draft_set (draft, none, wanted);
  push (room, "null");
  push (room, "\"12\"");
  push (room, "\"12\"");
  assert_missing (room, FALSE, "", 3);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_NONE);
}

/* What was typed in place of an answer is refused: it keeps the task open, and is not sent again.
 */
static void
test_unsaved (void)
{
  const char *const seen[] = { "11", NULL };
  const char *const wanted[] = { "12", NULL };
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  push (room, "\"11\"");
  fetch (room);
  draft = docket_answer_draft_get (room->workspace, "t1", "f1");
  docket_answer_draft_set (draft, seen, wanted);
  push (room, "\"11\"");
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  push (room, "\"11\"");
  assert_missing (room, FALSE, "f1", 3);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_REFUSED);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  assert_missing (room, FALSE, "f1", 1);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_REFUSED);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/missing/answered", test_answered);
  folders_add_func ("/missing/not-known", test_not_known);
  folders_add_func ("/missing/missing", test_missing);
  folders_add_func ("/missing/being-sent", test_being_sent);
  folders_add_func ("/missing/typed", test_typed);
  folders_add_func ("/missing/unsaved", test_unsaved);
  return folders_run ();
}
