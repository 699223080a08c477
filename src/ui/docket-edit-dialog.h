/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-sheet.h"
#include "workspace/docket-task-values.h"

G_BEGIN_DECLS

/* A task to be changed, in a dialog. What was changed is kept as a draft until the task has it; what somebody else has
 * changed meanwhile is asked about.
 *
 * Signal "saved" (TallyfyTask; GDateTime, nullable: the deadline that was asked for, where it is another one now). */
#define DOCKET_TYPE_EDIT_DIALOG (docket_edit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketEditDialog, docket_edit_dialog, DOCKET, EDIT_DIALOG, DocketTaskSheet)

/* @parent: in the window that it opens over. (transfer none) */
DocketEditDialog *docket_edit_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, TallyfyTask *task);
/* @saved: as it was found when it had been saved. Returns: (transfer full): the same without what was changed here; what
 * somebody else has changed meanwhile is in it */
DocketTaskValues *docket_edit_dialog_dup_before (DocketEditDialog *self, TallyfyTask *saved);

G_END_DECLS
