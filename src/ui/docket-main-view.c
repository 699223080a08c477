/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-main-view.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-split.h"
#include "ui/docket-completions.h"
#include "ui/docket-connection-banner.h"
#include "ui/docket-detail-pane.h"
#include "ui/docket-drop-bar.h"
#include "ui/docket-history-actions.h"
#include "ui/docket-hit-marks.h"
#include "ui/docket-list-pane.h"
#include "ui/docket-many.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-process-actions.h"
#include "ui/docket-removals.h"
#include "ui/docket-renewal.h"
#include "ui/docket-reveal.h"
#include "ui/docket-task-reason.h"
#include "ui/docket-toast.h"
#include "ui/docket-trail.h"
#include "ui/docket-undo.h"
#include "ui/docket-view-keys.h"
#include "ui/docket-visits.h"
#include "ui/docket-sending.h"
#include "ui/docket-writing.h"

struct _DocketMainView
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  DocketRemovals *removals;
  DocketCompletions *completions;
  DocketMany *many;
  DocketUndo *undo;
  DocketWriting *writing;
  DocketSending *sending;
  DocketHistoryActions *history_actions;
  DocketProcessActions *process_actions;
  DocketTrail *trail;
  DocketTask *task; /* that shows; nullable */
  char *copy_of;    /* ID of the task whose copy is opened once its removal is chosen; nullable */
  GMenuModel *menu_model;
  gboolean practice;

  AdwToastOverlay *toasts;
  DocketSplit *split;
  DocketListPane *list;
  GtkStack *details;
  DocketDetailPane *detail;
  DocketProcessPane *process_pane;
  DocketManyPane *many_pane;
};

enum
{
  PROP_PRACTICE = 1,
  PROP_MENU_MODEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketMainView, docket_main_view, ADW_TYPE_BIN)

/* The one place that says what can be done now. */
static void
update_actions (DocketMainView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *reason
      = docket_task_reason_enable (widget, self->workspace, self->task, self->removals);

  gtk_widget_action_set_enabled (widget, "view.undo",
                                 self->workspace != NULL && docket_undo_is_possible (self->undo));
  gtk_widget_action_set_enabled (widget, "view.refresh",
                                 self->workspace != NULL
                                     && !docket_workspace_get_syncing (self->workspace));
  docket_completions_update (self->completions);
  docket_process_actions_update (self->process_actions);
  docket_detail_pane_set_reason (self->detail, reason, docket_task_reason_is_process (self->task));
}

static void
update (DocketMainView *self)
{
  update_actions (self);
  docket_connection_banner_update (docket_list_pane_get_banner (self->list), self->workspace);
  docket_connection_banner_update (docket_detail_pane_get_banner (self->detail), self->workspace);
  if (docket_process_pane_get_banner (self->process_pane) != NULL)
    docket_connection_banner_update (docket_process_pane_get_banner (self->process_pane),
                                     self->workspace);
  docket_detail_pane_set_list_empty (self->detail, docket_list_pane_is_empty (self->list));
}

/* The copy that somebody wanted to see, once its removal is there. */
static void
open_wanted_copy (DocketMainView *self, DocketHistoryEntry *entry)
{
  if (entry == NULL || g_strcmp0 (self->copy_of, docket_history_entry_get_task_id (entry)) != 0)
    return;
  g_clear_pointer (&self->copy_of, g_free);
  docket_split_set_show_detail (self->split, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->detail), "copy.open", NULL);
}

static void
shown_cb (DocketMainView *self)
{
  DocketTask *task = docket_trail_get_task (self->trail);
  DocketHistoryEntry *entry = docket_trail_get_entry (self->trail);

  if (task != self->task)
    {
      if (self->task != NULL)
        g_signal_handlers_disconnect_by_data (self->task, self);
      g_set_object (&self->task, task);
      if (task != NULL)
        g_signal_connect_object (task, "notify", G_CALLBACK (update_actions), self,
                                 G_CONNECT_SWAPPED);
      docket_completions_set_task (self->completions, task);
    }
  docket_completions_set_more_tasks (self->completions,
                                     docket_process_pane_get_tasks (self->process_pane));
  docket_history_actions_set_entry (self->history_actions, self->workspace, entry);
  open_wanted_copy (self, entry);
  update (self);
}

static void
removal_started_cb (DocketMainView *self, const char *task_id)
{
  if (!docket_removals_is_process (self->removals, task_id))
    docket_task_list_expect_removal (docket_list_pane_get_list (self->list), task_id);
}

