/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "calls-work.h"

#include <string.h>

static TallyfyTask *
read_task (const char *text)
{
  g_autoptr (GBytes) json = g_bytes_new_static (text, strlen (text));

  return tallyfy_task_new_from_json (json, NULL);
}

/* A one-off task, whose title, deadline and assignees go along each time. */
void
start_update (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  g_autoptr (TallyfyTask) task
      = read_task ("{\"id\":\"task1\",\"title\":\"Report\",\"deadline\":\"2030-05-15T12:00:00Z\","
                   "\"owners\":{\"users\":[7]}}");
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);

  tallyfy_task_change_set_summary (change, "<b>All</b>");
  tallyfy_client_update_task_async (client, TEST_ORG, NULL, TEST_TASK, change, cancellable,
                                    callback, data);
}

/* An answer to a field of a task of a process. */
void
start_update_in_process (TallyfyClient *client,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (TallyfyTask) task
      = read_task ("{\"id\":\"task1\",\"run_id\":\"run1\",\"title\":\"Report\",\"form_fields\":["
                   "{\"id\":\"f1\",\"field_type\":\"text\"}]}");
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (task);

  tallyfy_task_change_answer_text (change, tallyfy_task_get_form_fields (task)->pdata[0], "Yes");
  tallyfy_client_update_task_async (client, TEST_ORG, "run1", TEST_TASK, change, cancellable,
                                    callback, data);
}

gboolean
finish_update (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_update_task_finish (client, result, error);

  return task != NULL;
}

void
start_complete (TallyfyClient *client,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer data)
{
  tallyfy_client_complete_task_async (client, TEST_ORG, NULL, TEST_TASK, TALLYFY_VERDICT_NONE,
                                      cancellable, callback, data);
}

/* A task of a process, and one that is rejected. */
void
start_reject (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_complete_task_async (client, TEST_ORG, "run1", TEST_TASK, TALLYFY_VERDICT_REJECTED,
                                      cancellable, callback, data);
}

gboolean
finish_complete (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_complete_task_finish (client, result, error);

  return task != NULL;
}

void
start_reopen (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_reopen_task_async (client, TEST_ORG, NULL, TEST_TASK, cancellable, callback, data);
}

void
start_reopen_in_process (TallyfyClient *client,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  tallyfy_client_reopen_task_async (client, TEST_ORG, "run1", TEST_TASK, cancellable, callback,
                                    data);
}

gboolean
finish_reopen (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_reopen_task_finish (client, result, error);

  return task != NULL;
}

void
start_comment (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_add_comment_async (client, TEST_ORG, TEST_TASK, "<b>Yes</b> \"ok\"", cancellable,
                                    callback, data);
}

gboolean
finish_comment (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyComment) comment = tallyfy_client_add_comment_finish (client, result, error);

  return comment != NULL;
}

void
start_edit_comment (TallyfyClient *client,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  tallyfy_client_edit_comment_async (client, TEST_ORG, TEST_TASK, "c1", "No", cancellable, callback,
                                     data);
}

gboolean
finish_edit_comment (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyComment) comment = tallyfy_client_edit_comment_finish (client, result, error);

  return comment != NULL;
}

void
start_delete_comment (TallyfyClient *client,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  tallyfy_client_delete_comment_async (client, TEST_ORG, TEST_TASK, "c1", cancellable, callback,
                                       data);
}

void
start_clone (TallyfyClient *client,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  tallyfy_client_clone_task_async (client, TEST_ORG, TEST_TASK, cancellable, callback, data);
}

gboolean
finish_clone (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_clone_task_finish (client, result, error);

  return task != NULL;
}

void
start_remind (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_remind_async (client, TEST_ORG, TEST_TASK, cancellable, callback, data);
}

void
start_problem (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_report_problem_async (client, TEST_ORG, TEST_TASK, "No \"answer\"", cancellable,
                                       callback, data);
}

gboolean
finish_problem (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyComment) comment = tallyfy_client_report_problem_finish (client, result, error);

  return comment != NULL;
}

void
start_resolve (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_resolve_problem_async (client, TEST_ORG, TEST_TASK, "c1", "Done", cancellable,
                                        callback, data);
}

gboolean
finish_resolve (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyComment) comment
      = tallyfy_client_resolve_problem_finish (client, result, error);

  return comment != NULL;
}
