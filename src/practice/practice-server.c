/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-server.h"

#include <libsoup/soup.h>
#include "practice/practice-auth.h"
#include "practice/practice-log.h"
#include "practice/practice-router.h"
#include "practice/practice-seed.h"

/* The server's thread runs the context's loop, owns the store, and holds no reference on the
 * object, so that dropping the last one can stop it. What it writes into the object it writes
 * before the start is reported, and nothing after that. */
struct _PracticeServer
{
  GObject parent_instance;

  char *data_file;
  char *log_file;
  char *token;
  guint16 port;
  guint n_tasks;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  GCancellable *stopping;
  GOutputStream *log;

  char *address;
  char *organization_id;
  char *organization_name;
  char *user_name;
  PracticeOffice office;
};

G_DEFINE_FINAL_TYPE (PracticeServer, practice_server, G_TYPE_OBJECT)

/* A reset on its way to the server's thread. */
typedef struct
{
  PracticeServer *server;
  GTask *task;
} Reset;

/* What came of a task, on its way back to the context that waits for it. The server's thread gives
 * its reference away with it: were it the last to drop one, the object would be finalized, and wait
 * for its own thread, there. */
typedef struct
{
  GTask *task;
  GError *error;
} Report;

static void
attach (GMainContext *context, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, context);
}

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;

  if (report->error != NULL)
    g_task_return_error (report->task, g_steal_pointer (&report->error));
  else
    g_task_return_boolean (report->task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  Report *report = data;

  g_clear_error (&report->error);
  g_object_unref (report->task);
  g_free (report);
}

/* Takes over @task and @error. */
static void
report_back (GTask *task, GError *error)
{
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (task));
  Report *report = g_new0 (Report, 1);

  report->task = task;
  report->error = error;
  attach (context, report_cb, report, report_free);
}

static void
headers_cb (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  practice_router_admit (message);
}

/* Logged before the answer goes out: who has it can rely on the line. */
static void
request_cb (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  PracticeServer *self = user_data;

  practice_router_answer (&self->office, message);
  if (self->log != NULL)
    practice_log_write (self->log, message, self->token);
}

static gboolean
open_office (PracticeServer *self, GError **error)
{
  PracticeStore *store = practice_store_open (self->data_file, error);
  g_autofree char *user_id = NULL;

  if (store == NULL)
    return FALSE;
  self->office.store = store;
  if (!practice_seed_open (store, self->n_tasks, self->stopping, error))
    return FALSE;
  self->organization_id
      = practice_store_text (store, "SELECT value FROM about WHERE key = 'organization'", "");
  self->organization_name
      = practice_store_text (store, "SELECT value FROM about WHERE key = 'name'", "");
  user_id = practice_store_text (store, "SELECT value FROM about WHERE key = 'user'", "");
  self->user_name
      = practice_store_text (store, "SELECT first_name || ' ' || last_name FROM users WHERE id = ?",
                             "s", user_id);
  self->office.user_id = user_id != NULL ? g_ascii_strtoll (user_id, NULL, 10) : 0;
  self->office.organization_id = self->organization_id;
  self->office.token = self->token;
  return TRUE;
}

static gboolean
listen (PracticeServer *self, SoupServer *soup, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GSList *uris;

  if (self->log_file != NULL)
    self->log = practice_log_open (self->log_file, error);
  if (self->log_file != NULL && self->log == NULL)
    return FALSE;
  soup_server_add_early_handler (soup, NULL, headers_cb, NULL, NULL);
  soup_server_add_handler (soup, NULL, request_cb, self, NULL);
  if (!soup_server_listen_local (soup, self->port, SOUP_SERVER_LISTEN_IPV4_ONLY, &reason))
    {
      if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE,
                     "Another program listens on port %u already. Choose another port.",
                     self->port);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The practice server cannot listen: %s",
                     reason->message);
      return FALSE;
    }
  uris = soup_server_get_uris (soup);
  self->address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  self->office.address = self->address;
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  return TRUE;
}

