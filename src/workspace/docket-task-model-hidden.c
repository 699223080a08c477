/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the list leaves out since it is on its way elsewhere. */
#include "workspace/docket-task-model-private.h"

/** docket_task_model_hide: leaves a task out at once that somebody holds. */
void
docket_task_model_hide (DocketTaskModel *self, const char *task_id)
{
  guint position;

  if (!docket_task_model_find (self, task_id, &position))
    return;
  docket_hidden_add (docket_task_model_get_hidden (self), task_id,
                     docket_task_model_get_row (self, position));
  docket_task_model_apply_hidden (self);
}

/** docket_task_model_show: where it belongs now, if it does. */
void
docket_task_model_show (DocketTaskModel *self, const char *task_id)
{
  if (docket_hidden_let_go (docket_task_model_get_hidden (self), task_id))
    docket_task_model_query_again (self);
}

/** docket_task_model_hide_rows: leaves them out at once, wherever they are. */
void
docket_task_model_hide_rows (DocketTaskModel *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer task_id, row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &task_id, &row))
    docket_hidden_add (docket_task_model_get_hidden (self), task_id, *(gint64 *)row);
  docket_task_model_apply_hidden (self);
}

/** docket_task_model_show_rows: where they belong now, if they do. */
void
docket_task_model_show_rows (DocketTaskModel *self, GHashTable *rows)
{
  GHashTableIter iter;
  gpointer task_id;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &task_id, NULL))
    docket_hidden_let_go (docket_task_model_get_hidden (self), task_id);
  docket_task_model_query_again (self);
}

/** docket_task_model_let_go: shows it again when the list is read next. */
void
docket_task_model_let_go (DocketTaskModel *self, const char *task_id)
{
  docket_hidden_let_go (docket_task_model_get_hidden (self), task_id);
}
