/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* Takes an open file from the version that it has to the one that the program wants. One that is newer stays as it is:
 * INVALID_DATA. Private to the database. */
gboolean docket_database_migrate (sqlite3 *db, const DocketDatabaseSchema *schema, GError **error);

G_END_DECLS
