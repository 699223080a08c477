/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Lists: envelopes, pages, and entries that are broken. */
#include "fetch.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *body;
  guint page;
  int n_tasks; /* -1 = refused */
  guint n_errors;
  gint64 total;
  gint64 total_pages;
  gboolean has_next;
} Envelope;

#define META(members) "{\"data\":[{\"id\":\"a\"}],\"meta\":{" members "}}"
#define PAGES(members) META ("\"pagination\":{" members "}")

static const Envelope envelopes[] = {
  { "empty", "{\"data\":[]}", 1, 0, 0, -1, -1, FALSE },
  { "no-envelope", "[{\"id\":\"a\"}]", 1, 1, 0, -1, -1, FALSE },
  { "data-absent", "{}", 1, -1, 0, -1, -1, FALSE },
  { "data-null", "{\"data\":null}", 1, -1, 0, -1, -1, FALSE },
  { "data-object", "{\"data\":{\"id\":\"a\"}}", 1, -1, 0, -1, -1, FALSE },
  { "data-text", "{\"data\":\"a\"}", 1, -1, 0, -1, -1, FALSE },
  { "data-in-data", "{\"data\":{\"data\":[]}}", 1, -1, 0, -1, -1, FALSE },
  { "meta-absent", "{\"data\":[{\"id\":\"a\"}]}", 1, 1, 0, -1, -1, FALSE },
  { "meta-null", "{\"data\":[{\"id\":\"a\"}],\"meta\":null}", 1, 1, 0, -1, -1, FALSE },
  { "meta-list", "{\"data\":[{\"id\":\"a\"}],\"meta\":[]}", 1, 1, 0, -1, -1, FALSE },
  { "meta-empty", META (""), 1, 1, 0, -1, -1, FALSE },
  { "meta-text", "{\"data\":[{\"id\":\"a\"}],\"meta\":\"x\"}", 1, 1, 1, -1, -1, FALSE },
  { "pagination-null", META ("\"pagination\":null"), 1, 1, 0, -1, -1, FALSE },
  { "pagination-list", META ("\"pagination\":[]"), 1, 1, 0, -1, -1, FALSE },
  { "pagination-number", META ("\"pagination\":3"), 1, 1, 1, -1, -1, FALSE },
  { "documented",
    PAGES ("\"total\":250,\"count\":100,\"per_page\":100,\"current_page\":1,\"total_pages\":3,"
           "\"links\":{\"previous\":null,\"next\":\"https://h/?page=2\"}"),
    1, 1, 0, 250, 3, TRUE },
  { "last-page", PAGES ("\"total\":250,\"total_pages\":3,\"links\":[]"), 3, 1, 0, 250, 3, FALSE },
  { "beyond-last", PAGES ("\"total_pages\":3"), 4, 1, 0, -1, 3, FALSE },
  { "own-page-number-counts", PAGES ("\"total_pages\":3,\"current_page\":3"), 1, 1, 0, -1, 3,
    TRUE },
  { "pages-before-links", PAGES ("\"total_pages\":1,\"links\":{\"next\":\"https://h\"}"), 1, 1, 0,
    -1, 1, FALSE },
  { "pages-without-links", PAGES ("\"total_pages\":2,\"links\":{\"next\":null}"), 1, 1, 0, -1, 2,
    TRUE },
  { "no-pages", PAGES ("\"total_pages\":0"), 1, 1, 0, -1, 0, FALSE },
  { "numbers-as-text", PAGES ("\"total\":\"250\",\"total_pages\":\"3\""), 1, 1, 0, 250, 3, TRUE },
  { "links-object", PAGES ("\"links\":{\"next\":\"https://h\"}"), 1, 1, 0, -1, -1, TRUE },
  { "links-no-next", PAGES ("\"links\":{\"previous\":\"https://h\"}"), 1, 1, 0, -1, -1, FALSE },
  { "links-next-null", PAGES ("\"links\":{\"next\":null}"), 1, 1, 0, -1, -1, FALSE },
  { "links-next-empty", PAGES ("\"links\":{\"next\":\"\"}"), 1, 1, 0, -1, -1, FALSE },
  { "links-list", PAGES ("\"links\":[]"), 1, 1, 0, -1, -1, FALSE },
  { "links-null", PAGES ("\"links\":null"), 1, 1, 0, -1, -1, FALSE },
  { "links-text", PAGES ("\"links\":\"https://h\""), 1, 1, 1, -1, -1, FALSE },
  { "links-next-object", PAGES ("\"links\":{\"next\":{}}"), 1, 1, 1, -1, -1, FALSE },
  { "more", PAGES ("\"has_more_pages\":true"), 1, 1, 0, -1, -1, TRUE },
  { "no-more", PAGES ("\"has_more_pages\":false"), 1, 1, 0, -1, -1, FALSE },
  { "more-and-links", PAGES ("\"has_more_pages\":true,\"links\":[]"), 1, 1, 0, -1, -1, TRUE },
  { "links-before-more", PAGES ("\"has_more_pages\":true,\"links\":{\"next\":null}"), 1, 1, 0, -1,
    -1, FALSE },
  { "pages-before-more", PAGES ("\"has_more_pages\":true,\"total_pages\":1"), 1, 1, 0, -1, 1,
    FALSE },
  { "total-odd", PAGES ("\"total\":[],\"total_pages\":2"), 1, 1, 1, -1, 2, TRUE },
  { "pages-odd", PAGES ("\"total\":7,\"total_pages\":{}"), 1, 1, 1, 7, -1, FALSE },
  { "pages-fraction", PAGES ("\"total_pages\":1.5"), 1, 1, 1, -1, -1, FALSE },
  { "pages-beyond-int64", PAGES ("\"total_pages\":9223372036854775808"), 1, 1, 1, -1, -1, FALSE },
  { "more-odd", PAGES ("\"has_more_pages\":\"yes\""), 1, 1, 1, -1, -1, FALSE },
  { "extras", "{\"data\":[],\"meta\":{\"overdue_tasks\":3,\"tasks_due_soon\":[]},\"x\":1}", 1, 0, 0,
    -1, -1, FALSE },
};

