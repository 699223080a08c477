/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-process-contents.h"
#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* What is said of a process. All (transfer full). */

/* Its name, or that it has none. */
char *docket_process_words_name (DocketProcess *process);
/* "3 of 10 done" */
char *docket_process_words_progress (DocketProcess *process);
/* "1 late"; NULL = none is */
char *docket_process_words_late (DocketProcess *process);
/* "Archived yesterday"; NULL = it is not */
char *docket_process_words_archived (DocketProcess *process, GDateTime *now);
/* "Started on 9 March by Priya Nair"; NULL = not known. @owner: for the person signed in, who is called "you" */
char *docket_process_words_started (DocketProcess *process, GDateTime *now, const char *my_name);
/* All of it in one sentence, for assistive technology. */
char *docket_process_words_row (DocketProcess *process, GDateTime *now);
/* What would be lost with a process. */
typedef struct
{
  guint n_tasks;
  guint n_fields;
  guint n_answers;
  guint n_comments;
} DocketProcessLoss;

void docket_process_words_count (DocketProcessContents *contents, DocketProcessLoss *loss);
/* @name: cleaned and isolated */
char *docket_process_words_loss (const DocketProcessLoss *loss, const char *name);
double docket_process_words_fraction (DocketProcess *process);

G_END_DECLS
