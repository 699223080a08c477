/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-attempt.h"

#include "tallyfy/tallyfy-error-private.h"

#define MAX_BODY (64u * 1024 * 1024)
#define CHUNK (64u * 1024)
#define GRACE 1000 /* ms */

/* What libsoup is given to call back with: now and then it never does, not even when it is
 * cancelled (seen in 3.2.3, where an HTTP/2 connection closes while a request is on its way). */
typedef struct
{
  GTask *task; /* owned; NULL when the call has ended without libsoup */
} Flight;

typedef struct
{
  Flight *flight; /* nullable, its callback's own */
  TallyfyTransport *transport;
  const TallyfyRequest *request;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  GCancellable *inner; /* of the user's cancellation and of the deadline */
  GSource *cancel_source;
  GSource *deadline_source;
  GSource *grace_source; /* nullable: libsoup has been asked to end the call */
  gboolean sent;         /* a byte of the request may have left */
  gboolean timed_out;
  gboolean is_elsewhere; /* a loopback address led to another computer */
  guint restarts;
} Attempt;

static void
end_source (GSource *source)
{
  if (source == NULL)
    return;
  g_source_destroy (source);
  g_source_unref (source);
}

static void
attempt_free (gpointer data)
{
  Attempt *attempt = data;

  end_source (attempt->deadline_source);
  end_source (attempt->cancel_source);
  end_source (attempt->grace_source);
  g_signal_handlers_disconnect_by_data (attempt->message, attempt);
  g_object_unref (attempt->message);
  g_clear_object (&attempt->stream);
  g_byte_array_unref (attempt->body);
  g_object_unref (attempt->inner);
  g_object_unref (attempt->transport);
  g_free (attempt);
}

static GError *
make_error (Attempt *attempt, TallyfyError code, const char *words, const GError *cause)
{
  g_autofree char *message
      = g_strdup_printf ("%s%s%s", words, cause ? ": " : "", cause ? cause->message : "");
  GError *error = tallyfy_error_new (code, message, NULL);

  tallyfy_redact_error (error, tallyfy_transport_get_token (attempt->transport));
  return error;
}

static GError *
error_before_sending (Attempt *attempt, const GError *cause)
{
  if (attempt->timed_out && !attempt->request->is_write)
    return make_error (attempt, TALLYFY_ERROR_TIMED_OUT, "No connection came about in time", NULL);
  if (attempt->timed_out)
    return make_error (attempt, TALLYFY_ERROR_OFFLINE,
                       "No connection came about in time: nothing was sent", NULL);
  if (cause->domain == G_TLS_ERROR)
    return make_error (attempt, TALLYFY_ERROR_TLS, "The server's certificate was refused", cause);
  return make_error (attempt, TALLYFY_ERROR_OFFLINE, "The server cannot be reached", cause);
}

static GError *
error_after_sending (Attempt *attempt, const GError *cause)
{
  if (attempt->request->is_write)
    return make_error (attempt, TALLYFY_ERROR_UNKNOWN_OUTCOME,
                       "The request was sent, and no whole answer came", cause);
  if (attempt->timed_out || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return make_error (attempt, TALLYFY_ERROR_TIMED_OUT, "The server did not answer in time", NULL);
  if (cause->domain == SOUP_SESSION_ERROR)
    return make_error (attempt, TALLYFY_ERROR_NOT_JSON, "The server does not speak HTTP", cause);
  return make_error (attempt, TALLYFY_ERROR_CONNECTION_LOST, "The connection was lost", cause);
}

static GError *
explain (GTask *task, const GError *cause)
{
  Attempt *attempt = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (attempt->is_elsewhere)
    return make_error (attempt, TALLYFY_ERROR_BAD_ADDRESS,
                       "The address is not on this computer: the token was not sent", NULL);
  if (g_cancellable_is_cancelled (cancellable) && !(attempt->sent && attempt->request->is_write))
    return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The call was cancelled");
  return attempt->sent ? error_after_sending (attempt, cause)
                       : error_before_sending (attempt, cause);
}

/* @cut is taken: why the body is not whole, or NULL. */
static void
return_answer (GTask *task, GError *cut)
{
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (GBytes) body = g_bytes_new (attempt->body->data, attempt->body->len);
  TallyfyAnswer *answer = tallyfy_answer_new (attempt->message, body, cut);

  tallyfy_transport_log (attempt->transport, "%s %s: %u, %u bytes%s%s", attempt->request->method,
                         attempt->request->uri, answer->status, attempt->body->len,
                         cut ? ", cut off: " : "", cut ? cut->message : "");
  g_task_return_pointer (task, answer, (GDestroyNotify)tallyfy_answer_free);
}

static void
add_header_fields (Attempt *attempt)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (attempt->message);
  g_autofree char *authorization
      = g_strdup_printf ("Bearer %s", tallyfy_transport_get_token (attempt->transport));

  /* Without the last one the server answers 401. */
  soup_message_headers_replace (headers, "Authorization", authorization);
  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "X-Tallyfy-Client", "APIClient");
  if (attempt->request->body != NULL)
    soup_message_set_request_body_from_bytes (attempt->message, "application/json",
                                              attempt->request->body);
  else if (g_str_equal (attempt->request->method, "PUT")
           || g_str_equal (attempt->request->method, "POST"))
    soup_message_headers_set_content_length (headers, 0);
}

