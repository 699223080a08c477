/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-session-private.h"

#include <glib/gi18n.h>
#include "ui/docket-practice.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-secret.h"

typedef enum
{
  PROP_STATE = 1,
  PROP_WORKSPACE,
  PROP_PRACTICE,
} Property;

enum
{
  TROUBLE,
  N_SIGNALS
};

static GParamSpec *properties[PROP_PRACTICE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketSession, docket_session, G_TYPE_OBJECT)

static void
set_state (DocketSession *self, DocketSessionState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_workspace (DocketSession *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    docket_workspace_close (self->workspace);
  g_set_object (&self->workspace, workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
set_server (DocketSession *self, PracticeServer *server)
{
  if (self->server != NULL)
    practice_server_stop (self->server);
  g_set_object (&self->server, server);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
}

void
docket_session_begin (DocketSession *self, DocketSessionState state)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  g_clear_error (&self->error);
  set_workspace (self, NULL);
  set_server (self, NULL);
  g_clear_object (&self->account);
  set_state (self, state);
}

typedef struct
{
  DocketSession *session;
  char *heading;
  char *body;
} Trouble;

static void
trouble_free (gpointer data)
{
  Trouble *trouble = data;

  g_object_unref (trouble->session);
  g_free (trouble->heading);
  g_free (trouble->body);
  g_free (trouble);
}

static gboolean
trouble_cb (gpointer data)
{
  const Trouble *trouble = data;

  g_signal_emit (trouble->session, signals[TROUBLE], 0, trouble->heading, trouble->body);
  return G_SOURCE_REMOVE;
}

/* Later: at the start there is no window yet that would show it. */
void
docket_session_tell_trouble (DocketSession *self, const char *heading, const char *body)
{
  Trouble *trouble = g_new0 (Trouble, 1);

  trouble->session = g_object_ref (self);
  trouble->heading = g_strdup (heading);
  trouble->body = g_strdup (body);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, trouble_cb, trouble, trouble_free);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* What became of it, the window shows. */
  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("The list was not refreshed: %s", error->message);
}

void
docket_session_refresh (DocketSession *self)
{
  if (self->workspace != NULL)
    docket_workspace_look_async (self->workspace, NULL, refreshed_cb, NULL);
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;
  char *token = docket_secret_lookup_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    {
      docket_secret_free (token);
      return;
    }
  if (token == NULL && error == NULL)
    g_set_error_literal (&error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_NOT_FOUND,
                         "The keyring holds no token");
  docket_workspace_take_token (self->workspace, token, error);
  if (token != NULL)
    docket_session_refresh (self);
  docket_secret_free (token);
}

/** docket_session_unlock: what comes of it shows in the workspace's connection. */
void
docket_session_unlock (DocketSession *self)
{
  if (self->account != NULL)
    docket_secret_lookup_async (docket_account_get_address (self->account),
                                docket_account_get_user_id (self->account), self->cancellable,
                                token_cb, g_object_ref (self));
}

static gboolean
unlock_cb (gpointer data)
{
  DocketSession *self = data;

  if (self->workspace != NULL
      && docket_workspace_get_connection (self->workspace) == DOCKET_CONNECTION_NO_TOKEN)
    docket_session_unlock (self);
  return G_SOURCE_REMOVE;
}

static void
fail (DocketSession *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
      set_state (self, DOCKET_SESSION_FAILED);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketWorkspace) workspace = docket_workspace_open_finish (result, &error);

  if (workspace == NULL)
    {
      fail (self, error);
      return;
    }
  set_workspace (self, workspace);
  set_state (self, DOCKET_SESSION_OPEN);
  /* The keyring is asked once the tasks are on the screen. */
  if (docket_workspace_get_connection (workspace) == DOCKET_CONNECTION_NO_TOKEN)
    g_idle_add_full (G_PRIORITY_LOW, unlock_cb, g_object_ref (self), g_object_unref);
}

