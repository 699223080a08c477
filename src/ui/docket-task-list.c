/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-list-private.h"

#include "ui/compat/docket-heading.h"
#include "ui/docket-first-rows.h"
#include "ui/docket-group-row.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-keys.h"
#include "ui/docket-task-row.h"

enum
{
  PROP_FOLDED = 1,
  PROP_CHOOSING,
  PROP_N_CHOSEN,
  PROP_PICKING,
  PROP_WORKSPACE,
  PROP_DRAGGING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  SELECTION_CHANGED,
  OPENED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTaskList, docket_task_list, ADW_TYPE_BIN)

/* The widget of the list that shows @position, or NULL while it is out of view. */
static GtkWidget *
find_item (DocketTaskList *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  for (guint i = 0; i < self->rows->len; i++)
    {
      DocketTaskRow *row = g_ptr_array_index (self->rows, i);

      if ((gpointer)docket_task_row_get_task (row) == (gpointer)object)
        return gtk_widget_get_parent (GTK_WIDGET (row));
    }
  return NULL;
}

static void
focus_position (DocketTaskList *self, guint position)
{
  g_autoptr (GObject) above
      = position > 0 ? g_list_model_get_item (G_LIST_MODEL (self->selection), position - 1) : NULL;
  GtkWidget *item;

  /* With the heading above it. The second would hide the first again while the list has no size. */
  if (DOCKET_IS_GROUP (above))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position - 1);
  if (!DOCKET_IS_GROUP (above) || position > 1)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  item = find_item (self, position);
  gtk_widget_grab_focus (item != NULL ? item : GTK_WIDGET (self->list));
  if (DOCKET_IS_GROUP (above))
    docket_heading_keep_in_view (self->list, position - 1);
}

/* The arrow keys also select the heading of a group: they go on to the task beyond it. */
static void
skip_heading (DocketTaskList *self, guint position)
{
  int step = self->last != NULL && position < self->selected_position ? -1 : 1;
  guint next = docket_rows_find_nearest (G_LIST_MODEL (self->selection), position, step);

  if (next == GTK_INVALID_LIST_POSITION)
    return;
  docket_task_list_select (self, next);
}

static gboolean
was_removed (DocketTaskList *self)
{
  const char *id = self->last != NULL ? docket_task_get_id (self->last) : NULL;

  return id != NULL && g_hash_table_contains (self->removals, id);
}

static void
select_after_removal (DocketTaskList *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint next = docket_rows_find_nearest (G_LIST_MODEL (self->selection),
                                         MIN (self->selected_position, MAX (n_items, 1) - 1), 1);

  g_hash_table_remove (self->removals, docket_task_get_id (self->last));
  g_clear_object (&self->last);
  if (next == GTK_INVALID_LIST_POSITION)
    return;
  docket_task_list_select (self, next);
}

/* Later: the list must not be asked to select while it reports what went. */
static gboolean
select_after_removal_cb (gpointer data)
{
  DocketTaskList *self = data;

  if (self->workspace != NULL && docket_task_list_get_selected (self) == NULL && was_removed (self))
    select_after_removal (self);
  return G_SOURCE_REMOVE;
}

static void
selected_cb (DocketTaskList *self)
{
  GObject *item = docket_task_selection_get_selected_item (self->selection);
  guint position = docket_task_selection_get_selected (self->selection);

  if (DOCKET_IS_GROUP (item))
    return skip_heading (self, position);
  if (DOCKET_IS_TASK (item))
    {
      g_set_object (&self->last, DOCKET_TASK (item));
      self->selected_position = position;
    }
  else if (was_removed (self))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, select_after_removal_cb, g_object_ref (self),
                     g_object_unref);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
position_cb (DocketTaskList *self)
{
  if (DOCKET_IS_TASK (docket_task_selection_get_selected_item (self->selection)))
    self->selected_position = docket_task_selection_get_selected (self->selection);
}

