/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-actions.h"

#include <glib/gi18n.h>
#include "ui/docket-delete-dialog.h"
#include "ui/docket-process-dialog.h"
#include "ui/docket-toast.h"

struct _DocketProcessActions
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketTrail *trail;      /* not owned */
  DocketProcessPane *pane; /* not owned */
  DocketRemovals *removals;
  DocketProcess *process; /* that shows; nullable */
  GSimpleActionGroup *actions;
  DocketProcessDialog *dialog; /* that is open, or was answered last; nullable */
  gboolean asking;
  char *deleting;   /* ID of a process whose deletion is under way; nullable */
  char *menu_words; /* what tells one menu from another */
};

G_DEFINE_FINAL_TYPE (DocketProcessActions, docket_process_actions, G_TYPE_OBJECT)

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  docket_trail_open_process (DOCKET_PROCESS_ACTIONS (user_data)->trail,
                             g_variant_get_string (parameter, NULL));
}

static void
open_task_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  docket_trail_open_task (DOCKET_PROCESS_ACTIONS (user_data)->trail,
                          g_variant_get_string (parameter, NULL));
}

static void
archive_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketProcessActions *self = user_data;

  docket_removals_archive_process (self->removals, docket_process_get_id (self->process));
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketProcessActions *self = user_data;

  docket_removals_restore_process (self->removals, docket_process_get_id (self->process));
}

static void refused_cb (GObject *object, DocketRemoval *removal);

static void
ended_cb (DocketRemovals *removals, const char *id, gboolean gone, DocketProcessActions *self)
{
  if (g_strcmp0 (id, self->deleting) != 0)
    return;
  g_clear_pointer (&self->deleting, g_free);
  if (gone)
    docket_trail_close_process (self->trail, id);
}

static void
chosen_cb (DocketProcessDialog *dialog, int choice, DocketProcessActions *self)
{
  self->asking = FALSE;
  /* The dialog was about another workspace's process. */
  if (choice == DOCKET_DELETE_CONFIRM
      && docket_process_dialog_get_workspace (dialog)
             == docket_removals_get_workspace (self->removals))
    {
      g_free (self->deleting);
      self->deleting
          = g_strdup (docket_process_get_id (docket_process_dialog_get_process (dialog)));
      docket_removals_delete_process (self->removals,
                                      docket_process_get_id (
                                          docket_process_dialog_get_process (dialog)),
                                      docket_process_dialog_get_contents (dialog),
                                      docket_process_dialog_get_keeps_copy (dialog), refused_cb,
                                      G_OBJECT (self));
    }
}

/* @before, @removal: (nullable) */
static void
ask (DocketProcessActions *self,
     DocketProcess *process,
     DocketProcessDialog *before,
     DocketRemoval *removal)
{
  g_autoptr (DocketProcessDialog) dialog = NULL;

  if (self->asking)
    return;
  self->asking = TRUE;
  dialog = g_object_ref (docket_process_dialog_open (GTK_WIDGET (self->toasts),
                                                     docket_removals_get_workspace (self->removals),
                                                     process, before, removal));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_set_object (&self->dialog, dialog);
}

/* Nothing was sent: the question is asked again, with what is true now. */
static void
refused_cb (GObject *object, DocketRemoval *removal)
{
  DocketProcessActions *self = DOCKET_PROCESS_ACTIONS (object);
  g_autoptr (DocketProcessDialog) before = NULL;

  if (!g_set_object (&before, self->dialog) || self->asking)
    return;
  ask (self, docket_process_dialog_get_process (before), before, removal);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketProcessActions *self = user_data;

  ask (self, self->process, NULL, NULL);
}

/* After a dialog that told why nothing was done. */
static void
delete_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketProcessActions *self = user_data;
  GAction *delete = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "delete");

  if (self->process != NULL
      && g_strcmp0 (docket_process_get_id (self->process), g_variant_get_string (parameter, NULL))
             == 0)
    g_action_activate (delete, NULL);
}

static void
docket_process_actions_dispose (GObject *object)
{
  DocketProcessActions *self = DOCKET_PROCESS_ACTIONS (object);

  if (self->process != NULL)
    g_signal_handlers_disconnect_by_data (self->process, self);
  g_clear_object (&self->process);
  g_clear_object (&self->removals);
  g_clear_object (&self->dialog);
  g_clear_pointer (&self->menu_words, g_free);
  g_clear_pointer (&self->deleting, g_free);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (docket_process_actions_parent_class)->dispose (object);
}

static void
docket_process_actions_class_init (DocketProcessActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_process_actions_dispose;
}

