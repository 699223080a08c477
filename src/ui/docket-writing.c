/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-writing.h"

#include <glib/gi18n.h>
#include "ui/docket-edit-dialog.h"
#include "ui/docket-edit-undo.h"
#include "ui/docket-list-status.h"
#include "ui/docket-new-task-dialog.h"
#include "ui/docket-reveal.h"
#include "ui/docket-toast.h"
#include "ui/docket-words.h"

/* What a toast calls the task it is about. */
#define TASK_KEY "docket-task"

struct _DocketWriting
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketListPane *list;    /* not owned */
  DocketTrail *trail;      /* not owned */
  DocketUndo *undo;        /* not owned */
  GSimpleActionGroup *actions;
  DocketWorkspace *workspace;
  DocketTaskSheet *dialog; /* weak */
  GCancellable *opening;   /* the task to be edited is being read; nullable */
  gboolean assigning;      /* it is to be assigned to somebody */
  char *task_id;           /* of that task */
};

G_DEFINE_FINAL_TYPE (DocketWriting, docket_writing, G_TYPE_OBJECT)

/* When @task is due, in words, or that it never is. (transfer full) */
static char *
tell_deadline (TallyfyTask *task)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *deadline = tallyfy_task_get_deadline (task);

  return docket_words_moment_inside (deadline, now);
}

static gboolean
is_mine (DocketWriting *self, TallyfyTask *task)
{
  GPtrArray *assignees = tallyfy_task_get_assignees (task);
  g_autofree char *me
      = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (
                                                  docket_workspace_get_account (self->workspace)));

  for (guint i = 0; i < assignees->len; i++)
    if (tallyfy_assignee_get_kind (assignees->pdata[i]) == TALLYFY_ASSIGNEE_USER
        && g_str_equal (tallyfy_assignee_get_id (assignees->pdata[i]), me))
      return TRUE;
  return FALSE;
}

/* A new task of somebody else's is not among those that one is to do oneself. While something is
 * searched for, nobody is led away from that. */
static gboolean
is_elsewhere (DocketWriting *self, TallyfyTask *task)
{
  const char *search = docket_task_model_get_search (docket_workspace_get_tasks (self->workspace));
  const DocketView view = docket_list_pane_get_view (self->list);

  if (search != NULL && *search != '\0')
    return FALSE;
  return view != DOCKET_VIEW_ONE_OFF && view != DOCKET_VIEW_ALL
         && (view != DOCKET_VIEW_TO_DO || !is_mine (self, task));
}

static void
reveal (DocketWriting *self, const char *task_id)
{
  docket_reveal_task (docket_list_pane_get_list (self->list),
                      docket_workspace_get_tasks (self->workspace), task_id);
}

static void
show_cb (AdwToast *toast, DocketWriting *self)
{
  const char *task_id = g_object_get_data (G_OBJECT (toast), TASK_KEY);

  /* In another workspace there is no such task to be revealed. */
  if (self->workspace == NULL)
    return;
  docket_list_pane_set_view (self->list, DOCKET_VIEW_ONE_OFF);
  reveal (self, task_id);
}

/* What was opened from elsewhere than the list stays open. */
static void
reveal_unless_away (DocketWriting *self, TallyfyTask *task)
{
  if (!docket_trail_has_way_back (self->trail))
    reveal (self, tallyfy_task_get_id (task));
}

static void
tell (DocketWriting *self, TallyfyTask *task, const char *words)
{
  const gboolean elsewhere = is_elsewhere (self, task);
  /* Translators: a verb, on a button of a toast: opens the task */
  AdwToast *toast = docket_toast_show (self->toasts, words, elsewhere ? _ ("Show") : NULL);

  g_object_set_data_full (G_OBJECT (toast), TASK_KEY, g_strdup (tallyfy_task_get_id (task)),
                          g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_cb), self, 0);
  reveal_unless_away (self, task);
}

static void
made_cb (DocketWriting *self, TallyfyTask *made, GDateTime *asked)
{
  g_autofree char *words = NULL;

  if (self->workspace == NULL)
    return;
  if (asked != NULL)
    {
      g_autofree char *moment = tell_deadline (made);

      /* Translators: %s is a moment, such as "Monday, 23 March, 17:00" */
      words = g_strdup_printf (_ ("Task created. Tallyfy moved the deadline to %s"), moment);
    }
  tell (self, made, words != NULL ? words : _ ("Task created"));
}

static void
saved_cb (DocketWriting *self, TallyfyTask *task, GDateTime *asked)
{
  g_autofree char *words = NULL;
  g_autoptr (DocketTaskValues) before = NULL;

  if (self->workspace == NULL || self->dialog == NULL)
    return;
  if (asked != NULL)
    {
      g_autofree char *moment = tell_deadline (task);

      /* Translators: %s is a moment, such as "Monday, 23 March, 17:00" */
      words = g_strdup_printf (_ ("Task saved. Tallyfy moved the deadline to %s"), moment);
    }
  before = docket_edit_dialog_dup_before (DOCKET_EDIT_DIALOG (self->dialog), task);
  docket_edit_undo_offer (self->undo, self->toasts, self->workspace,
                          words != NULL ? words : _ ("Task saved"), before, task);
  reveal_unless_away (self, task);
}

