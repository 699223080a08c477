/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The list as a widget sees it: small changes, objects that stay the same task, and none that
 * nobody asked for. */
#include "stock.h"

#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-model.h"
#include "workspace/docket-task-private.h"

/* The linker leads the model here: how many rows were made, and how many of them live. */
static int n_made;
static int n_alive;

DocketTask *__real_docket_task_new (void);
DocketTask *__wrap_docket_task_new (void);

static void
gone_cb (gpointer data, GObject *object)
{
  n_alive--;
}

DocketTask *
__wrap_docket_task_new (void)
{
  DocketTask *task = __real_docket_task_new ();

  n_made++;
  n_alive++;
  g_object_weak_ref (G_OBJECT (task), gone_cb, NULL);
  return task;
}

/* A copy of the list that is kept up with what "items-changed" tells, as a widget keeps one. */
typedef struct
{
  DocketCache *cache;
  DocketTaskModel *model;
  GPtrArray *mirror; /* of the objects */
  guint n_touched;
  guint n_changes;
} Shelf;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Shelf *shelf)
{
  shelf->n_changes++;
  shelf->n_touched += removed + added;
  g_assert_cmpuint (position + removed, <=, shelf->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (shelf->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (shelf->mirror, (int)(position + i),
                        g_list_model_get_item (model, position + i));
  g_assert_cmpuint (shelf->mirror->len, ==, g_list_model_get_n_items (model));
}

static gboolean
is_idle (gpointer model)
{
  return !docket_task_model_get_busy (model);
}

static gboolean
is_loaded (gpointer task)
{
  return docket_task_get_loaded (task);
}

static Shelf *
shelf_new (const char *json)
{
  Shelf *shelf = g_new0 (Shelf, 1);

  shelf->cache = stock_open ("a");
  if (*json != '\0')
    stock_store_now (shelf->cache, json);
  run_pending ();
  shelf->model = docket_task_model_new (shelf->cache);
  docket_task_model_set_view (shelf->model, DOCKET_VIEW_ALL);
  shelf->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (shelf->model, "items-changed", G_CALLBACK (items_changed_cb), shelf);
  wait_until (is_idle, shelf->model);
  return shelf;
}

/* It stays until what it asked for has come. */
static void
let_go_of (DocketTaskModel *model)
{
  g_object_add_weak_pointer (G_OBJECT (model), (gpointer *)&model);
  g_object_unref (model);
  while (model != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
shelf_free (Shelf *shelf)
{
  g_signal_handlers_disconnect_by_data (shelf->model, shelf);
  g_ptr_array_unref (shelf->mirror);
  let_go_of (shelf->model);
  stock_close (shelf->cache);
  g_assert_cmpint (n_alive, ==, 0);
  g_free (shelf);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shelf, shelf_free)

/* Until the model has heard of what was changed, and has asked again. */
static void
settle (Shelf *shelf)
{
  run_pending ();
  wait_until (is_idle, shelf->model);
}

static void
start_counting (Shelf *shelf)
{
  shelf->n_changes = 0;
  shelf->n_touched = 0;
}

/* The titles, groups as numbers: "[2]abc[1]d". The mirror must be the same objects. */
static void
assert_shown (Shelf *shelf, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < shelf->mirror->len; i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (shelf->model), i);

      g_assert_true (object == shelf->mirror->pdata[i]);
      if (DOCKET_IS_GROUP (object))
        g_string_append_printf (text, "[%u]", docket_group_get_n_tasks (DOCKET_GROUP (object)));
      else
        {
          wait_until (is_loaded, object);
          g_string_append (text, docket_task_get_title (DOCKET_TASK (object)));
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

#define ROW(id, title) "{\"id\":\"" id "\",\"title\":\"" title "\",\"is_oneoff_task\":true}"
#define SOON(id, title)                                                                            \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"is_oneoff_task\":true,"                            \
  "\"deadline\":\"2001-01-01T00:00:00Z\"}"
#define FIVE                                                                                       \
  ROW ("t1", "a") "," ROW ("t2", "b") "," ROW ("t3", "c") "," ROW ("t4", "d") "," ROW ("t5", "e")

static void
test_filled_when_told (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);

  /* The first rows are there with their content before anybody has to wait. */
  g_assert_cmpuint (shelf->mirror->len, ==, 6);
  for (guint i = 1; i < 6; i++)
    g_assert_true (docket_task_get_loaded (shelf->mirror->pdata[i]));
  assert_shown (shelf, "[5]abcde");
  g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==, 5);
}

static void
test_small_changes (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);

  start_counting (shelf);
  stock_drop (shelf->cache, "t3");
  settle (shelf);
  assert_shown (shelf, "[4]abde");
  g_assert_cmpuint (shelf->n_touched, ==, 1);

  start_counting (shelf);
  stock_store_now (shelf->cache, ROW ("t6", "bb"));
  settle (shelf);
  assert_shown (shelf, "[5]abbbde");
  g_assert_cmpuint (shelf->n_touched, ==, 1);

  /* One that goes up to a group of its own. */
  start_counting (shelf);
  stock_store_now (shelf->cache, SOON ("t5", "e"));
  settle (shelf);
  assert_shown (shelf, "[1]e[4]abbbd");
  g_assert_cmpuint (shelf->n_touched, ==, 3);

  /* Nothing that is not shown. */
  start_counting (shelf);
  stock_store_now (shelf->cache, ROW ("t1", "a"));
  settle (shelf);
  g_assert_cmpuint (shelf->n_changes, ==, 0);
}

static void
title_cb (DocketTask *task, GParamSpec *spec, guint *n)
{
  (*n)++;
}

static void
test_object_stays (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);
  g_autoptr (DocketTask) task = g_object_ref (shelf->mirror->pdata[2]);
  guint n = 0;

  g_assert_cmpstr (docket_task_get_title (task), ==, "b");
  g_signal_connect (task, "notify::title", G_CALLBACK (title_cb), &n);
  start_counting (shelf);
  stock_store_now (shelf->cache, ROW ("t2", "bb"));
  settle (shelf);
  g_assert_cmpstr (docket_task_get_title (task), ==, "bb");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (shelf->n_changes, ==, 0);

  /* Another view, and back. */
  docket_task_model_set_view (shelf->model, DOCKET_VIEW_ARCHIVED);
  wait_until (is_idle, shelf->model);
  assert_shown (shelf, "");
  docket_task_model_set_view (shelf->model, DOCKET_VIEW_ALL);
  wait_until (is_idle, shelf->model);
  assert_shown (shelf, "[5]abbcde");
  g_assert_true (shelf->mirror->pdata[2] == task);
}

/* Whoever holds the object of a task that is gone never finds another task in it. */
static void
test_object_is_never_another_task (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);
  g_autoptr (DocketTask) task = g_object_ref (shelf->mirror->pdata[5]);

  g_assert_cmpstr (docket_task_get_id (task), ==, "t5");
  stock_drop (shelf->cache, "t5");
  settle (shelf);
  stock_store_now (shelf->cache, ROW ("t6", "new"));
  settle (shelf);
  assert_shown (shelf, "[5]abcdnew");
  g_assert_cmpstr (docket_task_get_id (task), ==, "t5");
  g_assert_cmpstr (docket_task_get_title (task), ==, "e");
}

