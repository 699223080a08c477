/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Every shape that a value may have, in every field that has one value. */
#include "fetch.h"

#include <string.h>

typedef enum
{
  TEXT,
  ID,
  OWN_ID,
  USER_ID,
  FLAG,
  DATE,
  N_TYPES,
} Type;

/* What a field of each type makes of a value. */
typedef struct
{
  const char *name;
  const char *json; /* NULL = the field is not there */
  const char *values[N_TYPES];
} Shape;

static const char default_value[] = "what an absent field stands for";
static const char empty_value[] = "what an empty text stands for";

/* A wrong type: the item is refused. */
#define NO NULL
#define DEFAULT default_value
#define EMPTY empty_value

static const Shape shapes[] = {
  { "absent", NULL, { DEFAULT, DEFAULT, NO, NO, DEFAULT, DEFAULT } },
  { "null", "null", { DEFAULT, DEFAULT, NO, NO, DEFAULT, DEFAULT } },
  { "empty", "\"\"", { EMPTY, DEFAULT, NO, NO, NO, DEFAULT } },
  { "text", "\"x\"", { "x", "x", "x", NO, NO, NO } },
  { "html", "\"<b>&amp;\\\"\"", { "<b>&amp;\"", "<b>&amp;\"", "<b>&amp;\"", NO, NO, NO } },
  { "unicode",
    "\"\\u00fc\\ud83d\\ude00\xc3\xbc\"",
    { "\xc3\xbc\xf0\x9f\x98\x80\xc3\xbc", "\xc3\xbc\xf0\x9f\x98\x80\xc3\xbc",
      "\xc3\xbc\xf0\x9f\x98\x80\xc3\xbc", NO, NO, NO } },
  { "high-surrogate",
    "\"\\ud800x\"",
    { "\xef\xbf\xbdx", "\xef\xbf\xbdx", "\xef\xbf\xbdx", NO, NO, NO } },
  { "low-surrogate",
    "\"\\udc00x\"",
    { "\xef\xbf\xbdx", "\xef\xbf\xbdx", "\xef\xbf\xbdx", NO, NO, NO } },
  { "two-high-surrogates",
    "\"\\ud800\\ud83d\\ude00\"",
    { "\xef\xbf\xbd\xf0\x9f\x98\x80", "\xef\xbf\xbd\xf0\x9f\x98\x80",
      "\xef\xbf\xbd\xf0\x9f\x98\x80", NO, NO, NO } },
  { "surrogate-at-end",
    "\"x\\ud800\"",
    { "x\xef\xbf\xbd", "x\xef\xbf\xbd", "x\xef\xbf\xbd", NO, NO, NO } },
  { "dot", "\".\"", { ".", ".", NO, NO, NO, NO } },
  { "dots", "\"..\"", { "..", "..", NO, NO, NO, NO } },
  { "number", "7", { "7", "7", "7", "7", NO, NO } },
  { "number-text", "\"7\"", { "7", "7", "7", "7", NO, NO } },
  { "negative", "-7", { "-7", "-7", "-7", NO, NO, NO } },
  { "zero", "0", { "0", "0", "0", NO, "false", NO } },
  { "one", "1", { "1", "1", "1", "1", "true", NO } },
  { "fraction", "7.5", { "7.5", NO, NO, NO, NO, NO } },
  { "exponent", "1e3", { "1000", NO, NO, NO, NO, NO } },
  { "int32+1", "2147483648", { "2147483648", "2147483648", "2147483648", "2147483648", NO, NO } },
  { "2^53+1",
    "9007199254740993",
    { "9007199254740993", "9007199254740993", "9007199254740993", "9007199254740993", NO, NO } },
  { "int64",
    "9223372036854775807",
    { "9223372036854775807", "9223372036854775807", "9223372036854775807", "9223372036854775807",
      NO, NO } },
  { "-int64",
    "-9223372036854775808",
    { "-9223372036854775808", "-9223372036854775808", "-9223372036854775808", NO, NO, NO } },
  { "int64+1",
    "9223372036854775808",
    { "9223372036854775808", "9223372036854775808", "9223372036854775808", NO, NO, NO } },
  { "uint64+1",
    "18446744073709551616",
    { "18446744073709551616", "18446744073709551616", "18446744073709551616", NO, NO, NO } },
  { "40-digits",
    "1234567890123456789012345678901234567890",
    { "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890",
      "1234567890123456789012345678901234567890", NO, NO, NO } },
  { "int64+1-text",
    "\"9223372036854775808\"",
    { "9223372036854775808", "9223372036854775808", "9223372036854775808", NO, NO, NO } },
  { "true", "true", { NO, NO, NO, NO, "true", NO } },
  { "false", "false", { NO, NO, NO, NO, "false", NO } },
  { "list", "[]", { NO, NO, NO, NO, NO, NO } },
  { "list-of-text", "[\"x\"]", { NO, NO, NO, NO, NO, NO } },
  { "object", "{}", { NO, NO, NO, NO, NO, NO } },
  { "object-of-text", "{\"data\":\"x\"}", { NO, NO, NO, NO, NO, NO } },
  { "date",
    "\"2026-03-15T17:00:00Z\"",
    { "2026-03-15T17:00:00Z", "2026-03-15T17:00:00Z", "2026-03-15T17:00:00Z", NO, NO,
      "2026-03-15T17:00:00Z" } },
};

