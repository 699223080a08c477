/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-removal-target.h"

DocketRemovalTarget *
docket_removal_target_new (const char *task_id,
                           const char *title,
                           const DocketShown *shown,
                           gboolean keeps_copy)
{
  DocketRemovalTarget *target = g_new0 (DocketRemovalTarget, 1);

  target->task_id = g_strdup (task_id);
  target->title = g_strdup (title);
  target->shown = shown != NULL ? docket_shown_copy (shown) : NULL;
  target->keeps_copy = keeps_copy;
  return target;
}

void
docket_removal_target_free (DocketRemovalTarget *target)
{
  g_free (target->task_id);
  g_free (target->title);
  g_clear_pointer (&target->shown, docket_shown_free);
  g_free (target);
}
