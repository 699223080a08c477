/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-model.h"

#include "workspace/docket-held.h"
#include "workspace/docket-spans.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-query.h"

/* So many rows come with the query itself: more than a screen shows. */
#define N_FIRST 60
/* More changes than this are one change of everything between the first and the last. */
#define MOST_SPANS 64

struct _DocketTaskModel
{
  GObject parent_instance;

  DocketCache *cache;
  DocketView view;
  DocketOrder order;
  char *process_id; /* whose tasks it shows in place of a view; nullable */
  char *search;

  GArray *entries;     /* of gint64 */
  GHashTable *objects; /* docket_held_new(): of DocketTask and DocketGroup, by entry */
  DocketHidden *hidden;
  guint n_tasks;
  guint group_sizes[DOCKET_N_GROUPS];

  GCancellable *query; /* of the query under way */
  gboolean again;      /* the cache changed while it ran */
  gboolean replace;    /* it is for another view or search: nothing is to be kept in place */
  GArray *wanted;      /* rows that were asked for and are not loaded */
  guint load_source;
  guint change_source; /* at the next deadline or midnight */
};

static void docket_task_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketTaskModel,
                               docket_task_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      docket_task_model_iface_init))

typedef enum
{
  PROP_VIEW = 1,
  PROP_SEARCH,
  PROP_BUSY,
  PROP_N_TASKS,
} DocketTaskModelProperty;

static GParamSpec *properties[PROP_N_TASKS + 1];

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

static void
want_row (DocketTaskModel *self, gint64 row)
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TASKS]);
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

static void
queried_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (DocketTaskModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketTaskQueryResult) result
      = docket_database_run_finish (DOCKET_DATABASE (source), async_result, &error);
  g_autoptr (GPtrArray) held = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->query);
  if (result == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
        g_message ("The list could not be read: %s", error->message);
    }
  else
    {
      held = hand_out (self, result->data, TRUE);
      docket_hidden_filter (self->hidden, result->entries, result->group_sizes, &result->n_tasks);
      update_groups (self, result->group_sizes);
      docket_spans_apply (self->entries, result->entries, self->replace ? 0 : MOST_SPANS,
                          G_LIST_MODEL (self));
      self->replace = FALSE;
      plan_change (self, result->next_change);
      set_n_tasks (self, result->n_tasks);
    }
  if (self->again)
    docket_task_model_query_again (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
docket_task_model_query_again (DocketTaskModel *self)
{
  gboolean was_busy = docket_task_model_get_busy (self);
  DocketTaskQuery *query;

  self->again = self->query != NULL;
  if (self->query != NULL)
    return;
  docket_hidden_begin_query (self->hidden);
  query = make_query (self, docket_held_collect_rows (self->objects));
  self->query = g_cancellable_new ();
  docket_database_run_async (docket_cache_get_database (self->cache), G_PRIORITY_HIGH,
                             docket_task_query_job, query, (GDestroyNotify)docket_task_query_free,
                             (GDestroyNotify)docket_task_query_result_free, self->query, queried_cb,
                             g_object_ref (self));
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* A query for what is no longer wanted is not waited for. */
static void
replace_query (DocketTaskModel *self)
{
  gboolean was_busy = self->query != NULL;

  if (was_busy)
    g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  self->replace = TRUE;
  docket_task_model_query_again (self);
}

static GType
docket_task_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
docket_task_model_get_n_items (GListModel *model)
{
  return DOCKET_TASK_MODEL (model)->entries->len;
}

static gpointer
docket_task_model_get_item (GListModel *model, guint position)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (model);
  gint64 entry;
  gpointer object;

  if (position >= self->entries->len)
    return NULL;
  entry = g_array_index (self->entries, gint64, position);
  object = docket_held_find (self->objects, entry);
  if (object != NULL)
    return object;
  if (docket_task_entry_is_group (entry))
    {
      DocketGroupKind kind = docket_task_entry_group (entry);

      object = docket_group_new (kind, self->group_sizes[kind]);
    }
  else
    {
      object = docket_task_new ();
      want_row (self, entry);
    }
  docket_held_add (self->objects, entry, object);
  return object;
}

static void
docket_task_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = docket_task_model_get_item_type;
  iface->get_n_items = docket_task_model_get_n_items;
  iface->get_item = docket_task_model_get_item;
}

static void
docket_task_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (object);

  switch ((DocketTaskModelProperty)id)
    {
    case PROP_VIEW:
      g_value_set_int (value, (int)self->view);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, docket_task_model_get_busy (self));
      break;
    case PROP_N_TASKS:
      g_value_set_uint (value, self->n_tasks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_task_model_dispose (GObject *object)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (object);

  g_clear_handle_id (&self->load_source, g_source_remove);
  g_clear_handle_id (&self->change_source, g_source_remove);
  g_clear_object (&self->cache);
  G_OBJECT_CLASS (docket_task_model_parent_class)->dispose (object);
}

