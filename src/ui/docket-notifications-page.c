/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-notifications-page.h"

#include <glib/gi18n.h>
#include "ui/docket-background.h"
#include "ui/docket-words.h"

struct _DocketNotificationsPage
{
  AdwPreferencesPage parent_instance;

  GSettings *settings;
  GCancellable *asking; /* the desktop is being asked; nullable */

  GtkSwitch *deadlines;
  GtkSwitch *summary;
  AdwComboRow *hour;
  GtkWidget *closed;
  AdwActionRow *background_row;
  GtkSwitch *background;
  AdwActionRow *autostart_row;
  GtkSwitch *autostart;
};

G_DEFINE_FINAL_TYPE (DocketNotificationsPage, docket_notifications_page, ADW_TYPE_PREFERENCES_PAGE)

static void
fill_hours (DocketNotificationsPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (int hour = 0; hour < 24; hour++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_utc (2026, 1, 1, hour, 0, 0);
      g_autofree char *clock = docket_words_clock (moment, moment);

      gtk_string_list_append (words, clock);
    }
  adw_combo_row_set_model (self->hour, G_LIST_MODEL (words));
  /* Whether it can be used says the switch. */
  g_settings_bind (self->settings, "notify-summary-hour", self->hour, "selected",
                   G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
}

/* Without notifications there is nothing to run for. */
static void
update_closed (DocketNotificationsPage *self)
{
  gtk_widget_set_sensitive (self->closed, gtk_switch_get_active (self->deadlines)
                                              || gtk_switch_get_active (self->summary));
}

static void
set_switches (DocketNotificationsPage *self, gboolean background, gboolean autostart)
{
  g_settings_set_boolean (self->settings, "run-in-background", background);
  g_settings_set_boolean (self->settings, "start-at-login", autostart);
  gtk_switch_set_active (self->background, background);
  gtk_switch_set_active (self->autostart, autostart);
}

static void
say_no (AdwActionRow *row, gboolean wanted, gboolean given)
{
  if (wanted && !given)
    adw_action_row_set_subtitle (row, _ ("Your desktop does not allow it"));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketNotificationsPage) self = user_data;
  const gboolean wants_background = gtk_switch_get_active (self->background);
  const gboolean wants_autostart = gtk_switch_get_active (self->autostart);
  gboolean autostart = FALSE;
  g_autoptr (GError) error = NULL;
  gboolean allowed = docket_background_request_finish (result, &autostart, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  /* A desktop without this portal forbids nothing. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    allowed = TRUE;
  say_no (self->background_row, wants_background, allowed);
  if (allowed)
    say_no (self->autostart_row, wants_autostart, autostart);
  set_switches (self, wants_background && allowed, wants_autostart && allowed && autostart);
}

/* The desktop is asked with each change, also to take the start at login back. */
static void
ask (DocketNotificationsPage *self)
{
  const gboolean background = gtk_switch_get_active (self->background);
  const gboolean autostart = background && gtk_switch_get_active (self->autostart);

  if (background == g_settings_get_boolean (self->settings, "run-in-background")
      && autostart == g_settings_get_boolean (self->settings, "start-at-login"))
    return;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  if (!background)
    set_switches (self, FALSE, FALSE);
  docket_background_request_async (autostart, self->asking, answered_cb, g_object_ref (self));
}

static void
docket_notifications_page_dispose (GObject *object)
{
  DocketNotificationsPage *self = DOCKET_NOTIFICATIONS_PAGE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (docket_notifications_page_parent_class)->dispose (object);
}

static void
docket_notifications_page_class_init (DocketNotificationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_notifications_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/docket/Docket/ui/"
                                                             "docket-notifications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, deadlines);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, hour);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, closed);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, background_row);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, background);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, autostart_row);
  gtk_widget_class_bind_template_child (widget_class, DocketNotificationsPage, autostart);
}

static void
docket_notifications_page_init (DocketNotificationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "notify-deadlines", self->deadlines, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "notify-summary", self->summary, "active",
                   G_SETTINGS_BIND_DEFAULT);
  fill_hours (self);
  gtk_switch_set_active (self->background,
                         g_settings_get_boolean (self->settings, "run-in-background"));
  gtk_switch_set_active (self->autostart,
                         g_settings_get_boolean (self->settings, "start-at-login"));
  update_closed (self);
  g_signal_connect_object (self->deadlines, "notify::active", G_CALLBACK (update_closed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "notify::active", G_CALLBACK (update_closed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->background, "notify::active", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autostart, "notify::active", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
docket_notifications_page_new (void)
{
  return g_object_new (DOCKET_TYPE_NOTIFICATIONS_PAGE, NULL);
}
