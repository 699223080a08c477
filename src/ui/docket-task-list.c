/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-list.h"

#include "ui/docket-group-row.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-keys.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-task-row.h"

#define REFRESH_SECONDS 30

struct _DocketTaskList
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  GtkSingleSelection *selection;
  GPtrArray *rows;      /* every DocketTaskRow that shows a task now; not owned */
  GHashTable *removals; /* IDs of tasks the person removes */
  DocketTask *last;     /* that is, or just was, selected */
  guint selected_position;
  guint refresh_id;
  gboolean folded;

  GtkListView *list;
  GtkWidget *menu;
};

enum
{
  PROP_FOLDED = 1,
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
  GtkWidget *item;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  item = find_item (self, position);
  gtk_widget_grab_focus (item != NULL ? item : GTK_WIDGET (self->list));
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
  GObject *item = gtk_single_selection_get_selected_item (self->selection);
  guint position = gtk_single_selection_get_selected (self->selection);

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
  if (DOCKET_IS_TASK (gtk_single_selection_get_selected_item (self->selection)))
    self->selected_position = gtk_single_selection_get_selected (self->selection);
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
      if (!DOCKET_IS_TASK_ROW (child))
        gtk_list_item_set_child (item, docket_task_row_new ());
      child = gtk_list_item_get_child (item);
      docket_task_row_set_task (DOCKET_TASK_ROW (child), object,
                                docket_account_get_user_name (account));
      g_ptr_array_add (self->rows, child);
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
      docket_task_row_set_task (DOCKET_TASK_ROW (child), NULL, NULL);
    }
  else if (DOCKET_IS_GROUP_ROW (child))
    docket_group_row_set_group (DOCKET_GROUP_ROW (child), NULL);
}

static void
activate_cb (GtkListView *list, guint position, DocketTaskList *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

static gboolean
refresh_rows_cb (gpointer data)
{
  DocketTaskList *self = data;

  for (guint i = 0; i < self->rows->len; i++)
    docket_task_row_refresh (g_ptr_array_index (self->rows, i));
  return G_SOURCE_CONTINUE;
}

/* Selects the row the focus is on, if it shows a task. */
static gboolean
select_row (DocketTaskList *self, DocketTaskRow *row)
{
  DocketTask *task = docket_task_row_get_task (row);
  guint position;

  if (task == NULL || docket_task_get_id (task) == NULL)
    return FALSE;
  if (task == docket_task_list_get_selected (self))
    return TRUE;
  if (!docket_task_model_find (docket_workspace_get_tasks (self->workspace),
                               docket_task_get_id (task), &position))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  return TRUE;
}

/* The task row that shows at @x, @y of the list, or that has the focus where @x is negative. */
static DocketTaskRow *
find_row (DocketTaskList *self, double x, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *item = gtk_widget_get_parent (row);
      graphene_rect_t bounds;

      if (x < 0 && gtk_widget_has_focus (item))
        return DOCKET_TASK_ROW (row);
      if (x >= 0 && gtk_widget_get_mapped (row)
          && gtk_widget_compute_bounds (item, GTK_WIDGET (self->list), &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
        return DOCKET_TASK_ROW (row);
    }
  return NULL;
}

/* @x and @y in the list; negative: at the row itself. */
static void
popup_menu (DocketTaskList *self, DocketTaskRow *row, double x, double y)
{
  g_autoptr (GMenuModel) model
      = docket_task_menu_new (docket_task_get_archived (docket_task_row_get_task (row)));
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);
  graphene_rect_t bounds;

  if (x < 0 && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    point = GRAPHENE_POINT_INIT (bounds.origin.x + 24, bounds.origin.y + bounds.size.height);
  else if (!gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int)point.x, (int)point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
open_menu_at (DocketTaskList *self, GtkGesture *gesture, double x, double y)
{
  DocketTaskRow *row = find_row (self, x, y);

  if (row == NULL || !select_row (self, row))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, row, x, y);
}

static void
secondary_click_cb (GtkGesture *gesture, int n_press, double x, double y, DocketTaskList *self)
{
  open_menu_at (self, gesture, x, y);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, DocketTaskList *self)
{
  open_menu_at (self, gesture, x, y);
}

/* One click opens a task where only one pane shows. The list itself wants two, and selects after
 * this. */
static void
primary_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DocketTaskList *self)
{
  DocketTaskRow *row = self->folded ? find_row (self, x, y) : NULL;

  if (row != NULL && n_press == 1 && select_row (self, row))
    g_signal_emit (self, signals[OPENED], 0);
}

/* A click on a heading chooses nothing. */
static void
primary_press_cb (GtkGesture *gesture, int n_press, double x, double y, DocketTaskList *self)
{
  if (find_row (self, x, y) == NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DocketTaskList *self = DOCKET_TASK_LIST (user_data);
  DocketTaskRow *row = find_row (self, -1, -1);

  if (row == NULL || !select_row (self, row))
    return FALSE;
  popup_menu (self, row, -1, -1);
  return TRUE;
}

static void
add_menu_keys (DocketTaskList *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger
      = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger,
                                                          gtk_callback_action_new (menu_key_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
add_gesture (DocketTaskList *self, GtkGesture *gesture, const char *signal, GCallback callback)
{
  g_signal_connect (gesture, signal, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (gesture));
}

static void
add_gestures (DocketTaskList *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (primary), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (primary, "pressed", G_CALLBACK (primary_press_cb), self);
  add_gesture (self, primary, "released", G_CALLBACK (primary_click_cb));
  /* Not when it is pressed: the menu would take the release away, and the row would stay pressed.
   */
  add_gesture (self, secondary, "released", G_CALLBACK (secondary_click_cb));
  add_gesture (self, hold, "pressed", G_CALLBACK (long_press_cb));
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
  g_clear_object (&self->last);

  G_OBJECT_CLASS (docket_task_list_parent_class)->finalize (object);
}

static void
docket_task_list_class_init (DocketTaskListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = docket_task_list_set_property;
  object_class->dispose = docket_task_list_dispose;
  object_class->finalize = docket_task_list_finalize;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
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
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (position_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  self->menu = docket_task_menu_new_popover ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  add_gestures (self);
  add_menu_keys (self);
  docket_task_keys_add (GTK_WIDGET (self->list));
  self->refresh_id = g_timeout_add_seconds (REFRESH_SECONDS, refresh_rows_cb, self);
}

void
docket_task_list_set_workspace (DocketTaskList *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  g_hash_table_remove_all (self->removals);
  g_clear_object (&self->last);
  gtk_single_selection_set_model (self->selection, workspace != NULL ? G_LIST_MODEL (
                                                       docket_workspace_get_tasks (workspace))
                                                                     : NULL);
}

DocketTask *
docket_task_list_get_selected (DocketTaskList *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return DOCKET_IS_TASK (item) ? item : NULL;
}

void
docket_task_list_unselect (DocketTaskList *self)
{
  g_clear_object (&self->last);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
docket_task_list_focus (DocketTaskList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

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
  gtk_single_selection_set_selected (self->selection, position);
  focus_position (self, position);
}
