/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DocketView:
 *
 * What the list can show. To Do: open tasks assigned to the person signed in. One-Off: open one-off
 * tasks. Completed: tasks that are complete. All: everything that is not archived. History: what was
 * archived, restored or deleted, which is no view of tasks.
 */
typedef enum
{
  DOCKET_VIEW_TO_DO,
  DOCKET_VIEW_ONE_OFF,
  DOCKET_VIEW_COMPLETED,
  DOCKET_VIEW_ARCHIVED,
  DOCKET_VIEW_ALL,
  DOCKET_VIEW_HISTORY,
} DocketView;

#define DOCKET_N_VIEWS (DOCKET_VIEW_ALL + 1) /* of tasks, so without History */

const char *docket_view_to_string (DocketView view);                       /* "to-do" …: for settings and actions */
gboolean docket_view_from_string (const char *string, DocketView *view);

G_END_DECLS
