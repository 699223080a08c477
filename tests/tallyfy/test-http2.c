/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* HTTP/2 over TLS: certificates, and that a write is sent once there, too. */
#include "calls.h"

#include <glib/gstdio.h>

/* The server is a program of its own: see h2-server.py. */
typedef struct
{
  char *folder;
  char *certificate;
  GSubprocess *process;
  GDataInputStream *output;
  guint port;
  GPtrArray *requests; /* lines, once it has ended */
} Server;

static char *
read_line (Server *server)
{
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_utf8 (server->output, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

/* @actions: separated by spaces */
static Server *
server_new (const char *actions)
{
  Server *server = g_new0 (Server, 1);
  g_autofree char *program = g_test_build_filename (G_TEST_DIST, "tallyfy", "h2-server.py", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (actions, " ", -1);
  g_auto (GStrv) arguments = NULL;
  g_autofree char *port = NULL;
  g_autoptr (GError) error = NULL;

  server->folder = g_dir_make_tmp ("docket-h2-XXXXXX", &error);
  g_assert_no_error (error);
  server->certificate = g_build_filename (server->folder, "cert.pem", NULL);
  g_strv_builder_add_many (builder, g_getenv ("TEST_PYTHON"), program, server->folder, NULL);
  g_strv_builder_addv (builder, (const char **)words);
  arguments = g_strv_builder_end (builder);
  server->process
      = g_subprocess_newv ((const char *const *)arguments,
                           G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  server->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server->process));
  port = read_line (server);
  g_assert_nonnull (port);
  server->port = (guint)g_ascii_strtoull (port, NULL, 10);
  return server;
}

/* Ends it, and asks what it got. */
static void
server_end (Server *server)
{
  g_autoptr (GError) error = NULL;
  char *line;

  server->requests = g_ptr_array_new_with_free_func (g_free);
  g_output_stream_close (g_subprocess_get_stdin_pipe (server->process), NULL, &error);
  g_assert_no_error (error);
  while ((line = read_line (server)) != NULL)
    g_ptr_array_add (server->requests, line);
  g_subprocess_wait_check (server->process, NULL, &error);
  g_assert_no_error (error);
}

static void
server_free (Server *server)
{
  g_autofree char *key = g_build_filename (server->folder, "key.pem", NULL);

  g_unlink (server->certificate);
  g_unlink (key);
  g_rmdir (server->folder);
  g_free (server->folder);
  g_free (server->certificate);
  g_object_unref (server->output);
  g_object_unref (server->process);
  g_clear_pointer (&server->requests, g_ptr_array_unref);
  g_free (server);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)

/* @host: what the client calls the server; the certificate is for "localhost" */
static TallyfyClient *
client_of (Server *server, const char *host, gboolean trusts, guint total_timeout)
{
  g_autofree char *address = g_strdup_printf ("https://%s:%u", host, server->port);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database
      = trusts ? g_tls_file_database_new (server->certificate, &error) : NULL;

  g_assert_no_error (error);
  return g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token", TEST_TOKEN, "tls-database",
                       database, "total-timeout", total_timeout, NULL);
}

/* The request on the @index-th line was that call, on that connection. */
static void
assert_line (Server *server, guint index, guint connection, const ApiCall *call)
{
  const gboolean has_length = call->body != NULL || strchr (call->method, 'P') != NULL;
  g_autofree char *expected
      = g_strdup_printf ("%u %s %s "
                         "accept,accept-encoding,authorization,%s%suser-agent,x-tallyfy-client",
                         connection, call->method, call->path, has_length ? "content-length," : "",
                         call->body != NULL ? "content-type," : "");

  g_assert_cmpuint (server->requests->len, >, index);
  g_assert_cmpstr (g_ptr_array_index (server->requests, index), ==, expected);
}

static const char *
good_status (const ApiCall *call)
{
  return call->good == NULL ? "204" : "200";
}

/* libsoup 3.2 now and then takes no notice of a connection that closes just when a request is on
 * its way, nor of being cancelled then: the client's own limit ends the call, with the same
 * outcome. Milliseconds; the handshake takes part of them. */
#define LIMIT 10000

/* For the same reason it may still count such a connection when its session ends, and warns. */
static gboolean
is_left_over (const char *message)
{
  return strstr (message, "soup_connection_manager_get_num_conns") != NULL
         || strstr (message, "host->conns == NULL") != NULL
         || strstr (message, "while still connected") != NULL;
}

static void
warned_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if (is_left_over (message))
    g_test_message ("%s", message);
  else
    g_log_default_handler (domain, level, message, data);
}

/* Whatever else it warns of ends the test. */
static gboolean
is_fatal_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "libsoup") != 0 || !is_left_over (message);
}

/* A connection that was used before closes, in one way or another, without an answer to a write. */
static void
assert_sent_once (const ApiCall *call, const char *end)
{
  const char *good = good_status (call);
  g_autofree char *actions = g_strdup_printf ("%s %s %s", good, end, good);
  g_autoptr (Server) server = server_new (actions);
  g_autoptr (TallyfyClient) client = client_of (server, "localhost", TRUE, LIMIT);
  g_autoptr (GError) first = run_call (client, call, NULL);
  g_autoptr (GError) second = NULL;

  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  g_assert_no_error (first);
  second = run_call (client, call, NULL);
  assert_kind (call, second, TALLYFY_ERROR_UNKNOWN_OUTCOME);
  server_end (server);
  g_assert_cmpuint (server->requests->len, ==, 2);
  assert_line (server, 0, 1, call);
  assert_line (server, 1, 2, call);
}

static void
test_closed (gconstpointer data)
{
  assert_sent_once (data, "close");
}

