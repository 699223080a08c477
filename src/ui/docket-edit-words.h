/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-edit.h"

G_BEGIN_DECLS

/* What became of a change to a task, in words. All (transfer full). */

/* What somebody else has changed, too. */
char *docket_edit_words_changed (DocketTaskParts parts);
/* @outcome: ABSENT or NOT_CONFIRMED. @heading: (out) (transfer none) */
char *docket_edit_words_problem (DocketEditOutcome outcome, DocketTaskParts parts, const char **heading);
/* @error: from docket_edit_finish(). @heading: (out) (transfer none) */
char *docket_edit_words_failure (const GError *error, const char **heading);
/* The same of a change that was to be put back. @outcome: any but SAVED */
char *docket_edit_words_not_undone (DocketEditOutcome outcome, DocketTaskParts parts);
char *docket_edit_words_undo_failure (const GError *error);

G_END_DECLS
