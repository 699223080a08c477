/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a person makes of a form field: where it stays, in what order it is sent, and what becomes
 * of it. */
#include "form.h"

#include "workspace/docket-answer-draft.h"
#include "workspace/docket-draft.h"

static gboolean
is_settled (gpointer draft)
{
  return docket_answer_draft_get_state (draft) != DOCKET_ANSWER_STATE_SENDING;
}

static gboolean
is_saved (gpointer data)
{
  return !docket_draft_is_saving ();
}

static gboolean
is_kept (gpointer text)
{
  return journal_holds (text);
}

static DocketAnswerDraft *
get (Room *room, const char *field_id)
{
  return docket_answer_draft_get (room->workspace, "t1", field_id);
}

static DocketAnswerDraft *
answer (Room *room, const char *field_id, const char *seen, const char *wanted)
{
  DocketAnswerDraft *draft = get (room, field_id);
  g_auto (GStrv) before = docket_answer_from_text (seen);
  g_auto (GStrv) after = docket_answer_from_text (wanted);

  docket_answer_draft_set (draft, (const char *const *)before, (const char *const *)after);
  return draft;
}

static void
send_answer (DocketAnswerDraft *draft, DocketAnswerState expected)
{
  docket_answer_draft_send (draft);
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, expected);
}

static void
assert_wanted (DocketAnswerDraft *draft, const char *expected)
{
  g_assert_nonnull (docket_answer_draft_get_wanted (draft));
  g_assert_cmpstr (docket_answer_draft_get_wanted (draft)[0], ==, expected);
}

static void
assert_n_requests (Room *room, guint n)
{
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_FORM + n);
}

static void
reopen (Room *room)
{
  wait_until (is_saved, NULL);
  room_close (room);
  room_open (room);
}

static TallyfyTask *
fetch (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_fetch_task_async (room->workspace, "t1", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_workspace_fetch_task_finish (room->workspace, result, NULL);
}

/* The amount "12" becomes "14". */
static void
push_saving (Room *room)
{
  form_push (room, "text", "", "\"12\"");
  form_push (room, "text", "", "\"14\"");
  form_push (room, "text", "", "\"14\"");
}

static void
test_kept_until_it_is_saved (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  answer (room, "f1", "12", "fourteen");
  wait_until (is_kept, (gpointer) "fourteen");
  reopen (room);
  draft = get (room, "f1");
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_TYPED);
  assert_wanted (draft, "fourteen");
  answer (room, "f1", "something else that is not asked about", "14");
  push_saving (room);
  send_answer (draft, DOCKET_ANSWER_STATE_NONE);
  g_assert_null (docket_answer_draft_get_wanted (draft));
  reopen (room);
  g_assert_cmpint (docket_answer_draft_get_state (get (room, "f1")), ==, DOCKET_ANSWER_STATE_NONE);
}

static void
test_taken_back (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  draft = answer (room, "f1", "12", "14");
  answer (room, "f1", "12", "12 ");
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_NONE);
  answer (room, "f1", "12", "14");
  docket_answer_draft_discard (draft);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_NONE);
  docket_answer_draft_send (draft);
  reopen (room);
  g_assert_cmpint (docket_answer_draft_get_state (get (room, "f1")), ==, DOCKET_ANSWER_STATE_NONE);
  assert_n_requests (room, 0);
}

/* The person goes on while it is on its way: that comes after, asked for or not. */
static void
test_more_while_it_is_sent (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  push_saving (room);
  draft = answer (room, "f1", "12", "14");
  docket_answer_draft_send (draft);
  answer (room, "f1", "12", "15");
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_TYPED);
  assert_wanted (draft, "15");
  assert_n_requests (room, 3);

  form_push (room, "text", "", "\"14\"");
  form_push (room, "text", "", "\"15\"");
  form_push (room, "text", "", "\"15\"");
  form_push (room, "text", "", "\"15\"");
  form_push (room, "text", "", "\"16\"");
  form_push (room, "text", "", "\"16\"");
  docket_answer_draft_send (draft);
  answer (room, "f1", "12", "16");
  send_answer (draft, DOCKET_ANSWER_STATE_NONE);
  assert_n_requests (room, 9);
  g_assert_true (request_has (room->server, FIRST_OF_FORM + 7, "{\"f1\":\"16\"}"));
}

static void
test_one_after_the_other (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *first, *second;

  form_open (room);
  form_push_two (room, "\"12\"", "null");
  form_push_two (room, "\"14\"", "null");
  form_push_two (room, "\"14\"", "null");
  form_push_two (room, "\"14\"", "null");
  form_push_two (room, "\"14\"", "\"b\"");
  form_push_two (room, "\"14\"", "\"b\"");
  first = answer (room, "f1", "12", "14");
  second = answer (room, "f2", "", "b");
  docket_answer_draft_send (first);
  docket_answer_draft_send (second);
  g_assert_true (docket_answer_draft_find_sending (room->workspace, "t1") != NULL);
  wait_until (is_settled, first);
  g_assert_cmpint (docket_answer_draft_get_state (second), ==, DOCKET_ANSWER_STATE_SENDING);
  wait_until (is_settled, second);
  g_assert_cmpint (docket_answer_draft_get_state (first), ==, DOCKET_ANSWER_STATE_NONE);
  g_assert_cmpint (docket_answer_draft_get_state (second), ==, DOCKET_ANSWER_STATE_NONE);
  g_assert_null (docket_answer_draft_find_sending (room->workspace, "t1"));
  assert_request (room->server, FIRST_OF_FORM + 1, "PUT /organizations/org1/tasks/t1");
  assert_request (room->server, FIRST_OF_FORM + 4, "PUT /organizations/org1/tasks/t1");
  g_assert_true (request_has (room->server, FIRST_OF_FORM + 4, "\"taskdata\":{\"f2\":\"b\"}"));
}

