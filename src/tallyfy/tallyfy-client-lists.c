/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-listing.h"
#include "tallyfy/tallyfy-readers.h"

/* All pages of a list of the organization. */
static void
read_list (GTask *task, const char *organization_id, const char *list, TallyfyReader reader)
{
  TallyfyTransport *transport = tallyfy_client_get_transport (g_task_get_source_object (task));
  GError *error = NULL;
  char *path = tallyfy_transport_uri (transport, NULL, &error, "organizations", organization_id,
                                      list, NULL);

  tallyfy_client_list (task, path, error, reader);
}

static gpointer
read_guests (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_listing_read_page (root, page, (TallyfyEntryReader)tallyfy_guest_read, error);
}

static gpointer
read_groups (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_listing_read_page (root, page, (TallyfyEntryReader)tallyfy_group_read, error);
}

static gpointer
read_tags (JsonNode *root, GBytes *json, guint page, GError **error)
{
  return tallyfy_listing_read_page (root, page, (TallyfyEntryReader)tallyfy_tag_read, error);
}

/**
 * tallyfy_client_list_guests_async:
 *
 * The guests of an organization, all pages.
 */
void
tallyfy_client_list_guests_async (TallyfyClient *self,
                                  const char *organization_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_guests_async);
  read_list (task, organization_id, "guests", read_guests);
}

GPtrArray *
tallyfy_client_list_guests_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_guests_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_list_groups_async:
 *
 * The groups of an organization, all pages.
 */
void
tallyfy_client_list_groups_async (TallyfyClient *self,
                                  const char *organization_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_groups_async);
  read_list (task, organization_id, "groups", read_groups);
}

GPtrArray *
tallyfy_client_list_groups_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_groups_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * tallyfy_client_list_tags_async:
 *
 * The tags of an organization, all pages.
 */
void
tallyfy_client_list_tags_async (TallyfyClient *self,
                                const char *organization_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (TALLYFY_IS_CLIENT (self) && organization_id != NULL);
  g_task_set_source_tag (task, tallyfy_client_list_tags_async);
  read_list (task, organization_id, "tags", read_tags);
}

GPtrArray *
tallyfy_client_list_tags_finish (TallyfyClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_client_list_tags_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