static void
docket_task_model_finalize (GObject *object)
{
  DocketTaskModel *self = DOCKET_TASK_MODEL (object);

  g_clear_object (&self->query);
  g_clear_pointer (&self->process_id, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_clear_pointer (&self->hidden, docket_hidden_free);
  G_OBJECT_CLASS (docket_task_model_parent_class)->finalize (object);
}

static void
docket_task_model_class_init (DocketTaskModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_task_model_get_property;
  object_class->dispose = docket_task_model_dispose;
  object_class->finalize = docket_task_model_finalize;

  properties[PROP_VIEW] = g_param_spec_int ("view", NULL, NULL, 0, DOCKET_N_VIEWS - 1, 0, told);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, told);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, told);
  properties[PROP_N_TASKS] = g_param_spec_uint ("n-tasks", NULL, NULL, 0, G_MAXUINT, 0, told);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
docket_task_model_init (DocketTaskModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->objects = docket_held_new ();
  self->hidden = docket_hidden_new ();
}

DocketTaskModel *
docket_task_model_new_for_process (DocketCache *cache, const char *process_id)
{
  DocketTaskModel *self = g_object_new (DOCKET_TYPE_TASK_MODEL, NULL);

  self->cache = g_object_ref (cache);
  self->process_id = g_strdup (process_id);
  self->replace = TRUE;
  g_signal_connect_object (cache, "changed", G_CALLBACK (docket_task_model_query_again), self,
                           G_CONNECT_SWAPPED);
  docket_task_model_query_again (self);
  return self;
}

/** docket_task_model_set_view: shows other tasks; what is shown stays until they are found. */
void
docket_task_model_set_view (DocketTaskModel *self, DocketView view)
{
  if (self->view == view)
    return;
  self->view = view;
  replace_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

DocketView
docket_task_model_get_view (DocketTaskModel *self)
{
  return self->view;
}

/** docket_task_model_set_search: shows only what DocketSearch finds with @text. */
void
docket_task_model_set_search (DocketTaskModel *self, const char *text)
{
  if (g_strcmp0 (self->search != NULL ? self->search : "", text != NULL ? text : "") == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  replace_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

void
docket_task_model_set_order (DocketTaskModel *self, const DocketOrder *order)
{
  if (self->order.sort == order->sort && self->order.without_groups == order->without_groups)
    return;
  self->order = *order;
  replace_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

const char *
docket_task_model_get_search (DocketTaskModel *self)
{
  return self->search;
}

gboolean
docket_task_model_get_busy (DocketTaskModel *self)
{
  return self->query != NULL;
}

guint
docket_task_model_get_n_tasks (DocketTaskModel *self)
{
  return self->n_tasks;
}

gint64
docket_task_model_get_row (DocketTaskModel *self, guint position)
{
  gint64 entry
      = position < self->entries->len ? g_array_index (self->entries, gint64, position) : 0;

  return docket_task_entry_is_group (entry) ? 0 : entry;
}

DocketCache *
docket_task_model_get_cache (DocketTaskModel *self)
{
  return self->cache;
}

/** docket_task_model_find: where a task stands whose object somebody holds. */
gboolean
docket_task_model_find (DocketTaskModel *self, const char *task_id, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 entry = g_array_index (self->entries, gint64, i);
      g_autoptr (GObject) object = docket_held_find (self->objects, entry);

      if (DOCKET_IS_TASK (object)
          && g_strcmp0 (docket_task_get_id (DOCKET_TASK (object)), task_id) == 0)
        {
          if (position != NULL)
            *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

DocketHidden *
docket_task_model_get_hidden (DocketTaskModel *self)
{
  return self->hidden;
}

/** docket_task_model_apply_hidden: takes what is hidden out at once. */
void
docket_task_model_apply_hidden (DocketTaskModel *self)
{
  g_autoptr (GArray) entries = g_array_copy (self->entries);
  guint group_sizes[G_N_ELEMENTS (self->group_sizes)];
  guint n_tasks = self->n_tasks;

  memcpy (group_sizes, self->group_sizes, sizeof group_sizes);
  docket_hidden_filter (self->hidden, entries, group_sizes, &n_tasks);
  update_groups (self, group_sizes);
  docket_spans_apply (self->entries, entries, MOST_SPANS, G_LIST_MODEL (self));
  set_n_tasks (self, n_tasks);
}
