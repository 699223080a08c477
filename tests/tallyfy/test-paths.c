/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Where requests go: prefixes, IDs of any kind, and what is asked of a list. */
#include "calls.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The path and query that the only request had. */
static char *
requested (HostileServer *server)
{
  g_autofree char *request = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_cmpuint (hostile_server_get_n_requests (server), ==, 1);
  request = hostile_server_get_request (server, 0);
  words = g_strsplit (request, " ", 3);
  return g_strdup (words[1]);
}

static TallyfyClient *
client_with_prefix (HostileServer *server, const char *prefix)
{
  g_autofree char *address = g_strconcat (hostile_server_get_address (server), prefix, NULL);

  return tallyfy_client_new (address, TEST_TOKEN);
}

typedef struct
{
  const char *id;
  const char *segment; /* NULL = cannot stand in a path */
} Id;

static const Id ids[] = {
  { "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef" },
  { "a/b", "a%2Fb" },
  { "a/../b", "a%2F..%2Fb" },
  { "../x", "..%2Fx" },
  { "a%2Fb", "a%252Fb" },
  { "%", "%25" },
  { "a b", "a%20b" },
  { "a+b", "a%2Bb" },
  { "a?b=c", "a%3Fb%3Dc" },
  { "a#b", "a%23b" },
  { "a&b", "a%26b" },
  { "a;b", "a%3Bb" },
  { "a\\b", "a%5Cb" },
  { "a\r\nX-Evil: 1", "a%0D%0AX-Evil%3A%201" },
  { "\xc3\xbc", "%C3%BC" },
  { "ana@example.org", "ana%40example.org" },
  { "...", "..." },
  { "-_.~", "-_.~" },
  { ".", NULL },
  { "..", NULL },
  { "", NULL },
};

static void
start_delete (TallyfyClient *client, const char *org, const char *task, GAsyncResult **result)
{
  tallyfy_client_delete_task_permanently_async (client, org, task, NULL, done_cb, result);
}

static void
assert_segment (const Id *id, gboolean is_org)
{
  HostileServer *server = hostile_server_new ();
  g_autoptr (TallyfyClient) client = client_with_prefix (server, "");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (server, 204, "", "");
  start_delete (client, is_org ? id->id : "org1", is_org ? "task1" : id->id, &result);
  tallyfy_client_delete_task_permanently_finish (client, wait_for (&result), &error);
  if (id->segment == NULL)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_assert_cmpuint (hostile_server_get_n_connections (server), ==, 0);
    }
  else
    {
      g_autofree char *path = requested (server);
      g_autofree char *expected
          = g_strdup_printf ("/organizations/%s/tasks/%s/delete", is_org ? id->segment : "org1",
                             is_org ? "task1" : id->segment);

      g_assert_no_error (error);
      g_assert_cmpstr (path, ==, expected);
    }
  hostile_server_free (server);
}

static void
test_id (gconstpointer data)
{
  assert_segment (data, FALSE);
  assert_segment (data, TRUE);
}

/* Every other call refuses an ID that cannot stand in a path, too. */
static void
test_unusable_ids (void)
{
  static const TallyfyTaskQuery all = TALLYFY_TASK_QUERY_INIT;
  HostileServer *server = hostile_server_new ();
  g_autoptr (TallyfyClient) client = client_with_prefix (server, "");
  GAsyncResult *results[6] = { NULL };
  GError *errors[6] = { NULL };

  tallyfy_client_list_users_async (client, "..", NULL, done_cb, &results[0]);
  tallyfy_client_list_tasks_async (client, "..", &all, 1, NULL, done_cb, &results[1]);
  tallyfy_client_get_task_async (client, "org1", "..", NULL, done_cb, &results[2]);
  tallyfy_client_archive_task_async (client, "org1", "", NULL, done_cb, &results[3]);
  tallyfy_client_restore_task_async (client, "..", "task1", NULL, done_cb, &results[4]);
  tallyfy_client_delete_task_permanently_async (client, "org1", ".", NULL, done_cb, &results[5]);
  g_assert_null (tallyfy_client_list_users_finish (client, wait_for (&results[0]), &errors[0]));
  g_assert_null (tallyfy_client_list_tasks_finish (client, wait_for (&results[1]), &errors[1]));
  g_assert_null (tallyfy_client_get_task_finish (client, wait_for (&results[2]), &errors[2]));
  tallyfy_client_archive_task_finish (client, wait_for (&results[3]), &errors[3]);
  tallyfy_client_restore_task_finish (client, wait_for (&results[4]), &errors[4]);
  tallyfy_client_delete_task_permanently_finish (client, wait_for (&results[5]), &errors[5]);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_clear_error (&errors[i]);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (hostile_server_get_n_connections (server), ==, 0);
  hostile_server_free (server);
}

