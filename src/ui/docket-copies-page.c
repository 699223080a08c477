/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-copies-page.h"

#include <glib/gi18n.h>

#include "ui/compat/docket-alert.h"
#include "ui/docket-copy-words.h"
#include "ui/docket-notice.h"
#include "ui/docket-press-guard.h"
#include "workspace/docket-copies.h"

/* In days, as they are offered; 0 = always. */
static const guint periods[] = { 0, 365, 90, 30 };

struct _DocketCopiesPage
{
  AdwPreferencesPage parent_instance;

  DocketWorkspace *workspace;
  GSettings *settings;
  guint wanted; /* the period that somebody is asked about */
  DocketCopiesSum sum;

  GtkSwitch *keep;
  AdwComboRow *period;
  AdwActionRow *space;
  GtkLabel *size;
  GtkWidget *remove_all;
  GtkLabel *entries;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (DocketCopiesPage, docket_copies_page, ADW_TYPE_PREFERENCES_PAGE)

/* A button that can no longer be pressed takes the focus with it, and without one Escape reaches
 * nobody. */
static void
set_usable (DocketCopiesPage *self, GtkWidget *button, gboolean usable)
{
  const gboolean had_focus = gtk_widget_has_focus (button);

  gtk_widget_set_sensitive (button, usable);
  if (had_focus && !usable)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_sum (DocketCopiesPage *self)
{
  g_autofree char *count = docket_copy_words_count (self->sum.n_copies);
  g_autofree char *size = g_format_size (self->sum.n_bytes);
  g_autofree char *entries = g_strdup_printf ("%'u", self->sum.n_entries);

  adw_action_row_set_subtitle (self->space, count);
  gtk_label_set_text (self->size, size);
  gtk_label_set_text (self->entries, entries);
  set_usable (self, self->remove_all, self->sum.n_copies > 0);
  set_usable (self, self->clear, self->sum.n_entries > 0);
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCopiesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree DocketCopiesSum *sum
      = docket_copies_sum_finish (DOCKET_WORKSPACE (source), result, &error);

  if (sum != NULL)
    {
      self->sum = *sum;
      show_sum (self);
    }
  else
    g_debug ("The copies could not be counted: %s", error->message);
}

static void
refresh (DocketCopiesPage *self)
{
  docket_copies_sum_async (self->workspace, 0, NULL, summed_cb, g_object_ref (self));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCopiesPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_copies_remove_finish (DOCKET_WORKSPACE (source), result, &error))
    docket_notice_show (GTK_WIDGET (self), _ ("Not Removed"), error->message);
  refresh (self);
}

/* A question that removes something; Escape and Enter leave everything as it is. */
static void
ask (DocketCopiesPage *self,
     const char *heading,
     const char *body,
     const char *label,
     GCallback callback)
{
  GtkWidget *alert = docket_alert_new (GTK_WIDGET (self), heading, body);

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "remove", label, DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_set_default (alert, "cancel");
  docket_alert_connect (alert, callback, self);
  docket_press_guard_attach (alert);
  docket_alert_present (alert, GTK_WIDGET (self));
}

static void
remove_all_answered_cb (GtkWidget *alert, const char *response, DocketCopiesPage *self)
{
  if (g_str_equal (response, "remove"))
    docket_copies_remove_all_async (self->workspace, removed_cb, g_object_ref (self));
}

static void
remove_all_cb (DocketCopiesPage *self)
{
  g_autofree char *body = docket_copy_words_remove_all (self->sum.n_copies);

  ask (self, _ ("Remove All Copies?"), body, _ ("_Remove All"),
       G_CALLBACK (remove_all_answered_cb));
}

static void
clear_answered_cb (GtkWidget *alert, const char *response, DocketCopiesPage *self)
{
  if (g_str_equal (response, "remove"))
    docket_copies_clear_history_async (self->workspace, removed_cb, g_object_ref (self));
}

static void
clear_cb (DocketCopiesPage *self)
{
  g_autofree char *body = docket_copy_words_clear (self->sum.n_entries, self->sum.n_copies);

  ask (self, _ ("Clear the History?"), body, _ ("C_lear"), G_CALLBACK (clear_answered_cb));
}

static guint
get_period (DocketCopiesPage *self)
{
  return (guint)g_settings_get_int (self->settings, "keep-copies-for");
}

/* Another program may have set a number of days that is not offered: the nearest that keeps as much
 * is shown. */
static void
show_period (DocketCopiesPage *self)
{
  const guint days = get_period (self);
  guint chosen = 0;

  for (guint i = 1; days != 0 && i < G_N_ELEMENTS (periods); i++)
    if (periods[i] >= days)
      chosen = i;
  adw_combo_row_set_selected (self->period, chosen);
}

static void
set_period (DocketCopiesPage *self, guint days)
{
  g_settings_set_int (self->settings, "keep-copies-for", (int)days);
  docket_copies_expire_async (self->workspace, days, removed_cb, g_object_ref (self));
}

static void
period_answered_cb (GtkWidget *alert, const char *response, DocketCopiesPage *self)
{
  if (g_str_equal (response, "remove"))
    set_period (self, self->wanted);
  else
    show_period (self);
}

static void
ask_period (DocketCopiesPage *self, guint n_older)
{
  g_autofree char *heading = docket_copy_words_shorten_heading (self->wanted);
  g_autofree char *body = docket_copy_words_shorten (n_older);

  ask (self, heading, body, _ ("_Remove Them"), G_CALLBACK (period_answered_cb));
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCopiesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree DocketCopiesSum *sum
      = docket_copies_sum_finish (DOCKET_WORKSPACE (source), result, &error);

  if (sum == NULL)
    {
      docket_notice_show (GTK_WIDGET (self), _ ("Not Removed"), error->message);
      show_period (self);
    }
  else if (sum->n_older == 0)
    set_period (self, self->wanted);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ask_period (self, sum->n_older);
}

static void
period_chosen_cb (DocketCopiesPage *self)
{
  const guint days
      = periods[MIN (adw_combo_row_get_selected (self->period), G_N_ELEMENTS (periods) - 1)];
  const guint before = get_period (self);

  if (days == before)
    return;
  self->wanted = days;
  if (days == 0 || (before != 0 && days > before))
    set_period (self, days);
  else
    docket_copies_sum_async (self->workspace, days, NULL, counted_cb, g_object_ref (self));
}

static void
docket_copies_page_dispose (GObject *object)
{
  DocketCopiesPage *self = DOCKET_COPIES_PAGE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (docket_copies_page_parent_class)->dispose (object);
}

static void
docket_copies_page_class_init (DocketCopiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_copies_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-copies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, keep);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, period);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, space);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, size);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, remove_all);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, entries);
  gtk_widget_class_bind_template_child (widget_class, DocketCopiesPage, clear);
  gtk_widget_class_bind_template_callback (widget_class, remove_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
docket_copies_page_init (DocketCopiesPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (self->settings, "keep-copies", self->keep, "active", G_SETTINGS_BIND_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *period = docket_copy_words_period (periods[i]);

      gtk_string_list_append (words, period);
    }
  adw_combo_row_set_model (self->period, G_LIST_MODEL (words));
  show_period (self);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (period_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  show_sum (self);
}

GtkWidget *
docket_copies_page_new (DocketWorkspace *workspace)
{
  DocketCopiesPage *self = g_object_new (DOCKET_TYPE_COPIES_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  refresh (self);
  return GTK_WIDGET (self);
}
