/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-new-task.h"

G_BEGIN_DECLS

/* A form for a new task in a dialog. What was typed is kept as a draft until the task was made; a refusal, and an answer
 * that was lost, are told above the form.
 *
 * Signals: "made" (TallyfyTask; GDateTime, nullable: the deadline that was asked for, where it is another one now);
 * "kept": it was closed, and a draft stays. */
#define DOCKET_TYPE_NEW_TASK_DIALOG (docket_new_task_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketNewTaskDialog, docket_new_task_dialog, DOCKET, NEW_TASK_DIALOG, AdwBin)

/* @parent: in the window that it opens over. It frees itself when it was closed. (transfer none) */
DocketNewTaskDialog *docket_new_task_dialog_open (GtkWidget *parent, DocketWorkspace *workspace);
void docket_new_task_dialog_close (DocketNewTaskDialog *self);

G_END_DECLS
