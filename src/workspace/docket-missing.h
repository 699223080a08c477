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
 * Finds the fields that keep a task from being completed: the required ones that have no answer, without which Tallyfy
 * does not complete it, and those for which something was typed that the server does not have. What was typed and never
 * tried is sent first, and answers to the task that are being sent are waited for; nothing is sent a second time.
 */
void docket_missing_async (DocketWorkspace *workspace, const char *task_id, gboolean asks, GAsyncReadyCallback callback,
                           gpointer user_data);
/* Returns: (transfer full): their IDs, in the order of the form; none also where it could not be found out. Never NULL */
GStrv docket_missing_finish (DocketWorkspace *workspace, GAsyncResult *result);

G_END_DECLS