static void
removal_ended_cb (DocketMainView *self, const char *task_id, gboolean gone)
{
  if (!gone)
    docket_task_list_forget_removal (docket_list_pane_get_list (self->list), task_id);
  else if (docket_split_get_folded (self->split) && self->task != NULL
           && g_strcmp0 (docket_task_get_id (self->task), task_id) == 0)
    docket_split_set_show_detail (self->split, FALSE);
}

static void
undone_cb (DocketMainView *self, const char *task_id)
{
  if (self->workspace != NULL && !docket_removals_is_process (self->removals, task_id))
    docket_reveal_task (docket_list_pane_get_list (self->list),
                        docket_workspace_get_tasks (self->workspace), task_id);
}

static void
show_copy_cb (DocketMainView *self, DocketRemoval *removal)
{
  const char *task_id = docket_removal_get_task_id (removal);

  g_free (self->copy_of);
  self->copy_of = g_strdup (task_id);
  docket_list_pane_show_removal (self->list, task_id);
}

/* @parameter: names one of the list; NULL: the one that shows */
static void
archive_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);
  const char *task_id = parameter != NULL ? g_variant_get_string (parameter, NULL)
                                          : docket_task_get_id (self->task);

  if (g_str_has_prefix (action, "task.restore"))
    docket_removals_restore (self->removals, task_id);
  else
    docket_removals_archive (self->removals, task_id);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_removals_ask_delete (self->removals, self->task);
}

static void
explain_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_process_actions_explain (self->process_actions, self->task);
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_undo_last (self->undo);
}

static void
refresh_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_renewal_start (self->toasts, self->list, self->workspace);
}

static void
search_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_split_set_show_detail (self->split, FALSE);
  docket_list_pane_open_search (self->list, NULL);
}

static void
views_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (widget);

  docket_split_set_show_detail (self->split, FALSE);
  docket_view_chooser_popup (docket_list_pane_get_chooser (self->list));
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketView view;

  if (docket_view_from_string (g_variant_get_string (parameter, NULL), &view))
    docket_list_pane_set_view (DOCKET_MAIN_VIEW (widget)->list, view);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  docket_trail_go_back (DOCKET_MAIN_VIEW (widget)->trail);
}

static void
docket_main_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (docket_main_view_parent_class)->root (widget);
  docket_press_guard_watch (GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
docket_main_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (object);

  switch (id)
    {
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->practice);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_main_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (object);

  switch (id)
    {
    case PROP_PRACTICE:
      docket_main_view_set_practice (self, g_value_get_boolean (value));
      break;
    case PROP_MENU_MODEL:
      docket_main_view_set_menu_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_main_view_dispose (GObject *object)
{
  DocketMainView *self = DOCKET_MAIN_VIEW (object);

  if (self->trail != NULL)
    g_signal_handlers_disconnect_by_data (self->trail, self);
  if (self->removals != NULL)
    g_signal_handlers_disconnect_by_data (self->removals, self);
  /* What is under way holds it, and finds nothing to do. */
  if (self->history_actions != NULL)
    docket_history_actions_set_entry (self->history_actions, NULL, NULL);
  g_clear_object (&self->history_actions);
  if (self->completions != NULL)
    docket_completions_set_workspace (self->completions, NULL);
  g_clear_object (&self->completions);
  g_clear_pointer (&self->writing, docket_writing_end);
  g_clear_pointer (&self->sending, docket_sending_end);
  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  g_clear_pointer (&self->undo, docket_undo_end);
  if (self->many != NULL)
    g_signal_handlers_disconnect_by_data (self->many, self);
  g_clear_object (&self->many);
  g_clear_pointer (&self->process_actions, docket_process_actions_end);
  g_clear_pointer (&self->trail, docket_trail_end);
  g_clear_object (&self->removals);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  if (self->task != NULL)
    g_signal_handlers_disconnect_by_data (self->task, self);
  g_clear_object (&self->task);
  g_clear_object (&self->menu_model);
  g_clear_pointer (&self->copy_of, g_free);
  G_OBJECT_CLASS (docket_main_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "task.archive", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "task.archive-row", "s", archive_action);
  gtk_widget_class_install_action (widget_class, "task.restore", NULL, archive_action);
  gtk_widget_class_install_action (widget_class, "task.restore-row", "s", archive_action);
  gtk_widget_class_install_action (widget_class, "task.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "task.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "view.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "view.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "view.choose", NULL, views_action);
  gtk_widget_class_install_action (widget_class, "view.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "view.back", NULL, back_action);
}

static void
docket_main_view_class_init (DocketMainViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_main_view_get_property;
  object_class->set_property = docket_main_view_set_property;
  object_class->dispose = docket_main_view_dispose;
  widget_class->root = docket_main_view_root;

  properties[PROP_PRACTICE]
      = g_param_spec_boolean ("practice", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL]
      = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DOCKET_TYPE_SPLIT);
  g_type_ensure (DOCKET_TYPE_DROP_BAR);
  g_type_ensure (DOCKET_TYPE_LIST_PANE);
  g_type_ensure (DOCKET_TYPE_DETAIL_PANE);
  g_type_ensure (DOCKET_TYPE_MANY_PANE);
  g_type_ensure (DOCKET_TYPE_PROCESS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, toasts);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, split);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, list);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, details);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, detail);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, process_pane);
  gtk_widget_class_bind_template_child (widget_class, DocketMainView, many_pane);
  install_actions (widget_class);
}

