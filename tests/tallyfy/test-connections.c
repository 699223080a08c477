/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Connections that break, stall or lead elsewhere. */
#include "side-by-side.h"

#include <string.h>

#define OK "HTTP/1.1 200 OK\r\n"

#define LOST TALLYFY_ERROR_CONNECTION_LOST
/* Half a head looks like this, too. */
#define NO_HTTP TALLYFY_ERROR_NOT_JSON
/* Not every libsoup notices that the last chunk is missing; to it, half a document came. */
#define LOST_OR_MALFORMED ((TallyfyError)-1)

static TallyfyError
kind_of_read (TallyfyError kind, const GError *error)
{
  if (kind != LOST_OR_MALFORMED)
    return kind;
  return g_error_matches (error, TALLYFY_ERROR, LOST) ? LOST : TALLYFY_ERROR_MALFORMED;
}

/* Ends all calls; a write that was sent has no known outcome then. */
static void
assert_all (Side *sides, TallyfyError read_kind, TallyfyError write_kind, guint n_requests)
{
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = side_end (&sides[i], n_requests);

      assert_kind (sides[i].call, error,
                   sides[i].call->is_write ? write_kind : kind_of_read (read_kind, error));
    }
  g_free (sides);
}

typedef struct
{
  const char *name;
  HostileAction action;
  const char *bytes;
  TallyfyError read_kind;
} Break;

static const Break breaks[] = {
  { "no-answer", HOSTILE_ANSWER_AND_CLOSE, "", LOST },
  { "half-status-line", HOSTILE_ANSWER_AND_CLOSE, "HTTP/1.1 20", NO_HTTP },
  { "half-head-of-200", HOSTILE_ANSWER_AND_CLOSE, OK "Content-Le", NO_HTTP },
  { "half-head-of-204", HOSTILE_ANSWER_AND_CLOSE, "HTTP/1.1 204 No Content\r\nX-Re", NO_HTTP },
  { "no-body", HOSTILE_ANSWER_AND_CLOSE, OK "Content-Length: 20\r\n\r\n", LOST },
  { "half-body", HOSTILE_ANSWER_AND_CLOSE,
    OK "Content-Length: 99\r\n\r\n{\"data\":{\"id\":\"task1\"}}", LOST },
  { "half-chunk", HOSTILE_ANSWER_AND_CLOSE,
    OK "Transfer-Encoding: chunked\r\n\r\n17\r\n{\"data\":{\"id\"", LOST },
  { "no-last-chunk", HOSTILE_ANSWER_AND_CLOSE,
    OK "Transfer-Encoding: chunked\r\n\r\n16\r\n{\"data\":{\"id\":\"task1\"}\r\n",
    LOST_OR_MALFORMED },
  { "half-body-to-the-close", HOSTILE_ANSWER_AND_CLOSE, OK "\r\n{\"data\":{\"id\":\"task1\"",
    TALLYFY_ERROR_MALFORMED },
  { "no-http", HOSTILE_ANSWER_AND_CLOSE, "SSH-2.0-OpenSSH_9.2\r\n\r\n", NO_HTTP },
};

/* The next answer would be a success: a client that asks again is found out. */
static void
test_break (gconstpointer data)
{
  const Break *test = data;
  Side *sides = sides_new (0, 0);

  sides_push (sides, test->action, test->bytes);
  sides_push_good (sides);
  sides_start (sides, NULL);
  assert_all (sides, test->read_kind, TALLYFY_ERROR_UNKNOWN_OUTCOME, 1);
}

/* Closed before the request was read: it may have been read all the same. */
static void
test_closed_at_once (void)
{
  Side *sides = sides_new (0, 0);

  sides_push (sides, HOSTILE_CLOSE_EARLY, "");
  sides_start (sides, NULL);
  assert_all (sides, LOST, TALLYFY_ERROR_UNKNOWN_OUTCOME, 0);
}

typedef struct
{
  const char *name;
  HostileAction action;
  const char *bytes;
  guint idle_timeout;
  guint total_timeout;
} Stall;

static const Stall stalls[] = {
  { "idle/no-answer", HOSTILE_STALL, "", 1, 0 },
  { "idle/half-head", HOSTILE_STALL, OK "X-Re", 1, 0 },
  { "idle/half-body", HOSTILE_STALL, OK "Content-Length: 99\r\n\r\n{", 1, 0 },
  { "total/no-answer", HOSTILE_STALL, "", 0, 1500 },
  { "total/half-body", HOSTILE_STALL, OK "Content-Length: 99\r\n\r\n{", 0, 1500 },
  { "total/dribbling-head", HOSTILE_DRIBBLE, OK "X-Request-Id:", 0, 1500 },
  { "total/dribbling-body", HOSTILE_DRIBBLE, OK "Content-Length: 99999\r\n\r\n", 0, 1500 },
};

