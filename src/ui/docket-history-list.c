/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-list.h"

#include "ui/docket-group-row.h"
#include "ui/docket-history-row.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-keys.h"

struct _DocketHistoryList
{
  AdwBin parent_instance;

  DocketHistory *history; /* nullable */
  GtkSingleSelection *selection;
  GPtrArray *rows; /* every DocketHistoryRow that shows an entry now; not owned */
  guint last;      /* the position that was selected before */
  char *wanted;    /* ID of the task whose entry is to be chosen when it comes, or NULL */
  gboolean folded;

  GtkDropDown *filter;
  GtkStack *stack;
  GtkWidget *scrolled;
  GtkWidget *none;
  GtkListView *list;
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

G_DEFINE_FINAL_TYPE (DocketHistoryList, docket_history_list, ADW_TYPE_BIN)

static gboolean
is_entry (DocketHistoryList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return DOCKET_IS_HISTORY_ENTRY (item);
}

static void
focus_position (DocketHistoryList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->rows->len; i++)
    if ((gpointer)docket_history_row_get_entry (self->rows->pdata[i]) == (gpointer)item)
      {
        gtk_widget_grab_focus (gtk_widget_get_parent (self->rows->pdata[i]));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* The arrow keys also select the heading of a group: they go on to the entry beyond it. */
static void
selected_cb (DocketHistoryList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  int step = self->last != GTK_INVALID_LIST_POSITION && position < self->last ? -1 : 1;
  guint next;

  if (position != GTK_INVALID_LIST_POSITION && !is_entry (self, position))
    {
      next = docket_rows_find_nearest (G_LIST_MODEL (self->selection), position, step);
      if (next != GTK_INVALID_LIST_POSITION)
        {
          gtk_single_selection_set_selected (self->selection, next);
          focus_position (self, next);
        }
      return;
    }
  self->last = position;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
choose_wanted (DocketHistoryList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; self->wanted != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (DOCKET_IS_HISTORY_ENTRY (item)
          && g_str_equal (docket_history_entry_get_task_id (DOCKET_HISTORY_ENTRY (item)),
                          self->wanted))
        {
          g_clear_pointer (&self->wanted, g_free);
          gtk_single_selection_set_selected (self->selection, i);
          focus_position (self, i);
        }
    }
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketHistoryList *self)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);

  gtk_list_item_set_activatable (item, DOCKET_IS_HISTORY_ENTRY (object));
  if (DOCKET_IS_HISTORY_ENTRY (object))
    {
      if (!DOCKET_IS_HISTORY_ROW (child))
        gtk_list_item_set_child (item, docket_history_row_new ());
      child = gtk_list_item_get_child (item);
      docket_history_row_set_entry (DOCKET_HISTORY_ROW (child), object);
      g_ptr_array_add (self->rows, child);
      return;
    }
  if (!DOCKET_IS_GROUP_ROW (child))
    gtk_list_item_set_child (item, docket_group_row_new ());
  docket_group_row_set_group (DOCKET_GROUP_ROW (gtk_list_item_get_child (item)), object);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketHistoryList *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (DOCKET_IS_HISTORY_ROW (child))
    {
      g_ptr_array_remove_fast (self->rows, child);
      docket_history_row_set_entry (DOCKET_HISTORY_ROW (child), NULL);
    }
  else if (DOCKET_IS_GROUP_ROW (child))
    docket_group_row_set_group (DOCKET_GROUP_ROW (child), NULL);
}

static void
activate_cb (GtkListView *list, guint position, DocketHistoryList *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

/* Where a filter lets nothing through. Without one, whoever shows this list says that it is empty.
 */
static void
show_none (DocketHistoryList *self)
{
  gboolean none = docket_history_get_n_entries (self->history) == 0
                  && docket_history_get_filter (self->history) != DOCKET_HISTORY_ALL;

  if (!docket_history_get_busy (self->history))
    gtk_stack_set_visible_child (self->stack, none ? self->none : self->scrolled);
}

/* The choices stand in the order of the enumeration. */
static void
filter_cb (DocketHistoryList *self)
{
  if (self->history != NULL)
    docket_history_set_filter (self->history, gtk_drop_down_get_selected (self->filter));
}

static void
show_all_cb (DocketHistoryList *self)
{
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

/* The row that shows at @x, @y of the list. */
static DocketHistoryRow *
find_row (DocketHistoryList *self, double x, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (row)
          && gtk_widget_compute_bounds (gtk_widget_get_parent (row), GTK_WIDGET (self->list),
                                        &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
        return DOCKET_HISTORY_ROW (row);
    }
  return NULL;
}

/* A click on a heading chooses nothing. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, DocketHistoryList *self)
{
  if (find_row (self, x, y) == NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* One click opens an entry where only one pane shows. The list itself wants two, and selects after
 * this. */
static void
released_cb (GtkGesture *gesture, int n_press, double x, double y, DocketHistoryList *self)
{
  DocketHistoryRow *row = self->folded && n_press == 1 ? find_row (self, x, y) : NULL;
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; row != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if ((gpointer)item == (gpointer)docket_history_row_get_entry (row))
        {
          gtk_single_selection_set_selected (self->selection, i);
          g_signal_emit (self, signals[OPENED], 0);
          return;
        }
    }
}

static void
docket_history_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    DOCKET_HISTORY_LIST (object)->folded = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_history_list_dispose (GObject *object)
{
  DocketHistoryList *self = DOCKET_HISTORY_LIST (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (docket_history_list_parent_class)->dispose (object);
}

static void
docket_history_list_finalize (GObject *object)
{
  DocketHistoryList *self = DOCKET_HISTORY_LIST (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->wanted);

  G_OBJECT_CLASS (docket_history_list_parent_class)->finalize (object);
}

static void
docket_history_list_class_init (DocketHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = docket_history_list_set_property;
  object_class->dispose = docket_history_list_dispose;
  object_class->finalize = docket_history_list_finalize;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, filter);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, none);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
docket_history_list_init (DocketHistoryList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_ptr_array_new ();
  self->last = GTK_INVALID_LIST_POSITION;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (choose_wanted), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  docket_rows_watch_focus (self->list, G_LIST_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  /* Undo: the actions of tasks are off while no task is chosen. */
  docket_task_keys_add (GTK_WIDGET (self->list));
}

void
docket_history_list_set_history (DocketHistoryList *self, DocketHistory *history)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_set_object (&self->history, history);
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  if (history != NULL)
    {
      docket_history_set_filter (history, DOCKET_HISTORY_ALL);
      g_signal_connect_object (history, "notify", G_CALLBACK (show_none), self, G_CONNECT_SWAPPED);
      show_none (self);
    }
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (history));
}

DocketHistoryEntry *
docket_history_list_get_selected (DocketHistoryList *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return DOCKET_IS_HISTORY_ENTRY (item) ? item : NULL;
}

void
docket_history_list_choose (DocketHistoryList *self, const char *task_id)
{
  g_free (self->wanted);
  self->wanted = g_strdup (task_id);
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  choose_wanted (self);
}

void
docket_history_list_unselect (DocketHistoryList *self)
{
  g_clear_pointer (&self->wanted, g_free);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
docket_history_list_focus (DocketHistoryList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    position = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    focus_position (self, position);
}

void
docket_history_list_enter (DocketHistoryList *self)
{
  guint first = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);

  if (docket_history_list_get_selected (self) == NULL && first != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, first);
  docket_history_list_focus (self);
}
