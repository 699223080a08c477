/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-process-model-private.h"

#include "workspace/docket-process-query.h"
#include "workspace/docket-spans.h"
#include "workspace/docket-task-private.h"
#include "workspace/docket-task-query.h"
#include "workspace/docket-text.h"

/* More changes than this are one change of everything between the first and the last. */
#define MOST_SPANS 64

struct _DocketProcessModel
{
  GObject parent_instance;

  DocketCache *cache;
  char *search;
  GStrv words; /* of it, folded */

  GPtrArray *known;   /* of DocketProcess: all, in their order */
  GHashTable *by_row; /* row of the cache to DocketProcess */
  GHashTable *asked;  /* ID to a DocketProcess that somebody asked for; not owned */
  GArray *entries;    /* of gint64: rows and groups, as docket-task-query.h has them */
  DocketGroup *groups[DOCKET_N_GROUPS];
  guint n_processes;
  gboolean moving;

  GCancellable *query; /* of the query under way */
  gboolean again;      /* the cache changed while it ran */
};

static void docket_process_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketProcessModel,
                               docket_process_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      docket_process_model_iface_init))

enum
{
  PROP_BUSY = 1,
  PROP_N_PROCESSES,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

enum
{
  MOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
fits (DocketProcessModel *self, DocketProcess *process)
{
  const DocketProcessData *data = docket_process_get_data (process);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (data->folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static DocketGroupKind
find_group (DocketProcess *process)
{
  if (docket_process_is_archived (process))
    return DOCKET_GROUP_ARCHIVED;
  return docket_process_is_finished (process) ? DOCKET_GROUP_FINISHED : DOCKET_GROUP_RUNNING;
}

static void
set_group_size (DocketProcessModel *self, DocketGroupKind kind, guint n)
{
  if (self->groups[kind] == NULL)
    self->groups[kind] = docket_group_new (kind, n);
  else
    docket_group_set_n_tasks (self->groups[kind], n);
}

/* Shows what fits of all that are known. */
static void
arrange (DocketProcessModel *self)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint sizes[DOCKET_N_GROUPS] = { 0 };
  gint64 last_header = 0;
  guint n = 0;

  for (guint i = 0; i < self->known->len; i++)
    {
      DocketProcess *process = self->known->pdata[i];
      const DocketGroupKind group = find_group (process);
      const gint64 header = docket_task_entry_from_group (group);

      if (!fits (self, process))
        continue;
      if (header != last_header)
        g_array_append_val (wanted, header);
      last_header = header;
      g_array_append_val (wanted, docket_process_get_data (process)->row);
      sizes[group]++;
      n++;
    }
  for (guint i = DOCKET_GROUP_RUNNING; i <= DOCKET_GROUP_ARCHIVED; i++)
    set_group_size (self, (DocketGroupKind)i, sizes[i]);
  self->moving = TRUE;
  docket_spans_apply (self->entries, wanted, MOST_SPANS, G_LIST_MODEL (self));
  self->moving = FALSE;
  if (self->n_processes != n)
    {
      self->n_processes = n;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PROCESSES]);
    }
  g_signal_emit (self, signals[MOVED], 0);
}

static void
forget_cb (gpointer user_data, GObject *where)
{
  GHashTable *asked = user_data;
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    if (object == where)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

/* The object of this process that somebody holds, else a new one. (transfer full) */
static DocketProcess *
take_object (DocketProcessModel *self, const char *id)
{
  DocketProcess *process = g_hash_table_lookup (self->asked, id);

  if (process != NULL)
    return g_object_ref (process);
  process = docket_process_new (id);
  g_hash_table_insert (self->asked, g_strdup (id), process);
  g_object_weak_ref (G_OBJECT (process), forget_cb, self->asked);
  return process;
}

static gboolean
is_stale (gpointer row, gpointer process, gpointer user_data)
{
  const DocketProcessData *data = docket_process_get_data (process);

  return data == NULL || data->row != *(gint64 *)row;
}

/* Gives everybody what the query found. @list: of DocketProcessData, which are taken over */
static void
take_list (DocketProcessModel *self, GPtrArray *list)
{
  g_autoptr (GPtrArray) before = self->known;
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer process;

  self->known = g_ptr_array_new_full (list->len, g_object_unref);
  for (guint i = 0; i < list->len; i++)
    {
      DocketProcessData *data = list->pdata[i];

      process = take_object (self, data->id);
      g_hash_table_add (found, (gpointer)docket_process_get_id (process));
      g_ptr_array_add (self->known, process);
    }
  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, NULL, &process))
    if (!g_hash_table_contains (found, docket_process_get_id (process)))
      g_ptr_array_add (gone, g_object_ref (process));
  for (guint i = 0; i < list->len; i++)
    {
      DocketProcessData *data = g_steal_pointer (&list->pdata[i]);

      g_hash_table_replace (self->by_row, g_memdup2 (&data->row, sizeof data->row),
                            self->known->pdata[i]);
      docket_process_fill (self->known->pdata[i], data);
    }
  for (guint i = 0; i < gone->len; i++)
    docket_process_fill (gone->pdata[i], NULL);
  arrange (self);
  /* Until here the list still had what is gone. */
  g_hash_table_foreach_remove (self->by_row, is_stale, NULL);
}

