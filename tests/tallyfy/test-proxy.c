/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A proxy in the environment gets nothing of what is meant for this computer, and never the token.
 */
#include "calls.h"

#include <libsoup/soup.h>
#include <string.h>

static HostileServer *proxy;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);

  *(gboolean *)data = TRUE;
}

/* Whether the environment's proxy is asked here at all: without that the tests below could not
 * fail. */
static gboolean
proxy_is_asked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message
      = soup_message_new ("GET", hostile_server_get_address (fixture->server));
  const guint before = hostile_server_get_n_requests (proxy);
  gboolean is_answered = FALSE;

  hostile_server_push_answer (proxy, 200, "Connection: close\r\n", "");
  hostile_server_push_answer (fixture->server, 200, "Connection: close\r\n", "");
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, answered_cb,
                                    &is_answered);
  while (!is_answered)
    g_main_context_iteration (NULL, TRUE);
  if (hostile_server_get_n_requests (proxy) == before + 1)
    return TRUE;
  g_test_skip ("No proxy resolver here looks at the environment");
  return FALSE;
}

static void
assert_direct (const ApiCall *call, const char *host)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *address
      = g_strdup_printf ("http://%s:%u", host, hostile_server_get_port (fixture->server));
  g_autoptr (TallyfyClient) client = tallyfy_client_new (address, TEST_TOKEN);
  const guint before = hostile_server_get_n_connections (proxy);
  g_autoptr (GError) error = NULL;

  push_good (fixture, call);
  error = run_call (client, call, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
  g_assert_cmpuint (hostile_server_get_n_connections (proxy), ==, before);
}

static void
test_loopback (gconstpointer data)
{
  if (!proxy_is_asked ())
    return;
  assert_direct (data, "127.0.0.1");
  assert_direct (data, "localhost");
}

static void
assert_tunnel_only (const ApiCall *call, guint status)
{
  g_autoptr (TallyfyClient) client = tallyfy_client_new ("https://docket.invalid", TEST_TOKEN);
  const guint before = hostile_server_get_n_requests (proxy);
  g_autoptr (GError) error = NULL;
  g_autofree char *request = NULL;

  hostile_server_push_answer (proxy, status, "Connection: close\r\nRetry-After: 0\r\n",
                              "{\"message\":\"Pay here.\",\"code\":\"RESOURCE_NOT_FOUND\"}");
  error = run_call (client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_OFFLINE);
  g_assert_null (tallyfy_error_get_sentence (error));
  g_assert_cmpuint (hostile_server_get_n_requests (proxy), ==, before + 1);
  request = hostile_server_get_request (proxy, before);
  g_assert_true (g_str_has_prefix (request, "CONNECT docket.invalid:443 HTTP/1.1\r\n"));
  g_assert_null (strstr (request, TEST_TOKEN));
  g_assert_null (strstr (request, "\nAuthorization:"));
  g_assert_null (strstr (request, TEST_TASK));
}

/* For a server elsewhere the proxy is asked for a tunnel. It learns the name of the server and
 * nothing else; where it refuses, its answer is not taken for the server's. */
static void
test_tunnel (gconstpointer data)
{
  static const guint statuses[] = { 302, 400, 401, 403, 404, 407, 429, 500, 503 };

  for (guint i = 0; proxy_is_asked () && i < G_N_ELEMENTS (statuses); i++)
    assert_tunnel_only (data, statuses[i]);
}

static void
set_proxy (const char *address)
{
  static const char *const names[] = { "http_proxy", "https_proxy", "all_proxy", "no_proxy" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *upper = g_ascii_strup (names[i], -1);
      const gboolean is_exception = g_str_equal (names[i], "no_proxy");

      g_unsetenv (upper);
      if (is_exception)
        g_unsetenv (names[i]);
      else
        g_setenv (names[i], address, TRUE);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guard_log ();
  proxy = hostile_server_new ();
  set_proxy (hostile_server_get_address (proxy));
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *loopback = g_strdup_printf ("/proxy/loopback/%s", api_calls[i].name);
      g_autofree char *tunnel = g_strdup_printf ("/proxy/tunnel/%s", api_calls[i].name);

      g_test_add_data_func (loopback, &api_calls[i], test_loopback);
      g_test_add_data_func (tunnel, &api_calls[i], test_tunnel);
    }
  status = g_test_run ();
  hostile_server_free (proxy);
  return status;
}
