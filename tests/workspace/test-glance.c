/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the desktop's search finds: of the account that was open last, read from its file alone. */
#include "stock.h"

#include <glib/gstdio.h>

#include "index-file.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-glance.h"

#define TASKS                                                                                      \
  "{\"id\":\"done\",\"title\":\"Lease of last year\",\"is_oneoff_task\":true,"                     \
  "\"status\":\"completed\",\"completed_at\":\"2026-01-02T09:00:00Z\","                            \
  "\"deadline\":\"2026-01-01T09:00:00Z\"},"                                                        \
  "{\"id\":\"other\",\"title\":\"Lease of others\",\"is_oneoff_task\":true,"                       \
  "\"deadline\":\"2026-03-01T09:00:00Z\",\"owners\":{\"users\":[8]}},"                             \
  "{\"id\":\"mine\",\"title\":\"My lease\",\"is_oneoff_task\":true,"                               \
  "\"owners\":{\"users\":[7]}},"                                                                   \
  "{\"id\":\"late\",\"title\":\"Send the Lease to Zoë\",\"is_oneoff_task\":true,"                 \
  "\"deadline\":\"2026-03-05T09:00:00Z\",\"owners\":{\"users\":[7]}},"                             \
  "{\"id\":\"away\",\"title\":\"Archived lease\",\"is_oneoff_task\":true,"                         \
  "\"archived_at\":\"2026-01-02T09:00:00Z\"},"                                                     \
  "{\"id\":\"chair\",\"title\":\"Order chairs\",\"is_oneoff_task\":true}"

typedef struct
{
  DocketAccount *account;
  DocketCache *cache;
} Fixture;

static DocketAccount *
new_account (const char *organization)
{
  return docket_account_new ("https://api.example.com", STOCK_USER, "Ada", organization, "Org",
                             NULL);
}

static void
save (DocketAccount *account)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_account_store_save_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *name = NULL;

  fixture->account = new_account ("one");
  name = docket_account_dup_file_name (fixture->account);
  fixture->cache = stock_open (name);
  stock_store_now (fixture->cache, TASKS);
}

static void
tear_down (Fixture *fixture)
{
  stock_close (fixture->cache);
  wait_for_closed_files ();
  g_object_unref (fixture->account);
}

/* Such as "a b". (transfer full) */
static char *
find (DocketAccount *account, const char *text, const char *among)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) before = among != NULL ? g_strsplit (among, " ", -1) : NULL;
  g_auto (GStrv) ids = NULL;

  docket_glance_find_async (account, text, (const char *const *)before, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  ids = docket_glance_find_finish (result, &error);
  g_assert_no_error (error);
  return g_strjoinv (" ", ids);
}

static void
assert_finds (DocketAccount *account, const char *text, const char *among, const char *expected)
{
  g_autofree char *found = find (account, text, among);

  g_assert_cmpstr (found, ==, expected);
}

static GPtrArray *
describe (DocketAccount *account, const char *const *ids)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *tasks;

  docket_glance_describe_async (account, ids, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  tasks = docket_glance_describe_finish (result, &error);
  g_assert_no_error (error);
  return tasks;
}

static void
assert_words (DocketAccount *account)
{
  assert_finds (account, "lease", NULL, "late mine other done");
  assert_finds (account, "LEASE zoe", NULL, "late");
  assert_finds (account, "chairs lease", NULL, "");
  assert_finds (account, "l", NULL, "late mine other done");
  assert_finds (account, "is:completed", NULL, "done");
  assert_finds (account, "archived", NULL, "");
  assert_finds (account, "", NULL, "");
  assert_finds (account, "  ", NULL, "");
}

/* What is to be done comes first, one's own before others', what is due before what is not. The
 * same with an index of search and without. */
static void
test_find (void)
{
  Fixture fixture;

  set_up (&fixture);
  assert_words (fixture.account);
  index_file_fill (fixture.cache);
  assert_words (fixture.account);
  tear_down (&fixture);
}

