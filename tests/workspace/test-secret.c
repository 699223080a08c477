/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Tokens in a real keyring: unlocked, locked, and none at all. Each state is a run of its own on a
 * private desktop. */
#include <libsecret/secret.h>
#include <string.h>

#include "waiting.h"
#include "workspace/docket-secret.h"

#define HERE "https://a.example"
#define THERE "https://b.example"

static gboolean
store (const char *address, gint64 user, const char *token, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_secret_store_async (address, user, token, "Docket", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_secret_store_finish (result, error);
}

static char *
look_up (const char *address, gint64 user, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_secret_lookup_async (address, user, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_secret_lookup_finish (result, error);
}

static gboolean
clear (const char *address, gint64 user, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_secret_clear_async (address, user, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_secret_clear_finish (result, error);
}

static void
must_store (const char *address, gint64 user, const char *token)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (store (address, user, token, &error));
  g_assert_no_error (error);
}

static void
must_clear (const char *address, gint64 user)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (clear (address, user, &error));
  g_assert_no_error (error);
}

/* @token: NULL = none is there, which is no error */
static void
assert_found (const char *address, gint64 user, const char *token)
{
  g_autoptr (GError) error = NULL;
  char *found = look_up (address, user, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, token);
  secret_password_free (found);
}

static void
test_store (void)
{
  assert_found (HERE, 7, NULL);
  assert_found (HERE, 0, NULL);
  must_store (HERE, 7, "first/==");
  assert_found (HERE, 7, "first/==");
  assert_found (HERE, 0, "first/==");
  must_store (HERE, 7, "second");
  assert_found (HERE, 7, "second");
  must_clear (HERE, 7);
  assert_found (HERE, 7, NULL);
  must_clear (HERE, 7);
}

/* No server is ever given the token of another, and no user that of another. */
static void
test_apart (void)
{
  must_store (HERE, 7, "here-7");
  must_store (HERE, 8, "here-8");
  must_store (THERE, 9, "there-9");
  assert_found (HERE, 7, "here-7");
  assert_found (HERE, 8, "here-8");
  assert_found (HERE, 9, NULL);
  assert_found (HERE, 70, NULL);
  assert_found (THERE, 7, NULL);
  assert_found (THERE, 0, "there-9");
  assert_found (HERE "/api", 7, NULL);
  assert_found (HERE "/", 7, NULL);
  must_clear (HERE, 7);
  assert_found (HERE, 7, NULL);
  assert_found (HERE, 8, "here-8");
  must_clear (HERE, 0);
  assert_found (HERE, 8, NULL);
  assert_found (THERE, 9, "there-9");
  must_clear (THERE, 9);
}

static const SecretSchema schema
    = { "app.docket.Docket",
        SECRET_SCHEMA_NONE,
        { { "server", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } };

/* As other programs see it. */
static void
test_attributes (void)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (SecretItem) item = NULL;
  g_autofree char *label = NULL;
  GList *items;

  must_store (HERE, 7, "token");
  g_hash_table_insert (attributes, (char *)"server", (char *)HERE);
  items = secret_service_search_sync (NULL, &schema, attributes, SECRET_SEARCH_ALL, NULL, NULL);
  g_assert_cmpuint (g_list_length (items), ==, 1);
  item = g_object_ref (items->data);
  g_list_free_full (items, g_object_unref);
  all = secret_item_get_attributes (item);
  label = secret_item_get_label (item);
  g_assert_cmpstr (g_hash_table_lookup (all, "xdg:schema"), ==, "app.docket.Docket");
  g_assert_cmpstr (g_hash_table_lookup (all, "user"), ==, "7");
  g_assert_cmpuint (g_hash_table_size (all), ==, 3);
  g_assert_cmpstr (label, ==, "Docket");
  must_clear (HERE, 7);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  docket_secret_lookup_async (HERE, 7, cancellable, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_null (docket_secret_lookup_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
lock (void)
{
  g_autoptr (SecretService) service
      = secret_service_get_sync (SECRET_SERVICE_LOAD_COLLECTIONS, NULL, NULL);
  GList *collections = secret_service_get_collections (service);

  g_assert_cmpint (secret_service_lock_sync (service, collections, NULL, NULL, NULL), >, 0);
  g_list_free_full (collections, g_object_unref);
}

/* A token is there and cannot be read: that is not "none", and whoever asks is not signed out. */
static void
test_locked_with_token (void)
{
  g_autoptr (GError) error = NULL;

  must_store (HERE, 7, "token");
  lock ();
  g_assert_null (look_up (HERE, 7, &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (look_up (HERE, 0, &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (clear (HERE, 7, &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED);
}

static void
test_locked (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (store (HERE, 7, "token", &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED);
}

static void
test_none (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (look_up (HERE, 7, &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_UNAVAILABLE);
  g_clear_error (&error);
  g_assert_false (store (HERE, 7, "token", &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_UNAVAILABLE);
  g_assert_null (strstr (error->message, "token"));
  g_clear_error (&error);
  g_assert_false (clear (HERE, 7, &error));
  g_assert_error (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_UNAVAILABLE);
}

/* The state is the last argument. */
int
main (int argc, char **argv)
{
  const char *state = argv[argc - 1];

  g_test_init (&argc, &argv, NULL);
  if (g_str_equal (state, "unlocked"))
    {
      g_test_add_func ("/secret/store", test_store);
      g_test_add_func ("/secret/apart", test_apart);
      g_test_add_func ("/secret/attributes", test_attributes);
      g_test_add_func ("/secret/cancelled", test_cancelled);
      g_test_add_func ("/secret/locked-with-token", test_locked_with_token);
    }
  else if (g_str_equal (state, "locked"))
    g_test_add_func ("/secret/locked", test_locked);
  else
    g_test_add_func ("/secret/none", test_none);
  return g_test_run ();
}
