/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-private.h"

#include <glib/gi18n.h>
#include "ui/docket-many-dialog.h"

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketMany, docket_many, G_TYPE_OBJECT)

static gboolean
is_archived_view (DocketMany *self)
{
  return docket_list_pane_get_view (self->pane) == DOCKET_VIEW_ARCHIVED;
}

static void
enable (DocketMany *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_tidying (DocketMany *self)
{
  return docket_list_pane_get_view (self->pane) == DOCKET_VIEW_TIDY_UP;
}

/* Why nothing can be done with them now; NULL where it can. */
static const char *
find_reason (DocketMany *self)
{
  if (self->workspace == NULL || docket_workspace_can_send (self->workspace))
    return NULL;
  switch (docket_workspace_get_connection (self->workspace))
    {
    case DOCKET_CONNECTION_NO_TOKEN:
      return _ ("Waiting for the keyring");
    case DOCKET_CONNECTION_SIGNED_OUT:
      return is_archived_view (self) ? _ ("Sign in again to restore or delete these tasks")
                                     : _ ("Sign in again to archive or delete these tasks");
    default:
      return _ ("Not available offline");
    }
}

/* The one place that says what can be done now. */
static void
update_actions (DocketMany *self)
{
  gboolean choosing = docket_task_list_get_choosing (self->list);
  gboolean running = docket_many_is_running (self);
  gboolean ended = self->batch != NULL && !running;
  gboolean idle = self->workspace != NULL && docket_workspace_can_send (self->workspace) && !running
                  && !self->reading && !self->asking;
  gboolean able = idle && choosing && docket_task_list_get_n_chosen (self->list) > 0
                  && docket_list_pane_get_view (self->pane) < DOCKET_N_VIEWS;
  gboolean archived = is_archived_view (self);
  DocketBatchState state
      = running ? docket_removal_batch_get_state (self->batch) : DOCKET_BATCH_ENDED;
  gboolean goes_on = state == DOCKET_BATCH_RUNNING || state == DOCKET_BATCH_WAITING;

  g_object_set (docket_list_pane_get_choice_bar (self->pane), "archived", archived, "reason",
                find_reason (self), NULL);
  docket_choice_bar_set_tidying (docket_list_pane_get_choice_bar (self->pane), is_tidying (self),
                                 docket_task_list_get_n_chosen (self->list));
  enable (self, "select",
          self->workspace != NULL && !docket_list_pane_is_empty (self->pane)
              && docket_list_pane_get_view (self->pane) < DOCKET_VIEW_TIDY_UP);
  enable (self, "select-all", choosing);
  enable (self, "cancel", choosing && !is_tidying (self));
  enable (self, "archive", able && !archived);
  enable (self, "restore", able && archived);
  enable (self, "delete", able && !is_tidying (self));
  enable (self, "pause", goes_on);
  enable (self, "continue", running && !goes_on && docket_workspace_can_send (self->workspace));
  enable (self, "stop", running);
  enable (self, "show-failed", ended);
  enable (self, "dismiss", ended);
  enable (self, "try-again", idle && ended);
  enable (self, "save-list", ended);
  enable (self, "undo", idle && self->archived->len > 0);
}

void
docket_many_update (DocketMany *self)
{
  update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
docket_many_show_detail (DocketMany *self, gboolean many)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  gtk_stack_set_visible_child (self->stack, many ? GTK_WIDGET (self->detail) : first);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketMany) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = docket_candidates_count_finish (DOCKET_TASK_MODEL (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_many_pane_show_chosen (self->detail, docket_task_list_get_n_chosen (self->list), n,
                                  is_archived_view (self));
}

static void
stop_counting (DocketMany *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
chosen_cb (DocketMany *self)
{
  gboolean choosing = docket_task_list_get_choosing (self->list);
  g_autoptr (GArray) rows = NULL;

  stop_counting (self);
  update_actions (self);
  docket_many_show_detail (self, choosing);
  if (!choosing || self->workspace == NULL)
    return;
  if (is_tidying (self))
    {
      docket_many_pane_show_tidying (self->detail, docket_task_list_get_n_chosen (self->list));
      return;
    }
  rows = docket_task_list_get_chosen_rows (self->list);
  docket_many_pane_show_chosen (self->detail, rows->len, -1, is_archived_view (self));
  self->counting = g_cancellable_new ();
  docket_candidates_count_async (docket_workspace_get_tasks (self->workspace), rows, self->counting,
                                 counted_cb, g_object_ref (self));
}

/* Another task, or what other lists show, takes the place of what failed. */
static void
selection_changed_cb (DocketMany *self)
{
  if (!docket_task_list_get_choosing (self->list)
      && (docket_list_pane_get_selected (self->pane) != NULL
          || docket_list_pane_get_view (self->pane) >= DOCKET_N_VIEWS))
    docket_many_show_detail (self, FALSE);
  update_actions (self);
}

static void
answered_cb (DocketManyDialog *dialog, int choice, DocketMany *self)
{
  self->asking = FALSE;
  /* Of another workspace's tasks. */
  if (docket_many_dialog_get_workspace (dialog) == self->workspace
      && !docket_many_is_running (self))
    {
      if (choice == DOCKET_DELETE_CONFIRM)
        docket_many_start_candidates (self, DOCKET_REMOVAL_DELETE,
                                      docket_many_dialog_get_able (dialog),
                                      docket_many_dialog_get_copies (dialog));
      else if (choice == DOCKET_DELETE_ARCHIVE)
        docket_many_start_candidates (self, DOCKET_REMOVAL_ARCHIVE,
                                      docket_many_dialog_get_able (dialog),
                                      DOCKET_KEPT_COPIES_NONE);
    }
  docket_many_update (self);
}

static void
ask (DocketMany *self, GPtrArray *able, GPtrArray *others)
{
  DocketManyDialog *dialog
      = docket_many_dialog_open (GTK_WIDGET (self->toasts), self->workspace, able, others);

  self->asking = TRUE;
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (answered_cb), self, 0);
}

/* What is to be done with the tasks that are being read. */
typedef struct
{
  DocketMany *many;
  DocketWorkspace *workspace;
  DocketRemovalKind kind;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->many);
  g_object_unref (wish->workspace);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
act (DocketMany *self, DocketRemovalKind kind, GPtrArray *candidates)
{
  g_autoptr (GPtrArray) able = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < candidates->len; i++)
    {
      DocketCandidate *candidate = g_ptr_array_index (candidates, i);
      gboolean one_off = docket_task_get_one_off (docket_candidate_get_task (candidate));

      g_ptr_array_add (one_off ? able : others, g_object_ref (candidate));
    }
  if (able->len == 0)
    docket_many_show_toast (self, _ ("Process tasks go only with their process"), FALSE);
  else if (kind == DOCKET_REMOVAL_DELETE)
    ask (self, able, others);
  else
    {
      docket_many_start_candidates (self, kind, able, DOCKET_KEPT_COPIES_NONE);
      self->n_left_out = others->len;
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  DocketMany *self = wish->many;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates
      = docket_candidates_read_finish (DOCKET_TASK_MODEL (source), result, &error);

  self->reading = FALSE;
  if (candidates == NULL)
    g_debug ("The chosen tasks could not be read: %s", error->message);
  else if (wish->workspace == self->workspace && !docket_many_is_running (self))
    act (self, wish->kind, candidates);
  docket_many_update (self);
}

void
docket_many_read_rows (DocketMany *self, DocketRemovalKind kind, GArray *rows)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->many = g_object_ref (self);
  wish->workspace = g_object_ref (self->workspace);
  wish->kind = kind;
  self->reading = TRUE;
  update_actions (self);
  docket_candidates_read_async (docket_workspace_get_tasks (self->workspace), rows, NULL, read_cb,
                                wish);
}

static void
remove_chosen (DocketMany *self, DocketRemovalKind kind)
{
  g_autoptr (GArray) rows = docket_task_list_get_chosen_rows (self->list);

  docket_many_read_rows (self, kind, rows);
}

static void
action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketMany *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "select"))
    docket_task_list_set_choosing (self->list, TRUE);
  else if (g_str_equal (name, "select-all"))
    docket_task_list_choose_all (self->list);
  else if (g_str_equal (name, "cancel"))
    docket_task_list_set_choosing (self->list, FALSE);
  else if (g_str_equal (name, "archive"))
    remove_chosen (self, DOCKET_REMOVAL_ARCHIVE);
  else if (g_str_equal (name, "restore"))
    remove_chosen (self, DOCKET_REMOVAL_RESTORE);
  else if (g_str_equal (name, "delete"))
    remove_chosen (self, DOCKET_REMOVAL_DELETE);
  if (g_str_equal (name, "select") || g_str_equal (name, "cancel"))
    docket_list_pane_focus_list (self->pane);
}

