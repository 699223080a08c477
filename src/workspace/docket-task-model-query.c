/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How the list of tasks is read, and read anew. */
#include "workspace/docket-held.h"
#include "workspace/docket-mark.h"
#include "workspace/docket-spans.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-query.h"

/* So many rows come with the query itself: more than a screen shows. */
#define N_FIRST 60
/* More changes than this are one change of everything between the first and the last. */
#define MOST_SPANS 64

/* Gives rows to the objects that wait for them. With @make, objects are made for the others and
 * kept until the list was told, so that it finds them filled. */
static GPtrArray *
hand_out (DocketTaskModel *self, GPtrArray *data, gboolean make)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < data->len; i++)
    {
      DocketTaskData *row = g_steal_pointer (&data->pdata[i]);
      DocketTask *task = docket_held_find (self->objects, row->row);

      docket_kept_correct (self->kept, row);
      if (task == NULL && make)
        {
          task = docket_task_new ();
          docket_held_add (self->objects, row->row, task);
        }
      if (task == NULL)
        docket_task_data_free (row);
      else
        {
          docket_task_fill (task, row);
          g_ptr_array_add (held, task);
        }
    }
  g_ptr_array_set_size (data, 0);
  return held;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketTaskModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) data
      = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (data != NULL)
    g_ptr_array_unref (hand_out (self, data, FALSE));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("Rows could not be read: %s", error->message);
}

/* @live: (transfer full) */
static DocketTaskQuery *
make_query (DocketTaskModel *self, GArray *live)
{
  DocketTaskQuery *query = g_new0 (DocketTaskQuery, 1);

  query->view = self->view;
  query->process_id = g_strdup (self->process_id);
  query->search = g_strdup (self->search);
  query->order = self->order;
  query->tidy_days = docket_cache_get_tidy_days (self->cache);
  query->now = g_date_time_new_now_local ();
  query->live = live;
  query->n_first = N_FIRST;
  return query;
}

static gboolean
load_cb (gpointer user_data)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (user_data);
  DocketTaskQuery *query = make_query (self, g_steal_pointer (&self->wanted));

  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->load_source = 0;
  docket_database_run_async (docket_cache_get_database (self->cache), G_PRIORITY_HIGH - 1,
                             docket_task_rows_job, query, (GDestroyNotify)docket_task_query_free,
                             (GDestroyNotify)g_ptr_array_unref, NULL, loaded_cb,
                             g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
docket_task_model_want_row (DocketTaskModel *self, gint64 row)
{
  g_array_append_val (self->wanted, row);
  if (self->load_source == 0)
    self->load_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, load_cb, self, NULL);
}

static void
update_groups (DocketTaskModel *self, const guint *group_sizes)
{
  for (guint i = 0; i < DOCKET_N_GROUPS; i++)
    {
      g_autoptr (DocketGroup) group
          = docket_held_find (self->objects, docket_task_entry_from_group (i));

      self->group_sizes[i] = group_sizes[i];
      if (group != NULL)
        docket_group_set_n_tasks (group, group_sizes[i]);
    }
}

static void
set_n_tasks (DocketTaskModel *self, guint n_tasks)
{
  if (self->n_tasks == n_tasks)
    return;
  self->n_tasks = n_tasks;
  g_object_notify (G_OBJECT (self), "n-tasks");
}

static gboolean
time_changed_cb (gpointer user_data)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (user_data);

  self->change_source = 0;
  docket_cache_note_time (self->cache);
  return G_SOURCE_REMOVE;
}

/* Seconds of the wall clock; a sleeping computer makes it late by a minute at most. */
static void
plan_change (DocketTaskModel *self, gint64 when)
{
  gint64 seconds = when - g_get_real_time () / G_USEC_PER_SEC;

  g_clear_handle_id (&self->change_source, g_source_remove);
  self->change_source
      = g_timeout_add_seconds ((guint)CLAMP (seconds, 1, 3600), time_changed_cb, self);
}

static void run_query (DocketTaskModel *self, gboolean fresh, gboolean whole);

