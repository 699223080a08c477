/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-copy-words.h"
#include "ui/docket-history-actions.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-task-body.h"
#include "ui/docket-task-menu.h"
#include "workspace/docket-copies.h"

struct _DocketCopyPane
{
  AdwBin parent_instance;

  DocketHistoryEntry *entry;
  GCancellable *cancellable; /* of the reading */

  GtkMenuButton *menu_button;
  GtkWidget *banner;
  GtkLabel *banner_label;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  DocketTaskBody *body;
  AdwStatusPage *problem;
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
show_copy (DocketCopyPane *self, DocketWorkspace *workspace, const DocketCopy *copy)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = docket_copy_words_banner (self->entry, copy->kept_at, now);

  gtk_label_set_text (self->banner_label, words);
  docket_task_body_show_copy (self->body, workspace, copy->task,
                              docket_copy_words_state (self->entry));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_stack_set_visible_child_name (self->stack, "copy");
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
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
docket_copy_pane_dispose (GObject *object)
{
  DocketCopyPane *self = DOCKET_COPY_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->entry);
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
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, banner_label);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, body);
  gtk_widget_class_bind_template_child (widget_class, DocketCopyPane, problem);
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
  gtk_widget_set_visible (self->banner, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "blank");
}
