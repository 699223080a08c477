/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-retry.h"

#define MAX_READS 3
#define MAX_WRITES 2
#define MAX_WAIT (30 * G_TIME_SPAN_SECOND)
#define FIRST_WAIT (G_TIME_SPAN_SECOND / 2)

typedef struct
{
  TallyfyRequest *request;
  guint attempts;
} Retry;

static void attempt_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
retry_free (gpointer data)
{
  Retry *retry = data;

  tallyfy_request_free (retry->request);
  g_free (retry);
}

static void wait_and_send (GTask *task, gint64 until);

/* What is patient has its time from the moment on that it goes out. */
static void
send_once (GTask *task)
{
  TallyfyTransport *transport = g_task_get_source_object (task);
  Retry *retry = g_task_get_task_data (task);
  const gint64 until = tallyfy_pace_begin (tallyfy_transport_get_pace (transport),
                                           retry->request->haste, g_get_monotonic_time ());

  if (until != 0)
    {
      wait_and_send (task, until);
      return;
    }
  if (retry->request->haste == TALLYFY_HASTE_PATIENT)
    retry->request->deadline = tallyfy_transport_get_deadline (transport);
  retry->attempts++;
  tallyfy_attempt_async (transport, retry->request, g_task_get_cancellable (task), attempt_cb,
                         g_object_ref (task));
}

static gboolean
is_worth_another (TallyfyTransport *transport, const Retry *retry, guint status)
{
  if (retry->request->is_write)
    return status == 429 && retry->attempts < MAX_WRITES
           && tallyfy_transport_get_repeats_writes (transport);
  return (status == 429 || (status >= 502 && status <= 504)) && retry->attempts < MAX_READS;
}

/* Microseconds; a part is random, so that clients turned away together do not come back together.
 */
static gint64
time_to_wait (const Retry *retry, const TallyfyAnswer *answer)
{
  if (answer->retry_after >= 0)
    return answer->retry_after * G_TIME_SPAN_SECOND;
  return (FIRST_WAIT << retry->attempts) + g_random_int_range (0, (int)(G_TIME_SPAN_SECOND / 4));
}

static gboolean
wait_over_cb (gpointer data)
{
  GTask *task = data;

  if (!g_task_return_error_if_cancelled (task))
    send_once (task);
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Cancelling ends the wait: the child wakes its parent. */
static void
wait_and_send (GTask *task, gint64 until)
{
  g_autoptr (GSource) timer = g_timeout_source_new (0);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_source_set_ready_time (timer, until);
  g_source_set_callback (timer, wait_over_cb, g_object_ref (task), g_object_unref);
  if (cancellable != NULL)
    {
      g_autoptr (GSource) child = g_cancellable_source_new (cancellable);

      g_source_set_callback (child, G_SOURCE_FUNC (cancelled_cb), NULL, NULL);
      g_source_add_child_source (timer, child);
    }
  g_source_attach (timer, g_task_get_context (task));
}

static void
attempt_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Retry *retry = g_task_get_task_data (task);
  GError *error = NULL;
  TallyfyAnswer *answer = tallyfy_attempt_finish (result, &error);
  TallyfyTransport *transport = g_task_get_source_object (task);
  gint64 wait;
  gint64 until;

  tallyfy_pace_end (tallyfy_transport_get_pace (transport), retry->request->haste, answer,
                    g_get_monotonic_time ());
  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (answer->status == 429 && retry->request->haste == TALLYFY_HASTE_PATIENT)
    {
      /* Its turn comes again: the pace has heard when. */
      tallyfy_answer_free (answer);
      retry->attempts--;
      send_once (task);
      return;
    }
  wait = time_to_wait (retry, answer);
  until = g_get_monotonic_time () + wait;
  if (is_worth_another (transport, retry, answer->status) && wait <= MAX_WAIT
      && until < retry->request->deadline)
    {
      tallyfy_answer_free (answer);
      wait_and_send (task, until);
    }
  else
    g_task_return_pointer (task, answer, (GDestroyNotify)tallyfy_answer_free);
}

TallyfyRequest *
tallyfy_request_new (
    const char *method, char *uri, GBytes *body, gboolean is_write, gint64 deadline)
{
  TallyfyRequest *request = g_new0 (TallyfyRequest, 1);

  request->method = method;
  request->uri = uri;
  request->body = body != NULL ? g_bytes_ref (body) : NULL;
  request->is_write = is_write;
  request->deadline = deadline;
  if (is_write)
    request->haste = TALLYFY_HASTE_WRITE;
  else
    request->haste = deadline == TALLYFY_PATIENT ? TALLYFY_HASTE_PATIENT : TALLYFY_HASTE_NOW;
  return request;
}

void
tallyfy_request_free (TallyfyRequest *request)
{
  g_free (request->uri);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_free (request);
}

void
tallyfy_retry_async (TallyfyTransport *transport,
                     TallyfyRequest *request,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Retry *retry = g_new0 (Retry, 1);

  g_task_set_source_tag (task, tallyfy_retry_async);
  g_task_set_check_cancellable (task, FALSE);
  retry->request = request;
  g_task_set_task_data (task, retry, retry_free);
  if (!g_task_return_error_if_cancelled (task))
    send_once (task);
}

TallyfyAnswer *
tallyfy_retry_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_retry_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
