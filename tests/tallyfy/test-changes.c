/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a change sends, what a form field says of its answer, and what of an answer was lost. */
#include <string.h>

#include "tallyfy/tallyfy.h"

static TallyfyTask *
read_task (const char *text)
{
  g_autoptr (GBytes) json = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TallyfyTask *task = tallyfy_task_new_from_json (json, &error);

  g_assert_no_error (error);
  return task;
}

/* A task with one form field of these members beside its ID. */
static TallyfyTask *
read_task_with (const char *members)
{
  g_autofree char *text
      = g_strdup_printf ("{\"id\":\"t1\",\"run_id\":\"r1\",\"form_fields\":{\"data\":"
                         "[{\"id\":\"f\",%s}]}}",
                         members);

  return read_task (text);
}

static TallyfyFormField *
only_field (TallyfyTask *task)
{
  return g_ptr_array_index (tallyfy_task_get_form_fields (task), 0);
}

static void
assert_body (const TallyfyTaskChange *change, const char *expected)
{
  g_autoptr (GBytes) bytes = tallyfy_task_change_to_json (change);
  g_autofree char *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (body, ==, expected);
}

#define ONE_OFF                                                                                    \
  "{\"id\":\"t1\",\"title\":\"Say \\\"no\\\"\",\"deadline\":\"2030-05-15T14:00:00+02:00\","        \
  "\"owners\":{\"users\":[{\"id\":7,\"full_name\":\"Ada\"},8],\"guests\":[\"g@example.com\"],"     \
  "\"groups\":[\"g1\"]}}"

/* Nobody falls out of a task because somebody corrects its title. */
static void
test_one_off (void)
{
  g_autoptr (TallyfyTask) task = read_task (ONE_OFF);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);

  g_assert_false (tallyfy_task_change_needs_deadline (change));
  assert_body (change, "{\"title\":\"Say \\\"no\\\"\",\"deadline\":\"2030-05-15 12:00:00\","
                       "\"owners\":{\"users\":[7,8],\"guests\":[\"g@example.com\"],"
                       "\"groups\":[\"g1\"]}}");
}

static void
test_everything (void)
{
  g_autoptr (TallyfyTask) task = read_task (ONE_OFF);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-5 * 3600);
  g_autoptr (GDateTime) deadline = g_date_time_new (zone, 2030, 1, 1, 22, 30, 0);
  const char *const users[] = { "9", NULL };
  const char *const tags[] = { "tag2", "tag1", NULL };
  const char *const none[] = { NULL };

  tallyfy_task_change_set_title (change, "New");
  tallyfy_task_change_set_summary (change, "<p>Why</p>");
  tallyfy_task_change_set_deadline (change, deadline);
  tallyfy_task_change_set_assignees (change, users, NULL, none);
  tallyfy_task_change_set_tags (change, tags);
  assert_body (change, "{\"title\":\"New\",\"summary\":\"<p>Why</p>\",\"deadline\":\"2030-01-02 "
                       "03:30:00\",\"owners\":{\"users\":[9],\"guests\":[],\"groups\":[]},"
                       "\"tags\":[\"tag2\",\"tag1\"]}");
  tallyfy_task_change_set_tags (change, none);
  tallyfy_task_change_set_summary (change, "");
  assert_body (change, "{\"title\":\"New\",\"summary\":\"\",\"deadline\":\"2030-01-02 03:30:00\","
                       "\"owners\":{\"users\":[9],\"guests\":[],\"groups\":[]},\"tags\":[]}");
}

static void
test_no_deadline (void)
{
  g_autoptr (TallyfyTask) task = read_task ("{\"id\":\"t1\",\"title\":\"A\"}");
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (GDateTime) deadline = g_date_time_new_utc (2030, 1, 1, 0, 0, 0);

  g_assert_true (tallyfy_task_change_needs_deadline (change));
  assert_body (change, "{\"title\":\"A\",\"owners\":{\"users\":[],\"guests\":[],\"groups\":[]}}");
  tallyfy_task_change_set_deadline (change, deadline);
  g_assert_false (tallyfy_task_change_needs_deadline (change));
}

