/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-readers.h"

/* A task with an ID is the proof that there is one. */
static gpointer
read_created (TallyfyAnswer *answer, JsonNode *root, const char *task_id)
{
  if (answer->status != SOUP_STATUS_OK && answer->status != SOUP_STATUS_CREATED)
    return NULL;
  return tallyfy_task_read_root (root, answer->body, NULL);
}

/* @task_id: (nullable): the one that is to be changed. @body is taken. */
static void
send (GTask *task,
      const char *method,
      const char *organization_id,
      const char *task_id,
      GBytes *body,
      TallyfyTaker taker)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));
  GError *error = NULL;
  char *uri = tallyfy_transport_uri (transport, NULL, &error, "organizations", organization_id,
                                     "tasks", task_id, NULL);

  tallyfy_client_send (task, method, uri, error, body, taker, task_id);
}

void
tallyfy_client_create_task_async (TallyfyClient *self,
                                  const char *organization_id,
                                  const TallyfyTaskDraft *draft,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && draft != NULL);
  g_task_set_source_tag (task, tallyfy_client_create_task_async);
  send (task, "POST", organization_id, NULL, tallyfy_task_draft_to_json (draft), read_created);
}

TallyfyTask *
tallyfy_client_create_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_create_task_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tallyfy_client_answer_fields_async (TallyfyClient *self,
                                    const char *organization_id,
                                    const TallyfyTaskDraft *draft,
                                    TallyfyTask *created,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && draft != NULL);
  g_task_set_source_tag (task, tallyfy_client_answer_fields_async);
  send (task, "PUT", organization_id, tallyfy_task_get_id (created),
        tallyfy_task_draft_answers_to_json (draft, created), tallyfy_client_read_changed);
}

gboolean
tallyfy_client_answer_fields_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_answer_fields_async),
                        FALSE);
  task = g_task_propagate_pointer (G_TASK (result), error);
  return task != NULL;
}

static gpointer
read_cloned (TallyfyAnswer *answer, JsonNode *root, const char *task_id)
{
  g_autoptr (TallyfyTask) task = read_created (answer, root, NULL);

  if (task == NULL || g_str_equal (tallyfy_task_get_id (task), task_id))
    return NULL;
  return g_steal_pointer (&task);
}

void
tallyfy_client_clone_task_async (TallyfyClient *self,
                                 const char *organization_id,
                                 const char *task_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_clone_task_async);
  uri = tallyfy_transport_uri (tallyfy_client_get_transport (self), NULL, &error, "organizations",
                               organization_id, "tasks", task_id, "clone", NULL);
  tallyfy_client_send (task, "POST", uri, error, NULL, read_cloned, task_id);
}

TallyfyTask *
tallyfy_client_clone_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_clone_task_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
