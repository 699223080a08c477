/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is kept of the server's own words, whatever shape they come in, and that the token is never
 * among them. */
#include "fetch.h"

#include <string.h>

#include "tallyfy/tallyfy-error-private.h"

typedef struct
{
  const char *name;
  const char *body;
  const char *sentence; /* NULL = none */
} Words;

static const Words words[] = {
  { "text", "{\"message\":\"Plain.\"}", "Plain." },
  { "list", "{\"message\":[\"One.\",\"Two.\"]}", "One. Two." },
  { "object", "{\"message\":{\"title\":[\"Too long.\"],\"owners\":\"Nobody.\"}}",
    "Too long. Nobody." },
  { "number", "{\"message\":42}", "42" },
  { "true", "{\"message\":true}", NULL },
  { "null", "{\"message\":null}", NULL },
  { "empty", "{\"message\":\"\"}", NULL },
  { "empty-list", "{\"message\":[]}", NULL },
  { "error-text", "{\"error\":\"Refused.\"}", "Refused." },
  { "error-object", "{\"error\":{\"message\":\"Inner.\"}}", "Inner." },
  { "error-true", "{\"error\":true}", NULL },
  { "message-before-error", "{\"error\":\"Outer.\",\"message\":\"Said.\"}", "Said." },
  { "errors-list", "{\"errors\":[\"One.\",\"Two.\"]}", "One. Two." },
  { "errors-text", "{\"errors\":\"Odd.\"}", "Odd." },
  { "no-object", "[\"Odd.\"]", NULL },
  { "no-json", "Odd.", NULL },
  { "half", "{\"message\":\"Pla", NULL },
  { "nothing", "", NULL },
  { "unicode", "{\"message\":\"Gr\\u00fc\\u00dfe \\ud83d\\ude00\"}",
    "Gr\xc3\xbc\xc3\x9f"
    "e \xf0\x9f\x98\x80" },
  { "lone-surrogate", "{\"message\":\"A\\ud800\"}", "A\xef\xbf\xbd" },
  { "zero", "{\"message\":\"A\\u0000B\"}", "A" },
  { "invalid-utf8",
    "{\"message\":\"A\xff"
    "B\"}",
    NULL },
};

typedef struct
{
  const Words *words;
  const ApiCall *call;
} Case;

static void
test_words (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (fixture->server, 403, "", test->words->body);
  error = run_call (fixture->client, test->call, NULL);
  assert_kind (test->call, error, TALLYFY_ERROR_FORBIDDEN);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, test->words->sentence);
  g_assert_true (test->words->sentence == NULL || strstr (error->message, test->words->sentence));
}

/* A sentence that no person would read is cut, between two characters. */
static void
test_long_sentence (void)
{
  const ApiCall *call = api_call_by_name ("delete");
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\xc3\xbc");
  body = g_strdup_printf ("{\"message\":\"%s\"}", text->str);
  hostile_server_push_answer (fixture->server, 403, "", body);
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_FORBIDDEN);
  g_assert_true (g_utf8_validate (tallyfy_error_get_sentence (error), -1, NULL));
  g_assert_cmpint (g_utf8_strlen (tallyfy_error_get_sentence (error), -1), ==, 1000);
}

/* A body that does not end, with a status that says enough. */
static void
test_half_refusal (gconstpointer data)
{
  const ApiCall *call = data;
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE,
                       "HTTP/1.1 403 No\r\nContent-Length: 100\r\n\r\n{\"message\":\"Ask");
  error = run_call (fixture->client, call, NULL);
  assert_kind (call, error, TALLYFY_ERROR_FORBIDDEN);
  g_assert_null (tallyfy_error_get_sentence (error));
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 1);
}

