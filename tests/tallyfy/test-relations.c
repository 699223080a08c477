/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What belongs to a task: its assignees, process, tags, comments and form fields, in every shape
 * that they come in. */
#include "fetch.h"

#include <string.h>

typedef struct
{
  const char *member;
  const char *json;
  const char *expected; /* as one of the functions below tells it; NULL = the task is refused */
} Row;

typedef char *(*Tell) (TallyfyTask *task);

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " | " : "", word ? word : "(null)");
}

/* Kind, ID and name of each. */
static char *
tell_assignees (TallyfyTask *task)
{
  static const char *const kinds[] = { "user", "guest", "group" };
  GPtrArray *list = tallyfy_task_get_assignees (task);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      TallyfyAssignee *assignee = g_ptr_array_index (list, i);
      g_autofree char *word
          = g_strdup_printf ("%s %s %s", kinds[tallyfy_assignee_get_kind (assignee)],
                             tallyfy_assignee_get_id (assignee),
                             tallyfy_assignee_get_name (assignee)
                                 ? tallyfy_assignee_get_name (assignee)
                                 : "-");

      add_word (words, word);
    }
  return g_string_free (words, FALSE);
}

static char *
tell_process (TallyfyTask *task)
{
  const char *name = tallyfy_task_get_process_name (task);
  const char *id = tallyfy_task_get_process_id (task);

  return g_strdup_printf ("%s %s %s", tallyfy_task_is_one_off (task) ? "one-off" : "process",
                          id ? id : "-", name ? name : "-");
}

static char *
tell_tags (TallyfyTask *task)
{
  return g_strjoinv (" | ", (char **)tallyfy_task_get_tags (task));
}

/* How many the task says it has, then each. */
static char *
tell_comments (TallyfyTask *task)
{
  GPtrArray *list = tallyfy_task_get_comments (task);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, "%u", tallyfy_task_get_n_comments (task));
  if (list == NULL)
    add_word (words, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TallyfyComment *comment = g_ptr_array_index (list, i);
      const char *author = tallyfy_comment_get_author_name (comment);
      g_autofree char *word
          = g_strdup_printf ("%s %s%s", tallyfy_comment_get_id (comment), author ? author : "-",
                             tallyfy_comment_is_open_problem (comment) ? "!" : "");

      add_word (words, word);
    }
  return g_string_free (words, FALSE);
}

/* The answer of each, and the address of its file. */
static char *
tell_answers (TallyfyTask *task)
{
  GPtrArray *list = tallyfy_task_get_form_fields (task);
  GString *words = g_string_new (NULL);

  if (list == NULL)
    add_word (words, NULL);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TallyfyFormField *field = g_ptr_array_index (list, i);

      add_word (words, tallyfy_form_field_get_answer (field));
      g_assert_true (tallyfy_form_field_is_answered (field)
                     == (tallyfy_form_field_get_answer (field) != NULL));
      if (tallyfy_form_field_get_answer_uri (field) != NULL)
        add_word (words, tallyfy_form_field_get_answer_uri (field));
    }
  return g_string_free (words, FALSE);
}

static char *
tell_state (TallyfyTask *task)
{
  return g_strdup_printf ("%s%s%s", tallyfy_task_is_completed (task) ? "completed " : "",
                          tallyfy_task_is_archived (task) ? "archived " : "",
                          tallyfy_task_is_problem (task) ? "problem " : "");
}

