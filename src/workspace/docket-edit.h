/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-task-values.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A task changed. */

/**
 * DocketEditOutcome:
 * @DOCKET_EDIT_SAVED: the task has it, as a look after the request found
 * @DOCKET_EDIT_CHANGED: somebody else has changed the same meanwhile; nothing was sent
 * @DOCKET_EDIT_ABSENT: no answer came, or one that said that all went well; a look found that the task does not have all
 *   of it
 * @DOCKET_EDIT_NOT_CONFIRMED: it may have been saved; the look did not succeed
 */
typedef enum
{
  DOCKET_EDIT_SAVED,
  DOCKET_EDIT_CHANGED,
  DOCKET_EDIT_ABSENT,
  DOCKET_EDIT_NOT_CONFIRMED,
} DocketEditOutcome;

/**
 * docket_edit_async:
 * @base: as the person saw the task before
 * @wanted: as they want it; what does not differ from @base is left as the server has it
 * @overwrites: also what somebody else has changed since @base
 *
 * Asks for the task; where it has the same parts of @wanted changed by somebody else, no more is done. Else one PUT, and
 * the task is asked for again: the server drops in silence what it does not take. Nothing is repeated by itself, and
 * there is no cancelling: it is seen to its end.
 *
 * An update of a one-off task replaces title, deadline and assignees each time (Tallyfy asks for the three): those that
 * the person did not change are sent as the first look found them.
 */
void docket_edit_async (DocketWorkspace *workspace, const char *task_id, const DocketTaskValues *base,
                        const DocketTaskValues *wanted, gboolean overwrites, GAsyncReadyCallback callback,
                        gpointer user_data);

/**
 * docket_edit_finish:
 * @outcome: (out): told unless there is an error
 * @parts: (out): CHANGED: what both changed. ABSENT: what the task does not have. Else 0
 * @task: (out) (transfer full) (nullable): as the last look found it. A deadline may have been moved
 *
 * Errors: TALLYFY_ERROR where the server refused or nothing was sent.
 */
gboolean docket_edit_finish (DocketWorkspace *workspace, GAsyncResult *result, DocketEditOutcome *outcome,
                             DocketTaskParts *parts, TallyfyTask **task, GError **error);

/* Looks again what became of it. The same result as above, never CHANGED. */
void docket_edit_look_up_async (DocketWorkspace *workspace, const char *task_id, const DocketTaskValues *base,
                                const DocketTaskValues *wanted, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
