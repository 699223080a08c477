/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Guests, groups and tags: when they are read, what stays of them, and how they are found. */
#include "room.h"

#include "workspace/docket-assignee-key.h"
#include "workspace/docket-names.h"
#include "workspace/docket-new-task.h"
#include "workspace/docket-people.h"
#include "workspace/docket-tags.h"

/* After the requests that filled the room. */
#define FIRST 3

#define GUESTS                                                                                     \
  "{\"data\":[{\"email\":\"ruth@tax.example\",\"first_name\":\"Ruth\",\"last_name\":\"Okafor\"},"  \
  "{\"email\":\"zed@example.com\"}]}"
/* The group's ID is that of a member, too. */
#define GROUPS                                                                                      \
  "{\"data\":[{\"id\":\"8\",\"name\":\"Évents\",\"members\":[7,8],\"guests\":[\"zed@example.com\"" \
  "]},"                                                                                             \
  "{\"id\":\"g2\",\"name\":\"Office Team\",\"members\":[7]}]}"
#define TAGS                                                                                       \
  "{\"data\":[{\"id\":\"b\",\"title\":\"Paralegal Work\",\"color\":\"#8ff0a4\"},"                  \
  "{\"id\":\"a\",\"title\":\"legal\"}]}"
#define MEMBERS "{\"data\":[{\"id\":8,\"full_name\":\"Edda Noa\",\"email\":\"noa@example.com\"}]}"

static void
push_lists (Room *room)
{
  hostile_server_push_answer (room->server, 200, "", GUESTS);
  hostile_server_push_answer (room->server, 200, "", GROUPS);
  hostile_server_push_answer (room->server, 200, "", TAGS);
}

static gboolean
has_tags (gpointer data)
{
  return docket_tags_get_title (((Room *)data)->workspace, "a") != NULL;
}

/* With the lists, and one member. */
static void
open_with_lists (Room *room, const char *tasks)
{
  g_autofree char *page = page_json (tasks, 1, 1, *tasks != '\0' ? 1 : 0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, "", "");
  docket_workspace_follow_lists (room->workspace);
  push_lists (room);
  wait_until (has_tags, room);
  hostile_server_push_answer (room->server, 200, "", page);
  hostile_server_push_answer (room->server, 200, "", MEMBERS);
  push_list (room->server, "");
  push_lists (room);
  error = room_refresh (room);
  g_assert_no_error (error);
}

/* @expected: with commas between them; @found is freed */
static void
assert_found (GStrv found, const char *expected)
{
  g_autofree char *text = g_strjoinv (",", found);

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (found);
}

static void
test_read_where_somebody_wants_them (void)
{
  g_autoptr (Room) room = room_new (0);
  static const char *const lines[]
      = { "GET /organizations/org1/guests", "GET /organizations/org1/groups",
          "GET /organizations/org1/tags", "GET /organizations/org1/tasks" };

  open_with_lists (room, "");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_request (room->server, FIRST + i, lines[i]);
  /* And in each refresh, after the tasks. */
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 3 + 6);
  assert_request (room->server, FIRST + 8, lines[2]);
  /* Once is enough. */
  docket_workspace_follow_lists (room->workspace);
  run_pending ();
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST + 9);
}

static void
test_one_that_may_not_be_listed (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  hostile_server_push_answer (room->server, 200, "", "not a list");
  hostile_server_push_answer (room->server, 200, "", TAGS);
  docket_workspace_follow_lists (room->workspace);
  wait_until (has_tags, room);
  assert_found (docket_people_find_assignees (room->workspace, "", 20), "");
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
}

