/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

static TallyfyComment *
read_comment (JsonNode *root)
{
  JsonNode *item = tallyfy_envelope_item (root, NULL);

  return item != NULL ? tallyfy_comment_read (item, NULL) : NULL;
}

gpointer
tallyfy_client_read_added_comment (TallyfyAnswer *answer, JsonNode *root, const char *id)
{
  if (answer->status != SOUP_STATUS_OK && answer->status != SOUP_STATUS_CREATED)
    return NULL;
  return read_comment (root);
}

static gpointer
read_edited (TallyfyAnswer *answer, JsonNode *root, const char *id)
{
  g_autoptr (TallyfyComment) comment = NULL;

  if (answer->status != SOUP_STATUS_OK)
    return NULL;
  comment = read_comment (root);
  if (comment == NULL || !g_str_equal (tallyfy_comment_get_id (comment), id))
    return NULL;
  return g_steal_pointer (&comment);
}

static gboolean
proves_deleted (TallyfyAnswer *answer, const char *id)
{
  return answer->status == SOUP_STATUS_NO_CONTENT;
}

/* @comment_id: (nullable): NULL for a new one */
static char *
comment_uri (GTask *task,
             const char *organization_id,
             const char *task_id,
             const char *comment_id,
             GError **error)
{
  return tallyfy_transport_uri (tallyfy_client_get_transport (g_task_get_source_object (task)),
                                NULL, error, "organizations", organization_id, "tasks", task_id,
                                "comment", comment_id, NULL);
}

static GBytes *
content_to_json (const char *content)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tallyfy_json_add_string (builder, "content", content);
  return tallyfy_json_end_body (builder);
}

void
tallyfy_client_add_comment_async (TallyfyClient *self,
                                  const char *organization_id,
                                  const char *task_id,
                                  const char *content,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_return_if_fail (content != NULL);
  g_task_set_source_tag (task, tallyfy_client_add_comment_async);
  uri = comment_uri (task, organization_id, task_id, NULL, &error);
  tallyfy_client_send (task, "POST", uri, error, content_to_json (content),
                       tallyfy_client_read_added_comment, NULL);
}

TallyfyComment *
tallyfy_client_add_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_add_comment_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tallyfy_client_edit_comment_async (TallyfyClient *self,
                                   const char *organization_id,
                                   const char *task_id,
                                   const char *comment_id,
                                   const char *content,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_return_if_fail (comment_id != NULL && content != NULL);
  g_task_set_source_tag (task, tallyfy_client_edit_comment_async);
  uri = comment_uri (task, organization_id, task_id, comment_id, &error);
  tallyfy_client_send (task, "PUT", uri, error, content_to_json (content), read_edited, comment_id);
}

TallyfyComment *
tallyfy_client_edit_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_edit_comment_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tallyfy_client_delete_comment_async (TallyfyClient *self,
                                     const char *organization_id,
                                     const char *task_id,
                                     const char *comment_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_return_if_fail (comment_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_delete_comment_async);
  uri = comment_uri (task, organization_id, task_id, comment_id, &error);
  tallyfy_client_write (task, "DELETE", uri, error, NULL, proves_deleted, comment_id);
}

gboolean
tallyfy_client_delete_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_delete_comment_async),
                        FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
