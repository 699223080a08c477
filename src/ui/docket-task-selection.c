/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-selection.h"

#include "ui/docket-chosen-rows.h"

struct _DocketTaskSelection
{
  GObject parent_instance;

  DocketTaskModel *tasks;
  guint selected;
  gint64 selected_row; /* 0 = a heading, or nothing */
  GObject *item;
  gboolean choosing;
  GtkBitset *chosen; /* rows of the cache */
  guint prune_source;
  guint settle_source; /* while the selected row is on its way from one place to another */
};

enum
{
  PROP_SELECTED = 1,
  PROP_SELECTED_ITEM,
  PROP_CHOOSING,
  PROP_N_CHOSEN,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketTaskSelection,
                               docket_task_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static void
tell_all (DocketTaskSelection *self)
{
  guint n_items = docket_chosen_rows_count (self->tasks);

  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

/* @now: where there is an item, or GTK_INVALID_LIST_POSITION */
static void
select_position (DocketTaskSelection *self, guint now)
{
  const guint first = MIN (self->selected, now);
  const guint last = MAX (self->selected, now);
  g_autoptr (GObject) item = now != GTK_INVALID_LIST_POSITION
                                 ? g_list_model_get_item (G_LIST_MODEL (self->tasks), now)
                                 : NULL;
  const gboolean differs = g_set_object (&self->item, item);

  self->selected = now;
  self->selected_row = item != NULL ? docket_task_model_get_row (self->tasks, now) : 0;
  if (first != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                           last == GTK_INVALID_LIST_POSITION ? 1
                                                                             : last - first + 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ITEM]);
}

static void
forget_selected (DocketTaskSelection *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->item != NULL)
    select_position (self, GTK_INVALID_LIST_POSITION);
}

static void
begin_choosing (DocketTaskSelection *self, gboolean with_selected)
{
  guint row = with_selected ? (guint)self->selected_row : 0;

  if (self->choosing)
    return;
  self->choosing = TRUE;
  docket_task_model_set_whole (self->tasks, TRUE);
  gtk_bitset_remove_all (self->chosen);
  if (row != 0)
    gtk_bitset_add (self->chosen, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOOSING]);
  forget_selected (self);
}

/* Once the list has told all of a change: what moved in it is there again. */
static gboolean
prune_cb (gpointer data)
{
  DocketTaskSelection *self = data;

  self->prune_source = 0;
  if (docket_chosen_rows_prune (self->chosen, self->tasks))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
  return G_SOURCE_REMOVE;
}

/* Where the selected row went: GTK_INVALID_LIST_POSITION where it is gone. */
static guint
follow_selected (DocketTaskSelection *self, guint position, guint removed, guint added)
{
  if (self->selected < position)
    return self->selected;
  if (self->selected >= position + removed)
    return self->selected + added - removed;
  for (guint i = position; self->selected_row != 0 && i < position + added; i++)
    if (docket_task_model_get_row (self->tasks, i) == self->selected_row)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Once the list has told all of a change, and before it is drawn: the row may be elsewhere now. */
static gboolean
settle_cb (gpointer data)
{
  DocketTaskSelection *self = data;
  const guint now = docket_chosen_rows_find (self->tasks, self->selected_row);

  self->settle_source = 0;
  if (now == GTK_INVALID_LIST_POSITION)
    forget_selected (self);
  else
    select_position (self, now);
  return G_SOURCE_REMOVE;
}

static void
lose_selected (DocketTaskSelection *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
  if (self->selected_row == 0)
    forget_selected (self);
  else if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (G_PRIORITY_HIGH, settle_cb, self, NULL);
}

static void
items_changed_cb (
    GListModel *model, guint position, guint removed, guint added, DocketTaskSelection *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->selected != GTK_INVALID_LIST_POSITION)
    {
      guint now = follow_selected (self, position, removed, added);

      if (now == GTK_INVALID_LIST_POSITION)
        lose_selected (self);
      else if (now != self->selected)
        {
          self->selected = now;
          g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
        }
    }
  if (self->choosing && self->prune_source == 0)
    self->prune_source = g_idle_add_full (G_PRIORITY_DEFAULT, prune_cb, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  g_object_thaw_notify (G_OBJECT (self));
}

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return docket_chosen_rows_count (DOCKET_TASK_SELECTION (model)->tasks);
}

static gpointer
get_item (GListModel *model, guint position)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  return self->tasks != NULL ? g_list_model_get_item (G_LIST_MODEL (self->tasks), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);
  guint row;

  if (!self->choosing)
    return position == self->selected && position != GTK_INVALID_LIST_POSITION;
  row = docket_chosen_rows_at (self->tasks, position);
  return row != 0 && gtk_bitset_contains (self->chosen, row);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  guint end
      = MIN (position + n_items, docket_chosen_rows_count (DOCKET_TASK_SELECTION (model)->tasks));

  for (guint i = position; i < end; i++)
    if (is_selected (model, i))
      gtk_bitset_add (positions, i);
  return positions;
}

/* While somebody chooses, the arrow keys (which want the rest unselected) only move the focus. */
static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  if (!unselect_rest && docket_chosen_rows_at (self->tasks, position) != 0)
    {
      begin_choosing (self, TRUE);
      docket_chosen_rows_add (self->chosen, self->tasks, position, 1);
      tell_all (self);
    }
  else if (!self->choosing)
    docket_task_selection_set_selected (self, position);
  return TRUE;
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  if (self->choosing)
    docket_chosen_rows_remove (self->chosen, self->tasks, position, 1);
  else
    begin_choosing (self, TRUE);
  tell_all (self);
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model, guint position, guint n_items, gboolean unselect_rest)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  if (!self->choosing && n_items < 2)
    {
      docket_task_selection_set_selected (self, position);
      return TRUE;
    }
  begin_choosing (self, FALSE);
  /* A second Shift+click, too, leaves the range up to it and nothing else. */
  if (unselect_rest)
    gtk_bitset_remove_all (self->chosen);
  docket_chosen_rows_add (self->chosen, self->tasks, position, n_items);
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  docket_chosen_rows_remove (self->chosen, self->tasks, position, n_items);
  tell_all (self);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  begin_choosing (self, FALSE);
  docket_chosen_rows_add (self->chosen, self->tasks, 0, docket_chosen_rows_count (self->tasks));
  tell_all (self);
  return TRUE;
}

