/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-keys.h"

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_Delete, 0, "task.archive" },
  { GDK_KEY_KP_Delete, 0, "task.archive" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "task.delete" },
  { GDK_KEY_KP_Delete, GDK_SHIFT_MASK, "task.delete" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "view.undo" },
};

void
docket_task_keys_add (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key,
                                                                                    keys[i]
                                                                                        .modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (widget, controller);
}