static void
kept_cb (DocketWriting *self)
{
  if (self->workspace != NULL)
    docket_toast_show (self->toasts, _ ("Draft kept"), NULL);
}

static void
watch (DocketWriting *self, DocketTaskSheet *dialog, const char *done, GCallback callback)
{
  g_set_weak_pointer (&self->dialog, dialog);
  g_signal_connect_object (dialog, done, callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketWriting *self = user_data;
  GtkWidget *parent = GTK_WIDGET (self->toasts);

  if (self->workspace == NULL || self->dialog != NULL)
    return;
  watch (self, DOCKET_TASK_SHEET (docket_new_task_dialog_open (parent, self->workspace)), "made",
         G_CALLBACK (made_cb));
}

static void
stop_opening (DocketWriting *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
open_editor (DocketWriting *self, TallyfyTask *task)
{
  DocketTaskSheet *sheet;

  stop_opening (self);
  if (self->workspace == NULL || self->dialog != NULL)
    return;
  sheet = DOCKET_TASK_SHEET (
      docket_edit_dialog_open (GTK_WIDGET (self->toasts), self->workspace, task));
  watch (self, sheet, "saved", G_CALLBACK (saved_cb));
  if (self->assigning)
    docket_task_form_open_people (docket_task_sheet_get_form (sheet));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWriting) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    return;
  stop_opening (self);
  if (task != NULL)
    open_editor (self, task);
  else
    docket_toast_show (self->toasts, docket_list_status_explain_detail (error), NULL);
}

/* What is kept of it is shown at once; whether somebody else has changed it is found out when it is
 * saved. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWriting) self = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task = docket_workspace_load_task_finish (workspace, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->opening == NULL)
    return;
  if (task != NULL)
    open_editor (self, task);
  else
    docket_workspace_fetch_task_async (workspace, self->task_id, self->opening, fetched_cb,
                                       g_object_ref (self));
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketWriting *self = user_data;
  DocketTask *task = docket_trail_get_task (self->trail);

  if (self->workspace == NULL || self->dialog != NULL || task == NULL)
    return;
  stop_opening (self);
  self->assigning = g_str_equal (g_action_get_name (G_ACTION (action)), "assign");
  self->opening = g_cancellable_new ();
  g_free (self->task_id);
  self->task_id = g_strdup (docket_task_get_id (task));
  docket_workspace_load_task_async (self->workspace, self->task_id, self->opening, loaded_cb,
                                    g_object_ref (self));
}

static void
set_enabled (DocketWriting *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
selection_changed_cb (DocketWriting *self)
{
  DocketTask *task = self->workspace != NULL ? docket_trail_get_task (self->trail) : NULL;

  const gboolean can_edit
      = task != NULL && docket_task_get_loaded (task) && !docket_task_get_archived (task);

  set_enabled (self, "edit", can_edit);
  set_enabled (self, "assign", can_edit);
}

static void
docket_writing_dispose (GObject *object)
{
  DocketWriting *self = DOCKET_WRITING (object);

  g_clear_weak_pointer (&self->dialog);
  stop_opening (self);
  g_clear_pointer (&self->task_id, g_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_writing_parent_class)->dispose (object);
}

static void
docket_writing_class_init (DocketWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_writing_dispose;
}

static void
add_action (DocketWriting *self, const char *name, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
docket_writing_init (DocketWriting *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "new", G_CALLBACK (new_cb));
  add_action (self, "edit", G_CALLBACK (edit_cb));
  add_action (self, "assign", G_CALLBACK (edit_cb));
}

DocketWriting *
docket_writing_new (GtkWidget *view,
                    AdwToastOverlay *toasts,
                    DocketListPane *list,
                    DocketTrail *trail,
                    DocketUndo *undo)
{
  DocketWriting *self = g_object_new (DOCKET_TYPE_WRITING, NULL);

  self->toasts = toasts;
  self->list = list;
  self->trail = trail;
  self->undo = undo;
  gtk_widget_insert_action_group (view, "write", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (trail, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
docket_writing_end (DocketWriting *self)
{
  docket_writing_set_workspace (self, NULL);
  g_object_unref (self);
}

/* The dialog of one workspace is not left open over another. */
void
docket_writing_set_workspace (DocketWriting *self, DocketWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;
  if (self->dialog != NULL)
    docket_task_sheet_close (self->dialog);
  stop_opening (self);
  set_enabled (self, "new", workspace != NULL);
  selection_changed_cb (self);
}
