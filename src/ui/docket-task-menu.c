/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-menu.h"

#include <glib/gi18n.h>
#include "ui/docket-completions.h"
#include "ui/docket-sending-words.h"
#include "ui/docket-press-guard.h"

static void
append (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

static GMenu *
create_work_section (DocketTask *task)
{
  static const struct
  {
    DocketCompletionKind kind;
    const char *label;
    const char *action;
    const char *keys;
  } items[] = {
    /* Translators: a verb, on a button or in a menu */
    { DOCKET_COMPLETION_COMPLETE, N_ ("Complete"), "work.complete", "<Control>Return" },
    /* Translators: a verb, on a button or in a menu */
    { DOCKET_COMPLETION_APPROVE, N_ ("Approve"), "work.approve", NULL },
    /* Translators: a verb, on a button or in a menu */
    { DOCKET_COMPLETION_REJECT, N_ ("Reject"), "work.reject", NULL },
    /* Translators: a verb, on a button or in a menu */
    { DOCKET_COMPLETION_REOPEN, N_ ("Reopen"), "work.reopen", NULL },
  };
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    if (docket_completions_fits (task, items[i].kind))
      append (section, _ (items[i].label), items[i].action, items[i].keys);
  return section;
}

/* Where the task is shown beside the menu, for it is written there. */
static void
append_report (GMenu *section)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Report a Problem…"), "comments.report-problem");

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (section, item);
}

/* What is to be archived or deleted is its process. */
static void
append_process (GMenu *section, DocketTask *task)
{
  g_autoptr (GMenuItem) item = NULL;

  if (docket_task_get_one_off (task) || docket_task_get_process_id (task) == NULL)
    return;
  item = g_menu_item_new (_ ("Open Process"), NULL);
  g_menu_item_set_action_and_target (item, "process.open", "s", docket_task_get_process_id (task));
  g_menu_append_item (section, item);
}

GMenuModel *
docket_task_menu_new (DocketTask *task)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) work = create_work_section (task);
  g_autoptr (GMenu) writing = g_menu_new ();
  g_autoptr (GMenu) removal = g_menu_new ();

  if (docket_task_get_archived (task))
    /* Translators: a verb, on a button or in a menu */
    append (removal, _ ("Restore"), "task.restore", NULL);
  else
    /* Translators: a verb, on a button or in a menu */
    append (removal, _ ("Archive"), "task.archive", "Delete");
  append (removal, _ ("Delete Permanently…"), "task.delete", "<Shift>Delete");
  append_process (removal, task);
  if (g_menu_model_get_n_items (G_MENU_MODEL (work)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  if (!docket_task_get_archived (task))
    {
      /* Translators: a verb, on a button or in a menu */
      append (writing, _ ("Edit…"), "write.edit", "<Control>e");
      if (docket_task_get_one_off (task))
        /* Translators: a verb, on a button or in a menu */
        append (writing, _ ("Duplicate"), "send.duplicate", NULL);
      if (docket_sending_words_can_remind (task))
        append (writing, _ ("Remind Assignees…"), "send.remind", NULL);
      if (!docket_task_get_completed (task))
        append_report (writing);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (writing));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (removal));
  return G_MENU_MODEL (menu);
}

GtkWidget *
docket_task_menu_new_popover (void)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (NULL);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  docket_press_guard_watch (popover);
  return popover;
}

static gboolean
leave_menu_cb (gpointer data)
{
  GtkWidget *popover = data;
  GtkWidget *button = gtk_widget_get_parent (popover);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && button != NULL && !gtk_widget_get_visible (popover)
      && gtk_widget_is_ancestor (focus, popover))
    gtk_widget_grab_focus (button);
  return G_SOURCE_REMOVE;
}

/* GTK 4.8 leaves the focus in a menu that was closed from a submenu, where no key does anything.
 * Later: the focus still moves while the menu closes. */
static void
menu_closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_menu_cb, g_object_ref (popover), g_object_unref);
}

/* It would stand over the first item of the open menu. */
static void
menu_shown_cb (GtkMenuButton *button, GParamSpec *pspec, GtkWidget *popover)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (button),
                              !gtk_widget_get_visible (popover)
                                  && gtk_widget_get_tooltip_text (GTK_WIDGET (button)) != NULL);
}

void
docket_menus_set_up_button (GtkMenuButton *button, const char *label)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (button));
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  if (toggle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  if (popover != NULL)
    {
      g_signal_handlers_disconnect_by_func (popover, menu_closed_cb, NULL);
      g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), NULL);
      g_signal_handlers_disconnect_by_func (popover, menu_shown_cb, button);
      g_signal_connect_swapped (popover, "notify::visible", G_CALLBACK (menu_shown_cb), button);
    }
}

typedef struct
{
  GMenuModel *model;
  char *label;
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_object_unref (later->model);
  g_free (later->label);
  g_free (later);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  const Later *later = data;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, later->model);
  docket_menus_set_up_button (button, later->label);
}

void
docket_menus_set_model_later (GtkMenuButton *button, GMenuModel *model, const char *label)
{
  Later *later = NULL;

  docket_menus_set_up_button (button, label);
  if (model == NULL)
    return;
  later = g_new0 (Later, 1);
  later->model = g_object_ref (model);
  later->label = g_strdup (label);
  gtk_menu_button_set_create_popup_func (button, create_popup_cb, later, later_free);
}
