/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A process is removed as a task is: noted down first, sent once, believed only with proof. */
#include "room.h"

#include <string.h>

#include "journal-reader.h"

#define ID "a-process-to-remove"
#define TASK                                                                                       \
  "{\"id\":\"t1\",\"title\":\"Step\",\"is_oneoff_task\":false,\"run_id\":\"" ID                    \
  "\",\"run\":{\"data\":{\"id\":\"" ID "\",\"name\":\"Move\"}}}"
#define SINCE ",\"archived_at\":\"2026-03-15T17:00:00Z\""
#define RUN(id, more) "{\"id\":\"" id "\",\"name\":\"Move\"" more "}"
#define ITEM(item) "{\"data\":" item "}"
#define MISSING "{\"error\":true,\"message\":\"No such process.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define NOWHERE "{\"error\":true,\"message\":\"No such place.\",\"code\":\"ENDPOINT_NOT_FOUND\"}"
#define RUNS "/organizations/org1/runs"

static const char *const lines[] = {
  "DELETE " RUNS "/" ID,
  "PUT " RUNS "/" ID "/activate",
  "DELETE " RUNS "/" ID "/delete",
};

/* What the look-up finds. */
typedef enum
{
  NOT_ASKED,
  THERE,
  ARCHIVED,
  IN_ARCHIVE, /* by the list alone */
  GONE,
  NOTHING,
} LookUp;

typedef struct
{
  const char *name;
  DocketRemovalKind kind;
  guint status; /* 0: the answer is lost */
  const char *body;
  LookUp look_up;
  DocketRemovalOutcome outcome;
} Proof;

static const Proof proofs[] = {
  { "archived", DOCKET_REMOVAL_ARCHIVE, 200, ITEM (RUN (ID, SINCE)), NOT_ASKED,
    DOCKET_OUTCOME_DONE },
  { "archive-without-date", DOCKET_REMOVAL_ARCHIVE, 200, ITEM (RUN (ID, "")), THERE,
    DOCKET_OUTCOME_STILL_THERE },
  { "archive-of-another", DOCKET_REMOVAL_ARCHIVE, 200, ITEM (RUN ("other", SINCE)), ARCHIVED,
    DOCKET_OUTCOME_FOUND_DONE },
  { "archive-without-body", DOCKET_REMOVAL_ARCHIVE, 204, "", IN_ARCHIVE,
    DOCKET_OUTCOME_FOUND_DONE },
  { "archive-lost", DOCKET_REMOVAL_ARCHIVE, 0, NULL, NOTHING, DOCKET_OUTCOME_NOT_CONFIRMED },
  { "archive-refused", DOCKET_REMOVAL_ARCHIVE, 403, "{\"message\":\"No.\"}", NOT_ASKED,
    DOCKET_OUTCOME_REFUSED },
  { "archive-missing", DOCKET_REMOVAL_ARCHIVE, 404, MISSING, GONE, DOCKET_OUTCOME_GONE },
  { "restored", DOCKET_REMOVAL_RESTORE, 200, ITEM (RUN (ID, "")), NOT_ASKED, DOCKET_OUTCOME_DONE },
  { "restore-with-date", DOCKET_REMOVAL_RESTORE, 200, ITEM (RUN (ID, SINCE)), ARCHIVED,
    DOCKET_OUTCOME_STILL_THERE },
  { "restore-lost", DOCKET_REMOVAL_RESTORE, 0, NULL, THERE, DOCKET_OUTCOME_FOUND_DONE },
  /* Nothing that a deletion answers is believed without a look. */
  { "deleted", DOCKET_REMOVAL_DELETE, 200, "", GONE, DOCKET_OUTCOME_FOUND_DONE },
  { "deleted-without-body", DOCKET_REMOVAL_DELETE, 204, "", GONE, DOCKET_OUTCOME_FOUND_DONE },
  { "delete-not-done", DOCKET_REMOVAL_DELETE, 200, "", ARCHIVED, DOCKET_OUTCOME_ARCHIVED },
  { "delete-not-seen", DOCKET_REMOVAL_DELETE, 204, "", NOTHING, DOCKET_OUTCOME_NOT_CONFIRMED },
  { "delete-with-message", DOCKET_REMOVAL_DELETE, 200, "{\"message\":\"Deleted.\"}", GONE,
    DOCKET_OUTCOME_FOUND_DONE },
  { "delete-html", DOCKET_REMOVAL_DELETE, 200, "<html>", THERE, DOCKET_OUTCOME_STILL_THERE },
  { "delete-not-archived", DOCKET_REMOVAL_DELETE, 422,
    "{\"error\":true,\"errors\":{\"id\":[\"Archive it first.\"]}}", NOT_ASKED,
    DOCKET_OUTCOME_REFUSED },
  { "delete-missing", DOCKET_REMOVAL_DELETE, 404, MISSING, GONE, DOCKET_OUTCOME_GONE },
  { "delete-nowhere", DOCKET_REMOVAL_DELETE, 404, NOWHERE, NOTHING, DOCKET_OUTCOME_NOT_CONFIRMED },
};

