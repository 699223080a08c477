/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The client's work on tasks against the practice server: what one sends, the other takes. */
#include "client-office.h"

static TallyfyTask *
update (Fixture *fixture, TallyfyTask *task, const TallyfyTaskChange *change, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  const char *process = tallyfy_task_is_one_off (task) ? NULL : tallyfy_task_get_process_id (task);

  tallyfy_client_update_task_async (fixture->client, fixture->organization, process,
                                    tallyfy_task_get_id (task), change, NULL, done_cb, &result);
  return tallyfy_client_update_task_finish (fixture->client, wait_for (&result), error);
}

/* Everything that can be answered of a field, with or without an answer. */
static gboolean
answer (TallyfyTaskChange *change, TallyfyFormField *field, gboolean with)
{
  static const guint options[] = { 1 };
  static const char *const users[] = { "1002", NULL };
  static const char *const guests[] = { "ines@traducoes.example", NULL };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2030, 7, 5, 18, 0, 0);

  return tallyfy_task_change_answer_text (change, field, with ? "a@example.com" : "")
         || tallyfy_task_change_answer_date (change, field, with ? date : NULL)
         || tallyfy_task_change_answer_options (change, field, options, with ? 1 : 0)
         || tallyfy_task_change_answer_people (change, field, with ? users : NULL,
                                               with ? guests : NULL, NULL);
}

/* Each kind of field that there is in the office takes an answer, and lets it go again. */
static void
test_answers (gconstpointer title)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, title);

  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *fields = tallyfy_task_get_form_fields (task);
      g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
      g_autoptr (TallyfyTask) stored = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) lost = NULL;

      for (guint j = 0; j < fields->len; j++)
        g_assert_true (answer (change, fields->pdata[j], i == 0));
      stored = update (fixture, task, change, &error);
      g_assert_no_error (error);
      lost = tallyfy_task_change_find_lost_answers (change, stored);
      g_assert_nonnull (lost);
      g_assert_cmpuint (g_strv_length (lost), ==, 0);
      fields = tallyfy_task_get_form_fields (stored);
      for (guint j = 0; j < fields->len; j++)
        g_assert_true (tallyfy_form_field_is_answered (fields->pdata[j]) == (i == 0));
    }
}

/* An answer to a field of another task is dropped in silence, and found to be lost. */
static void
test_lost_answer (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, "Order name badges");
  g_autoptr (TallyfyTask) other = find_task (fixture, "Write the travel report");
  TallyfyFormField *known = tallyfy_task_get_form_fields (task)->pdata[0];
  TallyfyFormField *unknown = tallyfy_task_get_form_fields (other)->pdata[0];
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (TallyfyTask) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lost = NULL;

  tallyfy_task_change_answer_text (change, known, "60");
  tallyfy_task_change_answer_text (change, unknown, "60");
  stored = update (fixture, task, change, &error);
  g_assert_no_error (error);
  lost = tallyfy_task_change_find_lost_answers (change, stored);
  g_assert_cmpuint (g_strv_length (lost), ==, 1);
  g_assert_cmpstr (lost[0], ==, tallyfy_form_field_get_id (unknown));
}

/* What the server does not take is said field by field. */
static void
test_refused (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, "Translate the price list");
  TallyfyFormField *field = tallyfy_task_get_form_fields (task)->pdata[0];
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (GError) error = NULL;

  tallyfy_task_change_set_title (change, " ");
  tallyfy_task_change_answer_text (change, field, "nowhere");
  g_assert_null (update (fixture, task, change, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  g_assert_nonnull (tallyfy_error_get_field_sentence (error, "title"));
  g_clear_error (&error);
  tallyfy_task_change_set_title (change, "Translate");
  g_assert_null (update (fixture, task, change, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  g_assert_nonnull (tallyfy_error_get_field_sentence (error, tallyfy_form_field_get_id (field)));
}

/* The last problem that is not resolved, NULL = there is none. */
static TallyfyComment *
find_open_problem (TallyfyTask *task)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);

  for (guint i = comments->len; i > 0; i--)
    if (tallyfy_comment_is_open_problem (comments->pdata[i - 1]))
      return comments->pdata[i - 1];
  return NULL;
}

static TallyfyComment *
report (Fixture *fixture, TallyfyTask *task, const char *content)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TallyfyComment *problem;

  tallyfy_client_report_problem_async (fixture->client, fixture->organization,
                                       tallyfy_task_get_id (task), content, NULL, done_cb, &result);
  problem = tallyfy_client_report_problem_finish (fixture->client, wait_for (&result), &error);
  g_assert_no_error (error);
  return problem;
}

static TallyfyComment *
resolve (Fixture *fixture, TallyfyTask *task, TallyfyComment *problem, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_resolve_problem_async (fixture->client, fixture->organization,
                                        tallyfy_task_get_id (task),
                                        tallyfy_comment_get_id (problem), "It came.", NULL, done_cb,
                                        &result);
  return tallyfy_client_resolve_problem_finish (fixture->client, wait_for (&result), error);
}

