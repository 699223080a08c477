/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What can be asked of the cache. */
#include "workspace/docket-cache-private.h"
#include "workspace/docket-cache-read.h"

void
docket_cache_load_task_async (DocketCache *self,
                              const char *task_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  docket_cache_ask (self, docket_cache_load_task_async, docket_cache_load_task_job,
                    g_strdup (task_id), g_object_unref, cancellable, callback, user_data);
}

TallyfyTask *
docket_cache_load_task_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_cache_summary_free (DocketCacheSummary *summary)
{
  g_free (summary->title);
  g_free (summary->process_id);
  g_free (summary);
}

void
docket_cache_summarize_async (DocketCache *self,
                              const char *task_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  docket_cache_ask (self, docket_cache_summarize_async, docket_cache_summarize_job,
                    g_strdup (task_id), (GDestroyNotify)docket_cache_summary_free, cancellable,
                    callback, user_data);
}

DocketCacheSummary *
docket_cache_summarize_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_cache_list_namesakes_async (DocketCache *self,
                                   const char *title,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  docket_cache_ask (self, docket_cache_list_namesakes_async, docket_cache_list_namesakes_job,
                    g_strdup (title), (GDestroyNotify)g_strfreev, cancellable, callback, user_data);
}

GStrv
docket_cache_list_namesakes_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_cache_overview_free (DocketCacheOverview *overview)
{
  g_clear_pointer (&overview->people, g_hash_table_unref);
  g_clear_pointer (&overview->contacts, g_ptr_array_unref);
  g_clear_pointer (&overview->tags, g_ptr_array_unref);
  g_free (overview);
}

void
docket_cache_overview_async (DocketCache *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  docket_cache_ask_later (self, docket_cache_overview_async, docket_cache_overview_job,
                          g_memdup2 (&self->tidy_days, sizeof self->tidy_days),
                          (GDestroyNotify)docket_cache_overview_free, cancellable, callback,
                          user_data);
}

void
docket_cache_outline_async (DocketCache *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  docket_cache_ask (self, docket_cache_outline_async, docket_cache_outline_job, NULL,
                    (GDestroyNotify)docket_cache_overview_free, cancellable, callback, user_data);
}

DocketCacheOverview *
docket_cache_overview_finish (DocketCache *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
