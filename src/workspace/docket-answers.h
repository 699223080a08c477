/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-answer.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A form field answered. */

/**
 * DocketAnswersOutcome:
 * @DOCKET_ANSWERS_SAVED: the task has it, as a look after the request found
 * @DOCKET_ANSWERS_CHANGED: somebody else has given another answer meanwhile; nothing was sent
 * @DOCKET_ANSWERS_ABSENT: no answer came, or one that said that all went well; a look found that the task does not have it
 * @DOCKET_ANSWERS_NOT_CONFIRMED: it may have been saved; the look did not succeed
 */
typedef enum
{
  DOCKET_ANSWERS_SAVED,
  DOCKET_ANSWERS_CHANGED,
  DOCKET_ANSWERS_ABSENT,
  DOCKET_ANSWERS_NOT_CONFIRMED,
} DocketAnswersOutcome;

/**
 * docket_answers_save_async:
 * @seen: the answer that the person saw before
 * @wanted: the one that they give; empty takes it away
 *
 * Asks for the task; where the field has been answered by somebody else, no more is done. Else one PUT that names this
 * field, and the task is asked for again: the server drops in silence what it does not take. Nothing is repeated by
 * itself, and there is no cancelling: it is seen to its end.
 */
void docket_answers_save_async (DocketWorkspace *workspace, const char *task_id, const char *field_id,
                                const char *const *seen, const char *const *wanted, GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * docket_answers_save_finish:
 * @outcome: (out): told unless there is an error
 * @theirs: (out) (transfer full) (nullable): CHANGED: what the field has now. Else NULL
 *
 * Errors: TALLYFY_ERROR where the server refused or nothing was sent; G_IO_ERROR_NOT_SUPPORTED, with a sentence, where
 * the form no longer takes such an answer.
 */
gboolean docket_answers_save_finish (DocketWorkspace *workspace, GAsyncResult *result, DocketAnswersOutcome *outcome,
                                     GStrv *theirs, GError **error);

/* Looks again what became of it. The same result as above, never CHANGED. */
void docket_answers_look_up_async (DocketWorkspace *workspace, const char *task_id, const char *field_id,
                                   const char *const *wanted, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
