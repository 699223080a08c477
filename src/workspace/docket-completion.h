/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A task completed or opened again. */

/**
 * DocketCompletionKind:
 * @DOCKET_COMPLETION_COMPLETE: any task but an approval
 * @DOCKET_COMPLETION_APPROVE: an approval
 * @DOCKET_COMPLETION_REJECT: an approval
 * @DOCKET_COMPLETION_REOPEN: a task that is complete
 */
typedef enum
{
  DOCKET_COMPLETION_COMPLETE,
  DOCKET_COMPLETION_APPROVE,
  DOCKET_COMPLETION_REJECT,
  DOCKET_COMPLETION_REOPEN,
} DocketCompletionKind;

/**
 * DocketCompletionOutcome:
 * @DOCKET_COMPLETION_DONE: the task is as was asked for
 * @DOCKET_COMPLETION_WAITS: done for this person; the task stays open until everybody has completed it
 * @DOCKET_COMPLETION_NOT_DONE: no answer came, and a look-up found the task as it was before
 * @DOCKET_COMPLETION_NOT_CONFIRMED: no answer came, and none to the look-up either; the list shows the task as it was
 *   before
 */
typedef enum
{
  DOCKET_COMPLETION_DONE,
  DOCKET_COMPLETION_WAITS,
  DOCKET_COMPLETION_NOT_DONE,
  DOCKET_COMPLETION_NOT_CONFIRMED,
} DocketCompletionOutcome;

/**
 * docket_completion_async:
 *
 * The list shows the task as it will be at once. Then one request goes out, and once more after a 429; where its answer
 * is no proof the task is looked up, and what is found is shown. Nothing is repeated by itself. Not cancellable: it is
 * seen to its end.
 */
void docket_completion_async (DocketWorkspace *workspace, DocketCompletionKind kind, const char *task_id,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * docket_completion_finish:
 * @outcome: (out):
 *
 * Errors, after which the task is shown as it was: G_IO_ERROR_PENDING where something is being done to this task already;
 * G_IO_ERROR_NOT_FOUND where it is not known here; TALLYFY_ERROR where the server refused, with UNPROCESSABLE for a
 * required answer that is missing, or nothing was sent.
 */
gboolean docket_completion_finish (DocketWorkspace *workspace, GAsyncResult *result,
                                   DocketCompletionOutcome *outcome, GError **error);

G_END_DECLS
