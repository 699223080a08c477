/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-history.h"

G_BEGIN_DECLS

/* What is said of a kept copy. Pure functions, like those of docket-words.h. All strings are translated and (transfer
 * full). */

/* "Copy of a deleted task, kept on 17 March, 13:20. It cannot be edited." */
char *docket_copy_words_banner (DocketHistoryEntry *entry, GDateTime *kept_at, GDateTime *now);
/* What stands in place of the state of a task: "Deleted permanently". (transfer none) */
const char *docket_copy_words_state (DocketHistoryEntry *entry);

/* "348 removals, 31 copies" */
char *docket_copy_words_sum (guint n_entries, guint n_copies);
/* "31 copies" */
char *docket_copy_words_count (guint n_copies);
/* What goes when a shorter time is chosen, all copies are removed, or the history is cleared. */
char *docket_copy_words_shorten (guint n_older);
/* The question that goes with it: "Keep Copies for 30 Days?" */
char *docket_copy_words_shorten_heading (guint days);
char *docket_copy_words_remove_all (guint n_copies);
char *docket_copy_words_clear (guint n_entries, guint n_copies);
/* "Always", "For 365 Days". @days: 0 = always */
char *docket_copy_words_period (guint days);

G_END_DECLS
