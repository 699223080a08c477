/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is being written: where it stays, what is sent of it, and what becomes of it where the
 * answer is none. */
#include "thread.h"

#include "workspace/docket-draft.h"
#include "workspace/docket-journal-drafts.h"
#include "workspace/docket-workspace-private.h"

#define COMMENTS "/organizations/org1/tasks/t1/comment"

static gboolean
is_kept (gpointer text)
{
  return journal_holds (text);
}

static gboolean
is_not_kept (gpointer text)
{
  return !journal_holds (text);
}

static gboolean
is_settled (gpointer draft)
{
  return docket_draft_get_state (draft) != DOCKET_DRAFT_SENDING;
}

static gboolean
is_open (gpointer draft)
{
  return docket_draft_is_open (draft);
}

static gboolean
is_saved (gpointer data)
{
  return !docket_draft_is_saving ();
}

static DocketDraft *
write_draft (Room *room, const char *comment_id, const char *text)
{
  DocketDraft *draft = docket_draft_get (room->workspace, "t1", comment_id);

  docket_draft_set_text (draft, text);
  return draft;
}

static void
send_draft (DocketDraft *draft, DocketDraftState expected)
{
  docket_draft_send (draft);
  wait_until (is_settled, draft);
  g_assert_cmpint (docket_draft_get_state (draft), ==, expected);
}

/* As an earlier run has left it. @known: (nullable): as in DocketJournalDraft */
static void
store (Room *room, const char *comment_id, const char *text, const char *known)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketJournal) journal = NULL;
  DocketJournalDraft *draft = g_new0 (DocketJournalDraft, 1);

  docket_journal_open_async (NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  journal = docket_journal_open_finish (result, &error);
  g_assert_no_error (error);
  draft->account = docket_account_dup_file_name (room->account);
  draft->task_id = g_strdup ("t1");
  draft->comment_id = g_strdup (comment_id);
  draft->text = g_strdup (text);
  draft->known = known != NULL ? g_strsplit (known, "\n", -1) : NULL;
  slot = NULL;
  docket_journal_save_draft_async (journal, draft, keep_result, &slot);
  saved = wait_for_result (&slot);
  g_assert_true (docket_journal_save_draft_finish (journal, saved, &error));
}

static void
test_kept_while_typed (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketDraft *draft;

  thread_open (room, "");
  write_draft (room, NULL, "Half a sentence");
  write_draft (room, "c9", "Another text");
  wait_until (is_kept, (gpointer) "Half a sentence");
  wait_until (is_kept, (gpointer) "Another text");
  wait_until (is_saved, NULL);
  room_close (room);
  room_open (room);
  draft = docket_draft_get (room->workspace, "t1", NULL);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "Half a sentence");
  g_assert_cmpint (docket_draft_get_state (draft), ==, DOCKET_DRAFT_WRITING);
  g_assert_true (docket_draft_exists (room->workspace, "t1", "c9"));
  g_assert_false (docket_draft_exists (room->workspace, "t2", NULL));
  /* Emptied, nothing of it stays. */
  docket_draft_set_text (draft, " \n");
  wait_until (is_not_kept, (gpointer) "Half a sentence");
  g_assert_true (journal_holds ("Another text"));
}

/* What was typed last is not lost with the program's end. */
static void
test_saved_on_close (void)
{
  g_autoptr (Room) room = room_new (0);

  thread_open (room, "");
  write_draft (room, NULL, "The last word");
  room_close (room);
  g_assert_true (journal_holds ("The last word"));
}

static void
count_cb (DocketDraft *draft, TallyfyComment *comment, GString *seen)
{
  g_string_append (seen, comment != NULL ? tallyfy_comment_get_id (comment) : "-");
}