static void
test_find (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);
  guint position = 0;

  g_assert_true (docket_task_model_find (shelf->model, "t4", &position));
  g_assert_cmpuint (position, ==, 4);
  stock_drop (shelf->cache, "t1");
  settle (shelf);
  g_assert_true (docket_task_model_find (shelf->model, "t4", &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_false (docket_task_model_find (shelf->model, "t1", &position));
}

static void
test_search (void)
{
  g_autoptr (Shelf) shelf = shelf_new (ROW ("t1", "École primaire") "," ROW ("t2", "Report"));

  docket_task_model_set_search (shelf->model, "ecole");
  g_assert_true (docket_task_model_get_busy (shelf->model));
  docket_task_model_set_search (shelf->model, "ecole nothing");
  docket_task_model_set_search (shelf->model, "prim ÉCO");
  wait_until (is_idle, shelf->model);
  assert_shown (shelf, "[1]École primaire");
  stock_store_now (shelf->cache, ROW ("t3", "Other") "," ROW ("t4", "primo ecolo"));
  settle (shelf);
  assert_shown (shelf, "[2]École primaireprimo ecolo");
  docket_task_model_set_search (shelf->model, NULL);
  wait_until (is_idle, shelf->model);
  g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==, 4);
}

static void
test_hidden (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE "," SOON ("t6", "f"));

  /* At once, and for as long as nobody shows it. */
  assert_shown (shelf, "[1]f[5]abcde");
  start_counting (shelf);
  docket_task_model_hide (shelf->model, "t3");
  assert_shown (shelf, "[1]f[4]abde");
  g_assert_cmpuint (shelf->n_touched, ==, 1);
  g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==, 5);
  stock_store_now (shelf->cache, ROW ("t3", "cc") "," ROW ("t4", "dd"));
  settle (shelf);
  assert_shown (shelf, "[1]f[4]abdde");

  /* The heading of a group goes with its last task, and comes with it. */
  docket_task_model_hide (shelf->model, "t6");
  assert_shown (shelf, "[4]abdde");
  docket_task_model_show (shelf->model, "t6");
  settle (shelf);
  assert_shown (shelf, "[1]f[4]abdde");
  docket_task_model_show (shelf->model, "t3");
  settle (shelf);
  assert_shown (shelf, "[1]f[5]abccdde");
  g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==, 6);

  /* What is no longer there stays away. */
  docket_task_model_hide (shelf->model, "t1");
  stock_drop (shelf->cache, "t1");
  docket_task_model_show (shelf->model, "t1");
  settle (shelf);
  assert_shown (shelf, "[1]f[4]bccdde");
}