/* The prefix of the address comes before each call's own path. */
static void
test_prefix (gconstpointer data)
{
  const ApiCall *call = data;
  static const char *const prefixes[] = { "", "/api", "/a/b%C3%BC/v1" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      HostileServer *server = hostile_server_new ();
      g_autoptr (TallyfyClient) client = client_with_prefix (server, prefixes[i]);
      g_autofree char *expected = g_strconcat (prefixes[i], call->path, NULL);
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      hostile_server_push_answer (server, call->good ? 200 : 204, "", call->good ? call->good : "");
      error = run_call (client, call, NULL);
      g_assert_no_error (error);
      path = requested (server);
      g_assert_cmpstr (path, ==, expected);
      hostile_server_free (server);
    }
}

typedef struct
{
  const char *name;
  TallyfyTaskQuery query;
  guint page;
  const char *path;
} Listing;

#define TASKS "/organizations/org1/tasks"

static const Listing listings[] = {
  { "all", { .one_off = -1 }, 1, TASKS "?page=1&per_page=100" },
  { "page", { .one_off = -1, .per_page = 25 }, 3, TASKS "?page=3&per_page=25" },
  { "page-0", { .one_off = -1 }, 0, TASKS "?page=1&per_page=100" },
  { "cap", { .one_off = -1, .per_page = 101 }, 1, TASKS "?page=1&per_page=100" },
  { "user",
    { .one_off = -1, .user_id = 42 },
    1,
    "/organizations/org1/users/42/tasks?page=1&per_page=100" },
  { "one-off", { .one_off = 1 }, 1, TASKS "?page=1&per_page=100&is_oneoff=true" },
  { "process", { .one_off = 0 }, 1, TASKS "?page=1&per_page=100&is_oneoff=false" },
  { "archived",
    { .one_off = -1, .archived = "only" },
    1,
    TASKS "?page=1&per_page=100&archived=only" },
  { "empty-text", { .one_off = -1, .text = "" }, 1, TASKS "?page=1&per_page=100" },
  { "text",
    { .one_off = -1, .text = "\xc3\xbc & a=b+c #1?/%" },
    1,
    TASKS "?page=1&per_page=100&q=%C3%BC%20%26%20a%3Db%2Bc%20%231%3F%2F%25" },
  { "everything",
    { .one_off = 1,
      .status = "active",
      .archived = "true",
      .text = "x",
      .sort = "-newest",
      .with = "run,tags",
      .per_page = 1 },
    2,
    TASKS "?page=2&per_page=1&status=active&archived=true&is_oneoff=true&q=x&sort=-newest"
          "&with=run,tags" },
};

static void
test_listing (gconstpointer data)
{
  const Listing *test = data;
  HostileServer *server = hostile_server_new ();
  g_autoptr (TallyfyClient) client = client_with_prefix (server, "");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TallyfyTaskPage) page = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (server, 200, "", "{\"data\":[]}");
  tallyfy_client_list_tasks_async (client, "org1", &test->query, test->page, NULL, done_cb,
                                   &result);
  page = tallyfy_client_list_tasks_finish (client, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tallyfy_task_page_get_page (page), ==, MAX (test->page, 1));
  path = requested (server);
  g_assert_cmpstr (path, ==, test->path);
  hostile_server_free (server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paths/id/%u", i);

      g_test_add_data_func (path, &ids[i], test_id);
    }
  g_test_add_func ("/paths/unusable-ids", test_unusable_ids);
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *path = g_strdup_printf ("/paths/prefix/%s", api_calls[i].name);

      g_test_add_data_func (path, &api_calls[i], test_prefix);
    }
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paths/listing/%s", listings[i].name);

      g_test_add_data_func (path, &listings[i], test_listing);
    }
  return g_test_run ();
}
