/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Which files are open ahead, and what becomes of those that nobody takes. */
#include "workspace/docket-ahead.h"

#include "folders.h"
#include "waiting.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-cache-private.h"
#include "workspace/docket-journal-private.h"

/* In another thread: it may wait there. */
static gpointer
take_thread (gpointer path)
{
  return docket_ahead_take (path);
}

/* (nullable) */
static sqlite3 *
take (const char *path)
{
  return g_thread_join (g_thread_new ("take", take_thread, (gpointer)path));
}

static void
assert_open (const char *path)
{
  sqlite3 *db = take (path);

  g_assert_nonnull (db);
  g_assert_cmpstr (sqlite3_db_filename (db, NULL), ==, path);
  g_assert_cmpint (sqlite3_exec (db, "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
}

static DocketAccount *
sign_in (void)
{
  DocketAccount *account
      = docket_account_new ("http://127.0.0.1:9", 7, "Ada Young", "org1", "Young & Co", NULL);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_account_store_save_finish (result, NULL));
  wait_for_closed_files ();
  return account;
}

static void
test_nobody_is_signed_in (void)
{
  g_autofree char *journal = docket_journal_build_path ();

  g_assert_null (take (journal));
  docket_ahead_begin ();
  assert_open (journal);
  g_assert_null (take (journal));
  docket_ahead_end ();
}

static void
test_somebody_is (void)
{
  g_autoptr (DocketAccount) account = sign_in ();
  g_autofree char *name = docket_account_dup_file_name (account);
  g_autofree char *journal = docket_journal_build_path ();
  g_autofree char *cache = docket_cache_build_path (name);

  docket_ahead_begin ();
  assert_open (cache);
  assert_open (journal);
  assert_open (journal);
  g_assert_null (take (journal));
  g_assert_null (take (cache));
  docket_ahead_end ();
}

static void
test_what_nobody_takes_is_closed (void)
{
  g_autoptr (DocketAccount) account = sign_in ();
  g_autofree char *journal = docket_journal_build_path ();

  docket_ahead_begin ();
  assert_open (journal);
  assert_open (journal);
  /* The cache is the last that is opened. */
  g_assert_null (take ("/none"));
  docket_ahead_end ();
  wait_for_closed_files ();
  g_assert_null (take (journal));
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/ahead/nobody-is-signed-in", test_nobody_is_signed_in);
  folders_add_func ("/ahead/somebody-is", test_somebody_is);
  folders_add_func ("/ahead/what-nobody-takes-is-closed", test_what_nobody_takes_is_closed);
  return folders_run ();
}
