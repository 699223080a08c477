/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* One row or many tasks: what begins the choosing, and that neither a key nor a refresh loses what
 * was chosen. */
#include "stock.h"

#include "ui/docket-task-selection.h"
#include "workspace/docket-group.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task.h"

DocketTask *__real_docket_task_new (void);
DocketTask *__wrap_docket_task_new (void);

/* The linker leads the model here: how many rows were made. */
static guint n_made;

DocketTask *
__wrap_docket_task_new (void)
{
  n_made++;
  return __real_docket_task_new ();
}

typedef struct
{
  DocketCache *cache;
  DocketTaskModel *tasks;
  DocketTaskSelection *selection;
} Desk;

static gboolean
is_idle (gpointer tasks)
{
  return !docket_task_model_get_busy (tasks);
}

static void
settle (Desk *desk)
{
  run_pending ();
  wait_until (is_idle, desk->tasks);
  run_pending ();
}

/* The list is then: a heading, "Alpha", "Beta", "Gamma", "Delta" in the order of their deadlines.
 */
static const char tasks_json[] = "{\"id\":\"a\",\"title\":\"Alpha\",\"is_oneoff_task\":true,"
                                 "\"deadline\":\"2040-01-01T10:00:00Z\"},"
                                 "{\"id\":\"b\",\"title\":\"Beta\",\"is_oneoff_task\":true,"
                                 "\"deadline\":\"2040-01-02T10:00:00Z\"},"
                                 "{\"id\":\"c\",\"title\":\"Gamma\",\"is_oneoff_task\":true,"
                                 "\"deadline\":\"2040-01-03T10:00:00Z\"},"
                                 "{\"id\":\"d\",\"title\":\"Delta\",\"is_oneoff_task\":true,"
                                 "\"deadline\":\"2040-01-04T10:00:00Z\"}";

static Desk *
desk_new (const char *json)
{
  Desk *desk = g_new0 (Desk, 1);

  desk->cache = stock_open ("a");
  stock_store_now (desk->cache, json);
  run_pending ();
  desk->tasks = docket_task_model_new (desk->cache);
  docket_task_model_set_view (desk->tasks, DOCKET_VIEW_ALL);
  settle (desk);
  desk->selection = docket_task_selection_new ();
  docket_task_selection_set_tasks (desk->selection, desk->tasks);
  return desk;
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *)data == NULL;
}

static void
desk_free (Desk *desk)
{
  gpointer left = desk->tasks;

  docket_task_selection_set_tasks (desk->selection, NULL);
  g_assert_finalize_object (desk->selection);
  /* It stays until what it asked for has come. */
  g_object_add_weak_pointer (G_OBJECT (desk->tasks), &left);
  g_object_unref (desk->tasks);
  wait_until (is_null, &left);
  stock_close (desk->cache);
  g_free (desk);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Desk, desk_free)

static GtkSelectionModel *
get_model (Desk *desk)
{
  return GTK_SELECTION_MODEL (desk->selection);
}