static Flight *
take_off (GTask *task)
{
  Attempt *attempt = g_task_get_task_data (task);

  attempt->flight = g_new0 (Flight, 1);
  attempt->flight->task = g_object_ref (task);
  return attempt->flight;
}

/* Returns: (transfer full) (nullable): the task, if it still waits for this */
static GTask *
land (Flight *flight)
{
  GTask *task = flight->task;

  if (task != NULL)
    ((Attempt *)g_task_get_task_data (task))->flight = NULL;
  g_free (flight);
  return task;
}

static void
read_chunk_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = land (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  Attempt *attempt;

  if (task == NULL)
    return;
  attempt = g_task_get_task_data (task);
  if (chunk == NULL)
    return_answer (task, explain (task, error));
  else if (g_bytes_get_size (chunk) == 0)
    return_answer (task, NULL);
  else if (attempt->body->len + g_bytes_get_size (chunk) > MAX_BODY)
    return_answer (task,
                   make_error (attempt, TALLYFY_ERROR_MALFORMED, "The answer is too large", NULL));
  else
    {
      g_byte_array_append (attempt->body, g_bytes_get_data (chunk, NULL),
                           (guint)g_bytes_get_size (chunk));
      g_input_stream_read_bytes_async (attempt->stream, CHUNK, G_PRIORITY_DEFAULT, attempt->inner,
                                       read_chunk_cb, take_off (task));
    }
}

/* The request was not sent, and there is an answer all the same: a proxy refused the tunnel, in
 * words that are not the server's. */
static GError *
error_from_proxy (Attempt *attempt)
{
  g_autofree char *words = g_strdup_printf ("The proxy refused the connection (status %u)",
                                            soup_message_get_status (attempt->message));

  return make_error (attempt, TALLYFY_ERROR_OFFLINE, words, NULL);
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = land (data);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GInputStream) stream
      = soup_session_send_finish (SOUP_SESSION (source), result, &cause);
  Attempt *attempt;

  if (task == NULL)
    return;
  attempt = g_task_get_task_data (task);
  attempt->stream = g_steal_pointer (&stream);
  if (attempt->stream == NULL || !attempt->sent)
    {
      GError *error = attempt->stream ? error_from_proxy (attempt) : explain (task, cause);

      tallyfy_transport_log (attempt->transport, "%s %s: %s", attempt->request->method,
                             attempt->request->uri, error->message);
      g_task_return_error (task, error);
      return;
    }
  g_input_stream_read_bytes_async (attempt->stream, CHUNK, G_PRIORITY_DEFAULT, attempt->inner,
                                   read_chunk_cb, take_off (task));
}

/* Whether the other end of the connection is this computer. */
static gboolean
leads_here (SoupMessage *message)
{
  GSocketAddress *remote = soup_message_get_remote_address (message);

  return remote != NULL && G_IS_INET_SOCKET_ADDRESS (remote)
         && g_inet_address_get_is_loopback (
             g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote)));
}

/* libsoup has let the time pass that it had to end the call. */
static gboolean
grace_cb (gpointer data)
{
  Attempt *attempt = data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) cause = NULL;
  GError *error;

  if (attempt->flight == NULL) /* it has ended just now */
    return G_SOURCE_REMOVE;
  task = g_steal_pointer (&attempt->flight->task);
  attempt->flight = NULL;
  /* Should it go out later all the same, the server will not do it. */
  soup_message_headers_remove (soup_message_get_request_headers (attempt->message),
                               "Authorization");
  cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The connection does not answer");
  error = explain (task, cause);
  tallyfy_transport_log (attempt->transport, "%s %s: ended without the HTTP library: %s",
                         attempt->request->method, attempt->request->uri, error->message);
  if (attempt->stream != NULL)
    return_answer (task, error);
  else
    g_task_return_error (task, error);
  return G_SOURCE_REMOVE;
}

