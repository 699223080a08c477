/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-row-list.h"

#include "ui/docket-group-row.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-keys.h"

struct _DocketRowList
{
  AdwBin parent_instance;

  const DocketRowKind *kind;
  GtkSingleSelection *selection;
  GPtrArray *shown; /* of GtkListItem: those that show a row now; not owned */
  guint last;       /* the position that was selected before */
  gboolean folded;

  GtkListView *list;
};

enum
{
  PROP_FOLDED = 1,
  PROP_NAME,
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

G_DEFINE_FINAL_TYPE (DocketRowList, docket_row_list, ADW_TYPE_BIN)

static gboolean
is_row (DocketRowList *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return item != NULL && !DOCKET_IS_GROUP (item);
}

/* The arrow keys also select the heading of a group: they go on to the row beyond it. */
static void
selected_cb (DocketRowList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  int step = self->last != GTK_INVALID_LIST_POSITION && position < self->last ? -1 : 1;
  guint next;

  if (position != GTK_INVALID_LIST_POSITION && !is_row (self, position))
    {
      next = docket_rows_find_nearest (G_LIST_MODEL (self->selection), position, step);
      if (next != GTK_INVALID_LIST_POSITION)
        {
          gtk_single_selection_set_selected (self->selection, next);
          docket_row_list_focus_position (self, next);
        }
      return;
    }
  self->last = position;
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* A heading and a row take each other's place in a list item. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketRowList *self)
{
  gpointer object = gtk_list_item_get_item (item);
  const gboolean heading = DOCKET_IS_GROUP (object);
  GtkWidget *child = gtk_list_item_get_child (item);

  gtk_list_item_set_activatable (item, !heading);
  if (child == NULL || DOCKET_IS_GROUP_ROW (child) != heading)
    gtk_list_item_set_child (item, heading ? docket_group_row_new () : self->kind->create ());
  child = gtk_list_item_get_child (item);
  if (heading)
    docket_group_row_set_group (DOCKET_GROUP_ROW (child), object);
  else
    {
      self->kind->set_item (child, object);
      g_ptr_array_add (self->shown, item);
    }
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketRowList *self)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (DOCKET_IS_GROUP_ROW (child))
    docket_group_row_set_group (DOCKET_GROUP_ROW (child), NULL);
  else if (g_ptr_array_remove_fast (self->shown, item))
    self->kind->set_item (child, NULL);
}

static void
activate_cb (GtkListView *list, guint position, DocketRowList *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0);
}

/* What shows at @x, @y of the list. */
static GtkListItem *
find_item (DocketRowList *self, double x, double y)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *row = gtk_list_item_get_child (self->shown->pdata[i]);
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (row)
          && gtk_widget_compute_bounds (gtk_widget_get_parent (row), GTK_WIDGET (self->list),
                                        &bounds)
          && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float)x, (float)y)))
        return self->shown->pdata[i];
    }
  return NULL;
}

/* A click on a heading chooses nothing. */
static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, DocketRowList *self)
{
  if (find_item (self, x, y) == NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* One click opens a row where only one pane shows. The list itself wants two, and selects after
 * this. */
static void
released_cb (GtkGesture *gesture, int n_press, double x, double y, DocketRowList *self)
{
  GtkListItem *item = self->folded && n_press == 1 ? find_item (self, x, y) : NULL;

  if (item == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  g_signal_emit (self, signals[OPENED], 0);
}

static void
docket_row_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketRowList *self = DOCKET_ROW_LIST (object);

  if (id == PROP_FOLDED)
    self->folded = g_value_get_boolean (value);
  else if (id == PROP_NAME)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    g_value_get_string (value), -1);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_row_list_dispose (GObject *object)
{
  DocketRowList *self = DOCKET_ROW_LIST (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  G_OBJECT_CLASS (docket_row_list_parent_class)->dispose (object);
}

static void
docket_row_list_finalize (GObject *object)
{
  DocketRowList *self = DOCKET_ROW_LIST (object);

  g_clear_object (&self->selection);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_row_list_parent_class)->finalize (object);
}

static void
docket_row_list_class_init (DocketRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = docket_row_list_set_property;
  object_class->dispose = docket_row_list_dispose;
  object_class->finalize = docket_row_list_finalize;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME]
      = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-row-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketRowList, list);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
docket_row_list_init (DocketRowList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->shown = g_ptr_array_new ();
  self->last = GTK_INVALID_LIST_POSITION;
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
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
docket_row_list_set_kind (DocketRowList *self, const DocketRowKind *kind)
{
  self->kind = kind;
}

void
docket_row_list_set_model (DocketRowList *self, GListModel *model)
{
  gtk_single_selection_set_model (self->selection, model);
}

gpointer
docket_row_list_get_selected (DocketRowList *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  return DOCKET_IS_GROUP (item) ? NULL : item;
}

void
docket_row_list_unselect (DocketRowList *self)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

void
docket_row_list_set_selected (DocketRowList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
}

void
docket_row_list_focus_position (DocketRowList *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_list_item_get_position (self->shown->pdata[i]) == position)
      {
        gtk_widget_grab_focus (
            gtk_widget_get_parent (gtk_list_item_get_child (self->shown->pdata[i])));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
docket_row_list_focus (DocketRowList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position == GTK_INVALID_LIST_POSITION)
    position = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);
  if (position != GTK_INVALID_LIST_POSITION)
    docket_row_list_focus_position (self, position);
}

void
docket_row_list_enter (DocketRowList *self)
{
  guint first = docket_rows_find_nearest (G_LIST_MODEL (self->selection), 0, 1);

  if (docket_row_list_get_selected (self) == NULL && first != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, first);
  docket_row_list_focus (self);
}

gboolean
docket_row_list_has_focus (DocketRowList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}
