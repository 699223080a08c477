/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "fetch.h"

#include <string.h>

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

static Fixture *
serve (const char *body, gsize length)
{
  Fixture *fixture = fixture_new ();
  g_autofree char *head
      = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n", length);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *)head, (guint)strlen (head));
  g_byte_array_append (bytes, (const guint8 *)body, (guint)length);
  hostile_server_push_bytes (fixture->server, HOSTILE_ANSWER, (const char *)bytes->data,
                             bytes->len);
  return fixture;
}

TallyfyTask *
fetch_task (const char *body, GError **error)
{
  g_autoptr (Fixture) fixture = serve (body, strlen (body));
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_get_task_async (fixture->client, TEST_ORG, TEST_TASK, NULL, done_cb, &result);
  return tallyfy_client_get_task_finish (fixture->client, wait_for (&result), error);
}

TallyfyUser *
fetch_me (const char *body, GError **error)
{
  g_autoptr (Fixture) fixture = serve (body, strlen (body));
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_get_me_async (fixture->client, NULL, done_cb, &result);
  return tallyfy_client_get_me_finish (fixture->client, wait_for (&result), error);
}

GPtrArray *
fetch_organizations (const char *body, GError **error)
{
  g_autoptr (Fixture) fixture = serve (body, strlen (body));
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_list_organizations_async (fixture->client, NULL, done_cb, &result);
  return tallyfy_client_list_organizations_finish (fixture->client, wait_for (&result), error);
}

GPtrArray *
fetch_users (const char *body, GError **error)
{
  g_autoptr (Fixture) fixture = serve (body, strlen (body));
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_list_users_async (fixture->client, TEST_ORG, NULL, done_cb, &result);
  return tallyfy_client_list_users_finish (fixture->client, wait_for (&result), error);
}

static TallyfyTaskPage *
fetch_any_page (const char *body, gsize length, guint page, GError **error)
{
  static const TallyfyTaskQuery all = TALLYFY_TASK_QUERY_INIT;
  g_autoptr (Fixture) fixture = serve (body, length);
  g_autoptr (GAsyncResult) result = NULL;

  tallyfy_client_list_tasks_async (fixture->client, TEST_ORG, &all, page, NULL, done_cb, &result);
  return tallyfy_client_list_tasks_finish (fixture->client, wait_for (&result), error);
}

TallyfyTaskPage *
fetch_page (const char *body, guint page, GError **error)
{
  return fetch_any_page (body, strlen (body), page, error);
}

TallyfyTaskPage *
fetch_page_of_bytes (const char *body, gsize length, GError **error)
{
  return fetch_any_page (body, length, 1, error);
}
