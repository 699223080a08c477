/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A deleted task created again from its copy: what is said beforehand, and what the server
 * receives. */
#include "room.h"

#include <sqlite3.h>
#include <string.h>

#include "workspace/docket-create-again.h"

#define COPY                                                                                       \
  "{\"id\":\"t1\",\"title\":\"Report\",\"summary\":\"<p>Why</p>\",\"is_oneoff_task\":true,"        \
  "\"deadline\":\"2030-05-15T12:00:00Z\",\"completed_at\":\"2026-01-01T00:00:00Z\","               \
  "\"owners\":{\"users\":[7,8,9],\"guests\":[\"g@example.com\"],\"groups\":[]},"                   \
  "\"tags\":{\"data\":[{\"id\":\"x\",\"title\":\"Finance\"}]},\"threads_count\":2,"                \
  "\"form_fields\":{\"data\":[{\"id\":\"o1\",\"label\":\"Name\",\"field_type\":\"text\","          \
  "\"value\":\"Ada\"},{\"id\":\"o2\",\"label\":\"Scan\",\"field_type\":\"file\",\"value\":"        \
  "[{\"filename\":\"a.pdf\"}]},{\"id\":\"o3\",\"label\":\"Note\",\"field_type\":\"text\","         \
  "\"value\":\"Yes\"}]}}"
#define LATE                                                                                       \
  "{\"id\":\"t1\",\"title\":\"Late\",\"deadline\":\"2020-05-15T12:00:00Z\",\"owners\":"            \
  "{\"users\":[7]}}"
#define BARE "{\"id\":\"t1\",\"title\":\"Bare\",\"owners\":{\"users\":[9]}}"

#define MEMBERS                                                                                    \
  "{\"id\":7,\"full_name\":\"Mia\",\"status\":\"active\"},{\"id\":8,\"full_name\":\"Bo\","         \
  "\"status\":\"disabled\"}"
#define CREATED "{\"data\":{\"id\":\"t2\",\"title\":\"Report\"}}"
#define THE_TASK                                                                                   \
  "{\"id\":\"t2\",\"title\":\"Report\",\"is_oneoff_task\":true,\"starter_id\":7,"                  \
  "\"created_at\":\"2099-01-01T00:00:00Z\",\"last_updated\":\"2099-01-01T00:00:00Z\"}"
#define FIELDS(name, note)                                                                         \
  "{\"data\":{\"id\":\"t2\",\"title\":\"Report\",\"is_oneoff_task\":true,\"form_fields\":{"        \
  "\"data\":["                                                                                     \
  "{\"id\":\"n1\",\"label\":\"Name\",\"field_type\":\"text\",\"value\":" name "},"                 \
  "{\"id\":\"n3\",\"label\":\"Note\",\"field_type\":\"text\",\"value\":" note "}]}}}"

static void
write_copy (Room *room, const char *json)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);
  g_autofree char *account = docket_account_dup_file_name (room->account);
  char *sql = sqlite3_mprintf (
      "INSERT INTO removal (id, account, organization, task, title, kind, was_archived,"
      " intended_at, outcome) VALUES (1, %Q, 'org1', 't1', 'Report', 2, 0, 1, 0);"
      "INSERT INTO copy (removal, kept_at, json) VALUES (1, 1, CAST (%Q AS BLOB))",
      account, json);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  sqlite3_free (sql);
}

static void
push_members (Room *room)
{
  g_autofree char *page = page_json (MEMBERS, 1, 1, 2);

  hostile_server_push_answer (room->server, 200, "", page);
}

static DocketAgain *
prepare (Room *room, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_create_again_prepare_async (room->workspace, 1, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_create_again_prepare_finish (room->workspace, result, error);
}

/* The room with a copy, and what came of asking for the members. */
static DocketAgain *
begin (Room *room, const char *copy)
{
  g_autoptr (GError) error = NULL;
  DocketAgain *again;

  room_open (room);
  write_copy (room, copy);
  push_members (room);
  again = prepare (room, &error);
  g_assert_no_error (error);
  assert_request (room->server, 0, "GET /organizations/org1/users");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 1);
  return again;
}

