/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */

/* What the pointer, a finger and the menu keys do in the list of tasks. */
#include "ui/docket-task-list-private.h"

#include "ui/docket-task-menu.h"

/* Selects the row the focus is on, if it shows a task. */
static gboolean
select_row (DocketTaskList *self, DocketTaskRow *row)
{
  DocketTask *task = docket_task_row_get_task (row);

  return task != NULL && docket_task_get_id (task) != NULL
         && docket_task_list_select_task (self, task);
}

DocketTaskRow *
docket_task_list_find_row (DocketTaskList *self, double x, double y)
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
  g_autoptr (GMenuModel) model = docket_task_menu_new (docket_task_row_get_task (row));
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

/* GTK would give the focus to whatever comes next in the window, where another press of the same
 * key, or Space, means something else. What was chosen in the menu may have taken it meanwhile. */
static void
menu_closed_cb (DocketTaskList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self))
      && (focus == NULL || gtk_widget_is_ancestor (focus, self->menu)))
    docket_task_list_focus (self);
}

static gboolean
is_choosing (DocketTaskList *self)
{
  return docket_task_selection_get_choosing (self->selection);
}

static void
open_menu_at (DocketTaskList *self, GtkGesture *gesture, double x, double y)
{
  DocketTaskRow *row = is_choosing (self) ? NULL : docket_task_list_find_row (self, x, y);

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

/* As the list itself does with Ctrl and Shift, which also notes where a range begins. */
static void
choose (DocketTaskList *self, DocketTaskRow *row, gboolean extend)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (row), DOCKET_LIST_ITEM_KEY);

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.select-item", "(ubb)",
                              gtk_list_item_get_position (item), !extend, extend);
}

static void
long_press_cb (GtkGesture *gesture, double x, double y, DocketTaskList *self)
{
  DocketTaskRow *row = docket_task_list_find_row (self, x, y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!is_choosing (self))
    docket_task_list_set_choosing (self, TRUE);
  choose (self, row, FALSE);
}

/* Whether @x, @y of the list is at what a row offers to press. */
static gboolean
is_at_button (DocketTaskList *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  return at != NULL
         && (gtk_widget_get_ancestor (at, GTK_TYPE_CHECK_BUTTON) != NULL
             || gtk_widget_get_ancestor (at, GTK_TYPE_MENU_BUTTON) != NULL);
}

/* One click opens a task where only one pane shows, and chooses one while many are chosen. The list
 * itself wants two, and selects after this. */
static void
primary_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, DocketTaskList *self)
{
  DocketTaskRow *row = docket_task_list_find_row (self, x, y);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (row == NULL || is_at_button (self, x, y))
    return;
  if (is_choosing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      /* The second press of a double click is not to undo the first. */
      if (n_press == 1)
        choose (self, row, (state & GDK_SHIFT_MASK) != 0);
    }
  else if ((state & GDK_SHIFT_MASK) != 0 && docket_task_list_get_selected (self) == NULL)
    {
      /* There is no row that a person would take for the beginning of a range. */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      docket_task_list_set_choosing (self, TRUE);
      choose (self, row, FALSE);
    }
  else if (self->folded && n_press == 1 && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0
           && select_row (self, row))
    docket_task_list_open (self);
}

/* Newer versions of GTK wait a moment before a drag begins, and a rubber band would be faster. It
 * is not taken away from the list by its property: that crashes while a press is handled. */
static void
allow_rubber_band (DocketTaskList *self, gboolean allow)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->list));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    allow ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
    }
}

/* A click on a heading chooses nothing. Below the rows a rubber band may begin. When the first
 * press of a double click completes a task, the second falls on the check of the task that took its
 * place. */
static void
primary_press_cb (GtkGesture *gesture, int n_press, double x, double y, DocketTaskList *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  DocketTaskRow *row = docket_task_list_find_row (self, x, y);

  allow_rubber_band (self, !docket_task_list_may_drag (self, GTK_EVENT_CONTROLLER (gesture), row));
  if ((row == NULL && gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT) != list)
      || (n_press > 1 && is_at_button (self, x, y)))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DocketTaskList *self = DOCKET_TASK_LIST (user_data);
  DocketTaskRow *row = is_choosing (self) ? NULL : docket_task_list_find_row (self, -1, -1);

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

void
docket_task_list_add_pointer (DocketTaskList *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  self->menu = docket_task_menu_new_popover ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (primary), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (primary, "pressed", G_CALLBACK (primary_press_cb), self);
  add_gesture (self, primary, "released", G_CALLBACK (primary_click_cb));
  /* Not when it is pressed: the menu would take the release away, and the row would stay pressed.
   */
  add_gesture (self, secondary, "released", G_CALLBACK (secondary_click_cb));
  add_gesture (self, hold, "pressed", G_CALLBACK (long_press_cb));
  add_menu_keys (self);
}