static void
test_stall (gconstpointer data)
{
  const Stall *test = data;
  Side *sides = sides_new (test->idle_timeout, test->total_timeout);

  sides_push (sides, test->action, test->bytes);
  sides_push_good (sides);
  sides_start (sides, NULL);
  assert_all (sides, TALLYFY_ERROR_TIMED_OUT, TALLYFY_ERROR_UNKNOWN_OUTCOME, 1);
}

/* A refusal is one, however slowly its body comes. */
static void
test_slow_refusal (void)
{
  Side *sides = sides_new (0, 1500);

  sides_push (sides, HOSTILE_DRIBBLE, "HTTP/1.1 403 No\r\nContent-Length: 99999\r\n\r\n");
  sides_start (sides, NULL);
  assert_all (sides, TALLYFY_ERROR_FORBIDDEN, TALLYFY_ERROR_FORBIDDEN, 1);
}

static TallyfyClient *
client_of (const char *address, guint total_timeout)
{
  return g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token", TEST_TOKEN,
                       "total-timeout", total_timeout, NULL);
}

static void
test_refused (gconstpointer data)
{
  const ApiCall *call = data;
  HostileServer *server = hostile_server_new ();
  g_autoptr (TallyfyClient) client = client_of (hostile_server_get_address (server), 60000);
  g_autoptr (GError) error = NULL;

  hostile_server_free (server);
  error = run_call (client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_OFFLINE);
}

/* The server waits for a request, the client for a handshake: nothing was sent. */
static void
test_no_handshake (gconstpointer data)
{
  const ApiCall *call = data;
  HostileServer *server = hostile_server_new ();
  g_autofree char *address
      = g_strdup_printf ("https://127.0.0.1:%u", hostile_server_get_port (server));
  g_autoptr (TallyfyClient) client = client_of (address, 200);
  g_autoptr (GError) error = run_call (client, call, NULL);

  assert_kind (call, error, call->is_write ? TALLYFY_ERROR_OFFLINE : TALLYFY_ERROR_TIMED_OUT);
  g_assert_cmpuint (hostile_server_get_n_requests (server), ==, 0);
  hostile_server_free (server);
}

typedef struct
{
  guint status;
  const ApiCall *call;
} Redirect;

static void
assert_not_followed (const Redirect *test, HostileServer *other, const char *location)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *headers = g_strdup_printf ("Location: %s\r\n", location);
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (fixture->server, test->status, headers, "");
  push_good (fixture, test->call);
  error = run_call (fixture->client, test->call, NULL);
  assert_kind (test->call, error,
               test->call->is_write ? TALLYFY_ERROR_UNKNOWN_OUTCOME : TALLYFY_ERROR_NOT_JSON);
  g_assert_cmpuint (tallyfy_error_get_status (error), ==, test->status);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
  g_assert_cmpuint (hostile_server_get_n_connections (other), ==, 0);
}

/* Neither to another server, which would get the token, nor to another path. */
static void
test_redirect (gconstpointer data)
{
  const Redirect *test = data;
  HostileServer *other = hostile_server_new ();
  g_autofree char *elsewhere = g_strconcat (hostile_server_get_address (other), "/me", NULL);

  assert_not_followed (test, other, elsewhere);
  assert_not_followed (test, other, "/another/path");
  hostile_server_free (other);
}

/* An answer that does not end is not read to its end. */
static void
test_too_large (void)
{
  const ApiCall *call = api_call_by_name ("tasks");
  const gsize length = 65 * 1024 * 1024;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *bytes = g_malloc (length + 1);
  g_autoptr (GError) error = NULL;

  memset (bytes, ' ', length);
  memcpy (bytes, OK "\r\n", strlen (OK "\r\n"));
  memcpy (bytes + length - 11, "{\"data\":[]}", 11);
  bytes[length] = '\0';
  hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE, bytes);
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_MALFORMED);
}

static void
add_call (const ApiCall *call)
{
  static const guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *refused = g_strdup_printf ("/connections/refused/%s", call->name);
  g_autofree char *no_handshake = g_strdup_printf ("/connections/no-handshake/%s", call->name);

  g_test_add_data_func (refused, call, test_refused);
  g_test_add_data_func (no_handshake, call, test_no_handshake);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/connections/redirect/%u/%s", statuses[i], call->name);
      Redirect *test = g_new0 (Redirect, 1);

      test->status = statuses[i];
      test->call = call;
      g_test_add_data_func_full (path, test, test_redirect, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/connections/break/%s", breaks[i].name);

      g_test_add_data_func (path, &breaks[i], test_break);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stalls); i++)
    {
      g_autofree char *path = g_strdup_printf ("/connections/stall/%s", stalls[i].name);

      g_test_add_data_func (path, &stalls[i], test_stall);
    }
  g_test_add_func ("/connections/closed-at-once", test_closed_at_once);
  g_test_add_func ("/connections/slow-refusal", test_slow_refusal);
  g_test_add_func ("/connections/too-large", test_too_large);
  for (guint i = 0; i < n_api_calls; i++)
    add_call (&api_calls[i]);
  return g_test_run ();
}
