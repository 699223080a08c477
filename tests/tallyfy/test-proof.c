/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What proves that a write was done, and that it is sent once. */
#include "calls.h"

#include <string.h>

#define DATE "\"2026-03-15T17:00:00Z\""
#define ITEM(members) "{\"data\":{" members "}}"

typedef struct
{
  const char *name;
  const char *call;
  guint status;
  const char *body;
  gboolean proven;
} Proof;

static const Proof proofs[] = {
  { "204", "archive", 204, "", TRUE },
  { "archived-at", "archive", 200, ITEM ("\"id\":\"task1\",\"archived_at\":" DATE), TRUE },
  { "deleted-at", "archive", 200, ITEM ("\"id\":\"task1\",\"deleted_at\":" DATE), TRUE },
  { "no-envelope", "archive", 200, "{\"id\":\"task1\",\"archived_at\":" DATE "}", TRUE },
  { "no-date", "archive", 200, ITEM ("\"id\":\"task1\""), FALSE },
  { "null-dates", "archive", 200,
    ITEM ("\"id\":\"task1\",\"archived_at\":null,\"deleted_at\":null"), FALSE },
  { "empty-date", "archive", 200, ITEM ("\"id\":\"task1\",\"archived_at\":\"\""), FALSE },
  { "false-date", "archive", 200, ITEM ("\"id\":\"task1\",\"archived_at\":false"), FALSE },
  { "bad-date", "archive", 200, ITEM ("\"id\":\"task1\",\"archived_at\":\"soon\""), FALSE },
  { "other-task", "archive", 200, ITEM ("\"id\":\"task2\",\"archived_at\":" DATE), FALSE },
  { "other-case", "archive", 200, ITEM ("\"id\":\"TASK1\",\"archived_at\":" DATE), FALSE },
  { "no-task", "archive", 200, ITEM ("\"archived_at\":" DATE), FALSE },
  { "list", "archive", 200, "{\"data\":[{\"id\":\"task1\",\"archived_at\":" DATE "}]}", FALSE },
  { "message", "archive", 200, "{\"message\":\"Task archived.\"}", FALSE },
  { "200-nothing", "archive", 200, "", FALSE },
  { "200-html", "archive", 200, "<html></html>", FALSE },
  { "201", "archive", 201, ITEM ("\"id\":\"task1\",\"archived_at\":" DATE), FALSE },
  { "202", "archive", 202, ITEM ("\"id\":\"task1\",\"archived_at\":" DATE), FALSE },
  { "205", "archive", 205, "", FALSE },

  { "no-dates", "restore", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "null-dates", "restore", 200,
    ITEM ("\"id\":\"task1\",\"archived_at\":null,\"deleted_at\":null"), TRUE },
  { "no-envelope", "restore", 200, "{\"id\":\"task1\"}", TRUE },
  { "archived-at", "restore", 200, ITEM ("\"id\":\"task1\",\"archived_at\":" DATE), FALSE },
  { "deleted-at", "restore", 200, ITEM ("\"id\":\"task1\",\"deleted_at\":" DATE), FALSE },
  { "deleted-at-too", "restore", 200,
    ITEM ("\"id\":\"task1\",\"archived_at\":null,\"deleted_at\":" DATE), FALSE },
  { "other-task", "restore", 200, ITEM ("\"id\":\"task2\""), FALSE },
  { "no-task", "restore", 200, ITEM ("\"title\":\"x\""), FALSE },
  { "empty", "restore", 200, "{}", FALSE },
  { "half", "restore", 200, "{\"data\":{\"id\":\"task1\"", FALSE },
  { "message", "restore", 200, "{\"message\":\"Task restored.\"}", FALSE },
  { "200-nothing", "restore", 200, "", FALSE },
  { "204", "restore", 204, "", FALSE },
  { "201", "restore", 201, ITEM ("\"id\":\"task1\""), FALSE },

  { "204", "delete", 204, "", TRUE },
  { "message", "delete", 200, "{\"message\":\"Task deleted.\"}", FALSE },
  { "task", "delete", 200, ITEM ("\"id\":\"task1\",\"deleted_at\":" DATE), FALSE },
  { "200-nothing", "delete", 200, "", FALSE },
  { "200-html", "delete", 200, "<html></html>", FALSE },
  { "201", "delete", 201, "", FALSE },
  { "202", "delete", 202, "", FALSE },
  { "203", "delete", 203, "", FALSE },
  { "205", "delete", 205, "", FALSE },
  { "206", "delete", 206, "", FALSE },

  { "archived-at", "archive-process", 200, ITEM ("\"id\":\"run1\",\"archived_at\":" DATE), TRUE },
  { "deleted-at", "archive-process", 200, ITEM ("\"id\":\"run1\",\"deleted_at\":" DATE), TRUE },
  { "no-date", "archive-process", 200, ITEM ("\"id\":\"run1\""), FALSE },
  { "other", "archive-process", 200, ITEM ("\"id\":\"run2\",\"archived_at\":" DATE), FALSE },
  { "message", "archive-process", 200, "{\"message\":\"Archived.\"}", FALSE },
  { "nothing", "archive-process", 200, "", FALSE },
  { "204", "archive-process", 204, "", FALSE },
  { "no-date", "restore-process", 200, ITEM ("\"id\":\"run1\",\"archived_at\":null"), TRUE },
  { "archived-at", "restore-process", 200, ITEM ("\"id\":\"run1\",\"archived_at\":" DATE), FALSE },
  { "other", "restore-process", 200, ITEM ("\"id\":\"run2\""), FALSE },
  { "204", "restore-process", 204, "", FALSE },
  { "204", "delete-process", 204, "", TRUE },
  { "200-nothing", "delete-process", 200, "", TRUE },
  { "message", "delete-process", 200, "{\"message\":\"Deleted.\"}", FALSE },
  { "blank", "delete-process", 200, " ", FALSE },
  { "process", "delete-process", 200, ITEM ("\"id\":\"run1\""), FALSE },
  { "html", "delete-process", 200, "<html></html>", FALSE },
  { "201", "delete-process", 201, "", FALSE },
  { "202", "delete-process", 202, "", FALSE },

  { "201", "create", 201, ITEM ("\"id\":\"task1\""), TRUE },
  { "200", "create", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "no-envelope", "create", 201, "{\"id\":\"task1\"}", TRUE },
  { "no-id", "create", 201, ITEM ("\"title\":\"Report\""), FALSE },
  { "null-id", "create", 201, ITEM ("\"id\":null"), FALSE },
  { "message", "create", 201, "{\"message\":\"Task created.\"}", FALSE },
  { "nothing", "create", 201, "", FALSE },
  { "half", "create", 201, "{\"data\":{\"id\":\"task1\"", FALSE },
  { "list", "create", 201, "{\"data\":[{\"id\":\"task1\"}]}", FALSE },
  { "html", "create", 200, "<html></html>", FALSE },
  { "202", "create", 202, ITEM ("\"id\":\"task1\""), FALSE },
  { "204", "create", 204, "", FALSE },

  { "200", "answer", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "other-task", "answer", 200, ITEM ("\"id\":\"task2\""), FALSE },
  { "no-task", "answer", 200, ITEM ("\"title\":\"x\""), FALSE },
  { "message", "answer", 200, "{\"message\":\"Saved.\"}", FALSE },
  { "204", "answer", 204, "", FALSE },
  { "201", "answer", 201, ITEM ("\"id\":\"task1\""), FALSE },

  { "200", "update", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "no-envelope", "update", 200, "{\"id\":\"task1\"}", TRUE },
  { "other-task", "update", 200, ITEM ("\"id\":\"task2\""), FALSE },
  { "no-task", "update", 200, ITEM ("\"title\":\"x\""), FALSE },
  { "message", "update", 200, "{\"message\":\"Saved.\"}", FALSE },
  { "html", "update", 200, "<html></html>", FALSE },
  { "204", "update", 204, "", FALSE },
  { "201", "update", 201, ITEM ("\"id\":\"task1\""), FALSE },
  { "200", "update-in-process", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "other-task", "update-in-process", 200, ITEM ("\"id\":\"task2\""), FALSE },

  { "status", "complete", 200, ITEM ("\"id\":\"task1\",\"status\":\"completed\""), TRUE },
  { "date", "complete", 200, ITEM ("\"id\":\"task1\",\"completed_at\":" DATE), TRUE },
  { "everyone", "complete", 200,
    ITEM ("\"id\":\"task1\",\"status\":\"active\",\"everyone_must_complete\":true"), TRUE },
  { "still-open", "complete", 200, ITEM ("\"id\":\"task1\",\"status\":\"active\""), FALSE },
  { "other-task", "complete", 200, ITEM ("\"id\":\"task2\",\"completed_at\":" DATE), FALSE },
  { "message", "complete", 200, "{\"message\":\"Done.\"}", FALSE },
  { "204", "complete", 204, "", FALSE },

  { "open", "reopen", 200, ITEM ("\"id\":\"task1\",\"status\":\"active\""), TRUE },
  { "no-status", "reopen", 200, ITEM ("\"id\":\"task1\",\"completed_at\":null"), TRUE },
  { "still-done", "reopen", 200, ITEM ("\"id\":\"task1\",\"status\":\"completed\""), FALSE },
  { "other-task", "reopen", 200, ITEM ("\"id\":\"task2\",\"status\":\"active\""), FALSE },
  { "204", "reopen", 204, "", FALSE },

  { "201", "comment", 201, ITEM ("\"id\":\"c1\""), TRUE },
  { "200", "comment", 200, ITEM ("\"id\":\"c1\""), TRUE },
  { "no-id", "comment", 201, ITEM ("\"content\":\"x\""), FALSE },
  { "204", "comment", 204, "", FALSE },
  { "message", "comment", 200, "{\"message\":\"Saved.\"}", FALSE },
  { "200", "edit-comment", 200, ITEM ("\"id\":\"c1\""), TRUE },
  { "other", "edit-comment", 200, ITEM ("\"id\":\"c2\""), FALSE },
  { "201", "edit-comment", 201, ITEM ("\"id\":\"c1\""), FALSE },
  { "204", "delete-comment", 204, "", TRUE },
  { "200", "delete-comment", 200, "", FALSE },
  { "message", "delete-comment", 200, "{\"message\":\"Deleted.\"}", FALSE },

  { "204", "remind", 204, "", TRUE },
  { "message", "remind", 200, "{\"message\":\"Sent.\"}", TRUE },
  { "task", "remind", 200, ITEM ("\"id\":\"task1\""), TRUE },
  { "half", "remind", 200, "{\"message\":\"Se", FALSE },
  { "nothing", "remind", 200, "", TRUE },
  { "html", "remind", 200, "<html></html>", FALSE },
  { "202", "remind", 202, "{\"message\":\"Queued.\"}", FALSE },
  { "201", "problem", 201, ITEM ("\"id\":\"c1\""), TRUE },
  { "200", "problem", 200, ITEM ("\"id\":\"c1\""), TRUE },
  { "no-id", "problem", 201, ITEM ("\"content\":\"x\""), FALSE },
  { "message", "problem", 200, "{\"message\":\"Saved.\"}", FALSE },
  { "204", "problem", 204, "", FALSE },
  { "201", "resolve", 201, ITEM ("\"id\":\"c2\""), TRUE },
  { "200", "resolve", 200, ITEM ("\"id\":\"c2\""), TRUE },
  { "message", "resolve", 200, "{\"message\":\"Saved.\"}", FALSE },
  { "204", "resolve", 204, "", FALSE },

  { "201", "clone", 201, ITEM ("\"id\":\"task2\""), TRUE },
  { "200", "clone", 200, ITEM ("\"id\":\"task2\""), TRUE },
  { "itself", "clone", 201, ITEM ("\"id\":\"task1\""), FALSE },
  { "204", "clone", 204, "", FALSE },
};

