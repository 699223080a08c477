/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is known of processes: by their tasks, and by the server's own lists. */
#include "room.h"

#include "workspace/docket-cache-processes.h"
#include "workspace/docket-group.h"
#include "workspace/docket-process-model-private.h"
#include "workspace/docket-task-model-private.h"

#include "stock.h"

/* In process @run, at @position. */
#define STEP(id, run, position, more)                                                              \
  "{\"id\":\"" id "\",\"title\":\"" id "\",\"is_oneoff_task\":false,\"run_id\":\"" run             \
  "\",\"run\":{\"data\":{\"id\":\"" run "\",\"name\":\"Process " run                               \
  "\"}},\"position\":" position more "}"
#define DONE ",\"status\":\"completed\",\"completed_at\":\"2026-03-01T10:00:00Z\""
#define LATE ",\"deadline\":\"2026-03-01T10:00:00Z\""
#define FAR ",\"deadline\":\"2999-03-01T10:00:00Z\""
#define AWAY ",\"archived_at\":\"2026-03-01T10:00:00Z\""
#define OF(users) ",\"owners\":{\"users\":[" users "],\"guests\":[],\"groups\":[]}"
#define RUN(id, more) "{\"id\":\"" id "\",\"name\":\"Process " id "\"" more "}"

static gboolean
is_idle (gpointer model)
{
  return !docket_process_model_get_busy (model);
}

static gboolean
is_loaded (gpointer task)
{
  return docket_task_get_loaded (task);
}

static gboolean
tasks_are_there (gpointer model)
{
  return !docket_task_model_get_busy (model);
}

