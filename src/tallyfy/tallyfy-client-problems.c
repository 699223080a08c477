/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-json.h"

static char *
problem_uri (
    GTask *task, const char *organization_id, const char *task_id, const char *last, GError **error)
{
  return tallyfy_transport_uri (tallyfy_client_get_transport (g_task_get_source_object (task)),
                                NULL, error, "organizations", organization_id, "tasks", task_id,
                                last, NULL);
}

/* @problem_id: (nullable): what is resolved */
static GBytes *
problem_to_json (const char *problem_id, const char *content)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (problem_id != NULL)
    tallyfy_json_add_string (builder, "thread_id", problem_id);
  tallyfy_json_add_string (builder, "content", content);
  return tallyfy_json_end_body (builder);
}

/**
 * tallyfy_client_report_problem_async:
 *
 * Reports a problem: a comment with the label "problem". The task cannot be completed until it is
 * resolved.
 */
void
tallyfy_client_report_problem_async (TallyfyClient *self,
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
  g_task_set_source_tag (task, tallyfy_client_report_problem_async);
  uri = problem_uri (task, organization_id, task_id, "problem", &error);
  tallyfy_client_send (task, "POST", uri, error, problem_to_json (NULL, content),
                       tallyfy_client_read_added_comment, NULL);
}

TallyfyComment *
tallyfy_client_report_problem_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_report_problem_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_resolve_problem_async:
 *
 * Resolves one problem of a task, with a comment of the label "resolve".
 */
void
tallyfy_client_resolve_problem_async (TallyfyClient *self,
                                      const char *organization_id,
                                      const char *task_id,
                                      const char *problem_id,
                                      const char *content,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_return_if_fail (problem_id != NULL && content != NULL);
  g_task_set_source_tag (task, tallyfy_client_resolve_problem_async);
  uri = problem_uri (task, organization_id, task_id, "resolved-threads", &error);
  tallyfy_client_send (task, "POST", uri, error, problem_to_json (problem_id, content),
                       tallyfy_client_read_added_comment, NULL);
}

TallyfyComment *
tallyfy_client_resolve_problem_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_resolve_problem_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
