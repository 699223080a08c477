/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-lists.h"
#include "workspace/docket-workspace-private.h"

/* One task that was asked for from the network. */
typedef struct
{
  gint64 mark;
  TallyfyTask *task;
} Fetch;

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_object (&fetch->task);
  g_free (fetch);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TallyfyTask *loaded = docket_cache_load_task_finish (DOCKET_CACHE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (loaded != NULL)
    g_set_object (&DOCKET_WORKSPACE (g_task_get_source_object (task))->last_task, loaded);
  g_task_return_pointer (task, loaded, g_object_unref);
}

gboolean
docket_workspace_recall_task (DocketWorkspace *self, const char *task_id, TallyfyTask **kept)
{
  g_autoptr (DocketTask) task = NULL;
  guint position;

  *kept = NULL;
  if (self->last_task != NULL && g_strcmp0 (tallyfy_task_get_id (self->last_task), task_id) == 0)
    *kept = self->last_task;
  else if (docket_task_model_find (self->tasks, task_id, &position))
    task = g_list_model_get_item (G_LIST_MODEL (self->tasks), position);
  return *kept != NULL || (task != NULL && docket_task_is_row_only (task));
}

void
docket_workspace_load_task_async (DocketWorkspace *self,
                                  const char *task_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_load_task_async);
  docket_cache_load_task_async (self->cache, task_id,
                                docket_workspace_choose_cancellable (self, cancellable), loaded_cb,
                                task);
}

TallyfyTask *
docket_workspace_load_task_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_load_task_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A cache that cannot be written is no reason to keep back what the server said. */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_debug ("A task could not be kept: %s", error->message);
  g_set_object (&DOCKET_WORKSPACE (g_task_get_source_object (task))->last_task, fetch->task);
  docket_workspace_tell_fetched (g_task_get_source_object (task), fetch->task, fetch->mark);
  g_task_return_pointer (task, g_steal_pointer (&fetch->task), g_object_unref);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;

  fetch->task = tallyfy_client_get_task_finish (TALLYFY_CLIENT (source), result, &error);
  docket_workspace_note_call (self, error);
  if (fetch->task != NULL)
    docket_cache_store_task_async (self->cache, fetch->task, fetch->mark,
                                   g_task_get_cancellable (task), stored_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
docket_workspace_fetch_task_async (DocketWorkspace *self,
                                   const char *task_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_fetch_task_async);
  fetch = g_new0 (Fetch, 1);
  fetch->mark = docket_cache_begin (self->cache);
  g_task_set_task_data (task, fetch, fetch_free);
  tallyfy_client_get_task_async (self->client, docket_account_get_organization_id (self->account),
                                 task_id, docket_workspace_choose_cancellable (self, cancellable),
                                 fetched_cb, task);
}

TallyfyTask *
docket_workspace_fetch_task_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_fetch_task_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
summarized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (DocketCacheSummary) summary
      = docket_cache_summarize_finish (DOCKET_CACHE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, summary != NULL && summary->has_namesake);
}

void
docket_workspace_has_namesake_async (DocketWorkspace *self,
                                     const char *task_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_has_namesake_async);
  docket_cache_summarize_async (self->cache, task_id,
                                docket_workspace_choose_cancellable (self, cancellable),
                                summarized_cb, task);
}

gboolean
docket_workspace_has_namesake_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_has_namesake_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DocketCacheSummary *summary
      = docket_cache_summarize_finish (DOCKET_CACHE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, summary, (GDestroyNotify)docket_cache_summary_free);
}

void
docket_workspace_find_task_async (DocketWorkspace *self,
                                  const char *task_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_workspace_find_task_async);
  g_task_set_task_data (task, g_strdup (task_id), g_free);
  docket_cache_summarize_async (self->cache, task_id,
                                docket_workspace_choose_cancellable (self, cancellable), found_cb,
                                task);
}

gboolean
docket_workspace_find_task_finish (
    DocketWorkspace *self, GAsyncResult *result, char **task_id, gboolean *archived, GError **error)
{
  g_autoptr (DocketCacheSummary) summary = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_find_task_async), FALSE);

  *task_id = g_strdup (g_task_get_task_data (G_TASK (result)));
  summary = g_task_propagate_pointer (G_TASK (result), error);
  if (summary == NULL)
    return FALSE;
  *archived = summary->archived;
  return TRUE;
}

void
docket_workspace_set_tidy_days (DocketWorkspace *self, guint days)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  docket_cache_set_tidy_days (self->cache, days);
}

const char *
docket_workspace_get_person_name (DocketWorkspace *self, const char *id)
{
  const char *name = NULL;
  g_autofree char *own = NULL;
  GPtrArray *contacts;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  contacts = self->overview->contacts;
  if (self->overview->people != NULL)
    name = g_hash_table_lookup (self->overview->people, id);
  own = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (self->account));
  if (name == NULL && g_str_equal (own, id))
    name = docket_account_get_user_name (self->account);
  for (guint i = 0; name == NULL && contacts != NULL && i < contacts->len; i++)
    if (g_str_equal (((const DocketContact *)contacts->pdata[i])->id, id))
      name = ((const DocketContact *)contacts->pdata[i])->name;
  return name;
}
