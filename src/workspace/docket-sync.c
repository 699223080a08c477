/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sync.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-cache-pass.h"

/* All that the list shows or search looks in. */
#define CONTENT "run,tags,summary,threads,form_fields"

/* The list without archived tasks comes first: it is what a person waits for. The API has no filter
 * "changed since", so a pass reads everything; the latest activity first. */
static const TallyfyTaskQuery queries[] = {
  { .one_off = -1, .sort = "newest", .with = CONTENT },
  { .one_off = -1, .sort = "newest", .with = CONTENT, .archived = "only" },
};

typedef struct
{
  TallyfyClient *client;
  DocketCache *cache;
  char *organization_id;
  DocketSyncProgress progress;
  gpointer progress_data;

  gint64 mark;
  guint list;         /* index of the query that is being read */
  guint page;         /* that was asked for last, from 1 */
  GHashTable *seen;   /* IDs of this list: rows move between pages */
  guint n_malformed;  /* entries of this list that could not be read */
  gint64 total;       /* of this list, as its last page said; -1 = not said */
  guint n_before;     /* tasks of the lists that are done */
  gboolean more;      /* this list has another page */
  gboolean complete;  /* nothing was missed so far */
  gboolean has_users; /* the members were asked for */
} Pass;

static void ask_for_page (GTask *task);

static void
pass_free (gpointer data)
{
  Pass *pass = data;

  g_object_unref (pass->client);
  g_object_unref (pass->cache);
  g_free (pass->organization_id);
  g_hash_table_unref (pass->seen);
  g_free (pass);
}

static void
tell_progress (Pass *pass)
{
  guint n_here = g_hash_table_size (pass->seen);
  guint n_total = pass->total > 0 ? (guint)MIN (pass->total, G_MAXINT) : 0;

  pass->progress (pass->n_before + n_here,
                  pass->total < 0 ? 0 : pass->n_before + MAX (n_total, n_here),
                  pass->progress_data);
}

/* Adds a page's tasks to what was seen. Returns whether any was new. */
static gboolean
note_page (Pass *pass, TallyfyTaskPage *page)
{
  GPtrArray *tasks = tallyfy_task_page_get_tasks (page);
  gboolean any_new = FALSE;

  for (guint i = 0; i < tasks->len; i++)
    if (g_hash_table_add (pass->seen, g_strdup (tallyfy_task_get_id (tasks->pdata[i]))))
      any_new = TRUE;
  pass->n_malformed += tallyfy_task_page_get_errors (page)->len;
  pass->total = tallyfy_task_page_get_total (page);
  return any_new;
}

/* A row that moved while the pages were read may have been missed; then fewer are known than there
 * are. */
static void
end_list (Pass *pass)
{
  gint64 n_known = (gint64)g_hash_table_size (pass->seen) + pass->n_malformed;

  if (pass->more || n_known < pass->total)
    pass->complete = FALSE;
  pass->n_before += g_hash_table_size (pass->seen);
  g_hash_table_remove_all (pass->seen);
  pass->n_malformed = 0;
  pass->page = 0;
  pass->list++;
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
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    docket_cache_set_last_sync_async (pass->cache, g_get_real_time () / G_USEC_PER_SEC, dated_cb,
                                      g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
end_pass (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (pass->complete)
    docket_cache_finish_pass_async (pass->cache, NULL, g_task_get_cancellable (task), swept_cb,
                                    g_object_ref (task));
  else
    docket_cache_set_last_sync_async (pass->cache, g_get_real_time () / G_USEC_PER_SEC, dated_cb,
                                      g_object_ref (task));
}

static void
users_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    ask_for_page (task);
  else
    g_task_return_error (task, error);
}

/* Who may not list the members still sees the tasks: only what would stop the next page too ends
 * the pass. */
static void
users_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) users
      = tallyfy_client_list_users_finish (TALLYFY_CLIENT (source), result, &error);

  if (users != NULL)
    docket_cache_store_users_async (pass->cache, users, g_task_get_cancellable (task),
                                    users_stored_cb, g_object_ref (task));
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT)
           || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_debug ("The members could not be listed: %s", error->message);
      g_clear_error (&error);
      ask_for_page (task);
    }
}

/* What comes after a page: the members once the first page can be seen, the next page, the next
 * list, the end. */
static void
go_on (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (!pass->more)
    end_list (pass);
  if (!pass->has_users)
    {
      pass->has_users = TRUE;
      tallyfy_client_list_users_async (pass->client, pass->organization_id,
                                       g_task_get_cancellable (task), users_cb,
                                       g_object_ref (task));
    }
  else
    ask_for_page (task);
}

static void
page_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  tell_progress (g_task_get_task_data (task));
  go_on (task);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Pass *pass = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTaskPage) page
      = tallyfy_client_list_tasks_finish (TALLYFY_CLIENT (source), result, &error);

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  pass->more = tallyfy_task_page_has_next (page);
  if (!note_page (pass, page) && pass->more)
    {
      /* A server that gives the same page again and again would never come to an end. */
      pass->complete = FALSE;
      pass->more = FALSE;
    }
  docket_cache_store_page_async (pass->cache, tallyfy_task_page_get_tasks (page), pass->mark,
                                 g_task_get_cancellable (task), page_stored_cb,
                                 g_object_ref (task));
}

static void
ask_for_page (GTask *task)
{
  Pass *pass = g_task_get_task_data (task);

  if (pass->list == G_N_ELEMENTS (queries))
    {
      end_pass (task);
      return;
    }
  tallyfy_client_list_tasks_async (pass->client, pass->organization_id, &queries[pass->list],
                                   ++pass->page, g_task_get_cancellable (task), page_cb,
                                   g_object_ref (task));
}

void
docket_sync_async (TallyfyClient *client,
                   DocketCache *cache,
                   const char *organization_id,
                   DocketSyncProgress progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Pass *pass = g_new0 (Pass, 1);

  g_task_set_source_tag (task, docket_sync_async);
  pass->client = g_object_ref (client);
  pass->cache = g_object_ref (cache);
  pass->organization_id = g_strdup (organization_id);
  pass->progress = progress;
  pass->progress_data = progress_data;
  pass->mark = docket_cache_begin_pass (cache);
  pass->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pass->complete = TRUE;
  g_task_set_task_data (task, pass, pass_free);
  ask_for_page (task);
}

gboolean
docket_sync_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sync_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
