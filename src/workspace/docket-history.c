/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-history-private.h"

#include "workspace/docket-spans.h"
#include "workspace/docket-task-private.h"

/* More changes than this are one change of everything between the first and the last. */
#define MOST_SPANS 64

struct _DocketHistory
{
  GObject parent_instance;

  DocketJournal *journal; /* NULL until there is one */
  char *account;
  char *search;
  DocketHistoryFilter filter;

  GArray *keys;     /* of gint64: an entry's ID, or key_of_group() */
  GPtrArray *items; /* beside them */
  guint n_entries;

  gboolean reading;
  gboolean again; /* it is no longer what is wanted */
  guint midnight_source;
};

static void docket_history_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketHistory,
                               docket_history,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, docket_history_iface_init))

typedef enum
{
  PROP_SEARCH = 1,
  PROP_FILTER,
  PROP_BUSY,
  PROP_N_ENTRIES,
} DocketHistoryProperty;

static GParamSpec *properties[PROP_N_ENTRIES + 1];

static void start_reading (DocketHistory *self);

/* IDs are above zero. */
static gint64
key_of_group (DocketGroupKind kind)
{
  return -1 - (gint64)kind;
}

/* Midnight of the day @days before that of @now, in unix seconds. */
static gint64
midnight (GDateTime *now, int days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -days);
  g_autoptr (GDateTime) start
      = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (day),
                         g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (start);
}

/* A time to come, which a clock that was set back leaves behind, counts as today's. */
static DocketGroupKind
group_of (gint64 intended_at, GDateTime *now)
{
  if (intended_at >= midnight (now, 0))
    return DOCKET_GROUP_TODAY;
  return intended_at >= midnight (now, 1) ? DOCKET_GROUP_YESTERDAY : DOCKET_GROUP_EARLIER;
}

/* What the list will be: the objects that are there stay, and are filled anew. */
typedef struct
{
  GHashTable *known; /* item by key: those that are there */
  GArray *keys;
  GPtrArray *items;
} Next;

static void
next_init (Next *next, DocketHistory *self)
{
  next->known = g_hash_table_new (g_int64_hash, g_int64_equal);
  next->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  next->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_insert (next->known, &g_array_index (self->keys, gint64, i),
                         self->items->pdata[i]);
}

static void
next_clear (Next *next)
{
  g_clear_pointer (&next->known, g_hash_table_unref);
  g_clear_pointer (&next->keys, g_array_unref);
  g_clear_pointer (&next->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Next, next_clear)

static void
next_add_group (Next *next, DocketGroupKind kind, guint n_entries)
{
  gint64 key = key_of_group (kind);
  DocketGroup *group = g_hash_table_lookup (next->known, &key);

  if (group != NULL)
    docket_group_set_n_tasks (g_object_ref (group), n_entries);
  else
    group = docket_group_new (kind, n_entries);
  g_array_append_val (next->keys, key);
  g_ptr_array_add (next->items, group);
}

/* @record: (transfer full) */
static void
next_add_entry (Next *next, DocketHistoryRecord *record)
{
  gint64 key = record->id;
  DocketHistoryEntry *entry = g_hash_table_lookup (next->known, &key);

  if (entry != NULL)
    docket_history_entry_take (g_object_ref (entry), record);
  else
    entry = docket_history_entry_new (record);
  g_array_append_val (next->keys, key);
  g_ptr_array_add (next->items, entry);
}

static void
next_add_all (Next *next, GPtrArray *records)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  guint end;

  for (guint start = 0; start < records->len; start = end)
    {
      DocketHistoryRecord *first = records->pdata[start];
      DocketGroupKind kind = group_of (first->intended_at, now);

      for (end = start + 1; end < records->len; end++)
        if (group_of (((DocketHistoryRecord *)records->pdata[end])->intended_at, now) != kind)
          break;
      next_add_group (next, kind, end - start);
      for (guint i = start; i < end; i++)
        next_add_entry (next, g_steal_pointer (&records->pdata[i]));
    }
  g_ptr_array_set_size (records, 0);
}

/* The spans come from the end to the beginning, so that what is before each is still as it was, and
 * what is behind it is the new list already. */
static void
change (DocketHistory *self, const Next *next)
{
  g_autoptr (GArray) spans = docket_spans_between (self->keys, next->keys, MOST_SPANS);

  for (guint i = 0; i < spans->len; i++)
    {
      const DocketSpan *span = &g_array_index (spans, DocketSpan, i);
      guint behind = self->keys->len - span->position - span->removed;
      guint start = next->keys->len - behind - span->added;

      if (span->removed > 0)
        {
          g_array_remove_range (self->keys, span->position, span->removed);
          g_ptr_array_remove_range (self->items, span->position, span->removed);
        }
      if (span->added > 0)
        g_array_insert_vals (self->keys, span->position, &g_array_index (next->keys, gint64, start),
                             span->added);
      for (guint j = 0; j < span->added; j++)
        g_ptr_array_insert (self->items, (int)(span->position + j),
                            g_object_ref (next->items->pdata[start + j]));
      g_list_model_items_changed (G_LIST_MODEL (self), span->position, span->removed, span->added);
    }
}

