/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A search in a long list: the first rows come before all, and what comes in the end is what a
 * search without hurry finds. */
#include "stock.h"

#include "index-file.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-private.h"

#define NOW "2026-03-18T15:00:00+01:00"
#define N_TASKS 3000

typedef struct
{
  DocketCache *cache;
  DocketTaskModel *model;
  GArray *sizes; /* of guint: how long the list was after each change */
  GArray *busy;  /* of gboolean: and whether it was busy then */
} Fixture;

static void
items_changed_cb (Fixture *fixture)
{
  const guint size = g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
  const gboolean busy = docket_task_model_get_busy (fixture->model);

  g_array_append_val (fixture->sizes, size);
  g_array_append_val (fixture->busy, busy);
}

static gboolean
is_idle (gpointer model)
{
  return !docket_task_model_get_busy (model);
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *)data)->sizes->len > 0;
}

static void
store_all (DocketCache *cache)
{
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < N_TASKS; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"t%u\",\"title\":\"Task %04u of "
                            "%s\",\"is_oneoff_task\":true%s}",
                            i > 0 ? "," : "", i, i, i % 3 == 0 ? "lease" : "desk",
                            i % 2 == 0 ? ",\"deadline\":\"2026-03-18T13:00:00Z\"" : "");
  stock_store_now (cache, json->str);
}

static void
set_up (Fixture *fixture, gconstpointer indexed)
{
  fixture->cache = stock_open ("a");
  store_all (fixture->cache);
  if (indexed != NULL)
    index_file_fill (fixture->cache);
  run_pending ();
  fixture->model = docket_task_model_new (fixture->cache);
  fixture->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->busy = g_array_new (FALSE, FALSE, sizeof (gboolean));
  docket_task_model_set_view (fixture->model, DOCKET_VIEW_ALL);
  wait_until (is_idle, fixture->model);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed_cb),
                            fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer indexed)
{
  gpointer left = fixture->model;

  g_object_add_weak_pointer (G_OBJECT (fixture->model), &left);
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_object_unref (fixture->model);
  while (left != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_array_unref (fixture->sizes);
  g_array_unref (fixture->busy);
  stock_close (fixture->cache);
}

static void
start (Fixture *fixture, const char *search)
{
  g_array_set_size (fixture->sizes, 0);
  g_array_set_size (fixture->busy, 0);
  docket_task_model_set_search (fixture->model, search);
}

static void
assert_shows_all (Fixture *fixture, const char *search)
{
  g_autoptr (DocketTaskQueryResult) answer
      = stock_query (fixture->cache, NOW, DOCKET_VIEW_ALL, search);
  guint n = 0;

  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, answer->n_tasks);
  for (guint i = 0; i < answer->entries->len; i++)
    {
      const gint64 entry = g_array_index (answer->entries, gint64, i);

      if (docket_task_entry_is_group (entry))
        continue;
      while (docket_task_model_get_row (fixture->model, n) == 0)
        n++;
      g_assert_cmpint (docket_task_model_get_row (fixture->model, n++), ==, entry);
    }
}

/* So many that a screen is full, and busy: then all of them, in place. */
static void
test_first (Fixture *fixture, gconstpointer indexed)
{
  start (fixture, "lease");
  g_assert_true (docket_task_model_get_busy (fixture->model));
  wait_until (has_changed, fixture);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), >=, 60);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), <, 100);
  g_assert_true (g_array_index (fixture->busy, gboolean, 0));
  /* What is not known yet is not told. */
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, N_TASKS);
  wait_until (is_idle, fixture->model);
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, N_TASKS / 3);
  assert_shows_all (fixture, "lease");
  start (fixture, "");
  wait_until (is_idle, fixture->model);
  g_assert_cmpuint (fixture->sizes->len, ==, 1);
  assert_shows_all (fixture, NULL);
}

/* Few are found: there is nothing to show before. */
static void
test_few (Fixture *fixture, gconstpointer indexed)
{
  start (fixture, "2998");
  wait_until (is_idle, fixture->model);
  g_assert_cmpuint (fixture->sizes->len, ==, 1);
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, 1);
  assert_shows_all (fixture, "2998");
}

