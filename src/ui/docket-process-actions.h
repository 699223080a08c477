/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-removals.h"
#include "ui/docket-trail.h"

G_BEGIN_DECLS

/* What can be done with a process: the action "process.open", which takes its ID, "process.open-task", which takes that of
 * one of its tasks while it shows, and "process.archive" and
 * "process.restore" for the one that shows. */
#define DOCKET_TYPE_PROCESS_ACTIONS (docket_process_actions_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessActions, docket_process_actions, DOCKET, PROCESS_ACTIONS, GObject)

/* @view: gets the actions. @toasts: where toasts appear. @trail: where a process is opened. @pane: is told why something
 * cannot be done. All must be there until docket_process_actions_end(). */
DocketProcessActions *docket_process_actions_new (GtkWidget *view, AdwToastOverlay *toasts,
                                                  DocketTrail *trail, DocketProcessPane *pane,
                                                  DocketRemovals *removals);
void docket_process_actions_end (DocketProcessActions *self); /* (transfer full) */
/* To be called where what shows, the connection, or what is under way has changed. */
void docket_process_actions_update (DocketProcessActions *self);

/* Says why a task of a process cannot be removed, and offers to open the process. @task: (nullable) */
void docket_process_actions_explain (DocketProcessActions *self, DocketTask *task);

G_END_DECLS
