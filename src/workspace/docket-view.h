/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DocketView:
 *
 * What the list can show. To Do: open tasks assigned to the person signed in; Due Today and Overdue: those of them.
 * One-Off: open one-off tasks. Unassigned: open tasks of nobody. Waiting for Others: open tasks that the person signed in
 * has started and others are to do. Completed: tasks that are complete. All: everything that is not archived. Tidy Up: one-off
 * tasks that were completed so long ago that they can be archived. Processes: all of them, those that are archived last.
 * History: what was archived, restored or deleted. These two are no views of tasks.
 */
typedef enum
{
  DOCKET_VIEW_TO_DO,
  DOCKET_VIEW_DUE_TODAY,
  DOCKET_VIEW_OVERDUE,
  DOCKET_VIEW_ONE_OFF,
  DOCKET_VIEW_UNASSIGNED,
  DOCKET_VIEW_WAITING,
  DOCKET_VIEW_COMPLETED,
  DOCKET_VIEW_ARCHIVED,
  DOCKET_VIEW_ALL,
  DOCKET_VIEW_TIDY_UP,
  DOCKET_VIEW_PROCESSES,
  DOCKET_VIEW_HISTORY,
} DocketView;

#define DOCKET_N_VIEWS (DOCKET_VIEW_TIDY_UP + 1) /* of tasks, so without Processes and History */

const char *docket_view_to_string (DocketView view);                       /* "to-do" …: for settings and actions */
gboolean docket_view_from_string (const char *string, DocketView *view);

G_END_DECLS