static void
test_goaway (gconstpointer data)
{
  assert_sent_once (data, "goaway");
}

static void
test_reset (gconstpointer data)
{
  assert_sent_once (data, "reset");
}

/* The server says that it has not processed the request (RFC 9113, 6.8 and 8.7). Like after a 429
 * that is worth one more try, and no more. */
static void
assert_sent_twice (const ApiCall *call, const char *refusal)
{
  const char *good = good_status (call);
  g_autofree char *once = g_strdup_printf ("%s %s", refusal, good);
  g_autofree char *always = g_strdup_printf ("%s %s %s", refusal, refusal, good);
  g_autoptr (Server) patient = server_new (once);
  g_autoptr (Server) stubborn = server_new (always);
  g_autoptr (TallyfyClient) first = client_of (patient, "localhost", TRUE, 60000);
  g_autoptr (TallyfyClient) second = client_of (stubborn, "localhost", TRUE, 60000);
  g_autoptr (GError) no_error = run_call (first, call, NULL);
  g_autoptr (GError) error = run_call (second, call, NULL);

  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  g_assert_no_error (no_error);
  assert_kind (call, error, TALLYFY_ERROR_UNKNOWN_OUTCOME);
  server_end (patient);
  server_end (stubborn);
  g_assert_cmpuint (patient->requests->len, ==, 2);
  g_assert_cmpuint (stubborn->requests->len, ==, 2);
}

static void
test_refused (gconstpointer data)
{
  assert_sent_twice (data, "refuse");
}

static void
test_goaway_before (gconstpointer data)
{
  assert_sent_twice (data, "goaway-before");
}

/* The deadline ends calls whose answers do not go on. All wait for it side by side. */
static void
test_stall (void)
{
  g_autoptr (GString) actions = g_string_new ("stall");
  g_autoptr (Server) server = NULL;
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();

  for (guint i = 1; i < n_api_calls; i++)
    g_string_append (actions, " stall");
  server = server_new (actions->str);
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_ptr_array_add (clients, client_of (server, "localhost", TRUE, LIMIT));
      g_ptr_array_add (calls, pending_new (g_ptr_array_index (clients, i), &api_calls[i], NULL));
    }
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = pending_wait (g_ptr_array_index (calls, i));

      assert_kind (&api_calls[i], error,
                   api_calls[i].is_write ? TALLYFY_ERROR_UNKNOWN_OUTCOME : TALLYFY_ERROR_TIMED_OUT);
    }
  server_end (server);
  g_assert_cmpuint (server->requests->len, ==, n_api_calls);
}

/* Reads go over HTTP/2 as well, with the same fields. */
static void
test_read (void)
{
  const ApiCall *call = api_call_by_name ("task");
  g_autoptr (Server) server = server_new ("200 200");
  g_autoptr (TallyfyClient) client = client_of (server, "localhost", TRUE, 60000);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = run_call (client, call, NULL);

      g_assert_no_error (error);
    }
  server_end (server);
  g_assert_cmpuint (server->requests->len, ==, 2);
  assert_line (server, 0, 1, call);
  assert_line (server, 1, 1, call);
}

/* A certificate that is not trusted, or is another server's: nothing is sent. */
static void
assert_certificate_refused (const char *host, gboolean trusts)
{
  g_autoptr (Server) server = server_new ("200");
  g_autoptr (TallyfyClient) client = client_of (server, host, trusts, 60000);

  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = run_call (client, &api_calls[i], NULL);

      assert_kind (&api_calls[i], error, TALLYFY_ERROR_TLS);
    }
  server_end (server);
  g_assert_cmpuint (server->requests->len, ==, 0);
}

static void
test_untrusted (void)
{
  assert_certificate_refused ("localhost", FALSE);
}

static void
test_other_name (void)
{
  assert_certificate_refused ("127.0.0.1", TRUE);
}

/* Whoever speaks no TLS gets no token either. */
static void
test_no_tls (gconstpointer data)
{
  const ApiCall *call = data;
  HostileServer *server = hostile_server_new ();
  g_autofree char *address
      = g_strdup_printf ("https://127.0.0.1:%u", hostile_server_get_port (server));
  g_autoptr (TallyfyClient) client = tallyfy_client_new (address, TEST_TOKEN);
  g_autoptr (GError) error = NULL;

  hostile_server_push (server, HOSTILE_CLOSE_EARLY, "");
  error = run_call (client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_TLS);
  g_assert_cmpuint (hostile_server_get_n_requests (server), ==, 0);
  hostile_server_free (server);
}

static void
add (const char *name, const ApiCall *call, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/http2/%s/%s", name, call->name);

  g_test_add_data_func (path, call, function);
}

static const char *const one_of_each_method[] = { "delete", "restore", "create", "remind", NULL };

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  g_log_set_handler ("libsoup", G_LOG_LEVEL_WARNING | G_LOG_FLAG_FATAL, warned_cb, NULL);
  for (guint i = 0; i < n_api_calls; i++)
    {
      const ApiCall *call = &api_calls[i];

      add ("no-tls", call, test_no_tls);
      /* One of each method: that is what the HTTP library looks at. */
      if (!g_strv_contains (one_of_each_method, call->name))
        continue;
      add ("closed", call, test_closed);
      add ("goaway", call, test_goaway);
      add ("goaway-before", call, test_goaway_before);
      add ("reset", call, test_reset);
      add ("refused", call, test_refused);
    }
  g_test_add_func ("/http2/read", test_read);
  g_test_add_func ("/http2/stall", test_stall);
  g_test_add_func ("/http2/untrusted", test_untrusted);
  g_test_add_func ("/http2/other-name", test_other_name);
  return g_test_run ();
}
