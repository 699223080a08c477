/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"
#include "workspace/docket-row-set.h"
#include "workspace/docket-search.h"

G_BEGIN_DECLS

/* Finds the tasks of the cache that a search is for. In the worker thread. */
typedef struct _DocketMatcher DocketMatcher;

/* @now: in the time zone whose days count. @cancellable: (nullable): ends a search that nobody waits for any more, with an
 * error. All are kept. */
DocketMatcher *docket_matcher_new (sqlite3 *db,
                                   const DocketSearch *search,
                                   GDateTime *now,
                                   GCancellable *cancellable,
                                   GError **error);
void docket_matcher_free (DocketMatcher *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketMatcher, docket_matcher_free)

/* Those of @rows that are as is: and due: want them. @condition: of SQL: all of @rows are so */
DocketRowSet *docket_matcher_filter (DocketMatcher *self,
                                     const DocketRowSet *rows,
                                     const char *condition,
                                     GError **error);
/* Whether texts have to be looked in, too. */
gboolean docket_matcher_reads_texts (DocketMatcher *self);
/* Looks into the text of a task. Returns: 1 found, 0 not, -1 an error */
int docket_matcher_look_at (DocketMatcher *self, gint64 row, GError **error);
/* Those of @rows whose texts may be meant, by the index. @certain: (out): whether all of them are */
DocketRowSet *docket_matcher_guess (DocketMatcher *self,
                                    const DocketRowSet *rows,
                                    gboolean *certain,
                                    GError **error);
/* Takes out of @guessed what is not meant. */
gboolean docket_matcher_verify (DocketMatcher *self, DocketRowSet *guessed, GError **error);

G_END_DECLS