/* Only fields that are dates tell these apart. */
static const char *const dates[][2] = {
  { "2026-03-15T17:00:00.000Z", "2026-03-15T17:00:00Z" },
  { "2026-03-15T17:00:00.000000Z", "2026-03-15T17:00:00Z" },
  { "2026-03-15T17:00:00+00:00", "2026-03-15T17:00:00Z" },
  { "2026-03-15T19:30:00+02:30", "2026-03-15T17:00:00Z" },
  { "2026-03-15T12:00:00-05:00", "2026-03-15T17:00:00Z" },
  { "2026-03-15T12:00:00-0500", "2026-03-15T17:00:00Z" },
  { "2026-03-15 17:00:00", "2026-03-15T17:00:00Z" },
  { "2026-03-15", "2026-03-15T00:00:00Z" },
  { "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z" },
  { "2026-02-29T00:00:00Z", NULL },
  { "2026-13-01T00:00:00Z", NULL },
  { "2026-03-15T25:00:00Z", NULL },
  { "2026-03-15T17:00:00Zulu", NULL },
  { "2026-03-15T17:00:00+99:99", NULL },
  { "0000-00-00 00:00:00", NULL },
  { "9999-99-99", NULL },
  { "15.03.2026", NULL },
  { "1773594000", NULL },
  { "tomorrow", NULL },
};

typedef gpointer (*Fetch) (const char *item, GError **error);

static gpointer
fetch_as_task (const char *item, GError **error)
{
  g_autofree char *body = g_strdup_printf ("{\"data\":%s}", item);

  return fetch_task (body, error);
}

static gpointer
fetch_as_user (const char *item, GError **error)
{
  g_autofree char *body = g_strdup_printf ("{\"data\":%s}", item);

  return fetch_me (body, error);
}

static gpointer
fetch_as_organization (const char *item, GError **error)
{
  g_autofree char *body = g_strdup_printf ("{\"data\":[%s]}", item);
  g_autoptr (GPtrArray) list = fetch_organizations (body, error);

  return list ? g_object_ref (g_ptr_array_index (list, 0)) : NULL;
}

static gpointer
fetch_as_comment (const char *item, GError **error)
{
  g_autofree char *body
      = g_strdup_printf ("{\"data\":{\"id\":\"task1\",\"threads\":{\"data\":[%s]}}}", item);
  g_autoptr (TallyfyTask) task = fetch_task (body, error);

  return task ? g_object_ref (g_ptr_array_index (tallyfy_task_get_comments (task), 0)) : NULL;
}

static gpointer
fetch_as_form_field (const char *item, GError **error)
{
  g_autofree char *body
      = g_strdup_printf ("{\"data\":{\"id\":\"task1\",\"form_fields\":{\"data\":[%s]}}}", item);
  g_autoptr (TallyfyTask) task = fetch_task (body, error);

  return task ? g_object_ref (g_ptr_array_index (tallyfy_task_get_form_fields (task), 0)) : NULL;
}