static GSource *
attach (GSource *source, GSourceFunc function, Attempt *attempt)
{
  g_source_set_callback (source, function, attempt, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
  return source;
}

/* Asks libsoup to end the call, and sees to it that it ends. */
static void
end (Attempt *attempt)
{
  if (attempt->grace_source != NULL)
    return;
  attempt->grace_source = attach (g_timeout_source_new (GRACE), grace_cb, attempt);
  g_cancellable_cancel (attempt->inner);
}

/* The connection stands; from the next step on bytes may leave. */
static void
starting_cb (SoupMessage *message, gpointer data)
{
  Attempt *attempt = data;

  /* The name "localhost" alone does not say where it leads. */
  if (tallyfy_transport_is_loopback (attempt->transport) && !leads_here (message))
    {
      attempt->is_elsewhere = TRUE;
      soup_message_headers_remove (soup_message_get_request_headers (message), "Authorization");
      end (attempt);
      return;
    }
  attempt->sent = TRUE;
  tallyfy_transport_log (attempt->transport, "%s %s: sending", attempt->request->method,
                         attempt->request->uri);
}

/* libsoup repeats a read whose kept-alive connection had closed. A write has a new connection, and
 * is repeated only when HTTP/2 refused the stream, which says that it was not processed (RFC
 * 9113, 8.7). That counts like a 429: once. */
static void
restarted_cb (SoupMessage *message, gpointer data)
{
  Attempt *attempt = data;

  attempt->restarts++;
  tallyfy_transport_log (attempt->transport, "%s %s: repeated by the HTTP library, %u",
                         attempt->request->method, attempt->request->uri, attempt->restarts);
  if (!attempt->request->is_write)
    attempt->sent = FALSE;
  else if (attempt->restarts > 1)
    end (attempt);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  end (data);
  return G_SOURCE_REMOVE;
}

static gboolean
deadline_cb (gpointer data)
{
  Attempt *attempt = data;

  attempt->timed_out = TRUE;
  end (attempt);
  return G_SOURCE_REMOVE;
}

/* Both wake the main loop instead of running inside g_cancellable_cancel(), wherever that is
 * called. */
static void
watch (Attempt *attempt, GCancellable *cancellable)
{
  GSource *deadline = g_timeout_source_new (0);

  attempt->inner = g_cancellable_new ();
  g_source_set_ready_time (deadline, attempt->request->deadline);
  attempt->deadline_source = attach (deadline, deadline_cb, attempt);
  if (cancellable != NULL)
    attempt->cancel_source
        = attach (g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb), attempt);
}

static SoupMessage *
make_message (const TallyfyRequest *request)
{
  SoupMessage *message = soup_message_new (request->method, request->uri);
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  /* On a kept-alive connection libsoup would repeat a lost DELETE by itself. */
  if (request->is_write)
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  if (message != NULL)
    soup_message_set_flags (message, flags);
  return message;
}

void
tallyfy_attempt_async (TallyfyTransport *transport,
                       const TallyfyRequest *request,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  SoupMessage *message = make_message (request);
  Attempt *attempt;

  g_task_set_source_tag (task, tallyfy_attempt_async);
  /* A write that was proven is proven, whether or not somebody has cancelled it in the meantime. */
  g_task_set_check_cancellable (task, FALSE);
  if (message == NULL)
    {
      g_task_return_error (task,
                           tallyfy_error_new (TALLYFY_ERROR_BAD_ADDRESS,
                                              "No request can be made of this address.", NULL));
      return;
    }
  attempt = g_new0 (Attempt, 1);
  attempt->transport = g_object_ref (transport);
  attempt->request = request;
  attempt->message = message;
  attempt->body = g_byte_array_new ();
  watch (attempt, cancellable);
  g_task_set_task_data (task, attempt, attempt_free);
  add_header_fields (attempt);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), attempt);
  g_signal_connect (message, "restarted", G_CALLBACK (restarted_cb), attempt);
  soup_session_send_async (tallyfy_transport_get_session (transport, request->is_write), message,
                           G_PRIORITY_DEFAULT, attempt->inner, send_cb, take_off (task));
}

TallyfyAnswer *
tallyfy_attempt_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_attempt_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
