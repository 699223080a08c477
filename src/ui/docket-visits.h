/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-trail.h"

G_BEGIN_DECLS

/* Actions of @view by which one comes to something from elsewhere, whatever the list shows:
 *
 * - "visit.task" (s): the task of this ID, in the view that shows or in one that has it
 * - "visit.archived": the view Archived; "visit.view" (s): the view of this name
 * - "visit.search" (s): what is found for this text among all tasks
 * - "visit.keep" and "visit.return": the settings keep which task is open; it is opened again where the list has it
 *
 * @list and @trail must be there as long as @view is. */
void docket_visits_add (GtkWidget *view, DocketListPane *list, DocketTrail *trail, DocketSplit *split);

G_END_DECLS
