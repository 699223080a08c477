/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-answer-draft.h"

G_BEGIN_DECLS

/* For the workspace and for docket-answer-drafts.c. */

DocketAnswerDraft *docket_answer_draft_new (DocketWorkspace *workspace, const char *task_id, const char *field_id);
/* Whether there is one, also where it was not asked for yet. */
gboolean docket_answer_draft_is_kept (DocketWorkspace *workspace, const char *task_id, const char *field_id);
const char *docket_answer_draft_get_task_id (DocketAnswerDraft *self);
/* Whether its request, or a look-up, is under way. */
gboolean docket_answer_draft_is_running (DocketAnswerDraft *self);
/* Begins what has waited for its turn. Returns: whether it did */
gboolean docket_answer_draft_take_turn (DocketAnswerDraft *self);
/* The task came, asked for with @mark: tells what became of what is not confirmed, and whether somebody else has given the
 * same answer. */
void docket_answer_draft_judge (DocketAnswerDraft *self, TallyfyTask *task, gint64 mark);

/* docket-answer-drafts.c: all of a workspace. */
GHashTable *docket_answer_drafts_new_table (void);
gboolean docket_answer_drafts_is_running (DocketWorkspace *workspace, const char *task_id);
/* One has ended: the next of the same task begins. */
void docket_answer_drafts_begin_next (DocketWorkspace *workspace, const char *task_id);
void docket_answer_drafts_judge (DocketWorkspace *workspace, TallyfyTask *task, gint64 mark);

G_END_DECLS
