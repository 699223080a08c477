/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-completions.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-completion-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-reveal.h"
#include "ui/docket-toast.h"
#include "ui/docket-words.h"
#include "workspace/docket-missing.h"

struct _DocketCompletions
{
  GObject parent_instance;

  AdwToastOverlay *toasts;  /* not owned */
  DocketListPane *list;     /* not owned */
  DocketDetailPane *detail; /* not owned */
  DocketUndo *undo;         /* not owned */
  GSimpleActionGroup *actions;
  DocketWorkspace *workspace;
  DocketTask *task;
  DocketTaskModel *more_tasks; /* nullable */
  GHashTable
      *checking; /* IDs of tasks whose required answers are looked at before they are completed */
};

G_DEFINE_FINAL_TYPE (DocketCompletions, docket_completions, G_TYPE_OBJECT)

/* In the order of DocketCompletionKind. */
static const char *const action_names[] = { "complete", "approve", "reject", "reopen" };
static const char *const row_action_names[]
    = { "complete-row", "approve-row", "reject-row", "reopen-row" };

/* One that was asked for, until it is told how it ended; and then what is offered in the dialog. */
typedef struct
{
  DocketCompletions *completions;
  DocketWorkspace *workspace;
  DocketCompletionKind kind;
  char *task_id;
  char *title;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->completions);
  g_object_unref (asked->workspace);
  g_free (asked->task_id);
  g_free (asked->title);
  g_free (asked);
}

/* @tasks: (nullable). (transfer full) (nullable) */
static DocketTask *
find_in (DocketTaskModel *tasks, const char *task_id)
{
  guint position;

  if (tasks == NULL || !docket_task_model_find (tasks, task_id, &position))
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (tasks), position);
}

static gboolean
is_in_more (DocketCompletions *self, const char *task_id)
{
  g_autoptr (DocketTask) task = find_in (self->more_tasks, task_id);

  return task != NULL;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
ask (DocketCompletions *self, DocketCompletionKind kind, const char *task_id, const char *title);

/* Opens the task where its answers are missing, if it is not open. */
static void
show_missing (Asked *asked, GStrv field_ids, gboolean refused)
{
  DocketCompletions *self = asked->completions;

  docket_detail_pane_show_missing (self->detail, asked->task_id, (const char *const *)field_ids,
                                   refused);
  if (self->task != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->detail))
      && g_str_equal (docket_task_get_id (self->task), asked->task_id))
    return;
  if (is_in_more (self, asked->task_id))
    gtk_widget_activate_action (GTK_WIDGET (self->toasts), "process.open-task", "s",
                                asked->task_id);
  else
    docket_reveal_and_open_task (docket_list_pane_get_list (self->list),
                                 docket_workspace_get_tasks (self->workspace), asked->task_id);
}

static void
answered_cb (GtkWidget *alert, const char *response, Asked *asked)
{
  /* Another workspace may be open now. */
  if (g_str_equal (response, "again") && asked->completions->workspace == asked->workspace)
    ask (asked->completions, asked->kind, asked->task_id, asked->title);
}

static void
forget_asked (gpointer data, GClosure *closure)
{
  asked_free (data);
}

/* @again: its label, with a mnemonic, or NULL. @asked: (transfer full) */
static void
show_dialog (Asked *asked, const char *heading, const char *body, const char *again)
{
  GtkWidget *parent = GTK_WIDGET (asked->completions->toasts);
  GtkWidget *alert = docket_alert_new (parent, heading, body);

  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  if (again != NULL)
    docket_alert_add_response (alert, "again", again, DOCKET_RESPONSE_PLAIN);
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), asked, forget_asked, 0);
  /* It comes by itself, whatever is typed at that moment. */
  docket_press_guard_attach (alert);
  docket_alert_present (alert, parent);
}

static void
reopen (gpointer user_data)
{
  Asked *asked = user_data;

  if (asked->completions->workspace == asked->workspace)
    ask (asked->completions, DOCKET_COMPLETION_REOPEN, asked->task_id, asked->title);
}