/* The list in one text: a letter for each heading, the ID of each process. */
static char *
describe (DocketProcessModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (DOCKET_IS_GROUP (item))
        g_string_append_printf (text, "%c%u: ",
                                "RFA"[docket_group_get_kind (DOCKET_GROUP (item))
                                      - DOCKET_GROUP_RUNNING],
                                docket_group_get_n_tasks (DOCKET_GROUP (item)));
      else
        g_string_append_printf (text, "%s ", docket_process_get_id (DOCKET_PROCESS (item)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_list (DocketProcessModel *model, const char *expected)
{
  g_autofree char *text = NULL;

  run_pending ();
  wait_until (is_idle, model);
  text = describe (model);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_process (DocketProcessModel *model, const char *id, guint done, guint tasks, guint late)
{
  g_autoptr (DocketProcess) process = docket_process_model_get_process (model, id);

  g_assert_true (docket_process_is_known (process));
  g_assert_cmpuint (docket_process_get_n_done (process), ==, done);
  g_assert_cmpuint (docket_process_get_n_tasks (process), ==, tasks);
  g_assert_cmpuint (docket_process_get_n_late (process), ==, late);
}

/* It stays until what it asked for has come. */
static void
let_go_of (DocketProcessModel *model)
{
  wait_until (is_idle, model);
  run_pending ();
  g_assert_finalize_object (model);
}

static void
test_by_tasks (void)
{
  DocketCache *cache = stock_open ("a");
  DocketProcessModel *model = docket_process_model_new (cache);
  g_autoptr (DocketProcess) process = NULL;
  const char *const people[] = { "Noa", "bo@example.com", "Zoe", NULL };
  g_autoptr (DocketCacheOverview) overview = NULL;

  stock_store_member (cache, "8", "Noa");
  stock_store_member (cache, "9", "Zoe");
  stock_store_now (
      cache,
      STEP ("a1", "a", "1", DONE OF ("9")) "," STEP ("a2", "a", "2", LATE ",\"owners\":{\"users\":[8],\"guests\":[\"bo@example.com\"]}") "," STEP (
          "a3", "a", "3",
          FAR OF (
              "8")) "," STEP ("b1", "b", "1",
                              DONE) "," STEP ("c1", "c", "1",
                                              AWAY
                                                  LATE) "," STEP ("d1", "d", "1",
                                                                  LATE) "," STEP ("d2", "d", "2",
                                                                                  LATE) ","
                                                                                        "{\"id\":"
                                                                                        "\"one\","
                                                                                        "\"title\":"
                                                                                        "\"one\","
                                                                                        "\"is_"
                                                                                        "oneoff_"
                                                                                        "task\":"
                                                                                        "true,"
                                                                                        "\"run_"
                                                                                        "id\":"
                                                                                        "\"a\","
                                                                                        "\"run\":"
                                                                                        "{\"data\":"
                                                                                        "{\"name\":"
                                                                                        "\"Process "
                                                                                        "a\"}}}");
  assert_list (model, "R2: a d F1: b A1: c ");
  assert_process (model, "a", 1, 3, 1);
  assert_process (model, "b", 1, 1, 0);
  assert_process (model, "c", 0, 1, 0);
  assert_process (model, "d", 0, 2, 2);
  process = docket_process_model_get_process (model, "a");
  g_assert_cmpstrv (docket_process_get_people (process), people);
  g_assert_cmpstr (docket_process_get_name (process), ==, "Process a");
  overview = stock_overview (cache);
  g_assert_cmpuint (overview->n_processes, ==, 3);
  let_go_of (model);
  g_clear_object (&process);
  stock_close (cache);
}

static void
test_search (void)
{
  DocketCache *cache = stock_open ("a");
  DocketProcessModel *model = docket_process_model_new (cache);

  stock_store_now (cache, STEP ("a1", "École", "1", "") "," STEP ("b1", "b", "1", DONE));
  assert_list (model, "R1: École F1: b ");
  docket_process_model_set_search (model, "ECOLE proc");
  assert_list (model, "R1: École ");
  docket_process_model_set_search (model, "nothing");
  assert_list (model, "");
  g_assert_cmpuint (docket_process_model_get_n_processes (model), ==, 0);
  docket_process_model_set_search (model, "");
  assert_list (model, "R1: École F1: b ");
  let_go_of (model);
  stock_close (cache);
}

/* What is taken away or archived here goes with its tasks, whatever an older answer says. */
static void
test_removed (void)
{
  DocketCache *cache = stock_open ("a");
  DocketProcessModel *model = docket_process_model_new (cache);
  g_autoptr (DocketProcess) gone = NULL;
  const gint64 before = docket_cache_begin (cache);

  stock_store_now (cache, STEP ("a1", "a", "1", LATE) "," STEP ("b1", "b", "1", DONE));
  assert_list (model, "R1: a F1: b ");
  stock_change_process (cache, "a", 1772359200);
  assert_list (model, "F1: b A1: a ");
  assert_process (model, "a", 0, 1, 0);
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ARCHIVED), ==, 1);
  stock_store (cache, before, STEP ("a1", "a", "1", LATE));
  assert_list (model, "F1: b A1: a ");
  stock_change_process (cache, "a", 0);
  assert_list (model, "R1: a F1: b ");
  gone = docket_process_model_get_process (model, "a");
  stock_change_process (cache, "a", -1);
  assert_list (model, "F1: b ");
  g_assert_false (docket_process_is_known (gone));
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_ALL), ==, 1);
  stock_store (cache, before, STEP ("a1", "a", "1", LATE));
  assert_list (model, "F1: b ");
  let_go_of (model);
  g_clear_object (&gone);
  stock_close (cache);
}

