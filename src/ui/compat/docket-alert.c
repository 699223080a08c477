/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-alert.h"

#if ADW_CHECK_VERSION(1, 5, 0)
#define ALERT(widget) ADW_ALERT_DIALOG (widget)
#define alert_call(name) adw_alert_dialog_##name
#else
#define ALERT(widget) ADW_MESSAGE_DIALOG (widget)
#define alert_call(name) adw_message_dialog_##name
#endif

static const AdwResponseAppearance appearances[] = {
  [DOCKET_RESPONSE_PLAIN] = ADW_RESPONSE_DEFAULT,
  [DOCKET_RESPONSE_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
  [DOCKET_RESPONSE_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
};

GtkWidget *
docket_alert_new (GtkWidget *parent, const char *heading, const char *body)
{
  GtkWidget *alert;

#if ADW_CHECK_VERSION(1, 5, 0)
  alert = GTK_WIDGET (adw_alert_dialog_new (NULL, NULL));
#else
  alert = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), NULL, NULL);
#endif
  docket_alert_set_text (alert, heading, body);
  return alert;
}

void
docket_alert_set_text (GtkWidget *alert, const char *heading, const char *body)
{
  alert_call (set_heading) (ALERT (alert), heading != NULL ? heading : "");
  alert_call (set_body) (ALERT (alert), body != NULL ? body : "");
}

void
docket_alert_add_response (GtkWidget *alert,
                           const char *id,
                           const char *label,
                           DocketResponseLook look)
{
  gboolean first = g_object_get_data (G_OBJECT (alert), "docket-has-response") == NULL;

  alert_call (add_response) (ALERT (alert), id, label);
  alert_call (set_response_appearance) (ALERT (alert), id, appearances[look]);
  if (first)
    alert_call (set_close_response) (ALERT (alert), id);
  g_object_set_data (G_OBJECT (alert), "docket-has-response", GINT_TO_POINTER (TRUE));
}

void
docket_alert_set_response_label (GtkWidget *alert, const char *id, const char *label)
{
  alert_call (set_response_label) (ALERT (alert), id, label);
}

void
docket_alert_set_response_enabled (GtkWidget *alert, const char *id, gboolean enabled)
{
  alert_call (set_response_enabled) (ALERT (alert), id, enabled);
}

void
docket_alert_set_default (GtkWidget *alert, const char *id)
{
  alert_call (set_default_response) (ALERT (alert), id);
}

#if ADW_CHECK_VERSION(1, 5, 0)
/* In GTK 4.8 a switch leaves Enter to the default response; later ones turn themselves. */
static gboolean
enter_cb (GtkWidget *child, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (child));

  if (!GTK_IS_SWITCH (focus))
    return FALSE;
  gtk_widget_activate_default (child);
  return TRUE;
}

static void
leave_enter_to_default (GtkWidget *child)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                                                            gtk_callback_action_new (enter_cb, NULL,
                                                                                     NULL)));
  gtk_widget_add_controller (child, controller);
}
#endif

void
docket_alert_set_extra_child (GtkWidget *alert, GtkWidget *child)
{
  alert_call (set_extra_child) (ALERT (alert), child);
#if ADW_CHECK_VERSION(1, 5, 0)
  leave_enter_to_default (child);
#endif
#if ADW_CHECK_VERSION(1, 6, 0)
  /* Answers side by side leave it the height it needs. */
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (alert), TRUE);
#endif
}

/* What stands above the answers would take it. It is to be seen, too, after a click. */
static void
focus_default_cb (GtkWidget *alert)
{
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (alert)), TRUE);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_set_focus (ADW_DIALOG (alert), adw_dialog_get_default_widget (ADW_DIALOG (alert)));
#else
  gtk_window_set_focus (GTK_WINDOW (alert), gtk_window_get_default_widget (GTK_WINDOW (alert)));
#endif
}

void
docket_alert_connect (GtkWidget *alert, GCallback callback, gpointer object)
{
  g_signal_connect_object (alert, "response", callback, object, 0);
}

void
docket_alert_present (GtkWidget *alert, GtkWidget *parent)
{
  g_signal_connect_after (alert, "map", G_CALLBACK (focus_default_cb), NULL);
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (alert), parent);
#else
  gtk_window_present (GTK_WINDOW (alert));
#endif
}

void
docket_alert_close (GtkWidget *alert)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_close (ADW_DIALOG (alert));
#else
  gtk_window_close (GTK_WINDOW (alert));
#endif
}
