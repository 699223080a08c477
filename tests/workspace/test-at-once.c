/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a person does is in the list when the call returns: before the file has it, and before
 * anybody else has heard of it. */
#include "stock.h"

#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task.h"

typedef struct
{
  DocketCache *cache;
  DocketTaskModel *model;
  GPtrArray *rows; /* as a widget holds them, so that they are loaded */
  guint n_changes;
  guint n_writing;
} Fixture;

#define ROW(id, title) "{\"id\":\"" id "\",\"title\":\"" title "\",\"is_oneoff_task\":true}"
#define LATE(id, title)                                                                            \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"is_oneoff_task\":true,"                            \
  "\"deadline\":\"2001-01-01T00:00:00Z\"}"
#define TASKS LATE ("t0", "x") "," ROW ("t1", "a") "," ROW ("t2", "b") "," ROW ("t3", "c")

static gboolean
is_idle (gpointer model)
{
  return !docket_task_model_get_busy (model);
}

/* As a list that shows all of them. */
static void
hold_rows (Fixture *fixture)
{
  GListModel *list = G_LIST_MODEL (fixture->model);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  fixture->n_changes++;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (rows, g_list_model_get_item (list, i));
  g_ptr_array_unref (fixture->rows);
  fixture->rows = rows;
}

static void
set_up (Fixture *fixture, DocketView view)
{
  fixture->cache = stock_open ("a");
  stock_store_now (fixture->cache, TASKS);
  run_pending ();
  fixture->model = docket_task_model_new (fixture->cache);
  fixture->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (hold_rows), fixture);
  docket_task_model_set_view (fixture->model, view);
  wait_until (is_idle, fixture->model);
}

static void
tear_down (Fixture *fixture)
{
  gpointer left = fixture->model;

  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_ptr_array_unref (fixture->rows);
  g_object_add_weak_pointer (G_OBJECT (fixture->model), &left);
  g_object_unref (fixture->model);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
  stock_close (fixture->cache);
}

static gboolean
is_written (gpointer data)
{
  return ((Fixture *)data)->n_writing == 0;
}

static void
settle (Fixture *fixture)
{
  wait_until (is_written, fixture);
  run_pending ();
  wait_until (is_idle, fixture->model);
}

/* What shows now, without a turn of the main loop: "[1]x[2]ab", "a+" = a is complete, "a-" = it is
 * archived. */
static void
assert_shown (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fixture->rows->len; i++)
    {
      GObject *object = fixture->rows->pdata[i];

      if (DOCKET_IS_GROUP (object))
        {
          g_string_append_printf (text, "[%u]", docket_group_get_n_tasks (DOCKET_GROUP (object)));
          continue;
        }
      g_string_append (text, docket_task_get_title (DOCKET_TASK (object)));
      g_string_append (text, docket_task_get_completed (DOCKET_TASK (object)) ? "+" : "");
      g_string_append (text, docket_task_get_archived (DOCKET_TASK (object)) ? "-" : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  docket_cache_change_finish (DOCKET_CACHE (source), result, &error);
  g_assert_no_error (error);
  fixture->n_writing--;
}

static void
complete (Fixture *fixture, const char *id, gboolean completed)
{
  fixture->n_writing++;
  docket_cache_set_completed_async (fixture->cache, id, completed, completed ? 1000000000 : 0,
                                    written_cb, fixture);
}

static void
test_leaves_and_comes_back (Fixture *fixture)
{
  assert_shown (fixture, "[1]x[3]abc");
  complete (fixture, "t2", TRUE);
  assert_shown (fixture, "[1]x[2]ac");
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, 3);
  settle (fixture);
  assert_shown (fixture, "[1]x[2]ac");

  /* It stands where it stood, and the cache says nothing else then. */
  complete (fixture, "t2", FALSE);
  assert_shown (fixture, "[1]x[3]abc");
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, 4);
  fixture->n_changes = 0;
  settle (fixture);
  assert_shown (fixture, "[1]x[3]abc");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* With the heading of its group, also at the top of the list. */
static void
test_heading_comes_back (Fixture *fixture)
{
  complete (fixture, "t0", TRUE);
  assert_shown (fixture, "[3]abc");
  settle (fixture);
  complete (fixture, "t0", FALSE);
  assert_shown (fixture, "[1]x[3]abc");
  settle (fixture);
  assert_shown (fixture, "[1]x[3]abc");
}

