/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Bytes that are no JSON, or JSON that was made to break its reader. */
#include "fetch.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *body;
  gboolean is_taken;
} Text;

#define WITH(value) "{\"data\":[],\"x\":" value "}"

static const Text texts[] = {
  { "plain", WITH ("1"), TRUE },
  { "white-space", "\r\n\t {\r\n\t \"data\" :\t[ ]\r\n} \r\n", TRUE },
  { "escapes", WITH ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00FC\\uABCD\""), TRUE },
  { "numbers", WITH ("[0,-0,1,-1,10,1.5,-1.5e10,1E+2,1e-2,0.0]"), TRUE },
  { "huge-number", WITH ("1e999"), TRUE },
  { "words", WITH ("[true,false,null]"), TRUE },
  { "twice", "{\"data\":1,\"data\":[]}", TRUE },
  { "del", WITH ("\"\x7f\""), TRUE },

  { "empty-array-cut", "{\"data\":[", FALSE },
  { "string-cut", "{\"data\":[],\"x\":\"", FALSE },
  { "escape-cut", "{\"data\":[],\"x\":\"\\", FALSE },
  { "unit-cut", "{\"data\":[],\"x\":\"\\ud83d\\u", FALSE },
  { "number-cut", "{\"data\":[],\"x\":-", FALSE },
  { "word-cut", "{\"data\":[],\"x\":tru", FALSE },
  { "bracket-too-many", "{\"data\":[]}}", FALSE },
  { "list-too-many", "{\"data\":[]}]", FALSE },
  { "wrong-bracket", "{\"data\":[}", FALSE },
  { "crossed-brackets", "{\"data\":[}]", FALSE },
  { "garbage-after", "{\"data\":[]}x", FALSE },
  { "comment", "{/* no */\"data\":[]}", FALSE },
  { "line-comment", "{\"data\":[]}// no", FALSE },
  { "assignment", "{\"data\":[],x=1}", FALSE },
  { "single-quotes", "{'data':[]}", FALSE },
  { "no-quotes", "{data:[]}", FALSE },
  { "no-colon", "{\"data\" []}", FALSE },
  { "no-comma", "{\"data\":[] \"x\":1}", FALSE },
  { "no-value", "{\"data\":[],\"x\":}", FALSE },
  { "nan", WITH ("NaN"), FALSE },
  { "infinity", WITH ("Infinity"), FALSE },
  { "undefined", WITH ("undefined"), FALSE },
  { "upper-case", WITH ("TRUE"), FALSE },
  { "plus", WITH ("+1"), FALSE },
  { "leading-zero", WITH ("01"), FALSE },
  { "no-fraction", WITH ("1."), FALSE },
  { "no-integer", WITH (".5"), FALSE },
  { "no-exponent", WITH ("1e"), FALSE },
  { "two-points", WITH ("1.2.3"), FALSE },
  { "hex", WITH ("0x10"), FALSE },
  { "octal", WITH ("0o10"), FALSE },
  { "unknown-escape", WITH ("\"\\x41\""), FALSE },
  { "quote-escape", WITH ("\"\\'\""), FALSE },
  { "short-unit", WITH ("\"\\u12\""), FALSE },
  { "bad-unit", WITH ("\"\\u12g4\""), FALSE },
  { "bad-second-unit", WITH ("\"\\ud83d\\ude0g\""), FALSE },
  { "newline-in-text", WITH ("\"a\nb\""), FALSE },
  { "escape-character", WITH ("\"\x1b\""), FALSE },
  { "latin-1", WITH ("\"\xfc\""), FALSE },
  { "overlong", WITH ("\"\xc0\xaf\""), FALSE },
  { "surrogate-bytes", WITH ("\"\xed\xa0\x80\""), FALSE },
  { "beyond-unicode", WITH ("\"\xf4\x90\x80\x80\""), FALSE },
  { "cut-character", WITH ("\"\xe2\x82\""), FALSE },
  { "no-break-space", "{\xc2\xa0\"data\":[]}", FALSE },
};

static void
test_text (gconstpointer data)
{
  const Text *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = fetch_page (test->body, 1, &error);

  if (test->is_taken)
    g_assert_no_error (error);
  else
    g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
}

/* Not even the beginning of JSON. */
static void
test_foreign (void)
{
  static const char *const foreign[] = { "\xef\xbb\xbf{\"data\":[]}",
                                         "var x = {\"data\":[]}",
                                         "//\n{\"data\":[]}",
                                         "null",
                                         "7",
                                         ")]}',\n{\"data\":[]}",
                                         "<?xml?>",
                                         "   " };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fetch_page (foreign[i], 1, &error));
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_JSON);
    }
}