/* What it asked for has come: that keeps it until then. */
static gboolean
is_ours_alone (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* Without an order of its own, a step comes last. */
static void
test_tasks_in_order (void)
{
  DocketCache *cache = stock_open ("a");
  DocketTaskModel *tasks;
  g_autoptr (GString) order = g_string_new (NULL);

  stock_store_now (cache,
                   STEP ("third", "a", "3",
                         LATE) "," STEP ("last", "a", "null",
                                         LATE) "," STEP ("first", "a", "1",
                                                         DONE) "," STEP ("second", "a", "2",
                                                                         AWAY) "," STEP ("other",
                                                                                         "b", "1",
                                                                                         ""));
  tasks = docket_task_model_new_for_process (cache, "a");
  wait_until (tasks_are_there, tasks);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tasks)); i++)
    {
      g_autoptr (DocketTask) task = g_list_model_get_item (G_LIST_MODEL (tasks), i);

      wait_until (is_loaded, task);
      g_string_append_printf (order, "%s ", docket_task_get_id (task));
      g_assert_cmpstr (docket_task_get_process_id (task), ==, "a");
    }
  g_assert_cmpstr (order->str, ==, "first second third last ");
  wait_until (is_ours_alone, tasks);
  g_assert_finalize_object (tasks);
  stock_close (cache);
}

/* Rows stay where they are while one of them moves, so that what is chosen stays chosen. */
static void
test_objects_stay (void)
{
  DocketCache *cache = stock_open ("a");
  DocketProcessModel *model = docket_process_model_new (cache);
  g_autoptr (DocketProcess) before = NULL;
  g_autoptr (DocketProcess) after = NULL;
  guint position;

  stock_store_now (cache, STEP ("a1", "a", "1", LATE) "," STEP ("b1", "b", "1", DONE));
  assert_list (model, "R1: a F1: b ");
  before = docket_process_model_get_process (model, "a");
  stock_store_now (cache, STEP ("a1", "a", "1", LATE DONE));
  assert_list (model, "F2: a b ");
  g_assert_true (docket_process_model_find (model, "a", &position));
  after = g_list_model_get_item (G_LIST_MODEL (model), position);
  g_assert_true (before == after);
  let_go_of (model);
  g_clear_object (&before);
  g_clear_object (&after);
  stock_close (cache);
}

static void
push_runs (Room *room, const char *runs)
{
  push_list (room->server, runs);
}

/* The server's lists are read from the first time on that somebody looks. */
static void
test_listed (void)
{
  g_autoptr (Room) room = room_new (0);
  DocketProcessModel *model;
  g_autoptr (GError) error = NULL;

  room_open_with (room, STEP ("a1", "a", "1", DONE), "");
  push_runs (room, RUN ("a", ",\"owner_id\":7,\"created_at\":\"2026-02-01T10:00:00Z\","
                             "\"progress\":{\"complete\":1,\"total\":4}"));
  push_runs (room, RUN ("z", AWAY ",\"progress\":{\"complete\":2,\"total\":3}"));
  model = docket_workspace_get_processes (room->workspace);
  wait_for_requests_of (room, 5);
  assert_request (room->server, 3, "GET /organizations/org1/runs");
  assert_request (room->server, 4, "GET /organizations/org1/runs");
  g_assert_true (request_has (room->server, 4, "status=archived"));
  while (docket_process_model_get_n_processes (model) < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_list (model, "R1: a A1: z ");
  assert_process (model, "a", 1, 4, 0);
  assert_process (model, "z", 2, 3, 0);

  /* A refresh reads them again, and forgets what is in neither; one that fails changes nothing. */
  push_list (room->server, STEP ("a1", "a", "1", DONE));
  push_list (room->server, "");
  push_list (room->server, "");
  push_runs (room, RUN ("a", ""));
  push_runs (room, "");
  error = room_refresh (room);
  g_assert_no_error (error);
  assert_list (model, "F1: a ");
  push_list (room->server, STEP ("a1", "a", "1", DONE));
  push_list (room->server, "");
  push_list (room->server, "");
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  error = room_refresh (room);
  g_assert_no_error (error);
  assert_list (model, "F1: a ");
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_PROCESSES), ==, 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/processes/by-tasks", test_by_tasks);
  folders_add_func ("/processes/search", test_search);
  folders_add_func ("/processes/removed", test_removed);
  folders_add_func ("/processes/tasks-in-order", test_tasks_in_order);
  folders_add_func ("/processes/objects-stay", test_objects_stay);
  folders_add_func ("/processes/listed", test_listed);
  return folders_run ();
}