static void
test_sent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *comment = comment_json ("c2", ROOM_USER, "<p>Hello<br>all</p>");
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", comment);
  g_autoptr (GString) seen = g_string_new (NULL);
  DocketDraft *draft;

  thread_open (room, "");
  draft = write_draft (room, NULL, "Hello\nall");
  g_signal_connect (draft, "sent", G_CALLBACK (count_cb), seen);
  wait_until (is_kept, (gpointer) "Hello\nall");
  hostile_server_push_answer (room->server, 201, "", item);
  thread_push (room, comment);
  send_draft (draft, DOCKET_DRAFT_WRITING);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "");
  g_assert_cmpstr (seen->str, ==, "c2");
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
  assert_request (room->server, FIRST_OF_THREAD, "POST " COMMENTS);
  g_assert_true (
      request_has (room->server, FIRST_OF_THREAD, "{\"content\":\"<p>Hello<br>all</p>\"}"));
  assert_request (room->server, FIRST_OF_THREAD + 1, "GET /organizations/org1/tasks/t1");
  wait_until (is_not_kept, (gpointer) "Hello\nall");
  /* An empty one is not sent. */
  docket_draft_send (draft);
  g_assert_cmpint (docket_draft_get_state (draft), ==, DOCKET_DRAFT_WRITING);
}

static void
test_edited (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *before = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");
  g_autofree char *after = comment_json ("c1", ROOM_USER, "<p>Seen twice.</p>");
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", after);
  DocketDraft *draft;

  thread_open (room, before);
  hostile_server_push_answer (room->server, 200, "", item);
  thread_push (room, after);
  draft = write_draft (room, "c1", "Seen twice.");
  send_draft (draft, DOCKET_DRAFT_WRITING);
  assert_request (room->server, FIRST_OF_THREAD, "PUT " COMMENTS "/c1");
  g_assert_false (docket_draft_exists (room->workspace, "t1", "c1"));
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

/* Before the request goes out, the journal says that it may be out. */
static void
test_marked_before_sent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *old = comment_json ("c1", ROOM_USER, "<p>Hello</p>");
  g_autofree char *added = comment_json ("c2", ROOM_USER, "<p>Hello</p>");
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", added);
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 201 Created\r\nContent-Type: "
                                             "application/json\r\nContent-Length: %zu\r\n\r\n%s",
                                             strlen (item), item);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *account = docket_account_dup_file_name (room->account);
  g_autoptr (GPtrArray) stored = NULL;
  const DocketJournalDraft *kept;
  DocketDraft *draft;

  thread_open (room, old);
  draft = write_draft (room, NULL, "Hello");
  hostile_server_push (room->server, HOSTILE_HOLD, answer);
  thread_push (room, old);
  docket_draft_send (draft);
  wait_for_requests_of (room, FIRST_OF_THREAD + 1);
  docket_journal_list_drafts_async (room->workspace->journal, account, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  stored = docket_journal_list_drafts_finish (room->workspace->journal, result, NULL);
  g_assert_cmpuint (stored->len, ==, 1);
  kept = stored->pdata[0];
  g_assert_cmpstr (kept->text, ==, "Hello");
  g_assert_nonnull (kept->known);
  g_assert_cmpuint (g_strv_length (kept->known), ==, 1);
  g_assert_cmpstr (kept->known[0], ==, "c1");
  /* Nothing can be typed into it meanwhile. */
  g_assert_false (docket_draft_is_open (draft));
  hostile_server_release (room->server);
  wait_until (is_settled, draft);
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
}

typedef struct
{
  const char *name;
  guint status;
  const char *body;
  int code;
  const char *sentence;
} Refusal;

static const Refusal refusals[] = {
  { "invalid", 422, "{\"message\":\"Too long.\"}", TALLYFY_ERROR_INVALID, "Too long." },
  { "forbidden", 403, "{\"message\":\"Not here.\"}", TALLYFY_ERROR_FORBIDDEN, "Not here." },
  { "busy", 429, "{\"message\":\"Slow down.\"}", TALLYFY_ERROR_TOO_MANY_REQUESTS, "Slow down." },
  { "signed-out", 401, "{\"message\":\"Who?\"}", TALLYFY_ERROR_SIGNED_OUT, "Who?" },
};