/* A NUL byte is none of JSON's, wherever it stands. */
static void
test_nul (void)
{
  static const char body[] = "{\"data\":[],\"x\":1}";

  for (gsize at = 1; at <= strlen (body); at++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      g_byte_array_append (bytes, (const guint8 *)body, (guint)at);
      g_byte_array_append (bytes, (const guint8 *)"", 1);
      g_byte_array_append (bytes, (const guint8 *)body + at, (guint)(strlen (body) - at));
      g_assert_null (fetch_page_of_bytes ((const char *)bytes->data, bytes->len, &error));
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

/* {"data":[],"x":…} whose deepest bracket is the @depth-th. */
static char *
nest (guint depth, const char *open, const char *close)
{
  GString *text = g_string_new ("{\"data\":[],\"x\":");

  for (guint i = 1; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, "1");
  for (guint i = 1; i < depth; i++)
    g_string_append (text, close);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
assert_nesting (guint depth, gboolean is_taken)
{
  static const char *const brackets[][2] = { { "[", "]" }, { "{\"a\":", "}" }, { "[", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      g_autofree char *body = nest (depth, brackets[i][0], brackets[i][1]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TallyfyTaskPage) page = fetch_page (body, 1, &error);

      if (is_taken && *brackets[i][1] != '\0')
        g_assert_no_error (error);
      else
        g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

static void
test_depth (void)
{
  assert_nesting (63, TRUE);
  assert_nesting (64, TRUE);
  assert_nesting (65, FALSE);
  assert_nesting (66, FALSE);
}

static void
test_bomb (void)
{
  assert_nesting (200000, FALSE);
}

/* Side by side is not one in another, and what stands in a text is no bracket. */
static void
test_flat (void)
{
  g_autoptr (GString) body = g_string_new ("{\"data\":[],\"x\":[");
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "[],{},\"[[{{\\\"[[{{\",");
  g_string_append (body, "1]}");
  page = fetch_page (body->str, 1, &error);
  g_assert_no_error (error);
}

/* Every call and every kind of answer reads a body. */
static void
test_bomb_everywhere (gconstpointer data)
{
  static const guint statuses[] = { 200, 404, 403, 500 };
  const ApiCall *call = data;
  g_autofree char *bomb = nest (200000, "[", "]");
  g_autofree char *message_bomb = nest (200000, "{\"message\":", "}");

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (GError) first = NULL;
      g_autoptr (GError) second = NULL;

      hostile_server_push_answer (fixture->server, statuses[i], "", bomb);
      hostile_server_push_answer (fixture->server, statuses[i], "", message_bomb);
      first = run_call (fixture->client, call, NULL);
      second = run_call (fixture->client, call, NULL);
      g_assert_nonnull (first);
      assert_kind (call, first, first->code);
      assert_kind (call, second, first->code);
      g_assert_null (tallyfy_error_get_sentence (first));
      g_assert_null (tallyfy_error_get_sentence (second));
    }
}

/* A copy that was kept is read with the same care. */
static void
test_kept (void)
{
  g_autofree char *bomb = nest (200000, "[", "]");
  g_autoptr (GBytes) bomb_bytes = g_bytes_new (bomb, strlen (bomb));
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) bomb_error = NULL;
  g_autoptr (GError) nothing_error = NULL;

  g_assert_null (tallyfy_task_new_from_json (bomb_bytes, &bomb_error));
  g_assert_error (bomb_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
  g_assert_null (tallyfy_task_new_from_json (nothing, &nothing_error));
  g_assert_error (nothing_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
}

/* Each value costs the reader far more than the two bytes that it costs the server. */
static void
test_too_many_values (void)
{
  const guint n = 1000001;
  g_autoptr (GString) body = g_string_new ("{\"data\":[],\"x\":[1");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (body, ",1");
  g_string_append (body, "]}");
  g_assert_null (fetch_page (body->str, 1, &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/%s", texts[i].name);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/bomb-everywhere/%s", api_calls[i].name);

      g_test_add_data_func (path, &api_calls[i], test_bomb_everywhere);
    }
  g_test_add_func ("/json/foreign", test_foreign);
  g_test_add_func ("/json/nul", test_nul);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/bomb", test_bomb);
  g_test_add_func ("/json/flat", test_flat);
  g_test_add_func ("/json/kept", test_kept);
  g_test_add_func ("/json/too-many-values", test_too_many_values);
  return g_test_run ();
}
