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

G_END_DECLS
