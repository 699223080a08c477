/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-keys.h"

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  const char *many; /* the same with what is chosen; one of the two can be done at a time */
} Key;

static const Key keys[] = {
  { GDK_KEY_Delete, 0, "task.archive", "many.archive" },
  { GDK_KEY_KP_Delete, 0, "task.archive", "many.archive" },
  { GDK_KEY_Delete, GDK_SHIFT_MASK, "task.delete", "many.delete" },
  { GDK_KEY_KP_Delete, GDK_SHIFT_MASK, "task.delete", "many.delete" },
  { GDK_KEY_e, GDK_CONTROL_MASK, "write.edit", NULL },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "work.complete", NULL },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "work.complete", NULL },
};

/* An entry that has nothing to undo or to delete lets these keys pass. */
static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const Key *key = user_data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (widget, key->action, NULL);
  if (key->many == NULL)
    return TRUE;
  gtk_widget_activate_action (widget, key->many, NULL);
  /* Says why, where it was about a task that cannot be removed. */
  gtk_widget_activate_action (widget, "task.explain", NULL);
  return TRUE;
}

void
docket_task_keys_add (GtkWidget *widget)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (key_cb, (gpointer)&keys[i], NULL)));
  gtk_widget_add_controller (widget, controller);
}
