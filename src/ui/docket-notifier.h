/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Tells the person what is due, where the settings say so and no window is in front: a notification for each task, one for many,
 * and one for the morning. What is told is withdrawn when it is settled. Its buttons are the application's actions
 * "show-task", "show-view", "complete-task" and "snooze-task".
 *
 * Signal "changed": docket_notifier_describe() may say something else. */
#define DOCKET_TYPE_NOTIFIER (docket_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DocketNotifier, docket_notifier, DOCKET, NOTIFIER, GObject)

/* @application: must be there as long as the notifier is. */
DocketNotifier *docket_notifier_new (GtkApplication *application);
/* @workspace: (nullable): whose tasks are told. What was told of another one is withdrawn. */
void docket_notifier_set_workspace (DocketNotifier *self, DocketWorkspace *workspace);
/* Tells the task again in an hour. */
void docket_notifier_snooze (DocketNotifier *self, const char *task_id);
/* Completes it; where that is not done the window opens with the task, and says why. */
void docket_notifier_complete (DocketNotifier *self, const char *task_id);
/* What is waited for, as a desktop may show it: at most 96 characters. (transfer full) */
char *docket_notifier_describe (DocketNotifier *self);

G_END_DECLS
