/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Many removals under the terms that somebody agreed to: each task is still what was known of it,
 * none is kept that is secret, and none goes after the computer slept. */
#include "batch-office.h"
#include "workspace/docket-candidate.h"
#include "workspace/docket-task-model-private.h"

#define AT_NINE ",\"last_updated\":\"2026-03-01T09:00:00Z\""
#define AT_NINE_ELSEWHERE ",\"last_updated\":\"2026-03-01T09:00:00.000+00:00\""
#define AT_TEN ",\"last_updated\":\"2026-03-01T10:00:00Z\""
#define BY_ID(id) ",\"owners\":{\"users\":[" id "],\"guests\":[],\"groups\":[]}"
#define BY_NAME ",\"owners\":{\"users\":[{\"id\":9,\"full_name\":\"Bo\"},{\"id\":7}],\"groups\":[]}"
#define SUMMARY(text) ",\"summary\":\"" text "\""
#define COMMENT(text)                                                                              \
  ",\"threads\":{\"data\":[{\"id\":\"c\",\"content\":\"" text "\",\"author_id\":7}]}"
#define ANSWER(text)                                                                               \
  ",\"form_fields\":{\"data\":[{\"id\":\"f\",\"label\":\"Sum\",\"field_type\":\"text\","           \
  "\"value\":\"" text "\"}]}"
#define SECRET ",\"top_secret\":true"

/* What the list said, how it was opened (or NULL: it was not), what the list said after that (or
 * NULL: nothing), and how it is when it is to be deleted. */
typedef struct
{
  const char *name;
  const char *list;
  const char *opened;
  const char *list_after;
  const char *now;
  gboolean goes;
} Case;

static const Case cases[] = {
  { "as-it-was", AT_NINE, NULL, NULL, AT_NINE, TRUE },
  { "updated", AT_NINE, NULL, NULL, AT_TEN, FALSE },
  { "assignee", BY_ID ("7"), NULL, NULL, BY_ID ("9"), FALSE },
  { "comment-more", ",\"threads_count\":1", NULL, NULL, ",\"threads_count\":2", FALSE },
  /* The list and the task say the same in two shapes, or the list does not say it. */
  { "shapes", AT_NINE BY_ID ("7,9"), NULL, NULL,
    AT_NINE_ELSEWHERE BY_NAME SUMMARY ("x") COMMENT ("a") ANSWER ("1"), TRUE },
  { "list-says-less", "", NULL, NULL, AT_NINE BY_NAME ",\"threads_count\":3", TRUE },
  { "task-says-less", AT_NINE, NULL, NULL, "", TRUE },
  /* It was opened before: what was read there counts. */
  { "opened-as-it-was", AT_NINE, AT_NINE SUMMARY ("a") COMMENT ("b") ANSWER ("1"), NULL,
    AT_TEN SUMMARY ("a") COMMENT ("b") ANSWER ("1"), TRUE },
  { "opened-description", AT_NINE, AT_NINE SUMMARY ("a"), NULL, AT_NINE SUMMARY ("b"), FALSE },
  { "opened-comment", AT_NINE, AT_NINE COMMENT ("a"), NULL, AT_NINE COMMENT ("b"), FALSE },
  { "opened-answer", AT_NINE, AT_NINE ANSWER ("1"), NULL, AT_NINE ANSWER ("2"), FALSE },
  { "opened-assignee", AT_NINE, AT_NINE BY_ID ("7"), NULL, AT_NINE BY_ID ("9"), FALSE },
  { "opened-list-leaves-out", AT_NINE, AT_NINE BY_ID ("7"), AT_NINE, AT_NINE BY_ID ("7"), TRUE },
  { "opened-list-left-out", AT_NINE, AT_NINE BY_ID ("7"), AT_NINE, AT_NINE BY_ID ("9"), FALSE },
  { "opened-list-newer", AT_NINE, AT_NINE BY_ID ("7"), AT_NINE BY_ID ("9"), AT_NINE BY_ID ("9"),
    TRUE },
  /* The list has said since that it changed: what was read there is out of date. */
  { "opened-long-ago", AT_NINE, AT_NINE SUMMARY ("a"), AT_TEN, AT_TEN SUMMARY ("b"), TRUE },
  { "opened-long-ago-changed", AT_NINE, AT_NINE SUMMARY ("a"), AT_TEN, AT_NINE SUMMARY ("a"),
    FALSE },
};

