/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-menu.h"

#include <glib/gi18n.h>
#include "ui/docket-press-guard.h"

static void
append (GMenu *menu, const char *label, const char *action, const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (keys != NULL)
    g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

GMenuModel *
docket_task_menu_new (gboolean archived)
{
  GMenu *menu = g_menu_new ();

  if (archived)
    append (menu, _ ("Restore"), "task.restore", NULL);
  else
    append (menu, _ ("Archive"), "task.archive", "Delete");
  append (menu, _ ("Delete Permanently…"), "task.delete", "<Shift>Delete");
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

void
docket_menus_name_button (GtkMenuButton *button, const char *label)
{
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (toggle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}
