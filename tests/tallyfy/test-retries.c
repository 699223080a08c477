/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* When a request is sent again, and how long is waited for that. */
#include "side-by-side.h"

#include <string.h>

/* Each call is refused that often before its success. */
static Side *
start_all (guint status, const char *headers, guint n_refusals, guint total_timeout)
{
  Side *sides = sides_new (0, total_timeout);

  for (guint i = 0; i < n_refusals; i++)
    sides_push_answer (sides, status, headers, "");
  sides_push_good (sides);
  sides_start (sides, NULL);
  return sides;
}

/* Turned away once, it comes again, and all is well. */
static void
assert_second_try_succeeds (const char *headers)
{
  g_autofree Side *sides = start_all (429, headers, 1, 0);

  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = side_end (&sides[i], 2);

      g_assert_no_error (error);
    }
}

static void
test_limit_seconds (void)
{
  assert_second_try_succeeds ("Retry-After: 0\r\n");
}

static void
test_limit_date (void)
{
  assert_second_try_succeeds ("Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n");
}

static void
test_limit_absent (void)
{
  assert_second_try_succeeds ("");
}

static void
test_limit_nonsense (void)
{
  assert_second_try_succeeds ("Retry-After: soon\r\n");
}

/* Retry-After wins over the client's own patience, which would have tried again. */
static void
assert_too_long (const char *headers, gint64 at_least, guint total_timeout)
{
  g_autofree Side *sides = start_all (429, headers, 1, total_timeout);

  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = side_end (&sides[i], 1);

      assert_kind (&api_calls[i], error, TALLYFY_ERROR_TOO_MANY_REQUESTS);
      g_assert_cmpint (tallyfy_error_get_retry_after (error), >=, at_least);
    }
}

static void
test_limit_long (void)
{
  assert_too_long ("Retry-After: 3600\r\n", 3600, 0);
}

static void
test_limit_long_date (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_hours (now, 2);
  g_autofree char *headers
      = g_date_time_format (later, "Retry-After: %a, %d %b %Y %H:%M:%S GMT\r\n");

  assert_too_long (headers, 3600, 0);
}

static void
test_limit_huge (void)
{
  assert_too_long ("Retry-After: 2147483647\r\n", G_MAXINT32, 0);
}

/* A wait that the total deadline would end is not begun. */
static void
test_limit_beyond_deadline (void)
{
  assert_too_long ("Retry-After: 20\r\n", 20, 10000);
}

/* Every read is worth another try when a gateway says that the server was not there; no write is:
 * it may have been done. */
static void
test_gateway (gconstpointer data)
{
  g_autofree Side *sides = start_all (GPOINTER_TO_UINT (data), "Retry-After: 0\r\n", 1, 0);

  for (guint i = 0; i < n_api_calls; i++)
    {
      const ApiCall *call = &api_calls[i];
      g_autoptr (GError) error = side_end (&sides[i], call->is_write ? 1 : 2);

      if (call->is_write)
        assert_kind (call, error, TALLYFY_ERROR_UNKNOWN_OUTCOME);
      else
        g_assert_no_error (error);
    }
}

/* The wait of the second time; the third answer is the last. */
static void
test_gateway_absent (void)
{
  g_autofree Side *sides = start_all (503, "", 2, 0);

  for (guint i = 0; i < n_api_calls; i++)
    {
      const ApiCall *call = &api_calls[i];
      g_autoptr (GError) error = side_end (&sides[i], call->is_write ? 1 : 3);

      if (call->is_write)
        assert_kind (call, error, TALLYFY_ERROR_UNKNOWN_OUTCOME);
      else
        g_assert_no_error (error);
    }
}

/* What came of the second request counts, not what came of the first. */
static void
test_limit_then_lost (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (fixture->server, 429, "Retry-After: 0\r\nConnection: close\r\n", "");
  hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE, "");
  push_good (fixture, call);
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error,
               call->is_write ? TALLYFY_ERROR_UNKNOWN_OUTCOME : TALLYFY_ERROR_CONNECTION_LOST);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 2);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

/* A page that is asked for again does not lose the one before. */
static void
test_second_page (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) users = NULL;
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (fixture->server, 200, "",
                              "{\"data\":[{\"id\":1}],\"meta\":{\"pagination\":{\"total_pages\":2}}"
                              "}");
  hostile_server_push_answer (fixture->server, 503, "Retry-After: 0\r\n", "");
  hostile_server_push_answer (fixture->server, 200, "", "{\"data\":[{\"id\":2},{\"id\":3}]}");
  tallyfy_client_list_users_async (fixture->client, TEST_ORG, NULL, listed_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  users = tallyfy_client_list_users_finish (fixture->client, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (users->len, ==, 3);
  for (guint i = 0; i < users->len; i++)
    {
      g_autofree char *request = hostile_server_get_request (fixture->server, i);

      g_assert_cmpint (tallyfy_user_get_id (g_ptr_array_index (users, i)), ==, i + 1);
      g_assert_nonnull (strstr (request, i == 0 ? "?page=1&" : "?page=2&"));
    }
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  g_test_add_func ("/retries/limit/seconds", test_limit_seconds);
  g_test_add_func ("/retries/limit/date", test_limit_date);
  g_test_add_func ("/retries/limit/absent", test_limit_absent);
  g_test_add_func ("/retries/limit/nonsense", test_limit_nonsense);
  g_test_add_func ("/retries/limit/long", test_limit_long);
  g_test_add_func ("/retries/limit/long-date", test_limit_long_date);
  g_test_add_func ("/retries/limit/huge", test_limit_huge);
  g_test_add_func ("/retries/limit/beyond-deadline", test_limit_beyond_deadline);
  g_test_add_data_func ("/retries/gateway/502", GUINT_TO_POINTER (502), test_gateway);
  g_test_add_data_func ("/retries/gateway/503", GUINT_TO_POINTER (503), test_gateway);
  g_test_add_data_func ("/retries/gateway/504", GUINT_TO_POINTER (504), test_gateway);
  g_test_add_func ("/retries/gateway/absent", test_gateway_absent);
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *path = g_strdup_printf ("/retries/then-lost/%s", api_calls[i].name);

      g_test_add_data_func (path, &api_calls[i], test_limit_then_lost);
    }
  g_test_add_func ("/retries/second-page", test_second_page);
  return g_test_run ();
}
