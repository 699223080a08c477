/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-detail-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-banner.h"
#include "ui/docket-copy-pane.h"
#include "ui/docket-history-actions.h"
#include "ui/docket-history-body.h"
#include "ui/docket-practice-bar.h"
#include "ui/docket-list-status.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-scrolled.h"
#include "ui/docket-squeeze.h"
#include "ui/docket-task-body.h"
#include "ui/docket-task-keys.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-work-buttons.h"

struct _DocketDetailPane
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  DocketTask *task;
  TallyfyTask *detail;
  DocketHistoryEntry *entry; /* of the history, in place of a task */
  GCancellable *cancellable; /* of all that is read for this task */
  gboolean fetching;
  gboolean list_empty;
  gboolean folded;
  gboolean practice;
  gboolean has_way_back;

  GtkStack *panes;
  GtkWidget *back;
  DocketCopyPane *copy;
  DocketWorkButtons *work;
  GtkWidget *archive;
  GtkWidget *restore;
  GtkWidget *check_again;
  GtkWidget *open_copy;
  GtkMenuButton *menu_button;
  DocketBanner *banner;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *progress;
  GtkScrolledWindow *scrolled; /* this and the other parts below: NULL until one shows first */
  DocketTaskBody *body;
  AdwStatusPage *none;
  GtkScrolledWindow *history_scrolled;
  DocketHistoryBody *history_body;
  GtkWidget *practice_bar;
};

enum
{
  PROP_FOLDED = 1,
  PROP_PRACTICE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketDetailPane, docket_detail_pane, ADW_TYPE_BIN)

/* Most of what a task can have is made with it: not at the start, when none shows. */
static DocketTaskBody *
ensure_body (DocketDetailPane *self)
{
  if (self->body == NULL)
    {
      self->body = g_object_new (DOCKET_TYPE_TASK_BODY, NULL);
      self->scrolled = docket_scrolled_add (self->stack, "task", GTK_WIDGET (self->body));
      gtk_widget_insert_action_group (GTK_WIDGET (self), "comments",
                                      docket_task_body_get_comment_actions (self->body));
    }
  return self->body;
}

static void
show_page (DocketDetailPane *self)
{
  const gboolean loading = self->list_empty && docket_list_status_is_first_load (self->workspace);
  g_autofree char *progress
      = loading ? docket_list_status_describe_progress (self->workspace) : NULL;

  gtk_spinner_set_spinning (self->spinner, loading);
  if (self->task != NULL)
    gtk_stack_set_visible_child_name (self->stack, "task");
  else if (self->entry != NULL)
    gtk_stack_set_visible_child_name (self->stack, "history");
  else if (loading)
    {
      gtk_label_set_text (self->progress, progress);
      gtk_stack_set_visible_child_name (self->stack, "loading");
    }
  else
    gtk_stack_set_visible_child_name (self->stack, self->list_empty ? "blank" : "none");
}

/* For what shows when it is opened: GTK keeps a part of each menu that a button ever had. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  DocketDetailPane *self = user_data;
  g_autoptr (GMenuModel) menu = self->task != NULL
                                    ? docket_task_menu_new (self->task)
                                    : docket_history_actions_create_menu (self->entry);

  gtk_menu_button_set_menu_model (button, menu);
  docket_press_guard_watch (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  docket_menus_set_up_button (button, self->task != NULL ? _ ("Task menu") : _ ("Removal menu"));
}

static void
show_header (DocketDetailPane *self)
{
  const gboolean archived = self->task != NULL && docket_task_get_archived (self->task);
  const gboolean removal = self->entry != NULL;

  gtk_widget_set_visible (self->check_again, removal && docket_history_entry_is_open (self->entry));
  gtk_widget_set_visible (self->open_copy, removal && docket_history_entry_has_copy (self->entry));
  docket_work_buttons_show (self->work, self->task);
  gtk_widget_set_visible (self->archive, self->task != NULL && !archived);
  gtk_widget_set_visible (self->restore, archived);
  g_object_set (self->menu_button, "visible", self->task != NULL || removal, "tooltip-text",
                removal ? _ ("Removal Menu") : _ ("Task Menu"), NULL);
  docket_menus_set_up_button (self->menu_button, removal ? _ ("Removal menu") : _ ("Task menu"));
}

static void
show_body (DocketDetailPane *self)
{
  docket_task_body_show (self->body, self->workspace, self->task, self->detail);
  docket_task_body_set_loading (self->body, self->detail == NULL && self->fetching);
}

/* The same answer again changes nothing: no label loses its selection, no row its focus. */
static void
take_detail (DocketDetailPane *self, TallyfyTask *detail)
{
  GBytes *old = self->detail != NULL ? tallyfy_task_get_json (self->detail) : NULL;
  GBytes *new = tallyfy_task_get_json (detail);
  gboolean same = old != NULL && new != NULL &&g_bytes_equal (old, new);

  docket_task_body_set_problem (self->body, NULL);
  g_set_object (&self->detail, detail);
  if (!same)
    show_body (self);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDetailPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) detail
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->fetching = FALSE;
  docket_task_body_set_loading (self->body, FALSE);
  if (detail != NULL)
    take_detail (self, detail);
  else if (self->detail == NULL || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND))
    docket_task_body_set_problem (self->body, docket_list_status_explain_detail (error));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDetailPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) detail
      = docket_workspace_load_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("What was kept of a task could not be read: %s", error->message);
  if (detail != NULL)
    {
      take_detail (self, detail);
      docket_task_body_set_loading (self->body, FALSE);
    }
}