static const Row owners[] = {
  { NULL, NULL, "" },
  { "owners", "null", "" },
  { "owners", "[]", "" },
  { "owners", "{}", "" },
  { "owners", "{\"users\":[],\"guests\":null}", "" },
  { "owners", "{\"users\":[1,2]}", "user 1 - | user 2 -" },
  { "owners", "{\"users\":[\"1\"]}", "user 1 -" },
  { "owners", "{\"users\":[{\"id\":1,\"full_name\":\"Ana\",\"profile_pic\":null}]}", "user 1 Ana" },
  { "owners", "{\"users\":[1,{\"id\":\"2\",\"full_name\":\"\"},{\"id\":3,\"name\":\"Bo\"}]}",
    "user 1 - | user 2 - | user 3 Bo" },
  { "owners", "{\"users\":{\"data\":[{\"id\":1,\"full_name\":\"Ana\"}]}}", "user 1 Ana" },
  { "owners", "{\"data\":{\"users\":[1]}}", "user 1 -" },
  { "owners", "{\"users\":[9223372036854775807]}", "user 9223372036854775807 -" },
  { "owners", "{\"guests\":[\"a@b.example\"]}", "guest a@b.example -" },
  { "owners", "{\"guests\":[{\"email\":\"a@b.example\",\"full_name\":\"Gus\"}]}",
    "guest a@b.example Gus" },
  { "owners", "{\"guests\":[{\"id\":\"g1\"}]}", "guest g1 -" },
  { "owners", "{\"groups\":[\"g1\",{\"id\":\"g2\",\"name\":\"Team\"},{\"id\":3,\"title\":\"T\"}]}",
    "group g1 - | group g2 Team | group 3 T" },
  { "owners", "{\"groups\":[\"g\"],\"guests\":[\"a@b\"],\"users\":[1],\"robots\":[{}]}",
    "user 1 - | guest a@b - | group g -" },
  { "owners", "{\"users\":[9223372036854775808]}", NULL },
  { "owners", "{\"users\":[1.5]}", NULL },
  { "owners", "{\"users\":[0]}", NULL },
  { "owners", "{\"users\":[-1]}", NULL },
  { "owners", "{\"users\":[\"ana\"]}", NULL },
  { "owners", "{\"users\":[null]}", NULL },
  { "owners", "{\"users\":[[1]]}", NULL },
  { "owners", "{\"users\":[{}]}", NULL },
  { "owners", "{\"users\":[{\"id\":{}}]}", NULL },
  { "owners", "{\"users\":[{\"id\":1,\"full_name\":[]}]}", NULL },
  { "owners", "{\"users\":1}", NULL },
  { "owners", "{\"users\":\"1,2\"}", NULL },
  { "owners", "{\"groups\":[true]}", NULL },
  { "owners", "{\"guests\":[\"\"]}", NULL },
  { "owners", "[1]", NULL },
  { "owners", "\"ana\"", NULL },
  { "owners", "7", NULL },
};

static const Row processes[] = {
  { NULL, NULL, "one-off - -" },
  { "run_id", "null", "one-off - -" },
  { "run_id", "\"r1\"", "process r1 -" },
  { "run_id", "\"r1\",\"is_oneoff_task\":true", "one-off r1 -" },
  { "run_id", "\"r1\",\"is_oneoff_task\":null", "process r1 -" },
  { "run_id", "null,\"is_oneoff_task\":false", "process - -" },
  { "run", "null", "one-off - -" },
  { "run", "[]", "one-off - -" },
  { "run", "{\"data\":null}", "one-off - -" },
  { "run", "{\"data\":[]}", "one-off - -" },
  { "run", "{\"data\":{\"name\":\"Hiring\"}},\"run_id\":\"r1\"", "process r1 Hiring" },
  { "run", "{\"name\":\"Hiring\"},\"run_id\":\"r1\"", "process r1 Hiring" },
  { "run", "{\"data\":{}},\"run_id\":7", "process 7 -" },
  { "run", "\"Hiring\"", NULL },
  { "run", "[1]", NULL },
  { "run", "{\"data\":\"Hiring\"}", NULL },
  { "run", "{\"data\":{\"name\":[]}}", NULL },
};

static const Row tags[] = {
  { NULL, NULL, "" },
  { "tags", "null", "" },
  { "tags", "[]", "" },
  { "tags", "{\"data\":null}", "" },
  { "tags", "{\"data\":[{\"id\":\"t\",\"title\":\"Red\",\"color\":null},{\"title\":\"Big\"}]}",
    "Red | Big" },
  { "tags", "[\"Red\",7]", "Red | 7" },
  { "tags", "[{\"id\":\"t\"},{\"title\":\"\"},{\"title\":null},\"\"]", "" },
  { "tags", "{}", NULL },
  { "tags", "\"Red\"", NULL },
  { "tags", "[null]", NULL },
  { "tags", "[[\"Red\"]]", NULL },
  { "tags", "[true]", NULL },
  { "tags", "[{\"title\":{}}]", NULL },
};

#define JANUARY "\"created_at\":\"2026-01-01T00:00:00Z\""
#define MARCH "\"created_at\":\"2026-03-01T00:00:00Z\""