static void
batch_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketMany *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "pause"))
    docket_removal_batch_pause (self->batch);
  else if (g_str_equal (name, "continue"))
    docket_removal_batch_resume (self->batch);
  else if (g_str_equal (name, "stop"))
    docket_removal_batch_cancel (self->batch);
  else if (g_str_equal (name, "show-failed"))
    docket_many_show_failed (self);
  else if (g_str_equal (name, "try-again"))
    docket_many_try_again (self);
  else if (g_str_equal (name, "save-list"))
    docket_many_save_list (self);
  else if (g_str_equal (name, "undo"))
    docket_many_undo (self);
  else if (g_str_equal (name, "dismiss"))
    {
      docket_batch_bar_set_batch (docket_list_pane_get_batch_bar (self->pane), NULL);
      docket_list_pane_focus_list (self->pane);
    }
}

/* Toasts keep off it. */
static void
bar_shown_cb (DocketMany *self, GParamSpec *pspec, GtkWidget *bar)
{
  if (gtk_widget_get_visible (bar))
    gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "batch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toasts), "batch");
}

static void
remedy_cb (DocketManyPane *detail, guint index, DocketMany *self)
{
  docket_many_remedy (self, index);
}

static void
add_actions (DocketMany *self)
{
  static const GActionEntry entries[] = {
    { "select", action_cb },          { "select-all", action_cb },
    { "cancel", action_cb },          { "archive", action_cb },
    { "restore", action_cb },         { "delete", action_cb },
    { "pause", batch_action_cb },     { "continue", batch_action_cb },
    { "stop", batch_action_cb },      { "show-failed", batch_action_cb },
    { "try-again", batch_action_cb }, { "undo", batch_action_cb },
    { "dismiss", batch_action_cb },   { "save-list", batch_action_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->toasts), "many",
                                  G_ACTION_GROUP (self->actions));
}

