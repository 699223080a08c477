/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What each status means to each call, and how often it is asked again. */
#include "calls.h"

#include <string.h>

#define HTML "<html><body>Gateway</body></html>"
#define MESSAGE(text) "{\"error\":true,\"message\":\"" text "\"}"
#define CODED(text, code) "{\"error\":true,\"message\":\"" text "\",\"code\":\"" code "\"}"
#define FIELDS                                                                                     \
  "{\"error\":true,\"errors\":{\"title\":[\"Too long.\",\"Too odd.\"],\"deadline\":\"Past.\"}}"
#define AT_ONCE "Retry-After: 0\r\n"

typedef struct
{
  const char *name;
  guint status;
  const char *headers;
  const char *body;
  TallyfyError read_kind;
  TallyfyError write_kind;
  guint n_reads; /* requests that a read makes before it gives up */
  guint n_writes;
  const char *sentence;
  const char *code;
} Status;

/* The same kind for reads and writes, and asked once. */
#define PLAIN(kind) TALLYFY_ERROR_##kind, TALLYFY_ERROR_##kind, 1, 1
/* Refused for a read; for a write nobody knows. */
#define UNPROVEN(kind) TALLYFY_ERROR_##kind, TALLYFY_ERROR_UNKNOWN_OUTCOME, 1, 1
#define BUSY(kind) TALLYFY_ERROR_##kind, TALLYFY_ERROR_UNKNOWN_OUTCOME, 3, 1
#define LIMITED TALLYFY_ERROR_TOO_MANY_REQUESTS, TALLYFY_ERROR_TOO_MANY_REQUESTS, 3, 2

static const Status statuses[] = {
  { "400", 400, "", MESSAGE ("Not one-off."), PLAIN (REFUSED), "Not one-off.", NULL },
  { "401", 401, "", "{\"message\":\"Unauthenticated.\"}", PLAIN (SIGNED_OUT), "Unauthenticated.",
    NULL },
  { "401-html", 401, "", HTML, PLAIN (SIGNED_OUT), NULL, NULL },
  { "401-challenge", 401, "WWW-Authenticate: Basic realm=\"x\"\r\n", "", PLAIN (SIGNED_OUT), NULL,
    NULL },
  { "403", 403, "", MESSAGE ("Ask an admin."), PLAIN (FORBIDDEN), "Ask an admin.", NULL },
  { "404-resource", 404, "", CODED ("No such task.", "RESOURCE_NOT_FOUND"), PLAIN (NOT_FOUND),
    "No such task.", "RESOURCE_NOT_FOUND" },
  { "404-endpoint", 404, "", CODED ("No such path.", "ENDPOINT_NOT_FOUND"), PLAIN (WRONG_ADDRESS),
    "No such path.", "ENDPOINT_NOT_FOUND" },
  { "404-no-code", 404, "", MESSAGE ("Gone."), PLAIN (NOT_FOUND), "Gone.", NULL },
  { "404-html", 404, "", HTML, PLAIN (WRONG_ADDRESS), NULL, NULL },
  { "404-nothing", 404, "", "", PLAIN (WRONG_ADDRESS), NULL, NULL },
  { "405", 405, "", MESSAGE ("Not so."), PLAIN (REFUSED), "Not so.", NULL },
  { "407", 407, "Proxy-Authenticate: Basic realm=\"x\"\r\n", "", PLAIN (REFUSED), NULL, NULL },
  { "409", 409, "", CODED ("Seats are taken.", "SEAT_POOL_EXHAUSTED"), PLAIN (REFUSED),
    "Seats are taken.", "SEAT_POOL_EXHAUSTED" },
  { "422", 422, "", FIELDS, PLAIN (INVALID), NULL, NULL },
  { "422-message", 422, "", MESSAGE ("Odd."), PLAIN (INVALID), "Odd.", NULL },
  { "429", 429, AT_ONCE, CODED ("Slow down.", "RATE_LIMIT_EXCEEDED"), LIMITED, "Slow down.",
    "RATE_LIMIT_EXCEEDED" },
  { "429-html", 429, AT_ONCE, HTML, LIMITED, NULL, NULL },
  { "500", 500, "", MESSAGE ("Oh dear."), UNPROVEN (SERVER), "Oh dear.", NULL },
  { "500-retry-after", 500, AT_ONCE, "", UNPROVEN (SERVER), NULL, NULL },
  { "501", 501, AT_ONCE, "", UNPROVEN (SERVER), NULL, NULL },
  { "502", 502, AT_ONCE, HTML, BUSY (SERVER), NULL, NULL },
  { "503", 503, AT_ONCE, MESSAGE ("Back soon."), BUSY (SERVER), "Back soon.", NULL },
  { "504", 504, AT_ONCE, "", BUSY (SERVER), NULL, NULL },
  { "505", 505, AT_ONCE, "", UNPROVEN (SERVER), NULL, NULL },
  { "200-html", 200, "Content-Type: text/html\r\n", HTML, UNPROVEN (NOT_JSON), NULL, NULL },
  { "200-nothing", 200, "", "", UNPROVEN (NOT_JSON), NULL, NULL },
  { "200-text", 200, "", "\"done\"", UNPROVEN (NOT_JSON), NULL, NULL },
  { "200-message", 200, "", "{\"data\":{\"message\":\"Task deleted.\"}}", UNPROVEN (MALFORMED),
    NULL, NULL },
  { "200-half-json", 200, "", "{\"data\":{\"id\":7", UNPROVEN (MALFORMED), NULL, NULL },
  { "301", 301, "", "", UNPROVEN (NOT_JSON), NULL, NULL },
  { "304", 304, "", "", UNPROVEN (NOT_JSON), NULL, NULL },
};

