/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-answer.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What a person makes of one form field of a task. It is in the journal soon after it was typed, and leaves it once the
 * server has it; it outlives a crash and whatever else the person looks at. Answers to one task go out one after the
 * other.
 *
 * Signal "changed": the answer or the state is another. */
#define DOCKET_TYPE_ANSWER_DRAFT (docket_answer_draft_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerDraft, docket_answer_draft, DOCKET, ANSWER_DRAFT, GObject)

/**
 * DocketAnswerState:
 * @DOCKET_ANSWER_STATE_NONE: there is nothing that the server does not have
 * @DOCKET_ANSWER_STATE_TYPED: nothing was tried with this answer
 * @DOCKET_ANSWER_STATE_SENDING: the request is out, waits for its turn, or is looked up
 * @DOCKET_ANSWER_STATE_REFUSED: nothing was done (docket_answer_draft_get_error())
 * @DOCKET_ANSWER_STATE_CHANGED: somebody else has given another answer (docket_answer_draft_get_theirs()); nothing was
 *   sent
 * @DOCKET_ANSWER_STATE_ABSENT: it was sent; a look-up found that the task does not have it
 * @DOCKET_ANSWER_STATE_NOT_CONFIRMED: it was sent, and could not be looked up yet. The next time that the task is fetched
 *   tells
 */
typedef enum
{
  DOCKET_ANSWER_STATE_NONE,
  DOCKET_ANSWER_STATE_TYPED,
  DOCKET_ANSWER_STATE_SENDING,
  DOCKET_ANSWER_STATE_REFUSED,
  DOCKET_ANSWER_STATE_CHANGED,
  DOCKET_ANSWER_STATE_ABSENT,
  DOCKET_ANSWER_STATE_NOT_CONFIRMED,
} DocketAnswerState;

/* The one draft for this field. (transfer none), as long as the workspace is open */
DocketAnswerDraft *docket_answer_draft_get (DocketWorkspace *workspace, const char *task_id, const char *field_id);
/* One of the answers to that task that are being sent; NULL where there is none. (transfer none) */
DocketAnswerDraft *docket_answer_draft_find_sending (DocketWorkspace *workspace, const char *task_id);

DocketAnswerState docket_answer_draft_get_state (DocketAnswerDraft *self);
const GError *docket_answer_draft_get_error (DocketAnswerDraft *self); /* why REFUSED; else NULL */
/* Both (transfer none) (nullable): the answer that the person gives, NULL in the state NONE; and what somebody else has
 * answered, NULL where the state is not CHANGED. */
const char *const *docket_answer_draft_get_wanted (DocketAnswerDraft *self);
const char *const *docket_answer_draft_get_theirs (DocketAnswerDraft *self);

/* The person makes @wanted of it. @seen: what stood there, for the first such call. The same as @seen: there is no draft
 * any more. While it is being sent this is what comes after. */
void docket_answer_draft_set (DocketAnswerDraft *self, const char *const *seen, const char *const *wanted);
/* Sends it, once; where it is not known yet what became of it, that is looked up instead. */
void docket_answer_draft_send (DocketAnswerDraft *self);
/* The same, in the place of what somebody else has answered. Only in the state CHANGED. */
void docket_answer_draft_send_over (DocketAnswerDraft *self);
/* The server's answer stays. Not while it is being sent. */
void docket_answer_draft_discard (DocketAnswerDraft *self);

G_END_DECLS