static void
docket_many_dispose (GObject *object)
{
  DocketMany *self = DOCKET_MANY (object);

  docket_many_set_workspace (self, NULL);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->archived, g_ptr_array_unref);
  g_clear_pointer (&self->singles, g_array_unref);

  G_OBJECT_CLASS (docket_many_parent_class)->dispose (object);
}

static void
docket_many_class_init (DocketManyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_many_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_many_init (DocketMany *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->archived = g_ptr_array_new_with_free_func (g_object_unref);
  self->singles = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
forget_undo (DocketMany *self)
{
  g_ptr_array_set_size (self->archived, 0);
  g_array_set_size (self->singles, 0);
}

DocketMany *
docket_many_new (DocketListPane *list, DocketManyPane *pane, DocketRemovals *removals)
{
  DocketMany *self = g_object_new (DOCKET_TYPE_MANY, NULL);
  GtkWidget *widget = GTK_WIDGET (pane);

  self->pane = list;
  self->list = docket_list_pane_get_list (list);
  self->detail = pane;
  self->stack = GTK_STACK (gtk_widget_get_ancestor (widget, GTK_TYPE_STACK));
  self->toasts = ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY));
  self->removals = removals;
  add_actions (self);
  g_signal_connect_object (self->list, "notify::choosing", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::n-chosen", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (docket_list_pane_get_batch_bar (list), "notify::visible",
                           G_CALLBACK (bar_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "remedy", G_CALLBACK (remedy_cb), self, 0);
  g_signal_connect_object (removals, "changed", G_CALLBACK (docket_many_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (removals, "overtaken", G_CALLBACK (forget_undo), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  return self;
}

void
docket_many_set_workspace (DocketMany *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  stop_counting (self);
  docket_many_drop_batch (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  forget_undo (self);
  docket_many_show_detail (self, FALSE);
  if (workspace != NULL)
    {
      g_signal_connect_object (workspace, "notify::connection", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (docket_workspace_get_tasks (workspace), "notify::n-tasks",
                               G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
    }
  docket_many_update (self);
}
