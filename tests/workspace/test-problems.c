/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Problems with a task: reported, solved, and what becomes of it where the answer is none. */
#include "thread.h"

#include "workspace/docket-draft.h"
#include "workspace/docket-workspace-private.h"

#define TASK "/organizations/org1/tasks/t1"

/* @solved_by: (nullable) */
static char *
problem_json (const char *id, gint64 author, const char *solved_by)
{
  g_autofree char *by = solved_by != NULL ? g_strdup_printf ("\"%s\"", solved_by) : NULL;

  return g_strdup_printf ("{\"id\":\"%s\",\"author_id\":%" G_GINT64_FORMAT
                          ",\"author_type\":\"member\",\"content\":\"<p>Hello</p>\","
                          "\"label\":\"problem\",\"resolve_id\":%s}",
                          id, author, by != NULL ? by : "null");
}

static gboolean
is_settled (gpointer draft)
{
  return docket_draft_get_state (draft) != DOCKET_DRAFT_SENDING;
}

static DocketDraft *
send_problem (Room *room, const char *problem_id, DocketDraftState expected)
{
  DocketDraft *draft = docket_draft_get_problem (room->workspace, "t1", problem_id);

  docket_draft_set_text (draft, "Hello");
  docket_draft_send (draft);
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_draft_get_state (draft), ==, expected);
  g_assert_cmpstr (docket_draft_get_text (draft), ==,
                   expected == DOCKET_DRAFT_WRITING ? "" : "Hello");
  return draft;
}

static void
test_reported (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *made = problem_json ("c2", ROOM_USER, NULL);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", made);

  thread_open (room, "");
  hostile_server_push_answer (room->server, 201, "", item);
  thread_push (room, made);
  send_problem (room, NULL, DOCKET_DRAFT_WRITING);
  assert_request (room->server, FIRST_OF_THREAD, "POST " TASK "/problem");
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

static void
test_solved (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *open = problem_json ("c1", ROOM_USER + 1, NULL);
  g_autofree char *solved = problem_json ("c1", ROOM_USER + 1, "c2");

  thread_open (room, open);
  hostile_server_push_answer (room->server, 201, "",
                              "{\"data\":{\"id\":\"c2\",\"content\":\"x\"}}");
  thread_push (room, solved);
  send_problem (room, "c1", DOCKET_DRAFT_WRITING);
  assert_request (room->server, FIRST_OF_THREAD, "POST " TASK "/resolved-threads");
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

/* A remark that says the same is not the problem. */
static void
test_report_lost (gconstpointer data)
{
  const gboolean found = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  g_autofree char *remark = comment_json ("c2", ROOM_USER, "<p>Hello</p>");
  g_autofree char *problem = problem_json ("c3", ROOM_USER, NULL);

  thread_open (room, "");
  thread_push_loss (room);
  thread_push (room, found ? problem : remark);
  send_problem (room, NULL, found ? DOCKET_DRAFT_WRITING : DOCKET_DRAFT_ABSENT);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

/* Nor is a problem the remark. */
static void
test_remark_lost (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *problem = problem_json ("c3", ROOM_USER, NULL);
  DocketDraft *draft;

  thread_open (room, "");
  thread_push_loss (room);
  thread_push (room, problem);
  draft = docket_draft_get (room->workspace, "t1", NULL);
  docket_draft_set_text (draft, "Hello");
  docket_draft_send (draft);
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_draft_get_state (draft), ==, DOCKET_DRAFT_ABSENT);
}

/* Whoever has solved it. */
static void
test_solution_lost (gconstpointer data)
{
  const gboolean found = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  g_autofree char *open = problem_json ("c1", ROOM_USER, NULL);
  g_autofree char *solved = problem_json ("c1", ROOM_USER, "c9");

  thread_open (room, open);
  thread_push_loss (room);
  thread_push (room, found ? solved : open);
  send_problem (room, "c1", found ? DOCKET_DRAFT_WRITING : DOCKET_DRAFT_ABSENT);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

/* Each has a place of its own, and finds it again. */
static void
test_kept_apart (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *open = problem_json ("c1", ROOM_USER, NULL);

  thread_open (room, open);
  docket_draft_set_text (docket_draft_get (room->workspace, "t1", NULL), "A remark");
  docket_draft_set_text (docket_draft_get (room->workspace, "t1", "c1"), "Said better");
  docket_draft_set_text (docket_draft_get_problem (room->workspace, "t1", NULL), "A problem");
  docket_draft_set_text (docket_draft_get_problem (room->workspace, "t1", "c1"), "A solution");
  room_close (room);
  room_open (room);
  g_assert_cmpstr (docket_draft_get_text (docket_draft_get (room->workspace, "t1", NULL)), ==,
                   "A remark");
  g_assert_cmpstr (docket_draft_get_text (docket_draft_get (room->workspace, "t1", "c1")), ==,
                   "Said better");
  g_assert_true (docket_draft_has_problem (room->workspace, "t1", NULL));
  g_assert_cmpstr (docket_draft_get_text (docket_draft_get_problem (room->workspace, "t1", NULL)),
                   ==, "A problem");
  g_assert_cmpstr (docket_draft_get_text (docket_draft_get_problem (room->workspace, "t1", "c1")),
                   ==, "A solution");
}

/* Somebody else was faster: what was written goes on as a comment. */
static void
test_solved_meanwhile (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *open = problem_json ("c1", ROOM_USER, NULL);
  g_autofree char *solved = problem_json ("c1", ROOM_USER, "c9");

  thread_open (room, open);
  docket_draft_set_text (docket_draft_get_problem (room->workspace, "t1", NULL), "Another");
  docket_draft_set_text (docket_draft_get_problem (room->workspace, "t1", "c1"), "My solution");
  thread_push (room, open);
  thread_fetch (room);
  g_assert_true (docket_draft_has_problem (room->workspace, "t1", "c1"));
  thread_push (room, solved);
  thread_fetch (room);
  g_assert_false (docket_draft_has_problem (room->workspace, "t1", "c1"));
  g_assert_true (docket_draft_has_problem (room->workspace, "t1", NULL));
  g_assert_cmpstr (docket_draft_get_text (docket_draft_get (room->workspace, "t1", NULL)), ==,
                   "My solution");
}

static void
add_both (const char *path, GTestDataFunc test)
{
  g_autofree char *found = g_strconcat (path, "/found", NULL);
  g_autofree char *absent = g_strconcat (path, "/absent", NULL);

  folders_add_data_func (found, GINT_TO_POINTER (TRUE), NULL, test);
  folders_add_data_func (absent, GINT_TO_POINTER (FALSE), NULL, test);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/problems/reported", test_reported);
  folders_add_func ("/problems/solved", test_solved);
  add_both ("/problems/report-lost", test_report_lost);
  folders_add_func ("/problems/remark-lost", test_remark_lost);
  add_both ("/problems/solution-lost", test_solution_lost);
  folders_add_func ("/problems/kept-apart", test_kept_apart);
  folders_add_func ("/problems/solved-meanwhile", test_solved_meanwhile);
  return folders_run ();
}
