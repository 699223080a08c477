/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-search-provider.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"
#include "workspace/docket-glance.h"
#include "workspace/docket-text.h"

static const char interface[]
    = "<node><interface name='org.gnome.Shell.SearchProvider2'>"
      "<method name='GetInitialResultSet'>"
      "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
      "</method>"
      "<method name='GetSubsearchResultSet'>"
      "<arg type='as' name='previous_results' direction='in'/>"
      "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
      "</method>"
      "<method name='GetResultMetas'>"
      "<arg type='as' name='identifiers' direction='in'/>"
      "<arg type='aa{sv}' name='metas' direction='out'/>"
      "</method>"
      "<method name='ActivateResult'>"
      "<arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/>"
      "<arg type='u' name='timestamp' direction='in'/>"
      "</method>"
      "<method name='LaunchSearch'>"
      "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
      "</method>"
      "</interface></node>";

struct _DocketSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* not owned */
  DocketSearchProviderAccount get_account;
  GDBusConnection *connection; /* while it is exported */
  guint id;
  GCancellable *searching; /* what is asked next takes the place of what still is searched for */
};

G_DEFINE_FINAL_TYPE (DocketSearchProvider, docket_search_provider, G_TYPE_OBJECT)

/* What is to be answered. A program without a window stays until then. */
typedef struct
{
  GApplication *application;
  GDBusMethodInvocation *invocation;
} Question;

static Question *
ask (DocketSearchProvider *self, GDBusMethodInvocation *invocation)
{
  Question *question = g_new (Question, 1);

  question->application = g_object_ref (self->application);
  question->invocation = invocation;
  g_application_hold (question->application);
  return question;
}

static void
answer (Question *question, GVariant *value)
{
  g_dbus_method_invocation_return_value (question->invocation, value);
  g_application_release (question->application);
  g_object_unref (question->application);
  g_free (question);
}

/* A cache that cannot be read has nothing: the window says why. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = docket_glance_find_finish (result, &error);

  if (ids == NULL)
    g_debug ("The desktop's search finds nothing: %s", error->message);
  answer (user_data, g_variant_new ("(^as)", ids != NULL ? (const char *const *)ids : nothing));
}

static void
find (DocketSearchProvider *self,
      const char *const *terms,
      const char *const *among,
      GDBusMethodInvocation *invocation)
{
  g_autofree char *text = g_strjoinv (" ", (char **)terms);

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  self->searching = g_cancellable_new ();
  docket_glance_find_async (self->get_account (self->application), text, among, self->searching,
                            found_cb, ask (self, invocation));
}

/* One line: of more the desktop shows the first alone. (transfer full) */
static char *
describe (DocketTask *task)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const char *process = docket_task_get_process_name (task);
  g_autofree char *state = NULL;
  g_autofree char *name = NULL;

  if (docket_task_get_archived (task))
    state = docket_words_archived (docket_task_get_archived_at (task), now);
  else if (docket_task_get_completed (task))
    state = docket_words_completed (docket_task_get_completed_at (task), now);
  else
    state = docket_words_deadline_state (docket_task_get_deadline (task), now);
  if (process == NULL)
    return g_steal_pointer (&state);
  name = docket_text_isolate (process, 60);
  /* Translators: below a task that the desktop’s search found. %1$s says when it is due or was
   * completed, such as "Due tomorrow"; %2$s is the name of its process. */
  return g_strdup_printf (C_ ("search result", "%1$s · %2$s"), state, name);
}

static void
add_meta (GVariantBuilder *metas, DocketTask *task)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autofree char *title = docket_text_clean (docket_task_get_title (task));
  g_autofree char *description = describe (task);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (docket_task_get_id (task)));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (title));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", serialized);
  g_variant_builder_close (metas);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks = docket_glance_describe_finish (result, &error);
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  if (tasks == NULL)
    g_debug ("What the desktop's search found cannot be told: %s", error->message);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    add_meta (&metas, tasks->pdata[i]);
  answer (user_data, g_variant_new ("(aa{sv})", &metas));
}

static void
launch (DocketSearchProvider *self, const char *action, const char *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action,
                                  g_variant_new_string (parameter));
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface_name,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  DocketSearchProvider *self = user_data;
  g_autofree const char **first = NULL;
  g_autofree const char **terms = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      find (self, terms, NULL, invocation);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(^a&s^a&s)", &first, &terms);
      find (self, terms, first, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &first);
      docket_glance_describe_async (self->get_account (self->application), first, NULL,
                                    described_cb, ask (self, invocation));
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *id;

      g_variant_get_child (parameters, 0, "&s", &id);
      launch (self, "show-task", id);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      g_autofree char *text = NULL;

      g_variant_get_child (parameters, 0, "^a&s", &terms);
      text = g_strjoinv (" ", (char **)terms);
      launch (self, "search", text);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
docket_search_provider_dispose (GObject *object)
{
  DocketSearchProvider *self = DOCKET_SEARCH_PROVIDER (object);

  docket_search_provider_withdraw (self);
  G_OBJECT_CLASS (docket_search_provider_parent_class)->dispose (object);
}

static void
docket_search_provider_class_init (DocketSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_search_provider_dispose;
}

static void
docket_search_provider_init (DocketSearchProvider *self)
{
}

DocketSearchProvider *
docket_search_provider_new (GApplication *application, DocketSearchProviderAccount get_account)
{
  DocketSearchProvider *self = g_object_new (DOCKET_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->get_account = get_account;
  return self;
}

gboolean
docket_search_provider_export (DocketSearchProvider *self,
                               GDBusConnection *connection,
                               const char *path,
                               GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, error);

  if (node == NULL)
    return FALSE;
  self->id = g_dbus_connection_register_object (connection, path, node->interfaces[0], &table, self,
                                                NULL, error);
  if (self->id != 0)
    g_set_object (&self->connection, connection);
  return self->id != 0;
}

void
docket_search_provider_withdraw (DocketSearchProvider *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->id != 0)
    g_dbus_connection_unregister_object (self->connection, self->id);
  self->id = 0;
  g_clear_object (&self->connection);
}
