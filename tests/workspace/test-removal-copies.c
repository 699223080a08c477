/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A permanent deletion under the terms that somebody agreed to: the task is as it was shown, and a
 * copy is kept. */
#include "journal-reader.h"
#include "room.h"

#include <string.h>

#define ID "a-task-to-remove"
#define COMMENT "{\"id\":9,\"content\":\"A remark that must outlive the task\",\"author_id\":7}"
#define TASK_WITH(title, comments)                                                                 \
  "{\"id\":\"" ID "\",\"title\":\"" title "\",\"is_oneoff_task\":true,\"threads\":[" comments "]}"
#define TASK TASK_WITH ("Report", COMMENT)
#define CHANGED_TASK                                                                               \
  TASK_WITH ("Report", COMMENT ",{\"id\":10,\"content\":\"New\",\"author_id\":8}")
#define ARCHIVED_TASK                                                                              \
  "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT "],"     \
  "\"archived_at\":\"2026-03-15T17:00:00Z\"}"
#define PROCESS_TASK                                                                               \
  "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":false,\"run_id\":\"r1\","            \
  "\"threads\":[" COMMENT "]}"
#define ITEM(task) "{\"data\":" task "}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define DELETION "DELETE /organizations/org1/tasks/" ID "/delete"
#define N_COPIES "SELECT count (*) FROM copy"
#define N_ENTRIES "SELECT count (*) FROM removal"

static DocketShown *
show (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (TallyfyTask) task = tallyfy_task_new_from_json (bytes, NULL);

  g_assert_nonnull (task);
  return docket_shown_new_for_task (task);
}

static DocketRemoval *
delete_shown (Room *room, const DocketShown *shown, gboolean keeps_copy, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_delete_async (room->workspace, ID, shown, keeps_copy, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_workspace_remove_finish (room->workspace, result, error);
}

static void
assert_deletion (Room *room, gboolean keeps_copy, DocketRemovalOutcome outcome)
{
  g_autoptr (DocketShown) shown = show (TASK);
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal = delete_shown (room, shown, keeps_copy, &error);

  g_assert_no_error (error);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, outcome);
}

static void
assert_journal (const char *sql, const char *expected)
{
  g_autofree char *value = journal_read (sql);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_nothing_sent (Room *room)
{
  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    g_assert_true (request_has (room->server, i, "GET "));
  assert_journal (N_ENTRIES, "0");
  assert_journal (N_COPIES, "0");
}

/* The copy lies on the disk when the request arrives. */
static void
test_copy_first (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketShown) shown = show (TASK);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;
  GAsyncResult *slot = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  hostile_server_push (room->server, HOSTILE_STALL, "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  docket_workspace_delete_async (room->workspace, ID, shown, TRUE, keep_result, &slot);
  wait_for_requests_of (room, 5);
  assert_request (room->server, 3, "GET /organizations/org1/tasks/" ID);
  assert_request (room->server, 4, DELETION);
  assert_journal ("SELECT CAST (json AS TEXT) FROM copy JOIN removal ON removal.id = removal",
                  ITEM (TASK));
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_FOUND_DONE);
  assert_journal (N_COPIES, "1");
}

static void
test_without_copy (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  hostile_server_push_answer (room->server, 204, "", "");
  assert_deletion (room, FALSE, DOCKET_OUTCOME_DONE);
  assert_journal (N_ENTRIES, "1");
  assert_journal (N_COPIES, "0");
  g_assert_false (journal_holds ("A remark that must outlive"));
}

/* A task that is still there needs none. */
static void
test_copy_of_refused (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  assert_deletion (room, TRUE, DOCKET_OUTCOME_REFUSED);
  assert_journal (N_ENTRIES, "1");
  assert_journal (N_COPIES, "0");
}

typedef struct
{
  const char *name;
  const char *now; /* the task when it is fetched after the press */
} Change;

