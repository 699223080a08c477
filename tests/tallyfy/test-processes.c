/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the client makes of a process, in every shape that it may have, and of pages of them. */
#include "calls.h"

#include <string.h>

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static TallyfyProcess *
fetch (Fixture *fixture, const char *body, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hostile_server_push_answer (fixture->server, 200, "", body);
  tallyfy_client_get_process_async (fixture->client, TEST_ORG, "run1", NULL, done_cb, &result);
  return tallyfy_client_get_process_finish (fixture->client, wait_for (&result), error);
}

static void
add_date (GString *words, const char *name, GDateTime *date)
{
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  if (text != NULL)
    g_string_append_printf (words, " %s=%s", name, text);
}

static void
add_text (GString *words, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, " %s=%s", name, text);
}

/* What is there of it. */
static char *
tell (TallyfyProcess *process)
{
  GString *words = g_string_new (tallyfy_process_get_id (process));

  g_string_append_printf (words, " “%s” %d/%d", tallyfy_process_get_name (process),
                          (int)tallyfy_process_get_n_complete (process),
                          (int)tallyfy_process_get_n_tasks (process));
  add_text (words, "summary", tallyfy_process_get_summary (process));
  add_text (words, "status", tallyfy_process_get_status (process));
  add_text (words, "template", tallyfy_process_get_template_name (process));
  add_text (words, "owner", tallyfy_process_get_owner_id (process));
  add_date (words, "created", tallyfy_process_get_created_at (process));
  add_date (words, "updated", tallyfy_process_get_last_updated (process));
  add_date (words, "due", tallyfy_process_get_due_date (process));
  add_date (words, "completed", tallyfy_process_get_completed_at (process));
  add_date (words, "archived", tallyfy_process_get_archived_at (process));
  g_assert_true (tallyfy_process_is_archived (process)
                 == (tallyfy_process_get_archived_at (process) != NULL));
  return g_string_free (words, FALSE);
}

static const struct
{
  const char *members; /* of an item */
  const char *told;    /* NULL = it is refused */
} rows[] = {
  { "\"id\":\"r\"", "r “” -1/-1" },
  { "\"id\":7,\"name\":null,\"status\":null,\"progress\":null,\"due_date\":null", "7 “” -1/-1" },
  { "\"id\":\"r\",\"name\":\"Launch\",\"summary\":\"<p>x</p>\",\"status\":\"hibernating\","
    "\"checklist_title\":\"Client Launch\"",
    "r “Launch” -1/-1 summary=<p>x</p> status=hibernating template=Client Launch" },
  { "\"id\":\"r\",\"progress\":{\"complete\":3,\"total\":8,\"percent\":37}", "r “” 3/8" },
  { "\"id\":\"r\",\"progress\":{\"complete\":\"3\",\"total\":\"8\"}", "r “” 3/8" },
  { "\"id\":\"r\",\"progress\":{\"total\":8}", "r “” -1/8" },
  { "\"id\":\"r\",\"progress\":[]", "r “” -1/-1" },
  { "\"id\":\"r\",\"progress\":37", NULL },
  { "\"id\":\"r\",\"progress\":{\"total\":\"many\"}", NULL },
  { "\"id\":\"r\",\"started_by\":7", "r “” -1/-1 owner=7" },
  { "\"id\":\"r\",\"started_by\":7,\"owner_id\":8", "r “” -1/-1 owner=8" },
  { "\"id\":\"r\",\"started_by\":7,\"owner_id\":null", "r “” -1/-1 owner=7" },
  { "\"id\":\"r\",\"created_at\":\"2030-01-02T03:04:05Z\","
    "\"last_updated\":\"2030-01-02T03:04:05.000Z\",\"due_date\":\"2030-01-02T04:04:05+01:00\","
    "\"completed_at\":\"2030-01-02T03:04:05Z\",\"archived_at\":\"2030-01-02T03:04:05Z\"",
    "r “” -1/-1 created=2030-01-02T03:04:05Z updated=2030-01-02T03:04:05Z "
    "due=2030-01-02T03:04:05Z completed=2030-01-02T03:04:05Z archived=2030-01-02T03:04:05Z" },
  { "\"id\":\"r\",\"deleted_at\":\"2030-01-02T03:04:05Z\",\"archived_at\":null",
    "r “” -1/-1 archived=2030-01-02T03:04:05Z" },
  { "\"id\":\"r\",\"archived_at\":\"\"", "r “” -1/-1" },
  { "\"id\":\"r\",\"due_date\":\"soon\"", NULL },
  { "\"id\":\"r\",\"name\":[]", NULL },
  { "\"name\":\"Launch\"", NULL },
  { "\"id\":\"..\"", NULL },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *body = g_strdup_printf ("{\"data\":{%s}}", rows[i].members);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyProcess) process = fetch (fixture, body, &error);
  g_autofree char *told = NULL;

  if (rows[i].told == NULL)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      return;
    }
  g_assert_no_error (error);
  told = tell (process);
  g_assert_cmpstr (told, ==, rows[i].told);
}

