/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What goes out, byte for byte. */
#include "calls.h"

#include <string.h>

/* Which encodings follow "gzip, deflate" depends on how libsoup was built. */
static void
cut_encodings (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Accept-Encoding: gzip, deflate, "))
      lines[i][strlen ("Accept-Encoding: gzip, deflate")] = '\0';
}

/* Fails unless the request is exactly its request line, these fields in whatever order, and this
 * body. */
static void
assert_request (const char *request, const char *line, const char *const *fields, const char *body)
{
  g_auto (GStrv) parts = g_strsplit (request, "\r\n\r\n", 2);
  g_autofree char *head = g_strconcat (parts[0], "\r\n\r\n", NULL);
  g_auto (GStrv) lines = g_strsplit (head, "\r\n", -1);
  const guint n_lines = g_strv_length (lines);

  cut_encodings (lines);
  g_assert_cmpstr (lines[0], ==, line);
  for (guint i = 0; fields[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *)lines + 1, fields[i]));
  for (guint i = 1; i + 2 < n_lines; i++)
    g_assert_true (g_strv_contains (fields, lines[i]));
  g_assert_cmpuint (n_lines - 3, ==, g_strv_length ((char **)fields));
  g_assert_cmpstr (parts[1], ==, body);
}

static void
test_header_fields (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  const gboolean has_length = call->body != NULL || strchr (call->method, 'P') != NULL;
  g_autofree char *line = g_strdup_printf ("%s %s HTTP/1.1", call->method, call->path);
  g_autofree char *host
      = g_strdup_printf ("Host: 127.0.0.1:%u", hostile_server_get_port (fixture->server));
  g_autofree char *length
      = g_strdup_printf ("Content-Length: %zu", call->body ? strlen (call->body) : 0);
  g_autofree char *request = NULL;
  g_autoptr (GError) error = NULL;
  const char *fields[] = { host,
                           "Authorization: Bearer " TEST_TOKEN,
                           "Accept: application/json",
                           "X-Tallyfy-Client: APIClient",
                           "User-Agent: Docket/0.1.0",
                           "Accept-Encoding: gzip, deflate",
                           "Connection: Keep-Alive",
                           has_length ? length : NULL,
                           call->body != NULL ? "Content-Type: application/json" : NULL,
                           NULL };

  push_good (fixture, call);
  error = run_call (fixture->client, call, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
  request = hostile_server_get_request (fixture->server, 0);
  assert_request (request, line, fields, call->body != NULL ? call->body : "");
}

/* An answer's cookies and validators do not come back with the next request. */
static void
test_nothing_kept (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      hostile_server_push_answer (fixture->server, call->good ? 200 : 204,
                                  "Set-Cookie: session=1; Path=/\r\nETag: \"1\"\r\n"
                                  "Cache-Control: max-age=3600\r\n"
                                  "Strict-Transport-Security: max-age=3600\r\n",
                                  call->good ? call->good : "");
      error = run_call (fixture->client, call, NULL);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 2);
  first = hostile_server_get_request (fixture->server, 0);
  second = hostile_server_get_request (fixture->server, 1);
  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *path = g_strdup_printf ("/requests/header-fields/%s", api_calls[i].name);
      g_autofree char *kept = g_strdup_printf ("/requests/nothing-kept/%s", api_calls[i].name);

      g_test_add_data_func (path, &api_calls[i], test_header_fields);
      g_test_add_data_func (kept, &api_calls[i], test_nothing_kept);
    }
  return g_test_run ();
}
