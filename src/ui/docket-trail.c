/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-trail.h"

struct _DocketTrail
{
  GObject parent_instance;

  DocketSplit *split; /* not owned, as the others */
  DocketListPane *list;
  GtkStack *stack;
  DocketDetailPane *detail;
  DocketProcessPane *process_pane;
  GtkEventController *back_key;

  DocketWorkspace *workspace;
  DocketView view;
  GObject *base;     /* what is chosen in the list: a task, process or entry; nullable */
  GPtrArray *opened; /* of DocketTask and DocketProcess, the last one shows */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTrail, docket_trail, G_TYPE_OBJECT)

static gpointer
get_current (DocketTrail *self)
{
  return self->opened->len > 0 ? self->opened->pdata[self->opened->len - 1] : (gpointer)self->base;
}

/* The process that shows, or that one comes back to: its pane keeps its place. */
static DocketProcess *
find_process (DocketTrail *self)
{
  for (guint i = self->opened->len; i > 0; i--)
    if (DOCKET_IS_PROCESS (self->opened->pdata[i - 1]))
      return self->opened->pdata[i - 1];
  return DOCKET_IS_PROCESS (self->base) ? DOCKET_PROCESS (self->base) : NULL;
}

static void
show (DocketTrail *self)
{
  const gboolean is_process = docket_trail_get_process (self) != NULL;
  const gboolean has_way_back = docket_trail_has_way_back (self);

  docket_process_pane_set_process (self->process_pane, self->workspace, find_process (self));
  docket_detail_pane_set_task (self->detail, docket_trail_get_task (self));
  docket_detail_pane_set_entry (self->detail, docket_trail_get_entry (self),
                                self->workspace != NULL ? self->view : DOCKET_VIEW_TO_DO);
  gtk_stack_set_visible_child (self->stack, is_process ? GTK_WIDGET (self->process_pane)
                                                       : GTK_WIDGET (self->detail));
  docket_detail_pane_set_has_way_back (self->detail, has_way_back);
  g_object_set (self->process_pane, "has-way-back", has_way_back, NULL);
  if (get_current (self) == NULL)
    docket_split_set_show_detail (self->split, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
focus_current (DocketTrail *self)
{
  if (docket_trail_get_process (self) != NULL)
    docket_process_pane_focus (self->process_pane);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
clear (DocketTrail *self)
{
  if (self->opened->len == 0)
    return;
  g_ptr_array_set_size (self->opened, 0);
  show (self);
}

static gboolean
is_beside_list (DocketTrail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->stack));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
}

static void
selection_changed_cb (DocketTrail *self)
{
  const DocketView view = docket_list_pane_get_view (self->list);
  gpointer chosen = docket_list_pane_get_chosen (self->list);

  if (view != self->view || !is_beside_list (self))
    g_ptr_array_set_size (self->opened, 0);
  self->view = view;
  g_set_object (&self->base, chosen);
  show (self);
}

static void
opened_cb (DocketTrail *self)
{
  clear (self);
  docket_split_set_show_detail (self->split, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* A click on what is chosen already brings it back. */
static void
released_cb (GtkGesture *gesture, int n_press, double x, double y, DocketTrail *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  if (at != NULL && gtk_widget_get_ancestor (at, GTK_TYPE_LIST_VIEW) != NULL
      && gtk_widget_get_ancestor (at, GTK_TYPE_CHECK_BUTTON) == NULL)
    clear (self);
}

/* @item: (transfer full) */
static void
open_item (DocketTrail *self, gpointer item)
{
  g_ptr_array_add (self->opened, item);
  show (self);
  docket_split_set_show_detail (self->split, TRUE);
  focus_current (self);
}

static void
task_activated_cb (DocketTrail *self, DocketTask *task)
{
  open_item (self, g_object_ref (task));
}

static gboolean
back_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  /* Without one, whoever has the focus may have a way back of its own, such as a kept copy. */
  return docket_trail_has_way_back (user_data) && docket_trail_go_back (user_data);
}

/* Before the split hears of it, which takes this key for the way to the list. */
static void
add_back_key (DocketTrail *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Left,
                                                                                  GDK_ALT_MASK),
                                                          gtk_callback_action_new (back_key_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->stack), controller);
  self->back_key = controller;
}

