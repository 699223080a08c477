/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */

/* A row, or the chosen ones, dragged out of the list. */
#include "ui/docket-task-list-private.h"

#include <glib/gi18n.h>
#include "ui/docket-task-row.h"

#define HOTSPOT_X 60

static gboolean
is_chosen (DocketTaskList *self, DocketTaskRow *row)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (row), DOCKET_LIST_ITEM_KEY);

  return gtk_list_item_get_selected (item);
}

/* A finger scrolls. With Ctrl or Shift, and from a row that is not chosen, a rubber band begins. */
gboolean
docket_task_list_may_drag (DocketTaskList *self, GtkEventController *controller, DocketTaskRow *row)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if (row == NULL || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    return FALSE;
  if (docket_task_selection_get_choosing (self->selection))
    return docket_task_list_get_picking (self) && is_chosen (self, row);
  return docket_task_get_loaded (docket_task_row_get_task (row));
}

/* A picture of the row: it shows the same also when the row itself shows another task. */
static GdkPaintable *
draw_row (DocketTaskRow *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (row));

  return gdk_paintable_get_current_image (paintable);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, DocketTaskList *self)
{
  DocketTaskRow *row = docket_task_list_find_row (self, x, y);

  if (!docket_task_list_may_drag (self, GTK_EVENT_CONTROLLER (source), row))
    return NULL;
  g_clear_object (&self->dragged);
  if (!docket_task_selection_get_choosing (self->selection))
    {
      self->dragged = g_object_ref (docket_task_row_get_task (row));
      g_clear_object (&self->drag_picture);
      self->drag_picture = draw_row (row);
    }
  return gdk_content_provider_new_typed (DOCKET_TYPE_TASK_LIST, self);
}

static void
add_picture (DocketTaskList *self, GtkBox *card)
{
  GtkWidget *picture = gtk_picture_new_for_paintable (self->drag_picture);

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_box_append (card, picture);
}

static void
add_count (DocketTaskList *self, GtkBox *card)
{
  const guint n = docket_task_selection_get_n_chosen (self->selection);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u task", "%'u tasks", n), n);

  gtk_box_append (card, gtk_label_new (words));
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, DocketTaskList *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int height;

  gtk_widget_add_css_class (card, "drag-card");
  if (self->dragged != NULL)
    add_picture (self, GTK_BOX (card));
  else
    add_count (self, GTK_BOX (card));
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), card);
  /* It hovers above the pointer, so that what the places say can be read. */
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gdk_drag_set_hotspot (drag, HOTSPOT_X, height);
  docket_task_list_set_dragging (self, TRUE);
}

static void
end_cb (GtkDragSource *source, GdkDrag *drag, gboolean moved, DocketTaskList *self)
{
  docket_task_list_set_dragging (self, FALSE);
}

/* The icon flies back; the places to drop it are gone at once. */
static gboolean
cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason, DocketTaskList *self)
{
  docket_task_list_set_dragging (self, FALSE);
  return FALSE;
}

void
docket_task_list_add_drag (DocketTaskList *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  /* Before the clicks, one of which may take the press for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));
}

void
docket_task_list_set_dragging (DocketTaskList *self, gboolean dragging)
{
  if (self->dragging == dragging)
    return;
  self->dragging = dragging;
  g_object_notify (G_OBJECT (self), "dragging");
}

gboolean
docket_task_list_get_dragging (DocketTaskList *self)
{
  g_return_val_if_fail (DOCKET_IS_TASK_LIST (self), FALSE);

  return self->dragging;
}

DocketTask *
docket_task_list_get_dragged (DocketTaskList *self)
{
  g_return_val_if_fail (DOCKET_IS_TASK_LIST (self), NULL);

  return self->dragged;
}

gboolean
docket_task_list_select_task (DocketTaskList *self, DocketTask *task)
{
  guint position;

  g_return_val_if_fail (DOCKET_IS_TASK_LIST (self), FALSE);

  if (task == docket_task_list_get_selected (self))
    return TRUE;
  if (!docket_task_model_find (docket_workspace_get_tasks (self->workspace),
                               docket_task_get_id (task), &position))
    return FALSE;
  docket_task_selection_set_selected (self->selection, position);
  return TRUE;
}