/* Only what changes. */
static void
test_process_task (void)
{
  g_autoptr (TallyfyTask) task
      = read_task ("{\"id\":\"t1\",\"run_id\":\"r1\",\"title\":\"A\",\"owners\":{\"users\":[7]}}");
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  const char *const groups[] = { "g1", NULL };

  g_assert_false (tallyfy_task_change_needs_deadline (change));
  assert_body (change, "{}");
  tallyfy_task_change_set_assignees (change, NULL, NULL, groups);
  assert_body (change, "{\"owners\":{\"users\":[],\"guests\":[],\"groups\":[\"g1\"]}}");
}

/* How each kind of field is answered, and what that sends; NULL = it takes no such answer. */
typedef enum
{
  WITH_TEXT,
  WITH_NO_TEXT,
  WITH_DATE,
  WITH_NO_DATE,
  WITH_FIRST,
  WITH_LAST_TWO,
  WITH_FOURTH,
  WITH_NONE,
  WITH_PEOPLE,
  WITH_NOBODY,
} Way;

#define OPTIONS                                                                                    \
  ",\"options\":[{\"id\":1,\"text\":\"A\"},{\"id\":\"x2\",\"text\":\"B\\\"\"},"                    \
  "{\"id\":3,\"label\":\"C\"}]"
#define NAMELESS ",\"options\":[\"A\",{\"text\":\"B\"},\"C\",{},null,[]]"
#define OF(type) "\"field_type\":\"" type "\""

static const struct
{
  const char *name;
  const char *field;
  Way way;
  const char *sent;
} answers[] = {
  { "text", OF ("text"), WITH_TEXT, "\"a\\nb\"" },
  { "text-none", OF ("text"), WITH_NO_TEXT, "null" },
  { "textarea", OF ("textarea"), WITH_TEXT, "\"a\\nb\"" },
  { "email", OF ("email"), WITH_TEXT, "\"a\\nb\"" },
  { "untyped", "\"label\":\"L\"", WITH_TEXT, "\"a\\nb\"" },
  { "text-for-date", OF ("date"), WITH_TEXT, NULL },
  { "text-for-radio", OF ("radio"), WITH_TEXT, NULL },
  { "text-for-table", OF ("table"), WITH_TEXT, NULL },
  { "text-for-file", OF ("file"), WITH_TEXT, NULL },
  { "text-for-unknown", OF ("hologram"), WITH_TEXT, NULL },
  { "date", OF ("date"), WITH_DATE, "\"2030-01-02T03:30:00Z\"" },
  { "date-none", OF ("date"), WITH_NO_DATE, "null" },
  { "date-for-text", OF ("text"), WITH_DATE, NULL },
  { "dropdown", OF ("dropdown") OPTIONS, WITH_FIRST, "{\"id\":1,\"text\":\"A\"}" },
  { "dropdown-none", OF ("dropdown") OPTIONS, WITH_NONE, "null" },
  { "dropdown-two", OF ("dropdown") OPTIONS, WITH_LAST_TWO, NULL },
  { "dropdown-unknown", OF ("dropdown") OPTIONS, WITH_FOURTH, NULL },
  { "dropdown-nameless", OF ("dropdown") NAMELESS, WITH_FIRST, NULL },
  { "dropdown-empty", OF ("dropdown"), WITH_FIRST, NULL },
  { "radio", OF ("radio") OPTIONS, WITH_FIRST, "\"A\"" },
  { "radio-nameless", OF ("radio") NAMELESS, WITH_FIRST, "\"A\"" },
  { "radio-two", OF ("radio") OPTIONS, WITH_LAST_TWO, NULL },
  { "radio-none", OF ("radio") OPTIONS, WITH_NONE, "null" },
  { "multiselect", OF ("multiselect") OPTIONS, WITH_LAST_TWO,
    "[{\"id\":\"x2\",\"text\":\"B\\\"\",\"selected\":true},"
    "{\"id\":3,\"text\":\"C\",\"selected\":true}]" },
  { "multiselect-one", OF ("multiselect") OPTIONS, WITH_FIRST,
    "[{\"id\":1,\"text\":\"A\",\"selected\":true}]" },
  { "multiselect-none", OF ("multiselect") OPTIONS, WITH_NONE, "null" },
  { "multiselect-unknown", OF ("multiselect") OPTIONS, WITH_FOURTH, NULL },
  { "choice-for-text", OF ("text") OPTIONS, WITH_FIRST, NULL },
  { "people", OF ("assignees_form"), WITH_PEOPLE,
    "{\"users\":[7],\"guests\":[\"g@example.com\"],\"groups\":[]}" },
  { "people-none", OF ("assignees_form"), WITH_NOBODY, "null" },
  { "people-for-text", OF ("text"), WITH_PEOPLE, NULL },
};

