/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A new one-off task: from a draft, or like another one. */

/**
 * DocketNewTaskOutcome:
 * @DOCKET_NEW_TASK_MADE: the server said so
 * @DOCKET_NEW_TASK_FOUND: no answer came, and a look-up found such a task of this person's
 * @DOCKET_NEW_TASK_ABSENT: no answer came, and there is no such task
 * @DOCKET_NEW_TASK_NOT_CONFIRMED: no answer came, and the look-up could not tell
 */
typedef enum
{
  DOCKET_NEW_TASK_MADE,
  DOCKET_NEW_TASK_FOUND,
  DOCKET_NEW_TASK_ABSENT,
  DOCKET_NEW_TASK_NOT_CONFIRMED,
} DocketNewTaskOutcome;

/**
 * docket_new_task_async:
 * @draft: (transfer full): with a deadline; where it names nobody it is assigned to the person signed in
 *
 * Sends one request. Where its answer is no proof, the tasks that were touched since are read for one with this title
 * that this person began and that was not known before. Nothing is sent twice, and there is no cancelling: it is seen to its end.
 */
void docket_new_task_async (DocketWorkspace *workspace, TallyfyTaskDraft *draft, GAsyncReadyCallback callback,
                            gpointer user_data);

/**
 * docket_new_task_finish:
 * @outcome: (out): told unless there is an error
 * @made: (out) (transfer full) (nullable): the task, where it was MADE or FOUND; the list has it too by then
 *
 * Errors: TALLYFY_ERROR where the server refused or nothing was sent.
 */
gboolean docket_new_task_finish (DocketWorkspace *workspace, GAsyncResult *result, DocketNewTaskOutcome *outcome,
                                 TallyfyTask **made, GError **error);

/* The same with a task like @original, by the server: it takes title, description, deadline, assignees and form over.
 * @title: of @original. Finish it with docket_new_task_finish(). */
void docket_new_task_clone_async (DocketWorkspace *workspace, const char *original, const char *title,
                                  GAsyncReadyCallback callback, gpointer user_data);

/* Looks up again what became of one that was sent @since (unix seconds). The same result as above, never MADE.
 * @original: (nullable): the ID of the task that it is like */
void docket_new_task_look_up_async (DocketWorkspace *workspace, const char *original, const char *title, gint64 since,
                                    GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