static void
test_found_by_name_and_address (void)
{
  g_autoptr (Room) room = room_new (0);

  open_with_lists (room, "");
  assert_found (docket_people_find_assignees (room->workspace, "", 20),
                "user:8,group:8,group:g2,guest:ruth@tax.example,guest:zed@example.com");
  assert_found (docket_people_find_assignees (room->workspace, "", 1),
                "user:8,group:8,guest:ruth@tax.example");
  assert_found (docket_people_find_assignees (room->workspace, " Eve", 20), "group:8");
  assert_found (docket_people_find_assignees (room->workspace, "e", 20),
                "user:8,group:8,guest:ruth@tax.example,guest:zed@example.com");
  assert_found (docket_people_find_assignees (room->workspace, "okaf", 20),
                "guest:ruth@tax.example");
  assert_found (docket_people_find_assignees (room->workspace, "@TAX", 20),
                "guest:ruth@tax.example");
  assert_found (docket_people_find_assignees (room->workspace, "team", 20), "group:g2");
  assert_found (docket_people_find_assignees (room->workspace, "g2", 20), "");
  /* A comment notifies members alone. */
  assert_found (docket_people_find (room->workspace, "", 20), "8");
}

static void
assert_name (Room *room, const char *key, const char *expected, guint n_people)
{
  g_autofree char *name = docket_people_dup_name (room->workspace, key);

  g_assert_cmpstr (name, ==, expected);
  g_assert_cmpuint (docket_people_count_group (room->workspace, key), ==, n_people);
}

static void
assert_known (Room *room)
{
  assert_name (room, "user:8", "Edda Noa", 0);
  assert_name (room, "8", "Edda Noa", 0);
  assert_name (room, "group:8", "Évents", 3);
  assert_name (room, "group:9", "9", 0);
  assert_name (room, "guest:ruth@tax.example", "Ruth Okafor", 0);
  assert_name (room, "guest:new@example.com", "new@example.com", 0);
  g_assert_cmpstr (docket_workspace_get_person_name (room->workspace, "ruth@tax.example"), ==,
                   "Ruth Okafor");
  g_assert_cmpstr (docket_tags_get_title (room->workspace, "b"), ==, "Paralegal Work");
  g_assert_cmpstr (docket_tags_get_color (room->workspace, "b"), ==, "#8ff0a4");
  g_assert_null (docket_tags_get_color (room->workspace, "a"));
  g_assert_null (docket_tags_get_title (room->workspace, "c"));
  g_assert_cmpstr (docket_tags_get_color_of_title (room->workspace, "Paralegal Work"), ==,
                   "#8ff0a4");
  assert_found (docket_tags_find (room->workspace, "", 20), "a,b");
  assert_found (docket_tags_find (room->workspace, "wo", 20), "b");
  assert_found (docket_tags_find (room->workspace, "LEG", 20), "a");
  assert_found (docket_tags_find (room->workspace, "", 1), "a");
}

/* The next start shows them before anything was asked for. */
static void
test_kept (void)
{
  g_autoptr (Room) room = room_new (0);
  guint n_requests;

  open_with_lists (room, "");
  assert_known (room);
  n_requests = hostile_server_get_n_requests (room->server);
  room_close (room);
  room_open (room);
  assert_known (room);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, n_requests);
}

static void
test_gone (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;

  open_with_lists (room, "");
  for (guint i = 0; i < 6; i++)
    push_list (room->server, "");
  error = room_refresh (room);
  g_assert_no_error (error);
  assert_found (docket_people_find_assignees (room->workspace, "", 20), "");
  assert_found (docket_tags_find (room->workspace, "", 20), "");
}

static gboolean
has_one (gpointer model)
{
  return docket_task_model_get_n_tasks (model) == 1;
}

static gboolean
has_none (gpointer model)
{
  return docket_task_model_get_n_tasks (model) == 0;
}

static gboolean
has_people (gpointer row)
{
  return docket_task_get_assignees (row) != NULL && *docket_task_get_assignees (row) != NULL;
}

/* Who can follow "owner:". */
static void
assert_offered (Room *room, const char *text, const char *expected)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GStrv names;

  docket_names_find_async (room->workspace, DOCKET_SEARCH_OWNER, text, 9, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  names = docket_names_find_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  assert_found (names, expected);
}

