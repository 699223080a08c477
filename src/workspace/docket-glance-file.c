/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-glance-file.h"

#include "workspace/docket-cache-private.h"
#include "workspace/docket-journal-private.h"

/* Nobody waits longer for another program that writes. */
#define PATIENCE_MS 1000

static gboolean
is_of_this_version (sqlite3 *db, const DocketDatabaseSchema *schema)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, "PRAGMA user_version", NULL);

  return statement != NULL && docket_database_step (statement, NULL) == 1
         && (guint)sqlite3_column_int (statement, 0) == schema->n_migrations;
}

/* Nothing can be changed in it. SQLite must be able to write beside it all the same: the last one
 * that closes it puts its journal away. */
static sqlite3 *
open_file (const char *path, const DocketDatabaseSchema *schema)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
    {
      sqlite3_busy_timeout (db, PATIENCE_MS);
      if (docket_database_exec (db, "PRAGMA query_only = ON", NULL)
          && (schema->set_up == NULL || schema->set_up (db, NULL))
          && is_of_this_version (db, schema))
        return db;
    }
  sqlite3_close (db);
  return NULL;
}

/* (transfer full) (nullable) */
static DocketAccount *
find_last (void)
{
  g_autofree char *path = docket_journal_build_path ();
  sqlite3 *journal = open_file (path, docket_journal_get_schema ());
  g_autoptr (GPtrArray) accounts
      = journal != NULL ? docket_journal_load_accounts_job (journal, NULL, NULL, NULL) : NULL;

  sqlite3_close (journal);
  return accounts != NULL && accounts->len > 0 ? g_object_ref (accounts->pdata[0]) : NULL;
}

sqlite3 *
docket_glance_file_open (DocketAccount *account)
{
  g_autoptr (DocketAccount) last = account != NULL ? g_object_ref (account) : find_last ();
  g_autofree char *name = last != NULL ? docket_account_dup_file_name (last) : NULL;
  g_autofree char *path = name != NULL ? docket_cache_build_path (name) : NULL;

  return path != NULL ? open_file (path, docket_cache_get_schema ()) : NULL;
}
