/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-view-chooser.h"

#include <glib/gi18n.h>
#include "ui/docket-account-switcher.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

struct _DocketViewChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *view_name;
  GtkLabel *organization;
  GtkPopover *popover;
  GtkStack *pages;
  GtkListBox *list;
  GtkWidget *switch_button;
  AdwAvatar *avatar;
  GtkLabel *switch_name;
  DocketAccountSwitcher *switcher;
  GtkLabel *updated;
  DocketWorkspace *workspace; /* weak */

  GtkListBoxRow *rows[DOCKET_VIEW_HISTORY + 1];
  GtkLabel *counts[DOCKET_VIEW_HISTORY + 1];
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketViewChooser, docket_view_chooser, ADW_TYPE_BIN)

/* The views in the order of the popover. A line stands before the first view of a block. */
static const struct
{
  DocketView view;
  const char *icon_name;
  gboolean starts_block;
} entries[] = {
  { DOCKET_VIEW_TO_DO, "docket-todo-symbolic", FALSE },
  { DOCKET_VIEW_DUE_TODAY, "x-office-calendar-symbolic", FALSE },
  { DOCKET_VIEW_OVERDUE, "alarm-symbolic", FALSE },
  { DOCKET_VIEW_ONE_OFF, "x-office-document-symbolic", TRUE },
  { DOCKET_VIEW_UNASSIGNED, "avatar-default-symbolic", FALSE },
  { DOCKET_VIEW_WAITING, "system-users-symbolic", FALSE },
  { DOCKET_VIEW_COMPLETED, "object-select-symbolic", FALSE },
  { DOCKET_VIEW_ALL, "view-list-symbolic", FALSE },
  { DOCKET_VIEW_PROCESSES, "docket-process-symbolic", FALSE },
  { DOCKET_VIEW_ARCHIVED, "docket-archive-symbolic", TRUE },
  { DOCKET_VIEW_TIDY_UP, "docket-broom-symbolic", FALSE },
  { DOCKET_VIEW_HISTORY, "document-open-recent-symbolic", FALSE },
};

static GtkWidget *
create_row (DocketViewChooser *self, guint i)
{
  DocketView view = entries[i].view;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (entries[i].icon_name);
  GtkWidget *name = gtk_label_new (docket_words_view (view));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "faint");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  self->rows[view] = GTK_LIST_BOX_ROW (row);
  self->counts[view] = GTK_LABEL (count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  docket_words_view (view), -1);
  return row;
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean line = before != NULL && entries[gtk_list_box_row_get_index (row)].starts_block;

  gtk_list_box_row_set_header (row, line ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

/* Also as the popover opens, since the words depend on what day it is. */
static void
show_updated (DocketViewChooser *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *last_sync
      = self->workspace != NULL ? docket_workspace_get_last_sync (self->workspace) : NULL;
  g_autofree char *when = last_sync != NULL ? docket_words_as_of (last_sync, now) : NULL;
  g_autofree char *words
      /* Translators: when the list was last brought up to date; %s is a time such as 09:41, or a
       * day and a time */
      = when != NULL ? g_strdup_printf (_ ("Updated %s"), when) : g_strdup (_ ("Not updated yet"));

  gtk_label_set_text (self->updated, words);
}

static void
refresh_cb (DocketViewChooser *self)
{
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, DocketViewChooser *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, (int)entries[gtk_list_box_row_get_index (row)].view);
}

static void
to_accounts_cb (DocketViewChooser *self)
{
  gtk_stack_set_visible_child_name (self->pages, "accounts");
  docket_account_switcher_focus (self->switcher);
}

static void
to_views_cb (DocketViewChooser *self)
{
  gtk_stack_set_visible_child_name (self->pages, "views");
  gtk_widget_grab_focus (self->switch_button);
}

static void
switched_cb (DocketViewChooser *self)
{
  gtk_popover_popdown (self->popover);
}

static void
closed_cb (DocketViewChooser *self)
{
  gtk_stack_set_visible_child_name (self->pages, "views");
}

static void
docket_view_chooser_dispose (GObject *object)
{
  g_clear_weak_pointer (&DOCKET_VIEW_CHOOSER (object)->workspace);
  G_OBJECT_CLASS (docket_view_chooser_parent_class)->dispose (object);
}

static void
docket_view_chooser_class_init (DocketViewChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_view_chooser_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (DOCKET_TYPE_ACCOUNT_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-view-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, button);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, view_name);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, organization);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, pages);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, list);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, switch_button);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, avatar);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, switch_name);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, switcher);
  gtk_widget_class_bind_template_child (widget_class, DocketViewChooser, updated);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_accounts_cb);
  gtk_widget_class_bind_template_callback (widget_class, to_views_cb);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_updated);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
}

static void
docket_view_chooser_init (DocketViewChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_list_box_append (self->list, create_row (self, i));
  gtk_list_box_set_header_func (self->list, update_header_cb, NULL, NULL);
  docket_view_chooser_set_view (self, DOCKET_VIEW_TO_DO);
}

void
docket_view_chooser_set_view (DocketViewChooser *self, DocketView view)
{
  const char *name = docket_words_view (view);
  /* Translators: names the button that chooses the view; %s is a view such as To Do */
  g_autofree char *label = g_strdup_printf (_ ("View: %s"), name);

  gtk_label_set_text (self->view_name, name);
  gtk_list_box_select_row (self->list, self->rows[view]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a View"));
  docket_menus_set_up_button (self->button, label);
}

void
docket_view_chooser_set_count (DocketViewChooser *self, DocketView view, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  gtk_label_set_text (self->counts[view], text);
}

void
docket_view_chooser_set_workspace (DocketViewChooser *self,
                                   DocketWorkspace *workspace,
                                   gboolean practice)
{
  DocketAccount *account = docket_workspace_get_account (workspace);
  g_autofree char *clean = docket_text_clean (docket_account_get_organization_name (account));
  const char *name = practice ? _ ("Practice Workspace") : clean;

  gtk_label_set_text (self->organization, name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->switch_name, name);
  docket_account_switcher_set_current (self->switcher, practice ? NULL : account);
  if (self->workspace != workspace)
    {
      if (self->workspace != NULL)
        g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_set_weak_pointer (&self->workspace, workspace);
      g_signal_connect_object (workspace, "notify::last-sync", G_CALLBACK (show_updated), self,
                               G_CONNECT_SWAPPED);
    }
  show_updated (self);
  if (practice)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->organization), "accent");
      gtk_widget_remove_css_class (GTK_WIDGET (self->organization), "faint");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->organization), "accent");
      gtk_widget_add_css_class (GTK_WIDGET (self->organization), "faint");
    }
}

void
docket_view_chooser_set_accounts (DocketViewChooser *self, GListModel *accounts)
{
  docket_account_switcher_set_accounts (self->switcher, accounts);
}

void
docket_view_chooser_popup (DocketViewChooser *self)
{
  gtk_menu_button_popup (self->button);
}
