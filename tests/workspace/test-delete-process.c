/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A process is deleted only as it was shown, and all of it is kept first. */
#include "room.h"

#include <string.h>

#include "journal-reader.h"
#include "workspace/docket-copies.h"

#define ID "a-process-to-delete"
#define SINCE "\"archived_at\":\"2026-03-15T17:00:00Z\""
#define RUN "{\"data\":{\"id\":\"" ID "\",\"name\":\"Move\"," SINCE "}}"
#define STEP(id, more)                                                                             \
  "{\"id\":\"" id "\",\"title\":\"" id "\",\"is_oneoff_task\":false,\"run_id\":\"" ID              \
  "\"," SINCE more "}"
#define LINKED                                                                                     \
  "{\"id\":\"linked\",\"title\":\"linked\",\"is_oneoff_task\":true,\"run_id\":\"" ID "\"}"
#define ITEM(item) "{\"data\":" item "}"
#define MISSING "{\"error\":true,\"message\":\"No such.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define SECRET ",\"top_secret\":true"
#define OTHER ",\"summary\":\"<p>New words</p>\""

/* The process with two tasks, the second with @more. */
static void
push_contents (Room *room, const char *second)
{
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", second);
  g_autofree char *page = page_json (STEP ("a", "") "," STEP ("b", "") "," LINKED, 1, 1, 3);

  hostile_server_push_answer (room->server, 200, "", RUN);
  hostile_server_push_answer (room->server, 200, "", page);
  hostile_server_push_answer (room->server, 200, "", ITEM (STEP ("a", "")));
  hostile_server_push_answer (room->server, 200, "", item);
}

static DocketProcessContents *
fetch (Room *room, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_fetch_contents_async (room->workspace, ID, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_process_contents_fetch_finish (result, error);
}

static DocketRemoval *delete (Room *room, DocketProcessContents *shown, gboolean keeps_copy)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketRemoval *removal;

  docket_workspace_delete_process_async (room->workspace, ID, shown, keeps_copy, keep_result,
                                         &slot);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return removal;
}

static guint
count_writes (Room *room)
{
  guint n = 0;

  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    {
      g_autofree char *request = hostile_server_get_request (room->server, i);

      n += !g_str_has_prefix (request, "GET ");
    }
  return n;
}

static DocketProcessContents *
show (Room *room)
{
  g_autoptr (GError) error = NULL;
  DocketProcessContents *shown;

  room_open_with (room, "", STEP ("a", ""));
  push_contents (room, STEP ("b", ""));
  shown = fetch (room, &error);
  g_assert_no_error (error);
  return shown;
}

static DocketCopy *
load_copy (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketCopy *copy;

  docket_copies_load_async (room->workspace, 1, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  copy = docket_copies_load_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return copy;
}

static void
test_kept_and_deleted (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autoptr (DocketCopy) copy = NULL;
  GPtrArray *tasks = docket_process_contents_get_tasks (shown);

  g_assert_cmpuint (tasks->len, ==, 2); /* the one that is only linked stays */
  g_assert_true (request_has (room->server, 4, "archived=true"));
  push_contents (room, STEP ("b", ""));
  hostile_server_push_answer (room->server, 200, "", "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  removal = delete (room, shown, TRUE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_FOUND_DONE);
  g_assert_cmpuint (count_writes (room), ==, 1);
  assert_request (room->server, 11, "DELETE /organizations/org1/runs/" ID "/delete");
  copy = load_copy (room);
  g_assert_null (copy->task);
  g_assert_true (docket_process_contents_is_same (copy->process, shown));
}

/* In the moment when the request arrives, the copy is there. */
static void
test_copy_first (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *kept = NULL;

  push_contents (room, STEP ("b", ""));
  hostile_server_push (room->server, HOSTILE_STALL, "");
  hostile_server_push_answer (room->server, 200, "", RUN);
  docket_workspace_delete_process_async (room->workspace, ID, shown, TRUE, keep_result, &slot);
  wait_for_requests_of (room, 12);
  kept = journal_read ("SELECT count (*) FROM copy WHERE CAST (json AS TEXT) LIKE '%\"tasks\":[%'");
  g_assert_cmpstr (kept, ==, "1");
  hostile_server_release (room->server);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_STILL_THERE);
}

static void
test_without_copy (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *kept = NULL;

  push_contents (room, STEP ("b", ""));
  hostile_server_push_answer (room->server, 204, "", "");
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  removal = delete (room, shown, FALSE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_FOUND_DONE);
  kept = journal_read ("SELECT count (*) FROM copy");
  g_assert_cmpstr (kept, ==, "0");
}

/* Anything that is not as it was: nothing is sent. */
static void
test_changed (gconstpointer second)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *entries = NULL;

  push_contents (room, second);
  removal = delete (room, shown, TRUE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_CHANGED);
  g_assert_cmpuint (count_writes (room), ==, 0);
  entries = journal_read ("SELECT count (*) FROM removal");
  g_assert_cmpstr (entries, ==, "0");
}

static void
test_restored_meanwhile (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *page = page_json (STEP ("a", "") "," STEP ("b", ""), 1, 1, 2);

  hostile_server_push_answer (room->server, 200, "",
                              "{\"data\":{\"id\":\"" ID "\",\"name\":\"Move\"}}");
  hostile_server_push_answer (room->server, 200, "", page);
  hostile_server_push_answer (room->server, 200, "", ITEM (STEP ("a", "")));
  hostile_server_push_answer (room->server, 200, "", ITEM (STEP ("b", "")));
  removal = delete (room, shown, FALSE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_CHANGED);
  g_assert_cmpuint (count_writes (room), ==, 0);
}

/* A part of it is no copy. */
static void
test_incomplete (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *page = page_json (STEP ("a", ""), 1, 1, 2);

  hostile_server_push_answer (room->server, 200, "", RUN);
  hostile_server_push_answer (room->server, 200, "", page);
  removal = delete (room, shown, TRUE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NO_COPY);
  g_assert_cmpuint (count_writes (room), ==, 0);
}

static void
test_task_fails (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketProcessContents) shown = show (room);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *page = page_json (STEP ("a", "") "," STEP ("b", ""), 1, 1, 2);

  hostile_server_push_answer (room->server, 200, "", RUN);
  hostile_server_push_answer (room->server, 200, "", page);
  hostile_server_push_answer (room->server, 200, "", ITEM (STEP ("a", "")));
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  removal = delete (room, shown, TRUE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_NO_COPY);
  g_assert_cmpuint (count_writes (room), ==, 0);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/delete-process/kept-and-deleted", test_kept_and_deleted);
  folders_add_func ("/delete-process/copy-first", test_copy_first);
  folders_add_func ("/delete-process/without-copy", test_without_copy);
  folders_add_data_func ("/delete-process/changed/text", STEP ("b", OTHER), NULL, test_changed);
  folders_add_data_func ("/delete-process/changed/secret", STEP ("b", SECRET), NULL, test_changed);
  folders_add_func ("/delete-process/changed/restored", test_restored_meanwhile);
  folders_add_func ("/delete-process/incomplete", test_incomplete);
  folders_add_func ("/delete-process/task-fails", test_task_fails);
  return folders_run ();
}
