/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-call.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-retry.h"

typedef struct
{
  TallyfyReader reader;
  guint page;
  GDestroyNotify free_value;
  TallyfyProof proof;
  TallyfyTaker taker;
  char *task_id;
  TallyfyAnswer *answer;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->task_id);
  g_clear_pointer (&call->answer, tallyfy_answer_free);
  g_free (call);
}

static const char *
get_token (GTask *task)
{
  return tallyfy_transport_get_token (g_task_get_source_object (task));
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  GError *error = NULL;
  g_autoptr (JsonNode) root = tallyfy_answer_read (call->answer, get_token (task), &error);
  gpointer value = root ? call->reader (root, call->answer->body, call->page, &error) : NULL;

  if (value != NULL)
    {
      g_task_return_pointer (task, value, call->free_value);
      return;
    }
  tallyfy_redact_error (error, get_token (task));
  g_task_return_error (task, error);
}

static void
judge_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;

  if (call->answer->cut == NULL && SOUP_STATUS_IS_SUCCESSFUL (call->answer->status)
      && call->proof (call->answer, call->task_id))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, tallyfy_answer_to_write_error (call->answer, get_token (task)));
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Call *call = data;
  g_autoptr (JsonNode) root = tallyfy_answer_read (call->answer, get_token (task), NULL);
  gpointer value = root != NULL ? call->taker (call->answer, root, call->task_id) : NULL;

  if (value != NULL)
    g_task_return_pointer (task, value, g_object_unref);
  else
    g_task_return_error (task, tallyfy_answer_to_write_error (call->answer, get_token (task)));
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;

  call->answer = tallyfy_retry_finish (result, &error);
  if (call->answer == NULL)
    g_task_return_error (task, error);
  else if (call->taker != NULL)
    g_task_run_in_thread (task, take_in_thread);
  else
    g_task_run_in_thread (task, call->proof ? judge_in_thread : read_in_thread);
}

/* Sends the request of @task, unless the address or the token cannot be used. */
static void
start (GTask *task, const char *method, char *uri, GBytes *body, gint64 deadline)
{
  TallyfyTransport *transport = g_task_get_source_object (task);
  const Call *call = g_task_get_task_data (task);
  const gboolean is_write = call->reader == NULL;
  GError *error = NULL;

  if (tallyfy_transport_check (transport, &error))
    tallyfy_retry_async (transport, tallyfy_request_new (method, uri, body, is_write, deadline),
                         g_task_get_cancellable (task), answer_cb, g_object_ref (task));
  else
    {
      g_free (uri);
      g_task_return_error (task, error);
    }
}

void
tallyfy_call_read_async (TallyfyTransport *transport,
                         char *uri,
                         gint64 deadline,
                         TallyfyReader reader,
                         guint page,
                         GDestroyNotify free_value,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tallyfy_call_read_async);
  call->reader = reader;
  call->page = page;
  call->free_value = free_value;
  g_task_set_task_data (task, call, call_free);
  start (task, "GET", uri, NULL, deadline);
}

gpointer
tallyfy_call_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_call_read_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What came of a write is told, whether or not somebody has cancelled it in the meantime. */
static GTask *
new_write (TallyfyTransport *transport,
           gpointer tag,
           const char *task_id,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (transport, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  call->task_id = g_strdup (task_id);
  g_task_set_task_data (task, call, call_free);
  return task;
}

void
tallyfy_call_write_async (TallyfyTransport *transport,
                          const char *method,
                          char *uri,
                          GBytes *body,
                          TallyfyProof proof,
                          const char *task_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task
      = new_write (transport, tallyfy_call_write_async, task_id, cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->proof = proof;
  start (task, method, uri, body, tallyfy_transport_get_deadline (transport));
}

gboolean
tallyfy_call_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_call_write_async), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tallyfy_call_send_async (TallyfyTransport *transport,
                         const char *method,
                         char *uri,
                         GBytes *body,
                         TallyfyTaker taker,
                         const char *task_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task
      = new_write (transport, tallyfy_call_send_async, task_id, cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->taker = taker;
  start (task, method, uri, body, tallyfy_transport_get_deadline (transport));
}

gpointer
tallyfy_call_send_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_call_send_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