static char *
flag (gboolean value)
{
  return g_strdup (value ? "true" : "false");
}

static char *
date (GDateTime *value)
{
  return value ? g_date_time_format_iso8601 (value) : NULL;
}

#define GETTER(name, expression)                                                                   \
  static char *name (gpointer item)                                                                \
  {                                                                                                \
    return expression;                                                                             \
  }

GETTER (task_id, g_strdup (tallyfy_task_get_id (item)))
GETTER (task_title, g_strdup (tallyfy_task_get_title (item)))
GETTER (task_summary, g_strdup (tallyfy_task_get_summary (item)))
GETTER (task_status, g_strdup (tallyfy_task_get_status (item)))
GETTER (task_type, g_strdup (tallyfy_task_get_task_type (item)))
GETTER (task_process, g_strdup (tallyfy_task_get_process_id (item)))
GETTER (task_starter, g_strdup (tallyfy_task_get_starter_id (item)))
GETTER (task_completer, g_strdup (tallyfy_task_get_completer_id (item)))
GETTER (task_one_off, flag (tallyfy_task_is_one_off (item)))
GETTER (task_problem, flag (tallyfy_task_is_problem (item)))
GETTER (task_secret, flag (tallyfy_task_is_top_secret (item)))
GETTER (task_deadline, date (tallyfy_task_get_deadline (item)))
GETTER (task_created, date (tallyfy_task_get_created_at (item)))
GETTER (task_updated, date (tallyfy_task_get_last_updated (item)))
GETTER (task_completed, date (tallyfy_task_get_completed_at (item)))
GETTER (task_archived, date (tallyfy_task_get_archived_at (item)))
GETTER (user_id, g_strdup_printf ("%" G_GINT64_FORMAT, tallyfy_user_get_id (item)))
GETTER (user_name, g_strdup (tallyfy_user_get_full_name (item)))
GETTER (user_email, g_strdup (tallyfy_user_get_email (item)))
GETTER (user_role, g_strdup (tallyfy_user_get_role (item)))
GETTER (organization_id, g_strdup (tallyfy_organization_get_id (item)))
GETTER (organization_name, g_strdup (tallyfy_organization_get_name (item)))
GETTER (comment_id, g_strdup (tallyfy_comment_get_id (item)))
GETTER (comment_content, g_strdup (tallyfy_comment_get_content (item)))
GETTER (comment_author, g_strdup (tallyfy_comment_get_author_id (item)))
GETTER (comment_author_type, g_strdup (tallyfy_comment_get_author_type (item)))
GETTER (comment_label, g_strdup (tallyfy_comment_get_label (item)))
GETTER (comment_created, date (tallyfy_comment_get_created_at (item)))
GETTER (form_field_id, g_strdup (tallyfy_form_field_get_id (item)))
GETTER (form_field_label, g_strdup (tallyfy_form_field_get_label (item)))
GETTER (form_field_type, g_strdup (tallyfy_form_field_get_field_type (item)))
GETTER (form_field_required, flag (tallyfy_form_field_is_required (item)))

typedef struct
{
  const char *name; /* of the item and of the field */
  Fetch fetch;
  Type type;
  char *(*get) (gpointer item);
  const char *otherwise; /* what an absent field stands for */
  const char *empty;     /* what "" stands for */
} Field;

