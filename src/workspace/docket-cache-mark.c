/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-private.h"

/* So many are told at once: it takes a write. */
#define AT_ONCE 1000

static gpointer
reserve_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  docket_database_change (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES ('mark', ?)",
                          "i", *(const gint64 *)job_data);
  return NULL;
}

/* The next change tries again. */
static void
reserved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCache) self = user_data;
  g_autoptr (GError) error = NULL;

  docket_database_run_finish (DOCKET_DATABASE (source), result, &error);
  if (error != NULL)
    self->reserved_mark = 0;
}

void
docket_cache_reserve_mark (DocketCache *self, gint64 mark)
{
  if (mark <= self->reserved_mark)
    return;
  self->reserved_mark = mark + AT_ONCE;
  docket_database_run_async (self->database, G_PRIORITY_DEFAULT, reserve_job,
                             g_memdup2 (&self->reserved_mark, sizeof self->reserved_mark), g_free,
                             NULL, NULL, reserved_cb, g_object_ref (self));
}
