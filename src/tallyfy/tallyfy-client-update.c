/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"

/* Both kinds have a place of their own. */
static char *
task_uri (TallyfyTransport *transport,
          const char *organization_id,
          const char *process_id,
          const char *task_id,
          GError **error)
{
  const char *query = "with=" TALLYFY_WITH_EVERYTHING;

  if (process_id == NULL)
    return tallyfy_transport_uri (transport, query, error, "organizations", organization_id,
                                  "tasks", task_id, NULL);
  return tallyfy_transport_uri (transport, query, error, "organizations", organization_id, "runs",
                                process_id, "tasks", task_id, NULL);
}

void
tallyfy_client_update_task_async (TallyfyClient *self,
                                  const char *organization_id,
                                  const char *process_id,
                                  const char *task_id,
                                  const TallyfyTaskChange *change,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_return_if_fail (change != NULL);
  g_task_set_source_tag (task, tallyfy_client_update_task_async);
  uri = task_uri (tallyfy_client_get_transport (self), organization_id, process_id, task_id,
                  &error);
  tallyfy_client_send (task, "PUT", uri, error, tallyfy_task_change_to_json (change),
                       tallyfy_client_read_changed, task_id);
}

TallyfyTask *
tallyfy_client_update_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_update_task_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
