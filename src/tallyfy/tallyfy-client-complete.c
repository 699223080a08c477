/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

/* Where everybody has to complete a task, it stays open until the last of them has. */
static gpointer
read_completed (TallyfyAnswer *answer, JsonNode *root, const char *task_id)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_read_changed (answer, root, task_id);

  if (task == NULL)
    return NULL;
  if (!tallyfy_task_is_completed (task) && !tallyfy_task_needs_everyone (task))
    return NULL;
  return g_steal_pointer (&task);
}

static gpointer
read_reopened (TallyfyAnswer *answer, JsonNode *root, const char *task_id)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_read_changed (answer, root, task_id);

  return task != NULL && !tallyfy_task_is_completed (task) ? g_steal_pointer (&task) : NULL;
}

/* @last: (nullable): what follows. Both kinds have a place of their own for what is completed. */
static char *
completed_tasks_uri (GTask *task,
                     const char *organization_id,
                     const char *process_id,
                     const char *last,
                     GError **error)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));

  if (process_id == NULL)
    return tallyfy_transport_uri (transport, NULL, error, "organizations", organization_id,
                                  "completed-tasks", last, NULL);
  return tallyfy_transport_uri (transport, NULL, error, "organizations", organization_id, "runs",
                                process_id, "completed-tasks", last, NULL);
}

static GBytes *
completion_to_json (const char *task_id, TallyfyVerdict verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tallyfy_json_add_string (builder, "task_id", task_id);
  if (verdict != TALLYFY_VERDICT_NONE)
    {
      json_builder_set_member_name (builder, "is_approved");
      json_builder_add_boolean_value (builder, verdict == TALLYFY_VERDICT_APPROVED);
    }
  return tallyfy_json_end_body (builder);
}

void
tallyfy_client_complete_task_async (TallyfyClient *self,
                                    const char *organization_id,
                                    const char *process_id,
                                    const char *task_id,
                                    TallyfyVerdict verdict,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_complete_task_async);
  uri = completed_tasks_uri (task, organization_id, process_id, NULL, &error);
  tallyfy_client_send (task, "POST", uri, error, completion_to_json (task_id, verdict),
                       read_completed, task_id);
}

TallyfyTask *
tallyfy_client_complete_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_complete_task_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tallyfy_client_reopen_task_async (TallyfyClient *self,
                                  const char *organization_id,
                                  const char *process_id,
                                  const char *task_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_reopen_task_async);
  uri = completed_tasks_uri (task, organization_id, process_id, task_id, &error);
  tallyfy_client_send (task, "DELETE", uri, error, NULL, read_reopened, task_id);
}

TallyfyTask *
tallyfy_client_reopen_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_reopen_task_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