/* @again: (transfer full) */
static char *
create_with (
    Room *room, DocketAgain *again, DocketNewTaskOutcome *outcome, guint *n_missing, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_create_again_async (room->workspace, again, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_create_again_finish (room->workspace, result, outcome, n_missing, error);
}

/* @again: (transfer full) */
static char *
create (Room *room, DocketAgain *again, guint *n_missing, GError **error)
{
  DocketNewTaskOutcome outcome;
  char *id = create_with (room, again, &outcome, n_missing, error);

  if (id != NULL)
    g_assert_cmpint (outcome, ==, DOCKET_NEW_TASK_MADE);
  return id;
}

/* What cannot come back is told before anything is sent. */
static void
test_losses (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketAgain) again = begin (room, COPY);

  g_assert_cmpstr (again->title, ==, "Report");
  g_assert_cmpuint (again->n_answers, ==, 2);
  g_assert_cmpuint (again->n_lost_answers, ==, 1);
  g_assert_cmpuint (again->n_comments, ==, 2);
  g_assert_cmpuint (again->n_tags, ==, 1);
  g_assert_cmpuint (again->n_others, ==, 1);
  g_assert_cmpuint (g_strv_length (again->gone), ==, 2);
  g_assert_cmpstr (again->gone[0], ==, "8");
  g_assert_cmpstr (again->gone[1], ==, "9");
  g_assert_false (again->mine);
  g_assert_true (again->completed);
  g_assert_false (again->no_deadline);
  g_assert_false (again->late);
  g_assert_nonnull (again->deadline);
  g_assert_true (again->described);
  g_assert_cmpuint (again->n_fields, ==, 3);
  g_assert_cmpuint (g_strv_length (again->kept), ==, 1);
  g_assert_cmpstr (again->kept[0], ==, "Mia");
}

