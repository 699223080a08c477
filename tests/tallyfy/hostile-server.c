/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "hostile-server.h"

#include <string.h>

struct _HostileServer
{
  GSocketService *service;
  guint port;
  char *address;

  GMutex mutex; /* for all below */
  GCond changed;
  GQueue script; /* of Step */
  GPtrArray *requests;
  guint connections;
  guint running;
  gboolean released;
  gboolean over;
  GList *open; /* the sockets of the connections */
};

typedef struct
{
  HostileAction action;
  GBytes *bytes;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_bytes_unref (step->bytes);
  g_free (step);
}

static Step *
step_new (HostileAction action, const char *bytes, gsize length)
{
  Step *step = g_new0 (Step, 1);

  step->action = action;
  step->bytes = g_bytes_new (bytes, length);
  return step;
}

static gsize
body_length (const char *head)
{
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *field = strstr (lower, "\r\ncontent-length:");

  return field ? (gsize)g_ascii_strtoull (field + strlen ("\r\ncontent-length:"), NULL, 10) : 0;
}

/* NULL where the client closed. */
static char *
read_request (GInputStream *input)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *end = NULL;
  gsize length = 0;
  char byte;

  while (end == NULL || text->len < length)
    {
      if (g_input_stream_read (input, &byte, 1, NULL, NULL) != 1)
        return NULL;
      g_string_append_c (text, byte);
      if (end == NULL && g_str_has_suffix (text->str, "\r\n\r\n"))
        {
          end = text->str;
          length = text->len + body_length (text->str);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char beyond_script[] = "HTTP/1.1 599 Not In The Script\r\nContent-Length: 0\r\n\r\n";

static Step *
take_step (HostileServer *self, char *request)
{
  Step *step;

  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->requests, request);
  step = g_queue_pop_head (&self->script);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return step ? step : step_new (HOSTILE_ANSWER_AND_CLOSE, beyond_script, strlen (beyond_script));
}

static gboolean
closes_early (HostileServer *self)
{
  Step *step;
  gboolean early;

  g_mutex_lock (&self->mutex);
  step = g_queue_peek_head (&self->script);
  early = step != NULL && step->action == HOSTILE_CLOSE_EARLY;
  if (early)
    step_free (g_queue_pop_head (&self->script));
  g_mutex_unlock (&self->mutex);
  return early;
}

static void
stall (HostileServer *self)
{
  g_mutex_lock (&self->mutex);
  while (!self->released && !self->over)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
dribble (HostileServer *self, GOutputStream *output)
{
  gboolean goes_on = TRUE;

  while (goes_on && g_output_stream_write_all (output, " ", 1, NULL, NULL, NULL))
    {
      g_mutex_lock (&self->mutex);
      if (!self->over)
        g_cond_wait_until (&self->changed, &self->mutex, g_get_monotonic_time () + 20000);
      goes_on = !self->over;
      g_mutex_unlock (&self->mutex);
    }
}

/* Whether the connection stays. */
static gboolean
act (HostileServer *self, Step *step, GOutputStream *output)
{
  gsize length;
  const char *bytes = g_bytes_get_data (step->bytes, &length);

  if (step->action == HOSTILE_HOLD)
    stall (self);
  if (!g_output_stream_write_all (output, bytes, length, NULL, NULL, NULL))
    return FALSE;
  if (step->action == HOSTILE_STALL)
    stall (self);
  if (step->action == HOSTILE_DRIBBLE)
    dribble (self, output);
  return step->action == HOSTILE_ANSWER || step->action == HOSTILE_HOLD;
}

static void
serve (HostileServer *self, GSocketConnection *connection)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gboolean stays = !closes_early (self);

  while (stays)
    {
      char *request = read_request (input);
      Step *step = request ? take_step (self, request) : NULL;

      stays = step != NULL && act (self, step, output);
      g_clear_pointer (&step, step_free);
    }
}

static gboolean
run_cb (GThreadedSocketService *service,
        GSocketConnection *connection,
        GObject *source,
        gpointer data)
{
  HostileServer *self = data;
  GSocket *socket = g_socket_connection_get_socket (connection);

  g_mutex_lock (&self->mutex);
  self->connections++;
  self->running++;
  self->open = g_list_prepend (self->open, socket);
  if (self->over)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
  g_mutex_unlock (&self->mutex);

  serve (self, connection);

  g_mutex_lock (&self->mutex);
  self->open = g_list_remove (self->open, socket);
  g_mutex_unlock (&self->mutex);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_mutex_lock (&self->mutex);
  self->running--;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

HostileServer *
hostile_server_new (void)
{
  HostileServer *self = g_new0 (HostileServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->script);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->service = g_threaded_socket_service_new (100);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any_port, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->address = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);
  return self;
}

void
hostile_server_free (HostileServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_mutex_lock (&self->mutex);
  self->over = TRUE;
  for (GList *socket = self->open; socket != NULL; socket = socket->next)
    g_socket_shutdown (socket->data, TRUE, TRUE, NULL);
  g_cond_broadcast (&self->changed);
  while (self->running > 0)
    g_cond_wait (&self->changed, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_signal_handlers_disconnect_by_data (self->service, self);
  g_object_unref (self->service);
  g_queue_clear_full (&self->script, step_free);
  g_ptr_array_unref (self->requests);
  g_free (self->address);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

const char *
hostile_server_get_address (HostileServer *self)
{
  return self->address;
}

guint
hostile_server_get_port (HostileServer *self)
{
  return self->port;
}

void
hostile_server_push_bytes (HostileServer *self,
                           HostileAction action,
                           const char *bytes,
                           gsize length)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->script, step_new (action, bytes, length));
  g_mutex_unlock (&self->mutex);
}

void
hostile_server_push (HostileServer *self, HostileAction action, const char *bytes)
{
  hostile_server_push_bytes (self, action, bytes, strlen (bytes));
}

void
hostile_server_push_answer (HostileServer *self,
                            guint status,
                            const char *headers,
                            const char *body)
{
  g_autofree char *length
      = status == 204 ? g_strdup ("")
                      : g_strdup_printf ("Content-Length: %" G_GSIZE_FORMAT "\r\n", strlen (body));
  g_autofree char *bytes
      = g_strdup_printf ("HTTP/1.1 %u Scripted\r\n%s%s\r\n%s", status, length, headers, body);

  hostile_server_push (self, HOSTILE_ANSWER, bytes);
}

void
hostile_server_release (HostileServer *self)
{
  g_mutex_lock (&self->mutex);
  self->released = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

guint
hostile_server_get_n_requests (HostileServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->requests->len;
  g_mutex_unlock (&self->mutex);
  return n;
}

guint
hostile_server_get_n_connections (HostileServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->connections;
  g_mutex_unlock (&self->mutex);
  return n;
}

char *
hostile_server_get_request (HostileServer *self, guint index)
{
  char *request;

  g_mutex_lock (&self->mutex);
  g_assert_cmpuint (index, <, self->requests->len);
  request = g_strdup (g_ptr_array_index (self->requests, index));
  g_mutex_unlock (&self->mutex);
  return request;
}
