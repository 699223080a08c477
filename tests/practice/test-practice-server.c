/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* PracticeServer as the program starts it: in a thread of its own, stopped, started again, reset.
 */
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include "practice/practice-server.h"

typedef struct
{
  char *folder;
  char *file;
  PracticeServer *server;
} Fixture;

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->folder = g_dir_make_tmp ("docket-practice-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->folder, "office.db", NULL);
  fixture->server = practice_server_new (fixture->file, NULL, 0, 0);
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_clear_object (&fixture->server);
  g_unlink (fixture->file);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->file);
  g_free (fixture->folder);
  g_free (fixture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **done = data;

  *done = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
start (PracticeServer *server, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  practice_server_start_async (server, NULL, done_cb, &result);
  wait_for (&result);
  return practice_server_start_finish (server, result, error);
}

static gboolean
reset (PracticeServer *server, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  practice_server_reset_async (server, NULL, done_cb, &result);
  wait_for (&result);
  return practice_server_reset_finish (server, result, error);
}

/* One request; what came back for it, NULL = nobody is there. */
static char *
ask (PracticeServer *server, const char *address, const char *method, const char *path)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *uri = g_strconcat (address, path, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", practice_server_get_token (server), NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GByteArray *text;

  soup_message_headers_append (headers, "Authorization", bearer);
  soup_message_headers_append (headers, "Accept", "application/json");
  soup_message_headers_append (headers, "X-Tallyfy-Client", "APIClient");
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, done_cb, &result);
  wait_for (&result);
  bytes = soup_session_send_and_read_finish (session, result, NULL);
  if (bytes == NULL)
    return NULL;
  text = g_byte_array_new ();
  g_byte_array_append (text, g_bytes_get_data (bytes, NULL), (guint)g_bytes_get_size (bytes));
  g_byte_array_append (text, (const guint8 *)"", 1);
  return (char *)g_byte_array_free (text, FALSE);
}

/* All tasks, archived ones also, as the server writes them. */
static char *
list_tasks (PracticeServer *server)
{
  g_autofree char *path
      = g_strdup_printf ("/organizations/%s/tasks?without_pagination=true&archived=true",
                         practice_server_get_organization_id (server));

  return ask (server, practice_server_get_address (server), "GET", path);
}

/* Archives the first task of the list. */
static void
archive_first (PracticeServer *server)
{
  g_autofree char *list = list_tasks (server);
  g_auto (GStrv) parts = g_strsplit (list, "\"id\":\"", 3);
  g_autofree char *path = g_strdup_printf ("/organizations/%s/tasks/%.32s",
                                           practice_server_get_organization_id (server), parts[1]);
  g_autofree char *answer = ask (server, practice_server_get_address (server), "DELETE", path);

  g_assert_cmpstr (answer, ==, "");
}

static void
test_says_who_and_where (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (practice_server_get_address (fixture->server));
  start (fixture->server, &error);
  g_assert_no_error (error);
  g_assert_true (
      g_str_has_prefix (practice_server_get_address (fixture->server), "http://127.0.0.1:"));
  g_assert_cmpuint (strlen (practice_server_get_token (fixture->server)), ==, 64);
  g_assert_cmpuint (strlen (practice_server_get_organization_id (fixture->server)), ==, 32);
  g_assert_cmpstr (practice_server_get_organization_name (fixture->server), ==, "Harbour & Finch");
  g_assert_cmpstr (practice_server_get_user_name (fixture->server), ==, "Mara Lindqvist");
  g_assert_cmpint (practice_server_get_user_id (fixture->server), ==, 1001);
}

static void
test_reset (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *after = NULL;

  start (fixture->server, &error);
  g_assert_no_error (error);
  first = list_tasks (fixture->server);
  archive_first (fixture->server);
  changed = list_tasks (fixture->server);
  g_assert_cmpstr (changed, !=, first);
  reset (fixture->server, &error);
  g_assert_no_error (error);
  after = list_tasks (fixture->server);
  g_assert_cmpstr (after, ==, first);
}

static void
test_reset_of_one_that_does_not_run (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (reset (fixture->server, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_stop_and_start_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *address = NULL;
  g_autofree char *silence = NULL;

  start (fixture->server, &error);
  g_assert_no_error (error);
  archive_first (fixture->server);
  before = list_tasks (fixture->server);
  address = g_strdup (practice_server_get_address (fixture->server));
  practice_server_stop (fixture->server);
  g_assert_null (practice_server_get_address (fixture->server));
  silence = ask (fixture->server, address, "GET", "/me");
  g_assert_null (silence);
  practice_server_stop (fixture->server);
  start (fixture->server, &error);
  g_assert_no_error (error);
  after = list_tasks (fixture->server);
  g_assert_cmpstr (after, ==, before);
}

static void
test_start_twice (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;

  start (fixture->server, &error);
  g_assert_no_error (error);
  g_assert_false (start (fixture->server, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  list = list_tasks (fixture->server);
  g_assert_nonnull (list);
}

static void
test_port_is_taken (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (PracticeServer) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;

  start (fixture->server, &error);
  g_assert_no_error (error);
  uri = g_uri_parse (practice_server_get_address (fixture->server), G_URI_FLAGS_NONE, NULL);
  second = practice_server_new (NULL, NULL, (guint16)g_uri_get_port (uri), 0);
  g_assert_false (start (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (practice_server_get_address (second));
  g_clear_error (&error);
  practice_server_stop (fixture->server);
  start (second, &error);
  g_assert_no_error (error);
}

static void
test_file_cannot_be_made (void)
{
  g_autoptr (PracticeServer) server = practice_server_new ("/proc/nowhere/office.db", NULL, 0, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (start (server, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_dropped_while_it_starts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  practice_server_start_async (fixture->server, NULL, done_cb, &result);
  g_object_unref (fixture->server);
  wait_for (&result);
  practice_server_start_finish (fixture->server, result, &error);
  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (fixture->server), (gpointer *)&fixture->server);
  g_clear_object (&result);
  while (fixture->server != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_stopped_during_a_reset (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) outcome = NULL;

  start (fixture->server, &error);
  g_assert_no_error (error);
  practice_server_reset_async (fixture->server, NULL, done_cb, &result);
  practice_server_stop (fixture->server);
  wait_for (&result);
  if (!practice_server_reset_finish (fixture->server, result, &outcome))
    g_assert_error (outcome, G_IO_ERROR, G_IO_ERROR_CLOSED);
  start (fixture->server, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-server/says-who-and-where", test_says_who_and_where);
  g_test_add_func ("/practice-server/reset", test_reset);
  g_test_add_func ("/practice-server/reset-of-one-that-does-not-run",
                   test_reset_of_one_that_does_not_run);
  g_test_add_func ("/practice-server/stop-and-start-again", test_stop_and_start_again);
  g_test_add_func ("/practice-server/start-twice", test_start_twice);
  g_test_add_func ("/practice-server/port-is-taken", test_port_is_taken);
  g_test_add_func ("/practice-server/file-cannot-be-made", test_file_cannot_be_made);
  g_test_add_func ("/practice-server/dropped-while-it-starts", test_dropped_while_it_starts);
  g_test_add_func ("/practice-server/stopped-during-a-reset", test_stopped_during_a_reset);
  return g_test_run ();
}