/* The titles of what is selected or chosen, as the list itself sees it: "Alpha Gamma". */
static char *
describe (Desk *desk)
{
  GListModel *model = G_LIST_MODEL (desk->selection);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (!gtk_selection_model_is_selected (get_model (desk), i))
        continue;
      g_assert_true (DOCKET_IS_TASK (item));
      while (!docket_task_get_loaded (DOCKET_TASK (item)))
        g_main_context_iteration (NULL, TRUE);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              docket_task_get_title (DOCKET_TASK (item)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_selected (Desk *desk, const char *titles)
{
  g_autofree char *described = describe (desk);

  g_assert_cmpstr (described, ==, titles);
}

static void
assert_chosen (Desk *desk, const char *titles, guint n)
{
  g_autoptr (GArray) rows = docket_task_selection_get_rows (desk->selection);

  g_assert_true (docket_task_selection_get_choosing (desk->selection));
  assert_selected (desk, titles);
  g_assert_cmpuint (docket_task_selection_get_n_chosen (desk->selection), ==, n);
  g_assert_cmpuint (rows->len, ==, n);
}

static void
test_one (void)
{
  g_autoptr (Desk) desk = desk_new (tasks_json);

  g_assert_true (gtk_selection_model_select_item (get_model (desk), 2, TRUE));
  assert_selected (desk, "Beta");
  g_assert_cmpuint (docket_task_selection_get_selected (desk->selection), ==, 2);
  stock_drop (desk->cache, "a");
  settle (desk);
  assert_selected (desk, "Beta");
  g_assert_cmpuint (docket_task_selection_get_selected (desk->selection), ==, 1);
  stock_drop (desk->cache, "b");
  settle (desk);
  assert_selected (desk, "");
  g_assert_null (docket_task_selection_get_selected_item (desk->selection));
  g_assert_false (docket_task_selection_get_choosing (desk->selection));
}

/* A task that goes to another group stays the selected one; nobody hears that there was none. */
static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_moved (void)
{
  g_autoptr (Desk) desk = desk_new (tasks_json);
  guint n_changes = 0;

  gtk_selection_model_select_item (get_model (desk), 2, TRUE);
  assert_selected (desk, "Beta");
  g_signal_connect_swapped (desk->selection, "notify::selected-item", G_CALLBACK (count_cb),
                            &n_changes);
  stock_store_now (desk->cache, "{\"id\":\"b\",\"title\":\"Beta\",\"is_oneoff_task\":true,"
                                "\"deadline\":\"2020-01-01T10:00:00Z\"}");
  settle (desk);
  assert_selected (desk, "Beta");
  g_assert_cmpuint (docket_task_selection_get_selected (desk->selection), ==, 1);
  stock_store_now (desk->cache, "{\"id\":\"b\",\"title\":\"Beta\",\"is_oneoff_task\":true}");
  settle (desk);
  assert_selected (desk, "Beta");
  g_assert_cmpuint (n_changes, ==, 0);
}

/* Ctrl adds to what was selected, the arrow keys take nothing away, a heading is never chosen. */
static void
test_ctrl (void)
{
  g_autoptr (Desk) desk = desk_new (tasks_json);

  gtk_selection_model_select_item (get_model (desk), 1, TRUE);
  gtk_selection_model_select_item (get_model (desk), 3, FALSE);
  assert_chosen (desk, "Alpha Gamma", 2);
  g_assert_null (docket_task_selection_get_selected_item (desk->selection));
  gtk_selection_model_select_item (get_model (desk), 4, TRUE);
  gtk_selection_model_select_item (get_model (desk), 0, FALSE);
  assert_chosen (desk, "Alpha Gamma", 2);
  gtk_selection_model_unselect_item (get_model (desk), 1);
  assert_chosen (desk, "Gamma", 1);
  docket_task_selection_toggle (desk->selection, 2);
  docket_task_selection_toggle (desk->selection, 3);
  assert_chosen (desk, "Beta", 1);
  docket_task_selection_set_choosing (desk->selection, FALSE);
  assert_selected (desk, "");
}

/* A rubber band adds to what is chosen; a range takes its place, unless Ctrl is held. */
static void
test_ranges (void)
{
  g_autoptr (Desk) desk = desk_new (tasks_json);
  g_autoptr (GtkBitset) band = gtk_bitset_new_range (3, 2);
  g_autoptr (GtkBitset) one = gtk_bitset_new_range (1, 1);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, 5);

  gtk_selection_model_set_selection (get_model (desk), one, all);
  g_assert_false (docket_task_selection_get_choosing (desk->selection));
  gtk_selection_model_select_range (get_model (desk), 0, 2, TRUE);
  assert_chosen (desk, "Alpha", 1);
  gtk_selection_model_set_selection (get_model (desk), band, all);
  assert_chosen (desk, "Alpha Gamma Delta", 3);
  gtk_selection_model_set_selection (get_model (desk), one, band);
  assert_chosen (desk, "Alpha", 1);
  gtk_selection_model_select_range (get_model (desk), 3, 2, TRUE);
  assert_chosen (desk, "Gamma Delta", 2);
  gtk_selection_model_select_range (get_model (desk), 0, 2, FALSE);
  assert_chosen (desk, "Alpha Gamma Delta", 3);
  gtk_selection_model_select_all (get_model (desk));
  assert_chosen (desk, "Alpha Beta Gamma Delta", 4);
  gtk_selection_model_unselect_all (get_model (desk));
  assert_chosen (desk, "", 0);
}

/* What moved stays chosen, what is new is not, and what went is not counted. */
static void
test_refresh (void)
{
  g_autoptr (Desk) desk = desk_new (tasks_json);

  docket_task_selection_toggle (desk->selection, 1);
  docket_task_selection_toggle (desk->selection, 2);
  docket_task_selection_toggle (desk->selection, 3);
  stock_store_now (desk->cache, "{\"id\":\"e\",\"title\":\"Early\",\"is_oneoff_task\":true,"
                                "\"deadline\":\"2039-01-01T10:00:00Z\"},"
                                "{\"id\":\"a\",\"title\":\"Alpha\",\"is_oneoff_task\":true,"
                                "\"deadline\":\"2020-01-01T10:00:00Z\"}");
  stock_drop (desk->cache, "c");
  settle (desk);
  assert_chosen (desk, "Alpha Beta", 2);
  docket_task_model_set_search (desk->tasks, "beta");
  settle (desk);
  assert_chosen (desk, "Beta", 1);
}

/* A sanitizer follows each allocation to its root. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 2000
#else
#define MANY 20000
#endif

/* All of a long list, without an object for each. */
static void
test_many (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (Desk) desk = NULL;
  guint before;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (json, "%s{\"id\":\"t%u\",\"title\":\"Task\",\"is_oneoff_task\":true}",
                            i > 0 ? "," : "", i);
  desk = desk_new (json->str);
  before = n_made;
  gtk_selection_model_select_all (get_model (desk));
  g_assert_cmpuint (docket_task_selection_get_n_chosen (desk->selection), ==, MANY);
  stock_drop (desk->cache, "t7");
  settle (desk);
  g_assert_cmpuint (docket_task_selection_get_n_chosen (desk->selection), ==, MANY - 1);
  g_assert_cmpuint (n_made - before, <=, 100);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/task-selection/one", test_one);
  folders_add_func ("/task-selection/moved", test_moved);
  folders_add_func ("/task-selection/ctrl", test_ctrl);
  folders_add_func ("/task-selection/ranges", test_ranges);
  folders_add_func ("/task-selection/refresh", test_refresh);
  folders_add_func ("/task-selection/many", test_many);
  return folders_run ();
}