/* A task names a group by its ID; the list and the search know it by its name. */
static void
test_in_the_list (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketTaskModel *model;
  g_autoptr (DocketTask) row = NULL;

  open_with_lists (room, "{\"id\":\"a\",\"title\":\"Lease\",\"is_oneoff_task\":true,\"owners\":"
                         "{\"users\":[8],\"guests\":[\"ruth@tax.example\"],\"groups\":[\"8\"]}}");
  model = docket_workspace_get_tasks (room->workspace);
  docket_task_model_set_view (model, DOCKET_VIEW_ALL);
  docket_task_model_set_order (model, &(DocketOrder){ .without_groups = TRUE });
  wait_until (has_one, model);
  docket_task_model_set_search (model, "owner:office");
  wait_until (has_none, model);
  docket_task_model_set_search (model, "owner:events owner:okafor");
  wait_until (has_one, model);
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  wait_until (has_people, row);
  assert_found (g_strdupv ((char **)docket_task_get_assignees (row)),
                "Edda Noa,Ruth Okafor,Évents");
  /* Once, by the name; and in the order of what begins so. */
  assert_offered (room, "e", "Edda Noa,Évents,Office Team,zed@example.com");
  assert_offered (room, "ruth", "Ruth Okafor");
}

static void
test_new_task_of_others (void)
{
  g_autoptr (Room) room = room_new (0);
  const char *const guests[] = { "ruth@tax.example", NULL };
  const char *const groups[] = { "g2", NULL };
  g_autoptr (GDateTime) deadline = g_date_time_new_utc (2026, 3, 20, 16, 0, 0);
  TallyfyTaskDraft *draft = tallyfy_task_draft_new ("Order", "task");
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TallyfyTask) made = NULL;
  g_autoptr (GError) error = NULL;
  DocketNewTaskOutcome outcome;

  room_open_with (room, "", "");
  hostile_server_push_answer (room->server, 422, "", "{\"message\":\"No.\"}");
  tallyfy_task_draft_set_deadline (draft, deadline);
  tallyfy_task_draft_set_others (draft, guests, groups);
  docket_new_task_async (room->workspace, draft, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_new_task_finish (room->workspace, result, &outcome, &made, &error);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  /* It has somebody: nobody else is added. */
  g_assert_true (request_has (room->server, FIRST,
                              "\"owners\":{\"users\":[],\"guests\":[\"ruth@tax.example\"],"
                              "\"groups\":[\"g2\"]}"));
}

static void
test_keys (void)
{
  const char *const users[] = { "7", NULL };
  const char *const guests[] = { "a@example.com", NULL };
  const char *const groups[] = { "7", "x:y", NULL };
  g_auto (GStrv) keys = docket_assignee_key_list (users, guests, groups);
  const char *const *list = (const char *const *)keys;
  TallyfyAssigneeKind kind;

  assert_found (g_strdupv (keys), "user:7,guest:a@example.com,group:7,group:x:y");
  assert_found (docket_assignee_key_list_ids (list, TALLYFY_ASSIGNEE_USER), "7");
  assert_found (docket_assignee_key_list_ids (list, TALLYFY_ASSIGNEE_GUEST), "a@example.com");
  assert_found (docket_assignee_key_list_ids (list, TALLYFY_ASSIGNEE_GROUP), "7,x:y");
  g_assert_cmpstr (docket_assignee_key_parse ("12", &kind), ==, "12");
  g_assert_cmpint (kind, ==, TALLYFY_ASSIGNEE_USER);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/lists/read", test_read_where_somebody_wants_them);
  folders_add_func ("/lists/forbidden", test_one_that_may_not_be_listed);
  folders_add_func ("/lists/found", test_found_by_name_and_address);
  folders_add_func ("/lists/kept", test_kept);
  folders_add_func ("/lists/gone", test_gone);
  folders_add_func ("/lists/in-the-list", test_in_the_list);
  folders_add_func ("/lists/new-task", test_new_task_of_others);
  folders_add_func ("/lists/keys", test_keys);
  return g_test_run ();
}
