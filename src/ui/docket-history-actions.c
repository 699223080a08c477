/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-actions.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-again.h"
#include "ui/docket-copy-files.h"
#include "ui/docket-notice.h"
#include "ui/docket-reveal.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120

typedef enum
{
  CHECK_AGAIN,
  CREATE_AGAIN,
  SAVE_COPY,
  SAVE_RECEIPT,
  REMOVE,
  OPEN_CREATED,
  N_ACTIONS
} Action;

struct _DocketHistoryActions
{
  GObject parent_instance;

  GtkWidget *widget;        /* not owned */
  DocketListPane *list;     /* not owned */
  DocketRemovals *removals; /* not owned */
  DocketWorkspace *workspace;
  DocketHistoryEntry *entry;
  gboolean creating; /* somebody is asked, or it is under way */
  GSimpleAction *actions[N_ACTIONS];
};

G_DEFINE_FINAL_TYPE (DocketHistoryActions, docket_history_actions, G_TYPE_OBJECT)

/* The one place that says what can be done now. */
static void
update (DocketHistoryActions *self)
{
  gboolean busy
      = self->entry != NULL
        && docket_removals_is_busy (self->removals, docket_history_entry_get_task_id (self->entry));
  gboolean has_copy = self->entry != NULL && docket_history_entry_has_copy (self->entry);
  gboolean ended = self->entry != NULL && docket_history_entry_get_outcome (self->entry, NULL);

  g_simple_action_set_enabled (self->actions[CHECK_AGAIN],
                               self->entry != NULL && !busy
                                   && docket_history_entry_is_open (self->entry));
  g_simple_action_set_enabled (self->actions[CREATE_AGAIN],
                               has_copy
                                   && docket_history_entry_get_target (self->entry)
                                          == DOCKET_TARGET_TASK
                                   && !self->creating && self->workspace != NULL
                                   && docket_workspace_can_send (self->workspace));
  g_simple_action_set_enabled (self->actions[SAVE_COPY], has_copy);
  g_simple_action_set_enabled (self->actions[SAVE_RECEIPT], ended);
  g_simple_action_set_enabled (self->actions[REMOVE], ended);
  g_simple_action_set_enabled (self->actions[OPEN_CREATED],
                               self->entry != NULL
                                   && docket_history_entry_get_created_task (self->entry) != NULL);
}

static void
check_again_cb (DocketHistoryActions *self)
{
  g_autoptr (DocketRemoval) removal = docket_history_entry_to_removal (self->entry);

  docket_removals_check_again (self->removals, removal);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketHistoryActions) self = user_data;

  self->creating = FALSE;
  if (self->workspace != NULL)
    update (self);
}

static void
create_again_cb (DocketHistoryActions *self)
{
  self->creating = TRUE;
  update (self);
  docket_again_ask_async (DOCKET_MAIN_VIEW (self->widget), self->workspace, self->entry, asked_cb,
                          g_object_ref (self));
}

static void
save_copy_cb (DocketHistoryActions *self)
{
  docket_copy_files_save_copy (DOCKET_MAIN_VIEW (self->widget), self->workspace, self->entry);
}

static void
save_receipt_cb (DocketHistoryActions *self)
{
  docket_copy_files_save_receipt (DOCKET_MAIN_VIEW (self->widget), self->workspace, self->entry);
}

/* The question about one entry, until it is answered. */
typedef struct
{
  DocketHistory *history;
  gint64 id;
  GtkWidget *widget;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->history);
  g_object_unref (asking->widget);
  g_free (asking);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_history_remove_finish (DOCKET_HISTORY (source), result, &error))
    docket_notice_show (widget, _ ("Not Removed From History"), error->message);
}

static void
answered_cb (GtkWidget *alert, const char *response, Asking *asking)
{
  if (g_str_equal (response, "remove"))
    docket_history_remove_async (asking->history, asking->id, NULL, removed_cb,
                                 g_object_ref (asking->widget));
}

