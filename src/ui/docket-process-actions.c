/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-actions.h"

#include <glib/gi18n.h>
#include "ui/docket-toast.h"

struct _DocketProcessActions
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketTrail *trail;      /* not owned */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (DocketProcessActions, docket_process_actions, G_TYPE_OBJECT)

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  docket_trail_open_process (DOCKET_PROCESS_ACTIONS (user_data)->trail,
                             g_variant_get_string (parameter, NULL));
}

static void
docket_process_actions_dispose (GObject *object)
{
  g_clear_object (&DOCKET_PROCESS_ACTIONS (object)->actions);

  G_OBJECT_CLASS (docket_process_actions_parent_class)->dispose (object);
}

static void
docket_process_actions_class_init (DocketProcessActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_process_actions_dispose;
}

static void
docket_process_actions_init (DocketProcessActions *self)
{
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);

  self->actions = g_simple_action_group_new ();
  g_signal_connect_object (open, "activate", G_CALLBACK (open_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (open));
}

DocketProcessActions *
docket_process_actions_new (GtkWidget *view, AdwToastOverlay *toasts, DocketTrail *trail)
{
  DocketProcessActions *self = g_object_new (DOCKET_TYPE_PROCESS_ACTIONS, NULL);

  self->toasts = toasts;
  self->trail = trail;
  gtk_widget_insert_action_group (view, "process", G_ACTION_GROUP (self->actions));
  return self;
}

void
docket_process_actions_end (DocketProcessActions *self)
{
  g_object_unref (self);
}

void
docket_process_actions_explain (DocketProcessActions *self, DocketTask *task)
{
  const char *process_id = task != NULL ? docket_task_get_process_id (task) : NULL;
  AdwToast *toast = docket_toast_show (self->toasts, _ ("Process tasks go only with their process"),
                                       process_id != NULL ? _ ("Open Process") : NULL);

  if (process_id == NULL)
    return;
  adw_toast_set_action_target_value (toast, g_variant_new_string (process_id));
  adw_toast_set_action_name (toast, "process.open");
}