static void
refresh (BatchOffice *office)
{
  g_autoptr (GError) error = room_refresh (office->room);

  g_assert_no_error (error);
}

static void
open_task (BatchOffice *office, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TallyfyTask) task = NULL;
  g_autoptr (GError) error = NULL;

  docket_workspace_fetch_task_async (office->room->workspace, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  task = docket_workspace_fetch_task_finish (office->room->workspace, result, &error);
  g_assert_no_error (error);
}

static gboolean
is_idle (gpointer tasks)
{
  return !docket_task_model_get_busy (tasks);
}

/* What is known now of the first @n tasks of a view. */
static GPtrArray *
read_candidates (BatchOffice *office, DocketView view, guint n)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (office->room->workspace);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *all;

  docket_task_model_set_view (tasks, view);
  wait_until (is_idle, tasks);
  for (guint i = 0; rows->len < n; i++)
    {
      gint64 row = docket_task_model_get_row (tasks, i);

      if (row != 0)
        g_array_append_val (rows, row);
    }
  docket_candidates_read_async (tasks, rows, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  all = docket_candidates_read_finish (tasks, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, n);
  return all;
}

static void
start_deletion (BatchOffice *office, GPtrArray *candidates, gboolean keeps_copy)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_removal_target_free);

  for (guint i = 0; i < candidates->len; i++)
    {
      DocketTask *task = docket_candidate_get_task (candidates->pdata[i]);

      g_ptr_array_add (targets,
                       docket_removal_target_new (docket_task_get_id (task),
                                                  docket_task_get_title (task),
                                                  docket_candidate_get_shown (candidates->pdata[i]),
                                                  keeps_copy));
    }
  g_clear_object (&office->batch);
  office->batch
      = docket_removal_batch_new (office->room->workspace, DOCKET_REMOVAL_DELETE, targets);
  docket_removal_batch_start (office->batch);
}

static void
assert_left_alone (BatchOffice *office, guint index)
{
  g_assert_cmpint (docket_removal_get_outcome (
                       docket_removal_batch_get_removal (office->batch, index)),
                   ==, DOCKET_OUTCOME_CHANGED);
  g_assert_cmpuint (counting_server_count (office->server, "DELETE", index), ==, 0);
}

static void
test_terms (gconstpointer data)
{
  const Case *each = data;
  g_autoptr (BatchOffice) office = batch_office_new (2);
  g_autoptr (GPtrArray) candidates = NULL;

  counting_server_add_members (office->server, 1, each->list, each->opened);
  refresh (office);
  if (each->opened != NULL)
    open_task (office, "t1");
  if (each->list_after != NULL)
    {
      counting_server_add_members (office->server, 1, each->list_after, each->opened);
      refresh (office);
    }
  candidates = read_candidates (office, DOCKET_VIEW_ALL, 2);
  counting_server_add_members (office->server, 1, "", each->now);
  start_deletion (office, candidates, TRUE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, each->goes ? 2 : 1);
  g_assert_cmpuint (counting_server_count (office->server, "DELETE", 0), ==, 1);
  if (each->goes)
    g_assert_cmpuint (counting_server_count (office->server, "DELETE", 1), ==, 1);
  else
    assert_left_alone (office, 1);
}

static void
test_renamed (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (3);
  g_autoptr (GPtrArray) candidates = read_candidates (office, DOCKET_VIEW_ALL, 3);

  counting_server_rename (office->server, 1);
  start_deletion (office, candidates, TRUE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 2);
  assert_left_alone (office, 1);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, 2);
}

