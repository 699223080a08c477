/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-comments.h"
#include "workspace/docket-draft.h"
#include "workspace/docket-journal-drafts.h"

G_BEGIN_DECLS

/* For the workspace and for docket-drafts.c. */

/* In the place of a comment's ID, which holds no such character. */
#define DOCKET_DRAFT_PROBLEM "\t"       /* a new problem */
#define DOCKET_DRAFT_SOLUTION "\t%s"    /* how that problem was solved */

DocketDraft *docket_draft_new (DocketWorkspace *workspace, const char *task_id, const char *place);
/* What an earlier run of the program has kept. */
void docket_draft_take_stored (DocketDraft *self, const DocketJournalDraft *stored);
const char *docket_draft_get_task_id (DocketDraft *self);
/* The comment or problem that it is about; "" = a new one */
const char *docket_draft_get_comment_id (DocketDraft *self);
/* The task came, asked for with @mark: tells what became of a draft that is not confirmed. */
void docket_draft_judge (DocketDraft *self, TallyfyTask *task, gint64 mark);

/* docket-drafts.c: all of a workspace. */
GHashTable *docket_drafts_new_table (void);
/* @stored: (element-type DocketJournalDraft) */
void docket_drafts_take_stored (DocketWorkspace *workspace, GPtrArray *stored);
/* The task came, asked for with @mark. What was to replace a comment that is no longer there becomes part of the new
 * comment, so that it is not lost. */
void docket_drafts_judge (DocketWorkspace *workspace, TallyfyTask *task, gint64 mark);
void docket_drafts_save (DocketWorkspace *workspace);

G_END_DECLS
