/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"
#include "workspace/docket-process-private.h"

G_BEGIN_DECLS

/* DocketDatabaseJob over a gint64, the time in unix seconds. Returns: a GPtrArray of DocketProcessData: all there are, in the
 * order of the list. Private to the model. */
gpointer docket_process_query_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
