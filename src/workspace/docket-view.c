/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-view.h"

static const char *const names[] = {
  [DOCKET_VIEW_TO_DO] = "to-do",
  [DOCKET_VIEW_DUE_TODAY] = "due-today",
  [DOCKET_VIEW_OVERDUE] = "overdue",
  [DOCKET_VIEW_ONE_OFF] = "one-off",
  [DOCKET_VIEW_UNASSIGNED] = "unassigned",
  [DOCKET_VIEW_WAITING] = "waiting",
  [DOCKET_VIEW_COMPLETED] = "completed",
  [DOCKET_VIEW_ARCHIVED] = "archived",
  [DOCKET_VIEW_ALL] = "all",
  [DOCKET_VIEW_TIDY_UP] = "tidy-up",
  [DOCKET_VIEW_PROCESSES] = "processes",
  [DOCKET_VIEW_HISTORY] = "history",
};

/** docket_view_to_string: the name of a view in settings and actions, such as "to-do". */
const char *
docket_view_to_string (DocketView view)
{
  g_return_val_if_fail (view < G_N_ELEMENTS (names), names[DOCKET_VIEW_TO_DO]);

  return names[view];
}

/** docket_view_from_string: the view of that name in @view, or FALSE and @view untouched. */
gboolean
docket_view_from_string (const char *string, DocketView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (string, names[i]) == 0)
      {
        *view = (DocketView)i;
        return TRUE;
      }
  return FALSE;
}