static void
test_nobody_left (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketAgain *again = begin (room, BARE);
  g_autofree char *id = NULL;
  guint n_missing = 7;

  g_assert_true (again->mine);
  g_assert_true (again->no_deadline);
  g_assert_false (again->completed);
  hostile_server_push_answer (room->server, 201, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", CREATED);
  id = create (room, again, &n_missing, NULL);
  g_assert_cmpstr (id, ==, "t2");
  g_assert_cmpuint (n_missing, ==, 0);
  g_assert_true (request_has (room->server, 1, "\"users\":[7],"));
  g_assert_true (request_has (room->server, 1, "\"deadline\":\"20"));
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

static gboolean
is_read (gpointer history)
{
  return !docket_history_get_busy (history);
}

/* The history's entry, which says it or not. */
static DocketHistoryEntry *
get_entry (Room *room)
{
  GListModel *history = G_LIST_MODEL (docket_workspace_get_history (room->workspace));
  g_autoptr (GObject) item = NULL;

  wait_until (is_read, history);
  /* Below the heading of its day. */
  item = g_list_model_get_item (history, 1);
  return DOCKET_HISTORY_ENTRY (g_steal_pointer (&item));
}

/* What is sent for a task that was late already. */
static void
test_late (gconstpointer data)
{
  const gboolean keeps = GPOINTER_TO_INT (data);
  g_autoptr (Room) room = room_new (0);
  DocketAgain *again = begin (room, LATE);
  g_autofree char *id = NULL;
  guint n_missing = 7;

  g_assert_true (again->late);
  g_assert_false (again->no_deadline);
  if (keeps)
    {
      docket_again_set_keeps_deadline (again, FALSE);
      docket_again_set_keeps_deadline (again, TRUE);
    }
  hostile_server_push_answer (room->server, 201, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", CREATED);
  id = create (room, again, &n_missing, NULL);
  g_assert_cmpstr (id, ==, "t2");
  g_assert_cmpint (request_has (room->server, 1, "\"deadline\":\"2020-05-15 12:00:00\""), ==,
                   keeps);
  g_assert_true (request_has (room->server, 1, "\"deadline\":\"20"));
}

static gboolean
keeps_task (Room *room, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TallyfyTask) task = NULL;

  docket_workspace_load_task_async (room->workspace, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  task = docket_workspace_load_task_finish (room->workspace, result, NULL);
  return task != NULL;
}

/* One request makes it, one gives it its answers, and what is there is read back. */
static void
test_create (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  DocketAgain *again = begin (room, COPY);
  g_autofree char *id = NULL;
  guint n_missing = 7;

  hostile_server_push_answer (room->server, 201, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", FIELDS ("null", "null"));
  hostile_server_push_answer (room->server, 200, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", FIELDS ("\"Ada\"", "\"Yes\""));
  id = create (room, again, &n_missing, NULL);
  g_assert_cmpstr (id, ==, "t2");
  g_assert_cmpuint (n_missing, ==, 0);
  assert_request (room->server, 1, "POST /organizations/org1/tasks");
  g_assert_true (
      request_has (room->server, 1, "{\"title\":\"Report\",\"deadline\":\"2030-05-15 12:00:00\""));
  g_assert_true (request_has (room->server, 1, "\"users\":[7],\"guests\":[],\"groups\":[]"));
  g_assert_true (request_has (room->server, 1, "\"description\":\"<p>Why</p>\""));
  g_assert_true (request_has (room->server, 1, "\"label\":\"Scan\",\"field_type\":\"file\""));
  assert_request (room->server, 2, "GET /organizations/org1/tasks/t2");
  assert_request (room->server, 3, "PUT /organizations/org1/tasks/t2");
  g_assert_true (request_has (room->server, 3, "\"taskdata\":{\"n1\":\"Ada\",\"n3\":\"Yes\"}"));
  g_assert_true (request_has (room->server, 3, "\"deadline\":\"2030-05-15 12:00:00\""));
  assert_request (room->server, 4, "GET /organizations/org1/tasks/t2");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 5);
  g_assert_true (keeps_task (room, "t2"));
  entry = get_entry (room);
  g_assert_cmpstr (docket_history_entry_get_created_task (entry), ==, "t2");
  g_assert_nonnull (docket_history_entry_get_created_at (entry));
}

/* How the answers may go astray, and how many are told to be missing. */
static const struct
{
  const char *name;
  guint put_status;
  const char *put_body;
  const char *read_back; /* NULL: it fails too */
  guint n_missing;
} astray[] = {
  { "dropped", 200, CREATED, FIELDS ("\"Ada\"", "null"), 1 },
  { "refused", 422, "{\"errors\":{\"n1\":[\"No.\"]}}", FIELDS ("null", "null"), 2 },
  { "lost-and-done", 500, "", FIELDS ("\"Ada\"", "\"Yes\""), 0 },
  { "not-read-back", 200, CREATED, NULL, 2 },
};

static void
test_answers_astray (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Room) room = room_new (0);
  DocketAgain *again = begin (room, COPY);
  g_autofree char *id = NULL;
  guint n_missing = 7;

  hostile_server_push_answer (room->server, 201, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", FIELDS ("null", "null"));
  hostile_server_push_answer (room->server, astray[i].put_status, "", astray[i].put_body);
  if (astray[i].read_back != NULL)
    hostile_server_push_answer (room->server, 200, "", astray[i].read_back);
  else
    hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  id = create (room, again, &n_missing, NULL);
  g_assert_cmpstr (id, ==, "t2");
  g_assert_cmpuint (n_missing, ==, astray[i].n_missing);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 5);
}

/* What the server may refuse. Nothing follows it. */
static const struct
{
  const char *name;
  guint status;
  const char *body;
  TallyfyError error;
} refusals[] = {
  { "forbidden", 403, "{\"message\":\"No.\"}", TALLYFY_ERROR_FORBIDDEN },
  { "invalid", 422, "{\"errors\":{\"title\":[\"Too long.\"]}}", TALLYFY_ERROR_INVALID },
  { "signed-out", 401, "{\"message\":\"Unauthenticated.\"}", TALLYFY_ERROR_SIGNED_OUT },
  { "busy", 429, "{\"message\":\"Wait.\"}", TALLYFY_ERROR_TOO_MANY_REQUESTS },
};

static void
test_refusal (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Room) room = room_new (0);
  DocketAgain *again = begin (room, COPY);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  guint n_missing = 7;

  hostile_server_push_answer (room->server, refusals[i].status, "", refusals[i].body);
  id = create (room, again, &n_missing, &error);
  g_assert_null (id);
  g_assert_error (error, TALLYFY_ERROR, (int)refusals[i].error);
  entry = get_entry (room);
  g_assert_null (docket_history_entry_get_created_at (entry));
  assert_request (room->server, 1, "POST /organizations/org1/tasks");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 2);
}