static gpointer
run_thread (gpointer data)
{
  GTask *task = data;
  PracticeServer *self = g_task_get_source_object (task);
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);
  g_autoptr (GMainLoop) loop = g_main_loop_ref (self->loop);
  g_autoptr (SoupServer) soup = NULL;
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  soup = soup_server_new ("server-header", "DocketPractice", "raw-paths", TRUE, NULL);
  if (open_office (self, &error) && listen (self, soup, &error))
    {
      report_back (task, NULL);
      task = NULL;
      g_main_loop_run (loop);
    }
  soup_server_disconnect (soup);
  g_clear_object (&soup);
  g_clear_object (&self->log);
  g_clear_pointer (&self->office.store, practice_store_close);
  if (task != NULL)
    report_back (task, error);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
reset_cb (gpointer user_data)
{
  Reset *reset = user_data;
  PracticeServer *self = reset->server;
  GError *error = NULL;

  practice_seed_reset (self->office.store, self->n_tasks, self->stopping, &error);
  report_back (g_steal_pointer (&reset->task), error);
  return G_SOURCE_REMOVE;
}

/* A reset that the stopped thread did not come to. */
static void
reset_free (gpointer data)
{
  Reset *reset = data;

  if (reset->task != NULL)
    g_task_return_new_error (reset->task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                             "The practice server was stopped.");
  g_clear_object (&reset->task);
  g_free (reset);
}

static void
practice_server_finalize (GObject *object)
{
  PracticeServer *self = PRACTICE_SERVER (object);

  practice_server_stop (self);
  g_free (self->data_file);
  g_free (self->log_file);
  g_free (self->token);
  G_OBJECT_CLASS (practice_server_parent_class)->finalize (object);
}

static void
practice_server_class_init (PracticeServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = practice_server_finalize;
}

static void
practice_server_init (PracticeServer *self)
{
}

PracticeServer *
practice_server_new (const char *data_file, const char *token, guint16 port, guint n_tasks)
{
  PracticeServer *self = g_object_new (PRACTICE_TYPE_SERVER, NULL);

  self->data_file = g_strdup (data_file);
  self->token = token != NULL ? g_strdup (token) : practice_auth_new_token ();
  self->port = port;
  self->n_tasks = n_tasks;
  return self;
}

void
practice_server_set_log (PracticeServer *self, const char *file)
{
  g_return_if_fail (PRACTICE_IS_SERVER (self));
  g_return_if_fail (self->thread == NULL);

  g_free (self->log_file);
  self->log_file = g_strdup (file);
}

void
practice_server_start_async (PracticeServer *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PRACTICE_IS_SERVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, practice_server_start_async);
  if (self->address != NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS,
                               "The practice server runs already.");
      return;
    }
  practice_server_stop (self); /* what a start that failed left behind */
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->stopping = g_cancellable_new ();
  self->thread = g_thread_new ("practice", run_thread, g_steal_pointer (&task));
}

gboolean
practice_server_start_finish (PracticeServer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, practice_server_start_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
practice_server_reset_async (PracticeServer *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Reset *reset;

  g_return_if_fail (PRACTICE_IS_SERVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, practice_server_reset_async);
  if (self->address == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                               "The practice server does not run.");
      return;
    }
  reset = g_new0 (Reset, 1);
  reset->server = self;
  reset->task = g_steal_pointer (&task);
  attach (self->context, reset_cb, reset, reset_free);
}

gboolean
practice_server_reset_finish (PracticeServer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, practice_server_reset_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
practice_server_stop (PracticeServer *self)
{
  g_return_if_fail (PRACTICE_IS_SERVER (self));

  if (self->thread == NULL)
    return;
  g_cancellable_cancel (self->stopping);
  attach (self->context, quit_cb, self->loop, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->stopping);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->organization_id, g_free);
  g_clear_pointer (&self->organization_name, g_free);
  g_clear_pointer (&self->user_name, g_free);
}

const char *
practice_server_get_address (PracticeServer *self)
{
  return self->address;
}

const char *
practice_server_get_token (PracticeServer *self)
{
  return self->token;
}

const char *
practice_server_get_organization_id (PracticeServer *self)
{
  return self->organization_id;
}

const char *
practice_server_get_organization_name (PracticeServer *self)
{
  return self->organization_name;
}

gint64
practice_server_get_user_id (PracticeServer *self)
{
  return self->office.user_id;
}

const char *
practice_server_get_user_name (PracticeServer *self)
{
  return self->user_name;
}
