/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "contract-call.h"

#include "contract-seen.h"

/* A call under way. */
typedef struct
{
  TallyfyClient *client;
  ContractOutcome *outcome;
  gboolean is_done;
} Pending;

static void
me_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (TallyfyUser) user
      = tallyfy_client_get_me_finish (pending->client, result, &pending->outcome->error);

  pending->outcome->seen = user != NULL ? seen_user (user) : NULL;
  pending->is_done = TRUE;
}

static void
organizations_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (GPtrArray) list = tallyfy_client_list_organizations_finish (pending->client, result,
                                                                         &pending->outcome->error);

  pending->outcome->seen = list != NULL ? seen_organizations (list) : NULL;
  pending->is_done = TRUE;
}

static void
users_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (GPtrArray) list
      = tallyfy_client_list_users_finish (pending->client, result, &pending->outcome->error);

  pending->outcome->seen = list != NULL ? seen_users (list) : NULL;
  pending->is_done = TRUE;
}

static void
tasks_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (TallyfyTaskPage) page
      = tallyfy_client_list_tasks_finish (pending->client, result, &pending->outcome->error);

  pending->outcome->seen = page != NULL ? seen_page (page) : NULL;
  pending->is_done = TRUE;
}

static void
task_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (TallyfyTask) task
      = tallyfy_client_get_task_finish (pending->client, result, &pending->outcome->error);

  pending->outcome->seen = task != NULL ? seen_task (task) : NULL;
  pending->is_done = TRUE;
}

static void
archive_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;

  tallyfy_client_archive_task_finish (pending->client, result, &pending->outcome->error);
  pending->is_done = TRUE;
}

static void
restore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;

  tallyfy_client_restore_task_finish (pending->client, result, &pending->outcome->error);
  pending->is_done = TRUE;
}

static void
delete_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;

  tallyfy_client_delete_task_permanently_finish (pending->client, result, &pending->outcome->error);
  pending->is_done = TRUE;
}

static const char *
get_parameter (JsonObject *query, const char *name)
{
  return query != NULL ? json_object_get_string_member_with_default (query, name, NULL) : NULL;
}

static void
list_tasks (Pending *pending, const char *organization, const char *user, JsonObject *parameters)
{
  const char *one_off = get_parameter (parameters, "is_oneoff");
  const char *page = get_parameter (parameters, "page");
  const char *per_page = get_parameter (parameters, "per_page");
  const TallyfyTaskQuery query = {
    .user_id = user != NULL ? g_ascii_strtoll (user, NULL, 10) : 0,
    .status = get_parameter (parameters, "status"),
    .archived = get_parameter (parameters, "archived"),
    .one_off = one_off == NULL ? -1 : g_str_equal (one_off, "true"),
    .text = get_parameter (parameters, "q"),
    .sort = get_parameter (parameters, "sort"),
    .with = get_parameter (parameters, "with"),
    .per_page = per_page != NULL ? (guint)g_ascii_strtoull (per_page, NULL, 10) : 0,
  };

  tallyfy_client_list_tasks_async (pending->client, organization, &query,
                                   page != NULL ? (guint)g_ascii_strtoull (page, NULL, 10) : 1,
                                   NULL, tasks_cb, pending);
}

/* @parts: of "/organizations/ORGANIZATION/tasks/TASK…", from ORGANIZATION on. */
static void
call_task (Pending *pending, const char *method, char **parts)
{
  const char *task = parts[2];

  if (g_str_equal (method, "GET") && parts[3] == NULL)
    tallyfy_client_get_task_async (pending->client, parts[0], task, NULL, task_cb, pending);
  else if (g_str_equal (method, "DELETE") && parts[3] == NULL)
    tallyfy_client_archive_task_async (pending->client, parts[0], task, NULL, archive_cb, pending);
  else if (g_str_equal (method, "PUT") && g_strcmp0 (parts[3], "restore") == 0)
    tallyfy_client_restore_task_async (pending->client, parts[0], task, NULL, restore_cb, pending);
  else if (g_str_equal (method, "DELETE") && g_strcmp0 (parts[3], "delete") == 0)
    tallyfy_client_delete_task_permanently_async (pending->client, parts[0], task, NULL, delete_cb,
                                                  pending);
  else
    g_error ("The client has no call for %s of a task", method);
}

void
contract_call (TallyfyClient *client, JsonObject *call, ContractOutcome *outcome)
{
  Pending pending = { .client = client, .outcome = outcome };
  const char *method = json_object_get_string_member (call, "method");
  const char *path = json_object_get_string_member (call, "path");
  JsonObject *query = json_object_has_member (call, "query")
                          ? json_object_get_object_member (call, "query")
                          : NULL;
  g_auto (GStrv) parts = g_strsplit (path + 1, "/", -1);
  const guint n_parts = g_strv_length (parts);

  if (g_str_equal (path, "/me"))
    tallyfy_client_get_me_async (client, NULL, me_cb, &pending);
  else if (g_str_equal (path, "/me/organizations"))
    tallyfy_client_list_organizations_async (client, NULL, organizations_cb, &pending);
  else if (n_parts == 3 && g_str_equal (parts[2], "users"))
    tallyfy_client_list_users_async (client, parts[1], NULL, users_cb, &pending);
  else if (n_parts == 3 && g_str_equal (parts[2], "tasks"))
    list_tasks (&pending, parts[1], NULL, query);
  else if (n_parts == 5 && g_str_equal (parts[2], "users"))
    list_tasks (&pending, parts[1], parts[3], query);
  else if (n_parts >= 4 && g_str_equal (parts[2], "tasks"))
    call_task (&pending, method, parts + 1);
  else
    g_error ("The client has no call for %s", path);
  while (!pending.is_done)
    g_main_context_iteration (NULL, TRUE);
}

void
contract_outcome_clear (ContractOutcome *outcome)
{
  g_clear_pointer (&outcome->seen, json_node_unref);
  g_clear_error (&outcome->error);
}
