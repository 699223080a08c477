/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The history of removals, over the journal's real file. */
#include "room.h"

#include <sqlite3.h>

#include "workspace/docket-history-private.h"

#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define REFUSED "{\"error\":true,\"message\":\"Ask an administrator.\"}"
#define MARKER "zq-marker-of-a-title"
#define DAY (24 * 60 * 60)

/* Writes lines into the journal while nobody has it open. @sql: "ACCOUNT" in it stands for the
 * room's. */
static void
write_journal (Room *room, const char *sql)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);
  g_autofree char *account = docket_account_dup_file_name (room->account);
  g_autoptr (GString) statement = g_string_new (sql);
  sqlite3 *db = NULL;

  room_open (room);
  room_close (room);
  g_string_replace (statement, "ACCOUNT", account, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, statement->str, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* @seconds: before now; @ending: what follows in "outcome, status, sentence, looked_up_at" */
static char *
line_sql (const char *account, const char *title, gint64 seconds, const char *ending)
{
  return g_strdup_printf (
      "INSERT INTO removal (account, organization, task, title, kind, was_archived, intended_at,"
      " outcome, status, sentence, looked_up_at) VALUES ('%s', 'org1', 't1', '%s', 2, 0,"
      " %" G_GINT64_FORMAT ", %s);",
      account, title, g_get_real_time () / G_USEC_PER_SEC - seconds, ending);
}

static void
write_line (Room *room, const char *title, gint64 seconds, const char *ending)
{
  g_autofree char *sql = line_sql ("ACCOUNT", title, seconds, ending);

  write_journal (room, sql);
}

static gboolean
is_at_rest (gpointer history)
{
  return !docket_history_get_busy (history);
}

/* The history once it has read what there is. */
static DocketHistory *
read_history (Room *room)
{
  DocketHistory *history = docket_workspace_get_history (room->workspace);

  wait_until (is_at_rest, history);
  return history;
}

/* The headings in brackets, and the titles: "[0] Report, Lease [6] Old". */
static char *
describe (DocketHistory *history)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (history), i);

      if (DOCKET_IS_GROUP (item))
        g_string_append_printf (words, "[%d:%u]", docket_group_get_kind (DOCKET_GROUP (item)),
                                docket_group_get_n_tasks (DOCKET_GROUP (item)));
      else
        g_string_append_printf (words, " %s",
                                docket_history_entry_get_title (DOCKET_HISTORY_ENTRY (item)));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_shows (DocketHistory *history, const char *expected)
{
  g_autofree char *words = NULL;

  wait_until (is_at_rest, history);
  words = describe (history);
  g_assert_cmpstr (words, ==, expected);
}

static DocketHistoryEntry *
get_entry (DocketHistory *history, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (history), position);

  g_assert_true (DOCKET_IS_HISTORY_ENTRY (item));
  return DOCKET_HISTORY_ENTRY (g_steal_pointer (&item));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
has_entry (gpointer history)
{
  return docket_history_get_n_entries (history) == 1;
}

static gboolean
has_ended (gpointer entry)
{
  return docket_history_entry_get_outcome (entry, NULL);
}

