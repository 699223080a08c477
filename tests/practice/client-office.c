/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "client-office.h"

void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = practice_server_new (NULL, "practice-token", 0, 0);
  practice_server_start_async (fixture->server, NULL, done_cb, &result);
  practice_server_start_finish (fixture->server, wait_for (&result), &error);
  g_assert_no_error (error);
  fixture->client
      = tallyfy_client_new (practice_server_get_address (fixture->server), "practice-token");
  fixture->organization = practice_server_get_organization_id (fixture->server);
  return fixture;
}

void
fixture_free (Fixture *fixture)
{
  g_object_unref (fixture->client);
  g_object_unref (fixture->server);
  g_free (fixture);
}
static TallyfyTask *
get_task (Fixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TallyfyTask *task;

  tallyfy_client_get_task_async (fixture->client, fixture->organization, id, NULL, done_cb,
                                 &result);
  task = tallyfy_client_get_task_finish (fixture->client, wait_for (&result), &error);
  g_assert_no_error (error);
  return task;
}

TallyfyTask *
find_task (Fixture *fixture, const char *title)
{
  const TallyfyTaskQuery query = { .one_off = -1, .text = title };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = NULL;
  GPtrArray *tasks;

  tallyfy_client_list_tasks_async (fixture->client, fixture->organization, &query, 1, NULL, done_cb,
                                   &result);
  page = tallyfy_client_list_tasks_finish (fixture->client, wait_for (&result), &error);
  g_assert_no_error (error);
  tasks = tallyfy_task_page_get_tasks (page);
  g_assert_cmpuint (tasks->len, ==, 1);
  return get_task (fixture, tallyfy_task_get_id (tasks->pdata[0]));
}