static const Field fields[] = {
  { "task/id", fetch_as_task, OWN_ID, task_id, NULL, NULL },
  { "task/title", fetch_as_task, TEXT, task_title, "", "" },
  { "task/name", fetch_as_task, TEXT, task_title, "", "" },
  { "task/summary", fetch_as_task, TEXT, task_summary, NULL, "" },
  { "task/status", fetch_as_task, TEXT, task_status, NULL, "" },
  { "task/task_type", fetch_as_task, TEXT, task_type, NULL, "" },
  { "task/run_id", fetch_as_task, ID, task_process, NULL, NULL },
  { "task/starter_id", fetch_as_task, ID, task_starter, NULL, NULL },
  { "task/completer_id", fetch_as_task, ID, task_completer, NULL, NULL },
  { "task/is_oneoff_task", fetch_as_task, FLAG, task_one_off, "true", NULL },
  { "task/problem", fetch_as_task, FLAG, task_problem, "false", NULL },
  { "task/hasproblem", fetch_as_task, FLAG, task_problem, "false", NULL },
  { "task/top_secret", fetch_as_task, FLAG, task_secret, "false", NULL },
  { "task/deadline", fetch_as_task, DATE, task_deadline, NULL, NULL },
  { "task/created_at", fetch_as_task, DATE, task_created, NULL, NULL },
  { "task/last_updated", fetch_as_task, DATE, task_updated, NULL, NULL },
  { "task/completed_at", fetch_as_task, DATE, task_completed, NULL, NULL },
  { "task/archived_at", fetch_as_task, DATE, task_archived, NULL, NULL },
  { "task/deleted_at", fetch_as_task, DATE, task_archived, NULL, NULL },
  { "user/id", fetch_as_user, USER_ID, user_id, NULL, NULL },
  { "user/full_name", fetch_as_user, TEXT, user_name, "7", "7" },
  { "user/first_name", fetch_as_user, TEXT, user_name, "7", "7" },
  { "user/last_name", fetch_as_user, TEXT, user_name, "7", "7" },
  { "user/email", fetch_as_user, TEXT, user_email, NULL, "" },
  { "user/role", fetch_as_user, TEXT, user_role, NULL, "" },
  { "organization/id", fetch_as_organization, OWN_ID, organization_id, NULL, NULL },
  { "organization/name", fetch_as_organization, TEXT, organization_name, "7", "7" },
  { "comment/id", fetch_as_comment, OWN_ID, comment_id, NULL, NULL },
  { "comment/content", fetch_as_comment, TEXT, comment_content, "", "" },
  { "comment/author_id", fetch_as_comment, ID, comment_author, NULL, NULL },
  { "comment/author_type", fetch_as_comment, TEXT, comment_author_type, NULL, "" },
  { "comment/label", fetch_as_comment, TEXT, comment_label, NULL, "" },
  { "comment/created_at", fetch_as_comment, DATE, comment_created, NULL, NULL },
  { "form-field/id", fetch_as_form_field, OWN_ID, form_field_id, NULL, NULL },
  { "form-field/label", fetch_as_form_field, TEXT, form_field_label, "", "" },
  { "form-field/field_type", fetch_as_form_field, TEXT, form_field_type, "text", "" },
  { "form-field/required", fetch_as_form_field, FLAG, form_field_required, "false", NULL },
};

/* An item whose field has that JSON; unknown fields of every kind stand around it. */
static char *
make_item (const Field *field, const char *json)
{
  const char *member = strchr (field->name, '/') + 1;
  g_autofree char *value = json ? g_strdup_printf (",\"%s\":%s", member, json) : g_strdup ("");
  const char *own = g_str_equal (member, "id") ? "" : ",\"id\":7";

  return g_strdup_printf ("{\"unknown\":{\"id\":[1]}%s%s,\"other\":[null,{}]}", own, value);
}

static void
assert_value (const Field *field, const char *json, const char *expected)
{
  g_autofree char *item = make_item (field, json);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) object = field->fetch (item, &error);
  g_autofree char *value = object ? field->get (object) : NULL;

  g_test_message ("%s %s: %s", field->name, item, error ? error->message : value);
  if (expected == NO)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      return;
    }
  g_assert_no_error (error);
  if (expected == DEFAULT)
    expected = field->otherwise;
  else if (expected == EMPTY)
    expected = field->empty;
  g_assert_cmpstr (value, ==, expected);
}

static void
test_field (gconstpointer data)
{
  const Field *field = data;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    assert_value (field, shapes[i].json, shapes[i].values[field->type]);
  for (guint i = 0; field->type == DATE && i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *json = g_strdup_printf ("\"%s\"", dates[i][0]);

      assert_value (field, json, dates[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fields/%s", fields[i].name);

      g_test_add_data_func (path, &fields[i], test_field);
    }
  return g_test_run ();
}