static void
read_task (DocketDetailPane *self)
{
  const char *id = docket_task_get_id (self->task);

  if (id == NULL || *id == '\0')
    return;
  self->fetching = TRUE;
  docket_workspace_load_task_async (self->workspace, id, self->cancellable, loaded_cb,
                                    g_object_ref (self));
  docket_workspace_fetch_task_async (self->workspace, id, self->cancellable, fetched_cb,
                                     g_object_ref (self));
}

/* The row changed, by a refresh or by what was just done to the task: what is kept of it changed
 * with it. */
static void
task_notify_cb (DocketTask *task, GParamSpec *pspec, DocketDetailPane *self)
{
  if (!docket_task_get_loaded (task))
    return;
  show_header (self);
  if (self->detail == NULL)
    show_body (self);
  if (g_str_equal (pspec->name, "loaded") && !self->fetching)
    read_task (self);
}

/* Whoever has asked for it, such as after a comment. */
static void
task_fetched_cb (DocketDetailPane *self, TallyfyTask *detail)
{
  if (self->task != NULL
      && g_strcmp0 (tallyfy_task_get_id (detail), docket_task_get_id (self->task)) == 0)
    take_detail (self, detail);
}

static void
update (DocketDetailPane *self)
{
  gtk_widget_set_visible (self->back, self->folded || self->has_way_back);
  gtk_widget_set_visible (self->practice_bar, self->practice && self->folded);
  if (self->folded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "folded");
}

static void
docket_detail_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, DOCKET_DETAIL_PANE (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_detail_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketDetailPane *self = DOCKET_DETAIL_PANE (object);

  switch (id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    case PROP_PRACTICE:
      self->practice = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  update (self);
}

static void
docket_detail_pane_dispose (GObject *object)
{
  DocketDetailPane *self = DOCKET_DETAIL_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->task != NULL)
    g_signal_handlers_disconnect_by_data (self->task, self);
  g_clear_object (&self->task);
  g_clear_object (&self->detail);
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_object (&self->entry);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_detail_pane_parent_class)->dispose (object);
}

static void
close_copy (DocketDetailPane *self)
{
  if (self->copy != NULL)
    docket_copy_pane_clear (self->copy);
  gtk_stack_set_visible_child_name (self->panes, "detail");
}

/* The focus goes back to where the copy was opened. */
static void
copy_closed_cb (DocketDetailPane *self)
{
  close_copy (self);
  gtk_widget_grab_focus (self->open_copy);
}

static void
open_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketDetailPane *self = DOCKET_DETAIL_PANE (widget);

  if (self->entry == NULL || !docket_history_entry_has_copy (self->entry))
    return;
  if (self->copy == NULL)
    {
      self->copy = g_object_new (DOCKET_TYPE_COPY_PANE, NULL);
      g_signal_connect_swapped (self->copy, "closed", G_CALLBACK (copy_closed_cb), self);
      gtk_stack_add_named (self->panes, GTK_WIDGET (self->copy), "copy");
    }
  docket_copy_pane_open (self->copy, self->workspace, self->entry);
  gtk_stack_set_visible_child_name (self->panes, "copy");
  gtk_widget_child_focus (GTK_WIDGET (self->copy), GTK_DIR_TAB_FORWARD);
}

