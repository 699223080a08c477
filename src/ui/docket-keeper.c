/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-keeper.h"

#include "ui/docket-background.h"
#include "ui/docket-window.h"

struct _DocketKeeper
{
  GObject parent_instance;

  GtkApplication *application; /* not owned */
  GSettings *settings;
  DocketNotifier *notifier;
  DocketSession *session; /* nullable */
  gboolean holds;         /* the application */
  char *status;           /* that the desktop was told; nullable */
};

G_DEFINE_FINAL_TYPE (DocketKeeper, docket_keeper, G_TYPE_OBJECT)

static gboolean
has_window (DocketKeeper *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (DOCKET_IS_WINDOW (l->data))
      return TRUE;
  return FALSE;
}

gboolean
docket_keeper_stays (DocketKeeper *self)
{
  return g_settings_get_boolean (self->settings, "run-in-background")
         && (g_settings_get_boolean (self->settings, "notify-deadlines")
             || g_settings_get_boolean (self->settings, "notify-summary"));
}

static void
tell_status (DocketKeeper *self)
{
  g_autofree char *status = NULL;

  if (!self->holds || has_window (self))
    return;
  status = docket_notifier_describe (self->notifier);
  if (g_strcmp0 (status, self->status) != 0)
    docket_background_set_status (status);
  g_free (self->status);
  self->status = g_steal_pointer (&status);
}

/* Where nobody is signed in there is nothing to stay for. */
static void
update_hold (DocketKeeper *self)
{
  const gboolean holds = self->session != NULL
                         && docket_session_get_state (self->session) != DOCKET_SESSION_SIGN_IN
                         && docket_keeper_stays (self);

  if (holds == self->holds)
    return;
  self->holds = holds;
  if (holds)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

static void
workspace_cb (DocketKeeper *self)
{
  docket_notifier_set_workspace (self->notifier, docket_session_get_workspace (self->session));
  tell_status (self);
}

void
docket_keeper_set_session (DocketKeeper *self, DocketSession *session)
{
  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  update_hold (self);
  if (session == NULL)
    {
      docket_notifier_set_workspace (self->notifier, NULL);
      return;
    }
  g_signal_connect_object (session, "notify::state", G_CALLBACK (update_hold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::workspace", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  workspace_cb (self);
}

/* The last window is gone: what is kept now is for the notifications alone. */
static void
window_removed_cb (DocketKeeper *self, GtkWindow *window)
{
  if (!DOCKET_IS_WINDOW (window) || has_window (self))
    return;
  g_clear_pointer (&self->status, g_free);
  if (self->holds)
    tell_status (self);
  else
    docket_keeper_set_session (self, NULL);
}

static void
setting_cb (DocketKeeper *self)
{
  update_hold (self);
  if (!docket_keeper_stays (self) && !has_window (self))
    docket_keeper_set_session (self, NULL);
}

static void
docket_keeper_dispose (GObject *object)
{
  DocketKeeper *self = DOCKET_KEEPER (object);

  if (self->notifier != NULL)
    docket_keeper_set_session (self, NULL);
  g_clear_object (&self->notifier);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->status, g_free);
  G_OBJECT_CLASS (docket_keeper_parent_class)->dispose (object);
}

static void
docket_keeper_class_init (DocketKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_keeper_dispose;
}

static void
docket_keeper_init (DocketKeeper *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
}

DocketKeeper *
docket_keeper_new (GtkApplication *application)
{
  DocketKeeper *self = g_object_new (DOCKET_TYPE_KEEPER, NULL);

  self->application = application;
  self->notifier = docket_notifier_new (application);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notifier, "changed", G_CALLBACK (tell_status), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/** docket_keeper_end: drops it, too. */
void
docket_keeper_end (DocketKeeper *self)
{
  docket_keeper_set_session (self, NULL);
  g_signal_handlers_disconnect_by_data (self->application, self);
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self);
}

DocketSession *
docket_keeper_get_session (DocketKeeper *self)
{
  return self->session;
}

DocketNotifier *
docket_keeper_get_notifier (DocketKeeper *self)
{
  return self->notifier;
}

void
docket_keeper_begin (DocketKeeper *self)
{
  g_autoptr (DocketSession) session = NULL;

  if (!docket_keeper_stays (self) || self->session != NULL)
    return;
  session = docket_session_new ();
  docket_session_open_last (session);
  docket_keeper_set_session (self, session);
}
