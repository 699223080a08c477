/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* What DocketDeadlines asks of the cache. Private to it. */
typedef struct
{
  gint64 since;     /* deadlines after this */
  gint64 now;       /* and up to now are due */
  gint64 tomorrow;  /* when the day ends */
  GStrv awake;      /* tasks whose snooze is over */
  GStrv told;       /* tasks that were told as due */
  gboolean summary; /* whether it is counted */
} DocketDeadlineQuestion;

typedef struct
{
  GPtrArray *due;     /* of DocketTask */
  GPtrArray *settled; /* of char *: those of "told" that are done, gone, another's, or due later */
  guint n_today;
  guint n_late;
  gint64 next; /* the next deadline after now; 0 = none */
} DocketDeadlineAnswer;

void docket_deadline_question_free (DocketDeadlineQuestion *question);
void docket_deadline_answer_free (DocketDeadlineAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketDeadlineAnswer, docket_deadline_answer_free)

/* DocketDatabaseJob over a DocketDeadlineQuestion. Returns: a DocketDeadlineAnswer */
gpointer docket_deadline_query_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error);

G_END_DECLS
