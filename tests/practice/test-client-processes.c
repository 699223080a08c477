/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The client's processes, and the lists of whom and what a task can be given, against the practice
 * server. */
#include "client-office.h"

/* Whom and what a task can be given: each group's people are known, and each tag that a task shows
 * has an ID. */
static void
test_lists (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GAsyncResult) guests_result = NULL;
  g_autoptr (GAsyncResult) groups_result = NULL;
  g_autoptr (GAsyncResult) tags_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guests = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  tallyfy_client_list_guests_async (fixture->client, fixture->organization, NULL, done_cb,
                                    &guests_result);
  guests = tallyfy_client_list_guests_finish (fixture->client, wait_for (&guests_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (guests->len, ==, 2);
  g_assert_cmpstr (tallyfy_guest_get_full_name (guests->pdata[0]), ==, "Inês Moreira");
  tallyfy_client_list_groups_async (fixture->client, fixture->organization, NULL, done_cb,
                                    &groups_result);
  groups = tallyfy_client_list_groups_finish (fixture->client, wait_for (&groups_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (tallyfy_group_get_name (groups->pdata[0]), ==, "Events");
  g_assert_cmpstr (tallyfy_group_get_members (groups->pdata[0])[1], ==, "1003");
  g_assert_cmpstr (tallyfy_group_get_guests (groups->pdata[0])[0], ==,
                   tallyfy_guest_get_email (guests->pdata[0]));
  tallyfy_client_list_tags_async (fixture->client, fixture->organization, NULL, done_cb,
                                  &tags_result);
  tags = tallyfy_client_list_tags_finish (fixture->client, wait_for (&tags_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tags->len, ==, 5);
  g_assert_cmpstr (tallyfy_tag_get_title (tags->pdata[0]), ==, "Board");
  g_assert_cmpstr (tallyfy_tag_get_color (tags->pdata[0]), ==, "#dc8add");
}

static TallyfyProcessPage *
list_processes (Fixture *fixture, const char *status)
{
  const TallyfyProcessQuery query = { .status = status };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TallyfyProcessPage *page;

  tallyfy_client_list_processes_async (fixture->client, fixture->organization, &query, 1, NULL,
                                       done_cb, &result);
  page = tallyfy_client_list_processes_finish (fixture->client, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tallyfy_process_page_get_errors (page)->len, ==, 0);
  return page;
}

static TallyfyProcess *
get_process (Fixture *fixture, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_get_process_async (fixture->client, fixture->organization, id, NULL, done_cb,
                                    &result);
  return tallyfy_client_get_process_finish (fixture->client, wait_for (&result), error);
}

static guint
count_tasks (Fixture *fixture, const char *process_id, const char *archived)
{
  const TallyfyTaskQuery query = { .one_off = -1, .process_id = process_id, .archived = archived };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = NULL;

  tallyfy_client_list_tasks_async (fixture->client, fixture->organization, &query, 1, NULL, done_cb,
                                   &result);
  page = tallyfy_client_list_tasks_finish (fixture->client, wait_for (&result), &error);
  g_assert_no_error (error);
  return tallyfy_task_page_get_tasks (page)->len;
}

/* One of them has a problem; what a process says of its tasks is what they are. */
static void
test_processes (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyProcessPage) page = list_processes (fixture, NULL);
  g_autoptr (TallyfyProcessPage) problems = list_processes (fixture, "problem");
  GPtrArray *processes = tallyfy_process_page_get_processes (page);

  g_assert_cmpuint (processes->len, ==, 3);
  for (guint i = 0; i < processes->len; i++)
    {
      TallyfyProcess *process = processes->pdata[i];

      g_assert_nonnull (tallyfy_process_get_due_date (process));
      g_assert_nonnull (tallyfy_process_get_owner_id (process));
      g_assert_false (tallyfy_process_is_archived (process));
      g_assert_cmpint (tallyfy_process_get_n_complete (process), >, 0);
      g_assert_cmpint (tallyfy_process_get_n_tasks (process), ==,
                       count_tasks (fixture, tallyfy_process_get_id (process), NULL));
    }
  processes = tallyfy_process_page_get_processes (problems);
  g_assert_cmpuint (processes->len, ==, 1);
  g_assert_cmpstr (tallyfy_process_get_name (processes->pdata[0]), ==, "Business Trips: Lisbon");
  g_assert_cmpstr (tallyfy_process_get_status (processes->pdata[0]), ==, "problem");
}

typedef void (*Write) (TallyfyClient *client,
                       const char *organization_id,
                       const char *process_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
typedef gboolean (*Written) (TallyfyClient *client, GAsyncResult *result, GError **error);

static gboolean
write_process (Fixture *fixture, Write write, Written written, const char *id, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  write (fixture->client, fixture->organization, id, NULL, done_cb, &result);
  return written (fixture->client, wait_for (&result), error);
}

#define WRITE(what) tallyfy_client_##what##_async, tallyfy_client_##what##_finish

/* Into the archive with its tasks, out of it, and away for ever, which needs the archive first. */
static void
test_process_life (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TallyfyProcessPage) page = list_processes (fixture, NULL);
  TallyfyProcess *process = tallyfy_process_page_get_processes (page)->pdata[0];
  const char *id = tallyfy_process_get_id (process);
  const guint n = count_tasks (fixture, id, NULL);
  g_autoptr (TallyfyProcess) archived = NULL;
  g_autoptr (TallyfyProcess) gone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (write_process (fixture, WRITE (delete_process_permanently), id, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (write_process (fixture, WRITE (archive_process), id, &error));
  g_assert_no_error (error);
  archived = get_process (fixture, id, &error);
  g_assert_no_error (error);
  g_assert_true (tallyfy_process_is_archived (archived));
  g_assert_cmpuint (count_tasks (fixture, id, NULL), ==, 0);
  g_assert_cmpuint (count_tasks (fixture, id, "only"), ==, n);
  g_assert_true (write_process (fixture, WRITE (restore_process), id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_tasks (fixture, id, NULL), ==, n);
  g_assert_true (write_process (fixture, WRITE (archive_process), id, &error));
  g_assert_true (write_process (fixture, WRITE (delete_process_permanently), id, &error));
  g_assert_no_error (error);
  gone = get_process (fixture, id, &error);
  g_assert_null (gone);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/work/processes", test_processes);
  g_test_add_func ("/work/process-life", test_process_life);
  g_test_add_func ("/work/lists", test_lists);
  return g_test_run ();
}