/* It is listed while it is under way, and the same object tells how it ended. */
static void
test_follows (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;
  GAsyncResult *slot = NULL;
  DocketHistory *history;
  DocketRemovalOutcome outcome;
  guint n_changes = 0;
  guint n_entry_changes = 0;

  room_open_with (room, TASK, "");
  history = read_history (room);
  assert_shows (history, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  docket_workspace_remove_async (room->workspace, DOCKET_REMOVAL_DELETE, "t1", keep_result, &slot);
  wait_for_requests_of (room, 4);
  wait_until (has_entry, history);
  assert_shows (history, "[1:1] Report");
  entry = get_entry (history, 1);
  g_assert_false (docket_history_entry_get_outcome (entry, NULL));
  g_assert_true (docket_history_entry_is_open (entry));
  g_assert_cmpint (docket_history_entry_get_kind (entry), ==, DOCKET_REMOVAL_DELETE);
  g_assert_cmpstr (docket_history_entry_get_task_id (entry), ==, "t1");

  g_signal_connect_swapped (history, "items-changed", G_CALLBACK (count_cb), &n_changes);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (count_cb), &n_entry_changes);
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  wait_until (has_ended, entry);
  g_assert_true (docket_history_entry_get_outcome (entry, &outcome));
  g_assert_cmpint (outcome, ==, docket_removal_get_outcome (removal));
  g_assert_cmpint (outcome, ==, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_nonnull (docket_history_entry_get_looked_up_at (entry));
  g_assert_false (docket_history_entry_is_open (entry));
  assert_shows (history, "[1:1] Report");
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (n_entry_changes, ==, 1);
}

/* A refusal keeps the server's sentence, over a restart too. */
static void
test_after_restart (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (DocketHistoryEntry) archived = NULL;
  DocketRemovalOutcome outcome;
  DocketHistory *history;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 403, "", REFUSED);
  g_object_unref (room_remove (room, DOCKET_REMOVAL_DELETE, "t1", NULL));
  hostile_server_push_answer (room->server, 204, "", "");
  g_object_unref (room_remove (room, DOCKET_REMOVAL_ARCHIVE, "t1", NULL));
  room_close (room);

  room_open (room);
  history = read_history (room);
  assert_shows (history, "[1:2] Report Report");
  g_assert_cmpuint (docket_history_get_n_entries (history), ==, 2);
  archived = get_entry (history, 1);
  g_assert_cmpint (docket_history_entry_get_kind (archived), ==, DOCKET_REMOVAL_ARCHIVE);
  entry = get_entry (history, 2);
  g_assert_true (docket_history_entry_get_outcome (entry, &outcome));
  g_assert_cmpint (outcome, ==, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (docket_history_entry_get_status (entry), ==, 403);
  g_assert_cmpstr (docket_history_entry_get_sentence (entry), ==, "Ask an administrator.");
}

/* By time, under a heading for each part of it, and nothing of another person's. */
static void
test_order (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Noon of yesterday is yesterday at any hour, whatever the clocks do. */
  gint64 yesterday
      = g_date_time_get_hour (now) * 3600 + g_date_time_get_minute (now) * 60 + DAY / 2;
  g_autofree char *early = line_sql ("ACCOUNT", "Early", yesterday + DAY, "0, NULL, NULL, NULL");
  g_autofree char *noon = line_sql ("ACCOUNT", "Noon", yesterday, "0, NULL, NULL, NULL");
  g_autofree char *late = line_sql ("ACCOUNT", "Future", -2 * DAY, "0, NULL, NULL, NULL");
  g_autofree char *other = line_sql ("other", "Foreign", 0, "0, NULL, NULL, NULL");
  g_autofree char *today = line_sql ("ACCOUNT", "Now", 0, "0, NULL, NULL, NULL");
  g_autofree char *sql = g_strconcat (noon, today, early, other, late, NULL);

  write_journal (room, sql);
  room_open (room);
  assert_shows (read_history (room), "[1:2] Future Now[6:1] Noon[7:1] Early");
}

static const struct
{
  const char *search;
  const char *shown;
} searches[] = {
  { "ecole", "[1:1] L’École du soir" },
  { "SOIR École", "[1:1] L’École du soir" },
  { "soir lease", "" },
  { "lease", "[1:1] Send the lease" },
  { " ", "[1:2] L’École du soir Send the lease" },
  { NULL, "[1:2] L’École du soir Send the lease" },
};

static void
test_search (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *one = line_sql ("ACCOUNT", "Send the lease", 0, "0, NULL, NULL, NULL");
  g_autofree char *other = line_sql ("ACCOUNT", "L’École du soir", 0, "0, NULL, NULL, NULL");
  g_autofree char *sql = g_strconcat (one, other, NULL);
  DocketHistory *history;

  write_journal (room, sql);
  room_open (room);
  history = read_history (room);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      docket_history_set_search (history, searches[i].search);
      assert_shows (history, searches[i].shown);
    }
}

/* What each filter lets through of a deletion that is still there (outcome 3), one that is not
 * confirmed (7), and some that are settled, alone and with a search. */
static const struct
{
  DocketHistoryFilter filter;
  const char *search;
  const char *shown;
} filters[] = {
  { DOCKET_HISTORY_DELETIONS, NULL, "[7:3] Gone Lost Seen" },
  { DOCKET_HISTORY_ARCHIVE, NULL, "[7:2] Restored Archived" },
  { DOCKET_HISTORY_OPEN, NULL, "[7:2] Lost Seen" },
  { DOCKET_HISTORY_OPEN, "seen", "[7:1] Seen" },
  { DOCKET_HISTORY_ARCHIVE, "seen", "" },
  { DOCKET_HISTORY_ALL, "seen", "[7:1] Seen" },
  { DOCKET_HISTORY_ALL, NULL, "[7:5] Gone Lost Seen Restored Archived" },
};

