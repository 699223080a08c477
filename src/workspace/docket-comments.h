/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One's own comments: written, changed, deleted; problems: reported, solved. What is being typed is a DocketDraft, which calls this. */

/**
 * DocketCommentKind:
 * @DOCKET_COMMENT_ADD: a new one
 * @DOCKET_COMMENT_EDIT: another text for it
 * @DOCKET_COMMENT_DELETE: for ever
 * @DOCKET_COMMENT_REPORT: a new one that says what keeps the task from being completed
 * @DOCKET_COMMENT_RESOLVE: a new one that says how such a problem was solved
 */
typedef enum
{
  DOCKET_COMMENT_ADD,
  DOCKET_COMMENT_EDIT,
  DOCKET_COMMENT_DELETE,
  DOCKET_COMMENT_REPORT,
  DOCKET_COMMENT_RESOLVE,
} DocketCommentKind;

/**
 * DocketCommentOutcome:
 * @DOCKET_COMMENT_DONE: it is as was asked for
 * @DOCKET_COMMENT_NOT_DONE: no answer came, and a look-up found the thread as it was before
 * @DOCKET_COMMENT_NOT_CONFIRMED: no answer came, and none to the look-up either
 */
typedef enum
{
  DOCKET_COMMENT_DONE,
  DOCKET_COMMENT_NOT_DONE,
  DOCKET_COMMENT_NOT_CONFIRMED,
} DocketCommentOutcome;

/**
 * DocketCommentChange:
 * @kind: what is asked for
 * @task_id: the task
 * @comment_id: (nullable): which comment, or the problem that is solved; NULL for a new comment or problem
 * @html: (nullable): what it says; NULL where it is deleted
 * @known: (nullable): for a new one: those of the person's own comments that said the same before
 */
typedef struct
{
  DocketCommentKind kind;
  char *task_id;
  char *comment_id;
  char *html;
  GStrv known;
} DocketCommentChange;

void docket_comment_change_free (DocketCommentChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketCommentChange, docket_comment_change_free)

/**
 * docket_comments_change_async:
 * @change: (transfer full):
 *
 * One request goes out; where its answer is no proof, the thread is looked up. Then the task is fetched: see the signal
 * "task-fetched" of the workspace. Nothing is repeated by itself. Not cancellable: it is seen to its end.
 */
void docket_comments_change_async (DocketWorkspace *workspace, DocketCommentChange *change,
                                   GAsyncReadyCallback callback, gpointer user_data);
/**
 * docket_comments_change_finish:
 * @outcome: (out):
 * @comment: (out) (transfer full) (nullable) (optional): the comment as the server has it, where it said so
 *
 * Errors, after which the thread is as it was: G_IO_ERROR_PENDING where something is being done to this comment already;
 * TALLYFY_ERROR where the server refused, or nothing was sent.
 */
gboolean docket_comments_change_finish (DocketWorkspace *workspace, GAsyncResult *result,
                                        DocketCommentOutcome *outcome, TallyfyComment **comment,
                                        GError **error);

/* Whether the person signed in wrote it. */
gboolean docket_comments_is_own (DocketWorkspace *workspace, TallyfyComment *comment);
/* The person's own comments in @task that say the same. Returns: (transfer full): their IDs */
GStrv docket_comments_list_same (DocketWorkspace *workspace, TallyfyTask *task, const char *html);
/* What became of @change, by a thread that was asked for after it was sent. @comment: (out) (transfer full) (nullable) */
DocketCommentOutcome docket_comments_judge (DocketWorkspace *workspace, const DocketCommentChange *change,
                                            TallyfyTask *task, TallyfyComment **comment);

G_END_DECLS
