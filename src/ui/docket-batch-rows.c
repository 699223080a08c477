/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-batch-rows.h"

struct _DocketBatchRows
{
  GObject parent_instance;

  DocketRemovalBatch *batch;
  GHashTable *rows; /* of those that are not archived yet, by ID */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (DocketBatchRows, docket_batch_rows, G_TYPE_OBJECT)

static DocketTaskModel *
get_tasks (DocketBatchRows *self)
{
  return docket_workspace_get_tasks (docket_removal_batch_get_workspace (self->batch));
}

/* The cache, which knows of it, tells the list. */
static void
task_done_cb (DocketBatchRows *self, guint index)
{
  const char *task_id = docket_removal_batch_get_target (self->batch, index)->task_id;

  if (g_hash_table_remove (self->rows, task_id))
    docket_task_model_let_go (get_tasks (self), task_id);
}

static void
update (DocketBatchRows *self)
{
  DocketBatchState state = docket_removal_batch_get_state (self->batch);
  gboolean ended = state == DOCKET_BATCH_ENDED;
  gboolean showing = state != DOCKET_BATCH_RUNNING && state != DOCKET_BATCH_WAITING;

  if (showing && (ended || !self->showing))
    docket_task_model_show_rows (get_tasks (self), self->rows);
  else if (!showing && self->showing)
    docket_task_model_hide_rows (get_tasks (self), self->rows);
  self->showing = showing;
  if (!ended)
    return;
  g_signal_handlers_disconnect_by_data (self->batch, self);
  g_object_unref (self);
}

static void
docket_batch_rows_dispose (GObject *object)
{
  DocketBatchRows *self = DOCKET_BATCH_ROWS (object);

  g_clear_object (&self->batch);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (docket_batch_rows_parent_class)->dispose (object);
}

static void
docket_batch_rows_class_init (DocketBatchRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_batch_rows_dispose;
}

static void
docket_batch_rows_init (DocketBatchRows *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->showing = TRUE;
}

void
docket_batch_rows_follow (DocketRemovalBatch *batch, GHashTable *rows)
{
  DocketBatchRows *self = g_object_new (DOCKET_TYPE_BATCH_ROWS, NULL);
  GHashTableIter iter;
  gpointer task_id, row;

  self->batch = g_object_ref (batch);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &task_id, &row))
    g_hash_table_insert (self->rows, g_strdup (task_id), g_memdup2 (row, sizeof (gint64)));
  g_signal_connect_swapped (batch, "task-done", G_CALLBACK (task_done_cb), self);
  g_signal_connect_swapped (batch, "notify::state", G_CALLBACK (update), self);
}
