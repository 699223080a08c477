/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Which addresses are taken, and as what. */
#include "calls.h"

#include <string.h>

typedef struct
{
  const char *typed;
  const char *normal; /* NULL = refused */
  gboolean is_loopback;
} Address;

static const Address addresses[] = {
  { "https://api.tallyfy.com", "https://api.tallyfy.com", FALSE },
  { "  https://api.tallyfy.com\t\n", "https://api.tallyfy.com", FALSE },
  { "https://api.tallyfy.com/", "https://api.tallyfy.com", FALSE },
  { "https://api.tallyfy.com///", "https://api.tallyfy.com", FALSE },
  { "https://go.tallyfy.com/api", "https://go.tallyfy.com/api", FALSE },
  { "https://go.tallyfy.com/api/", "https://go.tallyfy.com/api", FALSE },
  { "https://go.tallyfy.com/Api/V1/", "https://go.tallyfy.com/Api/V1", FALSE },
  { "https://go.tallyfy.com/a%20b", NULL, FALSE },
  { "https://go.tallyfy.com/a%2Fb", NULL, FALSE },
  { "https://go.tallyfy.com/..", "https://go.tallyfy.com", FALSE },
  { "https://go.tallyfy.com/a/../b", "https://go.tallyfy.com/b", FALSE },
  { "https://go.tallyfy.com/a/%2e%2E/b", "https://go.tallyfy.com/b", FALSE },
  { "https://go.tallyfy.com/./b", "https://go.tallyfy.com/b", FALSE },
  { "https://go.tallyfy.com/a%00b", NULL, FALSE },
  { "https://go.tallyfy.com/a%0d%0ab", NULL, FALSE },
  { "HTTPS://API.Tallyfy.COM/Api", "https://api.tallyfy.com/Api", FALSE },
  { "https://api.tallyfy.com:443", "https://api.tallyfy.com", FALSE },
  { "https://api.tallyfy.com:443/api", "https://api.tallyfy.com/api", FALSE },
  { "https://api.tallyfy.com:80", "https://api.tallyfy.com:80", FALSE },
  { "https://api.tallyfy.com:8443/", "https://api.tallyfy.com:8443", FALSE },
  { "https://api.tallyfy.com:0", NULL, FALSE },
  { "https://api.tallyfy.com:65535", "https://api.tallyfy.com:65535", FALSE },
  { "https://api.tallyfy.com:65536", NULL, FALSE },
  { "https://api.tallyfy.com:4294967739", NULL, FALSE },
  { "https://api.tallyfy.com:-1", NULL, FALSE },
  { "https://api.tallyfy.com:x", NULL, FALSE },
  { "https://b\xc3\xbc"
    "cher.example",
    "https://xn--bcher-kva.example", FALSE },
  { "https://192.0.2.7", "https://192.0.2.7", FALSE },
  { "https://[2001:DB8::1]:8443/api", "https://[2001:db8::1]:8443/api", FALSE },

  { "https://user@api.tallyfy.com", NULL, FALSE },
  { "https://user:password@api.tallyfy.com", NULL, FALSE },
  { "https://@api.tallyfy.com", NULL, FALSE },
  { "https://api.tallyfy.com@evil.example", NULL, FALSE },
  { "https://api.tallyfy.com?x=1", NULL, FALSE },
  { "https://api.tallyfy.com/?", NULL, FALSE },
  { "https://api.tallyfy.com#x", NULL, FALSE },
  { "https://api.tallyfy.com/#", NULL, FALSE },
  { "https://api.tallyfy.com\\@evil.example", NULL, FALSE },
  { "https://api.tally fy.com", NULL, FALSE },
  { "https://api.tallyfy.com/a b", NULL, FALSE },
  { "https://api.tally\r\nfy.com", NULL, FALSE },
  { "https://api.tally%66y.com%00.evil.example", NULL, FALSE },
  { "https://api..tallyfy.com", NULL, FALSE },
  { "https://.tallyfy.com", NULL, FALSE },
  { "https://", NULL, FALSE },
  { "https:///api", NULL, FALSE },
  { "https:api.tallyfy.com", NULL, FALSE },
  { "https:/api.tallyfy.com", NULL, FALSE },
  { "api.tallyfy.com", NULL, FALSE },
  { "//api.tallyfy.com", NULL, FALSE },
  { "ftp://api.tallyfy.com", NULL, FALSE },
  { "file:///etc/passwd", NULL, FALSE },
  { "javascript://api.tallyfy.com", NULL, FALSE },
  { "", NULL, FALSE },
  { " \t\n", NULL, FALSE },
  { "\xff", NULL, FALSE },

  { "http://api.tallyfy.com", NULL, FALSE },
  { "http://192.0.2.7", NULL, FALSE },
  { "http://10.0.0.1", NULL, FALSE },
  { "http://0.0.0.0", NULL, FALSE },
  { "http://[::]", NULL, FALSE },
  { "http://127.0.0.1", "http://127.0.0.1", TRUE },
  { "http://127.0.0.1:80", "http://127.0.0.1", TRUE },
  { "http://127.0.0.1:443", "http://127.0.0.1:443", TRUE },
  { "http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/api", TRUE },
  { "https://127.0.0.1:8443", "https://127.0.0.1:8443", TRUE },
  { "http://127.1.2.3", "http://127.1.2.3", TRUE },
  { "http://127.255.255.255", "http://127.255.255.255", TRUE },
  { "http://128.0.0.1", NULL, FALSE },
  { "http://126.255.255.255", NULL, FALSE },
  { "http://localhost", "http://localhost", TRUE },
  { "HTTP://LocalHost:8080", "http://localhost:8080", TRUE },
  { "https://localhost", "https://localhost", TRUE },
  { "http://[::1]:8080", "http://[::1]:8080", TRUE },
  { "http://[::2]", NULL, FALSE },
  { "http://localhost.evil.example", NULL, FALSE },
  { "http://127.0.0.1.evil.example", NULL, FALSE },
  { "http://127.0.0.1@evil.example", NULL, FALSE },
  { "http://evil.example/127.0.0.1", NULL, FALSE },
  { "http://0x7f.1", NULL, FALSE },
  { "http://0x7f000001", NULL, FALSE },
  { "http://2130706433", NULL, FALSE },
  { "http://127.1", NULL, FALSE },
  { "http://0177.0.0.1", NULL, FALSE },
  { "http://127.0.0.256", NULL, FALSE },
  { "http://127.0.0.1.", NULL, FALSE },
  { "http://localhost.", NULL, FALSE },
  { "http://mylocalhost", NULL, FALSE },
};