static const Change changes[] = {
  { "comment", CHANGED_TASK },
  { "title", TASK_WITH ("Another", COMMENT) },
  { "comment-edited", TASK_WITH ("Report", "{\"id\":9,\"content\":\"Edited\",\"author_id\":7}") },
  { "archived", ARCHIVED_TASK },
  { "description",
    "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT
    "],\"summary\":\"<p>Keep this</p>\"}" },
  { "deadline",
    "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT
    "],\"deadline\":\"2026-03-15T17:00:00Z\"}" },
  { "assignee",
    "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT
    "],\"owners\":{\"users\":[{\"id\":8,\"full_name\":\"Ben\"}],\"guests\":[]}}" },
  { "answer",
    "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT
    "],\"form_fields\":[{\"id\":\"f1\",\"label\":\"Sum\",\"field_type\":\"text\",\"value\":\"3\"}]"
    "}" },
  { "completed",
    "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,\"threads\":[" COMMENT
    "],\"status\":\"completed\",\"completed_at\":\"2026-03-15T17:00:00Z\"}" },
};

static void
test_changed (gconstpointer data)
{
  const Change *change = data;
  g_autoptr (Room) room = room_new (0);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", change->now);

  for (int keeps_copy = 0; keeps_copy < 2; keeps_copy++)
    {
      if (keeps_copy == 0)
        room_open_with (room, TASK, "");
      hostile_server_push_answer (room->server, 200, "", item);
      assert_deletion (room, keeps_copy, DOCKET_OUTCOME_CHANGED);
    }
  assert_nothing_sent (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 5);
}

static void
test_now_of_process (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketShown) shown = show (TASK);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (PROCESS_TASK));
  g_assert_null (delete_shown (room, shown, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  assert_nothing_sent (room);
}

typedef struct
{
  const char *name;
  guint status;
  const char *body;
  DocketRemovalOutcome outcome;
} Fetch;

static const Fetch fetches[] = {
  { "500", 500, "{}", DOCKET_OUTCOME_NO_COPY },
  { "403", 403, "{}", DOCKET_OUTCOME_NO_COPY },
  { "401", 401, "{}", DOCKET_OUTCOME_NOT_SENT },
  { "html", 200, "<html>", DOCKET_OUTCOME_NO_COPY },
  { "no-endpoint", 404, "{\"code\":\"ENDPOINT_NOT_FOUND\"}", DOCKET_OUTCOME_NO_COPY },
};

/* What cannot be fetched is not deleted. */
static void
test_no_fetch (gconstpointer data)
{
  const Fetch *fetch = data;
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, fetch->status, "", fetch->body);
  /* A 404 is looked into. */
  hostile_server_push_answer (room->server, fetch->status, "", fetch->body);
  assert_deletion (room, TRUE, fetch->outcome);
  assert_nothing_sent (room);
}

static gboolean
is_empty (gpointer workspace)
{
  return docket_workspace_get_count (workspace, DOCKET_VIEW_ALL) == 0;
}

static void
test_already_gone (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  assert_deletion (room, TRUE, DOCKET_OUTCOME_GONE);
  assert_nothing_sent (room);
  wait_until (is_empty, room->workspace);
}

/* What cannot be written down is not deleted either. */
static void
test_no_room_for_copy (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketShown) shown = show (TASK);
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  journal_change ("CREATE TRIGGER full BEFORE INSERT ON copy"
                  " BEGIN SELECT RAISE (ABORT, 'no room'); END");
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  removal = delete_shown (room, shown, TRUE, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NO_COPY);
  g_assert_nonnull (docket_removal_get_error (removal));
  assert_nothing_sent (room);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
}

static void
test_closed_while_fetching (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketShown) shown = show (TASK);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DocketRemoval) removal = NULL;
  GAsyncResult *slot = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push (room->server, HOSTILE_STALL, "");
  docket_workspace_delete_async (room->workspace, ID, shown, TRUE, keep_result, &slot);
  wait_for_requests_of (room, 4);
  docket_workspace_close (room->workspace);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NOT_SENT);
  assert_nothing_sent (room);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/copies/first", test_copy_first);
  folders_add_func ("/copies/without", test_without_copy);
  folders_add_func ("/copies/refused", test_copy_of_refused);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/copies/changed/%s", changes[i].name);

      folders_add_data_func (path, &changes[i], NULL, test_changed);
    }
  folders_add_func ("/copies/now-of-process", test_now_of_process);
  for (guint i = 0; i < G_N_ELEMENTS (fetches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/copies/no-fetch/%s", fetches[i].name);

      folders_add_data_func (path, &fetches[i], NULL, test_no_fetch);
    }
  folders_add_func ("/copies/already-gone", test_already_gone);
  folders_add_func ("/copies/no-room", test_no_room_for_copy);
  folders_add_func ("/copies/closed-while-fetching", test_closed_while_fetching);
  return folders_run ();
}
