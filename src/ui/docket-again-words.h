/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-create-again.h"

G_BEGIN_DECLS

/* What is said when a deleted task is to be created again. Pure functions, like those of docket-words.h. */

/* What will be made. (transfer full) */
char *docket_again_words_body (const DocketAgain *again);
/* What cannot come back, and what will be otherwise: a sentence or phrase each; the ID at least. (transfer full) */
GStrv docket_again_words_losses (const DocketAgain *again);

/* Why it was not created, or that it is not known. @heading: (out) (transfer none). (transfer full) */
char *docket_again_words_failure (const GError *error, const char **heading);
/* "2 answers could not be filled in. The copy still has them." (transfer full) */
char *docket_again_words_missing (guint n_missing);

G_END_DECLS