/* A copy that is no longer kept is not shown either. */
static void
entry_changed_cb (DocketDetailPane *self)
{
  if (!docket_history_entry_has_copy (self->entry))
    close_copy (self);
  show_header (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DOCKET_TYPE_FRAME);
  g_type_ensure (DOCKET_TYPE_BANNER);
  g_type_ensure (DOCKET_TYPE_PRACTICE_BAR);
  g_type_ensure (DOCKET_TYPE_SQUEEZE);
  g_type_ensure (DOCKET_TYPE_WORK_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-detail-pane.ui");
  gtk_widget_class_install_action (widget_class, "copy.open", NULL, open_copy_action);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, panes);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, back);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, open_copy);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, work);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, archive);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, restore);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, progress);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, none);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, check_again);
  gtk_widget_class_bind_template_child (widget_class, DocketDetailPane, practice_bar);
}

static void
docket_detail_pane_class_init (DocketDetailPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = docket_detail_pane_get_property;
  object_class->set_property = docket_detail_pane_set_property;
  object_class->dispose = docket_detail_pane_dispose;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
docket_detail_pane_init (DocketDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  docket_task_keys_add (GTK_WIDGET (self));
}

void
docket_detail_pane_set_workspace (DocketDetailPane *self, DocketWorkspace *workspace)
{
  docket_detail_pane_set_task (self, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "notify", G_CALLBACK (show_page), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (workspace, "task-fetched", G_CALLBACK (task_fetched_cb), self,
                               G_CONNECT_SWAPPED);
    }
  show_page (self);
}

void
docket_detail_pane_set_task (DocketDetailPane *self, DocketTask *task)
{
  if (self->task == task)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->detail);
  self->fetching = FALSE;
  if (self->task != NULL)
    g_signal_handlers_disconnect_by_data (self->task, self);
  g_set_object (&self->task, task);
  show_header (self);
  if (task != NULL)
    {
      self->cancellable = g_cancellable_new ();
      g_signal_connect_object (task, "notify", G_CALLBACK (task_notify_cb), self, 0);
      docket_task_body_set_problem (ensure_body (self), NULL);
      read_task (self);
      show_body (self);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    }
  show_page (self);
}

void
docket_detail_pane_set_has_way_back (DocketDetailPane *self, gboolean has_way_back)
{
  self->has_way_back = has_way_back;
  update (self);
}

static void
show_entry (DocketDetailPane *self)
{
  if (self->history_body == NULL && self->entry == NULL)
    return;
  if (self->history_body == NULL)
    {
      self->history_body = g_object_new (DOCKET_TYPE_HISTORY_BODY, NULL);
      self->history_scrolled
          = docket_scrolled_add (self->stack, "history", GTK_WIDGET (self->history_body));
    }
  docket_history_body_set_entry (self->history_body, self->entry);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->history_scrolled), 0);
}

void
docket_detail_pane_set_entry (DocketDetailPane *self, DocketHistoryEntry *entry, DocketView view)
{
  docket_list_status_ask_to_choose (view, self->none);
  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                             G_CONNECT_SWAPPED);
  close_copy (self);
  show_entry (self);
  show_header (self);
  show_page (self);
}

void
docket_detail_pane_set_list_empty (DocketDetailPane *self, gboolean list_empty)
{
  self->list_empty = list_empty;
  show_page (self);
}

void
docket_detail_pane_set_reason (DocketDetailPane *self, const char *reason, gboolean process)
{
  gtk_widget_set_tooltip_text (self->archive, reason != NULL ? reason : _ ("Archive (Delete)"));
  gtk_widget_set_tooltip_text (self->restore, reason);
  if (process)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->archive),
                                    GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    docket_task_body_get_reason (ensure_body (self)), NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->archive),
                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
docket_detail_pane_show_missing (DocketDetailPane *self,
                                 const char *task_id,
                                 const char *const *field_ids,
                                 gboolean refused)
{
  docket_form_section_show_missing (docket_task_body_get_form (ensure_body (self)), task_id,
                                    field_ids, refused);
}

DocketBanner *
docket_detail_pane_get_banner (DocketDetailPane *self)
{
  return self->banner;
}
