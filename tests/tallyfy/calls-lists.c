/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "calls-lists.h"

void
start_guests (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_list_guests_async (client, TEST_ORG, cancellable, callback, data);
}

gboolean
finish_guests (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) list = tallyfy_client_list_guests_finish (client, result, error);

  return list != NULL;
}

void
start_groups (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_list_groups_async (client, TEST_ORG, cancellable, callback, data);
}

gboolean
finish_groups (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) list = tallyfy_client_list_groups_finish (client, result, error);

  return list != NULL;
}

void
start_tags (TallyfyClient *client,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  tallyfy_client_list_tags_async (client, TEST_ORG, cancellable, callback, data);
}

gboolean
finish_tags (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) list = tallyfy_client_list_tags_finish (client, result, error);

  return list != NULL;
}
