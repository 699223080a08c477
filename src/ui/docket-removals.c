/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-removals.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-delete-dialog.h"
#include "ui/docket-removal-report.h"

#define TOAST_SECONDS 5
/* A toast that can be pressed stays longer: nobody is to hurry. */
#define UNDO_SECONDS 10

struct _DocketRemovals
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketWorkspace *workspace;
  GHashTable *busy;    /* IDs of the tasks whose removal is under way */
  GPtrArray *archived; /* IDs of what Undo restores, the last one first to come back */
  char *undoing;       /* ID of the task that Undo is bringing back, or NULL */
  AdwToast *undo_toast;
  gboolean asking; /* the dialog is open */
};

enum
{
  STARTED,
  ENDED,
  UNDONE,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketRemovals, docket_removals, G_TYPE_OBJECT)

static void start (DocketRemovals *self, DocketRemovalKind kind, const char *task_id);

/* A dialog that tells of a removal, until it is answered. */
typedef struct
{
  DocketRemovals *removals;
  DocketWorkspace *workspace; /* of the removal */
  DocketRemoval *removal;
  DocketNext next;
} Telling;

static void
telling_free (gpointer data, GClosure *closure)
{
  Telling *telling = data;

  g_object_unref (telling->removals);
  g_object_unref (telling->workspace);
  g_object_unref (telling->removal);
  g_free (telling);
}

static void
dismiss_undo (DocketRemovals *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
undo_clicked_cb (AdwToast *toast, DocketRemovals *self)
{
  if (toast == self->undo_toast)
    docket_removals_undo (self);
}

/* After a click too: the toast goes, what it offered stays possible with Ctrl+Z. */
static void
undo_dismissed_cb (AdwToast *toast, DocketRemovals *self)
{
  if (toast == self->undo_toast)
    g_clear_object (&self->undo_toast);
}

static void
show_toast (DocketRemovals *self, const char *words, gboolean undo)
{
  g_autofree char *title = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, undo ? UNDO_SECONDS : TOAST_SECONDS);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_dismissed_cb), self, 0);
      g_set_object (&self->undo_toast, toast);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void tell (DocketRemovals *self, DocketRemoval *removal);

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketRemovals) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_check_again_finish (DOCKET_WORKSPACE (source), result, &error);

  if (DOCKET_WORKSPACE (source) != self->workspace)
    return;
  if (removal != NULL)
    tell (self, removal);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_toast (self, _ ("The look-up failed. Nothing was sent again."), FALSE);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* What became of it, the banner and the list say. */
  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("The list was not refreshed: %s", error->message);
}

/* Asks again about the task of @removal, if it is still in the list. */
static void
ask_anew (DocketRemovals *self, const char *task_id)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (self->workspace);
  guint position;

  if (docket_task_model_find (tasks, task_id, &position))
    {
      g_autoptr (GObject) task = g_list_model_get_item (G_LIST_MODEL (tasks), position);

      if (DOCKET_IS_TASK (task))
        docket_removals_ask_delete (self, DOCKET_TASK (task));
    }
}

static void
do_next (DocketRemovals *self, DocketNext next, DocketRemoval *removal)
{
  const char *task_id = docket_removal_get_task_id (removal);

  switch (next)
    {
    case DOCKET_NEXT_ARCHIVE:
      docket_removals_archive (self, task_id);
      break;
    case DOCKET_NEXT_REFRESH:
      docket_workspace_refresh_async (self->workspace, NULL, refreshed_cb, NULL);
      break;
    case DOCKET_NEXT_TRY_AGAIN:
      if (docket_removal_get_kind (removal) == DOCKET_REMOVAL_DELETE)
        ask_anew (self, task_id);
      else
        start (self, docket_removal_get_kind (removal), task_id);
      break;
    case DOCKET_NEXT_CHECK_AGAIN:
      docket_removals_check_again (self, removal);
      break;
    case DOCKET_NEXT_NOTHING:
    case DOCKET_NEXT_UNDO:
    default:
      break;
    }
}

