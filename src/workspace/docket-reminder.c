/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-reminder.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-workspace-private.h"

static void
reminded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  tallyfy_client_remind_finish (TALLYFY_CLIENT (source), result, &error);
  docket_workspace_note_call (g_task_get_source_object (task), error);
  if (error == NULL)
    g_task_return_int (task, DOCKET_REMINDER_SENT);
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    g_task_return_int (task, DOCKET_REMINDER_NOT_CONFIRMED);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
docket_reminder_async (DocketWorkspace *workspace,
                       const char *task_id,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);

  g_task_set_source_tag (task, docket_reminder_async);
  if (docket_workspace_can_send (workspace))
    tallyfy_client_remind_async (workspace->client,
                                 docket_account_get_organization_id (workspace->account), task_id,
                                 NULL, reminded_cb, g_object_ref (task));
  else
    g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "%s",
                             _ ("There is no connection: nothing was sent."));
}

gboolean
docket_reminder_finish (DocketWorkspace *workspace,
                        GAsyncResult *result,
                        DocketReminderOutcome *outcome,
                        GError **error)
{
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_reminder_async), FALSE);

  *outcome = (DocketReminderOutcome)g_task_propagate_int (G_TASK (result), &failed);
  if (failed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}