static void
assert_outcome (const ApiCall *call, const GError *error, gboolean proven)
{
  if (proven)
    g_assert_no_error (error);
  else
    assert_kind (call, error, TALLYFY_ERROR_UNKNOWN_OUTCOME);
}

static void
test_proof (gconstpointer data)
{
  const Proof *test = data;
  const ApiCall *call = api_call_by_name (test->call);
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (fixture->server, test->status, "", test->body);
  push_good (fixture, call);
  error = run_call (fixture->client, call, NULL);
  assert_outcome (call, error, test->proven);
  g_assert_true (test->proven || tallyfy_error_get_status (error) == test->status);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
}

/* Interim answers are none. */
static void
test_interim (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE,
                       "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_FORBIDDEN);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
}

/* The HTTP library repeats an idempotent request by itself when a connection that was used before
 * closes without an answer. The server may have acted on the first one, so a write must not. */
static void
test_repeated (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  push_good (fixture, call);
  hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE, "");
  push_good (fixture, call);
  first = run_call (fixture->client, call, NULL);
  g_assert_no_error (first);
  second = run_call (fixture->client, call, NULL);
  assert_outcome (call, second, !call->is_write);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, call->is_write ? 2 : 3);
}

/* A server that closes its connections when they are idle, as any does. */
static void
test_idle_closed (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *bytes
          = call->good ? g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s",
                                          strlen (call->good), call->good)
                       : g_strdup ("HTTP/1.1 204 No Content\r\n\r\n");
      g_autoptr (GError) error = NULL;

      hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE, bytes);
      error = run_call (fixture->client, call, NULL);
      g_assert_no_error (error);
      g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, i + 1);
    }
}