static void
told_cb (GtkWidget *alert, const char *response, Telling *telling)
{
  /* Another workspace may be open now: what is offered was about the one before. */
  if (g_str_equal (response, "next") && telling->removals->workspace == telling->workspace)
    do_next (telling->removals, telling->next, telling->removal);
}

static void
show_report (DocketRemovals *self, DocketRemovalReport *report, DocketRemoval *removal)
{
  GtkWidget *alert = docket_alert_new (GTK_WIDGET (self->toasts), report->heading, report->body);
  Telling *telling = g_new0 (Telling, 1);

  telling->removals = g_object_ref (self);
  telling->workspace = g_object_ref (self->workspace);
  telling->removal = g_object_ref (removal);
  telling->next = report->next;
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  if (report->next_label != NULL)
    {
      docket_alert_add_response (alert, "next", report->next_label, DOCKET_RESPONSE_PLAIN);
      docket_alert_set_default (alert, "next");
    }
  g_signal_connect_data (alert, "response", G_CALLBACK (told_cb), telling, telling_free, 0);
  docket_alert_present (alert, GTK_WIDGET (self->toasts));
}

static void
tell (DocketRemovals *self, DocketRemoval *removal)
{
  g_auto (DocketRemovalReport) report = { 0 };

  docket_removal_report_fill (&report, removal);
  if (report.next == DOCKET_NEXT_UNDO)
    {
      dismiss_undo (self);
      g_ptr_array_add (self->archived, g_strdup (docket_removal_get_task_id (removal)));
    }
  if (report.toast != NULL)
    show_toast (self, report.toast, report.next == DOCKET_NEXT_UNDO);
  else if (report.heading != NULL)
    show_report (self, &report, removal);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_gone (DocketRemoval *removal)
{
  DocketRemovalOutcome outcome = docket_removal_get_outcome (removal);

  return outcome == DOCKET_OUTCOME_DONE || outcome == DOCKET_OUTCOME_FOUND_DONE
         || outcome == DOCKET_OUTCOME_GONE || outcome == DOCKET_OUTCOME_ARCHIVED;
}

/* One removal under way. */
typedef struct
{
  DocketRemovals *removals;
  char *task_id;
} Running;

static void
running_free (Running *running)
{
  g_object_unref (running->removals);
  g_free (running->task_id);
  g_free (running);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

/* What Ctrl+Z brings back follows what became of @task_id. */
static void
note_end (DocketRemovals *self, const char *task_id, gboolean undo, gboolean gone)
{
  guint index;

  if (undo)
    g_clear_pointer (&self->undoing, g_free);
  if (undo && !gone)
    g_ptr_array_add (self->archived, g_strdup (task_id));
  else if (gone && g_ptr_array_find_with_equal_func (self->archived, task_id, g_str_equal, &index))
    g_ptr_array_remove_index (self->archived, index);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Running) running = user_data;
  DocketRemovals *self = running->removals;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_remove_finish (DOCKET_WORKSPACE (source), result, &error);
  gboolean undo = g_strcmp0 (self->undoing, running->task_id) == 0;
  gboolean gone = removal != NULL && is_gone (removal);

  /* The workspace was left meanwhile: its journal knows how it ended. */
  if (DOCKET_WORKSPACE (source) != self->workspace)
    return;
  note_end (self, running->task_id, undo, gone);
  g_hash_table_remove (self->busy, running->task_id);
  g_signal_emit (self, signals[ENDED], 0, running->task_id, gone);
  if (undo && gone)
    g_signal_emit (self, signals[UNDONE], 0, running->task_id);
  if (removal != NULL)
    tell (self, removal);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    show_toast (self, _ ("Process tasks go only with their process"), FALSE);
  else
    show_toast (self, _ ("This task is already being changed"), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (DocketRemovals *self, DocketRemovalKind kind, const char *task_id)
{
  Running *running;

  if (self->workspace == NULL || docket_removals_is_busy (self, task_id))
    return;
  running = g_new0 (Running, 1);
  running->removals = g_object_ref (self);
  running->task_id = g_strdup (task_id);
  g_hash_table_add (self->busy, g_strdup (task_id));
  g_signal_emit (self, signals[STARTED], 0, task_id);
  g_signal_emit (self, signals[CHANGED], 0);
  docket_workspace_remove_async (self->workspace, kind, task_id, removed_cb, running);
}

static void
chosen_cb (DocketDeleteDialog *dialog, int choice, DocketRemovals *self)
{
  const char *task_id = docket_delete_dialog_get_task_id (dialog);

  self->asking = FALSE;
  /* The dialog was about another workspace's task. */
  if (docket_delete_dialog_get_workspace (dialog) != self->workspace)
    return;
  if (choice == DOCKET_DELETE_CONFIRM)
    start (self, DOCKET_REMOVAL_DELETE, task_id);
  else if (choice == DOCKET_DELETE_ARCHIVE)
    start (self, DOCKET_REMOVAL_ARCHIVE, task_id);
}

static void
docket_removals_dispose (GObject *object)
{
  DocketRemovals *self = DOCKET_REMOVALS (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->archived, g_ptr_array_unref);
  g_clear_pointer (&self->undoing, g_free);
  g_clear_pointer (&self->busy, g_hash_table_unref);

  G_OBJECT_CLASS (docket_removals_parent_class)->dispose (object);
}

static void
docket_removals_class_init (DocketRemovalsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_removals_dispose;
  signals[STARTED] = g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[UNDONE] = g_signal_new ("undone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_removals_init (DocketRemovals *self)
{
  self->busy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->archived = g_ptr_array_new_with_free_func (g_free);
}

DocketRemovals *
docket_removals_new (AdwToastOverlay *toasts)
{
  DocketRemovals *self = g_object_new (DOCKET_TYPE_REMOVALS, NULL);

  self->toasts = toasts;
  return self;
}

void
docket_removals_set_workspace (DocketRemovals *self, DocketWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;
  g_hash_table_remove_all (self->busy);
  g_ptr_array_set_size (self->archived, 0);
  g_clear_pointer (&self->undoing, g_free);
  dismiss_undo (self);
}

void
docket_removals_archive (DocketRemovals *self, const char *task_id)
{
  start (self, DOCKET_REMOVAL_ARCHIVE, task_id);
}

void
docket_removals_restore (DocketRemovals *self, const char *task_id)
{
  start (self, DOCKET_REMOVAL_RESTORE, task_id);
}

void
docket_removals_ask_delete (DocketRemovals *self, DocketTask *task)
{
  DocketDeleteDialog *dialog;

  if (self->workspace == NULL || self->asking
      || docket_removals_is_busy (self, docket_task_get_id (task)))
    return;
  self->asking = TRUE;
  dialog = docket_delete_dialog_open (GTK_WIDGET (self->toasts), self->workspace, task);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, 0);
}

void
docket_removals_check_again (DocketRemovals *self, DocketRemoval *removal)
{
  if (self->workspace != NULL)
    docket_workspace_check_again_async (self->workspace, removal, NULL, checked_cb,
                                        g_object_ref (self));
}

void
docket_removals_undo (DocketRemovals *self)
{
  g_autofree char *task_id = NULL;

  if (self->archived->len == 0)
    return;
  task_id = g_ptr_array_steal_index (self->archived, self->archived->len - 1);
  dismiss_undo (self);
  g_free (self->undoing);
  self->undoing = g_strdup (task_id);
  start (self, DOCKET_REMOVAL_RESTORE, task_id);
}

gboolean
docket_removals_can_undo (DocketRemovals *self)
{
  return self->archived->len > 0;
}

guint
docket_removals_count_undoable (DocketRemovals *self)
{
  return self->archived->len;
}

gboolean
docket_removals_is_busy (DocketRemovals *self, const char *task_id)
{
  return task_id != NULL && g_hash_table_contains (self->busy, task_id);
}
