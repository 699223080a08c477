/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Rows of many tasks that are being archived: none stays hidden that was not archived. */
#include "batch-office.h"
#include "folders.h"
#include "ui/docket-batch-rows.h"
#include "waiting.h"
#include "workspace/docket-task-model-private.h"

#define N 9

static gboolean
is_idle (gpointer tasks)
{
  return !docket_task_model_get_busy (tasks);
}

static DocketTaskModel *
get_tasks (BatchOffice *office)
{
  return docket_workspace_get_tasks (office->room->workspace);
}

/* All that are not archived, the one of a process among them, when the list has heard of it. */
static void
assert_n_shown (BatchOffice *office, guint n)
{
  run_pending ();
  wait_until (is_idle, get_tasks (office));
  g_assert_cmpuint (docket_task_model_get_n_tasks (get_tasks (office)), ==, n);
}

static gboolean
is_loaded (gpointer task)
{
  return docket_task_get_loaded (task);
}

static void
start (BatchOffice *office)
{
  DocketTaskModel *tasks = get_tasks (office);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_removal_target_free);

  docket_task_model_set_view (tasks, DOCKET_VIEW_ALL);
  wait_until (is_idle, tasks);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tasks)); i++)
    {
      gint64 row = docket_task_model_get_row (tasks, i);
      g_autoptr (DocketTask) task
          = row != 0 ? g_list_model_get_item (G_LIST_MODEL (tasks), i) : NULL;

      if (task == NULL)
        continue;
      wait_until (is_loaded, task);
      if (!docket_task_get_one_off (task))
        continue;
      g_hash_table_insert (rows, g_strdup (docket_task_get_id (task)),
                           g_memdup2 (&row, sizeof row));
      g_ptr_array_add (targets,
                       docket_removal_target_new (docket_task_get_id (task), "", NULL, FALSE));
    }
  g_assert_cmpuint (targets->len, ==, N);
  office->batch
      = docket_removal_batch_new (office->room->workspace, DOCKET_REMOVAL_ARCHIVE, targets);
  docket_batch_rows_follow (office->batch, rows);
  docket_removal_batch_start (office->batch);
  /* Before the main loop runs again. */
  g_assert_cmpuint (docket_task_model_get_n_tasks (tasks), ==, 1);
}

/* One that is refused stands where it stood, and what was archived is where it belongs. */
static void
test_refused (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (N);

  counting_server_refuse (office->server, 3, 403);
  start (office);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  assert_n_shown (office, 2);
  docket_task_model_set_view (get_tasks (office), DOCKET_VIEW_ARCHIVED);
  assert_n_shown (office, N - 1);
}

static void
test_paused (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (N);

  counting_server_hold (office->server, TRUE);
  start (office);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  assert_n_shown (office, 1);
  docket_removal_batch_pause (office->batch);
  assert_n_shown (office, N + 1);
  docket_removal_batch_resume (office->batch);
  assert_n_shown (office, 1);

  /* Faster than the list is read. */
  for (guint i = 0; i < 3; i++)
    {
      docket_removal_batch_pause (office->batch);
      docket_removal_batch_resume (office->batch);
    }
  assert_n_shown (office, 1);

  counting_server_hold (office->server, FALSE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  assert_n_shown (office, 1);
}

static void
test_slept_and_cancelled (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (N);

  counting_server_hold (office->server, TRUE);
  start (office);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  room_clock_sleep (office->room->clock, 10);
  counting_server_hold (office->server, FALSE);
  wait_for_ends (office, DOCKET_BATCH_WIDTH);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_SLEPT);
  assert_n_shown (office, N + 1 - DOCKET_BATCH_WIDTH);
  docket_removal_batch_cancel (office->batch);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_ENDED);
  assert_n_shown (office, N + 1 - DOCKET_BATCH_WIDTH);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/batch-rows/refused", test_refused);
  folders_add_func ("/batch-rows/paused", test_paused);
  folders_add_func ("/batch-rows/slept-and-cancelled", test_slept_and_cancelled);
  return folders_run ();
}
