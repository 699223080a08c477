/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-journal.h"

G_BEGIN_DECLS

/* For the docket-journal-*.c files. Every job goes this way. @changes: one that succeeded emits "changed" */
void docket_journal_run (DocketJournal *self, gpointer tag, gboolean changes, DocketDatabaseJob job,
                         gpointer job_data, GDestroyNotify job_data_free, GDestroyNotify result_free,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* For a job that returns nothing. */
gboolean docket_journal_finish_change (GAsyncResult *result, GError **error);

/* Where it is. (transfer full) */
char *docket_journal_build_path (void);
const DocketDatabaseSchema *docket_journal_get_schema (void);
/* DocketDatabaseJob without data. Returns: a GPtrArray of DocketAccount, the one that was open last first */
gpointer docket_journal_load_accounts_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);

G_END_DECLS