/* A query that was under way when a task was shown or hidden knows nothing of it. */
static void
test_hidden_while_busy (void)
{
  g_autoptr (Shelf) shelf = shelf_new (FIVE);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gint64 row = docket_task_model_get_row (shelf->model, 1);

  g_hash_table_insert (rows, (char *)"t1", g_memdup2 (&row, sizeof row));

  docket_task_model_hide (shelf->model, "t1");
  docket_task_model_show (shelf->model, "t1");
  docket_task_model_hide (shelf->model, "t2");
  settle (shelf);
  assert_shown (shelf, "[4]acde");

  docket_task_model_hide (shelf->model, "t1");
  start_counting (shelf);
  docket_task_model_show (shelf->model, "t2");
  docket_task_model_show (shelf->model, "t1");
  settle (shelf);
  assert_shown (shelf, "[5]abcde");
  g_assert_cmpuint (shelf->n_changes, ==, 2);

  /* What is hidden once more before the next query stays hidden. */
  docket_task_model_hide (shelf->model, "t1");
  docket_task_model_hide (shelf->model, "t2");
  docket_task_model_show (shelf->model, "t2");
  docket_task_model_show (shelf->model, "t1");
  docket_task_model_hide_rows (shelf->model, rows);
  settle (shelf);
  assert_shown (shelf, "[4]bcde");
}

/* Thousands of random changes, and the mirror is always the list. */
static void
test_random_changes (void)
{
  g_autoptr (Shelf) shelf = shelf_new ("");

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GString) json = g_string_new (NULL);

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        g_string_append_printf (json,
                                "%s{\"id\":\"t%d\",\"title\":\"%c\",\"deadline\":%s,\"status\":\"%"
                                "s\"}",
                                json->len > 0 ? "," : "", g_test_rand_int_range (0, 25),
                                (char)g_test_rand_int_range ('a', 'z'),
                                g_test_rand_bit () ? "null" : "\"2001-01-01T00:00:00Z\"",
                                g_test_rand_int_range (0, 4) ? "active" : "completed");
      stock_store_now (shelf->cache, json->str);
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        {
          g_autofree char *id = g_strdup_printf ("t%d", g_test_rand_int_range (0, 25));

          stock_drop (shelf->cache, id);
        }
      settle (shelf);
      for (guint i = 0; i < shelf->mirror->len; i++)
        {
          g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (shelf->model), i);

          g_assert_true (object == shelf->mirror->pdata[i]);
        }
      g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==,
                        stock_count (shelf->cache, DOCKET_VIEW_ALL));
    }
}

#define MANY 100000

static gpointer
fill_job (sqlite3 *db, gpointer data, GCancellable *cancellable, GError **error)
{
  docket_database_exec (db,
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                        "100000)"
                        " INSERT INTO task (id, title, folded, one_off, completed, archived, mine, "
                        "comments, assignees, pass)"
                        " SELECT 't' || i, 'Task ' || i, 'task ' || i, 1, 0, 0, 1, 0, '', 1 FROM n",
                        error);
  return NULL;
}

static void
test_many (void)
{
  g_autoptr (Shelf) shelf = shelf_new ("");
  GAsyncResult *slot = NULL;
  DocketTask *last;

  g_signal_handlers_disconnect_by_data (shelf->model, shelf);
  docket_database_run_async (docket_cache_get_database (shelf->cache), G_PRIORITY_DEFAULT, fill_job,
                             NULL, NULL, NULL, NULL, keep_result, &slot);
  g_object_unref (wait_for_result (&slot));
  docket_task_model_set_view (shelf->model, DOCKET_VIEW_ONE_OFF);
  n_made = 0;
  wait_until (is_idle, shelf->model);
  g_assert_cmpuint (docket_task_model_get_n_tasks (shelf->model), ==, MANY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shelf->model)), ==, MANY + 1);
  g_assert_cmpint (n_made, <, 100);
  run_pending ();
  g_assert_cmpint (n_alive, ==, 0);

  /* Whoever looks at the end gets what is there, and what is let go of goes. */
  last = g_list_model_get_item (G_LIST_MODEL (shelf->model), MANY);
  wait_until (is_loaded, last);
  g_assert_cmpstr (docket_task_get_title (last), ==, "Task 99999");
  g_assert_cmpint (n_alive, ==, 1);
  g_object_unref (last);
  for (guint i = 0; i < 5000; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (shelf->model), i));
  g_assert_cmpint (n_alive, ==, 0);
}

/* The model goes while it waits for an answer. */
static void
test_let_go_of_early (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_now (cache, FIVE);
  run_pending ();
  let_go_of (docket_task_model_new (cache));
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/task-model/filled-when-told", test_filled_when_told);
  folders_add_func ("/task-model/small-changes", test_small_changes);
  folders_add_func ("/task-model/object-stays", test_object_stays);
  folders_add_func ("/task-model/object-is-never-another-task", test_object_is_never_another_task);
  folders_add_func ("/task-model/find", test_find);
  folders_add_func ("/task-model/search", test_search);
  folders_add_func ("/task-model/hidden", test_hidden);
  folders_add_func ("/task-model/hidden-while-busy", test_hidden_while_busy);
  folders_add_func ("/task-model/random-changes", test_random_changes);
  folders_add_func ("/task-model/many", test_many);
  folders_add_func ("/task-model/let-go-of-early", test_let_go_of_early);
  return folders_run ();
}
