/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Single tasks, and the account that was open last. */
#include "room.h"

#include <string.h>

#include <sqlite3.h>
#include "workspace/docket-account-store.h"

#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define FULL_TASK                                                                                  \
  "{\"data\":{\"id\":\"t1\",\"title\":\"Report "                                                   \
  "2\",\"is_oneoff_task\":true,\"summary\":\"<p>a</p>\","                                          \
  "\"threads\":{\"data\":[{\"id\":\"c1\",\"content\":\"hello\"}]}}}"

static TallyfyTask *
load (Room *room, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TallyfyTask *task;

  docket_workspace_load_task_async (room->workspace, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  task = docket_workspace_load_task_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return task;
}

static TallyfyTask *
fetch (Room *room, const char *id, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_fetch_task_async (room->workspace, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_workspace_fetch_task_finish (room->workspace, result, error);
}

static gboolean
has_namesake (Room *room, const char *id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_has_namesake_async (room->workspace, id, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_workspace_has_namesake_finish (room->workspace, result, NULL);
}

static void
test_fetch (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) fetched = NULL;
  g_autoptr (TallyfyTask) kept = NULL;
  g_autoptr (TallyfyTask) still_kept = NULL;

  room_open_with (room, TASK, "");
  g_assert_null (load (room, "t1"));
  hostile_server_push_answer (room->server, 200, "", FULL_TASK);
  fetched = fetch (room, "t1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tallyfy_task_get_summary (fetched), ==, "<p>a</p>");
  kept = load (room, "t1");
  g_assert_cmpstr (tallyfy_task_get_title (kept), ==, "Report 2");
  g_assert_cmpuint (tallyfy_task_get_comments (kept)->len, ==, 1);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);

  /* A list, which has no details, does not take them away. */
  push_list (room->server, TASK);
  push_list (room->server, "");
  push_list (room->server, "");
  error = room_refresh (room);
  g_assert_no_error (error);
  still_kept = load (room, "t1");
  g_assert_cmpuint (tallyfy_task_get_comments (still_kept)->len, ==, 1);
}

static void
test_fetch_errors (void)
{
  g_autoptr (Room) room = room_new (0);
  static const struct
  {
    guint status;
    const char *body;
    TallyfyError error;
    DocketConnection connection;
  } cases[] = {
    { 404, "{\"code\":\"RESOURCE_NOT_FOUND\"}", TALLYFY_ERROR_NOT_FOUND, DOCKET_CONNECTION_ONLINE },
    { 403, "{}", TALLYFY_ERROR_FORBIDDEN, DOCKET_CONNECTION_ONLINE },
    { 500, "{}", TALLYFY_ERROR_SERVER, DOCKET_CONNECTION_ONLINE },
    { 401, "{}", TALLYFY_ERROR_SIGNED_OUT, DOCKET_CONNECTION_SIGNED_OUT },
  };

  room_open_with (room, TASK, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      hostile_server_push_answer (room->server, cases[i].status, "", cases[i].body);
      g_assert_null (fetch (room, "t1", &error));
      g_assert_error (error, TALLYFY_ERROR, (int)cases[i].error);
      g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, cases[i].connection);
      g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
    }
}

static void
test_fetch_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  g_clear_pointer (&room->server, hostile_server_free);
  g_assert_null (fetch (room, "t1", &error));
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_OFFLINE);
}

static void
test_namesake (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room,
                  TASK ",{\"id\":\"t2\",\"title\":\"Report\"},{\"id\":\"t3\",\"title\":\"Else\"}",
                  "");
  g_assert_true (has_namesake (room, "t1"));
  g_assert_false (has_namesake (room, "t3"));
  g_assert_false (has_namesake (room, "t9"));
}

static void
test_file_names (void)
{
  const struct
  {
    const char *address;
    gint64 user;
    const char *organization;
    const char *storage;
  } accounts[] = {
    { "https://a.example", 7, "o1", NULL },        { "https://b.example", 7, "o1", NULL },
    { "https://a.example", 8, "o1", NULL },        { "https://a.example", 7, "o2", NULL },
    { "https://a.example", 71, "1", NULL },        { "https://a.example", 7, "11", NULL },
    { "https://a.example", 7, "o1", "practice" },  { "https://a.example", 7, "o1", "7" },
    { "https://a.example", 7, "../../x/y", NULL },
  };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      g_autoptr (DocketAccount) account
          = docket_account_new (accounts[i].address, accounts[i].user, NULL,
                                accounts[i].organization, NULL, accounts[i].storage);
      char *name = docket_account_dup_file_name (account);

      g_assert_null (strchr (name, '/'));
      g_assert_true (g_hash_table_add (names, name));
    }
}

/* The practice workspace is at another port each time, and is the same. */
static void
test_storage (void)
{
  g_autoptr (DocketAccount) first
      = docket_account_new ("http://127.0.0.1:1", 7, "a", "o1", "b", "practice");
  g_autoptr (DocketAccount) second
      = docket_account_new ("http://127.0.0.1:2", 7, "a", "o1", "b", "practice");
  g_autofree char *a = docket_account_dup_file_name (first);
  g_autofree char *b = docket_account_dup_file_name (second);

  g_assert_cmpstr (a, ==, b);
}

