/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-practice-bar.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-process-head.h"
#include "ui/docket-squeeze.h"
#include "ui/docket-task-keys.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-task-row.h"

struct _DocketProcessPane
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  DocketProcess *process;
  DocketTaskModel *tasks;
  GPtrArray *shown; /* of GtkListItem: those that show something now; not owned */
  guint last;       /* position of the row that was activated last */
  gboolean folded;
  gboolean practice;
  gboolean has_way_back;

  GtkWidget *back;
  GtkWidget *archive;
  GtkWidget *restore;
  GtkMenuButton *menu_button;
  DocketBanner *banner;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *practice_bar;
};

enum
{
  PROP_FOLDED = 1,
  PROP_PRACTICE,
  PROP_HAS_WAY_BACK,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  TASK_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketProcessPane, docket_process_pane, ADW_TYPE_BIN)

static void
update (DocketProcessPane *self)
{
  if (self->list == NULL)
    return;
  gtk_widget_set_visible (self->back, self->folded || self->has_way_back);
  gtk_widget_set_visible (self->practice_bar, self->practice && self->folded);
  if (self->folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

static void
show_header (DocketProcessPane *self)
{
  const gboolean known = self->process != NULL && docket_process_is_known (self->process);
  const gboolean archived = known && docket_process_is_archived (self->process);

  gtk_widget_set_visible (self->archive, known && !archived);
  gtk_widget_set_visible (self->restore, archived);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), known);
}

/* What is not known may only not have been read yet. */
static void
show_page (DocketProcessPane *self)
{
  const gboolean gone
      = self->process != NULL && !docket_process_is_known (self->process)
        && !docket_process_model_get_busy (docket_workspace_get_processes (self->workspace));

  gtk_stack_set_visible_child_name (self->stack, gone ? "gone" : "process");
  show_header (self);
}

static const char *
get_my_name (DocketProcessPane *self)
{
  return docket_account_get_user_name (docket_workspace_get_account (self->workspace));
}

/* The first item is the process itself: its head scrolls with the tasks. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketProcessPane *self)
{
  gpointer object = gtk_list_item_get_item (item);
  const gboolean head = DOCKET_IS_PROCESS (object);
  GtkWidget *child = gtk_list_item_get_child (item);

  gtk_list_item_set_activatable (item, !head);
  /* Nothing is selected here, but what cannot be takes no focus either. */
  gtk_list_item_set_selectable (item, !head);
  if (child == NULL || DOCKET_IS_PROCESS_HEAD (child) != head)
    gtk_list_item_set_child (item,
                             head ? docket_process_head_new () : docket_task_row_new_in_process ());
  child = gtk_list_item_get_child (item);
  g_ptr_array_add (self->shown, item);
  if (head)
    docket_process_head_set_process (DOCKET_PROCESS_HEAD (child), object, get_my_name (self));
  else
    docket_task_row_set_task (DOCKET_TASK_ROW (child), object, get_my_name (self), FALSE);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketProcessPane *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->shown, item);
  if (DOCKET_IS_PROCESS_HEAD (child))
    docket_process_head_set_process (DOCKET_PROCESS_HEAD (child), NULL, NULL);
  else
    docket_task_row_set_task (DOCKET_TASK_ROW (child), NULL, NULL, FALSE);
}

static void
activate_cb (GtkListView *list, guint position, DocketProcessPane *self)
{
  g_autoptr (GObject) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (!DOCKET_IS_TASK (item) || !docket_task_get_loaded (DOCKET_TASK (item)))
    return;
  self->last = position;
  g_signal_emit (self, signals[TASK_ACTIVATED], 0, item);
}

