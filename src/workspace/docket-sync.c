/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-cache-pass.h"
#include "workspace/docket-pages.h"
#include "workspace/docket-sync-check.h"
#include "workspace/docket-sync-lists.h"
#include "workspace/docket-sync-look.h"

/* So many pages tell how fast it goes. */
#define ENOUGH_PAGES 5

struct _DocketSync
{
  GObject parent_instance;

  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  guint n_at_once;
  DocketSyncProgress progress;
  gpointer user_data;

  GTask *task;        /* nullable: while it runs */
  guint list;         /* that is being read */
  DocketPages *pages; /* of this list; nullable */
  GPtrArray *waiting; /* of Storing: pages that come while others are being stored */
  gboolean storing;
  gboolean paused;
  gboolean complete; /* nothing was missed so far */
  gboolean quiet;    /* and nothing moved */
  gboolean has_members;
  guint n_before; /* tasks of the lists that are done */
  gint64 begin;   /* monotonic time of the first page that was stored here */
  guint n_stored; /* pages since then */
};

G_DEFINE_FINAL_TYPE (DocketSync, docket_sync, G_TYPE_OBJECT)

/* A page that has come. */
typedef struct
{
  guint number;
  gint64 mark;
  GPtrArray *tasks;
} Storing;

/* Pages that are being stored together. */
typedef struct
{
  DocketSync *sync;
  GPtrArray *pages; /* of Storing */
} Batch;

static void
storing_free (gpointer data)
{
  Storing *storing = data;

  g_ptr_array_unref (storing->tasks);
  g_free (storing);
}

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->sync);
  g_ptr_array_unref (batch->pages);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static void begin_list (DocketSync *self);

static void
docket_sync_finalize (GObject *object)
{
  DocketSync *self = DOCKET_SYNC (object);

  g_clear_object (&self->client);
  g_clear_object (&self->cache);
  g_free (self->organization_id);
  g_clear_object (&self->pages);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (docket_sync_parent_class)->finalize (object);
}

static void
docket_sync_class_init (DocketSyncClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_sync_finalize;
}

static void
docket_sync_init (DocketSync *self)
{
  self->waiting = g_ptr_array_new_with_free_func (storing_free);
  self->complete = TRUE;
  self->quiet = TRUE;
}

DocketSync *
docket_sync_new (TallyfyClient *client,
                 DocketCache *cache,
                 const char *organization_id,
                 guint n_at_once,
                 DocketSyncProgress progress,
                 gpointer user_data)
{
  DocketSync *self = g_object_new (DOCKET_TYPE_SYNC, NULL);

  self->client = g_object_ref (client);
  self->cache = g_object_ref (cache);
  self->organization_id = g_strdup (organization_id);
  self->n_at_once = n_at_once;
  self->progress = progress;
  self->user_data = user_data;
  return self;
}

/* @error: (transfer full) (nullable) */
static void
end (DocketSync *self, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
dated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSync) self = user_data;
  GError *error = NULL;

  docket_cache_change_finish (DOCKET_CACHE (source), result, &error);
  end (self, error);
}

static void
set_date (DocketSync *self)
{
  docket_cache_set_last_sync_async (self->cache, g_get_real_time () / G_USEC_PER_SEC, dated_cb,
                                    g_object_ref (self));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSync) self = user_data;
  GError *error = NULL;

  if (docket_sync_check_finish (result, &error))
    set_date (self);
  else
    end (self, error);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSync) self = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    set_date (self);
  else
    end (self, error);
}

static void
end_pass (DocketSync *self)
{
  static const char *const none[] = { NULL };
  GCancellable *cancellable = g_task_get_cancellable (self->task);

  if (self->complete)
    docket_sync_check_async (self->client, self->cache, self->organization_id, self->quiet,
                             cancellable, checked_cb, g_object_ref (self));
  else
    docket_cache_finish_pass_async (self->cache, none, FALSE, cancellable, finished_cb,
                                    g_object_ref (self));
}

/* They are in the cache. How far they are is where a later pass goes on. @error: (transfer full)
 * (nullable): they are not */
static void
end_batch (Batch *batch, GError *error)
{
  DocketSync *self = batch->sync;
  g_autoptr (DocketPages) pages = g_object_ref (self->pages);
  g_autoptr (GError) owned = error;

  for (guint i = 0; i < batch->pages->len; i++)
    if (owned != NULL)
      docket_pages_fail (pages, g_error_copy (owned));
    else
      docket_pages_taken (pages, ((Storing *)batch->pages->pdata[i])->number, TRUE);
  if (owned == NULL && self->pages == pages && docket_pages_get_n_taken (pages) > 0)
    docket_cache_note_pass (self->cache, self->list, docket_pages_get_n_taken (pages));
}

/* Who may not list the members still sees the tasks. */
static void
members_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Batch) batch = user_data;
  GError *error = NULL;

  docket_sync_lists_finish (result, &error);
  end_batch (batch, error);
}

static void store_waiting (DocketSync *self);