static const Row comments[] = {
  { NULL, NULL, "0 | (null)" },
  { "threads", "null", "0 | (null)" },
  { "threads", "{\"data\":null}", "0 | (null)" },
  { "threads", "[]", "0" },
  { "threads", "{\"data\":[]}", "0" },
  { "threads", "{\"data\":[{\"id\":1},{\"id\":\"2\"}]}", "2 | 1 - | 2 -" },
  { "threads", "[{\"id\":1," MARCH "},{\"id\":2},{\"id\":3," JANUARY "}]", "3 | 2 - | 3 - | 1 -" },
  { "threads", "[{\"id\":1,\"author\":{\"data\":{\"full_name\":\"Ana\"}}}]", "1 | 1 Ana" },
  { "threads", "[{\"id\":1,\"author\":{\"full_name\":\"Ana\"}}]", "1 | 1 Ana" },
  { "threads", "[{\"id\":1,\"author\":null}]", "1 | 1 -" },
  { "threads", "[{\"id\":1,\"label\":\"problem\"}]", "1 | 1 -!" },
  { "threads", "[{\"id\":1,\"label\":\"problem\",\"resolve_id\":null}]", "1 | 1 -!" },
  { "threads", "[{\"id\":1,\"label\":\"problem\",\"resolve_id\":7}]", "1 | 1 -" },
  { "threads", "[{\"id\":1,\"label\":\"resolve\",\"resolve_id\":null}]", "1 | 1 -" },
  { "threads", "[{\"id\":1,\"author\":[]}]", "1 | 1 -" },
  { "threads", "[{\"id\":1}],\"threads_count\":5", "5 | 1 -" },
  { "threads_count", "5", "5 | (null)" },
  { "threads_count", "\"5\"", "5 | (null)" },
  { "threads_count", "null", "0 | (null)" },
  { "threads_count", "-1", "0 | (null)" },
  { "threads_count", "9223372036854775807", "4294967295 | (null)" },
  { "threads_count", "9223372036854775808", NULL },
  { "threads_count", "1.5", NULL },
  { "threads_count", "[]", NULL },
  { "threads", "{}", NULL },
  { "threads", "7", NULL },
  { "threads", "[null]", NULL },
  { "threads", "[\"Hello\"]", NULL },
  { "threads", "[{\"id\":1},{}]", NULL },
  { "threads", "[{\"id\":1,\"author\":\"Ana\"}]", NULL },
  { "threads", "[{\"id\":1,\"author\":{\"full_name\":[]}}]", NULL },
};

#define FIELD(members) "{\"data\":[{\"id\":\"f\"," members "}]}"

static const Row answers[] = {
  { NULL, NULL, "(null)" },
  { "form_fields", "null", "(null)" },
  { "form_fields", "[]", "" },
  { "form_fields", "{\"data\":[]}", "" },
  { "form_fields", "[{\"id\":\"f\"},{\"id\":2,\"value\":\"x\"}]", "(null) | x" },
  { "form_fields", FIELD ("\"field_value\":\"x\",\"value\":\"y\""), "x" },
  { "form_fields", FIELD ("\"field_value\":null,\"value\":\"y\""), "y" },
  { "form_fields", FIELD ("\"value\":\"\""), "(null)" },
  { "form_fields", FIELD ("\"value\":7"), "7" },
  { "form_fields", FIELD ("\"value\":12345678901234567890"), "12345678901234567890" },
  { "form_fields", FIELD ("\"value\":1.5"), "1.5" },
  { "form_fields", FIELD ("\"value\":false"), "false" },
  { "form_fields", FIELD ("\"value\":true"), "true" },
  { "form_fields", FIELD ("\"value\":[]"), "(null)" },
  { "form_fields", FIELD ("\"value\":{}"), "(null)" },
  { "form_fields", FIELD ("\"value\":[null,\"\",[]]"), "(null)" },
  { "form_fields", FIELD ("\"value\":{\"id\":2,\"text\":\"Blue\"}"), "Blue" },
  { "form_fields", FIELD ("\"value\":{\"id\":2,\"text\":null,\"value\":null}"), "2" },
  { "form_fields",
    FIELD ("\"value\":[{\"id\":1,\"text\":\"A\",\"selected\":true},{\"text\":\"B\",\"selected\":"
           "false},{\"text\":\"C\"}]"),
    "A, C" },
  { "form_fields", FIELD ("\"value\":[{\"text\":\"A\",\"selected\":[]}]"), "A" },
  { "form_fields", FIELD ("\"value\":[[\"a\",\"b\"],[\"c\",7]]"), "a, b, c, 7" },
  { "form_fields", FIELD ("\"value\":[{\"c1\":\"a\",\"c2\":\"b\"}]"), "a, b" },
  { "form_fields", FIELD ("\"value\":{\"users\":[1],\"guests\":[\"a@b\"]}"), "1, a@b" },
  { "form_fields",
    FIELD ("\"field_type\":\"file\",\"value\":[{\"filename\":\"a.pdf\",\"url\":\"https://h/a\"}]"),
    "a.pdf | https://h/a" },
  { "form_fields",
    FIELD ("\"field_type\":\"file\",\"value\":{\"filename\":\"a.pdf\",\"url\":\"https://h/a\"}"),
    "a.pdf | https://h/a" },
  { "form_fields",
    FIELD ("\"field_type\":\"file\",\"value\":{\"filename\":\"a.pdf\",\"url\":\"http://h/a\"}"),
    "a.pdf" },
  { "form_fields",
    FIELD ("\"field_type\":\"file\",\"value\":{\"filename\":\"a\",\"url\":\"javascript:x\"}"),
    "a" },
  { "form_fields", FIELD ("\"field_type\":\"file\",\"value\":{\"filename\":\"a\",\"url\":[]}"),
    "a" },
  { "form_fields", FIELD ("\"field_type\":\"file\",\"value\":[]"), "(null)" },
  { "form_fields",
    FIELD ("\"field_type\":\"text\",\"value\":{\"text\":\"a\",\"url\":\"https://h\"}"), "a" },
  { "form_fields", FIELD ("\"field_type\":\"hologram\",\"value\":\"x\""), "x" },
  { "form_fields", "{}", NULL },
  { "form_fields", "\"x\"", NULL },
  { "form_fields", "[null]", NULL },
  { "form_fields", "[\"x\"]", NULL },
  { "form_fields", "[[]]", NULL },
  { "form_fields", "[{}]", NULL },
};

