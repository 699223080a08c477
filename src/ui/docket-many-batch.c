/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */

/* One batch of removals at a time: its beginning, its end, its Undo, and what failed of it. */
#include "ui/docket-many-private.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-split.h"
#include "ui/docket-batch-rows.h"
#include "ui/docket-many-words.h"
#include "ui/docket-reveal.h"
#include "ui/docket-save-file.h"
#include "ui/docket-toast.h"

gboolean
docket_many_is_running (DocketMany *self)
{
  return self->batch != NULL && docket_removal_batch_get_state (self->batch) != DOCKET_BATCH_ENDED;
}

void
docket_many_show_toast (DocketMany *self, const char *words, gboolean undo)
{
  AdwToast *toast = docket_toast_show (self->toasts, words, undo ? _ ("Undo") : NULL);

  if (!undo)
    return;
  adw_toast_set_action_name (toast, "many.undo");
  g_set_object (&self->undo_toast, toast);
}

/* What it offered stays possible with Ctrl+Z. */
static void
dismiss_toast (DocketMany *self)
{
  if (self->undo_toast != NULL)
    docket_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
}

void
docket_many_drop_batch (DocketMany *self)
{
  if (self->batch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->batch, self);
      if (docket_many_is_running (self))
        docket_removal_batch_cancel (self->batch);
    }
  g_clear_object (&self->batch);
  self->undoing = FALSE;
  docket_batch_bar_set_batch (docket_list_pane_get_batch_bar (self->pane), NULL);
}

/* Of a batch whose every task was done. */
static guint
count_copies (DocketRemovalBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < docket_removal_batch_get_n_total (batch); i++)
    if (docket_removal_batch_get_target (batch, i)->keeps_copy)
      n++;
  return n;
}

/* What came back is to be seen, as after the Undo of one. */
static void
reveal_first (DocketMany *self)
{
  for (guint i = 0; i < docket_removal_batch_get_n_total (self->batch); i++)
    if (docket_removal_batch_is_done (self->batch, i))
      {
        docket_reveal_task (self->list, docket_workspace_get_tasks (self->workspace),
                            docket_removal_batch_get_target (self->batch, i)->task_id);
        return;
      }
}

static void
ended_cb (DocketMany *self)
{
  DocketRemovalKind kind = docket_removal_batch_get_kind (self->batch);
  guint n_done = docket_removal_batch_get_n_done (self->batch);
  guint n_singles = docket_removals_count_undoable (self->removals);
  g_autofree char *words
      = docket_many_words_done (kind, n_done, count_copies (self->batch), self->n_left_out);

  if (kind == DOCKET_REMOVAL_ARCHIVE && n_done > 0)
    {
      g_ptr_array_add (self->archived, g_object_ref (self->batch));
      g_array_append_val (self->singles, n_singles);
    }
  if (n_done > 0 && n_done == docket_removal_batch_get_n_total (self->batch))
    {
      dismiss_toast (self);
      docket_many_show_toast (self, words, kind == DOCKET_REMOVAL_ARCHIVE);
    }
  if (kind == DOCKET_REMOVAL_RESTORE && self->undoing)
    reveal_first (self);
  self->undoing = FALSE;
  docket_many_update (self);
}

/* @batch: (transfer full) */
static void
start (DocketMany *self, DocketRemovalBatch *batch)
{
  docket_many_drop_batch (self);
  dismiss_toast (self);
  self->batch = batch;
  self->n_left_out = 0;
  g_signal_connect_swapped (batch, "ended", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (batch, "notify::state", G_CALLBACK (docket_many_update), self);
  docket_batch_bar_set_batch (docket_list_pane_get_batch_bar (self->pane), batch);
  if (docket_removal_batch_get_kind (batch) == DOCKET_REMOVAL_ARCHIVE)
    docket_batch_rows_follow (batch, self->rows);
  docket_removal_batch_start (batch);
  /* Fewer rows are told of it when those that leave have left. */
  docket_task_list_set_choosing (self->list, FALSE);
  docket_list_pane_focus_list (self->pane);
  docket_many_update (self);
}

void
docket_many_start_candidates (DocketMany *self,
                              DocketRemovalKind kind,
                              GPtrArray *candidates,
                              DocketKeptCopies copies)
{
  GPtrArray *targets
      = g_ptr_array_new_full (candidates->len, (GDestroyNotify)docket_removal_target_free);

  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < candidates->len; i++)
    {
      DocketCandidate *candidate = g_ptr_array_index (candidates, i);
      DocketTask *task = docket_candidate_get_task (candidate);
      gint64 row = docket_candidate_get_row (candidate);
      const DocketShown *shown = docket_candidate_get_shown (candidate);
      gboolean keeps_copy
          = copies == DOCKET_KEPT_COPIES_ALL
            || (copies == DOCKET_KEPT_COPIES_NOT_SECRET && !docket_shown_is_top_secret (shown));

      g_ptr_array_add (targets,
                       docket_removal_target_new (docket_task_get_id (task),
                                                  docket_task_get_title (task),
                                                  kind == DOCKET_REMOVAL_DELETE ? shown : NULL,
                                                  keeps_copy));
      g_hash_table_insert (self->rows, g_strdup (docket_task_get_id (task)),
                           g_memdup2 (&row, sizeof row));
    }
  if (kind != DOCKET_REMOVAL_ARCHIVE)
    docket_removals_forget_undo (self->removals);
  start (self, docket_removal_batch_new (self->workspace, kind, targets));
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* What became of it, the banner and the list say. */
  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("The list was not refreshed: %s", error->message);
}