static void
test_filter (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *archived = line_sql ("ACCOUNT", "Archived", 0, "0, NULL, NULL, NULL");
  g_autofree char *restored = line_sql ("ACCOUNT", "Restored", 0, "0, NULL, NULL, NULL");
  g_autofree char *seen = line_sql ("ACCOUNT", "Seen", 0, "3, NULL, NULL, 1");
  g_autofree char *lost = line_sql ("ACCOUNT", "Lost", 0, "7, NULL, NULL, NULL");
  g_autofree char *gone = line_sql ("ACCOUNT", "Gone", 0, "0, NULL, NULL, NULL");
  g_autofree char *sql = g_strconcat (archived, restored, seen, lost, gone,
                                      "UPDATE removal SET kind = 0 WHERE title = 'Archived';"
                                      "UPDATE removal SET kind = 1 WHERE title = 'Restored';"
                                      "UPDATE removal SET intended_at = 1700000000",
                                      NULL);
  DocketHistory *history;

  write_journal (room, sql);
  room_open (room);
  history = read_history (room);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      docket_history_set_filter (history, filters[i].filter);
      docket_history_set_search (history, filters[i].search);
      assert_shows (history, filters[i].shown);
    }
}

static GError *
remove_entry (DocketHistory *history, DocketHistoryEntry *entry)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  docket_history_remove_async (history, docket_history_entry_get_id (entry), NULL, keep_result,
                               &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_history_remove_finish (history, result, &error) == (error == NULL));
  return error;
}

/* Nothing of its text stays in a file, and the others stay. */
static void
test_remove (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *one = line_sql ("ACCOUNT", MARKER, 0, "5, 403, 'zq-sentence by marker', NULL");
  g_autofree char *other = line_sql ("ACCOUNT", "Kept", 1, "0, NULL, NULL, NULL");
  g_autofree char *sql = g_strconcat (one, other, NULL);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  DocketHistory *history;

  write_journal (room, sql);
  room_open (room);
  history = read_history (room);
  assert_shows (history, "[1:2] " MARKER " Kept");
  g_assert_true (journal_holds (MARKER));
  g_assert_true (journal_holds ("zq-sentence"));

  entry = get_entry (history, 1);
  error = remove_entry (history, entry);
  g_assert_no_error (error);
  assert_shows (history, "[1:1] Kept");
  g_assert_false (journal_holds (MARKER));
  g_assert_false (journal_holds ("zq-sentence"));
  g_assert_true (journal_holds ("Kept"));
}

/* What has not ended yet would be lost to the look-up. */
static void
test_remove_under_way (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  DocketHistory *history;

  write_line (room, "Report", 0, "NULL, NULL, NULL, NULL");
  room_open (room);
  history = read_history (room);
  entry = get_entry (history, 1);
  error = remove_entry (history, entry);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  assert_shows (history, "[1:1] Report");
}

/* Looked up again from here, it keeps what the answer to the deletion was. */
static void
check_again (guint status, DocketRemovalOutcome expected)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *ending = g_strdup_printf ("7, %u, 'Words.', NULL", status);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (DocketRemoval) removal = NULL;
  g_autoptr (DocketRemoval) checked = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *slot = NULL;
  DocketRemovalOutcome outcome;

  write_line (room, "Report", 0, ending);
  room_open (room);
  entry = get_entry (read_history (room), 1);
  g_assert_true (docket_history_entry_is_open (entry));
  removal = docket_history_entry_to_removal (entry);
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  docket_workspace_check_again_async (room->workspace, removal, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  checked = docket_workspace_check_again_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (checked), ==, expected);
  read_history (room);
  g_assert_true (docket_history_entry_get_outcome (entry, &outcome));
  g_assert_cmpint (outcome, ==, expected);
  g_assert_cmpuint (docket_history_entry_get_status (entry), ==, status);
  g_assert_cmpstr (docket_history_entry_get_sentence (entry), ==, "Words.");
  assert_request (room->server, 0, "GET /organizations/org1/tasks/t1");
  g_assert_true (request_has (room->server, 1, "archived=only"));
}

static void
test_check_again (void)
{
  check_again (500, DOCKET_OUTCOME_FOUND_DONE);
}

static void
test_check_again_missing (void)
{
  check_again (404, DOCKET_OUTCOME_GONE);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/history/follows", test_follows);
  folders_add_func ("/history/after-restart", test_after_restart);
  folders_add_func ("/history/order", test_order);
  folders_add_func ("/history/search", test_search);
  folders_add_func ("/history/filter", test_filter);
  folders_add_func ("/history/remove", test_remove);
  folders_add_func ("/history/remove-under-way", test_remove_under_way);
  folders_add_func ("/history/check-again", test_check_again);
  folders_add_func ("/history/check-again-missing", test_check_again_missing);
  return folders_run ();
}