static void
test_envelope (gconstpointer data)
{
  const Envelope *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = fetch_page (test->body, test->page, &error);

  if (test->n_tasks < 0)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (tallyfy_task_page_get_tasks (page)->len, ==, test->n_tasks);
  g_assert_cmpuint (tallyfy_task_page_get_errors (page)->len, ==, test->n_errors);
  g_assert_cmpuint (tallyfy_task_page_get_page (page), ==, test->page);
  g_assert_cmpint (tallyfy_task_page_get_total (page), ==, test->total);
  g_assert_cmpint (tallyfy_task_page_get_total_pages (page), ==, test->total_pages);
  g_assert_true (tallyfy_task_page_has_next (page) == test->has_next);
}

/* Entries that are no task, no user and no organization. */
static const char *const broken[] = {
  "null",
  "7",
  "\"x\"",
  "true",
  "[]",
  "[{\"id\":1}]",
  "{}",
  "{\"id\":null}",
  "{\"id\":\"\"}",
  "{\"id\":true}",
  "{\"id\":[]}",
  "{\"id\":{}}",
  "{\"id\":1.5}",
  "{\"data\":{\"id\":1}}",
  "{\"id\":5,\"name\":[],\"full_name\":[]}",
  "{\"id\":5,\"name\":true,\"full_name\":true}",
};

static char *
between_good_ones (const char *entry)
{
  return g_strdup_printf ("{\"data\":[{\"id\":1},%s,{\"id\":3}]}", entry);
}

static void
test_broken_task (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *body = between_good_ones (broken[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TallyfyTaskPage) page = fetch_page (body, 1, &error);
      GPtrArray *tasks;
      GError *odd;

      g_assert_no_error (error);
      tasks = tallyfy_task_page_get_tasks (page);
      g_assert_cmpuint (tasks->len, ==, 2);
      g_assert_cmpstr (tallyfy_task_get_id (g_ptr_array_index (tasks, 0)), ==, "1");
      g_assert_cmpstr (tallyfy_task_get_id (g_ptr_array_index (tasks, 1)), ==, "3");
      g_assert_null (tallyfy_task_get_json (g_ptr_array_index (tasks, 0)));
      g_assert_cmpuint (tallyfy_task_page_get_errors (page)->len, ==, 1);
      odd = g_ptr_array_index (tallyfy_task_page_get_errors (page), 0);
      g_assert_error (odd, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_assert_true (strstr (broken[i], "\"id\":5") == NULL || strstr (odd->message, "“5”"));
    }
}

static void
assert_list (GPtrArray *list, const GError *error, guint n)
{
  g_assert_no_error (error);
  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, ==, n);
}

