/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-draft.h"

G_BEGIN_DECLS

/* What is said about comments. All text is plain; foreign text in it is cleaned and isolated. */

/* What a comment is where it is more than a remark: "Problem"; NULL where there is nothing to say. */
const char *docket_comment_words_label (TallyfyComment *comment);
/* What became of what was sent, or NULL where there is nothing to tell. @error: (nullable). (transfer full) */
char *docket_comment_words_state (DocketCommentKind kind, DocketDraftState state, const GError *error);
/* Why a comment is still there that was to be deleted. @error: (nullable): NULL: @outcome says so. (transfer full) */
char *docket_comment_words_not_deleted (DocketCommentOutcome outcome, const GError *error);
/* The button that sends it. @again: it was sent before, and is not there */
const char *docket_comment_words_send (DocketCommentKind kind, gboolean again);
/* What is asked for, in the empty text and for assistive technology. */
const char *docket_comment_words_prompt (DocketCommentKind kind);
/* Where somebody's name was typed behind an "@" and not chosen, so that nobody hears of it: that, and whom it may be about.
 * @text: in the form of docket-comment-text.h. @typing: what it ends with is not finished. (transfer full) (nullable) */
char *docket_comment_words_unmentioned (DocketWorkspace *workspace, const char *text, gboolean typing);

G_END_DECLS
