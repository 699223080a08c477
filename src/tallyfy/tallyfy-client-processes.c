/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-readers.h"

static gpointer
read_page (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_process_page_read (root, page, error);
}

static gpointer
read_process (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_process_read_root (root, json, error);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  TallyfyProcessPage *page = tallyfy_call_read_finish (result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tallyfy_client_tell_errors (TALLYFY_TRANSPORT (source), tallyfy_process_page_get_errors (page));
  g_task_return_pointer (task, page, g_object_unref);
}

static char *
make_uri (TallyfyTransport *transport,
          const char *organization_id,
          const TallyfyProcessQuery *query,
          guint page,
          GError **error)
{
  GString *text = tallyfy_client_new_query (page, query->per_page);
  g_autofree char *parameters = NULL;

  tallyfy_client_add_parameter (text, "status", query->status);
  tallyfy_client_add_parameter (text, "q", query->text);
  tallyfy_client_add_parameter (text, "sort", query->sort);
  parameters = g_string_free (text, FALSE);
  return tallyfy_transport_uri (transport, parameters, error, "organizations", organization_id,
                                "runs", NULL);
}

/**
 * tallyfy_client_list_processes_async:
 *
 * One page of an organization's processes.
 */
void
tallyfy_client_list_processes_async (TallyfyClient *self,
                                     const char *organization_id,
                                     const TallyfyProcessQuery *query,
                                     guint page,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && query != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_processes_async);
  uri = make_uri (tallyfy_client_get_transport (self), organization_id, query, MAX (page, 1),
                  &error);
  tallyfy_client_read_page (task, uri, error, read_page, MAX (page, 1), query->patient, page_cb);
}

TallyfyProcessPage *
tallyfy_client_list_processes_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_processes_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_get_process_async:
 *
 * One process, archived or not.
 */
void
tallyfy_client_get_process_async (TallyfyClient *self,
                                  const char *organization_id,
                                  const char *process_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && process_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_get_process_async);
  uri = tallyfy_transport_uri (tallyfy_client_get_transport (self), NULL, &error, "organizations",
                               organization_id, "runs", process_id, NULL);
  tallyfy_client_read (task, uri, error, read_process, 0, tallyfy_client_value_cb);
}

TallyfyProcess *
tallyfy_client_get_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_get_process_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The process that a 200 carries, when it is the one that was to be changed. */
static TallyfyProcess *
read_answered (TallyfyAnswer *answer, const char *process_id)
{
  g_autoptr (TallyfyProcess) process = NULL;

  if (answer->status != SOUP_STATUS_OK)
    return NULL;
  process = tallyfy_process_new_from_json (answer->body, NULL);
  if (process == NULL || !g_str_equal (tallyfy_process_get_id (process), process_id))
    return NULL;
  return g_steal_pointer (&process);
}

static gboolean
proves_archived (TallyfyAnswer *answer, const char *process_id)
{
  g_autoptr (TallyfyProcess) process = read_answered (answer, process_id);

  return process != NULL && tallyfy_process_is_archived (process);
}

static gboolean
proves_restored (TallyfyAnswer *answer, const char *process_id)
{
  g_autoptr (TallyfyProcess) process = read_answered (answer, process_id);

  return process != NULL && !tallyfy_process_is_archived (process);
}

/* A 200 with a message, or with a page of a proxy, is not a confirmed deletion. */
static gboolean
proves_deleted (TallyfyAnswer *answer, const char *process_id)
{
  return answer->status == SOUP_STATUS_NO_CONTENT
         || (answer->status == SOUP_STATUS_OK && g_bytes_get_size (answer->body) == 0);
}

/* @suffix: what follows the ID of the process in the path, or NULL */
static void
write_process (GTask *task,
               const char *method,
               const char *organization_id,
               const char *process_id,
               const char *suffix,
               TallyfyProof proof)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));
  GError *error = NULL;
  char *uri = tallyfy_transport_uri (transport, NULL, &error, "organizations", organization_id,
                                     "runs", process_id, suffix, NULL);

  tallyfy_client_write (task, method, uri, error, NULL, proof, process_id);
}

/**
 * tallyfy_client_archive_process_async:
 *
 * Archives a process: it is kept with all its tasks, and can be restored.
 */
void
tallyfy_client_archive_process_async (TallyfyClient *self,
                                      const char *organization_id,
                                      const char *process_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && process_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_archive_process_async);
  write_process (task, "DELETE", organization_id, process_id, NULL, proves_archived);
}

gboolean
tallyfy_client_archive_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_archive_process_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tallyfy_client_restore_process_async:
 *
 * Takes a process out of the archive.
 */
void
tallyfy_client_restore_process_async (TallyfyClient *self,
                                      const char *organization_id,
                                      const char *process_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && process_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_restore_process_async);
  write_process (task, "PUT", organization_id, process_id, "activate", proves_restored);
}

gboolean
tallyfy_client_restore_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_restore_process_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * tallyfy_client_delete_process_permanently_async:
 *
 * Deletes an archived process with all its tasks. It cannot be undone.
 */
void
tallyfy_client_delete_process_permanently_async (TallyfyClient *self,
                                                 const char *organization_id,
                                                 const char *process_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && process_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_delete_process_permanently_async);
  write_process (task, "DELETE", organization_id, process_id, "delete", proves_deleted);
}

gboolean
tallyfy_client_delete_process_permanently_finish (TallyfyClient *self,
                                                  GAsyncResult *result,
                                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  tallyfy_client_delete_process_permanently_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