/* @asked: (transfer full) */
static void
tell_done (Asked *asked, DocketCompletionOutcome outcome)
{
  DocketCompletions *self = asked->completions;
  g_autofree char *words
      = docket_words_about (docket_completion_words_done (asked->kind, outcome), asked->title);

  if (outcome == DOCKET_COMPLETION_DONE && asked->kind != DOCKET_COMPLETION_REOPEN)
    {
      docket_undo_offer (self->undo, words, asked->task_id, reopen, asked,
                         (GDestroyNotify)asked_free);
      return;
    }
  docket_undo_forget (self->undo, asked->task_id);
  docket_toast_show (self->toasts, words, NULL);
  asked_free (asked);
}

static void
tell_failed (Asked *asked, DocketCompletionOutcome outcome, const GError *error)
{
  g_autofree char *body = NULL;
  const char *heading
      = docket_completion_words_failed (asked->kind, asked->title, outcome, error, &body);
  const gboolean again = error == NULL && outcome == DOCKET_COMPLETION_NOT_DONE;

  /* A banner says that one has to sign in again. */
  if (heading != NULL)
    show_dialog (asked, heading, body, again ? _ ("_Send Again") : NULL);
  else
    asked_free (asked);
}

/* What was refused, and why. */
typedef struct
{
  Asked *asked;
  GError *error;
} Refusal;

/* An answer that is missing is shown where it is; all else is said in a dialog. */
static void
refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Refusal *refusal = user_data;
  g_autoptr (Asked) asked = refusal->asked;
  g_autoptr (GError) error = refusal->error;
  g_auto (GStrv) missing = docket_missing_finish (DOCKET_WORKSPACE (source), result);

  if (asked->completions->workspace != asked->workspace)
    return;
  if (*missing != NULL)
    show_missing (asked, missing, TRUE);
  else
    tell_failed (g_steal_pointer (&asked), DOCKET_COMPLETION_NOT_DONE, error);
}

/* @asked: (transfer full) */
static void
look_for_missing (Asked *asked, const GError *error)
{
  Refusal *refusal = g_new0 (Refusal, 1);

  refusal->asked = asked;
  refusal->error = g_error_copy (error);
  docket_missing_async (asked->workspace, asked->task_id, TRUE, refused_cb, refusal);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  DocketCompletionOutcome outcome;
  const gboolean ok
      = docket_completion_finish (DOCKET_WORKSPACE (source), result, &outcome, &error);

  /* The workspace was left meanwhile. */
  if (asked->completions->workspace != asked->workspace
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!ok || outcome != DOCKET_COMPLETION_DONE)
    docket_task_list_forget_removal (docket_list_pane_get_list (asked->completions->list),
                                     asked->task_id);
  if (ok && (outcome == DOCKET_COMPLETION_DONE || outcome == DOCKET_COMPLETION_WAITS))
    {
      tell_done (g_steal_pointer (&asked), outcome);
      return;
    }
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID))
    look_for_missing (g_steal_pointer (&asked), error);
  else
    tell_failed (g_steal_pointer (&asked), outcome, error);
}

static void
send (Asked *asked)
{
  if (!is_in_more (asked->completions, asked->task_id))
    docket_task_list_expect_removal (docket_list_pane_get_list (asked->completions->list),
                                     asked->task_id);
  docket_completion_async (asked->workspace, asked->kind, asked->task_id, ended_cb, asked);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_auto (GStrv) missing = docket_missing_finish (DOCKET_WORKSPACE (source), result);

  g_hash_table_remove (asked->completions->checking, asked->task_id);
  if (asked->completions->workspace != asked->workspace)
    return;
  if (*missing != NULL)
    show_missing (asked, missing, FALSE);
  else
    send (g_steal_pointer (&asked));
}

/* What Tallyfy would refuse because an answer is missing is not sent. */
static void
ask (DocketCompletions *self, DocketCompletionKind kind, const char *task_id, const char *title)
{
  Asked *asked;

  if (g_hash_table_contains (self->checking, task_id))
    return;
  asked = g_new0 (Asked, 1);
  asked->completions = g_object_ref (self);
  asked->workspace = g_object_ref (self->workspace);
  asked->kind = kind;
  asked->task_id = g_strdup (task_id);
  asked->title = g_strdup (title);
  if (kind == DOCKET_COMPLETION_REOPEN)
    {
      send (asked);
      return;
    }
  g_hash_table_add (self->checking, g_strdup (task_id));
  docket_missing_async (self->workspace, task_id, FALSE, checked_cb, asked);
}