static void
add_action (DocketProcessActions *self,
            const char *name,
            const GVariantType *type,
            GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
docket_process_actions_init (DocketProcessActions *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "open", G_VARIANT_TYPE_STRING, G_CALLBACK (open_cb));
  add_action (self, "open-task", G_VARIANT_TYPE_STRING, G_CALLBACK (open_task_cb));
  add_action (self, "archive", NULL, G_CALLBACK (archive_cb));
  add_action (self, "restore", NULL, G_CALLBACK (restore_cb));
  add_action (self, "delete", NULL, G_CALLBACK (delete_cb));
  add_action (self, "delete-again", G_VARIANT_TYPE_STRING, G_CALLBACK (delete_again_cb));
}

DocketProcessActions *
docket_process_actions_new (GtkWidget *view,
                            AdwToastOverlay *toasts,
                            DocketTrail *trail,
                            DocketProcessPane *pane,
                            DocketRemovals *removals)
{
  DocketProcessActions *self = g_object_new (DOCKET_TYPE_PROCESS_ACTIONS, NULL);

  self->toasts = toasts;
  self->trail = trail;
  self->pane = pane;
  self->removals = g_object_ref (removals);
  g_signal_connect_object (removals, "ended", G_CALLBACK (ended_cb), self, 0);
  gtk_widget_insert_action_group (view, "process", G_ACTION_GROUP (self->actions));
  return self;
}

static const char *
find_reason (DocketProcessActions *self, DocketWorkspace *workspace)
{
  switch (docket_workspace_get_connection (workspace))
    {
    case DOCKET_CONNECTION_NO_TOKEN:
      return _ ("Waiting for the keyring");
    case DOCKET_CONNECTION_OFFLINE:
      return _ ("Not available offline");
    case DOCKET_CONNECTION_SIGNED_OUT:
      return docket_process_is_archived (self->process)
                 ? _ ("Sign in again to restore this process")
                 : _ ("Sign in again to archive this process");
    default:
      return NULL;
    }
}

/* An item of a menu has no tooltip: it says itself what is missing. */
static void
show_menu (DocketProcessActions *self, gboolean archived, gboolean administrator)
{
  const char *delete = archived && administrator ? _ ("Delete Permanently…")
                       : administrator           ? _ ("Delete Permanently… (Archive It First)")
                       : archived                ? _ ("Delete Permanently… (Administrators Only)")
                                  : _ ("Delete Permanently… (Administrators Only, Once Archived)");
  const char *other = archived ? _ ("Restore") : _ ("Archive Process");
  g_autofree char *menu_words = g_strjoin ("\n", other, delete, NULL);
  g_autoptr (GMenu) menu = NULL;

  /* One that is open stays so. */
  if (g_strcmp0 (self->menu_words, menu_words) == 0)
    return;
  g_free (self->menu_words);
  self->menu_words = g_steal_pointer (&menu_words);
  menu = g_menu_new ();
  g_menu_append (menu, other, archived ? "process.restore" : "process.archive");
  g_menu_append (menu, delete, "process.delete");
  docket_process_pane_set_menu (self->pane, G_MENU_MODEL (menu));
}

static void
set_enabled (DocketProcessActions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
take_process (DocketProcessActions *self, DocketProcess *process)
{
  if (self->process == process)
    return;
  if (self->process != NULL)
    g_signal_handlers_disconnect_by_data (self->process, self);
  g_set_object (&self->process, process);
  if (process != NULL)
    g_signal_connect_object (process, "changed", G_CALLBACK (docket_process_actions_update), self,
                             G_CONNECT_SWAPPED);
}

void
docket_process_actions_update (DocketProcessActions *self)
{
  DocketWorkspace *workspace = docket_removals_get_workspace (self->removals);
  const char *reason = NULL;
  gboolean able, archived, administrator;

  take_process (self, docket_trail_get_process (self->trail));
  able = workspace != NULL && self->process != NULL && docket_process_is_known (self->process);
  archived = able && docket_process_is_archived (self->process);
  if (able)
    reason = find_reason (self, workspace);
  able = able && reason == NULL
         && !docket_removals_is_busy (self->removals, docket_process_get_id (self->process));
  administrator = workspace != NULL && docket_workspace_is_administrator (workspace);
  if (self->process != NULL)
    show_menu (self, archived, administrator);
  set_enabled (self, "delete", able && archived && administrator);
  set_enabled (self, "archive", able && !archived);
  set_enabled (self, "restore", able && archived);
  docket_process_pane_set_reason (self->pane, reason);
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