/* No answer says what became of it: it is looked up, and nothing is sent twice. */
static const struct
{
  const char *name;
  guint status; /* 0: no answer */
  const char *body;
  guint look_status;
  const char *looked_up; /* tasks */
  DocketNewTaskOutcome outcome;
} lost[] = {
  { "500-found", 500, "", 200, THE_TASK, DOCKET_NEW_TASK_FOUND },
  { "no-id-found", 201, "{\"data\":{}}", 200, THE_TASK, DOCKET_NEW_TASK_FOUND },
  { "absent", 0, "", 200, "", DOCKET_NEW_TASK_ABSENT },
  { "not-confirmed", 0, "", 403, "", DOCKET_NEW_TASK_NOT_CONFIRMED },
};

static void
test_lost (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const gboolean found = lost[i].outcome == DOCKET_NEW_TASK_FOUND;
  g_autoptr (Room) room = room_new (0);
  DocketAgain *again = begin (room, COPY);
  g_autoptr (DocketHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *page = page_json (lost[i].looked_up, 1, 1, found ? 1 : 0);
  g_autofree char *id = NULL;
  DocketNewTaskOutcome outcome;
  guint n_missing = 7;

  if (lost[i].status != 0)
    hostile_server_push_answer (room->server, lost[i].status, "", lost[i].body);
  else
    hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
  hostile_server_push_answer (room->server, lost[i].look_status, "", page);
  hostile_server_push_answer (room->server, 200, "", FIELDS ("null", "null"));
  hostile_server_push_answer (room->server, 200, "", CREATED);
  hostile_server_push_answer (room->server, 200, "", FIELDS ("\"Ada\"", "\"Yes\""));
  id = create_with (room, again, &outcome, &n_missing, &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, lost[i].outcome);
  g_assert_cmpstr (id, ==, found ? "t2" : NULL);
  g_assert_cmpuint (n_missing, ==, 0);
  entry = get_entry (room);
  g_assert_cmpint (docket_history_entry_get_created_at (entry) != NULL, ==, found);
  assert_request (room->server, 1, "POST /organizations/org1/tasks");
  assert_request (room->server, 2, "GET /organizations/org1/tasks");
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, found ? 6 : 3);
  if (found)
    assert_request (room->server, 4, "PUT /organizations/org1/tasks/t2");
}

/* Without a copy, or without knowing who is there, nothing is sent. */
static void
test_not_prepared (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) refused = NULL;

  room_open (room);
  g_assert_null (prepare (room, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 0);
  write_copy (room, COPY);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  g_assert_null (prepare (room, &refused));
  g_assert_error (refused, TALLYFY_ERROR, TALLYFY_ERROR_FORBIDDEN);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/create-again/losses", test_losses);
  folders_add_func ("/create-again/nobody-left", test_nobody_left);
  folders_add_func ("/create-again/create", test_create);
  folders_add_data_func ("/create-again/late/later", GINT_TO_POINTER (FALSE), NULL, test_late);
  folders_add_data_func ("/create-again/late/kept", GINT_TO_POINTER (TRUE), NULL, test_late);
  for (guint i = 0; i < G_N_ELEMENTS (astray); i++)
    {
      g_autofree char *path = g_strconcat ("/create-again/answers/", astray[i].name, NULL);

      folders_add_data_func (path, GUINT_TO_POINTER (i), NULL, test_answers_astray);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/create-again/refusal/", refusals[i].name, NULL);

      folders_add_data_func (path, GUINT_TO_POINTER (i), NULL, test_refusal);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *path = g_strconcat ("/create-again/lost/", lost[i].name, NULL);

      folders_add_data_func (path, GUINT_TO_POINTER (i), NULL, test_lost);
    }
  folders_add_func ("/create-again/not-prepared", test_not_prepared);
  return folders_run ();
}
