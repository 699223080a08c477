/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-model.h"

#include "workspace/docket-held.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-query.h"

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
      docket_task_model_want_row (self, entry);
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
  g_clear_pointer (&self->base, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_clear_pointer (&self->hidden, docket_hidden_free);
  g_clear_pointer (&self->kept, docket_kept_free);
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
  self->kept = docket_kept_new ();
  self->list = 1;
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
  g_signal_connect_object (cache, "foreseen", G_CALLBACK (docket_task_model_foresee), self,
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
  docket_task_model_replace_query (self, FALSE);
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
  if (self->base == NULL && self->query == NULL && (self->search == NULL || *self->search == '\0'))
    self->base = g_array_copy (self->entries);
  g_free (self->search);
  self->search = g_strdup (text);
  docket_task_model_replace_query (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

void
docket_task_model_set_whole (DocketTaskModel *self, gboolean whole)
{
  if (self != NULL)
    self->whole = whole;
}

void
docket_task_model_set_order (DocketTaskModel *self, const DocketOrder *order)
{
  if (self->order.sort == order->sort && self->order.without_groups == order->without_groups)
    return;
  self->order = *order;
  docket_task_model_replace_query (self, FALSE);
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
  const gint64 *data = (const gint64 *)(gpointer)self->entries->data;
  const gint64 entry = docket_held_find_task (self->objects, task_id);

  for (guint i = 0; entry != 0 && i < self->entries->len; i++)
    if (data[i] == entry)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}
