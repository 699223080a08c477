/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-sheet.h"

G_BEGIN_DECLS

/* A form for a new task in a dialog. What was typed is kept as a draft until the task was made; a refusal, and an answer
 * that was lost, are told above the form.
 *
 * Signal "made" (TallyfyTask; GDateTime, nullable: the deadline that was asked for, where it is another one now). */
#define DOCKET_TYPE_NEW_TASK_DIALOG (docket_new_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketNewTaskDialog, docket_new_task_dialog, DOCKET, NEW_TASK_DIALOG, DocketTaskSheet)

/* @parent: in the window that it opens over. (transfer none) */
DocketNewTaskDialog *docket_new_task_dialog_open (GtkWidget *parent, DocketWorkspace *workspace);

G_END_DECLS