static void
test_broken_organization (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *body = between_good_ones (broken[i]);
      g_autofree char *alone = g_strdup_printf ("{\"data\":[%s,%s]}", broken[i], broken[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = fetch_organizations (body, &error);

      assert_list (list, error, 2);
      g_assert_cmpstr (tallyfy_organization_get_id (g_ptr_array_index (list, 1)), ==, "3");
      g_assert_null (fetch_organizations (alone, &error));
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

static void
test_broken_user (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *body = between_good_ones (broken[i]);
      g_autofree char *alone = g_strdup_printf ("{\"data\":[%s,%s]}", broken[i], broken[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = fetch_users (body, &error);

      assert_list (list, error, 2);
      g_assert_cmpint (tallyfy_user_get_id (g_ptr_array_index (list, 1)), ==, 3);
      g_assert_null (fetch_users (alone, &error));
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

/* What is a list is no single thing, and the other way round. */
static void
test_wrong_envelope (void)
{
  static const char *const no_items[] = {
    "{\"data\":[{\"id\":7}]}", "{\"data\":null}", "{\"data\":7}", "[{\"id\":7}]", "[]", "{}"
  };
  static const char *const no_lists[] = { "{\"data\":{\"id\":7}}", "{\"data\":null}", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (no_items); i++)
    {
      g_autoptr (GError) task_error = NULL;
      g_autoptr (GError) me_error = NULL;

      g_assert_null (fetch_task (no_items[i], &task_error));
      g_assert_error (task_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_assert_null (fetch_me (no_items[i], &me_error));
      g_assert_error (me_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_lists); i++)
    {
      g_autoptr (GError) users_error = NULL;
      g_autoptr (GError) organizations_error = NULL;

      g_assert_null (fetch_users (no_lists[i], &users_error));
      g_assert_error (users_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      g_assert_null (fetch_organizations (no_lists[i], &organizations_error));
      g_assert_error (organizations_error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
    }
}

static void
test_people (void)
{
  static const struct
  {
    const char *user;
    const char *name;
    gboolean is_active;
  } rows[] = {
    { "{\"id\":1,\"full_name\":\"Ana B\",\"first_name\":\"X\"}", "Ana B", TRUE },
    { "{\"id\":1,\"first_name\":\"Ana\",\"last_name\":\"B\",\"email\":\"a@b\"}", "Ana B", TRUE },
    { "{\"id\":1,\"full_name\":\"\",\"first_name\":\"Ana\",\"last_name\":\"\"}", "Ana", TRUE },
    { "{\"id\":1,\"first_name\":null,\"last_name\":\"B\"}", "B", TRUE },
    { "{\"id\":1,\"email\":\"a@b\",\"status\":null}", "a@b", TRUE },
    { "{\"id\":1,\"email\":\"\",\"status\":\"active\"}", "1", TRUE },
    { "{\"id\":1,\"status\":\"Active\"}", "1", TRUE },
    { "{\"id\":1,\"status\":\"disabled\"}", "1", FALSE },
    { "{\"id\":1,\"status\":\"invited\"}", "1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"data\":[%s]}", rows[i].user);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = fetch_users (body, &error);

      assert_list (list, error, 1);
      g_assert_cmpstr (tallyfy_user_get_full_name (g_ptr_array_index (list, 0)), ==, rows[i].name);
      g_assert_true (tallyfy_user_is_active (g_ptr_array_index (list, 0)) == rows[i].is_active);
    }
}

static void
test_long_title (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append (title, i % 2 ? "\xf0\x9f\x98\x80" : "\xe2\x80\xae");
  body = g_strdup_printf ("{\"data\":[{\"id\":\"a\",\"title\":\"%s\"}]}", title->str);
  page = fetch_page (body, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tallyfy_task_get_title (
                       g_ptr_array_index (tallyfy_task_page_get_tasks (page), 0)),
                   ==, title->str);
}

#define MANY_PAGES "{\"data\":[{\"id\":1}],\"meta\":{\"pagination\":{\"total_pages\":1000000}}}"

/* A list that never ends is given up; one whose pages become empty is over. */
static void
assert_listing (const ApiCall *call, guint n_full, gboolean ends)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_full; i++)
    hostile_server_push_answer (fixture->server, 200, "", MANY_PAGES);
  hostile_server_push_answer (fixture->server, 200, "",
                              "{\"data\":[],\"meta\":{\"pagination\":{\"total_pages\":9}}}");
  error = run_call (fixture->client, call, NULL);
  if (ends)
    g_assert_no_error (error);
  else
    assert_kind (call, error, TALLYFY_ERROR_MALFORMED);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, ends ? n_full + 1 : 1000);
}

static void
test_listing (gconstpointer data)
{
  assert_listing (data, 0, TRUE);
  assert_listing (data, 3, TRUE);
  assert_listing (data, 1000, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (envelopes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/envelope/%s", envelopes[i].name);

      g_test_add_data_func (path, &envelopes[i], test_envelope);
    }
  g_test_add_func ("/pages/broken-task", test_broken_task);
  g_test_add_func ("/pages/broken-organization", test_broken_organization);
  g_test_add_func ("/pages/broken-user", test_broken_user);
  g_test_add_func ("/pages/wrong-envelope", test_wrong_envelope);
  g_test_add_func ("/pages/people", test_people);
  g_test_add_func ("/pages/long-title", test_long_title);
  g_test_add_data_func ("/pages/listing/organizations", api_call_by_name ("organizations"),
                        test_listing);
  g_test_add_data_func ("/pages/listing/users", api_call_by_name ("users"), test_listing);
  return g_test_run ();
}
