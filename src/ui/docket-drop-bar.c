/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-drop-bar.h"

#include "ui/docket-completions.h"
#include "ui/docket-task-list.h"
#include "ui/docket-task-reason.h"

typedef enum
{
  PLACE_ARCHIVE,
  PLACE_RESTORE,
  PLACE_COMPLETE,
  PLACE_REOPEN,
  PLACE_ASSIGN,
  N_PLACES
} Place;

struct _DocketDropBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *archive;
  GtkWidget *restore;
  GtkWidget *complete;
  GtkWidget *reopen;
  GtkWidget *assign;
  GtkLabel *reason;

  DocketTaskList *list; /* not owned: both are parts of the same pane */
};

enum
{
  PROP_LIST = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketDropBar, docket_drop_bar, ADW_TYPE_BIN)

static GtkWidget *
get_place (DocketDropBar *self, Place place)
{
  GtkWidget *const places[N_PLACES] = {
    [PLACE_ARCHIVE] = self->archive,   [PLACE_RESTORE] = self->restore,
    [PLACE_COMPLETE] = self->complete, [PLACE_REOPEN] = self->reopen,
    [PLACE_ASSIGN] = self->assign,
  };

  return places[place];
}

static gboolean
fits_many (DocketDropBar *self, Place place)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (docket_task_list_get_workspace (self->list));
  const gboolean archived = docket_task_model_get_view (tasks) == DOCKET_VIEW_ARCHIVED;

  return place == (archived ? PLACE_RESTORE : PLACE_ARCHIVE);
}

static gboolean
fits (DocketTask *task, Place place)
{
  const gboolean archived = docket_task_get_archived (task);

  switch (place)
    {
    case PLACE_ARCHIVE:
      return !archived && docket_task_get_one_off (task);
    case PLACE_RESTORE:
      return archived && docket_task_get_one_off (task);
    case PLACE_COMPLETE:
      return docket_completions_fits (task, DOCKET_COMPLETION_COMPLETE);
    case PLACE_REOPEN:
      return docket_completions_fits (task, DOCKET_COMPLETION_REOPEN);
    case PLACE_ASSIGN:
      return !archived && !docket_task_get_completed (task);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Where nothing can be sent, why. */
static char *
find_reason (DocketDropBar *self, DocketTask *task)
{
  DocketWorkspace *workspace = docket_task_list_get_workspace (self->list);

  if (docket_workspace_can_send (workspace))
    return NULL;
  return task != NULL ? docket_task_reason_find (workspace, task) : NULL;
}

static void
dragging_cb (DocketDropBar *self)
{
  DocketTask *task = docket_task_list_get_dragged (self->list);
  const gboolean dragging = docket_task_list_get_dragging (self->list);
  g_autofree char *reason = NULL;

  if (dragging)
    {
      reason = find_reason (self, task);
      for (guint i = 0; i < N_PLACES; i++)
        gtk_widget_set_visible (get_place (self, i),
                                reason == NULL
                                    && (task != NULL ? fits (task, i) : fits_many (self, i)));
      gtk_label_set_label (self->reason, reason != NULL ? reason : "");
      gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
    }
  if (dragging)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, dragging);
}

static void
revealed_cb (DocketDropBar *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer)
      && !gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* What is open stays open, unless there is something to be filled in. */
static void
act (DocketDropBar *self, DocketTask *task, Place place)
{
  static const struct
  {
    const char *name;
    gboolean of_row;
  } actions[N_PLACES] = {
    [PLACE_ARCHIVE] = { "task.archive-row", TRUE },
    [PLACE_RESTORE] = { "task.restore-row", TRUE },
    [PLACE_COMPLETE] = { "work.complete-row", TRUE },
    [PLACE_REOPEN] = { "work.reopen-row", TRUE },
    [PLACE_ASSIGN] = { "write.assign", FALSE },
  };

  if (actions[place].of_row)
    gtk_widget_activate_action (GTK_WIDGET (self), actions[place].name, "s",
                                docket_task_get_id (task));
  else if (docket_task_list_select_task (self->list, task))
    gtk_widget_activate_action (GTK_WIDGET (self), actions[place].name, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, DocketDropBar *self)
{
  GtkWidget *at = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (DocketTask) task = NULL;
  Place place = PLACE_ARCHIVE;

  if (g_value_get_object (value) != self->list
      || docket_task_list_get_workspace (self->list) == NULL)
    return FALSE;
  g_set_object (&task, docket_task_list_get_dragged (self->list));
  while (get_place (self, place) != at)
    place++;
  /* It may be another one by now than when the drag began. */
  if (task == NULL ? !fits_many (self, place) : !fits (task, place))
    return FALSE;
  if (task != NULL)
    act (self, task, place);
  else
    gtk_widget_activate_action (GTK_WIDGET (self),
                                place == PLACE_RESTORE ? "many.restore" : "many.archive", NULL);
  return TRUE;
}

static void
docket_drop_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketDropBar *self = DOCKET_DROP_BAR (object);

  switch (id)
    {
    case PROP_LIST:
      self->list = g_value_get_object (value);
      g_signal_connect_object (self->list, "notify::dragging", G_CALLBACK (dragging_cb), self,
                               G_CONNECT_SWAPPED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_drop_bar_class_init (DocketDropBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = docket_drop_bar_set_property;
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, DOCKET_TYPE_TASK_LIST,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-drop-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, archive);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, restore);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, complete);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, reopen);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, assign);
  gtk_widget_class_bind_template_child (widget_class, DocketDropBar, reason);
}

static void
docket_drop_bar_init (DocketDropBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_PLACES; i++)
    {
      GtkDropTarget *target = gtk_drop_target_new (DOCKET_TYPE_TASK_LIST, GDK_ACTION_MOVE);

      g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
      gtk_widget_add_controller (get_place (self, i), GTK_EVENT_CONTROLLER (target));
    }
}
