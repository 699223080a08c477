/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-window.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/compat/docket-preferences.h"
#include "ui/docket-account-page.h"
#include "ui/docket-copies-page.h"
#include "ui/docket-errand.h"
#include "ui/docket-expiry.h"
#include "ui/docket-main-view.h"
#include "ui/docket-notice.h"
#include "ui/docket-notifications-page.h"
#include "ui/docket-sign-in-again.h"
#include "ui/docket-sign-out.h"
#include "ui/docket-stalls.h"
#include "ui/docket-window-about.h"
#include "ui/docket-window-memory.h"
#include "ui/docket-window-pages.h"
#include "workspace/docket-ahead.h"
#include "workspace/docket-secret.h"
#include "workspace/docket-text.h"

/* How long a keyring may take before the window says that it waits for it. */
#define PATIENCE_MS 500

struct _DocketWindow
{
  AdwApplicationWindow parent_instance;

  DocketWindowPages *pages;
  DocketMainView *main_view;

  DocketSession *session;
  GSettings *settings;
  DocketExpiry *expiry;
  DocketSignIn *sign_in; /* that was checked and is to be opened */
  guint organization;    /* of it, an index */
  GCancellable *storing; /* its token, or NULL */
  guint patience;        /* source */
};

G_DEFINE_FINAL_TYPE (DocketWindow, docket_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_actions (DocketWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = docket_session_get_state (self->session) == DOCKET_SESSION_OPEN;
  gboolean practice = docket_session_get_practice (self->session);

  gtk_widget_action_set_enabled (widget, "win.reset-practice", open && practice);
  gtk_widget_action_set_enabled (widget, "win.leave-practice", practice);
  gtk_widget_action_set_enabled (widget, "win.preferences", open);
  gtk_widget_action_set_enabled (widget, "win.sign-out", open && !practice);
  gtk_widget_action_set_enabled (widget, "win.sign-in-again", open && !practice);
  gtk_widget_action_set_enabled (widget, "win.unlock", open && !practice);
}

static void
show_failure (DocketWindow *self)
{
  const GError *error = docket_session_get_error (self->session);

  docket_window_pages_show_failure (self->pages, error != NULL ? error->message : "");
}

static void
session_cb (DocketWindow *self)
{
  docket_main_view_set_practice (self->main_view, docket_session_get_practice (self->session));
  docket_main_view_set_workspace (self->main_view, docket_session_get_workspace (self->session));
  docket_expiry_set_workspace (self->expiry, docket_session_get_workspace (self->session));
  update_actions (self);
  if (docket_session_get_state (self->session) != DOCKET_SESSION_STARTING)
    docket_ahead_end ();
  switch (docket_session_get_state (self->session))
    {
    case DOCKET_SESSION_SIGN_IN:
      docket_window_pages_begin_sign_in (self->pages, FALSE);
      break;
    case DOCKET_SESSION_OPEN:
      docket_window_pages_forget_token (self->pages);
      docket_window_pages_show_main (self->pages);
      break;
    case DOCKET_SESSION_FAILED:
      show_failure (self);
      break;
    case DOCKET_SESSION_STARTING:
    default:
      break;
    }
}

static void
trouble_cb (DocketSession *session, const char *heading, const char *body, DocketWindow *self)
{
  docket_notice_show (GTK_WIDGET (self), heading, body);
}

static void
end_storing (DocketWindow *self)
{
  g_clear_object (&self->storing);
  g_clear_handle_id (&self->patience, g_source_remove);
}

static void store_and_open (DocketWindow *self, gboolean keep);

static void
not_stored_response_cb (GtkWidget *alert, const char *response, DocketWindow *self)
{
  if (g_str_equal (response, "go-on"))
    store_and_open (self, FALSE);
  else
    docket_window_pages_show_sign_in (self->pages);
}

static void
ask_to_go_on (DocketWindow *self)
{
  GtkWidget *alert = docket_alert_new (GTK_WIDGET (self), _ ("Token Cannot Be Stored"),
                                       _ ("Docket found no unlocked keyring. You can go on for "
                                          "this session; the token is forgotten "
                                          "when you quit."));

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "go-on", _ ("_Go On for This Session"),
                             DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, "go-on");
  docket_alert_connect (alert, G_CALLBACK (not_stored_response_cb), self);
  docket_alert_present (alert, GTK_WIDGET (self));
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  end_storing (self);
  if (docket_session_sign_in_finish (DOCKET_SESSION (source), result, &error))
    {
      g_clear_object (&self->sign_in);
      /* Not where somebody was in another workspace. */
      docket_main_view_set_view (self->main_view, DOCKET_VIEW_TO_DO);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_window_pages_show_sign_in (self->pages);
  else
    ask_to_go_on (self);
}

static gboolean
patience_cb (gpointer user_data)
{
  DocketWindow *self = DOCKET_WINDOW (user_data);

  self->patience = 0;
  docket_window_pages_show_waiting (self->pages);
  return G_SOURCE_REMOVE;
}

static void
store_and_open (DocketWindow *self, gboolean keep)
{
  self->storing = g_cancellable_new ();
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  docket_session_sign_in_async (self->session, self->sign_in, self->organization, keep,
                                self->storing, signed_in_cb, g_object_ref (self));
}

static void
organization_chosen_cb (DocketWindowPages *pages, guint index, DocketWindow *self)
{
  if (self->sign_in == NULL || self->storing != NULL)
    return;
  self->organization = index;
  store_and_open (self, TRUE);
}

static void
checked_cb (DocketWindowPages *pages, DocketSignIn *sign_in, DocketWindow *self)
{
  g_set_object (&self->sign_in, sign_in);
  if (docket_sign_in_get_organizations (sign_in)->len == 1)
    {
      organization_chosen_cb (NULL, 0, self);
      return;
    }
  docket_window_pages_show_organizations (self->pages, sign_in);
}

static void
back_to_sign_in_cb (DocketWindow *self)
{
  g_clear_object (&self->sign_in);
  docket_window_pages_show_sign_in (self->pages);
}

static void
back_to_workspace_cb (DocketWindow *self)
{
  docket_window_pages_forget_token (self->pages);
  docket_window_pages_show_main (self->pages);
}

static void
stop_waiting_cb (DocketWindow *self)
{
  g_cancellable_cancel (self->storing);
}

static void
retry_cb (DocketWindow *self)
{
  docket_session_retry (self->session);
}

/* That person's own workspace is opened in place of this one, which stays as it is on the disk. */
static void
other_user_cb (DocketSignInAgain *sign_in_again, const char *token, DocketWindow *self)
{
  DocketAccount *account
      = docket_workspace_get_account (docket_session_get_workspace (self->session));
  g_autofree char *name = docket_text_isolate (docket_account_get_user_name (account), 60);
  /* Translators: %s is the name of a person */
  g_autofree char *body = g_strdup_printf (_ ("The token is not %s’s, so the workspace of the "
                                              "token’s owner is opened. The tasks of this "
                                              "one stay on this computer."),
                                           name);

  /* In this order: an entry that has the focus when it becomes insensitive behind a dialog is never
   * told that it lost it. */
  docket_window_pages_check_token (self->pages, docket_account_get_address (account), token);
  docket_notice_show (GTK_WIDGET (self), _ ("Token of Another Person"), body);
}

/* What is open stays so until somebody else is signed in. */
static void
add_account_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketWindow *self = DOCKET_WINDOW (widget);

  docket_window_pages_forget_token (self->pages);
  docket_window_pages_begin_sign_in (self->pages, TRUE);
}