/* What it came as can be kept, and read again. */
static void
test_json (void)
{
  static const char body[] = "{\"data\":{\"id\":\"r\",\"name\":\"Launch\",\"extra\":[1]}}";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyProcess) process = fetch (fixture, body, &error);
  g_autoptr (GBytes) json = g_bytes_new_static (body, strlen (body));
  g_autoptr (TallyfyProcess) again = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (tallyfy_process_get_json (process), json));
  again = tallyfy_process_new_from_json (tallyfy_process_get_json (process), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tallyfy_process_get_name (again), ==, "Launch");
}

static TallyfyProcessPage *
fetch_page (Fixture *fixture,
            const TallyfyProcessQuery *query,
            guint page,
            const char *body,
            GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hostile_server_push_answer (fixture->server, 200, "", body);
  tallyfy_client_list_processes_async (fixture->client, TEST_ORG, query, page, NULL, done_cb,
                                       &result);
  return tallyfy_client_list_processes_finish (fixture->client, wait_for (&result), error);
}

/* An odd entry loses no other, and its words hold no token. */
static void
test_page (void)
{
  static const TallyfyProcessQuery query = { 0 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyProcessPage) page
      = fetch_page (fixture, &query, 2,
                    "{\"data\":[{\"id\":\"a\"},{\"id\":\"" TEST_TOKEN
                    "\",\"name\":[]},{\"id\":\"b\"}],"
                    "\"meta\":{\"pagination\":{\"total\":203,\"total_pages\":3}}}",
                    &error);
  GPtrArray *processes;
  GPtrArray *errors;

  g_assert_no_error (error);
  processes = tallyfy_process_page_get_processes (page);
  errors = tallyfy_process_page_get_errors (page);
  g_assert_cmpuint (processes->len, ==, 2);
  g_assert_cmpstr (tallyfy_process_get_id (processes->pdata[1]), ==, "b");
  g_assert_null (tallyfy_process_get_json (processes->pdata[1]));
  g_assert_cmpuint (errors->len, ==, 1);
  g_assert_null (strstr (((GError *)errors->pdata[0])->message, TEST_TOKEN));
  g_assert_cmpuint (tallyfy_process_page_get_page (page), ==, 2);
  g_assert_cmpint (tallyfy_process_page_get_total (page), ==, 203);
  g_assert_cmpint (tallyfy_process_page_get_total_pages (page), ==, 3);
  g_assert_true (tallyfy_process_page_has_next (page));
}

/* A list without its data is no empty list. */
static void
test_no_list (void)
{
  static const TallyfyProcessQuery query = { 0 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fetch_page (fixture, &query, 1, "{\"message\":\"Nothing.\"}", &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
}

static void
test_query (void)
{
  static const TallyfyProcessQuery query
      = { .status = "archived", .text = "a&b é", .sort = "-created_at", .per_page = 500 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyProcessPage) page = fetch_page (fixture, &query, 0, "{\"data\":[]}", &error);
  g_autofree char *request = hostile_server_get_request (fixture->server, 0);

  g_assert_no_error (error);
  g_assert_false (tallyfy_process_page_has_next (page));
  g_assert_true (
      g_str_has_prefix (request, "GET /organizations/org1/runs?page=1&per_page=100&"
                                 "status=archived&q=a%26b%20%C3%A9&sort=-created_at HTTP/1.1\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/processes/row/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/processes/json", test_json);
  g_test_add_func ("/processes/page", test_page);
  g_test_add_func ("/processes/no-list", test_no_list);
  g_test_add_func ("/processes/query", test_query);
  return g_test_run ();
}
