/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-delete-dialog.h"
#include "ui/docket-many-extra.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The question before many permanent deletions: lists the very tasks and what would be lost with them, sets apart those
 * that stay, and offers the archive first. It owns itself until it is answered.
 *
 * Signal "chosen" (int DocketDeleteChoice), once. */
#define DOCKET_TYPE_MANY_DIALOG (docket_many_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketManyDialog, docket_many_dialog, DOCKET, MANY_DIALOG, GObject)

/* Opens it over the window of @parent. @able, @others: (element-type DocketCandidate): those that can be removed, at
 * least one, all archived or none; and those that stay. Returns: (transfer none): for the signal */
DocketManyDialog *docket_many_dialog_open (GtkWidget *parent, DocketWorkspace *workspace,
                                           GPtrArray *able, GPtrArray *others);
DocketWorkspace *docket_many_dialog_get_workspace (DocketManyDialog *self);
/* The very tasks it named. (transfer none) */
GPtrArray *docket_many_dialog_get_able (DocketManyDialog *self);
DocketKeptCopies docket_many_dialog_get_copies (DocketManyDialog *self);

G_END_DECLS
