/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-reason.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

gboolean
docket_task_reason_is_process (DocketTask *task)
{
  return task != NULL && docket_task_get_loaded (task) && !docket_task_get_one_off (task);
}

char *
docket_task_reason_find (DocketWorkspace *workspace, DocketTask *task)
{
  g_autofree char *process = NULL;

  if (docket_task_reason_is_process (task))
    {
      if (docket_task_get_process_name (task) == NULL)
        return g_strdup (
            _ ("Belongs to a process. Tallyfy removes such tasks only with their process."));
      process = docket_text_isolate (docket_task_get_process_name (task), 120);
      /* Translators: %s is the name of a process */
      return g_strdup_printf (_ ("Belongs to the process “%s”. Tallyfy removes such tasks only "
                                 "with their process."),
                              process);
    }
  switch (docket_workspace_get_connection (workspace))
    {
    case DOCKET_CONNECTION_NO_TOKEN:
      return g_strdup (_ ("Waiting for the keyring"));
    case DOCKET_CONNECTION_OFFLINE:
      return g_strdup (_ ("Not available offline"));
    case DOCKET_CONNECTION_SIGNED_OUT:
      return g_strdup (docket_task_get_archived (task) ? _ ("Sign in again to restore this task")
                                                       : _ ("Sign in again to archive this task"));
    default:
      return NULL;
    }
}

char *
docket_task_reason_enable (GtkWidget *view,
                           DocketWorkspace *workspace,
                           DocketTask *task,
                           DocketRemovals *removals)
{
  const gboolean known = workspace != NULL && task != NULL && docket_task_get_loaded (task);
  char *reason = known ? docket_task_reason_find (workspace, task) : NULL;
  const gboolean able
      = known && reason == NULL && !docket_removals_is_busy (removals, docket_task_get_id (task));
  const gboolean archived = known && docket_task_get_archived (task);
  const gboolean can_send = workspace != NULL && docket_workspace_can_send (workspace);

  gtk_widget_action_set_enabled (view, "task.archive", able && !archived);
  gtk_widget_action_set_enabled (view, "task.restore", able && archived);
  gtk_widget_action_set_enabled (view, "task.archive-row", can_send);
  gtk_widget_action_set_enabled (view, "task.restore-row", can_send);
  gtk_widget_action_set_enabled (view, "task.delete", able);
  gtk_widget_action_set_enabled (view, "task.explain", docket_task_reason_is_process (task));
  return reason;
}
