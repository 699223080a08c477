/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What of a task is given to a new one. */
#include <string.h>

#include "tallyfy/tallyfy.h"

static TallyfyTaskDraft *
read_draft (const char *text)
{
  g_autoptr (GBytes) json = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TallyfyTaskDraft *draft = tallyfy_task_draft_new_from_json (json, &error);

  g_assert_no_error (error);
  return draft;
}

/* (transfer full) */
static char *
text_of (GBytes *bytes)
{
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_bytes_unref (bytes);
  return text;
}

#define OWNERS "\"owners\":{\"users\":[7],\"guests\":[],\"groups\":[]}"

static const struct
{
  const char *name;
  const char *task;
  const char *body;
} bodies[] = {
  { "whole",
    "{\"data\":{\"id\":\"t1\",\"title\":\"Say "
    "\\\"no\\\"\",\"summary\":\"<p>Why</p>\",\"task_type\":\"approval\","
    "\"deadline\":\"2030-05-15T12:00:00.000Z\",\"top_secret\":true,\"completed_at\":\"2030-01-"
    "01T00:00:00Z\","
    "\"owners\":{\"users\":[{\"id\":7,\"full_name\":\"Ada\"}],\"guests\":[\"g@example.com\"],"
    "\"groups\":[\"g1\"]}}}",
    "{\"title\":\"Say \\\"no\\\"\",\"deadline\":\"2030-05-15 12:00:00\"," OWNERS
    ",\"task_type\":\"approval\",\"description\":\"<p>Why</p>\",\"top_secret\":true}" },
  { "nothing", "{\"id\":\"t1\"}",
    "{\"title\":\"\",\"owners\":{\"users\":[],\"guests\":[],\"groups\":[]},\"task_type\":"
    "\"task\"}" },
  { "fields",
    "{\"id\":\"t1\",\"title\":\"A\",\"owners\":{\"users\":[7]},\"form_fields\":{\"data\":[{\"id\":"
    "\"f1\",\"label\":"
    "\"Kind\",\"field_type\":\"radio\",\"required\":true,\"options\":[{\"id\":1,\"text\":\"Large\"}"
    "],\"value\":"
    "\"Large\"},{\"id\":\"f2\",\"label\":\"Note\",\"field_type\":\"text\",\"options\":null}]}}",
    "{\"title\":\"A\"," OWNERS
    ",\"task_type\":\"task\",\"form_fields\":[{\"label\":\"Kind\",\"field_type\":\"radio\","
    "\"required\":true,\"options\":[{\"id\":1,\"text\":\"Large\"}]},{\"label\":\"Note\",\"field_"
    "type\":\"text\","
    "\"required\":false}]}" },
};

static void
test_body (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TallyfyTaskDraft) draft = read_draft (bodies[i].task);
  g_autofree char *body = text_of (tallyfy_task_draft_to_json (draft));

  g_assert_cmpstr (body, ==, bodies[i].body);
}

/* What was chosen in place of what the task had. */
static void
test_changed (void)
{
  g_autoptr (TallyfyTaskDraft) draft
      = read_draft ("{\"id\":\"t1\",\"title\":\"A\",\"owners\":{\"users\":[7,8]}}");
  g_autoptr (GDateTime) deadline = g_date_time_new_utc (2030, 1, 2, 3, 4, 5);
  const char *const users[] = { "8", "9", NULL };
  g_autofree char *body = NULL;

  g_assert_null (tallyfy_task_draft_get_deadline (draft));
  g_assert_cmpstr (tallyfy_task_draft_get_users (draft)[0], ==, "7");
  tallyfy_task_draft_set_deadline (draft, deadline);
  tallyfy_task_draft_set_users (draft, users);
  body = text_of (tallyfy_task_draft_to_json (draft));
  g_assert_cmpstr (body, ==,
                   "{\"title\":\"A\",\"deadline\":\"2030-01-02 "
                   "03:04:05\",\"owners\":{\"users\":[8,9],"
                   "\"guests\":[],\"groups\":[]},\"task_type\":\"task\"}");
}

/* Fields that were added, after those that the task had. */
static void
test_added (void)
{
  g_autoptr (TallyfyTaskDraft) draft
      = read_draft ("{\"id\":\"t1\",\"title\":\"A\",\"form_fields\":{\"data\":[{\"id\":\"f1\","
                    "\"label\":\"Note\",\"field_type\":\"text\"}]}}");
  const char *const choices[] = { "Large", "Small", NULL };
  g_autofree char *body = NULL;

  tallyfy_task_draft_add_field (draft, "Size", "multiselect", TRUE, choices);
  tallyfy_task_draft_add_field (draft, "Day", "date", FALSE, NULL);
  body = text_of (tallyfy_task_draft_to_json (draft));
  g_assert_true (g_str_has_suffix (
      body, "\"form_fields\":[{\"label\":\"Note\",\"field_type\":\"text\",\"required\":false},"
            "{\"label\":\"Size\",\"field_type\":\"multiselect\",\"required\":true,\"options\":"
            "[{\"id\":1,\"text\":\"Large\"},{\"id\":2,\"text\":\"Small\"}]},"
            "{\"label\":\"Day\",\"field_type\":\"date\",\"required\":false}]}"));
}