/* Every place of an answer that an error or the log quotes. */
static const char *const echoes[] = {
  "HTTP/1.1 %u Bearer " TEST_TOKEN "\r\nX-Request-Id: " TEST_TOKEN "\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"message\":\"Bearer " TEST_TOKEN
  " and sec\\/ret+Token== and sec%%2Fret%%2BToken%%3D%%3D and sec%%2fret%%2btoken%%3d%%3d\","
  "\"code\":\"" TEST_TOKEN "\",\"errors\":{\"" TEST_TOKEN "\":[\"" TEST_TOKEN "\"]}}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"message\":{\"" TEST_TOKEN "\":[[\"" TEST_TOKEN
  "\"]]},\"code\":[\"" TEST_TOKEN "\"],\"errors\":[\"" TEST_TOKEN "\"]}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"error\":\"" TEST_TOKEN "\"}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"data\":[{\"id\":\"" TEST_TOKEN
  "\",\"title\":[],\"name\":[]}]}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"data\":{\"id\":\"" TEST_TOKEN "\",\"title\":[]}}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n{\"data\":{\"" TEST_TOKEN "\":\"" TEST_TOKEN "\"}}",
  "HTTP/1.1 %u No\r\nConnection: close\r\n\r\n<html>" TEST_TOKEN "</html>",
  "HTTP/1.1 %u No\r\nLocation: /?" TEST_TOKEN "\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 %u No\r\nContent-Length: 1000\r\n\r\n{\"message\":\"" TEST_TOKEN,
  "" TEST_TOKEN "\r\n\r\n%u",
};

/* assert_kind() looks into the error, and the guard of the log into the log. */
static void
test_token (gconstpointer data)
{
  static const guint statuses[] = { 200, 302, 400, 401, 403, 404, 409, 422, 500 };
  const ApiCall *call = data;

  for (guint i = 0; i < G_N_ELEMENTS (echoes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
      {
        g_autoptr (Fixture) fixture = fixture_new ();
        g_auto (GStrv) halves = g_strsplit (echoes[i], "%u", 2);
        g_autofree char *status = g_strdup_printf ("%u", statuses[j]);
        g_autofree char *joined = g_strjoinv (status, halves);
        g_autoptr (GString) bytes = g_string_new (joined);
        g_autoptr (GError) error = NULL;

        g_string_replace (bytes, "%%", "%", 0);
        hostile_server_push (fixture->server, HOSTILE_ANSWER_AND_CLOSE, bytes->str);
        error = run_call (fixture->client, call, NULL);
        if (error != NULL)
          assert_kind (call, error, error->code);
      }
}

/* The errors of a page's odd entries name foreign IDs. */
static void
test_token_in_page (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page
      = fetch_page ("{\"data\":[{\"id\":\"" TEST_TOKEN "\",\"title\":[]}]}", 1, &error);
  GPtrArray *errors;

  g_assert_no_error (error);
  errors = tallyfy_task_page_get_errors (page);
  g_assert_cmpuint (errors->len, ==, 1);
  assert_kind (api_call_by_name ("tasks"), g_ptr_array_index (errors, 0), TALLYFY_ERROR_MALFORMED);
}

/* The function that all texts pass. */
static void
test_redact (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } rows[] = {
    { NULL, NULL },
    { "", "" },
    { "sec/ret", "sec/ret" },
    { "a sec/ret+Token== b", "a [token] b" },
    { "sec/ret+Token==sec/ret+Token==", "[token][token]" },
    { "sec\\/ret+Token==", "[token]" },
    { "?t=sec%2Fret%2BToken%3D%3D&x", "?t=[token]&x" },
    { "?t=sec%2fret%2bToken%3d%3d&x", "?t=[token]&x" },
    { "\xff"
      "sec/ret+Token==",
      "\xef\xbf\xbd[token]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = tallyfy_redact (rows[i].text, TEST_TOKEN);
      g_autofree char *without_token = tallyfy_redact (rows[i].text, "");

      g_assert_cmpstr (clean, ==, rows[i].clean);
      g_assert_true ((without_token == NULL) == (rows[i].text == NULL));
    }
}

static void
add_cases (const ApiCall *call)
{
  g_autofree char *half = g_strdup_printf ("/sentences/half-refusal/%s", call->name);
  g_autofree char *token = g_strdup_printf ("/sentences/token/%s", call->name);

  g_test_add_data_func (half, call, test_half_refusal);
  g_test_add_data_func (token, call, test_token);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentences/%s/%s", words[i].name, call->name);
      Case *test = g_new0 (Case, 1);

      test->words = &words[i];
      test->call = call;
      g_test_add_data_func_full (path, test, test_words, g_free);
    }
}

int
main (int argc, char **argv)
{
  /* Read once, by the first message: the guard is to see what somebody who asks for all would. */
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < n_api_calls; i++)
    add_cases (&api_calls[i]);
  g_test_add_func ("/sentences/long", test_long_sentence);
  g_test_add_func ("/sentences/token-in-page", test_token_in_page);
  g_test_add_func ("/sentences/redact", test_redact);
  return g_test_run ();
}