static void
choosing_cb (DocketTaskList *self)
{
  gboolean choosing = docket_task_selection_get_choosing (self->selection);

  g_clear_object (&self->last);
  for (guint i = 0; i < self->rows->len; i++)
    docket_task_row_set_choosing (g_ptr_array_index (self->rows, i), choosing);
  if (choosing)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "choosing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "choosing");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOOSING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKING]);
}

static void
n_chosen_cb (DocketTaskList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHOSEN]);
}

/* The row that @item shows a task in, made where it had none. */
static DocketTaskRow *
ensure_row (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (DOCKET_IS_TASK_ROW (child))
    return DOCKET_TASK_ROW (child);
  child = docket_task_row_new ();
  g_object_bind_property (item, "selected", child, "chosen", G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (child), DOCKET_LIST_ITEM_KEY, item);
  gtk_list_item_set_child (item, child);
  return DOCKET_TASK_ROW (child);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketTaskList *self)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  gboolean is_task = DOCKET_IS_TASK (object);
  DocketAccount *account = docket_workspace_get_account (self->workspace);

  /* A heading too: the keys would stop at one that is not, and selecting one goes on to a task. */
  gtk_list_item_set_selectable (item, TRUE);
  gtk_list_item_set_activatable (item, is_task);
  if (is_task)
    {
      child = GTK_WIDGET (ensure_row (item));
      docket_task_row_set_task (DOCKET_TASK_ROW (child), object,
                                docket_account_get_user_name (account),
                                docket_task_selection_get_choosing (self->selection));
      g_ptr_array_add (self->rows, child);
      docket_first_rows_note (GTK_WIDGET (self->list));
      return;
    }
  if (!DOCKET_IS_GROUP_ROW (child))
    gtk_list_item_set_child (item, docket_group_row_new ());
  docket_group_row_set_group (DOCKET_GROUP_ROW (gtk_list_item_get_child (item)), object);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketTaskList *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (DOCKET_IS_TASK_ROW (child))
    {
      g_ptr_array_remove_fast (self->rows, child);
      docket_task_row_set_task (DOCKET_TASK_ROW (child), NULL, NULL, FALSE);
    }
  else if (DOCKET_IS_GROUP_ROW (child))
    docket_group_row_set_group (DOCKET_GROUP_ROW (child), NULL);
}

static void
activate_cb (GtkListView *list, guint position, DocketTaskList *self)
{
  if (docket_task_selection_get_choosing (self->selection))
    return;
  docket_task_selection_set_selected (self->selection, position);
  docket_task_list_open (self);
}

