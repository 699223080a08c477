/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Cancelling a call at every stage of it: a read is then cancelled, and so is a write that has not
 * been sent; one that has been sent tells what came of it, or that nobody knows. */
#include "calls.h"

static void
assert_cancelled (const ApiCall *call, const GError *error)
{
  g_test_message ("%s: %s", call->name, error ? error->message : "no error");
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_before (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  push_good (fixture, call);
  g_cancellable_cancel (cancellable);
  error = run_call (fixture->client, call, cancellable);
  assert_cancelled (call, error);
  g_assert_cmpuint (hostile_server_get_n_connections (fixture->server), ==, 0);
}

/* In the very turn of the main loop in which it began. */
static void
test_at_once (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending;

  push_good (fixture, call);
  pending = pending_new (fixture->client, call, cancellable);
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  assert_cancelled (call, error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 0);
}

/* The connection stands, the handshake does not come to an end: nothing was sent. */
static void
test_handshake (gconstpointer data)
{
  const ApiCall *call = data;
  HostileServer *server = hostile_server_new ();
  g_autofree char *address
      = g_strdup_printf ("https://127.0.0.1:%u", hostile_server_get_port (server));
  g_autoptr (TallyfyClient) client = tallyfy_client_new (address, TEST_TOKEN);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending = pending_new (client, call, cancellable);

  wait_for_connections (server, 1);
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  assert_cancelled (call, error);
  g_assert_cmpuint (hostile_server_get_n_requests (server), ==, 0);
  hostile_server_free (server);
}

/* The server has the request, and says no more than @bytes. */
static void
cancel_waiting (const ApiCall *call, const char *bytes)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending;

  hostile_server_push (fixture->server, HOSTILE_STALL, bytes);
  push_good (fixture, call);
  pending = pending_new (fixture->client, call, cancellable);
  wait_for_requests (fixture->server, 1);
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  if (call->is_write)
    assert_kind (call, error, TALLYFY_ERROR_UNKNOWN_OUTCOME);
  else
    assert_cancelled (call, error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
}

static void
test_waiting (gconstpointer data)
{
  cancel_waiting (data, "");
}

static void
test_half_body (gconstpointer data)
{
  cancel_waiting (data, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"data\":");
}

/* The whole answer has come, and nobody has heard of it yet: a write that was done stays done. */
static void
test_answered (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending;

  push_good (fixture, call);
  expect_log (call->good != NULL ? ": 200, " : ": 204, ");
  pending = pending_new (fixture->client, call, cancellable);
  wait_for_log ();
  g_assert_false (pending->is_done);
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  if (call->is_write)
    g_assert_no_error (error);
  else
    assert_cancelled (call, error);
}

/* A refusal that came is told as well. */
static void
test_refused (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending;

  hostile_server_push_answer (fixture->server, 403, "", "{\"message\":\"No.\"}");
  expect_log (": 403, ");
  pending = pending_new (fixture->client, call, cancellable);
  wait_for_log ();
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  if (call->is_write)
    assert_kind (call, error, TALLYFY_ERROR_FORBIDDEN);
  else
    assert_cancelled (call, error);
}

/* While it waits for its second try: the first was not admitted, so nothing was done. */
static void
test_between_tries (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Pending *pending;

  hostile_server_push_answer (fixture->server, 429, "Retry-After: 25\r\n", "");
  push_good (fixture, call);
  expect_log (": 429, ");
  pending = pending_new (fixture->client, call, cancellable);
  wait_for_log ();
  g_cancellable_cancel (cancellable);
  error = pending_wait (pending);
  assert_cancelled (call, error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
}

static void
test_after (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  push_good (fixture, call);
  error = run_call (fixture->client, call, cancellable);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_cancellable_reset (cancellable);
  push_good (fixture, call);
  error = run_call (fixture->client, call, cancellable);
  g_assert_no_error (error);
}

static void
add (const char *stage, const ApiCall *call, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/cancellation/%s/%s", stage, call->name);

  g_test_add_data_func (path, call, function);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < n_api_calls; i++)
    {
      add ("before", &api_calls[i], test_before);
      add ("at-once", &api_calls[i], test_at_once);
      add ("handshake", &api_calls[i], test_handshake);
      add ("waiting", &api_calls[i], test_waiting);
      add ("half-body", &api_calls[i], test_half_body);
      add ("answered", &api_calls[i], test_answered);
      add ("refused", &api_calls[i], test_refused);
      add ("between-tries", &api_calls[i], test_between_tries);
      add ("after", &api_calls[i], test_after);
    }
  return g_test_run ();
}
