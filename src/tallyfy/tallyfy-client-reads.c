/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-call.h"
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-listing.h"
#include "tallyfy/tallyfy-readers.h"
#include "tallyfy/tallyfy-retry.h"

#define MAX_PER_PAGE 100

static gpointer
read_me (JsonNode *root, GBytes *json, guint page, GError **error)
{
  JsonNode *item = tallyfy_envelope_item (root, error);

  return item ? tallyfy_user_read (item, error) : NULL;
}

static gpointer
read_organizations (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_listing_read_page (root, page, (TallyfyEntryReader)tallyfy_organization_read,
                                    error);
}

static gpointer
read_users (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_listing_read_page (root, page, (TallyfyEntryReader)tallyfy_user_read, error);
}

static gpointer
read_task_page (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_task_page_read (root, page, error);
}

static gpointer
read_task (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_task_read_root (root, json, error);
}

void
tallyfy_client_add_parameter (GString *query, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (query->len > 0)
    g_string_append_c (query, '&');
  g_string_append_printf (query, "%s=", name);
  g_string_append_uri_escaped (query, value, ",", FALSE);
}

GString *
tallyfy_client_new_query (guint page, guint per_page)
{
  GString *query = g_string_new (NULL);
  g_autofree char *page_text = g_strdup_printf ("%u", page);
  g_autofree char *per_page_text
      = g_strdup_printf ("%u", per_page > 0 ? MIN (per_page, MAX_PER_PAGE) : MAX_PER_PAGE);

  tallyfy_client_add_parameter (query, "page", page_text);
  tallyfy_client_add_parameter (query, "per_page", per_page_text);
  return query;
}

static char *
make_query (const TallyfyTaskQuery *query, guint page)
{
  GString *text = tallyfy_client_new_query (page, query->per_page);

  tallyfy_client_add_parameter (text, "status", query->status);
  tallyfy_client_add_parameter (text, "archived", query->archived);
  if (query->one_off >= 0)
    tallyfy_client_add_parameter (text, "is_oneoff", query->one_off ? "true" : "false");
  tallyfy_client_add_parameter (text, "q", query->text);
  tallyfy_client_add_parameter (text, "sort", query->sort);
  tallyfy_client_add_parameter (text, "with", query->with);
  return g_string_free (text, FALSE);
}

static char *
make_tasks_uri (TallyfyTransport *transport,
                const char *organization_id,
                const TallyfyTaskQuery *query,
                guint page,
                GError **error)
{
  g_autofree char *parameters = make_query (query, page);
  g_autofree char *user = g_strdup_printf ("%" G_GINT64_FORMAT, query->user_id);

  if (query->process_id != NULL)
    return tallyfy_transport_uri (transport, parameters, error, "organizations", organization_id,
                                  "runs", query->process_id, "tasks", NULL);
  if (query->user_id != 0)
    return tallyfy_transport_uri (transport, parameters, error, "organizations", organization_id,
                                  "users", user, "tasks", NULL);
  return tallyfy_transport_uri (transport, parameters, error, "organizations", organization_id,
                                "tasks", NULL);
}

void
tallyfy_client_value_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer value = tallyfy_call_read_finish (result, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
list_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *list = tallyfy_listing_finish (result, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
tallyfy_client_tell_errors (TallyfyTransport *transport, GPtrArray *errors)
{
  for (guint i = 0; i < errors->len; i++)
    {
      tallyfy_redact_error (g_ptr_array_index (errors, i), tallyfy_transport_get_token (transport));
      tallyfy_transport_log (transport, "Left out of a page: %s",
                             ((GError *)g_ptr_array_index (errors, i))->message);
    }
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  TallyfyTaskPage *page = tallyfy_call_read_finish (result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  tallyfy_client_tell_errors (TALLYFY_TRANSPORT (source), tallyfy_task_page_get_errors (page));
  g_task_return_pointer (task, page, g_object_unref);
}

void
tallyfy_client_read_page (GTask *task,
                          char *uri,
                          GError *error,
                          TallyfyReader reader,
                          guint page,
                          gboolean patient,
                          GAsyncReadyCallback callback)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));

  if (uri == NULL)
    g_task_return_error (task, error);
  else
    tallyfy_call_read_async (transport, uri,
                             patient ? TALLYFY_PATIENT : tallyfy_transport_get_deadline (transport),
                             reader, page, g_object_unref, g_task_get_cancellable (task), callback,
                             g_object_ref (task));
}