static gboolean
answer (TallyfyTaskChange *change, TallyfyFormField *field, Way way)
{
  static const guint options[] = { 0, 1, 2, 3 };
  static const char *const users[] = { "7", NULL };
  static const char *const guests[] = { "g@example.com", NULL };
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-5 * 3600);
  g_autoptr (GDateTime) date = g_date_time_new (zone, 2030, 1, 1, 22, 30, 0);

  switch (way)
    {
    case WITH_TEXT:
      return tallyfy_task_change_answer_text (change, field, "a\nb");
    case WITH_NO_TEXT:
      return tallyfy_task_change_answer_text (change, field, "");
    case WITH_DATE:
      return tallyfy_task_change_answer_date (change, field, date);
    case WITH_NO_DATE:
      return tallyfy_task_change_answer_date (change, field, NULL);
    case WITH_FIRST:
      return tallyfy_task_change_answer_options (change, field, options, 1);
    case WITH_LAST_TWO:
      return tallyfy_task_change_answer_options (change, field, options + 1, 2);
    case WITH_FOURTH:
      return tallyfy_task_change_answer_options (change, field, options + 3, 1);
    case WITH_NONE:
      return tallyfy_task_change_answer_options (change, field, NULL, 0);
    case WITH_PEOPLE:
      return tallyfy_task_change_answer_people (change, field, users, guests, NULL);
    case WITH_NOBODY:
    default:
      return tallyfy_task_change_answer_people (change, field, NULL, NULL, guests + 1);
    }
}

static void
test_answer (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TallyfyTask) task = read_task_with (answers[i].field);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autofree char *expected
      = g_strdup_printf ("{\"taskdata\":{\"f\":%s}}", answers[i].sent ? answers[i].sent : "");

  g_assert_true (answer (change, only_field (task), answers[i].way) == (answers[i].sent != NULL));
  assert_body (change, answers[i].sent ? expected : "{}");
}

/* The last answer counts, and one can be taken back. */
static void
test_answer_again (void)
{
  g_autoptr (TallyfyTask) task
      = read_task ("{\"id\":\"t1\",\"run_id\":\"r1\",\"form_fields\":[{\"id\":\"f1\"},"
                   "{\"id\":\"f2\"}]}");
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);

  tallyfy_task_change_answer_text (change, fields->pdata[0], "one");
  tallyfy_task_change_answer_text (change, fields->pdata[1], "two");
  tallyfy_task_change_answer_text (change, fields->pdata[0], "three");
  assert_body (change, "{\"taskdata\":{\"f2\":\"two\",\"f1\":\"three\"}}");
  tallyfy_task_change_forget_answer (change, fields->pdata[1]);
  assert_body (change, "{\"taskdata\":{\"f1\":\"three\"}}");
  tallyfy_task_change_forget_answer (change, fields->pdata[0]);
  assert_body (change, "{}");
}