/* What was changed last is what shows all the time, while one is written after the other. */
static void
test_there_and_back (Fixture *fixture)
{
  complete (fixture, "t2", TRUE);
  complete (fixture, "t2", FALSE);
  assert_shown (fixture, "[1]x[3]abc");
  fixture->n_changes = 0;
  settle (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  complete (fixture, "t2", TRUE);
  complete (fixture, "t2", FALSE);
  complete (fixture, "t2", TRUE);
  assert_shown (fixture, "[1]x[2]ac");
  fixture->n_changes = 0;
  settle (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_stays (Fixture *fixture)
{
  complete (fixture, "t2", TRUE);
  assert_shown (fixture, "[1]x[3]ab+c");
  settle (fixture);
  assert_shown (fixture, "[1]x[2]ac[1]b+");
  complete (fixture, "t2", FALSE);
  assert_shown (fixture, "[1]x[2]ac[1]b");
  settle (fixture);
  assert_shown (fixture, "[1]x[3]abc");
}

static void
test_archived_comes_back (Fixture *fixture)
{
  docket_task_model_hide (fixture->model, "t2");
  assert_shown (fixture, "[1]x[2]ac");

  /* While it is on its way there. */
  g_assert_true (docket_task_model_bring_back (fixture->model, "t2"));
  assert_shown (fixture, "[1]x[3]abc");

  /* And for as long as the cache has it there, whatever changes beside it. */
  stock_set_archived (fixture->cache, "t2", 1000000000);
  stock_store_now (fixture->cache, ROW ("t4", "d"));
  settle (fixture);
  assert_shown (fixture, "[1]x[4]abcd");

  /* Where it was refused it goes again. */
  docket_task_model_show (fixture->model, "t2");
  settle (fixture);
  assert_shown (fixture, "[1]x[3]acd");
}

/* After it has left the list for good, and others with it. */
static void
test_archived_comes_back_later (Fixture *fixture)
{
  docket_task_model_hide (fixture->model, "t1");
  docket_task_model_hide (fixture->model, "t2");
  stock_set_archived (fixture->cache, "t1", 1000000000);
  stock_set_archived (fixture->cache, "t2", 1000000000);
  docket_task_model_show (fixture->model, "t1");
  docket_task_model_show (fixture->model, "t2");
  settle (fixture);
  assert_shown (fixture, "[1]x[1]c");

  g_assert_true (docket_task_model_bring_back (fixture->model, "t2"));
  assert_shown (fixture, "[1]x[2]bc");
  stock_set_archived (fixture->cache, "t2", 0);
  docket_task_model_show (fixture->model, "t2");
  fixture->n_changes = 0;
  settle (fixture);
  assert_shown (fixture, "[1]x[2]bc");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* Where it stood says nothing of another list. */
static void
test_not_into_another_list (Fixture *fixture)
{
  docket_task_model_hide (fixture->model, "t2");
  docket_task_model_set_view (fixture->model, DOCKET_VIEW_COMPLETED);
  settle (fixture);
  g_assert_false (docket_task_model_bring_back (fixture->model, "t2"));
  docket_task_model_set_view (fixture->model, DOCKET_VIEW_ONE_OFF);
  docket_task_model_set_search (fixture->model, "a");
  settle (fixture);
  g_assert_false (docket_task_model_bring_back (fixture->model, "t2"));
  g_assert_false (docket_task_model_bring_back (fixture->model, "t1"));
  assert_shown (fixture, "[1]a");

  /* Nor does one that is back stand there then. */
  docket_task_model_set_search (fixture->model, NULL);
  settle (fixture);
  docket_task_model_hide (fixture->model, "t1");
  g_assert_true (docket_task_model_bring_back (fixture->model, "t1"));
  docket_task_model_set_search (fixture->model, "c");
  settle (fixture);
  assert_shown (fixture, "[1]c");
}

typedef struct
{
  DocketView view;
  void (*test) (Fixture *);
} Case;

static void
run_case (gconstpointer data)
{
  const Case *one = data;
  Fixture fixture = { 0 };

  set_up (&fixture, one->view);
  one->test (&fixture);
  tear_down (&fixture);
}

static void
add (const char *path, DocketView view, void (*test) (Fixture *))
{
  const Case one = { view, test };

  folders_add_data_func (path, g_memdup2 (&one, sizeof one), g_free, run_case);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  add ("/at-once/leaves-and-comes-back", DOCKET_VIEW_ONE_OFF, test_leaves_and_comes_back);
  add ("/at-once/heading-comes-back", DOCKET_VIEW_ONE_OFF, test_heading_comes_back);
  add ("/at-once/there-and-back", DOCKET_VIEW_ONE_OFF, test_there_and_back);
  add ("/at-once/stays", DOCKET_VIEW_ALL, test_stays);
  add ("/at-once/archived-comes-back", DOCKET_VIEW_ALL, test_archived_comes_back);
  add ("/at-once/archived-comes-back-later", DOCKET_VIEW_ALL, test_archived_comes_back_later);
  add ("/at-once/not-into-another-list", DOCKET_VIEW_ONE_OFF, test_not_into_another_list);
  return folders_run ();
}
