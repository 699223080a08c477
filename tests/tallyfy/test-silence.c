/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A call ends at its deadline also where what is below it says nothing and cannot be cancelled:
 * here the name of the server is looked up without an end. */
#include "calls.h"

typedef struct
{
  GResolver parent_instance;
  GPtrArray *questions; /* GTask that are answered when the test says so */
} SilentResolver;

typedef GResolverClass SilentResolverClass;

static GType silent_resolver_get_type (void);
G_DEFINE_TYPE (SilentResolver, silent_resolver, G_TYPE_RESOLVER)

static void
silent_resolver_lookup_async (GResolver *resolver,
                              const char *name,
                              GResolverNameLookupFlags flags,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SilentResolver *self = (SilentResolver *)resolver;

  g_ptr_array_add (self->questions, g_task_new (resolver, NULL, callback, user_data));
}

static GList *
silent_resolver_lookup_finish (GResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
silent_resolver_finalize (GObject *object)
{
  g_ptr_array_unref (((SilentResolver *)object)->questions);
  G_OBJECT_CLASS (silent_resolver_parent_class)->finalize (object);
}

static void
silent_resolver_class_init (SilentResolverClass *klass)
{
  klass->lookup_by_name_with_flags_async = silent_resolver_lookup_async;
  klass->lookup_by_name_with_flags_finish = silent_resolver_lookup_finish;
  G_OBJECT_CLASS (klass)->finalize = silent_resolver_finalize;
}

static void
silent_resolver_init (SilentResolver *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
}

static SilentResolver *resolver;

/* What was asked so far is answered after all. */
static void
silent_resolver_speak (SilentResolver *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      GInetAddress *here = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);

      g_task_return_pointer (g_ptr_array_index (self->questions, i), g_list_append (NULL, here),
                             (GDestroyNotify)g_resolver_free_addresses);
    }
  g_ptr_array_set_size (self->questions, 0);
}

/* All calls at once, each with a client of its own. */
typedef struct
{
  HostileServer *server;
  GPtrArray *clients;
  GPtrArray *calls;
  GCancellable *cancellable;
} Scene;

static void
scene_begin (Scene *scene, guint total_timeout)
{
  g_autofree char *address = NULL;

  scene->server = hostile_server_new ();
  scene->clients = g_ptr_array_new_with_free_func (g_object_unref);
  scene->calls = g_ptr_array_new ();
  scene->cancellable = g_cancellable_new ();
  address = g_strdup_printf ("https://docket.invalid:%u", hostile_server_get_port (scene->server));
  for (guint i = 0; i < n_api_calls; i++)
    {
      TallyfyClient *client = g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token",
                                            TEST_TOKEN, "total-timeout", total_timeout, NULL);

      g_ptr_array_add (scene->clients, client);
      g_ptr_array_add (scene->calls, pending_new (client, &api_calls[i], scene->cancellable));
    }
  while (resolver->questions->len < n_api_calls)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing is sent afterwards either, and nothing that comes does any harm. */
static void
scene_end (Scene *scene)
{
  silent_resolver_speak (resolver);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (scene->calls);
  g_ptr_array_unref (scene->clients);
  g_object_unref (scene->cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (resolver->questions->len, ==, 0);
  g_assert_cmpuint (hostile_server_get_n_connections (scene->server), ==, 0);
  hostile_server_free (scene->server);
}

static void
test_deadline (void)
{
  Scene scene;

  scene_begin (&scene, 1000);
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = pending_wait (g_ptr_array_index (scene.calls, i));

      assert_kind (&api_calls[i], error,
                   api_calls[i].is_write ? TALLYFY_ERROR_OFFLINE : TALLYFY_ERROR_TIMED_OUT);
    }
  scene_end (&scene);
}

static void
test_cancelled (void)
{
  Scene scene;

  scene_begin (&scene, 60000);
  g_cancellable_cancel (scene.cancellable);
  for (guint i = 0; i < n_api_calls; i++)
    {
      g_autoptr (GError) error = pending_wait (g_ptr_array_index (scene.calls, i));

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  scene_end (&scene);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  guard_log ();
  resolver = g_object_new (silent_resolver_get_type (), NULL);
  g_resolver_set_default (G_RESOLVER (resolver));
  g_test_add_func ("/silence/deadline", test_deadline);
  g_test_add_func ("/silence/cancelled", test_cancelled);
  status = g_test_run ();
  g_object_unref (resolver);
  return status;
}
