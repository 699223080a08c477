/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-create-again.h"

G_BEGIN_DECLS

/* What is said when a deleted task is to be created again. Pure functions, like those of docket-words.h. */

/* That it will be made. @before: (nullable): when it already was. (transfer full) */
char *docket_again_words_body (const DocketAgain *again, GDateTime *before, GDateTime *now);
/* What comes back besides the title: a phrase each; the same form as the losses. @now: as in docket-words.h */
GStrv docket_again_words_gains (const DocketAgain *again, GDateTime *now);
/* Of the switch that keeps a deadline which has passed: what it does. (transfer full) */
char *docket_again_words_late (const DocketAgain *again, GDateTime *now);
/* What cannot come back, and what will be otherwise: a sentence or phrase each; the ID at least. (transfer full) */
GStrv docket_again_words_losses (const DocketAgain *again);

/* Why it was not created, or that it is not known. @heading: (out) (transfer none). (transfer full) */
/* No answer came, and there is no such task. */
char *docket_again_words_absent (GDateTime *now);
char *docket_again_words_failure (const GError *error, const char **heading);
/* "2 answers could not be filled in. The copy still has them." (transfer full) */
char *docket_again_words_missing (guint n_missing);

G_END_DECLS
