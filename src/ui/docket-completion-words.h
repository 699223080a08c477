/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-completion.h"

G_BEGIN_DECLS

/* How the end of a completion is told. All text is plain; foreign text in it is cleaned and isolated. */

/* For a toast. @outcome: DONE or WAITS */
const char *docket_completion_words_done (DocketCompletionKind kind, DocketCompletionOutcome outcome);

/**
 * docket_completion_words_failed:
 * @title: (nullable): of the task; foreign text
 * @error: (nullable): why it was not done; NULL: @outcome says so, NOT_DONE or NOT_CONFIRMED
 * @body: (out) (transfer full):
 *
 * Returns: (nullable): the heading of a dialog; NULL where none is needed
 */
const char *docket_completion_words_failed (DocketCompletionKind kind, const char *title,
                                            DocketCompletionOutcome outcome, const GError *error,
                                            char **body);

G_END_DECLS