static void
docket_task_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketTaskList *self = DOCKET_TASK_LIST (object);

  switch (id)
    {
    case PROP_CHOOSING:
      g_value_set_boolean (value, docket_task_list_get_choosing (self));
      break;
    case PROP_N_CHOSEN:
      g_value_set_uint (value, docket_task_list_get_n_chosen (self));
      break;
    case PROP_PICKING:
      g_value_set_boolean (value, docket_task_list_get_picking (self));
      break;
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_DRAGGING:
      g_value_set_boolean (value, self->dragging);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_task_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketTaskList *self = DOCKET_TASK_LIST (object);

  switch (id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_task_list_dispose (GObject *object)
{
  DocketTaskList *self = DOCKET_TASK_LIST (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (docket_task_list_parent_class)->dispose (object);
}

static void
docket_task_list_finalize (GObject *object)
{
  DocketTaskList *self = DOCKET_TASK_LIST (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->removals, g_hash_table_unref);
  g_clear_object (&self->dragged);
  g_clear_object (&self->drag_picture);
  g_clear_object (&self->last);

  G_OBJECT_CLASS (docket_task_list_parent_class)->finalize (object);
}

static void
docket_task_list_class_init (DocketTaskListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_task_list_get_property;
  object_class->set_property = docket_task_list_set_property;
  object_class->dispose = docket_task_list_dispose;
  object_class->finalize = docket_task_list_finalize;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOOSING] = g_param_spec_boolean ("choosing", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_CHOSEN] = g_param_spec_uint ("n-chosen", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PICKING] = g_param_spec_boolean ("picking", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, DOCKET_TYPE_WORKSPACE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DRAGGING] = g_param_spec_boolean ("dragging", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTaskList, list);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
docket_task_list_init (DocketTaskList *self)
{
  self->rows = g_ptr_array_new ();
  self->removals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selection = docket_task_selection_new ();
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (position_cb), self);
  g_signal_connect_swapped (self->selection, "notify::choosing", G_CALLBACK (choosing_cb), self);
  g_signal_connect_swapped (self->selection, "notify::n-chosen", G_CALLBACK (n_chosen_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  docket_task_list_watch_turns (self);
  docket_rows_watch_focus (self->list, G_LIST_MODEL (self->selection));

  docket_task_list_add_pointer (self);
  docket_task_list_add_drag (self);
  docket_task_keys_add (GTK_WIDGET (self->list));
  docket_task_list_watch_time (self);
}

void
docket_task_list_set_workspace (DocketTaskList *self, DocketWorkspace *workspace)
{
  g_hash_table_remove_all (self->removals);
  g_clear_object (&self->last);
  /* First what was shown goes: the rows that are put away still belong to the workspace before. */
  docket_task_selection_set_tasks (self->selection, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (docket_workspace_get_tasks (self->workspace), self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    docket_task_list_show_tasks (self, docket_workspace_get_tasks (workspace));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

DocketWorkspace *
docket_task_list_get_workspace (DocketTaskList *self)
{
  return self->workspace;
}

DocketTask *
docket_task_list_get_selected (DocketTaskList *self)
{
  gpointer item = docket_task_selection_get_selected_item (self->selection);

  return DOCKET_IS_TASK (item) ? item : NULL;
}

void
docket_task_list_unselect (DocketTaskList *self)
{
  g_clear_object (&self->last);
  docket_task_selection_set_choosing (self->selection, FALSE);
  docket_task_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
docket_task_list_open (DocketTaskList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

void
docket_task_list_set_choosing (DocketTaskList *self, gboolean choosing)
{
  docket_task_selection_set_choosing (self->selection, choosing);
}

gboolean
docket_task_list_get_choosing (DocketTaskList *self)
{
  return docket_task_selection_get_choosing (self->selection);
}

gboolean
docket_task_list_get_picking (DocketTaskList *self)
{
  DocketTaskModel *tasks
      = self->workspace != NULL ? docket_workspace_get_tasks (self->workspace) : NULL;

  return docket_task_list_get_choosing (self)
         && (tasks == NULL || docket_task_model_get_view (tasks) != DOCKET_VIEW_TIDY_UP);
}

void
docket_task_list_choose_none (DocketTaskList *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

void
docket_task_list_choose_all (DocketTaskList *self)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
}

guint
docket_task_list_get_n_chosen (DocketTaskList *self)
{
  return docket_task_selection_get_n_chosen (self->selection);
}

GArray *
docket_task_list_get_chosen_rows (DocketTaskList *self)
{
  return docket_task_selection_get_rows (self->selection);
}

void
docket_task_list_focus (DocketTaskList *self)
{
  guint position = docket_task_selection_get_selected (self->selection);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
}

void
docket_task_list_expect_removal (DocketTaskList *self, const char *task_id)
{
  g_hash_table_add (self->removals, g_strdup (task_id));
}

void
docket_task_list_forget_removal (DocketTaskList *self, const char *task_id)
{
  g_hash_table_remove (self->removals, task_id);
}

void
docket_task_list_select (DocketTaskList *self, guint position)
{
  docket_task_selection_set_selected (self->selection, position);
  focus_position (self, position);
}

void
docket_task_list_enter (DocketTaskList *self)
{
  const guint first = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);

  if (docket_task_list_get_selected (self) == NULL && first != GTK_INVALID_LIST_POSITION)
    docket_task_list_select (self, first);
  else
    docket_task_list_focus (self);
}