/* @parameter: docket_account_dup_file_name() of an account that one can switch to */
static void
switch_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketSession *session = DOCKET_WINDOW (widget)->session;
  GListModel *accounts = docket_session_get_accounts (session);
  g_autoptr (DocketAccount) account = NULL;

  for (guint i = 0; (account = g_list_model_get_item (accounts, i)) != NULL; i++)
    {
      g_autofree char *name = docket_account_dup_file_name (account);

      if (g_str_equal (name, g_variant_get_string (parameter, NULL)))
        {
          docket_session_switch (session, account);
          return;
        }
      g_clear_object (&account);
    }
}

static void
practice_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_window_open_practice (DOCKET_WINDOW (widget));
}

static void
leave_practice_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_session_leave_practice (DOCKET_WINDOW (widget)->session);
}

static void
reset_response_cb (GtkWidget *alert, const char *response, DocketWindow *self)
{
  if (g_str_equal (response, "reset"))
    docket_session_reset_practice (self->session);
}

static void
reset_practice_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *alert
      = docket_alert_new (widget, _ ("Reset the Practice Workspace?"),
                          _ ("Everything you did in it is undone, and all its tasks are as on the "
                             "first day. Your own organization is not touched."));

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "reset", _ ("_Reset"), DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_set_default (alert, "cancel");
  docket_alert_connect (alert, G_CALLBACK (reset_response_cb), widget);
  docket_alert_present (alert, widget);
}

static void
sign_in_again_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketWindow *self = DOCKET_WINDOW (widget);
  DocketSignInAgain *sign_in_again = docket_sign_in_again_open (widget, self->session);

  g_signal_connect_object (sign_in_again, "other-user", G_CALLBACK (other_user_cb), self, 0);
}