void
docket_session_open_account (DocketSession *self, DocketAccount *account, const char *token)
{
  g_set_object (&self->account, account);
  docket_workspace_open_async (account, token, self->cancellable, opened_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = docket_account_store_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (accounts != NULL)
    docket_session_set_accounts (self, accounts);
  if (accounts != NULL && accounts->len > 0)
    {
      docket_session_open_account (self, accounts->pdata[0], NULL);
      return;
    }
  set_state (self, DOCKET_SESSION_SIGN_IN);
  if (error != NULL)
    docket_session_tell_trouble (self, _ ("Journal Cannot Be Read"), error->message);
}

void
docket_session_open_last (DocketSession *self)
{
  docket_session_begin (self, DOCKET_SESSION_STARTING);
  docket_account_store_load_async (self->cancellable, loaded_cb, g_object_ref (self));
}

void
docket_session_retry (DocketSession *self)
{
  g_autoptr (DocketAccount) account = NULL;

  if (self->server != NULL)
    docket_session_open_practice (self);
  else if (self->account != NULL)
    {
      account = g_object_ref (self->account);
      docket_session_begin (self, DOCKET_SESSION_STARTING);
      docket_session_open_account (self, account, NULL);
    }
  else
    docket_session_open_last (self);
}

static void
practice_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  PracticeServer *server = PRACTICE_SERVER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketAccount) account = NULL;

  if (practice_server_start_finish (server, result, &error))
    {
      if (server != self->server)
        return;
      account = docket_practice_make_account (server);
      docket_workspace_open_async (account, practice_server_get_token (server), self->cancellable,
                                   opened_cb, g_object_ref (self));
    }
  else if (server == self->server)
    fail (self, error);
}

/** docket_session_open_practice: asks no keyring, and is not remembered as the account open last.
 */
void
docket_session_open_practice (DocketSession *self)
{
  g_autoptr (PracticeServer) server = docket_practice_new ();

  docket_session_begin (self, DOCKET_SESSION_STARTING);
  set_server (self, server);
  practice_server_start_async (server, self->cancellable, practice_started_cb, g_object_ref (self));
}

void
docket_session_leave_practice (DocketSession *self)
{
  if (self->server != NULL)
    docket_session_open_last (self);
}

static void
reset_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!practice_server_reset_finish (PRACTICE_SERVER (source), result, &error))
    docket_session_tell_trouble (self, _ ("Practice Workspace Not Reset"), error->message);
  else if (PRACTICE_SERVER (source) == self->server && self->workspace != NULL)
    docket_workspace_renew (self->workspace);
}

void
docket_session_reset_practice (DocketSession *self)
{
  if (self->server != NULL)
    practice_server_reset_async (self->server, NULL, reset_cb, g_object_ref (self));
}

static void
docket_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketSession *self = DOCKET_SESSION (object);

  switch ((Property)id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int)self->state);
      break;
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->server != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_session_dispose (GObject *object)
{
  DocketSession *self = DOCKET_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    docket_workspace_close (self->workspace);
  g_clear_object (&self->workspace);
  if (self->server != NULL)
    practice_server_stop (self->server);
  g_clear_object (&self->server);
  g_clear_object (&self->account);
  g_clear_object (&self->accounts);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (docket_session_parent_class)->dispose (object);
}

static void
docket_session_class_init (DocketSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = docket_session_get_property;
  object_class->dispose = docket_session_dispose;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, DOCKET_SESSION_STARTING,
                                             DOCKET_SESSION_FAILED, DOCKET_SESSION_STARTING, flags);
  properties[PROP_WORKSPACE]
      = g_param_spec_object ("workspace", NULL, NULL, DOCKET_TYPE_WORKSPACE, flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[TROUBLE] = g_signal_new ("trouble", DOCKET_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
docket_session_init (DocketSession *self)
{
  self->cancellable = g_cancellable_new ();
  self->accounts = g_list_store_new (DOCKET_TYPE_ACCOUNT);
}

DocketSession *
docket_session_new (void)
{
  return g_object_new (DOCKET_TYPE_SESSION, NULL);
}

DocketSessionState
docket_session_get_state (DocketSession *self)
{
  return self->state;
}

DocketWorkspace *
docket_session_get_workspace (DocketSession *self)
{
  return self->workspace;
}

gboolean
docket_session_get_practice (DocketSession *self)
{
  return self->server != NULL;
}

const GError *
docket_session_get_error (DocketSession *self)
{
  return self->error;
}
