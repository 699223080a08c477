/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-background.h"

#include <glib/gi18n.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"
#define INTERFACE "org.freedesktop.portal.Background"
#define REQUEST "org.freedesktop.portal.Request"

/* The task's data. The answer is a signal of an object whose name is known before it is asked for.
 */
typedef struct
{
  GDBusConnection *connection;
  char *token;
  guint signal;
  gboolean wants_autostart;
  gboolean autostart;
} Request;

static void
stop_listening (Request *request)
{
  if (request->signal != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->signal);
  request->signal = 0;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->connection != NULL)
    stop_listening (request);
  g_clear_object (&request->connection);
  g_free (request->token);
  g_free (request);
}

static void
response_cb (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  GTask *task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean allowed = FALSE;
  guint response;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")) || request->signal == 0)
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == 0)
    {
      g_variant_lookup (results, "background", "b", &allowed);
      g_variant_lookup (results, "autostart", "b", &request->autostart);
    }
  g_task_return_boolean (task, allowed);
  stop_listening (request);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  gboolean cancelled;

  if (handle != NULL || request->signal == 0)
    return;
  cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (cancelled)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", error->message);
  stop_listening (request);
}

static GVariant *
build_options (const Request *request)
{
  const char *const command[] = { "docket", "--gapplication-service", NULL };
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (request->token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         /* Translators: why the program wants to run without a window; the
                            desktop shows it in a question */
                         g_variant_new_string (_ ("Tell you when tasks are due")));
  g_variant_builder_add (&options, "{sv}", "autostart",
                         g_variant_new_boolean (request->wants_autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_new ("(sa{sv})", "", &options);
}

static void
send (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strconcat (PATH "/request/", sender, "/", request->token, NULL);
  /* It holds the task until the answer is there. */
  g_object_ref (task);
  request->signal
      = g_dbus_connection_signal_subscribe (request->connection, PORTAL, REQUEST, "Response", path,
                                            NULL, G_DBUS_SIGNAL_FLAGS_NONE, response_cb, task,
                                            g_object_unref);
  g_dbus_connection_call (request->connection, PORTAL, PATH, INTERFACE, "RequestBackground",
                          build_options (request), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE,
                          -1, g_task_get_cancellable (task), asked_cb, g_object_ref (task));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->connection = g_bus_get_finish (result, &error);
  if (request->connection == NULL)
    g_task_return_error (task, error);
  else
    send (task);
}

void
docket_background_request_async (gboolean autostart,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->token = g_strdup_printf ("docket%u", g_random_int ());
  request->wants_autostart = autostart;
  g_task_set_source_tag (task, docket_background_request_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
}

gboolean
docket_background_request_finish (GAsyncResult *result, gboolean *autostart, GError **error)
{
  const Request *request = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_background_request_async), FALSE);

  *autostart = request->autostart;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
status_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *message = user_data;
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, NULL);
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (connection == NULL)
    return;
  g_variant_builder_add (&options, "{sv}", "message", g_variant_new_string (message));
  /* Older portals do not know it, and nothing depends on it. */
  g_dbus_connection_call (connection, PORTAL, PATH, INTERFACE, "SetStatus",
                          g_variant_new ("(a{sv})", &options), NULL,
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

void
docket_background_set_status (const char *message)
{
  g_return_if_fail (g_utf8_strlen (message, -1) <= 96);

  g_bus_get (G_BUS_TYPE_SESSION, NULL, status_bus_cb, g_strdup (message));
}
