/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-answer-draft.h"

G_BEGIN_DECLS

/* Form fields and their answers in words. All text is plain, cleaned and (transfer full). */

/* "Courier", "Courier (required)" */
char *docket_answer_words_title (TallyfyFormField *field);
/* A choice, as docket_answer_list_choices() names it. */
char *docket_answer_words_choice (const char *choice);
/* "Friday, 20 March", with the time where it says one; in @now's time zone. */
char *docket_answer_words_date (GDateTime *date, GDateTime *now);
/* (nullable): NULL where there is no answer */
char *docket_answer_words_value (DocketWorkspace *workspace, TallyfyFormField *field, const char *const *answer);

/* What became of an answer that is not with the server. @heading: (out). Returns: (nullable): more of it */
char *docket_answer_words_problem (DocketAnswerDraft *draft, const char *theirs, const char **heading);
/* For the question whose answer stays. @theirs: (nullable): NULL: they took it away */
char *docket_answer_words_changed (TallyfyFormField *field, const char *theirs);
/* "Two required answers are missing. Nothing was sent." @n_unsaved: how many were typed, and could not be saved.
 * @elsewhere: Docket cannot fill in all that are missing. @refused: the request was sent, and the server has said so */
char *docket_answer_words_missing (guint n_missing, guint n_unsaved, gboolean elsewhere, gboolean refused);

G_END_DECLS
