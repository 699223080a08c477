/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-comments.h"

G_BEGIN_DECLS

/* What a person is writing about a task: a new comment or problem, another text for a comment of theirs, or how a problem
 * was solved. It is in the journal soon after
 * it was typed, and leaves it once the server has it; it outlives a crash and whatever else the person looks at.
 *
 * Signal "changed": the text or the state is another. Signal "sent" (TallyfyComment, nullable): the server has it. */
#define DOCKET_TYPE_DRAFT (docket_draft_get_type ())
G_DECLARE_FINAL_TYPE (DocketDraft, docket_draft, DOCKET, DRAFT, GObject)

/**
 * DocketDraftState:
 * @DOCKET_DRAFT_WRITING: nothing was tried with this text
 * @DOCKET_DRAFT_SENDING: the request is out, or is looked up
 * @DOCKET_DRAFT_REFUSED: nothing was done (docket_draft_get_error())
 * @DOCKET_DRAFT_ABSENT: no answer came; a look-up did not find it
 * @DOCKET_DRAFT_NOT_CONFIRMED: no answer came, and it could not be looked up yet. The next time that the task is fetched
 *   tells
 */
typedef enum
{
  DOCKET_DRAFT_WRITING,
  DOCKET_DRAFT_SENDING,
  DOCKET_DRAFT_REFUSED,
  DOCKET_DRAFT_ABSENT,
  DOCKET_DRAFT_NOT_CONFIRMED,
} DocketDraftState;

/* The one draft for this place. @comment_id: (nullable): which comment it is to replace. (transfer none), as long as the
 * workspace is open */
DocketDraft *docket_draft_get (DocketWorkspace *workspace, const char *task_id, const char *comment_id);
/* The same of a problem with the task. @problem_id: (nullable): how that one was solved; NULL: a new problem */
DocketDraft *docket_draft_get_problem (DocketWorkspace *workspace, const char *task_id, const char *problem_id);
/* Whether something is written for that problem. */
gboolean docket_draft_has_problem (DocketWorkspace *workspace, const char *task_id, const char *problem_id);
/* Whether something is written for that comment. */
gboolean docket_draft_exists (DocketWorkspace *workspace, const char *task_id, const char *comment_id);

DocketCommentKind docket_draft_get_kind (DocketDraft *self);
const char *docket_draft_get_text (DocketDraft *self); /* in the form of docket-comment-text.h; never NULL */
DocketDraftState docket_draft_get_state (DocketDraft *self);
const GError *docket_draft_get_error (DocketDraft *self); /* why REFUSED; else NULL */
/* Whether the text can be changed: not while it is not known what became of it. */
gboolean docket_draft_is_open (DocketDraft *self);
/* Only while it is open. */
void docket_draft_set_text (DocketDraft *self, const char *text);
/* Writes at once what is not in the journal yet. */
void docket_draft_save (DocketDraft *self);
/* Sends it, once. Only while it is open, and where there is a text. */
void docket_draft_send (DocketDraft *self);
/* Looks up what became of it where that is not confirmed. */
void docket_draft_check_again (DocketDraft *self);
/* Whether one is on its way to the journal: the program does not end before. */
gboolean docket_draft_is_saving (void);

G_END_DECLS