typedef struct
{
  const Status *status;
  const ApiCall *call;
} Case;

static void
assert_error (const Case *test, const GError *error)
{
  const Status *status = test->status;

  assert_kind (test->call, error, test->call->is_write ? status->write_kind : status->read_kind);
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, status->sentence);
  g_assert_cmpstr (tallyfy_error_get_code (error), ==, status->code);
  if (status->sentence != NULL)
    g_assert_nonnull (strstr (error->message, status->sentence));
  /* The shape of a body has no status: its words say all. */
  if (error->code != TALLYFY_ERROR_MALFORMED)
    {
      g_assert_cmpuint (tallyfy_error_get_status (error), ==, status->status);
      g_assert_cmpstr (tallyfy_error_get_request_id (error), ==, "req-42");
    }
  g_assert_nonnull (error->message);
  g_assert_null (strstr (error->message, "<html"));
}

/* What some calls take for done: test-proof.c has a row for each. */
static gboolean
is_done (const Case *test)
{
  static const char *const reminded[] = { "200-nothing", "200-text", "200-message", NULL };

  if (g_str_equal (test->call->name, "delete-process"))
    return g_str_equal (test->status->name, "200-nothing");
  return g_str_equal (test->call->name, "remind") && g_strv_contains (reminded, test->status->name);
}

/* After the answers that are to be got there is one of a success: whoever asks once too often gets
 * that. */
static void
test_status (gconstpointer data)
{
  const Case *test = data;
  const Status *status = test->status;
  const guint n_requests = test->call->is_write ? status->n_writes : status->n_reads;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *headers = g_strconcat ("X-Request-Id: req-42\r\n", status->headers, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_requests; i++)
    hostile_server_push_answer (fixture->server, status->status, headers, status->body);
  push_good (fixture, test->call);
  error = run_call (fixture->client, test->call, NULL);
  if (is_done (test))
    g_assert_no_error (error);
  else
    assert_error (test, error);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, n_requests);
}

/* A 422 names the fields. */
static void
test_fields (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  const char *const *fields;

  hostile_server_push_answer (fixture->server, 422, "", FIELDS);
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_INVALID);
  copy = g_error_copy (error);
  fields = tallyfy_error_get_fields (copy);
  g_assert_nonnull (fields);
  g_assert_cmpuint (g_strv_length ((GStrv)fields), ==, 2);
  g_assert_cmpstr (fields[0], ==, "deadline");
  g_assert_cmpstr (fields[1], ==, "title");
  g_assert_cmpstr (tallyfy_error_get_field_sentence (copy, "title"), ==, "Too long. Too odd.");
  g_assert_cmpstr (tallyfy_error_get_field_sentence (copy, "deadline"), ==, "Past.");
  g_assert_null (tallyfy_error_get_field_sentence (copy, "owners"));
}

/* The error of another domain, and no error at all, have none of it. */
static void
test_foreign_errors (void)
{
  g_autoptr (GError) foreign = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Away");
  const GError *errors[] = { NULL, foreign };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_cmpuint (tallyfy_error_get_status (errors[i]), ==, 0);
      g_assert_null (tallyfy_error_get_sentence (errors[i]));
      g_assert_null (tallyfy_error_get_code (errors[i]));
      g_assert_null (tallyfy_error_get_request_id (errors[i]));
      g_assert_cmpint (tallyfy_error_get_retry_after (errors[i]), ==, 0);
      g_assert_null (tallyfy_error_get_fields (errors[i]));
      g_assert_null (tallyfy_error_get_field_sentence (errors[i], "title"));
    }
}

static void
add_cases (const ApiCall *call)
{
  g_autofree char *fields = g_strdup_printf ("/statuses/fields/%s", call->name);

  g_test_add_data_func (fields, call, test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/statuses/%s/%s", statuses[i].name, call->name);
      Case *test = g_new0 (Case, 1);

      test->status = &statuses[i];
      test->call = call;
      g_test_add_data_func_full (path, test, test_status, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < n_api_calls; i++)
    add_cases (&api_calls[i]);
  g_test_add_func ("/statuses/foreign-errors", test_foreign_errors);
  return g_test_run ();
}