/* One line an account, the one that was open last first. (transfer full) */
static char *
load_accounts (void)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  docket_account_store_load_async (NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  accounts = docket_account_store_load_finish (result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (lines, "%s %" G_GINT64_FORMAT " %s %s %s\n",
                            docket_account_get_address (accounts->pdata[i]),
                            docket_account_get_user_id (accounts->pdata[i]),
                            docket_account_get_user_name (accounts->pdata[i]),
                            docket_account_get_organization_id (accounts->pdata[i]),
                            docket_account_get_organization_name (accounts->pdata[i]));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
assert_accounts (const char *lines)
{
  g_autofree char *loaded = load_accounts ();

  g_assert_cmpstr (loaded, ==, lines);
}

static void
save_accounts (DocketAccount *opened, GPtrArray *all)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_account_store_save_async (opened, all, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_account_store_save_finish (result, NULL));
}

static void
forget_account (DocketAccount *account)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_account_store_forget_async (account, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_account_store_forget_finish (result, NULL));
}

#define MIAS_ONE "https://a.example 7 Mia o1 One\n"
#define MIAS_TWO "https://a.example 7 Mia o2 Two\n"
#define NOAS "https://b.example 8 Noa o1 Elsewhere\n"

static void
test_accounts (void)
{
  g_autoptr (DocketAccount) one
      = docket_account_new ("https://a.example", 7, "Mia", "o1", "One", NULL);
  g_autoptr (DocketAccount) two
      = docket_account_new ("https://a.example", 7, "Mia", "o2", "Two", NULL);
  g_autoptr (DocketAccount) noas
      = docket_account_new ("https://b.example", 8, "Noa", "o1", "Elsewhere", NULL);
  g_autoptr (GPtrArray) mias = g_ptr_array_new ();
  g_autoptr (GPtrArray) less = g_ptr_array_new ();

  g_ptr_array_add (mias, one);
  g_ptr_array_add (mias, two);
  g_ptr_array_add (less, two);
  assert_accounts ("");
  save_accounts (one, mias);
  assert_accounts (MIAS_ONE MIAS_TWO);
  save_accounts (noas, NULL);
  assert_accounts (NOAS MIAS_ONE MIAS_TWO);
  save_accounts (two, NULL);
  assert_accounts (MIAS_TWO NOAS MIAS_ONE);
  /* She has left an organization. */
  save_accounts (two, less);
  assert_accounts (MIAS_TWO NOAS);
  save_accounts (one, mias);
  save_accounts (noas, NULL);
  forget_account (one);
  assert_accounts (NOAS);
  forget_account (noas);
  assert_accounts ("");
}

/* A journal from when there was one account alone. */
static void
test_account_of_before (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "docket", NULL);
  g_autofree char *path = g_build_filename (folder, "journal.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "CREATE TABLE account (place INTEGER PRIMARY KEY, address TEXT,"
                                 " user INTEGER, user_name TEXT, organization TEXT,"
                                 " organization_name TEXT);"
                                 "INSERT INTO account VALUES"
                                 " (1, 'https://a.example', 7, 'Mia', 'o1', 'One');"
                                 "CREATE TABLE removal (id INTEGER PRIMARY KEY);"
                                 "PRAGMA user_version = 4",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  assert_accounts (MIAS_ONE);
}

/* The tasks go, what was removed is still known, and the token was never there. */
static void
test_forget (void)
{
  g_autoptr (Room) room = room_new (0);

  save_accounts (room->account, NULL);
  room_open_with (room,
                  "{\"id\":\"kept-task\",\"title\":\"Secret plan\"},"
                  "{\"id\":\"removed-task\",\"title\":\"b\",\"is_oneoff_task\":true}",
                  "");
  hostile_server_push_answer (room->server, 204, "", "");
  g_object_unref (room_remove (room, DOCKET_REMOVAL_DELETE, "removed-task", NULL));
  g_assert_true (cache_holds ("Secret plan"));
  g_assert_false (cache_holds (ROOM_TOKEN) || journal_holds (ROOM_TOKEN));
  room_close (room);
  forget_account (room->account);
  g_assert_false (cache_holds ("Secret plan"));
  g_assert_true (journal_holds ("removed-task"));
  g_assert_false (journal_holds ("Secret plan"));
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/workspace/fetch", test_fetch);
  folders_add_func ("/workspace/fetch-errors", test_fetch_errors);
  folders_add_func ("/workspace/fetch-offline", test_fetch_offline);
  folders_add_func ("/workspace/namesake", test_namesake);
  folders_add_func ("/account/file-names", test_file_names);
  folders_add_func ("/account/storage", test_storage);
  folders_add_func ("/account/store", test_accounts);
  folders_add_func ("/account/of-before", test_account_of_before);
  folders_add_func ("/account/forget", test_forget);
  return folders_run ();
}