static void
test_narrow (void)
{
  Fixture fixture;

  set_up (&fixture);
  assert_finds (fixture.account, "lease", "done mine chair", "done mine");
  assert_finds (fixture.account, "lease my", "done mine", "mine");
  assert_finds (fixture.account, "is:open lease", "done mine", "mine");
  assert_finds (fixture.account, "lease", "unknown away ", "");
  assert_finds (fixture.account, "lease", "", "");
  tear_down (&fixture);
}

static void
test_more (void)
{
  g_autoptr (GString) tasks = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_auto (GStrv) ids = NULL;
  Fixture fixture;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (tasks, "%s{\"id\":\"t%u\",\"title\":\"Invoice %u\"}", i > 0 ? "," : "",
                            i, i);
  set_up (&fixture);
  stock_store_now (fixture.cache, tasks->str);
  found = find (fixture.account, "inv", NULL);
  ids = g_strsplit (found, " ", -1);
  g_assert_cmpuint (g_strv_length (ids), ==, 101);
  g_assert_cmpstr (ids[100], ==, DOCKET_GLANCE_MORE);
  /* What was left out is found, too. */
  assert_finds (fixture.account, "invoice 99", found, "t99");
  ids[100][0] = '\0';
  g_free (found);
  found = g_strjoinv (" ", ids);
  assert_finds (fixture.account, "invoice 99", found, "");
  tear_down (&fixture);
}

static void
test_describe (void)
{
  static const char *const ids[] = { "late", "unknown", "done", NULL };
  Fixture fixture;
  g_autoptr (GPtrArray) tasks = NULL;

  set_up (&fixture);
  tasks = describe (fixture.account, ids);
  g_assert_cmpuint (tasks->len, ==, 2);
  g_assert_cmpstr (docket_task_get_id (tasks->pdata[0]), ==, "late");
  g_assert_cmpstr (docket_task_get_title (tasks->pdata[0]), ==, "Send the Lease to Zoë");
  g_assert_nonnull (docket_task_get_deadline (tasks->pdata[0]));
  g_assert_true (docket_task_get_completed (tasks->pdata[1]));
  tear_down (&fixture);
}

static void
test_last (void)
{
  g_autoptr (DocketAccount) other = new_account ("two");
  Fixture fixture;

  set_up (&fixture);
  assert_finds (NULL, "lease", NULL, "");
  save (fixture.account);
  assert_finds (NULL, "zoe", NULL, "late");
  /* Of another one nothing is kept, and nothing is made. */
  save (other);
  assert_finds (NULL, "zoe", NULL, "");
  save (fixture.account);
  assert_finds (NULL, "zoe", NULL, "late");
  tear_down (&fixture);
}

static void
test_nothing_is_made (void)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "docket", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "docket", NULL);
  g_autoptr (GPtrArray) tasks = NULL;
  static const char *const ids[] = { "late", NULL };

  assert_finds (NULL, "lease", NULL, "");
  tasks = describe (NULL, ids);
  g_assert_cmpuint (tasks->len, ==, 0);
  g_assert_false (g_file_test (data, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (cache, G_FILE_TEST_EXISTS));
}

/* It is read as it is: one that another version has written, or that is damaged, is left alone. */
static void
test_other_files (void)
{
  g_autoptr (DocketAccount) account = new_account ("one");
  g_autofree char *name = docket_account_dup_file_name (account);
  g_autofree char *file = g_strconcat (name, ".db", NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "docket", file, NULL);
  g_autofree char *content = NULL;
  DocketCache *cache = stock_open (name);
  sqlite3 *db;

  stock_store_now (cache, TASKS);
  stock_close (cache);
  wait_for_closed_files ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  index_file_run (db, "PRAGMA user_version = 3");
  sqlite3_close (db);
  assert_finds (account, "lease", NULL, "");
  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  assert_finds (account, "lease", NULL, "");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "no database");
}

int
main (int argc, char *argv[])
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/glance/find", test_find);
  folders_add_func ("/glance/narrow", test_narrow);
  folders_add_func ("/glance/more", test_more);
  folders_add_func ("/glance/describe", test_describe);
  folders_add_func ("/glance/last", test_last);
  folders_add_func ("/glance/nothing-is-made", test_nothing_is_made);
  folders_add_func ("/glance/other-files", test_other_files);
  return folders_run ();
}
