/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/compat/docket-split.h"
#include "ui/docket-detail-pane.h"
#include "ui/docket-list-pane.h"
#include "ui/docket-process-pane.h"

G_BEGIN_DECLS

/* What stands beside the list: what is chosen there, and on top of that what was opened from it (the process of a task, a
 * task of a process), with the way back. What is chosen next in the list takes the place of all of it, unless the list
 * chose by itself while the person was beside it.
 *
 * Signal "changed": something else stands there, or the same is chosen again. */
#define DOCKET_TYPE_TRAIL (docket_trail_get_type ())
G_DECLARE_FINAL_TYPE (DocketTrail, docket_trail, DOCKET, TRAIL, GObject)

/* All must be there until docket_trail_end(). @stack: holds both panes. */
DocketTrail *docket_trail_new (DocketSplit *split, DocketListPane *list, GtkStack *stack,
                               DocketDetailPane *detail, DocketProcessPane *process_pane);
void docket_trail_end (DocketTrail *self); /* (transfer full) */
void docket_trail_set_workspace (DocketTrail *self, DocketWorkspace *workspace); /* (nullable) */

/* At most one of the three. (transfer none) (nullable) */
DocketTask *docket_trail_get_task (DocketTrail *self);
DocketProcess *docket_trail_get_process (DocketTrail *self);
DocketHistoryEntry *docket_trail_get_entry (DocketTrail *self);

/* One of the tasks of the process that shows, or that one came from. */
void docket_trail_open_task (DocketTrail *self, const char *task_id);
void docket_trail_open_process (DocketTrail *self, const char *process_id);
/* It is gone: what was opened of it goes, too. */
void docket_trail_close_process (DocketTrail *self, const char *process_id);
/* Whether there is more to go back to than the list. */
gboolean docket_trail_has_way_back (DocketTrail *self);
/* One step back; where only one pane shows, at last to the list. FALSE: there is none. */
gboolean docket_trail_go_back (DocketTrail *self);

G_END_DECLS