/* A problem is one until the last of those reported is resolved. */
static void
test_problem (gconstpointer title)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, title);
  g_autoptr (TallyfyComment) first = report (fixture, task, "No <b>answer</b>");
  g_autoptr (TallyfyComment) second = report (fixture, task, "No money");
  g_autoptr (TallyfyTask) reported = find_task (fixture, title);
  g_autoptr (TallyfyComment) resolution = NULL;
  g_autoptr (TallyfyTask) half = NULL;
  g_autoptr (TallyfyComment) last = NULL;
  g_autoptr (TallyfyTask) resolved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (tallyfy_comment_get_label (first), ==, "problem");
  g_assert_cmpstr (tallyfy_comment_get_content (first), ==, "No <b>answer</b>");
  g_assert_true (tallyfy_task_is_problem (reported));
  resolution = resolve (fixture, task, second, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tallyfy_comment_get_label (resolution), ==, "resolve");
  half = find_task (fixture, title);
  g_assert_true (tallyfy_task_is_problem (half));
  g_assert_cmpstr (tallyfy_comment_get_id (find_open_problem (half)), ==,
                   tallyfy_comment_get_id (first));
  last = resolve (fixture, task, first, &error);
  g_assert_no_error (error);
  resolved = find_task (fixture, title);
  g_assert_false (tallyfy_task_is_problem (resolved));
  g_assert_null (find_open_problem (resolved));
  g_assert_null (resolve (fixture, task, first, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_REFUSED);
}

static gboolean
remind (Fixture *fixture, const char *title, GError **error)
{
  g_autoptr (TallyfyTask) task = find_task (fixture, title);
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_remind_async (fixture->client, fixture->organization, tallyfy_task_get_id (task),
                               NULL, done_cb, &result);
  return tallyfy_client_remind_finish (fixture->client, wait_for (&result), error);
}

static void
test_remind (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (remind (fixture, "Order name badges", &error));
  g_assert_no_error (error);
  g_assert_false (remind (fixture, "Ask about the humming light", &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_REFUSED);
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, "Nobody is assigned to this task.");
}

/* A task is given two tags by their IDs, and somebody from outside and a whole group beside its
 * people. */
static void
test_tags_and_people (void)
{
  static const char *const users[] = { "1002", NULL };
  static const char *const guests[] = { "r.okafor@okafor-tax.example", NULL };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, "Order name badges");
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (GAsyncResult) groups_result = NULL;
  g_autoptr (GAsyncResult) tags_result = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (TallyfyTask) stored = NULL;
  g_autoptr (GError) error = NULL;
  const char *group[] = { NULL, NULL };
  const char *ids[] = { NULL, NULL, NULL };

  tallyfy_client_list_groups_async (fixture->client, fixture->organization, NULL, done_cb,
                                    &groups_result);
  groups = tallyfy_client_list_groups_finish (fixture->client, wait_for (&groups_result), &error);
  tallyfy_client_list_tags_async (fixture->client, fixture->organization, NULL, done_cb,
                                  &tags_result);
  tags = tallyfy_client_list_tags_finish (fixture->client, wait_for (&tags_result), &error);
  g_assert_no_error (error);
  group[0] = tallyfy_group_get_id (groups->pdata[0]);
  ids[0] = tallyfy_tag_get_id (tags->pdata[3]);
  ids[1] = tallyfy_tag_get_id (tags->pdata[0]);
  tallyfy_task_change_set_assignees (change, users, guests, group);
  tallyfy_task_change_set_tags (change, ids);
  stored = update (fixture, task, change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tallyfy_task_get_assignees (stored)->len, ==, 3);
  g_assert_cmpstr (tallyfy_assignee_get_id (tallyfy_task_get_assignees (stored)->pdata[2]), ==,
                   group[0]);
  g_assert_cmpstr (tallyfy_task_get_tags (stored)[0], ==, "Board");
  g_assert_cmpstr (tallyfy_task_get_tags (stored)[1], ==, tallyfy_tag_get_title (tags->pdata[3]));
  g_assert_null (tallyfy_task_get_tags (stored)[2]);
}

static void
assert_same_assignees (TallyfyTask *task, TallyfyTask *stored)
{
  GPtrArray *before = tallyfy_task_get_assignees (task);
  GPtrArray *after = tallyfy_task_get_assignees (stored);

  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (tallyfy_assignee_get_id (after->pdata[i]), ==,
                     tallyfy_assignee_get_id (before->pdata[i]));
}

/* A new title leaves the rest as it is: guests, deadline, description. */
static void
test_title (gconstpointer title)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyTask) task = find_task (fixture, title);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (TallyfyTask) stored = NULL;
  g_autoptr (GError) error = NULL;

  tallyfy_task_change_set_title (change, "Another <title>");
  stored = update (fixture, task, change, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tallyfy_task_get_title (stored), ==, "Another <title>");
  g_assert_cmpstr (tallyfy_task_get_summary (stored), ==, tallyfy_task_get_summary (task));
  g_assert_true (
      g_date_time_equal (tallyfy_task_get_deadline (stored), tallyfy_task_get_deadline (task)));
  assert_same_assignees (task, stored);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/work/answers/party", "Plan the office party", test_answers);
  g_test_add_data_func ("/work/answers/machine", "Find a successor", test_answers);
  g_test_add_data_func ("/work/answers/translation", "Translate the price list", test_answers);
  g_test_add_data_func ("/work/answers/badges", "Order name badges", test_answers);
  g_test_add_data_func ("/work/answers/program", "Choose a new accounting", test_answers);
  g_test_add_func ("/work/lost-answer", test_lost_answer);
  g_test_add_func ("/work/refused", test_refused);
  g_test_add_data_func ("/work/problem/one-off", "Order name badges", test_problem);
  g_test_add_data_func ("/work/problem/process", "Review homepage copy", test_problem);
  g_test_add_func ("/work/remind", test_remind);
  g_test_add_func ("/work/tags-and-people", test_tags_and_people);
  g_test_add_data_func ("/work/title/one-off", "Translate the price list", test_title);
  g_test_add_data_func ("/work/title/process", "Review homepage copy", test_title);
  return g_test_run ();
}