static void
test_address (gconstpointer data)
{
  const Address *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = tallyfy_address_normalize (test->typed, &error);
  g_autofree char *readable = g_strescape (test->typed, NULL);
  g_autofree char *again = NULL;

  g_test_message ("%s: %s", readable, normal ? normal : error->message);
  g_assert_cmpstr (normal, ==, test->normal);
  if (normal == NULL)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_BAD_ADDRESS);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (tallyfy_address_is_loopback (normal) == test->is_loopback);
  again = tallyfy_address_normalize (normal, NULL);
  g_assert_cmpstr (again, ==, normal);
}

/* A client that was given what nobody normalized sends nothing. */
static void
assert_not_sent (const char *address, const char *token, TallyfyError kind)
{
  g_autoptr (TallyfyClient) client = tallyfy_client_new (address, token);

  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = run_call (client, &api_calls[i], NULL);

      assert_kind (&api_calls[i], error, kind);
    }
}

static void
test_client_address (void)
{
  static const char *const forms[]
      = { "http://%s/", "http://%s?x", "http://%s#x", "http://%s/../x", " http://%s", "HTTP://%s" };
  HostileServer *server = hostile_server_new ();
  const char *host = hostile_server_get_address (server) + strlen ("http://");

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GString) address = g_string_new (forms[i]);

      g_string_replace (address, "%s", host, 0);
      assert_not_sent (address->str, TEST_TOKEN, TALLYFY_ERROR_BAD_ADDRESS);
    }
  assert_not_sent ("http://192.0.2.7", TEST_TOKEN, TALLYFY_ERROR_BAD_ADDRESS);
  assert_not_sent ("", TEST_TOKEN, TALLYFY_ERROR_BAD_ADDRESS);
  assert_not_sent (NULL, TEST_TOKEN, TALLYFY_ERROR_BAD_ADDRESS);
  g_assert_cmpuint (hostile_server_get_n_connections (server), ==, 0);
  hostile_server_free (server);
}

/* A token that would break out of its header field. */
static void
test_client_token (void)
{
  static const char *const tokens[]
      = { NULL, "", " ", "a b", "a\r\nX-Evil: 1", "a\n", "\ta", "a\x7f", "t\xc3\xb6ken", "\xff" };
  HostileServer *server = hostile_server_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    assert_not_sent (hostile_server_get_address (server), tokens[i], TALLYFY_ERROR_BAD_TOKEN);
  g_assert_cmpuint (hostile_server_get_n_connections (server), ==, 0);
  hostile_server_free (server);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/addresses/%u", i);

      g_test_add_data_func (path, &addresses[i], test_address);
    }
  g_test_add_func ("/addresses/client-address", test_client_address);
  g_test_add_func ("/addresses/client-token", test_client_token);
  return g_test_run ();
}
