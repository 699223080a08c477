/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* What stands in place of one task while many are chosen, or when some of many removals failed. Uses the actions
 * "many.try-again" and "many.save-list" of an ancestor.
 *
 * Property: "folded" (boolean): the list is not beside it. Signal "remedy" (guint index): what can be done about that
 * removal of the batch is wanted. */
#define DOCKET_TYPE_MANY_PANE (docket_many_pane_get_type ())
G_DECLARE_FINAL_TYPE (DocketManyPane, docket_many_pane, DOCKET, MANY_PANE, AdwBin)

/* @n_one_off: how many of them can be removed, -1 = not known yet */
void docket_many_pane_show_chosen (DocketManyPane *self, guint n_chosen, gint64 n_one_off,
                                   gboolean archived);
/* What is proposed for the archive. */
void docket_many_pane_show_tidying (DocketManyPane *self, guint n_chosen);
void docket_many_pane_show_failed (DocketManyPane *self, DocketRemovalBatch *batch);

G_END_DECLS