static const Row states[] = {
  { NULL, NULL, "" },
  { "status", "\"active\"", "" },
  { "status", "\"something-new\"", "" },
  { "status", "\"completed\"", "completed " },
  { "status", "\"complete\"", "completed " },
  { "status", "\"auto-skipped\"", "completed " },
  { "status", "\"hasproblem\"", "problem " },
  { "completed_at", "\"2026-03-15\"", "completed " },
  { "archived_at", "\"2026-03-15\"", "archived " },
  { "deleted_at", "\"2026-03-15\",\"archived_at\":null", "archived " },
  { "problem", "true", "problem " },
  { "problem", "false,\"hasproblem\":true", "problem " },
  { "problem", "true,\"hasproblem\":false", "problem " },
  { "problem", "0,\"hasproblem\":1", "problem " },
};

typedef struct
{
  const char *name;
  const Row *rows;
  guint n_rows;
  Tell tell;
} Table;

#define TABLE(name, rows, tell)                                                                    \
  {                                                                                                \
    name, rows, G_N_ELEMENTS (rows), tell                                                          \
  }

static const Table tables[] = {
  TABLE ("owners", owners, tell_assignees),
  TABLE ("process", processes, tell_process),
  TABLE ("tags", tags, tell_tags),
  TABLE ("comments", comments, tell_comments),
  TABLE ("form-fields", answers, tell_answers),
  TABLE ("state", states, tell_state),
};

/* What is kept of a task reads the same again. */
static void
assert_kept (TallyfyTask *task, const char *body, const Row *row, Tell tell)
{
  GBytes *json = tallyfy_task_get_json (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) again = tallyfy_task_new_from_json (json, &error);
  g_autoptr (GBytes) sent = g_bytes_new_static (body, strlen (body));
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (json, sent));
  told = tell (again);
  g_assert_cmpstr (told, ==, row->expected);
}

static void
assert_row (const Row *row, Tell tell)
{
  g_autofree char *body = row->member ? g_strdup_printf ("{\"data\":{\"id\":\"task1\",\"%s\":%s}}",
                                                         row->member, row->json)
                                      : g_strdup ("{\"data\":{\"id\":\"task1\"}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task = fetch_task (body, &error);
  g_autofree char *told = task ? tell (task) : NULL;

  g_test_message ("%s: %s", body, error ? error->message : told);
  g_assert_cmpstr (told, ==, row->expected);
  if (row->expected == NULL)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, "task1"));
      return;
    }
  g_assert_no_error (error);
  assert_kept (task, body, row, tell);
}

static void
test_table (gconstpointer data)
{
  const Table *table = data;

  for (guint i = 0; i < table->n_rows; i++)
    assert_row (&table->rows[i], table->tell);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/relations/%s", tables[i].name);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  return g_test_run ();
}
