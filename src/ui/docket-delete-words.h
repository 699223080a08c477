/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

typedef enum
{
  DOCKET_COUNTS_PENDING,
  DOCKET_COUNTS_KNOWN,
  DOCKET_COUNTS_FAILED,
} DocketCounts;

/* What would be lost with a task. */
typedef struct
{
  DocketCounts counts;
  guint n_fields;
  guint n_answers;
  guint n_comments;
  gboolean archived;
  gboolean one_off;
} DocketLoss;

/* Known from @task, as the server has it. */
void docket_loss_count (DocketLoss *loss, TallyfyTask *task);

/* Sentences of the question before a deletion; pure functions but for the language. (transfer full)
 */

/* What is lost. @title: cleaned and isolated */
char *docket_delete_words_loss (const DocketLoss *loss, const char *title);
/* What is new in @now since @before (nullable: not known) was shown. @name: who wrote all that is
 * new, where that is known; cleaned and isolated */
char *docket_delete_words_changes (TallyfyTask *before, TallyfyTask *now, const char *name);
/* The author's ID where one person's comments are all that is new in @now; or NULL. */
const char *docket_delete_words_find_author (TallyfyTask *before, TallyfyTask *now);
/* That no copy could be made, and why. */
char *docket_delete_words_no_copy (const GError *error);

G_END_DECLS