static void
docket_trail_dispose (GObject *object)
{
  DocketTrail *self = DOCKET_TRAIL (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->base);
  g_clear_pointer (&self->opened, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_trail_parent_class)->dispose (object);
}

static void
docket_trail_class_init (DocketTrailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_trail_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_trail_init (DocketTrail *self)
{
  self->opened = g_ptr_array_new_with_free_func (g_object_unref);
}

DocketTrail *
docket_trail_new (DocketSplit *split,
                  DocketListPane *list,
                  GtkStack *stack,
                  DocketDetailPane *detail,
                  DocketProcessPane *process_pane)
{
  DocketTrail *self = g_object_new (DOCKET_TYPE_TRAIL, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->split = split;
  self->list = list;
  self->stack = stack;
  self->detail = detail;
  self->process_pane = process_pane;
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (process_pane, "task-activated", G_CALLBACK (task_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
  add_back_key (self);
  return self;
}

void
docket_trail_end (DocketTrail *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (self->process_pane, self);
  gtk_widget_remove_controller (GTK_WIDGET (self->stack), self->back_key);
  g_object_unref (self);
}

void
docket_trail_set_workspace (DocketTrail *self, DocketWorkspace *workspace)
{
  g_ptr_array_set_size (self->opened, 0);
  g_clear_object (&self->base);
  show (self);
  g_set_object (&self->workspace, workspace);
}

DocketTask *
docket_trail_get_task (DocketTrail *self)
{
  gpointer current = get_current (self);

  return DOCKET_IS_TASK (current) ? current : NULL;
}

DocketProcess *
docket_trail_get_process (DocketTrail *self)
{
  gpointer current = get_current (self);

  return DOCKET_IS_PROCESS (current) ? current : NULL;
}

DocketHistoryEntry *
docket_trail_get_entry (DocketTrail *self)
{
  gpointer current = get_current (self);

  return DOCKET_IS_HISTORY_ENTRY (current) ? current : NULL;
}

/* Where one comes from this very process, the way there is the way back. */
void
docket_trail_open_process (DocketTrail *self, const char *process_id)
{
  gpointer before = self->opened->len > 1   ? self->opened->pdata[self->opened->len - 2]
                    : self->opened->len > 0 ? (gpointer)self->base
                                            : NULL;

  if (self->workspace == NULL)
    return;
  if (DOCKET_IS_PROCESS (before) && g_str_equal (docket_process_get_id (before), process_id))
    docket_trail_go_back (self);
  else
    open_item (self,
               docket_process_model_get_process (docket_workspace_get_processes (self->workspace),
                                                 process_id));
}

void
docket_trail_open_task (DocketTrail *self, const char *task_id)
{
  DocketTaskModel *tasks = docket_process_pane_get_tasks (self->process_pane);
  guint position;

  if (tasks != NULL && docket_task_model_find (tasks, task_id, &position))
    open_item (self, g_list_model_get_item (G_LIST_MODEL (tasks), position));
}

static gboolean
is_of_process (gpointer item, const char *process_id)
{
  if (DOCKET_IS_PROCESS (item))
    return g_strcmp0 (docket_process_get_id (item), process_id) == 0;
  return g_strcmp0 (docket_task_get_process_id (item), process_id) == 0;
}

void
docket_trail_close_process (DocketTrail *self, const char *process_id)
{
  guint n = 0;

  while (n < self->opened->len && !is_of_process (self->opened->pdata[n], process_id))
    n++;
  if (n == self->opened->len)
    return;
  g_ptr_array_set_size (self->opened, n);
  show (self);
}

gboolean
docket_trail_has_way_back (DocketTrail *self)
{
  return self->opened->len > 0;
}

gboolean
docket_trail_go_back (DocketTrail *self)
{
  if (self->opened->len > 0)
    {
      g_ptr_array_set_size (self->opened, (int)self->opened->len - 1);
      show (self);
      if (get_current (self) != NULL)
        {
          focus_current (self);
          return TRUE;
        }
    }
  else if (!docket_split_get_folded (self->split) || !docket_split_get_show_detail (self->split))
    return FALSE;
  docket_split_set_show_detail (self->split, FALSE);
  docket_list_pane_focus_list (self->list);
  return TRUE;
}