/* An answer of each type: whether it goes to the new field, as it was written. */
static const struct
{
  const char *type;
  const char *value;
  gboolean given;
} answers[] = {
  { "text", "\"12\"", TRUE },
  { "text", "12", FALSE },
  { "textarea", "\"a\\nb\"", TRUE },
  { "date", "\"2030-01-01T00:00:00Z\"", TRUE },
  { "email", "\"a@example.com\"", TRUE },
  { "radio", "\"Large\"", TRUE },
  { "dropdown", "{\"id\":1,\"text\":\"Large\"}", TRUE },
  { "dropdown", "\"Large\"", FALSE },
  { "multiselect", "[{\"id\":1,\"text\":\"Large\",\"selected\":true}]", TRUE },
  { "table", "[[\"a\",\"b\"]]", TRUE },
  { "file", "[{\"filename\":\"a.pdf\",\"url\":\"https://example.com/a\"}]", FALSE },
  { "assignees_form", "{\"users\":[7]}", FALSE },
  { "hologram", "\"x\"", FALSE },
};

static void
test_answer (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *task = g_strdup_printf ("{\"id\":\"t1\",\"title\":\"A\",\"owners\":{\"users\":["
                                           "7]},\"form_fields\":[{\"id\":\"old\",\"label\":\"Q\","
                                           "\"field_type\":\"%s\",\"value\":%s}]}",
                                           answers[i].type, answers[i].value);
  g_autofree char *created_text
      = g_strdup_printf ("{\"id\":\"t2\",\"form_fields\":[{\"id\":\"new\",\"label\":\"Q\",\"field_"
                         "type\":\"%s\"}]}",
                         answers[i].type);
  g_autoptr (GBytes) created_json = g_bytes_new_static (created_text, strlen (created_text));
  g_autoptr (TallyfyTask) created = tallyfy_task_new_from_json (created_json, NULL);
  g_autoptr (TallyfyTaskDraft) draft = read_draft (task);
  g_autofree char *body = text_of (tallyfy_task_draft_answers_to_json (draft, created));
  g_autofree char *expected = g_strdup_printf ("{\"title\":\"A\"," OWNERS ",\"taskdata\":{%s%s}}",
                                               answers[i].given ? "\"new\":" : "",
                                               answers[i].given ? answers[i].value : "");

  g_assert_cmpstr (body, ==, expected);
  g_assert_cmpuint (tallyfy_task_draft_get_n_answers (draft), ==, answers[i].given ? 1 : 0);
  g_assert_cmpuint (tallyfy_task_draft_get_n_lost (draft), ==, answers[i].given ? 0 : 1);
}

/* Two fields of one name get their own answers, in order; one that the new task has not got gets
 * none. */
static void
test_same_names (void)
{
  static const char created_text[] = "{\"id\":\"t2\",\"form_fields\":[{\"id\":\"n1\",\"label\":"
                                     "\"Q\",\"field_type\":\"text\"},{\"id\":\"n2\","
                                     "\"label\":\"Q\",\"field_type\":\"text\"},{\"id\":\"n3\","
                                     "\"label\":\"Other\",\"field_type\":\"text\"}]}";
  g_autoptr (GBytes) created_json = g_bytes_new_static (created_text, strlen (created_text));
  g_autoptr (TallyfyTask) created = tallyfy_task_new_from_json (created_json, NULL);
  g_autoptr (TallyfyTaskDraft) draft
      = read_draft ("{\"id\":\"t1\",\"title\":\"A\",\"owners\":{\"users\":[7]},\"form_fields\":[{"
                    "\"id\":\"o1\",\"label\":\"Q\","
                    "\"field_type\":\"text\"},{\"id\":\"o2\",\"label\":\"Q\",\"field_type\":"
                    "\"text\",\"field_value\":\"second\"},"
                    "{\"id\":\"o3\",\"label\":\"Gone\",\"field_type\":\"text\",\"value\":\"lost\"},"
                    "{\"id\":\"o4\",\"label\":\"Other\","
                    "\"field_type\":\"email\",\"value\":\"a@b\"}]}");
  g_autofree char *body = text_of (tallyfy_task_draft_answers_to_json (draft, created));

  g_assert_cmpstr (body, ==, "{\"title\":\"A\"," OWNERS ",\"taskdata\":{\"n2\":\"second\"}}");
}

static void
test_malformed (void)
{
  static const char *const texts[]
      = { "{\"id\":", "[]", "{}", "{\"id\":\"t1\",\"form_fields\":7}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) json = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (tallyfy_task_draft_new_from_json (json, &error));
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *path = g_strconcat ("/drafts/body/", bodies[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drafts/answer/%u-%s", i, answers[i].type);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_answer);
    }
  g_test_add_func ("/drafts/changed", test_changed);
  g_test_add_func ("/drafts/added", test_added);
  g_test_add_func ("/drafts/same-names", test_same_names);
  g_test_add_func ("/drafts/malformed", test_malformed);
  return g_test_run ();
}