/* Archiving it here is a change whose time the server has not told. */
static void
test_archived_here (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (1);
  g_autoptr (DocketRemoval) archived = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GError) error = NULL;

  counting_server_add_members (office->server, 0, AT_NINE, AT_NINE);
  refresh (office);
  archived = room_remove (office->room, DOCKET_REMOVAL_ARCHIVE, "t0", &error);
  g_assert_no_error (error);
  counting_server_add_members (office->server, 0, AT_TEN, AT_TEN);
  candidates = read_candidates (office, DOCKET_VIEW_ARCHIVED, 1);
  start_deletion (office, candidates, TRUE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 1);
}

/* One that turns out to be top secret only now is left alone where a copy was to be kept, with its
 * reason; one that was known to be is kept since the person wants it. */
static void
test_secret (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (3);
  g_autoptr (GPtrArray) candidates = NULL;

  counting_server_add_members (office->server, 2, SECRET, SECRET);
  refresh (office);
  candidates = read_candidates (office, DOCKET_VIEW_ALL, 3);
  counting_server_add_members (office->server, 1, SECRET, SECRET);
  start_deletion (office, candidates, TRUE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 2);
  assert_left_alone (office, 1);
  g_assert_error (docket_removal_get_error (docket_removal_batch_get_removal (office->batch, 1)),
                  DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_TOP_SECRET);

  g_ptr_array_remove_index (candidates, 2);
  g_ptr_array_remove_index (candidates, 0);
  start_deletion (office, candidates, FALSE);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 1);
}

/* The computer slept while some were under way: those end, and the rest waits for the person. */
static void
test_slept (void)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  counting_server_hold (office->server, TRUE);
  batch_office_start (office, DOCKET_REMOVAL_ARCHIVE, 9);
  wait_for_held (office, DOCKET_BATCH_WIDTH);
  room_clock_sleep (office->room->clock, 10);
  counting_server_hold (office->server, FALSE);
  wait_for_ends (office, DOCKET_BATCH_WIDTH);
  g_assert_cmpint (docket_removal_batch_get_state (office->batch), ==, DOCKET_BATCH_SLEPT);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, DOCKET_BATCH_WIDTH);

  docket_removal_batch_resume (office->batch);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, 9);
}

/* Those that were being fetched or written to the journal then are not sent either, and begin anew
 * with the rest. @data: the kind of removal */
static void
test_slept_before_sending (gconstpointer data)
{
  g_autoptr (BatchOffice) office = batch_office_new (9);

  batch_office_start (office, (DocketRemovalKind)GPOINTER_TO_INT (data), 9);
  room_clock_sleep (office->room->clock, 10);
  wait_for_state (office, DOCKET_BATCH_SLEPT);
  while (docket_removal_batch_get_removal (office->batch, DOCKET_BATCH_WIDTH - 1) == NULL)
    g_main_context_iteration (NULL, TRUE);
  run_pending ();
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, 0);
  g_assert_cmpuint (docket_removal_batch_get_n_failed (office->batch), ==, 0);

  docket_removal_batch_resume (office->batch);
  wait_for_state (office, DOCKET_BATCH_ENDED);
  g_assert_cmpuint (docket_removal_batch_get_n_done (office->batch), ==, 9);
  g_assert_cmpuint (counting_server_get_n_writes (office->server), ==, 9);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/removal-batch-terms/%s", cases[i].name);

      folders_add_data_func (path, &cases[i], NULL, test_terms);
    }
  folders_add_func ("/removal-batch-terms/renamed", test_renamed);
  folders_add_func ("/removal-batch-terms/archived-here", test_archived_here);
  folders_add_func ("/removal-batch-terms/secret", test_secret);
  folders_add_func ("/removal-batch-terms/slept", test_slept);
  folders_add_data_func ("/removal-batch-terms/slept-while-fetching",
                         GINT_TO_POINTER (DOCKET_REMOVAL_DELETE), NULL, test_slept_before_sending);
  folders_add_data_func ("/removal-batch-terms/slept-while-noting",
                         GINT_TO_POINTER (DOCKET_REMOVAL_ARCHIVE), NULL, test_slept_before_sending);
  return folders_run ();
}