/* The members come once the first page can be seen. */
static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Batch) batch = user_data;
  DocketSync *self = batch->sync;
  GError *error = NULL;

  docket_cache_store_page_finish (DOCKET_CACHE (source), result, &error);
  self->storing = FALSE;
  store_waiting (self);
  if (error == NULL)
    {
      if (self->n_stored == 0)
        self->begin = g_get_monotonic_time ();
      self->n_stored += batch->pages->len;
      self->progress (self, self->user_data);
    }
  if (error != NULL || self->has_members)
    {
      end_batch (batch, error);
      return;
    }
  self->has_members = TRUE;
  docket_sync_lists_async (self->client, self->cache, self->organization_id, DOCKET_LIST_MEMBERS,
                           g_task_get_cancellable (self->task), members_cb,
                           g_steal_pointer (&batch));
}

/* What has come is stored together: the same parts of the file change with each page. */
static void
store_waiting (DocketSync *self)
{
  g_autoptr (GPtrArray) tasks = NULL;
  gint64 mark = G_MAXINT64;
  Batch *batch;

  if (self->storing || self->waiting->len == 0)
    return;
  self->storing = TRUE;
  batch = g_new (Batch, 1);
  batch->sync = g_object_ref (self);
  batch->pages = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new_with_free_func (storing_free);
  tasks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < batch->pages->len; i++)
    {
      const Storing *storing = batch->pages->pdata[i];

      mark = MIN (mark, storing->mark);
      g_ptr_array_extend (tasks, storing->tasks, (GCopyFunc)g_object_ref, NULL);
    }
  docket_cache_store_page_async (self->cache, tasks, mark, g_task_get_cancellable (self->task),
                                 stored_cb, batch);
}

static void
take_page (DocketPages *pages, const DocketPage *page, gpointer user_data)
{
  DocketSync *self = user_data;
  Storing *storing = g_new (Storing, 1);

  storing->number = page->number;
  storing->mark = page->mark;
  storing->tasks = g_ptr_array_ref (page->items);
  g_ptr_array_add (self->waiting, storing);
  store_waiting (self);
}

static void
list_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSync) self = user_data;
  GError *error = NULL;

  if (!docket_pages_read_finish (self->pages, result, &error))
    {
      end (self, error);
      return;
    }
  self->complete = self->complete && docket_pages_is_complete (self->pages);
  self->quiet = self->quiet && docket_pages_is_quiet (self->pages);
  self->n_before += docket_pages_get_n_known (self->pages);
  self->list++;
  g_clear_object (&self->pages);
  docket_cache_note_pass (self->cache, self->list, 0);
  begin_list (self);
}

static void
begin_list (DocketSync *self)
{
  const DocketCachePass *pass = docket_cache_get_pass (self->cache);

  if (self->list >= DOCKET_SYNC_N_LISTS)
    {
      end_pass (self);
      return;
    }
  self->pages
      = docket_pages_new_tasks (self->client, self->organization_id, &docket_sync_lists[self->list],
                                self->n_at_once, take_page, self);
  docket_pages_set_cache (self->pages, self->cache);
  if (pass->page > 0)
    docket_pages_resume (self->pages, pass->page);
  docket_pages_set_paused (self->pages, self->paused);
  docket_pages_read_async (self->pages, g_task_get_cancellable (self->task), list_read_cb,
                           g_object_ref (self));
}

/* What moved before a pass is gone on with nobody has seen. */
void
docket_sync_run_async (DocketSync *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_SYNC (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, docket_sync_run_async);
  if (docket_cache_get_pass (self->cache)->mark != 0)
    self->quiet = FALSE;
  else
    docket_cache_begin_pass (self->cache);
  self->list = docket_cache_get_pass (self->cache)->list;
  begin_list (self);
}

gboolean
docket_sync_run_finish (DocketSync *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_sync_set_n_at_once (DocketSync *self, guint n_at_once)
{
  self->n_at_once = n_at_once;
  if (self->pages != NULL)
    docket_pages_set_n_at_once (self->pages, n_at_once);
}

void
docket_sync_set_paused (DocketSync *self, gboolean paused)
{
  self->paused = paused;
  if (self->pages != NULL)
    docket_pages_set_paused (self->pages, paused);
}

guint
docket_sync_get_n_loaded (DocketSync *self)
{
  return self->n_before + (self->pages != NULL ? docket_pages_get_n_known (self->pages) : 0);
}

guint
docket_sync_get_n_expected (DocketSync *self)
{
  const gint64 total = self->pages != NULL ? docket_pages_get_total (self->pages) : 0;

  if (total < 0)
    return 0;
  return MAX (self->n_before + (guint)MIN (total, G_MAXINT), docket_sync_get_n_loaded (self));
}

gint64
docket_sync_get_time_left (DocketSync *self)
{
  guint n_pages;
  gint64 each;

  if (self->pages == NULL || self->n_stored < ENOUGH_PAGES)
    return -1;
  n_pages = docket_pages_get_n_left (self->pages);
  each = (g_get_monotonic_time () - self->begin) / self->n_stored;
  return MAX (n_pages * each, tallyfy_client_estimate (self->client, n_pages)) / G_USEC_PER_SEC;
}
