/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/**
 * docket_missing_async:
 * @asks: the server is asked in any case; else only where what is kept of the task says that an answer is missing, since
 *   somebody may have given it meanwhile
 *
 * Finds the required fields of a task that have no answer: without them Tallyfy does not complete it. Answers to the task
 * that are being sent are waited for.
 */
void docket_missing_async (DocketWorkspace *workspace, const char *task_id, gboolean asks, GAsyncReadyCallback callback,
                           gpointer user_data);
/* Returns: (transfer full): their IDs; none also where it could not be found out. Never NULL */
GStrv docket_missing_finish (DocketWorkspace *workspace, GAsyncResult *result);

G_END_DECLS
