/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-lookup-private.h"

#include "tallyfy/tallyfy.h"

static const TallyfyTaskQuery task_archive = {
  .one_off = -1,
  .archived = "only",
  .sort = "newest",
};

static const TallyfyProcessQuery process_archive = {
  .status = "archived",
};

static gpointer
get_task_finish (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  return tallyfy_client_get_task_finish (client, result, error);
}

static void
list_tasks_async (TallyfyClient *client,
                  const char *organization_id,
                  guint page,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  tallyfy_client_list_tasks_async (client, organization_id, &task_archive, page, cancellable,
                                   callback, user_data);
}

static gpointer
list_tasks_finish (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  return tallyfy_client_list_tasks_finish (client, result, error);
}

static DocketLookupItem
read_task (gpointer item)
{
  return (DocketLookupItem){
    .id = tallyfy_task_get_id (item),
    .archived = tallyfy_task_is_archived (item),
    .archived_at = tallyfy_task_get_archived_at (item),
  };
}

static DocketLookupPage
read_task_page (gpointer page)
{
  return (DocketLookupPage){
    .items = tallyfy_task_page_get_tasks (page),
    .n_errors = tallyfy_task_page_get_errors (page)->len,
    .has_next = tallyfy_task_page_has_next (page),
    .total = tallyfy_task_page_get_total (page),
  };
}

static gpointer
get_process_finish (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  return tallyfy_client_get_process_finish (client, result, error);
}

static void
list_processes_async (TallyfyClient *client,
                      const char *organization_id,
                      guint page,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  tallyfy_client_list_processes_async (client, organization_id, &process_archive, page, cancellable,
                                       callback, user_data);
}

static gpointer
list_processes_finish (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  return tallyfy_client_list_processes_finish (client, result, error);
}

static DocketLookupItem
read_process (gpointer item)
{
  return (DocketLookupItem){
    .id = tallyfy_process_get_id (item),
    .archived = tallyfy_process_is_archived (item),
    .archived_at = tallyfy_process_get_archived_at (item),
  };
}

static DocketLookupPage
read_process_page (gpointer page)
{
  return (DocketLookupPage){
    .items = tallyfy_process_page_get_processes (page),
    .n_errors = tallyfy_process_page_get_errors (page)->len,
    .has_next = tallyfy_process_page_has_next (page),
    .total = tallyfy_process_page_get_total (page),
  };
}

const DocketLookupCalls *
docket_lookup_get_calls (DocketTarget target)
{
  static const DocketLookupCalls calls[] = {
    [DOCKET_TARGET_TASK] = { tallyfy_client_get_task_async, get_task_finish, list_tasks_async,
                             list_tasks_finish, read_task, read_task_page },
    [DOCKET_TARGET_PROCESS]
    = { tallyfy_client_get_process_async, get_process_finish, list_processes_async,
        list_processes_finish, read_process, read_process_page },
  };

  return &calls[target];
}
