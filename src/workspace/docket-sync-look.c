/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync-look.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-pages.h"

#define CONTENT "run,tags,summary,threads,form_fields"

/* The list without archived tasks comes first: it is what a person waits for. */
const TallyfyTaskQuery docket_sync_lists[DOCKET_SYNC_N_LISTS] = {
  { .one_off = -1, .sort = "newest", .with = CONTENT, .patient = TRUE },
  { .one_off = -1, .sort = "newest", .with = CONTENT, .archived = "only", .patient = TRUE },
};

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  guint list;
  DocketPages *pages; /* of this list */
  GDateTime *last;    /* nullable: when the last task that was read was changed */
  DocketSyncLook look;
} Looking;

/* A page that is being stored. */
typedef struct
{
  GTask *task;
  guint number;
} Storing;

static void begin_list (GTask *task);

static void
looking_free (gpointer data)
{
  Looking *looking = data;

  g_object_unref (looking->client);
  g_object_unref (looking->cache);
  g_free (looking->organization_id);
  g_clear_object (&looking->pages);
  g_clear_pointer (&looking->last, g_date_time_unref);
  g_free (looking);
}

/* The server says when a task was changed last; whether it sorts by that, its answers tell alone.
 */
static void
check_order (Looking *looking, GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      GDateTime *updated = tallyfy_task_get_last_updated (tasks->pdata[i]);

      if (updated == NULL
          || (looking->last != NULL && g_date_time_compare (updated, looking->last) > 0))
        looking->look.in_order = FALSE;
      if (updated == NULL)
        continue;
      g_date_time_ref (updated);
      g_clear_pointer (&looking->last, g_date_time_unref);
      looking->last = updated;
    }
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Storing *storing = user_data;
  g_autoptr (GTask) task = storing->task;
  Looking *looking = g_task_get_task_data (task);
  GError *error = NULL;
  const gboolean any_new = docket_cache_store_page_finish (DOCKET_CACHE (source), result, &error);

  if (error != NULL)
    docket_pages_fail (looking->pages, error);
  else
    docket_pages_taken (looking->pages, storing->number, any_new && looking->look.in_order);
}

static void
take_page (DocketPages *pages, const DocketPage *page, gpointer user_data)
{
  GTask *task = user_data;
  Looking *looking = g_task_get_task_data (task);
  Storing *storing = g_new (Storing, 1);

  check_order (looking, page->items);
  storing->task = g_object_ref (task);
  storing->number = page->number;
  docket_cache_store_page_async (looking->cache, page->items, page->mark,
                                 g_task_get_cancellable (task), stored_cb, storing);
}

static void
dated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
list_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Looking *looking = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_pages_read_finish (looking->pages, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  looking->look.totals[looking->list] = docket_pages_get_total (looking->pages);
  looking->list++;
  if (looking->list < DOCKET_SYNC_N_LISTS)
    begin_list (task);
  else
    docket_cache_set_last_sync_async (looking->cache, g_get_real_time () / G_USEC_PER_SEC, dated_cb,
                                      g_object_ref (task));
}

static void
begin_list (GTask *task)
{
  Looking *looking = g_task_get_task_data (task);

  g_clear_object (&looking->pages);
  g_clear_pointer (&looking->last, g_date_time_unref);
  looking->pages = docket_pages_new_tasks (looking->client, looking->organization_id,
                                           &docket_sync_lists[looking->list], 1, take_page, task);
  docket_pages_set_cache (looking->pages, looking->cache);
  docket_pages_read_async (looking->pages, g_task_get_cancellable (task), list_read_cb,
                           g_object_ref (task));
}

void
docket_sync_look_async (TallyfyClient *client,
                        DocketCache *cache,
                        const char *organization_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Looking *looking = g_new0 (Looking, 1);

  g_task_set_source_tag (task, docket_sync_look_async);
  looking->client = g_object_ref (client);
  looking->cache = g_object_ref (cache);
  looking->organization_id = g_strdup (organization_id);
  looking->look.in_order = TRUE;
  g_task_set_task_data (task, looking, looking_free);
  begin_list (task);
}

gboolean
docket_sync_look_finish (GAsyncResult *result, DocketSyncLook *look, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_look_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *look = ((Looking *)g_task_get_task_data (G_TASK (result)))->look;
  return TRUE;
}