static void
test_refused (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (Room) room = room_new (0);
  DocketDraft *draft;
  const GError *error;

  thread_open (room, "");
  hostile_server_push_answer (room->server, refusal->status, "", refusal->body);
  thread_push (room, "");
  draft = write_draft (room, NULL, "Hello there");
  send_draft (draft, DOCKET_DRAFT_REFUSED);
  error = docket_draft_get_error (draft);
  g_assert_error (error, TALLYFY_ERROR, refusal->code);
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, refusal->sentence);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "Hello there");
  wait_until (is_saved, NULL);
  g_assert_true (journal_holds ("Hello there"));
  wait_for_requests_of (room, FIRST_OF_THREAD + 2);
  /* Another text is another try. */
  docket_draft_set_text (draft, "Hello");
  g_assert_cmpint (docket_draft_get_state (draft), ==, DOCKET_DRAFT_WRITING);
  g_assert_null (docket_draft_get_error (draft));
}

/* Nothing is sent, now or later. */
static void
test_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketDraft *draft;

  thread_open (room, "");
  docket_workspace_set_connection (room->workspace, DOCKET_CONNECTION_OFFLINE, NULL);
  draft = write_draft (room, NULL, "Hello there");
  send_draft (draft, DOCKET_DRAFT_REFUSED);
  g_assert_error (docket_draft_get_error (draft), TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  docket_workspace_set_connection (room->workspace, DOCKET_CONNECTION_ONLINE, NULL);
  wait_until (is_saved, NULL);
  g_assert_true (journal_holds ("Hello there"));
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD);
}

static void
test_lost_and_found (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *added = comment_json ("c2", ROOM_USER, "Hello");
  g_autoptr (GString) seen = g_string_new (NULL);
  DocketDraft *draft;

  thread_open (room, "");
  thread_push_loss (room);
  thread_push (room, added);
  draft = write_draft (room, NULL, "Hello");
  g_signal_connect (draft, "sent", G_CALLBACK (count_cb), seen);
  send_draft (draft, DOCKET_DRAFT_WRITING);
  g_assert_cmpstr (seen->str, ==, "c2");
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

/* The same was said before, and by somebody else meanwhile: neither is this one. */
static void
test_lost_and_absent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *old = comment_json ("c1", ROOM_USER, "<p>Hello</p>");
  g_autofree char *foreign = comment_json ("c2", ROOM_USER + 1, "<p>Hello</p>");
  g_autofree char *both = g_strdup_printf ("%s,%s", old, foreign);
  g_autofree char *added = comment_json ("c3", ROOM_USER, "<p>Hello</p>");
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", added);
  DocketDraft *draft;

  thread_open (room, old);
  thread_push_loss (room);
  thread_push (room, both);
  draft = write_draft (room, NULL, "Hello");
  send_draft (draft, DOCKET_DRAFT_ABSENT);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "Hello");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
  /* Asked for, it goes out once more. */
  hostile_server_push_answer (room->server, 201, "", item);
  thread_push (room, added);
  send_draft (draft, DOCKET_DRAFT_WRITING);
  assert_request (room->server, FIRST_OF_THREAD + 2, "POST " COMMENTS);
  wait_for_requests_of (room, FIRST_OF_THREAD + 4);
}

static void
test_edit_lost (gconstpointer data)
{
  const gboolean found = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  g_autofree char *before = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");
  g_autofree char *after = comment_json ("c1", ROOM_USER, "<p>Seen twice.</p>");
  DocketDraft *draft;

  thread_open (room, before);
  thread_push_loss (room);
  thread_push (room, found ? after : before);
  draft = write_draft (room, "c1", "Seen twice.");
  send_draft (draft, found ? DOCKET_DRAFT_WRITING : DOCKET_DRAFT_ABSENT);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, found ? "" : "Seen twice.");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

static void
lose_and_know_nothing (Room *room, DocketDraft **draft)
{
  thread_open (room, "");
  thread_push_loss (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  *draft = write_draft (room, NULL, "Hello");
  send_draft (*draft, DOCKET_DRAFT_NOT_CONFIRMED);
  /* What became of it would not be found with another text. */
  docket_draft_set_text (*draft, "Bye");
  docket_draft_send (*draft);
  g_assert_cmpstr (docket_draft_get_text (*draft), ==, "Hello");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 2);
}

static void
test_checked_again (gconstpointer data)
{
  const gboolean found = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  g_autofree char *added = comment_json ("c2", ROOM_USER, "<p>Hello</p>");
  DocketDraft *draft;

  lose_and_know_nothing (room, &draft);
  thread_push (room, found ? added : "");
  docket_draft_check_again (draft);
  wait_until (is_open, draft);
  g_assert_cmpint (docket_draft_get_state (draft), ==,
                   found ? DOCKET_DRAFT_WRITING : DOCKET_DRAFT_ABSENT);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, found ? "" : "Hello");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD + 3);
}

