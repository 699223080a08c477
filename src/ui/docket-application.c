/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-application.h"

#include <glib/gi18n.h>
#include "ui/docket-keeper.h"
#include "ui/docket-search-provider.h"
#include "ui/docket-stalls.h"
#include "ui/docket-whole-clicks.h"
#include "ui/docket-window.h"
#include "workspace/docket-ahead.h"

/* How long a window may be waited for that shows the tasks with its first frame. */
#define PATIENCE_MS 40

/* How long a service that has no window stays. */
#define SERVICE_MS 10000

/* Options that are actions by the same name. */
static const char *const errand_options[] = { "new-task", "archived" };

struct _DocketApplication
{
  AdwApplication parent_instance;

  gboolean practice; /* the practice workspace is to be opened at the start */
  gboolean ahead;    /* files are, or were, opened ahead of the first window */
  DocketSearchProvider *provider;
  DocketKeeper *keeper;
};

G_DEFINE_FINAL_TYPE (DocketApplication, docket_application, ADW_TYPE_APPLICATION)

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  /* Closing it saves how it was. A dialog is closed with its window. */
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window != NULL)
    gtk_window_close (window);
  g_application_quit (G_APPLICATION (user_data));
}

/* (nullable) */
static GtkWindow *
find_window (DocketApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DOCKET_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
late_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_starting (DocketSession *session)
{
  return docket_session_get_state (session) == DOCKET_SESSION_STARTING;
}

static gboolean
is_reading (DocketSession *session)
{
  DocketWorkspace *workspace = docket_session_get_workspace (session);

  return workspace != NULL && docket_task_model_get_busy (docket_workspace_get_tasks (workspace));
}

/* The files are open by now, so that what is known is known at once, and the list is read while
 * the window is made. Where they are slow the window shows before what they have. */
static void
wait_while (DocketSession *session, gboolean (*is_so) (DocketSession *session))
{
  gboolean late = FALSE;
  guint source = g_timeout_add (PATIENCE_MS, late_cb, &late);

  while (!late && is_so (session))
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (source);
}

static void
open_ahead (DocketApplication *self)
{
  if (!self->practice && !self->ahead)
    docket_ahead_begin ();
  self->ahead = TRUE;
}

static GtkWindow *
create_window (DocketApplication *self, gboolean practice)
{
  DocketSession *kept = docket_keeper_get_session (self->keeper);
  g_autoptr (DocketSession) session = kept != NULL ? g_object_ref (kept) : docket_session_new ();
  GtkWindow *window;

  if (!practice && kept == NULL)
    {
      g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
      open_ahead (self);
      docket_session_open_last (session);
      wait_while (session, is_starting);
    }
  window = find_window (self);
  if (window != NULL)
    return window;
  window = GTK_WINDOW (docket_window_new (GTK_APPLICATION (self), session));
  docket_keeper_set_session (self->keeper, session);
  wait_while (session, is_reading);
  return window;
}

static GtkWindow *
open_window (DocketApplication *self, gboolean practice)
{
  GtkWindow *window = find_window (self);

  if (window == NULL)
    window = create_window (self, practice);
  if (practice)
    docket_window_open_practice (DOCKET_WINDOW (window));
  gtk_window_present (window);
  return window;
}

/* What the desktop may ask for, by the names in its entry and in ours: done in the window. */
static void
errand_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const struct
  {
    const char *name;
    const char *action;
  } errands[] = {
    { "new-task", "write.new" },   { "archived", "visit.archived" }, { "show-view", "visit.view" },
    { "show-task", "visit.task" }, { "search", "visit.search" },
  };
  const char *name = g_action_get_name (G_ACTION (action));
  GtkWindow *window = open_window (DOCKET_APPLICATION (user_data), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (errands); i++)
    if (g_str_equal (name, errands[i].name))
      docket_window_send (DOCKET_WINDOW (window), errands[i].action, parameter);
}

/* The buttons of a notification. One that outlived its program, which should not be, leads to the
 * task. */
static void
notification_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketApplication *self = DOCKET_APPLICATION (user_data);
  DocketNotifier *notifier = docket_keeper_get_notifier (self->keeper);
  const char *task_id = g_variant_get_string (parameter, NULL);

  if (docket_keeper_get_session (self->keeper) == NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "show-task", parameter);
  else if (g_str_equal (g_action_get_name (G_ACTION (action)), "snooze-task"))
    docket_notifier_snooze (notifier, task_id);
  else
    docket_notifier_complete (notifier, task_id);
}

