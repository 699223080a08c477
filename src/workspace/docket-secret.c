/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-secret.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

/* Not G_DEFINE_QUARK(), into whose name the formatter puts spaces. */
GQuark
docket_secret_error_quark (void)
{
  return g_quark_from_static_string ("docket-secret-error-quark");
}

static const SecretSchema schema = {
  APPLICATION_ID,
  SECRET_SCHEMA_NONE,
  {
      { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
      { NULL, 0 },
  },
};

/* @user_id 0: of any user */
static GHashTable *
make_attributes (const char *address, gint64 user_id)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (char *)"server", g_strdup (address));
  if (user_id != 0)
    g_hash_table_insert (attributes, (char *)"user",
                         g_strdup_printf ("%" G_GINT64_FORMAT, user_id));
  return attributes;
}

/* Whether a D-Bus call found nobody to answer it. libsecret passes on what GDBus says: the service
 * cannot be started, or there is no bus at all. */
static gboolean
is_unavailable (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code != G_IO_ERROR_DBUS_ERROR && error->code != G_IO_ERROR_FAILED;
  if (error->domain != G_DBUS_ERROR)
    return error->domain == G_SPAWN_ERROR;
  switch ((GDBusError)error->code)
    {
    case G_DBUS_ERROR_FAILED:
    case G_DBUS_ERROR_NO_MEMORY:
    case G_DBUS_ERROR_INVALID_ARGS:
    case G_DBUS_ERROR_INVALID_SIGNATURE:
    case G_DBUS_ERROR_UNKNOWN_PROPERTY:
    case G_DBUS_ERROR_PROPERTY_READ_ONLY:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Turns what libsecret or GDBus says into a DOCKET_SECRET_ERROR. A prompt that was dismissed comes
 * as a cancellation although nobody cancelled. Takes @error. */
static void
return_error (GTask *task, GError *error)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (cancelled && cancellable != NULL && g_cancellable_is_cancelled (cancellable))
    {
      g_task_return_error (task, error);
      return;
    }
  g_dbus_error_strip_remote_error (error);
  if (cancelled || g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    g_task_return_new_error (task, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED,
                             _ ("The keyring is locked."));
  else if (is_unavailable (error))
    g_task_return_new_error (task, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_UNAVAILABLE,
                             /* Translators: %s is what the system said */
                             _ ("There is no keyring: %s"), error->message);
  else
    g_task_return_new_error (task, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_FAILED,
                             /* Translators: %s is what the system said */
                             _ ("The keyring answered with an error: %s"), error->message);
  g_error_free (error);
}

static void
return_locked (GTask *task)
{
  g_task_return_new_error (task, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED,
                           _ ("The keyring is locked."));
}

/* Items of the Secret Service can be locked; those of a portal's file cannot. */
static gboolean
is_locked (gpointer found)
{
  return SECRET_IS_ITEM (found) && secret_item_get_locked (SECRET_ITEM (found));
}

static gboolean
store_cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  GTask *task = user_data;

  g_task_set_task_data (task, NULL, NULL);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

/* libsecret itself is not cancelled: while a prompt shows, or a portal waits for one, it then uses
 * what is gone, and may never answer. If the keyring is unlocked after all, it holds a token that
 * nobody asks for. */
static void
watch_cancellation (GTask *task, GCancellable *cancellable)
{
  GSource *source = g_cancellable_source_new (cancellable);

  g_source_set_static_name (source, "docket-secret: store");
  g_source_set_callback (source, G_SOURCE_FUNC (store_cancelled_cb), g_object_ref (task),
                         g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  g_task_set_task_data (task, source, (GDestroyNotify)g_source_unref);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GSource *cancellation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);

  if (cancellation == NULL)
    return;
  g_source_destroy (cancellation);
  if (stored)
    g_task_return_boolean (task, TRUE);
  else
    return_error (task, g_steal_pointer (&error));
}

void
docket_secret_store_async (const char *address,
                           gint64 user_id,
                           const char *token,
                           const char *label,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  g_autoptr (GHashTable) attributes = NULL;

  g_return_if_fail (address != NULL && user_id != 0 && token != NULL && label != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_secret_store_async);
  watch_cancellation (task, cancellable);
  attributes = make_attributes (address, user_id);
  secret_password_storev (&schema, attributes, SECRET_COLLECTION_DEFAULT, label, token, NULL,
                          stored_cb, task);
}

gboolean
docket_secret_store_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_secret_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
retrieved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SecretValue *value
      = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);

  if (value != NULL)
    g_task_return_pointer (task, secret_value_unref_to_password (value, NULL),
                           (GDestroyNotify)secret_password_free);
  else if (error != NULL)
    return_error (task, error);
  else
    return_locked (task);
}

/* A plain look-up answers "nothing" for a locked keyring, which would read as "signed out"; a
 * search shows the items that are there, and which of them stayed locked. */
static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GList *found = secret_password_search_finish (result, &error);
  gpointer readable = NULL;

  for (GList *l = found; l != NULL && readable == NULL; l = l->next)
    if (!is_locked (l->data))
      readable = l->data;
  if (error != NULL)
    return_error (task, error);
  else if (readable != NULL)
    secret_retrievable_retrieve_secret (readable, NULL, retrieved_cb, g_object_ref (task));
  else if (found != NULL)
    return_locked (task);
  else
    g_task_return_pointer (task, NULL, NULL);
  g_list_free_full (found, g_object_unref);
}

void
docket_secret_lookup_async (const char *address,
                            gint64 user_id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  g_autoptr (GHashTable) attributes = NULL;

  g_return_if_fail (address != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_secret_lookup_async);
  /* As with store_cancelled_cb(); only nobody stands and waits here: an answer that comes after a
   * cancellation is none. */
  attributes = make_attributes (address, user_id);
  secret_password_searchv (&schema, attributes,
                           SECRET_SEARCH_ALL | SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS,
                           NULL, searched_cb, task);
}

char *
docket_secret_lookup_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_secret_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_secret_free (char *token)
{
  secret_password_free (token);
}

/* What is still there after clearing was locked. */
static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GList *left = secret_password_search_finish (result, &error);

  if (error != NULL)
    return_error (task, error);
  else if (left != NULL)
    return_locked (task);
  else
    g_task_return_boolean (task, TRUE);
  g_list_free_full (left, g_object_unref);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GHashTable *attributes = g_task_get_task_data (task);
  GError *error = NULL;

  secret_password_clear_finish (result, &error);
  if (error != NULL)
    return_error (task, error);
  else
    secret_password_searchv (&schema, attributes, SECRET_SEARCH_ALL, g_task_get_cancellable (task),
                             checked_cb, g_object_ref (task));
}

void
docket_secret_clear_async (const char *address,
                           gint64 user_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  GHashTable *attributes;

  g_return_if_fail (address != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_secret_clear_async);
  attributes = make_attributes (address, user_id);
  g_task_set_task_data (task, attributes, (GDestroyNotify)g_hash_table_unref);
  secret_password_clearv (&schema, attributes, cancellable, cleared_cb, task);
}

gboolean
docket_secret_clear_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_secret_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