/* An answer to an older question tells nothing of what came after it. */
static void
test_older_answer_tells_nothing (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TallyfyTask) task = NULL;
  DocketDraft *draft;
  const char *item = "{\"data\":{\"id\":\"t1\",\"title\":\"Report\",\"threads\":{\"data\":[]}}}";
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                             "Content-Length: %zu\r\n\r\n%s",
                                             strlen (item), item);

  thread_open (room, "");
  hostile_server_push (room->server, HOSTILE_HOLD, answer);
  docket_workspace_fetch_task_async (room->workspace, "t1", NULL, keep_result, &slot);
  wait_for_requests_of (room, FIRST_OF_THREAD + 1);
  thread_push_loss (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  draft = write_draft (room, NULL, "Hello");
  send_draft (draft, DOCKET_DRAFT_NOT_CONFIRMED);
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  task = docket_workspace_fetch_task_finish (room->workspace, result, NULL);
  g_assert_nonnull (task);
  g_assert_cmpint (docket_draft_get_state (draft), ==, DOCKET_DRAFT_NOT_CONFIRMED);
}

/* The program ended while the request may have been out. */
static void
test_after_a_crash (gconstpointer data)
{
  const gboolean found = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  g_autofree char *old = comment_json ("c1", ROOM_USER, "<p>Hello</p>");
  g_autofree char *added = comment_json ("c2", ROOM_USER, "<p>Hello</p>");
  g_autofree char *both = g_strdup_printf ("%s,%s", old, added);
  DocketDraft *draft;

  store (room, "", "Hello", "c1");
  thread_open (room, found ? both : old);
  draft = docket_draft_get (room->workspace, "t1", NULL);
  g_assert_cmpint (docket_draft_get_state (draft), ==,
                   found ? DOCKET_DRAFT_WRITING : DOCKET_DRAFT_ABSENT);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, found ? "" : "Hello");
  wait_until (is_saved, NULL);
  g_assert_cmpint (journal_holds ("Hello"), ==, !found);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_THREAD);
}

/* What was to replace a comment that somebody has deleted is not lost. */
static void
test_comment_is_gone (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *mine = comment_json ("c1", ROOM_USER, "<p>Seen.</p>");
  DocketDraft *draft;

  thread_open (room, mine);
  write_draft (room, NULL, "New");
  write_draft (room, "c1", "Seen twice.");
  thread_push (room, mine);
  thread_fetch (room);
  g_assert_true (docket_draft_exists (room->workspace, "t1", "c1"));
  thread_push (room, "");
  thread_fetch (room);
  g_assert_false (docket_draft_exists (room->workspace, "t1", "c1"));
  draft = docket_draft_get (room->workspace, "t1", NULL);
  g_assert_cmpstr (docket_draft_get_text (draft), ==, "New\n\nSeen twice.");
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
  folders_add_func ("/drafts/kept-while-typed", test_kept_while_typed);
  folders_add_func ("/drafts/saved-on-close", test_saved_on_close);
  folders_add_func ("/drafts/sent", test_sent);
  folders_add_func ("/drafts/edited", test_edited);
  folders_add_func ("/drafts/marked-before-sent", test_marked_before_sent);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drafts/refused/%s", refusals[i].name);

      folders_add_data_func (path, &refusals[i], NULL, test_refused);
    }
  folders_add_func ("/drafts/offline", test_offline);
  folders_add_func ("/drafts/lost/found", test_lost_and_found);
  folders_add_func ("/drafts/lost/absent", test_lost_and_absent);
  add_both ("/drafts/edit-lost", test_edit_lost);
  add_both ("/drafts/checked-again", test_checked_again);
  folders_add_func ("/drafts/older-answer-tells-nothing", test_older_answer_tells_nothing);
  add_both ("/drafts/after-a-crash", test_after_a_crash);
  folders_add_func ("/drafts/comment-is-gone", test_comment_is_gone);
  return folders_run ();
}