static void
docket_application_activate (GApplication *application)
{
  open_window (DOCKET_APPLICATION (application), FALSE);
}

static int
docket_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);

  open_window (DOCKET_APPLICATION (application), g_variant_dict_contains (options, "practice"));
  for (guint i = 0; i < G_N_ELEMENTS (errand_options); i++)
    if (g_variant_dict_contains (options, errand_options[i]))
      g_action_group_activate_action (G_ACTION_GROUP (application), errand_options[i], NULL);
  return 0;
}

static int
docket_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  DOCKET_APPLICATION (application)->practice = g_variant_dict_contains (options, "practice");
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("Docket %s\n", DOCKET_VERSION);
  return 0;
}

static void
docket_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "new-task", .activate = errand_action },
    { .name = "archived", .activate = errand_action },
    { .name = "show-task", .activate = errand_action, .parameter_type = "s" },
    { .name = "show-view", .activate = errand_action, .parameter_type = "s" },
    { .name = "search", .activate = errand_action, .parameter_type = "s" },
    { .name = "complete-task", .activate = notification_action, .parameter_type = "s" },
    { .name = "snooze-task", .activate = notification_action, .parameter_type = "s" },
  };
  const char *quit[] = { "<Control>q", NULL };
  const char *preferences[] = { "<Control>comma", NULL };
  const char *shortcuts[] = { "<Control>question", "<Control>F1", NULL };
  const char *help[] = { "F1", NULL };
  const char *close[] = { "<Control>w", NULL };

  /* A service may never have a window, and is asked again while somebody types in a search. */
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) == 0)
    open_ahead (DOCKET_APPLICATION (application));
  else
    g_application_set_inactivity_timeout (application, SERVICE_MS);

  G_APPLICATION_CLASS (docket_application_parent_class)->startup (application);

  /* A title takes the focus where a task is opened: that does not mark it. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  DOCKET_APPLICATION (application)->keeper = docket_keeper_new (GTK_APPLICATION (application));
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    docket_keeper_begin (DOCKET_APPLICATION (application)->keeper);
  docket_stalls_watch ();
  docket_whole_clicks_keep ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "window.close", close);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.preferences",
                                         preferences);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.shortcuts", shortcuts);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "win.help", help);
}

/* Of the window that is there: its practice workspace is searched only as long as it is open. */
static DocketAccount *
get_account (GApplication *application)
{
  GtkWindow *window = find_window (DOCKET_APPLICATION (application));

  return window != NULL ? docket_window_get_account (DOCKET_WINDOW (window)) : NULL;
}

static gboolean
docket_application_dbus_register (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *path,
                                  GError **error)
{
  DocketApplication *self = DOCKET_APPLICATION (application);
  g_autofree char *own_path = g_strconcat (path, "/SearchProvider", NULL);

  self->provider = docket_search_provider_new (application, get_account);
  return docket_search_provider_export (self->provider, connection, own_path, error)
         && G_APPLICATION_CLASS (docket_application_parent_class)
                ->dbus_register (application, connection, path, error);
}

static void
docket_application_dbus_unregister (GApplication *application,
                                    GDBusConnection *connection,
                                    const char *path)
{
  g_clear_object (&DOCKET_APPLICATION (application)->provider);
  G_APPLICATION_CLASS (docket_application_parent_class)
      ->dbus_unregister (application, connection, path);
}

static void
docket_application_shutdown (GApplication *application)
{
  g_clear_pointer (&DOCKET_APPLICATION (application)->keeper, docket_keeper_end);
  G_APPLICATION_CLASS (docket_application_parent_class)->shutdown (application);
}

static void
docket_application_class_init (DocketApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = docket_application_activate;
  application_class->command_line = docket_application_command_line;
  application_class->handle_local_options = docket_application_handle_local_options;
  application_class->dbus_register = docket_application_dbus_register;
  application_class->dbus_unregister = docket_application_dbus_unregister;
  application_class->shutdown = docket_application_shutdown;
  application_class->startup = docket_application_startup;
}

static void
docket_application_init (DocketApplication *self)
{
  const GOptionEntry options[] = {
    { "practice", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the practice workspace"), NULL },
    { "new-task", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the form of a new task"), NULL },
    { "archived", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the archived tasks"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DocketApplication *
docket_application_new (void)
{
  return g_object_new (DOCKET_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
