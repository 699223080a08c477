/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-list-pane.h"
#include "ui/docket-many-pane.h"
#include "ui/docket-removals.h"

G_BEGIN_DECLS

/* Many tasks at once: choosing them in the list, asking before a permanent deletion, one batch of removals at a time
 * with its bar, its toast and its Undo, and what failed of it. The actions "many.…" of the toast overlay around the
 * panes.
 *
 * Signal "changed": what docket_many_can_undo() says may be other than before. */
#define DOCKET_TYPE_MANY (docket_many_get_type ())
G_DECLARE_FINAL_TYPE (DocketMany, docket_many, DOCKET, MANY, GObject)

/* @pane: beside the task's own in a GtkStack, in the DocketSplit that also has @list, in an AdwToastOverlay. All three
 * must outlive this. */
DocketMany *docket_many_new (DocketListPane *list, DocketManyPane *pane, DocketRemovals *removals);
/* @workspace: (nullable): of the batch of the one before no more is begun */
void docket_many_set_workspace (DocketMany *self, DocketWorkspace *workspace);

/* Whether a batch was archived last, and nothing alone after it. */
gboolean docket_many_can_undo (DocketMany *self);
/* Restores all that it has archived. */
void docket_many_undo (DocketMany *self);

G_END_DECLS