static void
unlock_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_session_unlock (DOCKET_WINDOW (widget)->session);
}

static void
sign_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_sign_out_ask (widget, DOCKET_WINDOW (widget)->session);
}

static void
sign_out_chosen_cb (GtkWidget *page, GtkWidget *window)
{
  docket_preferences_close (page);
  gtk_widget_activate_action (window, "win.sign-out", NULL);
}

static void
preferences_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketSession *session = DOCKET_WINDOW (widget)->session;
  DocketWorkspace *workspace = docket_session_get_workspace (session);
  GtkWidget *account = docket_account_page_new (workspace, docket_session_get_practice (session));
  GtkWidget *const pages[]
      = { account, docket_notifications_page_new (), docket_copies_page_new (workspace), NULL };

  g_signal_connect_object (account, "sign-out", G_CALLBACK (sign_out_chosen_cb), widget, 0);
  docket_preferences_present (docket_preferences_new (pages), widget);
}

static void
add_setting (DocketWindow *self, const char *key)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, key);

  g_action_map_add_action (G_ACTION_MAP (self), action);
}

static gboolean
docket_window_close_request (GtkWindow *window)
{
  DocketWindow *self = DOCKET_WINDOW (window);

  docket_window_memory_save (self->main_view, self->settings);
  return GTK_WINDOW_CLASS (docket_window_parent_class)->close_request (window);
}

/* Made of pixels: the theme's is an SVG, for which a library would have to be loaded before the
 * window shows. Where windows are known by their application it is not asked for. */
static void
docket_window_realize (GtkWidget *widget)
{
  g_autoptr (GdkTexture) icon = NULL;
  GList icons = { 0 };

  GTK_WIDGET_CLASS (docket_window_parent_class)->realize (widget);
  docket_stalls_watch_frames (widget);

  icon = gdk_texture_new_from_resource ("/app/docket/Docket/window-icon.png");
  icons.data = icon;
  gdk_toplevel_set_icon_list (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (widget))), &icons);
}

static void
docket_window_dispose (GObject *object)
{
  DocketWindow *self = DOCKET_WINDOW (object);

  g_cancellable_cancel (self->storing);
  end_storing (self);
  g_clear_object (&self->sign_in);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->expiry);
  G_OBJECT_CLASS (docket_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.practice", NULL, practice_action);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, add_account_action);
  gtk_widget_class_install_action (widget_class, "win.switch", "s", switch_action);
  gtk_widget_class_install_action (widget_class, "win.leave-practice", NULL, leave_practice_action);
  gtk_widget_class_install_action (widget_class, "win.reset-practice", NULL, reset_practice_action);
  gtk_widget_class_install_action (widget_class, "win.sign-in-again", NULL, sign_in_again_action);
  gtk_widget_class_install_action (widget_class, "win.unlock", NULL, unlock_action);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, sign_out_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  docket_window_about_install (widget_class);
}

static void
docket_window_class_init (DocketWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_window_dispose;
  widget_class->realize = docket_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = docket_window_close_request;

  g_type_ensure (DOCKET_TYPE_MAIN_VIEW);
  g_type_ensure (DOCKET_TYPE_WINDOW_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DocketWindow, main_view);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, organization_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_to_sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_to_workspace_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_waiting_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  install_actions (widget_class);
}

static void
docket_window_init (DocketWindow *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->expiry = docket_expiry_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_window_memory_restore (GTK_WINDOW (self), self->main_view, self->settings);
  add_setting (self, "sort-by");
  add_setting (self, "group-by");
}

DocketWindow *
docket_window_new (GtkApplication *application, DocketSession *session)
{
  DocketWindow *self = g_object_new (DOCKET_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  docket_main_view_set_accounts (self->main_view, docket_session_get_accounts (session));
  g_signal_connect_object (session, "notify", G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "trouble", G_CALLBACK (trouble_cb), self, 0);
  session_cb (self);
  docket_window_memory_return (self->main_view, session);
  return self;
}

void
docket_window_open_practice (DocketWindow *self)
{
  if (!docket_session_get_practice (self->session))
    docket_session_open_practice (self->session);
}

void
docket_window_send (DocketWindow *self, const char *action, GVariant *parameter)
{
  docket_errand_send (GTK_WIDGET (self->main_view), self->session, action, parameter);
}

DocketAccount *
docket_window_get_account (DocketWindow *self)
{
  DocketWorkspace *workspace = docket_session_get_workspace (self->session);

  return workspace != NULL ? docket_workspace_get_account (workspace) : NULL;
}
