/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-copy-words.h"
#include "ui/docket-history-actions.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-property-row.h"
#include "ui/docket-task-body.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-copies.h"
#include "workspace/docket-text.h"

struct _DocketCopyPane
{
  AdwBin parent_instance;

  DocketHistoryEntry *entry;
  GCancellable *cancellable; /* of the reading */

  GtkWidget *again;
  GtkMenuButton *menu_button;
  GtkWidget *banner;
  GtkLabel *banner_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  DocketTaskBody *body;
  AdwStatusPage *problem;
  GtkLabel *process_name;
  GtkListBox *process_tasks;

  DocketWorkspace *workspace;      /* of what is shown of a process; nullable */
  DocketProcessContents *contents; /* nullable */
};

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketCopyPane, docket_copy_pane, ADW_TYPE_BIN)

static void
show_problem (DocketCopyPane *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, words);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
show_task (DocketCopyPane *self, DocketWorkspace *workspace, TallyfyTask *task)
{
  docket_task_body_show_copy (self->body, workspace, task, docket_copy_words_state (self->entry));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_stack_set_visible_child_name (self->stack, "copy");
}

static GtkWidget *
create_task_row (TallyfyTask *task)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *title = docket_text_clean (tallyfy_task_get_title (task));
  g_autofree char *state = tallyfy_task_is_completed (task)
                               ? docket_words_completed (tallyfy_task_get_completed_at (task), now)
                               : docket_words_deadline (tallyfy_task_get_deadline (task), now);
  GtkWidget *row
      = docket_property_row_new (state, *title != '\0' ? title : _ ("Untitled task"), FALSE);

  docket_property_row_add_suffix (DOCKET_PROPERTY_ROW (row),
                                  gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_process (DocketCopyPane *self, DocketWorkspace *workspace, DocketProcessContents *contents)
{
  GPtrArray *tasks = docket_process_contents_get_tasks (contents);
  g_autofree char *name = docket_text_clean (
      tallyfy_process_get_name (docket_process_contents_get_process (contents)));
  GtkWidget *row;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->contents, contents);
  gtk_label_set_text (self->process_name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->process_name),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->process_tasks))) != NULL)
    gtk_list_box_remove (self->process_tasks, row);
  for (guint i = 0; i < tasks->len; i++)
    gtk_list_box_append (self->process_tasks, create_task_row (tasks->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->process_tasks), tasks->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "process");
}

/* The rows stand in the order of the tasks. */
static void
task_activated_cb (GtkListBox *list, GtkListBoxRow *row, DocketCopyPane *self)
{
  GPtrArray *tasks = docket_process_contents_get_tasks (self->contents);

  show_task (self, self->workspace, tasks->pdata[gtk_list_box_row_get_index (row)]);
}

static void
show_copy (DocketCopyPane *self, DocketWorkspace *workspace, const DocketCopy *copy)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = docket_copy_words_banner (self->entry, copy->kept_at, now);

  gtk_label_set_text (self->banner_label, words);
  gtk_widget_set_visible (self->again, copy->task != NULL);
  if (copy->process != NULL)
    show_process (self, workspace, copy->process);
  else
    show_task (self, workspace, copy->task);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCopyPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketCopy) copy
      = docket_copies_load_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (copy != NULL)
    show_copy (self, DOCKET_WORKSPACE (source), copy);
  else
    show_problem (self, error);
  gtk_widget_set_visible (self->banner, copy != NULL);
}

static void
close_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketCopyPane *self = DOCKET_COPY_PANE (widget);

  /* From a task of a process back to the process. */
  if (self->contents != NULL
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "copy") == 0)
    gtk_stack_set_visible_child_name (self->stack, "process");
  else
    g_signal_emit (widget, signals[CLOSED], 0);
}

static void
docket_copy_pane_dispose (GObject *object)
{
  DocketCopyPane *self = DOCKET_COPY_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->entry);
  g_clear_object (&self->workspace);
  g_clear_object (&self->contents);
  G_OBJECT_CLASS (docket_copy_pane_parent_class)->dispose (object);
}

static void
docket_copy_pane_class_init (DocketCopyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_copy_pane_dispose;
  signals[CLOSED] = g_signal_new ("closed", DOCKET_TYPE_COPY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOCKET_TYPE_FRAME);
  g_type_ensure (DOCKET_TYPE_TASK_BODY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-copy-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, again);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, body);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, process_name);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, process_tasks);
  gtk_widget_class_bind_template_callback (widget_class, task_activated_cb);
  gtk_widget_class_install_action (widget_class, "copy.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "copy.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "copy.close",
                                       NULL);
}

static void
docket_copy_pane_init (DocketCopyPane *self)
{
  g_autoptr (GMenuModel) menu = docket_history_actions_create_menu (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  docket_press_guard_watch (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button)));
  docket_menus_set_up_button (self->menu_button, _ ("Copy menu"));
}

void
docket_copy_pane_open (DocketCopyPane *self, DocketWorkspace *workspace, DocketHistoryEntry *entry)
{
  docket_copy_pane_clear (self);
  g_set_object (&self->entry, entry);
  self->cancellable = g_cancellable_new ();
  docket_copies_load_async (workspace, docket_history_entry_get_id (entry), self->cancellable,
                            loaded_cb, g_object_ref (self));
}

void
docket_copy_pane_clear (DocketCopyPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->entry);
  g_clear_object (&self->workspace);
  g_clear_object (&self->contents);
  gtk_widget_set_visible (self->banner, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "blank");
}
