/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-database-migrate.h"

#include <glib/gi18n-lib.h>

static int
user_version (sqlite3 *db, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, "PRAGMA user_version", error);

  if (statement == NULL || docket_database_step (statement, error) != 1)
    return -1;
  return sqlite3_column_int (statement, 0);
}

/* Returns: the version that there is, or -1 */
static int
check_version (sqlite3 *db, const DocketDatabaseSchema *schema, GError **error)
{
  int version = user_version (db, error);

  if (version < 0 || (guint)version <= schema->n_migrations)
    return version;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("The file was written by a newer version of Docket."));
  return -1;
}

/* Whoever else opens the file may have taken some of the steps since one looked. */
static gboolean
migrate_alone (sqlite3 *db, const DocketDatabaseSchema *schema, GError **error)
{
  int version = check_version (db, schema, error);

  for (guint i = (guint)version; version >= 0 && i < schema->n_migrations; i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("%s; PRAGMA user_version = %u", schema->migrations[i], i + 1);

      if (!docket_database_exec (db, sql, error))
        return FALSE;
    }
  return version >= 0;
}

/** docket_database_migrate: all steps or none. */
gboolean
docket_database_migrate (sqlite3 *db, const DocketDatabaseSchema *schema, GError **error)
{
  int version = check_version (db, schema, error);

  if (version < 0 || (guint)version == schema->n_migrations)
    return version >= 0;
  if (docket_database_exec (db, "BEGIN IMMEDIATE", error) && migrate_alone (db, schema, error)
      && docket_database_exec (db, "COMMIT", error))
    return TRUE;
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}
