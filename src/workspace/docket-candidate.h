/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-shown.h"
#include "workspace/docket-task-model.h"
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* One of many tasks that somebody chose, with what is known on this computer of what would be lost with it. Immutable. */
#define DOCKET_TYPE_CANDIDATE (docket_candidate_get_type ())
G_DECLARE_FINAL_TYPE (DocketCandidate, docket_candidate, DOCKET, CANDIDATE, GObject)

/* What its row says; (transfer none), loaded, and not followed. */
DocketTask *docket_candidate_get_task (DocketCandidate *self);
gint64 docket_candidate_get_row (DocketCandidate *self); /* of the cache */
/* Whether it was fetched with its form, and not changed since as far as one knows: else there may be fields and answers that are not known. */
gboolean docket_candidate_is_counted (DocketCandidate *self);
guint docket_candidate_get_n_fields (DocketCandidate *self);
guint docket_candidate_get_n_answers (DocketCandidate *self);
/* All that is known of it: what the person goes by who agrees to its deletion. (transfer none) */
const DocketShown *docket_candidate_get_shown (DocketCandidate *self);

/* @rows: (element-type gint64): of docket_task_model_get_row(). Read in a worker thread; those that are gone are
 * left out. Returns: (transfer full) (element-type DocketCandidate): in their order */
void docket_candidates_read_async (DocketTaskModel *tasks, GArray *rows, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *docket_candidates_read_finish (DocketTaskModel *tasks, GAsyncResult *result, GError **error);

/* Only how many of them can be removed. */
void docket_candidates_count_async (DocketTaskModel *tasks, GArray *rows, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
/* Returns: -1 where it failed */
gint64 docket_candidates_count_finish (DocketTaskModel *tasks, GAsyncResult *result, GError **error);

G_END_DECLS