/* Writes one after the other, with reads in between: each goes out once, on a connection of its
 * own. */
static void
test_own_connections (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  guint n_requests = 0;

  for (guint i = 0; i < 2 * n_api_calls; i++)
    {
      const ApiCall *call = &api_calls[(i * 3) % n_api_calls];
      const guint n_connections = hostile_server_get_n_connections (fixture->server);
      g_autoptr (GError) error = NULL;

      push_good (fixture, call);
      error = run_call (fixture->client, call, NULL);
      g_assert_no_error (error);
      g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, ++n_requests);
      if (call->is_write)
        g_assert_cmpuint (hostile_server_get_n_connections (fixture->server), ==,
                          n_connections + 1);
    }
}

/* A server that keeps every read waiting keeps no write waiting: however many reads there are,
 * those that have no connection yet are behind the others, and the write is not. */
static void
test_busy_reads (gconstpointer data)
{
  const ApiCall *call = data;
  const ApiCall *read = api_call_by_name ("tasks");
  const guint n_connections = 8;
  g_autoptr (Fixture) fixture = fixture_new_with_timeouts (0, 20000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Pending *reads[12];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_connections; i++)
    hostile_server_push (fixture->server, HOSTILE_STALL, "");
  push_good (fixture, call);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    reads[i] = pending_new (fixture->client, read, cancellable);
  wait_for_requests (fixture->server, n_connections);
  error = run_call (fixture->client, call, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, n_connections + 1);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    g_assert_false (reads[i]->is_done);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      g_autoptr (GError) cancelled = pending_wait (reads[i]);

      g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/proof/%s/%s", proofs[i].call, proofs[i].name);

      g_test_add_data_func (path, &proofs[i], test_proof);
    }
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *interim = g_strdup_printf ("/proof/interim/%s", api_calls[i].name);
      g_autofree char *repeated = g_strdup_printf ("/proof/repeated/%s", api_calls[i].name);
      g_autofree char *busy = g_strdup_printf ("/proof/busy-reads/%s", api_calls[i].name);
      g_autofree char *idle = g_strdup_printf ("/proof/idle-closed/%s", api_calls[i].name);

      g_test_add_data_func (interim, &api_calls[i], test_interim);
      g_test_add_data_func (repeated, &api_calls[i], test_repeated);
      g_test_add_data_func (idle, &api_calls[i], test_idle_closed);
      if (api_calls[i].is_write)
        g_test_add_data_func (busy, &api_calls[i], test_busy_reads);
    }
  g_test_add_func ("/proof/own-connections", test_own_connections);
  return g_test_run ();
}