static void
test_changed_by_somebody_else (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  form_push (room, "text", "", "\"13\"");
  draft = answer (room, "f1", "12", "14");
  send_answer (draft, DOCKET_ANSWER_STATE_CHANGED);
  g_assert_cmpstr (docket_answer_draft_get_theirs (draft)[0], ==, "13");
  assert_wanted (draft, "14");

  form_push (room, "text", "", "\"13\"");
  form_push (room, "text", "", "\"14\"");
  form_push (room, "text", "", "\"14\"");
  docket_answer_draft_send_over (draft);
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_NONE);
  assert_n_requests (room, 4);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  form_push (room, "text", "", "\"12\"");
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"Not yours.\"}");
  draft = answer (room, "f1", "12", "14");
  send_answer (draft, DOCKET_ANSWER_STATE_REFUSED);
  g_assert_error (docket_answer_draft_get_error (draft), TALLYFY_ERROR, TALLYFY_ERROR_FORBIDDEN);
  assert_wanted (draft, "14");
  reopen (room);
  assert_wanted (get (room, "f1"), "14");
  /* Somebody else gave the same answer. */
  form_push (room, "text", "", "\"14\"");
  g_object_unref (fetch (room));
  g_assert_cmpint (docket_answer_draft_get_state (get (room, "f1")), ==, DOCKET_ANSWER_STATE_NONE);
}

static void
lose (Room *room)
{
  form_push (room, "text", "", "\"12\"");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
}

static void
test_lost (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  lose (room);
  form_push (room, "text", "", "\"12\"");
  draft = answer (room, "f1", "12", "14");
  send_answer (draft, DOCKET_ANSWER_STATE_ABSENT);
  assert_n_requests (room, 3);
  push_saving (room);
  send_answer (draft, DOCKET_ANSWER_STATE_NONE);
  assert_n_requests (room, 6);
}

/* Not sent again before it is known what became of it. */
static void
test_not_confirmed (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;

  form_open (room);
  lose (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  draft = answer (room, "f1", "12", "14");
  send_answer (draft, DOCKET_ANSWER_STATE_NOT_CONFIRMED);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  send_answer (draft, DOCKET_ANSWER_STATE_NOT_CONFIRMED);
  assert_n_requests (room, 4);
  assert_request (room->server, FIRST_OF_FORM + 3, "GET /organizations/org1/tasks/t1");
  answer (room, "f1", "12", "15");
  form_push (room, "text", "", "\"14\"");
  g_object_unref (fetch (room));
  /* It came through; what was typed since did not. */
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==, DOCKET_ANSWER_STATE_TYPED);
  assert_wanted (draft, "15");
}

/* The program ended before the answer came: what was sent is looked for when the task comes. */
static void
test_found_out_after_a_restart (gconstpointer value)
{
  g_autoptr (Room) room = room_new (0);
  DocketAnswerDraft *draft;
  const gboolean stored = g_str_equal (value, "\"14\"");

  form_open (room);
  lose (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  send_answer (answer (room, "f1", "12", "14"), DOCKET_ANSWER_STATE_NOT_CONFIRMED);
  reopen (room);
  form_push (room, "text", "", value);
  g_object_unref (fetch (room));
  draft = get (room, "f1");
  g_assert_cmpint (docket_answer_draft_get_state (draft), ==,
                   stored ? DOCKET_ANSWER_STATE_NONE : DOCKET_ANSWER_STATE_ABSENT);
  if (!stored)
    assert_wanted (draft, "14");
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/answer-drafts/kept-until-it-is-saved", test_kept_until_it_is_saved);
  folders_add_func ("/answer-drafts/taken-back", test_taken_back);
  folders_add_func ("/answer-drafts/more-while-it-is-sent", test_more_while_it_is_sent);
  folders_add_func ("/answer-drafts/one-after-the-other", test_one_after_the_other);
  folders_add_func ("/answer-drafts/changed-by-somebody-else", test_changed_by_somebody_else);
  folders_add_func ("/answer-drafts/refused", test_refused);
  folders_add_func ("/answer-drafts/lost", test_lost);
  folders_add_func ("/answer-drafts/not-confirmed", test_not_confirmed);
  folders_add_data_func ("/answer-drafts/restart/stored", "\"14\"", NULL,
                         test_found_out_after_a_restart);
  folders_add_data_func ("/answer-drafts/restart/absent", "\"12\"", NULL,
                         test_found_out_after_a_restart);
  return folders_run ();
}
