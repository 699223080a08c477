/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-history-entry.h"

G_BEGIN_DECLS

/* A removal of the history in people's words. Pure functions: a moment is told as seen at @now, in its time zone. All
 * strings are translated and without markup; foreign text in them is cleaned and isolated. (transfer full), never
 * NULL, but where it is said. */

/* How it ended: "Archived", "Deletion refused by Tallyfy", "Not deleted, still there at 14:03". */
char *docket_history_words_outcome (DocketHistoryEntry *entry, GDateTime *now);
/* What that means for the task, in sentences, with the server's own where there is one; nullable. */
char *docket_history_words_explanation (DocketHistoryEntry *entry);
/* What was asked for: "Permanent deletion, today at 14:02, by you". */
char *docket_history_words_request (DocketHistoryEntry *entry, GDateTime *now);
/* When, for a row: "14:02" today and yesterday, "27 Feb", "27 Feb 2025". */
char *docket_history_words_time (DocketHistoryEntry *entry, GDateTime *now);
/* (transfer none) */
const char *docket_history_words_icon (DocketHistoryEntry *entry);
/* The style class of what needs attention: "error", "warning", or NULL. */
const char *docket_history_words_style (DocketHistoryEntry *entry);

/* One thing that happened. */
typedef struct
{
  const char *icon_name;
  char *title;
  char *detail; /* nullable */
  char *time;   /* NULL where it is not known */
  const char *task_id; /* of a task that this led to; the entry's; nullable */
} DocketHistoryStep;

/* Returns: (transfer full) (element-type DocketHistoryStep): in the order in which they happened */
GPtrArray *docket_history_words_steps (DocketHistoryEntry *entry, GDateTime *now);

G_END_DECLS