static void
open_task (DocketMany *self, const char *task_id)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (self->workspace);
  gint64 *row = g_hash_table_lookup (self->rows, task_id);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (tasks));

  /* Where tasks are always being chosen none can be opened. */
  if (docket_list_pane_get_view (self->pane) == DOCKET_VIEW_TIDY_UP)
    {
      docket_list_pane_set_view (self->pane, DOCKET_VIEW_COMPLETED);
      docket_reveal_and_open_task (self->list, tasks, task_id);
      return;
    }
  for (guint i = 0; row != NULL && i < n_items; i++)
    if (docket_task_model_get_row (tasks, i) == *row)
      {
        docket_task_list_select (self->list, i);
        return;
      }
  docket_many_show_toast (self, _ ("This task is not in this view"), FALSE);
}

void
docket_many_remedy (DocketMany *self, guint index)
{
  const DocketRemovalTarget *target = docket_removal_batch_get_target (self->batch, index);

  switch (docket_many_words_remedy (self->batch, index))
    {
    case DOCKET_REMEDY_OPEN:
      open_task (self, target->task_id);
      break;
    case DOCKET_REMEDY_REFRESH:
      docket_workspace_refresh_async (self->workspace, NULL, refreshed_cb, NULL);
      break;
    case DOCKET_REMEDY_CHECK_AGAIN:
      docket_removals_check_again (self->removals,
                                   docket_removal_batch_get_removal (self->batch, index));
      break;
    case DOCKET_REMEDY_NOTHING:
    default:
      break;
    }
}

void
docket_many_show_failed (DocketMany *self)
{
  GtkWidget *split = gtk_widget_get_ancestor (GTK_WIDGET (self->stack), DOCKET_TYPE_SPLIT);

  /* In Tidy Up choosing would begin anew, in place of what failed. */
  if (docket_list_pane_get_view (self->pane) != DOCKET_VIEW_TIDY_UP)
    docket_task_list_unselect (self->list);
  docket_many_pane_show_failed (self->detail, self->batch);
  docket_many_show_detail (self, TRUE);
  docket_split_set_show_detail (DOCKET_SPLIT (split), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

/* Those that were not done for sure, a permanent deletion with the question anew. */
void
docket_many_try_again (DocketMany *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < docket_removal_batch_get_n_total (self->batch); i++)
    if (docket_many_words_remedy (self->batch, i) == DOCKET_REMEDY_OPEN)
      {
        gint64 *row
            = g_hash_table_lookup (self->rows,
                                   docket_removal_batch_get_target (self->batch, i)->task_id);

        if (row != NULL)
          g_array_append_val (rows, *row);
      }
  docket_many_show_detail (self, FALSE);
  docket_many_read_rows (self, docket_removal_batch_get_kind (self->batch), rows);
}

void
docket_many_save_list (DocketMany *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self->detail), DOCKET_TYPE_MAIN_VIEW);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  char *list = docket_many_words_list (self->batch, now);

  /* Translators: the name of a file; what is behind the dot stays */
  docket_save_file (DOCKET_MAIN_VIEW (view), _ ("Save List"), _ ("Tasks.txt"),
                    g_bytes_new_take (list, strlen (list)), _ ("List saved"), _ ("List Not Saved"));
}

gboolean
docket_many_can_undo (DocketMany *self)
{
  guint n = self->singles->len;

  /* What was archived alone after it comes back first. */
  return n > 0 && !docket_many_is_running (self)
         && docket_removals_count_undoable (self->removals)
                <= g_array_index (self->singles, guint, n - 1);
}

void
docket_many_undo (DocketMany *self)
{
  g_autoptr (DocketRemovalBatch) archived = NULL;

  if (self->archived->len == 0 || docket_many_is_running (self))
    return;
  archived = g_ptr_array_steal_index (self->archived, self->archived->len - 1);
  g_array_set_size (self->singles, self->singles->len - 1);
  start (self, docket_removal_batch_new_undo (archived));
  self->undoing = TRUE;
}