static void
remove_cb (DocketHistoryActions *self)
{
  g_autofree char *title
      = docket_text_isolate (docket_history_entry_get_title (self->entry), MAX_TITLE);
  g_autofree char *body = g_strdup_printf (
      docket_history_entry_has_copy (self->entry)
          /* Translators: %s is the title of a task */
          ? _ ("Docket forgets what became of “%s” and removes its copy: the task can then be "
               "neither read nor created again. In Tallyfy nothing changes.")
          /* Translators: %s is the title of a task */
          : _ ("Docket forgets what became of “%s”. In Tallyfy nothing changes."),
      title);
  GtkWidget *alert = docket_alert_new (self->widget, _ ("Remove From History?"), body);
  Asking *asking = g_new0 (Asking, 1);

  asking->history = g_object_ref (docket_workspace_get_history (self->workspace));
  asking->id = docket_history_entry_get_id (self->entry);
  asking->widget = g_object_ref (self->widget);
  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  /* Translators: a verb: takes an entry out of the history */
  docket_alert_add_response (alert, "remove", _ ("_Remove"), DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_set_default (alert, "cancel");
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  docket_alert_present (alert, self->widget);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketHistoryActions) self = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  g_autofree char *task_id = NULL;
  g_autoptr (GError) error = NULL;
  gboolean archived = FALSE;
  gboolean known
      = docket_workspace_find_task_finish (workspace, result, &task_id, &archived, &error);

  if (self->workspace != workspace)
    return;
  if (!known)
    {
      docket_main_view_add_toast (DOCKET_MAIN_VIEW (self->widget),
                                  _ ("The new task is no longer there"));
      return;
    }
  docket_list_pane_set_view (self->list, archived ? DOCKET_VIEW_ARCHIVED : DOCKET_VIEW_ALL);
  docket_reveal_and_open_task (docket_list_pane_get_list (self->list),
                               docket_workspace_get_tasks (workspace), task_id);
}

static void
open_created_cb (DocketHistoryActions *self)
{
  docket_workspace_find_task_async (self->workspace,
                                    docket_history_entry_get_created_task (self->entry), NULL,
                                    found_cb, g_object_ref (self));
}

static const struct
{
  const char *name;
  GCallback callback;
} table[N_ACTIONS] = {
  [CHECK_AGAIN] = { "check-again", G_CALLBACK (check_again_cb) },
  [CREATE_AGAIN] = { "create-again", G_CALLBACK (create_again_cb) },
  [SAVE_COPY] = { "save-copy", G_CALLBACK (save_copy_cb) },
  [SAVE_RECEIPT] = { "save-receipt", G_CALLBACK (save_receipt_cb) },
  [REMOVE] = { "remove", G_CALLBACK (remove_cb) },
  [OPEN_CREATED] = { "open-created", G_CALLBACK (open_created_cb) },
};

static void
docket_history_actions_dispose (GObject *object)
{
  DocketHistoryActions *self = DOCKET_HISTORY_ACTIONS (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_object (&self->entry);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  for (guint i = 0; i < N_ACTIONS; i++)
    g_clear_object (&self->actions[i]);

  G_OBJECT_CLASS (docket_history_actions_parent_class)->dispose (object);
}

static void
docket_history_actions_class_init (DocketHistoryActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_history_actions_dispose;
}

static void
docket_history_actions_init (DocketHistoryActions *self)
{
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      self->actions[i] = g_simple_action_new (table[i].name, NULL);
      g_signal_connect_object (self->actions[i], "activate", table[i].callback, self,
                               G_CONNECT_SWAPPED);
    }
}

DocketHistoryActions *
docket_history_actions_new (DocketMainView *view, DocketListPane *list, DocketRemovals *removals)
{
  DocketHistoryActions *self = g_object_new (DOCKET_TYPE_HISTORY_ACTIONS, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->widget = GTK_WIDGET (view);
  self->list = list;
  self->removals = removals;
  for (guint i = 0; i < N_ACTIONS; i++)
    g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->actions[i]));
  g_signal_connect_object (removals, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (self->widget, "history", G_ACTION_GROUP (group));
  update (self);
  return self;
}

void
docket_history_actions_set_entry (DocketHistoryActions *self,
                                  DocketWorkspace *workspace,
                                  DocketHistoryEntry *entry)
{
  if (self->workspace != workspace)
    {
      if (self->workspace != NULL)
        g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_set_object (&self->workspace, workspace);
      if (workspace != NULL)
        g_signal_connect_object (workspace, "notify::connection", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
    }
  if (self->entry != entry)
    {
      if (self->entry != NULL)
        g_signal_handlers_disconnect_by_data (self->entry, self);
      g_set_object (&self->entry, entry);
      if (entry != NULL)
        g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

GMenuModel *
docket_history_actions_create_menu (DocketHistoryEntry *entry)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();

  if (entry != NULL && docket_history_entry_has_copy (entry))
    {
      g_menu_append (menu, _ ("Open Copy"), "copy.open");
      if (docket_history_entry_get_target (entry) == DOCKET_TARGET_TASK)
        g_menu_append (menu, _ ("Create Again…"), "history.create-again");
    }
  if (entry == NULL || docket_history_entry_has_copy (entry))
    g_menu_append (files, _ ("Save Copy…"), "history.save-copy");
  g_menu_append (files, _ ("Save Receipt…"), "history.save-receipt");
  g_menu_append (end, _ ("Remove From History…"), "history.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}