static gboolean
midnight_cb (gpointer user_data)
{
  DocketHistory *self = DOCKET_HISTORY (user_data);

  self->midnight_source = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

/* Within the hour: the clock may be set, and the computer may sleep. */
static void
plan_midnight (DocketHistory *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 seconds = midnight (now, -1) - g_date_time_to_unix (now);

  g_clear_handle_id (&self->midnight_source, g_source_remove);
  self->midnight_source
      = g_timeout_add_seconds ((guint)CLAMP (seconds, 1, 3600), midnight_cb, self);
}

static void
show (DocketHistory *self, GPtrArray *records)
{
  g_auto (Next) next = { 0 };
  guint n_entries = records->len;

  next_init (&next, self);
  next_add_all (&next, records);
  g_clear_pointer (&next.known, g_hash_table_unref);
  change (self, &next);
  plan_midnight (self);
  if (self->n_entries != n_entries)
    {
      self->n_entries = n_entries;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ENTRIES]);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  self->reading = FALSE;
  if (self->journal == NULL)
    return;
  if (records != NULL)
    show (self, records);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("The history could not be read: %s", error->message);
  if (self->again)
    start_reading (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
start_reading (DocketHistory *self)
{
  DocketHistoryQuestion *question;

  if (self->journal == NULL)
    return;
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  question = g_new0 (DocketHistoryQuestion, 1);
  question->account = g_strdup (self->account);
  question->search = g_strdup (self->search);
  question->filter = self->filter;
  docket_database_run_async (docket_journal_get_database (self->journal), G_PRIORITY_HIGH,
                             docket_history_read_job, question,
                             (GDestroyNotify)docket_history_question_free,
                             (GDestroyNotify)g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static GType
docket_history_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
docket_history_get_n_items (GListModel *model)
{
  return DOCKET_HISTORY (model)->items->len;
}

static gpointer
docket_history_get_item (GListModel *model, guint position)
{
  DocketHistory *self = DOCKET_HISTORY (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
docket_history_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = docket_history_get_item_type;
  iface->get_n_items = docket_history_get_n_items;
  iface->get_item = docket_history_get_item;
}

static void
docket_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketHistory *self = DOCKET_HISTORY (object);

  switch ((DocketHistoryProperty)id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_FILTER:
      g_value_set_int (value, (int)self->filter);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->reading);
      break;
    case PROP_N_ENTRIES:
      g_value_set_uint (value, self->n_entries);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_history_dispose (GObject *object)
{
  DocketHistory *self = DOCKET_HISTORY (object);

  g_clear_handle_id (&self->midnight_source, g_source_remove);
  g_clear_object (&self->journal);
  G_OBJECT_CLASS (docket_history_parent_class)->dispose (object);
}

static void
docket_history_finalize (GObject *object)
{
  DocketHistory *self = DOCKET_HISTORY (object);

  g_free (self->account);
  g_free (self->search);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (docket_history_parent_class)->finalize (object);
}

static void
docket_history_class_init (DocketHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_history_get_property;
  object_class->dispose = docket_history_dispose;
  object_class->finalize = docket_history_finalize;

  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  properties[PROP_FILTER] = g_param_spec_int ("filter", NULL, NULL, DOCKET_HISTORY_ALL,
                                              DOCKET_HISTORY_OPEN, DOCKET_HISTORY_ALL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_N_ENTRIES] = g_param_spec_uint ("n-entries", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
docket_history_init (DocketHistory *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

DocketHistory *
docket_history_new (const char *account)
{
  DocketHistory *self = g_object_new (DOCKET_TYPE_HISTORY, NULL);

  self->account = g_strdup (account);
  return self;
}

void
docket_history_set_journal (DocketHistory *self, DocketJournal *journal)
{
  g_return_if_fail (self->journal == NULL);

  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (start_reading), self, G_CONNECT_SWAPPED);
  start_reading (self);
}

void
docket_history_set_search (DocketHistory *self, const char *text)
{
  g_return_if_fail (DOCKET_IS_HISTORY (self));

  if (g_strcmp0 (self->search != NULL ? self->search : "", text != NULL ? text : "") == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (text);
  start_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

const char *
docket_history_get_search (DocketHistory *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY (self), NULL);

  return self->search;
}

void
docket_history_set_filter (DocketHistory *self, DocketHistoryFilter filter)
{
  g_return_if_fail (DOCKET_IS_HISTORY (self));

  if (self->filter == filter)
    return;
  self->filter = filter;
  start_reading (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

DocketHistoryFilter
docket_history_get_filter (DocketHistory *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY (self), DOCKET_HISTORY_ALL);

  return self->filter;
}

gboolean
docket_history_get_busy (DocketHistory *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY (self), FALSE);

  return self->reading;
}

guint
docket_history_get_n_entries (DocketHistory *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY (self), 0);

  return self->n_entries;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  docket_database_run_finish (DOCKET_DATABASE (source), result, &error);
  start_reading (DOCKET_HISTORY (g_task_get_source_object (task)));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
docket_history_remove_async (DocketHistory *self,
                             gint64 id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_HISTORY (self));
  g_return_if_fail (self->journal != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_history_remove_async);
  docket_database_run_async (docket_journal_get_database (self->journal), G_PRIORITY_DEFAULT,
                             docket_history_remove_job, g_memdup2 (&id, sizeof id), g_free, NULL,
                             cancellable, removed_cb, task);
}

gboolean
docket_history_remove_finish (DocketHistory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_history_remove_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
