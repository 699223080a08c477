/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-errand.h"

#define DATA_KEY "docket-errand"

/* Belongs to the view until it is done or given up. */
typedef struct
{
  GtkWidget *view; /* not owned */
  DocketSession *session;
  char *action;
  GVariant *parameter; /* nullable */
  gulong state_id;
  guint source;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_handle_id (&errand->source, g_source_remove);
  g_clear_signal_handler (&errand->state_id, errand->session);
  g_object_unref (errand->session);
  g_clear_pointer (&errand->parameter, g_variant_unref);
  g_free (errand->action);
  g_free (errand);
}

static gboolean
end_cb (gpointer data)
{
  Errand *errand = data;
  g_autoptr (GtkWidget) view = g_object_ref (errand->view);

  errand->source = 0;
  if (docket_session_get_state (errand->session) == DOCKET_SESSION_OPEN)
    gtk_widget_activate_action_variant (view, errand->action, errand->parameter);
  /* Unless what was done has sent another one. */
  if (g_object_get_data (G_OBJECT (view), DATA_KEY) == errand)
    g_object_set_data (G_OBJECT (view), DATA_KEY, NULL);
  return G_SOURCE_REMOVE;
}

/* Later: the window hears of the new state, too, and shows the workspace first. */
static void
state_cb (Errand *errand)
{
  if (docket_session_get_state (errand->session) != DOCKET_SESSION_STARTING && errand->source == 0)
    errand->source = g_idle_add (end_cb, errand);
}

void
docket_errand_send (GtkWidget *view,
                    DocketSession *session,
                    const char *action,
                    GVariant *parameter)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->view = view;
  errand->session = g_object_ref (session);
  errand->action = g_strdup (action);
  errand->parameter = parameter != NULL ? g_variant_ref_sink (parameter) : NULL;
  errand->state_id
      = g_signal_connect_swapped (session, "notify::state", G_CALLBACK (state_cb), errand);
  g_object_set_data_full (G_OBJECT (view), DATA_KEY, errand, errand_free);
  state_cb (errand);
}