static void
docket_main_view_init (DocketMainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trail
      = docket_trail_new (self->split, self->list, self->details, self->detail, self->process_pane);
  self->removals = docket_removals_new (self->toasts);
  self->many = docket_many_new (self->list, self->many_pane, self->removals);
  self->undo = docket_undo_new (self->toasts, self->removals, self->many);
  self->completions = docket_completions_new (self->toasts, self->list, self->detail, self->undo);
  self->writing
      = docket_writing_new (GTK_WIDGET (self), self->toasts, self->list, self->trail, self->undo);
  self->sending
      = docket_sending_new (GTK_WIDGET (self), self->toasts, self->list, self->trail, self->undo);
  self->process_actions = docket_process_actions_new (GTK_WIDGET (self), self->toasts, self->trail,
                                                      self->process_pane, self->removals);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "work",
                                  docket_completions_get_actions (self->completions));
  self->history_actions = docket_history_actions_new (self, self->list, self->removals);
  g_signal_connect_object (self->trail, "changed", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->removals, "started", G_CALLBACK (removal_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->removals, "ended", G_CALLBACK (removal_ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->removals, "undone", G_CALLBACK (undone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->removals, "show-copy", G_CALLBACK (show_copy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->removals, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->many, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  docket_view_keys_add (GTK_WIDGET (self));
  docket_visits_add (GTK_WIDGET (self), self->list, self->trail, self->split);
  update (self);
}

void
docket_main_view_set_workspace (DocketMainView *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (docket_workspace_get_tasks (self->workspace), self);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
    }
  g_set_object (&self->workspace, workspace);
  docket_undo_forget (self->undo, NULL);
  docket_removals_set_workspace (self->removals, workspace);
  docket_completions_set_workspace (self->completions, workspace);
  docket_writing_set_workspace (self->writing, workspace);
  docket_sending_set_workspace (self->sending, workspace);
  docket_many_set_workspace (self->many, workspace);
  docket_trail_set_workspace (self->trail, workspace);
  docket_detail_pane_set_workspace (self->detail, workspace);
  docket_hit_marks_follow (GTK_WIDGET (self->detail),
                           workspace != NULL ? docket_workspace_get_tasks (workspace) : NULL);
  docket_list_pane_set_workspace (self->list, workspace);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "counts-changed", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (docket_workspace_get_tasks (workspace), "notify",
                               G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      docket_workspace_follow_lists (workspace);
      docket_workspace_look (workspace);
    }
  update (self);
}

void
docket_main_view_set_practice (DocketMainView *self, gboolean practice)
{
  if (self->practice == practice)
    return;
  self->practice = practice;
  (practice ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self),
                                                                       "practice");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
}

gboolean
docket_main_view_get_practice (DocketMainView *self)
{
  return self->practice;
}

void
docket_main_view_set_menu_model (DocketMainView *self, GMenuModel *menu)
{
  if (g_set_object (&self->menu_model, menu))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENU_MODEL]);
}

void
docket_main_view_set_accounts (DocketMainView *self, GListModel *accounts)
{
  docket_view_chooser_set_accounts (docket_list_pane_get_chooser (self->list), accounts);
}

void
docket_main_view_add_toast (DocketMainView *self, const char *text)
{
  docket_toast_show (self->toasts, text, NULL);
}

DocketView
docket_main_view_get_view (DocketMainView *self)
{
  return docket_list_pane_get_view (self->list);
}

void
docket_main_view_set_view (DocketMainView *self, DocketView view)
{
  docket_list_pane_set_view (self->list, view);
}