static gboolean
unselect_all (GtkSelectionModel *model)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);

  gtk_bitset_remove_all (self->chosen);
  if (!self->choosing)
    docket_task_selection_set_selected (self, GTK_INVALID_LIST_POSITION);
  tell_all (self);
  return TRUE;
}

/* The rubber band. One that was drawn without Ctrl wants all else unselected: what was chosen
 * stays. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (model);
  gboolean all = gtk_bitset_get_size (mask) >= docket_chosen_rows_count (self->tasks);
  GtkBitsetIter iter;
  guint position;

  if (!self->choosing && gtk_bitset_get_size (selected) < 2)
    return TRUE;
  begin_choosing (self, FALSE);
  if (gtk_bitset_iter_init_first (&iter, mask, &position))
    do
      if (gtk_bitset_contains (selected, position))
        docket_chosen_rows_add (self->chosen, self->tasks, position, 1);
      else if (!all)
        docket_chosen_rows_remove (self->chosen, self->tasks, position, 1);
    while (gtk_bitset_iter_next (&iter, &position));
  tell_all (self);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->unselect_all = unselect_all;
  iface->set_selection = set_selection;
}

static void
docket_task_selection_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (object);

  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    case PROP_SELECTED_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_CHOOSING:
      g_value_set_boolean (value, self->choosing);
      break;
    case PROP_N_CHOSEN:
      g_value_set_uint (value, docket_task_selection_get_n_chosen (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_task_selection_dispose (GObject *object)
{
  DocketTaskSelection *self = DOCKET_TASK_SELECTION (object);

  g_clear_handle_id (&self->prune_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  if (self->tasks != NULL)
    g_signal_handlers_disconnect_by_data (self->tasks, self);
  g_clear_object (&self->tasks);
  g_clear_object (&self->item);
  g_clear_pointer (&self->chosen, gtk_bitset_unref);

  G_OBJECT_CLASS (docket_task_selection_parent_class)->dispose (object);
}

static void
docket_task_selection_class_init (DocketTaskSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_task_selection_get_property;
  object_class->dispose = docket_task_selection_dispose;
  properties[PROP_SELECTED]
      = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION, told);
  properties[PROP_SELECTED_ITEM]
      = g_param_spec_object ("selected-item", NULL, NULL, G_TYPE_OBJECT, told);
  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE, told);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0, told);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
docket_task_selection_init (DocketTaskSelection *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
  self->chosen = gtk_bitset_new_empty ();
}

DocketTaskSelection *
docket_task_selection_new (void)
{
  return g_object_new (DOCKET_TYPE_TASK_SELECTION, NULL);
}

void
docket_task_selection_set_tasks (DocketTaskSelection *self, DocketTaskModel *tasks)
{
  guint before = docket_chosen_rows_count (self->tasks);

  if (self->tasks == tasks)
    return;
  docket_task_selection_set_choosing (self, FALSE);
  forget_selected (self);
  if (self->tasks != NULL)
    g_signal_handlers_disconnect_by_data (self->tasks, self);
  g_set_object (&self->tasks, tasks);
  if (tasks != NULL)
    g_signal_connect (tasks, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before,
                              docket_chosen_rows_count (self->tasks));
}

void
docket_task_selection_set_selected (DocketTaskSelection *self, guint position)
{
  const guint now
      = position < docket_chosen_rows_count (self->tasks) ? position : GTK_INVALID_LIST_POSITION;

  if (self->choosing || (self->selected == now && self->settle_source == 0))
    return;
  g_clear_handle_id (&self->settle_source, g_source_remove);
  select_position (self, now);
}

guint
docket_task_selection_get_selected (DocketTaskSelection *self)
{
  return self->selected;
}

gpointer
docket_task_selection_get_selected_item (DocketTaskSelection *self)
{
  return self->item;
}

void
docket_task_selection_set_choosing (DocketTaskSelection *self, gboolean choosing)
{
  if (self->choosing == choosing)
    return;
  if (choosing)
    begin_choosing (self, FALSE);
  else
    {
      self->choosing = FALSE;
      docket_task_model_set_whole (self->tasks, FALSE);
      gtk_bitset_remove_all (self->chosen);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOOSING]);
    }
  tell_all (self);
}

gboolean
docket_task_selection_get_choosing (DocketTaskSelection *self)
{
  return self->choosing;
}

void
docket_task_selection_toggle (DocketTaskSelection *self, guint position)
{
  begin_choosing (self, FALSE);
  if (is_selected (GTK_SELECTION_MODEL (self), position))
    docket_chosen_rows_remove (self->chosen, self->tasks, position, 1);
  else
    docket_chosen_rows_add (self->chosen, self->tasks, position, 1);
  tell_all (self);
}

guint
docket_task_selection_get_n_chosen (DocketTaskSelection *self)
{
  return (guint)gtk_bitset_get_size (self->chosen);
}

GArray *
docket_task_selection_get_rows (DocketTaskSelection *self)
{
  return docket_chosen_rows_list (self->chosen, self->tasks);
}