/* What the server has after an answer, and whether that is the answer. */
static const struct
{
  const char *name;
  const char *field;
  Way way;
  const char *stored;
  gboolean lost;
} ends[] = {
  { "text", OF ("text"), WITH_TEXT, "\"value\":\"a\\nb\"", FALSE },
  { "text-trimmed", OF ("text"), WITH_TEXT, "\"field_value\":\"a\\nb \"", FALSE },
  { "text-other", OF ("text"), WITH_TEXT, "\"value\":\"a\"", TRUE },
  { "text-dropped", OF ("text"), WITH_TEXT, "\"value\":null", TRUE },
  { "text-none", OF ("text"), WITH_NO_TEXT, "\"value\":\"\"", FALSE },
  { "text-kept", OF ("text"), WITH_NO_TEXT, "\"value\":\"old\"", TRUE },
  { "date", OF ("date"), WITH_DATE, "\"value\":\"2030-01-02T04:30:00.000+01:00\"", FALSE },
  { "date-other", OF ("date"), WITH_DATE, "\"value\":\"2030-01-02\"", TRUE },
  { "date-odd", OF ("date"), WITH_DATE, "\"value\":\"soon\"", TRUE },
  { "dropdown", OF ("dropdown") OPTIONS, WITH_FIRST,
    "\"value\":{\"id\":1,\"text\":\"A\",\"value\":null}", FALSE },
  { "dropdown-text", OF ("dropdown") OPTIONS, WITH_FIRST, "\"value\":\"A\"", FALSE },
  { "dropdown-other", OF ("dropdown") OPTIONS, WITH_FIRST, "\"value\":{\"id\":3,\"text\":\"C\"}",
    TRUE },
  { "dropdown-dropped", OF ("dropdown") OPTIONS, WITH_FIRST, "\"value\":null", TRUE },
  { "dropdown-none", OF ("dropdown") OPTIONS, WITH_NONE, "\"value\":null", FALSE },
  { "dropdown-kept", OF ("dropdown") OPTIONS, WITH_NONE, "\"value\":{\"id\":1,\"text\":\"A\"}",
    TRUE },
  { "radio", OF ("radio") OPTIONS, WITH_FIRST, "\"value\":\"A\"", FALSE },
  { "radio-other", OF ("radio") OPTIONS, WITH_FIRST, "\"value\":\"C\"", TRUE },
  { "multiselect-order", OF ("multiselect") OPTIONS, WITH_LAST_TWO,
    "\"value\":[{\"id\":3,\"text\":\"C\",\"selected\":true},"
    "{\"id\":\"x2\",\"text\":\"B\\\"\",\"selected\":true}]",
    FALSE },
  { "multiselect-all-listed", OF ("multiselect") OPTIONS, WITH_FIRST,
    "\"value\":[{\"id\":1,\"text\":\"A\",\"selected\":true},"
    "{\"id\":3,\"text\":\"C\",\"selected\":false}]",
    FALSE },
  { "multiselect-half", OF ("multiselect") OPTIONS, WITH_LAST_TWO,
    "\"value\":[{\"id\":3,\"text\":\"C\",\"selected\":true}]", TRUE },
  { "people-named", OF ("assignees_form"), WITH_PEOPLE,
    "\"value\":{\"users\":[{\"id\":7,\"full_name\":\"Ada\"}],\"guests\":[\"g@example.com\"]}",
    FALSE },
  { "people-half", OF ("assignees_form"), WITH_PEOPLE, "\"value\":{\"users\":[7]}", TRUE },
  { "people-other", OF ("assignees_form"), WITH_PEOPLE,
    "\"value\":{\"users\":[8],\"guests\":[\"g@example.com\"]}", TRUE },
  { "people-none", OF ("assignees_form"), WITH_NOBODY,
    "\"value\":{\"users\":[],\"guests\":[],\"groups\":[]}", FALSE },
  { "people-kept", OF ("assignees_form"), WITH_NOBODY, "\"value\":{\"users\":[7]}", TRUE },
};

static void
test_lost (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TallyfyTask) task = read_task_with (ends[i].field);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autofree char *members = g_strdup_printf ("%s,%s", ends[i].field, ends[i].stored);
  g_autoptr (TallyfyTask) stored = read_task_with (members);
  g_auto (GStrv) lost = NULL;

  g_assert_true (answer (change, only_field (task), ends[i].way));
  lost = tallyfy_task_change_find_lost_answers (change, stored);
  g_assert_cmpuint (g_strv_length (lost), ==, ends[i].lost ? 1 : 0);
  if (ends[i].lost)
    g_assert_cmpstr (lost[0], ==, "f");
}

/* A field that is not there any more, and an answer that does not say what the fields are. */
static void
test_lost_field (void)
{
  g_autoptr (TallyfyTask) task = read_task_with (OF ("text"));
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);
  g_autoptr (TallyfyTask) other
      = read_task ("{\"id\":\"t1\",\"form_fields\":[{\"id\":\"g\",\"value\":\"yes\"}]}");
  g_autoptr (TallyfyTask) bare = read_task ("{\"id\":\"t1\"}");
  g_auto (GStrv) before = tallyfy_task_change_find_lost_answers (change, other);
  g_auto (GStrv) lost = NULL;

  g_assert_cmpuint (g_strv_length (before), ==, 0);
  tallyfy_task_change_answer_text (change, only_field (task), "yes");
  lost = tallyfy_task_change_find_lost_answers (change, other);
  g_assert_cmpuint (g_strv_length (lost), ==, 1);
  g_assert_null (tallyfy_task_change_find_lost_answers (change, bare));
}

