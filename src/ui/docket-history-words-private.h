/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-history-words.h"

G_BEGIN_DECLS

/* Shared by docket-history-words.c and docket-history-steps.c. */
DocketRemovalKind docket_history_words_kind (DocketHistoryEntry *entry);
/* One of two sentences, by what the removal is about. (transfer none) */
const char *docket_history_words_pick (DocketHistoryEntry *entry, const char *task,
                                       const char *process);
/* The server's sentence, or NULL where it gave none. (transfer full) */
char *docket_history_words_quote (DocketHistoryEntry *entry);
/* (transfer full) */
char *docket_history_words_step_time (GDateTime *moment, GDateTime *now);

G_END_DECLS