/* Of what is found at first it is not known how many there are in the end. */
static void
show_counts (DocketTaskModel *self, const DocketTaskQueryResult *result)
{
  guint group_sizes[G_N_ELEMENTS (self->group_sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (group_sizes); i++)
    group_sizes[i] = result->partial ? MAX (self->group_sizes[i], result->group_sizes[i])
                                     : result->group_sizes[i];
  update_groups (self, group_sizes);
}

/* What the person has done, and the cache does not have yet. */
static void
apply (DocketTaskModel *self, GArray *entries, guint *group_sizes, guint *n_tasks)
{
  docket_hidden_filter (self->hidden, entries, group_sizes, n_tasks);
  docket_kept_apply (self->kept, self->list, entries, group_sizes, n_tasks);
}

static void
show (DocketTaskModel *self, DocketTaskQueryResult *result)
{
  const gint64 begin = docket_mark_begin ();
  const gboolean is_search = self->search != NULL && *self->search != '\0';
  g_autoptr (GPtrArray) held = hand_out (self, result->data, TRUE);

  apply (self, result->entries, result->group_sizes, &result->n_tasks);
  show_counts (self, result);
  docket_spans_apply (self->entries, result->entries, self->replace ? 0 : MOST_SPANS,
                      G_LIST_MODEL (self));
  docket_mark_end (begin, "rows into the list", NULL);
  self->replace = FALSE;
  plan_change (self, result->next_change);
  if (!result->partial || self->n_tasks == 0)
    set_n_tasks (self, result->n_tasks);
  g_clear_pointer (&self->base, g_array_unref);
  if (is_search)
    self->base
        = result->base != NULL ? g_steal_pointer (&result->base) : g_array_copy (result->entries);
}

/* What comes after an answer: all that a search finds behind its first rows, or what has changed.
 */
static void
go_on (DocketTaskModel *self, gboolean partial)
{
  if (partial)
    run_query (self, FALSE, TRUE);
  else if (self->stale)
    run_query (self, TRUE, TRUE);
  else
    g_object_notify (G_OBJECT (self), "busy");
}

static void
queried_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (DocketTaskModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketTaskQueryResult) result
      = docket_database_run_finish (DOCKET_DATABASE (source), async_result, &error);
  const gboolean partial = result != NULL && result->partial;
  GCancellable *query = self->query;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* With the first rows of a search it goes on being busy. */
  if (!partial)
    g_clear_object (&self->query);
  if (result != NULL)
    show (self, result);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("The list could not be read: %s", error->message);
  /* Whoever heard of it may have asked for something else. */
  if (self->query != (partial ? query : NULL))
    return;
  g_clear_object (&self->query);
  go_on (self, partial);
}

/* @fresh: read from the cache what the view has, and not only what is found of it. */
static void
run_query (DocketTaskModel *self, gboolean fresh, gboolean whole)
{
  DocketTaskQuery *query;

  if (fresh)
    {
      self->stale = FALSE;
      g_clear_pointer (&self->base, g_array_unref);
      docket_hidden_begin_query (self->hidden);
      docket_kept_begin_query (self->kept);
    }
  query = make_query (self, docket_held_collect_rows (self->objects));
  query->base = self->base != NULL ? g_array_ref (self->base) : NULL;
  query->whole = whole;
  self->query = g_cancellable_new ();
  docket_database_run_async (docket_cache_get_database (self->cache), G_PRIORITY_HIGH,
                             docket_task_query_job, query, (GDestroyNotify)docket_task_query_free,
                             (GDestroyNotify)docket_task_query_result_free, self->query, queried_cb,
                             g_object_ref (self));
}

void
docket_task_model_query_again (DocketTaskModel *self)
{
  self->stale = TRUE;
  if (self->query != NULL)
    return;
  run_query (self, TRUE, TRUE);
  g_object_notify (G_OBJECT (self), "busy");
}

/* A query for what is no longer wanted is not waited for. What the view has is known where only the
 * search is another one, or was before the last change of the cache, which is then read behind it.
 */
void
docket_task_model_replace_query (DocketTaskModel *self, gboolean same_view)
{
  const gboolean was_busy = self->query != NULL;

  if (was_busy)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  self->replace = TRUE;
  self->list++;
  run_query (self, !same_view || self->base == NULL, self->whole);
  if (!was_busy)
    g_object_notify (G_OBJECT (self), "busy");
}

/** docket_task_model_apply_hidden: takes what is hidden out at once, and puts in what came back. */
void
docket_task_model_apply_hidden (DocketTaskModel *self)
{
  g_autoptr (GArray) entries = g_array_copy (self->entries);
  guint group_sizes[G_N_ELEMENTS (self->group_sizes)];
  guint n_tasks = self->n_tasks;

  memcpy (group_sizes, self->group_sizes, sizeof group_sizes);
  apply (self, entries, group_sizes, &n_tasks);
  update_groups (self, group_sizes);
  docket_spans_apply (self->entries, entries, MOST_SPANS, G_LIST_MODEL (self));
  set_n_tasks (self, n_tasks);
}
