/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Many removals together: how many are under way, what a pause, a refusal and a busy server do to
 * the rest, and that nothing goes on by itself. */
#include "batch-office.h"

/* How many removals the journal has. The extra task, of a process, goes the way that each goes to
 * the journal, and is refused at its end: what was begun before it is there when it comes back. */
static guint
count_begun (BatchOffice *office)
{
  DocketHistory *history = docket_workspace_get_history (office->room->workspace);
  g_autofree char *id = g_strdup_printf ("t%u", office->n_tasks);
  g_autoptr (GError) error = NULL;

  g_assert_null (room_remove (office->room, DOCKET_REMOVAL_ARCHIVE, id, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  run_pending ();
  while (docket_history_get_busy (history))
    g_main_context_iteration (NULL, TRUE);
  return docket_history_get_n_entries (history);
}

static void
assert_rest_not_begun (BatchOffice *office, guint first, guint n_tasks)
{
  for (guint i = first; i < n_tasks; i++)
    {
      g_assert_null (docket_removal_batch_get_removal (office->batch, i));
      g_assert_error (docket_removal_batch_get_error (office->batch, i), G_IO_ERROR,
                      G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (counting_server_count (office->server, "DELETE", i), ==, 0);
    }
}

static void
assert_each_sent_once (BatchOffice *office, const char *method, guint n_tasks)
{
  for (guint i = 0; i < n_tasks; i++)
    g_assert_cmpuint (counting_server_count (office->server, method, i), ==, 1);
}

/* Four at once, one more when one has ended; each an entry of its own in the history. */
static void
test_width (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (12);

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 12);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  for (guint i = 0; i < DOCKET_BATCH_WIDTH; i++)
    g_assert_cmpuint (counting_server_count (office->server, "DELETE", i), ==, 1);
  g_assert_cmpuint (count_begun (office), ==, DOCKET_BATCH_WIDTH);
  counting_server_release (office->server);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (count_begun (office), ==, 2 * DOCKET_BATCH_WIDTH);
  counting_server_hold (office->server, FALSE);
  wait_for_state (office, DOCKET_BATCH_ENDED);

  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 12);
  g_assert_cmpuint (docket_removal_batch_get_n_failed (office->batch), ==, 0);
  g_assert_cmpuint (counting_server_get_most (office->server), ==, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (count_begun (office), ==, 12);
  assert_each_sent_once (office, "DELETE", 12);
}

/* Those under way end, no more begin, until the person wants it. */
static void
test_pause (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  docket_removal_batch_pause (office->batch);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_PAUSED);
  counting_server_release (office->server);
  wait_for_ends (office, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (count_begun (office), ==, DOCKET_BATCH_WIDTH);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_PAUSED);

  counting_server_hold (office->server, FALSE);
  docket_removal_batch_resume (office->batch);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_RUNNING);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9);
  assert_each_sent_once (office, "DELETE", 9);
}

static void
test_cancel (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  docket_removal_batch_cancel (office->batch);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), !=, DOCKET_BATCH_ENDED);
  counting_server_release (office->server);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (count_begun (office), ==, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (docket_removal_batch_get_n_failed (office->batch), ==, 0);
  assert_rest_not_begun (office, DOCKET_BATCH_WIDTH, 9);
}

/* The others are done, and undo brings back those alone. */
static void
test_one_refused (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (7);
  g_autoptr (DocketRemovalBatch) undo = NULL;

  counting_server_refuse (office->server, 3, 403);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 7);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 6);
  g_assert_cmpuint (docket_removal_batch_get_n_failed (office->batch), ==, 1);
  for (guint i = 0; i < 7; i++)
    g_assert_true (docket_removal_batch_is_done (office->batch, i) == (i != 3));
  g_assert_cmpint (docket_removal_get_outcome (docket_removal_batch_get_removal (office->batch, 3)),
                   ==, DOCKET_OUTCOME_REFUSED);

  undo = docket_removal_batch_new_undo (office->batch);
  g_assert_cmpuint (docket_removal_batch_get_n_total (undo), ==, 6);
  g_set_object (&office->batch, undo);
  docket_removal_batch_start (undo);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (undo), ==, 6);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (counting_server_count (office->server, "PUT", i), ==, i != 3);
}

static void
test_process_task (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (3);
  g_autoptr (GError) error = NULL;

  counting_server_set_process_task (office->server, 1);
  error = room_refresh (office->room);
  g_assert_no_error (error);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 3);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 2);
  g_assert_error (docket_removal_batch_get_error (office->batch, 1), G_IO_ERROR,
                  G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (counting_server_count (office->server, "DELETE", 1), ==, 0);
}

/* The batch has heard of each that was begun. */
static gboolean
are_turned_away (gpointer data)
{
  BatchOffice *office = data;

  for (guint i = 0; i < DOCKET_BATCH_WIDTH; i++)
    if (docket_removal_batch_get_removal (office->batch, i) == NULL)
      return FALSE;
  return TRUE;
}

/* Each look lets a second pass. */
static gboolean
has_ended_in_time (gpointer data)
{
  BatchOffice *office = data;

  room_clock_advance (office->room->clock, 1);
  return docket_removal_batch_get_state (office->batch) == DOCKET_BATCH_ENDED;
}