/* The second press of a double click is not to undo the first. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, DocketProcessPane *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  if (n_press > 1 && at != NULL && gtk_widget_get_ancestor (at, GTK_TYPE_CHECK_BUTTON) != NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
docket_process_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketProcessPane *self = DOCKET_PROCESS_PANE (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->practice);
      break;
    case PROP_HAS_WAY_BACK:
      g_value_set_boolean (value, self->has_way_back);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_process_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketProcessPane *self = DOCKET_PROCESS_PANE (object);

  switch (id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    case PROP_PRACTICE:
      self->practice = g_value_get_boolean (value);
      break;
    case PROP_HAS_WAY_BACK:
      self->has_way_back = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update (self);
}

static void
docket_process_pane_dispose (GObject *object)
{
  DocketProcessPane *self = DOCKET_PROCESS_PANE (object);

  if (self->list != NULL)
    docket_process_pane_set_process (self, NULL, NULL);

  G_OBJECT_CLASS (docket_process_pane_parent_class)->dispose (object);
}

static void
docket_process_pane_finalize (GObject *object)
{
  g_clear_pointer (&DOCKET_PROCESS_PANE (object)->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_process_pane_parent_class)->finalize (object);
}

static void
docket_process_pane_class_init (DocketProcessPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_process_pane_get_property;
  object_class->set_property = docket_process_pane_set_property;
  object_class->dispose = docket_process_pane_dispose;
  object_class->finalize = docket_process_pane_finalize;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_WAY_BACK] = g_param_spec_boolean ("has-way-back", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TASK_ACTIVATED]
      = g_signal_new ("task-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, DOCKET_TYPE_TASK);
  g_type_ensure (DOCKET_TYPE_BANNER);
  g_type_ensure (DOCKET_TYPE_FRAME);
  g_type_ensure (DOCKET_TYPE_PRACTICE_BAR);
  g_type_ensure (DOCKET_TYPE_SQUEEZE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-process-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, back);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, archive);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, restore);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, list);
  gtk_widget_class_bind_template_child (widget_class, DocketProcessPane, practice_bar);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
docket_process_pane_init (DocketProcessPane *self)
{
  self->shown = g_ptr_array_new ();
}

/* What it consists of is made when a process shows first. */
static void
ensure_parts (DocketProcessPane *self)
{
  GtkGesture *click = NULL;

  if (self->list != NULL)
    return;
  click = gtk_gesture_click_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_task_keys_add (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  update (self);
}

/* (transfer full) */
static GtkSelectionModel *
create_model (DocketProcessPane *self)
{
  GListStore *head = g_list_store_new (DOCKET_TYPE_PROCESS);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (head, self->process);
  g_list_store_append (parts, head);
  g_list_store_append (parts, self->tasks);
  g_object_unref (head);
  return GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)))));
}

static void
let_go (DocketProcessPane *self)
{
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->process != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->process, self);
      g_signal_handlers_disconnect_by_data (docket_workspace_get_processes (self->workspace), self);
    }
  g_clear_object (&self->process);
  g_clear_object (&self->tasks);
  g_clear_object (&self->workspace);
}

void
docket_process_pane_set_process (DocketProcessPane *self,
                                 DocketWorkspace *workspace,
                                 DocketProcess *process)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  if (self->process == process)
    return;
  let_go (self);
  if (process == NULL)
    return;
  ensure_parts (self);
  self->workspace = g_object_ref (workspace);
  self->process = g_object_ref (process);
  self->tasks = docket_workspace_list_process_tasks (workspace, docket_process_get_id (process));
  self->last = 1;
  model = create_model (self);
  gtk_list_view_set_model (self->list, model);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  g_signal_connect_object (process, "changed", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (docket_workspace_get_processes (workspace), "notify::busy",
                           G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  show_page (self);
}

DocketTaskModel *
docket_process_pane_get_tasks (DocketProcessPane *self)
{
  return self->tasks;
}

void
docket_process_pane_focus (DocketProcessPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", self->last);
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_list_item_get_position (self->shown->pdata[i]) == self->last
        && gtk_widget_grab_focus (
            gtk_widget_get_parent (gtk_list_item_get_child (self->shown->pdata[i]))))
      return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
docket_process_pane_set_menu (DocketProcessPane *self, GMenuModel *menu)
{
  ensure_parts (self);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  docket_press_guard_watch (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button)));
  docket_menus_set_up_button (self->menu_button, _ ("Process menu"));
}

void
docket_process_pane_set_reason (DocketProcessPane *self, const char *reason)
{
  if (self->list == NULL)
    return;
  gtk_widget_set_tooltip_text (self->archive, reason != NULL ? reason : _ ("Archive Process"));
  gtk_widget_set_tooltip_text (self->restore, reason);
}

DocketBanner *
docket_process_pane_get_banner (DocketProcessPane *self)
{
  return self->banner;
}