/* What is read of a field: its choices, chosen ones with a star; whom it names; its date. */
static const struct
{
  const char *name;
  const char *field;
  const char *seen;
} fields[] = {
  { "text", OF ("text") OPTIONS ",\"value\":\"A\"", "" },
  { "none", OF ("radio"), "" },
  { "not-a-list", OF ("radio") ",\"options\":7,\"value\":\"A\"", "" },
  { "radio", OF ("radio") OPTIONS ",\"value\":\"A\"", "A* B\" C" },
  { "radio-object", OF ("radio") OPTIONS ",\"value\":{\"id\":3,\"text\":\"C\"}", "A B\" C*" },
  { "radio-elsewhere", OF ("radio") OPTIONS ",\"value\":\"Z\"", "A B\" C" },
  { "bare", OF ("radio") NAMELESS ",\"value\":\"B\"", "A B* C" },
  { "dropdown", OF ("dropdown") OPTIONS ",\"value\":{\"id\":\"x2\",\"text\":\"old name\"}",
    "A B\"* C" },
  { "dropdown-text-id", OF ("dropdown") OPTIONS ",\"value\":{\"id\":\"1\",\"text\":\"A\"}",
    "A* B\" C" },
  { "dropdown-no-id", OF ("dropdown") OPTIONS ",\"value\":{\"text\":\"C\"}", "A B\" C*" },
  { "multiselect",
    OF ("multiselect") OPTIONS
    ",\"value\":[{\"id\":1,\"text\":\"A\",\"selected\":false},{\"id\":3,\"text\":\"C\"}]",
    "A B\" C*" },
  { "odd-options", OF ("radio") ",\"options\":[7,{\"value\":\"V\"},{\"text\":\"\"},true]", "7 V" },
  { "people",
    OF ("assignees_form") ",\"value\":{\"users\":[{\"id\":7,\"full_name\":\"Ada\"}],"
                          "\"guests\":[\"g@b\"],\"groups\":[\"x\"]}",
    "0:7 1:g@b 2:x" },
  { "people-odd", OF ("assignees_form") ",\"value\":{\"users\":[7,[]]}", "" },
  { "people-text", OF ("assignees_form") ",\"value\":\"Ada\"", "" },
  { "date", OF ("date") ",\"value\":\"2030-01-02T04:30:00+01:00\"", "2030-01-02T03:30:00Z" },
  { "date-odd", OF ("date") ",\"value\":\"soon\"", "" },
  { "date-number", OF ("date") ",\"value\":7", "" },
  { "date-of-text", OF ("text") ",\"value\":\"2030-01-02\"", "" },
};

static void
test_field (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TallyfyTask) task = read_task_with (fields[i].field);
  TallyfyFormField *field = only_field (task);
  const char *const *options = tallyfy_form_field_get_options (field);
  GPtrArray *people = tallyfy_form_field_get_people (field);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint j = 0; options[j] != NULL; j++)
    g_string_append_printf (seen, " %s%s", options[j],
                            tallyfy_form_field_is_chosen (field, j) ? "*" : "");
  for (guint j = 0; j < people->len; j++)
    g_string_append_printf (seen, " %d:%s", (int)tallyfy_assignee_get_kind (people->pdata[j]),
                            tallyfy_assignee_get_id (people->pdata[j]));
  if (tallyfy_form_field_get_date (field) != NULL)
    {
      g_autofree char *date = g_date_time_format_iso8601 (tallyfy_form_field_get_date (field));

      g_string_append_printf (seen, " %s", date);
    }
  g_assert_cmpstr (g_strchug (seen->str), ==, fields[i].seen);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/changes/one-off", test_one_off);
  g_test_add_func ("/changes/everything", test_everything);
  g_test_add_func ("/changes/no-deadline", test_no_deadline);
  g_test_add_func ("/changes/process-task", test_process_task);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/changes/answer/", answers[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_answer);
    }
  g_test_add_func ("/changes/answer-again", test_answer_again);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat ("/changes/lost/", ends[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lost);
    }
  g_test_add_func ("/changes/lost-field", test_lost_field);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *path = g_strconcat ("/changes/field/", fields[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_field);
    }
  return g_test_run ();
}
