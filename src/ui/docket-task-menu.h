/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* What can be done with a task, by the actions "work.…", "task.archive", "task.restore" and "task.delete".
 * Returns: (transfer full) */
GMenuModel *docket_task_menu_new (DocketTask *task);

/* A popover for such a menu at a place in a list. Returns: (transfer floating) */
GtkWidget *docket_task_menu_new_popover (void);

/* Names a menu button for assistive technology, which sees the toggle button inside it, and has the focus return to it
 * from its menu. After each gtk_menu_button_set_menu_model(), too. */
void docket_menus_set_up_button (GtkMenuButton *button, const char *label);
/* Gives @button a menu that is made when it is opened first. @model: (nullable): none yet */
void docket_menus_set_model_later (GtkMenuButton *button, GMenuModel *model, const char *label);

G_END_DECLS