/* While tasks are chosen nothing is taken for gone that is only not there yet. */
static void
test_whole (Fixture *fixture, gconstpointer indexed)
{
  docket_task_model_set_whole (fixture->model, TRUE);
  start (fixture, "lease");
  wait_until (is_idle, fixture->model);
  g_assert_cmpuint (fixture->sizes->len, ==, 1);
  assert_shows_all (fixture, "lease");
}

/* What somebody holds is there from the first rows on, wherever it stands. */
static void
test_held (Fixture *fixture, gconstpointer indexed)
{
  const guint last = g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) - 1;
  guint low = last;
  g_autoptr (DocketTask) held = NULL;
  g_autoptr (DocketTask) other = NULL;
  gint64 row;
  gboolean there = FALSE;

  for (; held == NULL; low--)
    if (docket_task_model_get_row (fixture->model, low) % 3 == 1)
      held = g_list_model_get_item (G_LIST_MODEL (fixture->model), low);
  other = g_list_model_get_item (G_LIST_MODEL (fixture->model), low - 1);
  row = docket_task_model_get_row (fixture->model, low + 1);
  start (fixture, "lease");
  wait_until (has_changed, fixture);
  g_assert_cmpuint (g_array_index (fixture->sizes, guint, 0), <, 100);
  for (guint i = 0; i < g_array_index (fixture->sizes, guint, 0); i++)
    there = there || docket_task_model_get_row (fixture->model, i) == row;
  g_assert_true (there);
  wait_until (is_idle, fixture->model);
  assert_shows_all (fixture, "lease");
}

/* Faster than the answers: each search but the last is given up. */
static void
test_typing (Fixture *fixture, gconstpointer indexed)
{
  static const char *const typed[]
      = { "l",   "le",   "lea", "leas", "lease", "leas", "d", "de", "des", "",   "t",       "ta",
          "tas", "task", "1",   "12",   "123",   "12",   "1", "",   "of",  "zz", "is:open", "le" };

  for (guint round = 0; round < 20; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
        {
          start (fixture, typed[i]);
          for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
            g_main_context_iteration (NULL, FALSE);
          if (g_test_rand_int_range (0, 6) == 0)
            {
              wait_until (is_idle, fixture->model);
              assert_shows_all (fixture, typed[i]);
            }
        }
      wait_until (is_idle, fixture->model);
      assert_shows_all (fixture, "le");
    }
}

/* What changes while somebody searches shows, and what the search left out does afterwards. */
static void
test_changes (Fixture *fixture, gconstpointer indexed)
{
  start (fixture, "lease");
  wait_until (is_idle, fixture->model);
  stock_store_now (fixture->cache,
                   "{\"id\":\"t1\",\"title\":\"A new lease\",\"is_oneoff_task\":true},"
                   "{\"id\":\"n\",\"title\":\"Chair\",\"is_oneoff_task\":true}");
  stock_drop (fixture->cache, "t0");
  /* Before anybody has heard of it. */
  start (fixture, "chair");
  run_pending ();
  wait_until (is_idle, fixture->model);
  assert_shows_all (fixture, "chair");
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, 1);
  start (fixture, "lease");
  wait_until (is_idle, fixture->model);
  assert_shows_all (fixture, "lease");
  start (fixture, NULL);
  wait_until (is_idle, fixture->model);
  assert_shows_all (fixture, NULL);
  g_assert_cmpuint (docket_task_model_get_n_tasks (fixture->model), ==, N_TASKS);
}

typedef struct
{
  void (*test) (Fixture *, gconstpointer);
  gboolean indexed;
} Case;

static void
run_case (gconstpointer data)
{
  const Case *one = data;
  const gconstpointer indexed = one->indexed ? one : NULL;
  Fixture fixture;

  set_up (&fixture, indexed);
  one->test (&fixture, indexed);
  tear_down (&fixture, indexed);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  for (int indexed = 0; indexed < 2; indexed++)
    {
      const Case one = { test, indexed != 0 };
      g_autofree char *path
          = g_strdup_printf ("/first-rows/%s/%s", name, indexed ? "indexed" : "not-indexed");

      folders_add_data_func (path, g_memdup2 (&one, sizeof one), g_free, run_case);
    }
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  add ("first", test_first);
  add ("few", test_few);
  add ("whole", test_whole);
  add ("held", test_held);
  add ("typing", test_typing);
  add ("changes", test_changes);
  return folders_run ();
}