static void
push_look_up (Room *room, LookUp look_up)
{
  switch (look_up)
    {
    case THERE:
      hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, "")));
      break;
    case ARCHIVED:
      hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, SINCE)));
      break;
    case IN_ARCHIVE:
      hostile_server_push_answer (room->server, 404, "", MISSING);
      push_list (room->server, RUN (ID, SINCE));
      break;
    case GONE:
      hostile_server_push_answer (room->server, 404, "", MISSING);
      push_list (room->server, RUN ("other", SINCE));
      break;
    case NOTHING:
      hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
      break;
    case NOT_ASKED:
    default:
      break;
    }
}

static DocketRemoval *
remove_process (Room *room, DocketRemovalKind kind)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketRemoval *removal;

  docket_workspace_remove_process_async (room->workspace, kind, ID, keep_result, &slot);
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

/* What the views have afterwards: nothing is claimed that was not found. */
static void
assert_view (Room *room, DocketRemovalOutcome outcome, DocketRemovalKind kind)
{
  const gboolean gone = outcome == DOCKET_OUTCOME_GONE
                        || (outcome == DOCKET_OUTCOME_FOUND_DONE && kind == DOCKET_REMOVAL_DELETE);

  run_pending ();
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL)
                        + docket_workspace_get_count (room->workspace, DOCKET_VIEW_ARCHIVED),
                    ==, gone ? 0 : 1);
}

static gboolean
is_counted (gpointer data)
{
  Room *room = data;

  return docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL)
             + docket_workspace_get_count (room->workspace, DOCKET_VIEW_ARCHIVED)
         == 0;
}

static void
test_proof (gconstpointer data)
{
  const Proof *proof = data;
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autofree char *target = NULL;

  room_open_with (room, TASK, "");
  if (proof->status == 0)
    hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  else
    hostile_server_push_answer (room->server, proof->status, "", proof->body);
  push_look_up (room, proof->look_up);
  removal = remove_process (room, proof->kind);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, proof->outcome);
  g_assert_cmpint (docket_removal_get_target (removal), ==, DOCKET_TARGET_PROCESS);
  g_assert_cmpstr (docket_removal_get_title (removal), ==, "Move");
  g_assert_cmpuint (count_writes (room), ==, 1);
  assert_request (room->server, 3, lines[proof->kind]);
  if (proof->look_up != NOT_ASKED)
    assert_request (room->server, 4, "GET " RUNS "/" ID);
  if (proof->look_up == GONE || proof->look_up == IN_ARCHIVE)
    g_assert_true (request_has (room->server, 5, "status=archived"));
  target = journal_read ("SELECT target || ' ' || task || ' ' || outcome FROM removal");
  g_assert_true (g_str_has_prefix (target, "1 " ID " "));
  if (proof->look_up == GONE)
    wait_until (is_counted, room);
  assert_view (room, proof->outcome, proof->kind);
}

/* One that the cache does not have is asked for first, by its own place. */
static void
test_unknown (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, "")));
  hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, SINCE)));
  removal = remove_process (room, DOCKET_REMOVAL_ARCHIVE);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
  g_assert_cmpstr (docket_removal_get_title (removal), ==, "Move");
  assert_request (room->server, 3, "GET " RUNS "/" ID);
  assert_request (room->server, 4, lines[DOCKET_REMOVAL_ARCHIVE]);
}

/* What a crash left open is looked up as what it is, and never sent again. */
static void
test_left_open (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketRemoval) removal = NULL;
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, SINCE)));
  removal = remove_process (room, DOCKET_REMOVAL_ARCHIVE);
  room_close (room);
  journal_change ("UPDATE removal SET outcome = NULL, stage = 0");
  room_open (room);
  push_list (room->server, "");
  push_list (room->server, "");
  push_list (room->server, "");
  /* The task that the pass has not seen. */
  hostile_server_push_answer (room->server, 404, "", "{\"code\":\"RESOURCE_NOT_FOUND\"}");
  push_look_up (room, ARCHIVED);
  error = room_refresh (room);
  g_assert_no_error (error);
  wait_for_journal ("SELECT outcome FROM removal", "1"); /* DOCKET_OUTCOME_FOUND_DONE */
  assert_request (room->server, 8, "GET " RUNS "/" ID);
  g_assert_cmpuint (count_writes (room), ==, 1);
}

static void
test_one_at_a_time (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;
  g_autoptr (GAsyncResult) first_result = NULL;
  g_autoptr (GAsyncResult) second_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 200, "", ITEM (RUN (ID, SINCE)));
  docket_workspace_remove_process_async (room->workspace, DOCKET_REMOVAL_ARCHIVE, ID, keep_result,
                                         &first);
  docket_workspace_remove_process_async (room->workspace, DOCKET_REMOVAL_ARCHIVE, ID, keep_result,
                                         &second);
  second_result = wait_for_result (&second);
  g_assert_null (docket_workspace_remove_finish (room->workspace, second_result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  first_result = wait_for_result (&first);
  removal = docket_workspace_remove_finish (room->workspace, first_result, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
  g_assert_cmpuint (count_writes (room), ==, 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    {
      g_autofree char *path = g_strconcat ("/removal-process/proof/", proofs[i].name, NULL);

      folders_add_data_func (path, &proofs[i], NULL, test_proof);
    }
  folders_add_func ("/removal-process/unknown", test_unknown);
  folders_add_func ("/removal-process/left-open", test_left_open);
  folders_add_func ("/removal-process/one-at-a-time", test_one_at_a_time);
  return folders_run ();
}
