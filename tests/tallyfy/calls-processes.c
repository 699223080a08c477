/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "calls-processes.h"

void
start_processes (TallyfyClient *client,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer data)
{
  static const TallyfyProcessQuery everything = { 0 };

  tallyfy_client_list_processes_async (client, TEST_ORG, &everything, 1, cancellable, callback,
                                       data);
}

void
start_process (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_get_process_async (client, TEST_ORG, "run1", cancellable, callback, data);
}

void
start_process_tasks (TallyfyClient *client,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  static const TallyfyTaskQuery query = { .one_off = -1, .process_id = "run1" };

  tallyfy_client_list_tasks_async (client, TEST_ORG, &query, 1, cancellable, callback, data);
}

void
start_archive_process (TallyfyClient *client,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  tallyfy_client_archive_process_async (client, TEST_ORG, "run1", cancellable, callback, data);
}

void
start_restore_process (TallyfyClient *client,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  tallyfy_client_restore_process_async (client, TEST_ORG, "run1", cancellable, callback, data);
}

void
start_delete_process (TallyfyClient *client,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  tallyfy_client_delete_process_permanently_async (client, TEST_ORG, "run1", cancellable, callback,
                                                   data);
}

gboolean
finish_processes (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyProcessPage) value
      = tallyfy_client_list_processes_finish (client, result, error);

  return value != NULL;
}

gboolean
finish_process (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyProcess) value = tallyfy_client_get_process_finish (client, result, error);

  return value != NULL;
}