static void start_query (DocketProcessModel *self);

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketProcessModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->query);
  if (list != NULL)
    take_list (self, list);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("The processes could not be read: %s", error->message);
  if (self->again)
    start_query (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
start_query (DocketProcessModel *self)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  self->again = self->query != NULL;
  if (self->query != NULL)
    return;
  self->query = g_cancellable_new ();
  docket_database_run_async (docket_cache_get_database (self->cache), G_PRIORITY_HIGH,
                             docket_process_query_job, g_memdup2 (&now, sizeof now), g_free,
                             (GDestroyNotify)g_ptr_array_unref, self->query, queried_cb,
                             g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static GType
docket_process_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
docket_process_model_get_n_items (GListModel *model)
{
  return DOCKET_PROCESS_MODEL (model)->entries->len;
}

static gpointer
docket_process_model_get_item (GListModel *model, guint position)
{
  DocketProcessModel *self = DOCKET_PROCESS_MODEL (model);
  gint64 entry;

  if (position >= self->entries->len)
    return NULL;
  entry = g_array_index (self->entries, gint64, position);
  if (docket_task_entry_is_group (entry))
    return g_object_ref (self->groups[docket_task_entry_group (entry)]);
  return g_object_ref (g_hash_table_lookup (self->by_row, &entry));
}

static void
docket_process_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = docket_process_model_get_item_type;
  iface->get_n_items = docket_process_model_get_n_items;
  iface->get_item = docket_process_model_get_item;
}

static void
docket_process_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketProcessModel *self = DOCKET_PROCESS_MODEL (object);

  if (id == PROP_BUSY)
    g_value_set_boolean (value, docket_process_model_get_busy (self));
  else if (id == PROP_N_PROCESSES)
    g_value_set_uint (value, self->n_processes);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_process_model_finalize (GObject *object)
{
  DocketProcessModel *self = DOCKET_PROCESS_MODEL (object);
  GHashTableIter iter;
  gpointer process;

  g_clear_object (&self->query);
  g_clear_object (&self->cache);
  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, NULL, &process))
    g_object_weak_unref (process, forget_cb, self->asked);
  g_hash_table_unref (self->by_row);
  g_ptr_array_unref (self->known);
  g_hash_table_unref (self->asked);
  g_array_unref (self->entries);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    g_clear_object (&self->groups[i]);
  g_free (self->search);
  g_strfreev (self->words);
  G_OBJECT_CLASS (docket_process_model_parent_class)->finalize (object);
}

static void
docket_process_model_class_init (DocketProcessModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_process_model_get_property;
  object_class->finalize = docket_process_model_finalize;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, told);
  properties[PROP_N_PROCESSES]
      = g_param_spec_uint ("n-processes", NULL, NULL, 0, G_MAXUINT, 0, told);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_process_model_init (DocketProcessModel *self)
{
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_row = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (gint64));
}

DocketProcessModel *
docket_process_model_new (DocketCache *cache)
{
  DocketProcessModel *self = g_object_new (DOCKET_TYPE_PROCESS_MODEL, NULL);

  self->cache = g_object_ref (cache);
  g_signal_connect_object (cache, "changed", G_CALLBACK (start_query), self, G_CONNECT_SWAPPED);
  start_query (self);
  return self;
}

void
docket_process_model_set_search (DocketProcessModel *self, const char *text)
{
  g_autofree char *folded = NULL;

  if (g_strcmp0 (self->search != NULL ? self->search : "", text != NULL ? text : "") == 0)
    return;
  folded = docket_text_fold (text);
  g_free (self->search);
  self->search = g_strdup (text);
  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t\n", -1);
  arrange (self);
}

const char *
docket_process_model_get_search (DocketProcessModel *self)
{
  return self->search;
}

gboolean
docket_process_model_get_busy (DocketProcessModel *self)
{
  return self->query != NULL;
}

guint
docket_process_model_get_n_processes (DocketProcessModel *self)
{
  return self->n_processes;
}

gboolean
docket_process_model_is_moving (DocketProcessModel *self)
{
  return self->moving;
}

DocketProcess *
docket_process_model_get_process (DocketProcessModel *self, const char *process_id)
{
  return take_object (self, process_id);
}

gboolean
docket_process_model_find (DocketProcessModel *self, const char *process_id, guint *position)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 entry = g_array_index (self->entries, gint64, i);
      DocketProcess *process
          = docket_task_entry_is_group (entry) ? NULL : g_hash_table_lookup (self->by_row, &entry);

      if (process != NULL && g_str_equal (docket_process_get_id (process), process_id))
        {
          if (position != NULL)
            *position = i;
          return TRUE;
        }
    }
  return FALSE;
}