void
tallyfy_client_read (GTask *task,
                     char *uri,
                     GError *error,
                     TallyfyReader reader,
                     guint page,
                     GAsyncReadyCallback callback)
{
  tallyfy_client_read_page (task, uri, error, reader, page, FALSE, callback);
}

void
tallyfy_client_list (GTask *task, char *path, GError *error, TallyfyReader reader)
{
  if (path == NULL)
    g_task_return_error (task, error);
  else
    tallyfy_listing_async (tallyfy_client_get_transport (g_task_get_source_object (task)), path,
                           reader, g_task_get_cancellable (task), list_cb, g_object_ref (task));
}

/**
 * tallyfy_client_get_me_async:
 *
 * Whose token it is.
 */
void
tallyfy_client_get_me_async (TallyfyClient *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self));
  g_task_set_source_tag (task, tallyfy_client_get_me_async);
  uri = tallyfy_transport_uri (tallyfy_client_get_transport (self), NULL, &error, "me", NULL);
  tallyfy_client_read (task, uri, error, read_me, 0, tallyfy_client_value_cb);
}

TallyfyUser *
tallyfy_client_get_me_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_get_me_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_list_organizations_async:
 *
 * The organizations the token may act in, all pages.
 */
void
tallyfy_client_list_organizations_async (TallyfyClient *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *path;

  g_return_if_fail (TALLYFY_IS_CLIENT (self));
  g_task_set_source_tag (task, tallyfy_client_list_organizations_async);
  path = tallyfy_transport_uri (tallyfy_client_get_transport (self), NULL, &error, "me",
                                "organizations", NULL);
  tallyfy_client_list (task, path, error, read_organizations);
}

GPtrArray *
tallyfy_client_list_organizations_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_organizations_async),
                        NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_list_users_async:
 *
 * The members of an organization, all pages.
 */
void
tallyfy_client_list_users_async (TallyfyClient *self,
                                 const char *organization_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *path;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_users_async);
  path = tallyfy_transport_uri (tallyfy_client_get_transport (self), NULL, &error, "organizations",
                                organization_id, "users", NULL);
  tallyfy_client_list (task, path, error, read_users);
}

GPtrArray *
tallyfy_client_list_users_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_users_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_list_tasks_async:
 * @query: read before this returns
 * @page: from 1
 *
 * One page of an organization's tasks.
 */
void
tallyfy_client_list_tasks_async (TallyfyClient *self,
                                 const char *organization_id,
                                 const TallyfyTaskQuery *query,
                                 guint page,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && query != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_tasks_async);
  uri = make_tasks_uri (tallyfy_client_get_transport (self), organization_id, query, MAX (page, 1),
                        &error);
  tallyfy_client_read_page (task, uri, error, read_task_page, MAX (page, 1), query->patient,
                            page_cb);
}

TallyfyTaskPage *
tallyfy_client_list_tasks_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_tasks_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_get_task_async:
 *
 * One task of either kind, with all that belongs to it.
 */
void
tallyfy_client_get_task_async (TallyfyClient *self,
                               const char *organization_id,
                               const char *task_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  char *uri;

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL && task_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_get_task_async);
  uri = tallyfy_transport_uri (tallyfy_client_get_transport (self), "with=" TALLYFY_WITH_EVERYTHING,
                               &error, "organizations", organization_id, "tasks", task_id, NULL);
  tallyfy_client_read (task, uri, error, read_task, 0, tallyfy_client_value_cb);
}

TallyfyTask *
tallyfy_client_get_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_get_task_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