/* The button that was pressed goes, and GTK would look for another place for the focus: the list
 * would scroll to its beginning. */
static void
keep_place (DocketCompletions *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->toasts));
  gboolean folded;

  g_object_get (self->list, "folded", &folded, NULL);
  if (!folded && root != NULL && GTK_IS_BUTTON (gtk_root_get_focus (root)))
    docket_list_pane_focus_list (self->list);
}

static void
action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketCompletions *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  keep_place (self);
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    if (g_str_equal (name, action_names[i]))
      ask (self, (DocketCompletionKind)i, docket_task_get_id (self->task),
           docket_task_get_title (self->task));
}

static void
row_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketCompletions *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *task_id = g_variant_get_string (parameter, NULL);
  g_autoptr (DocketTask) task = find_in (self->more_tasks, task_id);

  if (task == NULL)
    task = find_in (docket_workspace_get_tasks (self->workspace), task_id);
  /* It may have left the list while the press was under way. */
  if (task == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (row_action_names); i++)
    if (g_str_equal (name, row_action_names[i])
        && docket_completions_fits (task, (DocketCompletionKind)i))
      ask (self, (DocketCompletionKind)i, task_id, docket_task_get_title (task));
}

static void
docket_completions_dispose (GObject *object)
{
  DocketCompletions *self = DOCKET_COMPLETIONS (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  g_clear_object (&self->task);
  g_clear_object (&self->more_tasks);
  g_clear_pointer (&self->checking, g_hash_table_unref);

  G_OBJECT_CLASS (docket_completions_parent_class)->dispose (object);
}

static void
docket_completions_class_init (DocketCompletionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_completions_dispose;
}

static void
add_action (DocketCompletions *self, const char *name, const GVariantType *type, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
docket_completions_init (DocketCompletions *self)
{
  self->actions = g_simple_action_group_new ();
  self->checking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    {
      add_action (self, action_names[i], NULL, G_CALLBACK (action_cb));
      add_action (self, row_action_names[i], G_VARIANT_TYPE_STRING, G_CALLBACK (row_action_cb));
    }
}

DocketCompletions *
docket_completions_new (AdwToastOverlay *toasts,
                        DocketListPane *list,
                        DocketDetailPane *detail,
                        DocketUndo *undo)
{
  DocketCompletions *self = g_object_new (DOCKET_TYPE_COMPLETIONS, NULL);

  self->toasts = toasts;
  self->list = list;
  self->detail = detail;
  self->undo = undo;
  return self;
}

GActionGroup *
docket_completions_get_actions (DocketCompletions *self)
{
  return G_ACTION_GROUP (self->actions);
}

gboolean
docket_completions_fits (DocketTask *task, DocketCompletionKind kind)
{
  if (task == NULL || !docket_task_get_loaded (task) || docket_task_get_archived (task))
    return FALSE;
  if (docket_task_get_completed (task))
    return kind == DOCKET_COMPLETION_REOPEN;
  if (g_strcmp0 (docket_task_get_task_type (task), "approval") == 0)
    return kind == DOCKET_COMPLETION_APPROVE || kind == DOCKET_COMPLETION_REJECT;
  return kind == DOCKET_COMPLETION_COMPLETE;
}

static void
set_enabled (DocketCompletions *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
docket_completions_update (DocketCompletions *self)
{
  const gboolean able = self->workspace != NULL && docket_workspace_can_send (self->workspace);

  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    {
      set_enabled (self, action_names[i],
                   able && docket_completions_fits (self->task, (DocketCompletionKind)i));
      set_enabled (self, row_action_names[i], able);
    }
}

void
docket_completions_set_workspace (DocketCompletions *self, DocketWorkspace *workspace)
{
  if (g_set_object (&self->workspace, workspace))
    docket_completions_update (self);
}

void
docket_completions_set_task (DocketCompletions *self, DocketTask *task)
{
  g_set_object (&self->task, task);
  docket_completions_update (self);
}

void
docket_completions_set_more_tasks (DocketCompletions *self, DocketTaskModel *tasks)
{
  g_set_object (&self->more_tasks, tasks);
}
