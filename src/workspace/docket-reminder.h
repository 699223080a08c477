/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/**
 * DocketReminderOutcome:
 * @DOCKET_REMINDER_SENT: the server said so
 * @DOCKET_REMINDER_NOT_CONFIRMED: no answer came. Tallyfy cannot be asked whether it went out
 */
typedef enum
{
  DOCKET_REMINDER_SENT,
  DOCKET_REMINDER_NOT_CONFIRMED,
} DocketReminderOutcome;

/* Has Tallyfy remind the assignees of a task by e-mail: one request, never repeated, not cancellable. */
void docket_reminder_async (DocketWorkspace *workspace, const char *task_id, GAsyncReadyCallback callback,
                            gpointer user_data);
/* @outcome: (out): told unless there is an error. Errors: TALLYFY_ERROR where the server refused or nothing was sent. */
gboolean docket_reminder_finish (DocketWorkspace *workspace, GAsyncResult *result, DocketReminderOutcome *outcome,
                                 GError **error);

G_END_DECLS
