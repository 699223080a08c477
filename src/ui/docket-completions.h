/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-detail-pane.h"
#include "ui/docket-list-pane.h"
#include "ui/docket-undo.h"
#include "workspace/docket-completion.h"

G_BEGIN_DECLS

/* What the person completes and opens again, and how they are told: the actions "work.complete", "work.approve",
 * "work.reject" and "work.reopen" of one task, the same with "-row" (and a task's ID) of any in the list, a toast with
 * Undo, and the dialogs. */
#define DOCKET_TYPE_COMPLETIONS (docket_completions_get_type ())
G_DECLARE_FINAL_TYPE (DocketCompletions, docket_completions, DOCKET, COMPLETIONS, GObject)

/* @toasts: where toasts appear and over whose window dialogs open; until docket_completions_set_workspace() was called
 * with NULL it must be there, and so must @list, in which the next task is chosen when the chosen one leaves it, and
 * @detail, which shows the required answers that are missing, and @undo, which gets what takes a completion back. */
DocketCompletions *docket_completions_new (AdwToastOverlay *toasts, DocketListPane *list, DocketDetailPane *detail,
                                           DocketUndo *undo);
/* To be put into a widget under the name "work". (transfer none) */
GActionGroup *docket_completions_get_actions (DocketCompletions *self);
void docket_completions_set_workspace (DocketCompletions *self, DocketWorkspace *workspace); /* (nullable) */
/* What the actions are about. @task: (nullable) */
void docket_completions_set_task (DocketCompletions *self, DocketTask *task);
/* Tasks beside those of the list that actions with "-row" may be about; the list does not choose another one when such a
 * task leaves it. @tasks: (nullable) */
void docket_completions_set_more_tasks (DocketCompletions *self, DocketTaskModel *tasks);
/* To be called where the task or the connection has changed. */
void docket_completions_update (DocketCompletions *self);

/* Whether this can be asked of such a task, by what the task is. @task: (nullable) */
gboolean docket_completions_fits (DocketTask *task, DocketCompletionKind kind);

G_END_DECLS
