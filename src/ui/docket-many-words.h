/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* Many removals in people's words. All strings are translated, plain text and (transfer full) unless they are const;
 * foreign text in them is cleaned and isolated. */

/* "Archiving Tasks", "Paused", "Tallyfy Asks to Wait", "117 Tasks Archived, 3 Were Not" */
char *docket_many_words_heading (DocketRemovalBatch *batch);
/* "47 of 120", "47 of 120 · goes on in 24 s", and at the end what is safe. */
char *docket_many_words_count (DocketRemovalBatch *batch);
/* "120 tasks archived". @n_copies: how many copies were kept of those that were deleted.
 * @n_left_out: process tasks that were chosen, too, and are left where they are */
char *docket_many_words_done (DocketRemovalKind kind, guint n, guint n_copies, guint n_left_out);
/* "3 Tasks Were Not Archived" */
char *docket_many_words_failed (DocketRemovalKind kind, guint n);
/* "117 of 120 are in the archive now. What failed is listed in History, too." */
char *docket_many_words_rest (DocketRemovalBatch *batch);

/* What can be done about one that did not end as was wanted. */
typedef enum
{
  DOCKET_REMEDY_NOTHING,
  DOCKET_REMEDY_OPEN,        /* the task is there */
  DOCKET_REMEDY_REFRESH,     /* the list may be old */
  DOCKET_REMEDY_CHECK_AGAIN, /* it is not known what became of it */
} DocketRemedy;

DocketRemedy docket_many_words_remedy (DocketRemovalBatch *batch, guint index);
const char *docket_many_words_remedy_label (DocketRemedy remedy); /* NULL for NOTHING */
/* Why it did not end as was wanted, in a sentence. */
char *docket_many_words_reason (DocketRemovalBatch *batch, guint index);

/* What failed, as a person hands it on: the heading, when, in which organization, then each task and its reason, as
 * plain text. Returns: (transfer full) */
char *docket_many_words_list (DocketRemovalBatch *batch, GDateTime *now);

G_END_DECLS
