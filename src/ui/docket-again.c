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
  gint64 entry;
  GDateTime *before;  /* when it was created again already; nullable */
  DocketAgain *again; /* once it is known, and until it is sent */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->workspace);
  g_clear_pointer (&asking->again, docket_again_free);
  g_clear_pointer (&asking->before, g_date_time_unref);
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

static void prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* The question is asked anew: nothing is sent again by itself. */
static void
absent_cb (GtkWidget *alert, const char *response, GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  if (g_str_equal (response, "again"))
    docket_create_again_prepare_async (asking->workspace, asking->entry, NULL, prepared_cb,
                                       g_object_ref (task));
  else
    finish (task);
}

static void
unref_closure (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
tell_absent (GTask *task)
{
  GtkWidget *view = g_task_get_source_object (task);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *body = docket_again_words_absent (now);
  GtkWidget *alert;

  if (gtk_widget_get_root (view) == NULL)
    {
      finish (task);
      return;
    }
  alert = docket_alert_new (view, _ ("Task Not Created"), body);
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "again", _ ("_Try Again…"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  g_signal_connect_data (alert, "response", G_CALLBACK (absent_cb), g_object_ref (task),
                         unref_closure, 0);
  docket_press_guard_attach (alert);
  docket_alert_present (alert, view);
}

static void
tell_not_confirmed (GtkWidget *view)
{
  g_autoptr (GError) error = g_error_new_literal (TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME, "");

  tell_failure (view, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *view = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  DocketNewTaskOutcome outcome;
  guint n_missing;
  g_autofree char *id = docket_create_again_finish (DOCKET_WORKSPACE (source), result, &outcome,
                                                    &n_missing, &error);

  if (error != NULL)
    tell_failure (view, error);
  else if (id == NULL && outcome == DOCKET_NEW_TASK_ABSENT)
    {
      tell_absent (task);
      return;
    }
  else if (id == NULL)
    tell_not_confirmed (view);
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

/* @lines under their heading. */
static void
add_list (GtkWidget *box, const char *heading, GStrv lines)
{
  GtkWidget *title = create_label (heading, "heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_label (lines[i], NULL));
      gtk_widget_add_css_class (row, "again-row");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lines[i],
                                      -1);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_widget_set_margin_top (title, 12);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
}

static void
keep_deadline_cb (GtkSwitch *keep, GParamSpec *pspec, GTask *task)
{
  Asking *asking = g_task_get_task_data (task);

  /* It goes with the answer, before the dialog does. */
  if (asking->again != NULL)
    docket_again_set_keeps_deadline (asking->again, gtk_switch_get_active (keep));
}

/* A deadline that has passed comes back only where somebody wants it to. */
static void
add_late (GtkWidget *box, GTask *task, GDateTime *now)
{
  const Asking *asking = g_task_get_task_data (task);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keep = gtk_switch_new ();
  g_autofree char *subtitle = docket_again_words_late (asking->again, now);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Keep the old deadline"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keep);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), keep);
  g_signal_connect_data (keep, "notify::active", G_CALLBACK (keep_deadline_cb), g_object_ref (task),
                         unref_closure, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (box), list);
}

/* What comes back, what does not, and what is to be decided. */
static GtkWidget *
create_lists (GTask *task)
{
  const Asking *asking = g_task_get_task_data (task);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (GStrv) gains = docket_again_words_gains (asking->again, now);
  g_auto (GStrv) losses = docket_again_words_losses (asking->again);

  add_list (box, _ ("What Comes Back"), gains);
  add_list (box, _ ("What Cannot Come Back"), losses);
  if (asking->again->late)
    add_late (box, task, now);
  return box;
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *view = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = NULL;
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
  now = g_date_time_new_now_local ();
  body = docket_again_words_body (asking->again, asking->before, now);
  alert = docket_alert_new (view, _ ("Create This Task Again?"), body);
  docket_alert_set_extra_child (alert, create_lists (task));
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
  asking->entry = docket_history_entry_get_id (entry);
  if (docket_history_entry_get_created_at (entry) != NULL)
    asking->before = g_date_time_ref (docket_history_entry_get_created_at (entry));
  g_task_set_task_data (task, asking, asking_free);
  docket_create_again_prepare_async (workspace, docket_history_entry_get_id (entry), NULL,
                                     prepared_cb, task);
}
