/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Comments that are changed and deleted: what the server receives, and what becomes of it where the
 * answer is none. */
#include "thread.h"

#include "workspace/docket-comments.h"

#define COMMENTS "/organizations/org1/tasks/t1/comment"

typedef struct
{
  Room *room;
  GAsyncResult *slot;
} Asked;

static void
ask (Asked *asked, Room *room, DocketCommentKind kind, const char *html)
{
  DocketCommentChange *change = g_new0 (DocketCommentChange, 1);

  change->kind = kind;
  change->task_id = g_strdup ("t1");
  change->comment_id = kind != DOCKET_COMMENT_ADD ? g_strdup ("c1") : NULL;
  change->html = g_strdup (html);
  asked->room = room;
  asked->slot = NULL;
  docket_comments_change_async (room->workspace, change, keep_result, &asked->slot);
}

/* Returns: (transfer full) (nullable): its error */
static GError *
hear (Asked *asked, DocketCommentOutcome *outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (&asked->slot);
  GError *error = NULL;

  docket_comments_change_finish (asked->room->workspace, result, outcome, NULL, &error);
  return error;
}

static void
assert_outcome (Asked *asked, DocketCommentOutcome expected)
{
  DocketCommentOutcome outcome;
  g_autoptr (GError) error = hear (asked, &outcome);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, expected);
}

static Room *
open_with_mine (void)
{
  Room *room = room_new (0);
  g_autofree char *mine = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");

  thread_open (room, mine);
  return room;
}

static void
test_delete (void)
{
  g_autoptr (Room) room = open_with_mine ();
  Asked asked;

  hostile_server_push_answer (room->server, 204, "", "");
  thread_push (room, "");
  ask (&asked, room, DOCKET_COMMENT_DELETE, NULL);
  assert_outcome (&asked, DOCKET_COMMENT_DONE);
  /* Then the thread is asked for. */
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
  assert_request (room->server, FIRST_OF_THREAD, "DELETE " COMMENTS "/c1");
  assert_request (room->server, FIRST_OF_THREAD + 1, "GET /organizations/org1/tasks/t1");
}

static void
test_delete_lost (gconstpointer data)
{
  const gboolean there = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = open_with_mine ();
  g_autofree char *mine = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");
  Asked asked;

  thread_push_loss (room);
  thread_push (room, there ? mine : "");
  ask (&asked, room, DOCKET_COMMENT_DELETE, NULL);
  assert_outcome (&asked, there ? DOCKET_COMMENT_NOT_DONE : DOCKET_COMMENT_DONE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

static void
test_delete_not_found_out (void)
{
  g_autoptr (Room) room = open_with_mine ();
  Asked asked;

  thread_push_loss (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  ask (&asked, room, DOCKET_COMMENT_DELETE, NULL);
  assert_outcome (&asked, DOCKET_COMMENT_NOT_CONFIRMED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

/* A thread that the answer leaves out tells nothing. */
static void
test_no_thread_tells_nothing (void)
{
  g_autoptr (Room) room = open_with_mine ();
  Asked asked;

  thread_push_loss (room);
  hostile_server_push_answer (room->server, 200, "",
                              "{\"data\":{\"id\":\"t1\",\"title\":\"Report\"}}");
  ask (&asked, room, DOCKET_COMMENT_DELETE, NULL);
  assert_outcome (&asked, DOCKET_COMMENT_NOT_CONFIRMED);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = open_with_mine ();
  g_autofree char *mine = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");
  DocketCommentOutcome outcome;
  g_autoptr (GError) error = NULL;
  Asked asked;

  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"Not yours.\"}");
  thread_push (room, mine);
  ask (&asked, room, DOCKET_COMMENT_DELETE, NULL);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_FORBIDDEN);
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, "Not yours.");
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

/* While something is done to a comment, nothing else is. */
static void
test_one_at_a_time (void)
{
  g_autoptr (Room) room = open_with_mine ();
  DocketCommentOutcome outcome;
  g_autoptr (GError) error = NULL;
  Asked first, second;

  hostile_server_push (room->server, HOSTILE_HOLD, "HTTP/1.1 204 No Content\r\n\r\n");
  thread_push (room, "");
  ask (&first, room, DOCKET_COMMENT_DELETE, NULL);
  wait_for_requests_of (room, FIRST_OF_THREAD + 1);
  ask (&second, room, DOCKET_COMMENT_EDIT, "<p>No.</p>");
  error = hear (&second, &outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  hostile_server_release (room->server);
  assert_outcome (&first, DOCKET_COMMENT_DONE);
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

/* Whose a comment is. */
static void
test_own (void)
{
  static const struct
  {
    const char *json;
    gboolean own;
  } cases[] = {
    { "\"author_id\":7", TRUE },
    { "\"author_id\":\"7\",\"author_type\":\"member\"", TRUE },
    { "\"author_id\":8,\"author_type\":\"member\"", FALSE },
    { "\"author_id\":7,\"author_type\":\"bot\"", FALSE },
    { "\"author_type\":\"member\"", FALSE },
  };
  g_autoptr (Room) room = open_with_mine ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"t1\",\"title\":\"x\",\"threads\":"
                                               "{\"data\":[{\"id\":\"c1\",%s}]}}",
                                               cases[i].json);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (GError) error = NULL;
      g_autoptr (TallyfyTask) task = tallyfy_task_new_from_json (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpint (docket_comments_is_own (room->workspace,
                                               tallyfy_task_get_comments (task)->pdata[0]),
                       ==, cases[i].own);
    }
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/comments/delete", test_delete);
  folders_add_data_func ("/comments/delete-lost/gone", GINT_TO_POINTER (FALSE), NULL,
                         test_delete_lost);
  folders_add_data_func ("/comments/delete-lost/there", GINT_TO_POINTER (TRUE), NULL,
                         test_delete_lost);
  folders_add_func ("/comments/delete-not-found-out", test_delete_not_found_out);
  folders_add_func ("/comments/no-thread-tells-nothing", test_no_thread_tells_nothing);
  folders_add_func ("/comments/refused", test_refused);
  folders_add_func ("/comments/one-at-a-time", test_one_at_a_time);
  folders_add_func ("/comments/own", test_own);
  return folders_run ();
}
