/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-call.h"
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

/* The task that a 200 carries, when it is the one that was to be changed. */
static TallyfyTask *
read_answered_task (TallyfyAnswer *answer, const char *task_id)
{
  g_autoptr (TallyfyTask) task = NULL;

  if (answer->status != SOUP_STATUS_OK)
    return NULL;
  task = tallyfy_task_new_from_json (answer->body, NULL);
  if (task == NULL || !g_str_equal (tallyfy_task_get_id (task), task_id))
    return NULL;
  return g_steal_pointer (&task);
}

static gboolean
proves_archived (TallyfyAnswer *answer, const char *task_id)
{
  g_autoptr (TallyfyTask) task = read_answered_task (answer, task_id);

  return answer->status == SOUP_STATUS_NO_CONTENT
         || (task != NULL && tallyfy_task_is_archived (task));
}

static gboolean
proves_restored (TallyfyAnswer *answer, const char *task_id)
{
  g_autoptr (TallyfyTask) task = read_answered_task (answer, task_id);

  return task != NULL && !tallyfy_task_is_archived (task);
}

/* A 200 with a message is not a confirmed deletion. */
static gboolean
proves_deleted (TallyfyAnswer *answer, const char *task_id)
{
  return answer->status == SOUP_STATUS_NO_CONTENT;
}

/* @suffix: what follows the task's ID in the path, or NULL */
static void
write_task (GTask *task,
            const char *method,
            const char *organization_id,
            const char *task_id,
            const char *suffix,
            TallyfyProof proof)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));
  GError *error = NULL;
  char *uri = tallyfy_transport_uri (transport, NULL, &error, "organizations", organization_id,
                                     "tasks", task_id, suffix, NULL);

  tallyfy_client_write (task, method, uri, error, NULL, proof, task_id);
}

/**
 * tallyfy_client_archive_task_async:
 *
 * Archives a one-off task: it is kept with all its data, and can be restored.
 */
void
tallyfy_client_archive_task_async (TallyfyClient *self,
                                   const char *organization_id,
                                   const char *task_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_archive_task_async);
  write_task (task, "DELETE", organization_id, task_id, NULL, proves_archived);
}

gboolean
tallyfy_client_archive_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_archive_task_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tallyfy_client_restore_task_async:
 *
 * Takes a one-off task out of the archive.
 */
void
tallyfy_client_restore_task_async (TallyfyClient *self,
                                   const char *organization_id,
                                   const char *task_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_restore_task_async);
  write_task (task, "PUT", organization_id, task_id, "restore", proves_restored);
}

gboolean
tallyfy_client_restore_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_restore_task_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tallyfy_client_delete_task_permanently_async:
 *
 * Deletes a one-off task with its form fields and all captured values. It cannot be undone.
 */
void
tallyfy_client_delete_task_permanently_async (TallyfyClient *self,
                                              const char *organization_id,
                                              const char *task_id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_delete_task_permanently_async);
  write_task (task, "DELETE", organization_id, task_id, "delete", proves_deleted);
}

gboolean
tallyfy_client_delete_task_permanently_finish (TallyfyClient *self,
                                               GAsyncResult *result,
                                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  tallyfy_client_delete_task_permanently_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is said with it is not documented; but a proxy's page is none. */
static gboolean
proves_reminded (TallyfyAnswer *answer, const char *task_id)
{
  g_autoptr (JsonNode) root = NULL;

  if (answer->status != SOUP_STATUS_OK || g_bytes_get_size (answer->body) == 0)
    return answer->status == SOUP_STATUS_OK || answer->status == SOUP_STATUS_NO_CONTENT;
  root = tallyfy_json_parse (answer->body, NULL);
  return root != NULL;
}

/**
 * tallyfy_client_remind_async:
 *
 * Sends an e-mail to the assignees of a task. Tallyfy does that for a GET, which others would
 * repeat at will.
 */
void
tallyfy_client_remind_async (TallyfyClient *self,
                             const char *organization_id,
                             const char *task_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_remind_async);
  write_task (task, "GET", organization_id, task_id, "email", proves_reminded);
}

gboolean
tallyfy_client_remind_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_remind_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
