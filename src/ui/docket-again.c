/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-again.h"

#include <glib/gi18n.h>

#include "ui/compat/docket-alert.h"
#include "ui/docket-again-words.h"
#include "ui/docket-press-guard.h"

/* Until it is over. */
typedef struct
{
  DocketWorkspace *workspace;
  DocketAgain *again; /* once it is known, and until it is sent */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->workspace);
  g_clear_pointer (&asking->again, docket_again_free);
  g_free (asking);
}

static void
finish (GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

static void
told_cb (GtkWidget *alert, const char *response, GtkWidget *view)
{
  if (g_str_equal (response, "refresh"))
    gtk_widget_activate_action (view, "view.refresh", NULL);
}

/* @may_refresh: the list says more */
static void
tell (GtkWidget *view, const char *heading, const char *body, gboolean may_refresh)
{
  GtkWidget *alert;

  if (gtk_widget_get_root (view) == NULL)
    return;
  alert = docket_alert_new (view, heading, body);
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  if (may_refresh)
    docket_alert_add_response (alert, "refresh", _ ("_Refresh"), DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, may_refresh ? "refresh" : "close");
  docket_alert_connect (alert, G_CALLBACK (told_cb), view);
  docket_press_guard_watch (alert);
  docket_alert_present (alert, view);
}

static void
tell_failure (GtkWidget *view, const GError *error)
{
  const char *heading;
  g_autofree char *body = docket_again_words_failure (error, &heading);

  tell (view, heading, body, g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *view = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  guint n_missing;
  g_autofree char *id
      = docket_create_again_finish (DOCKET_WORKSPACE (source), result, &n_missing, &error);

  if (id == NULL)
    tell_failure (view, error);
  else if (n_missing > 0)
    {
      g_autofree char *body = docket_again_words_missing (n_missing);

      tell (view, _ ("Task Created, Answers Missing"), body, FALSE);
    }
  else
    docket_main_view_add_toast (DOCKET_MAIN_VIEW (view), _ ("Task created again"));
  finish (task);
}

static void
answered_cb (GtkWidget *alert, const char *response, GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  if (g_str_equal (response, "create"))
    docket_create_again_async (asking->workspace, g_steal_pointer (&asking->again), created_cb,
                               g_object_ref (task));
  else
    finish (task);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What cannot come back, a line each. */
static GtkWidget *
create_list (const DocketAgain *again)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  g_auto (GStrv) losses = docket_again_words_losses (again);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What Cannot Come Back"), -1);
  for (guint i = 0; losses[i] != NULL; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_label (losses[i], NULL));
      gtk_widget_add_css_class (row, "loss-row");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      losses[i], -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (box), create_label (_ ("What Cannot Come Back"), "heading"));
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

static void
unref_closure (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *view = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  GtkWidget *alert;

  asking->again = docket_create_again_prepare_finish (DOCKET_WORKSPACE (source), result, &error);
  if (asking->again == NULL || gtk_widget_get_root (view) == NULL)
    {
      if (error != NULL)
        tell_failure (view, error);
      finish (task);
      return;
    }
  body = docket_again_words_body (asking->again);
  alert = docket_alert_new (view, _ ("Create This Task Again?"), body);
  docket_alert_set_extra_child (alert, create_list (asking->again));
  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "create", _ ("C_reate Again"), DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, "create");
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), g_object_ref (task),
                         unref_closure, 0);
  docket_press_guard_watch (alert);
  docket_alert_present (alert, view);
}

void
docket_again_ask_async (DocketMainView *view,
                        DocketWorkspace *workspace,
                        DocketHistoryEntry *entry,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (view, NULL, callback, user_data);
  Asking *asking = g_new0 (Asking, 1);

  g_task_set_source_tag (task, docket_again_ask_async);
  asking->workspace = g_object_ref (workspace);
  g_task_set_task_data (task, asking, asking_free);
  docket_create_again_prepare_async (workspace, docket_history_entry_get_id (entry), NULL,
                                     prepared_cb, task);
}