/* 429 for all: nobody begins, the time that is left can be told, and it goes on by itself. */
static void
test_busy (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);
  guint left;

  counting_server_refuse (office->server, -1, 429);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_state (office, DOCKET_BATCH_WAITING);
  while (counting_server_get_n_writes (office->server) < DOCKET_BATCH_WIDTH)
    g_main_context_iteration (NULL, TRUE);
  wait_for_state (office, DOCKET_BATCH_WAITING);
  g_assert_cmpuint (count_begun (office), ==, DOCKET_BATCH_WIDTH);
  wait_until (are_turned_away, office);
  left = docket_removal_batch_get_seconds_left (office->batch);
  g_assert_cmpuint (left, <=, 60);
  g_assert_cmpuint (left, >, 36);
  room_clock_advance (office->room->clock, 36);
  run_pending ();
  g_assert_cmpuint (docket_removal_batch_get_seconds_left (office->batch), <=, left - 36);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_WAITING);

  counting_server_refuse (office->server, -1, 0);
  wait_until (has_ended_in_time, office);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpuint (counting_server_count (office->server, "DELETE", i), ==,
                      i < DOCKET_BATCH_WIDTH ? 2 : 1);
}

/* The computer slept through the wait: what was confirmed the evening before goes on when the
 * person says so. */
static void
test_slept (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  counting_server_refuse (office->server, -1, 429);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_until (are_turned_away, office);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_WAITING);
  counting_server_refuse (office->server, -1, 0);
  room_clock_advance (office->room->clock, 10 * 3600);
  wait_for_state (office, DOCKET_BATCH_PAUSED);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, DOCKET_BATCH_WIDTH);

  docket_removal_batch_resume (office->batch);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9);
}

/* The token ended: the rest waits, also after a new sign-in, until the person says so. */
static void
test_signed_out (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  counting_server_refuse (office->server, -1, 401);
  counting_server_release (office->server);
  wait_for_ends (office, DOCKET_BATCH_WIDTH);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_SIGNED_OUT);
  g_assert_cmpuint (docket_removal_batch_get_n_failed (office->batch), ==, DOCKET_BATCH_WIDTH);

  counting_server_refuse (office->server, -1, 0);
  docket_workspace_sign_in_again_async (office->room->workspace, ROOM_TOKEN, NULL, keep_result,
                                        &slot);
  result = wait_for_result (&slot);
  docket_workspace_sign_in_again_finish (office->room->workspace, result, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_begun (office), ==, DOCKET_BATCH_WIDTH);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_SIGNED_OUT);
  counting_server_hold (office->server, FALSE);
  docket_removal_batch_resume (office->batch);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9 - DOCKET_BATCH_WIDTH);
  assert_each_sent_once (office, "DELETE", 9);
}

/* Another account was opened meanwhile. */
static void
test_closed (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  docket_workspace_close (office->room->workspace);
  counting_server_hold (office->server, FALSE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, DOCKET_BATCH_WIDTH);
  assert_rest_not_begun (office, DOCKET_BATCH_WIDTH, 9);
  g_clear_object (&office->batch);
}

/* A sanitizer follows each allocation to its root. */
#ifdef __SANITIZE_ADDRESS__
#define MANY 100
#define MOST_CHANGES MANY
#else
#define MANY 1000
#define MOST_CHANGES 150
#endif

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
has_one_task (gpointer tasks)
{
  return docket_task_model_get_n_tasks (tasks) == 1;
}

/* The list, which lays itself out anew each time, hears of them in large portions, and of the last
 * ones as well. */
static void
test_thousand (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (MANY);
  DocketTaskModel *tasks = docket_workspace_get_tasks (office->room->workspace);
  guint n_changes = 0;

  docket_task_model_set_view (tasks, DOCKET_VIEW_ALL);
  while (docket_task_model_get_n_tasks (tasks) != MANY + 1)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect_swapped (tasks, "notify::n-tasks", G_CALLBACK (count_cb), &n_changes);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, MANY);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, MANY);
  g_assert_cmpuint (counting_server_get_most (office->server), <=, DOCKET_BATCH_WIDTH);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, MANY);
  assert_each_sent_once (office, "DELETE", MANY);
  wait_until (has_one_task, tasks);
  g_assert_cmpuint (n_changes, <, MOST_CHANGES);
  g_signal_handlers_disconnect_by_data (tasks, &n_changes);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/removal-batch/width", test_width);
  folders_add_func ("/removal-batch/pause", test_pause);
  folders_add_func ("/removal-batch/cancel", test_cancel);
  folders_add_func ("/removal-batch/one-refused", test_one_refused);
  folders_add_func ("/removal-batch/process-task", test_process_task);
  folders_add_func ("/removal-batch/busy", test_busy);
  folders_add_func ("/removal-batch/slept", test_slept);
  folders_add_func ("/removal-batch/signed-out", test_signed_out);
  folders_add_func ("/removal-batch/closed", test_closed);
  folders_add_func ("/removal-batch/thousand", test_thousand);
  return folders_run ();
}
