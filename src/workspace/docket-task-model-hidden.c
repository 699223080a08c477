/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the list shows otherwise than the cache, since it is about to be so. */
#include "workspace/docket-task-model-private.h"

/** docket_task_model_hide: leaves a task out at once that somebody holds. */
void
docket_task_model_hide (DocketTaskModel *self, const char *task_id)
{
  g_autoptr (DocketTask) task = NULL;
  guint position;

  if (!docket_task_model_find (self, task_id, &position))
    return;
  task = g_list_model_get_item (G_LIST_MODEL (self), position);
  docket_kept_remember (self->kept, task, self->entries, position, self->list);
  docket_hidden_add (self->hidden, task_id, docket_task_model_get_row (self, position));
  docket_task_model_apply_hidden (self);
}

static gboolean
bring_back (DocketTaskModel *self, const char *task_id, DocketKeptState state)
{
  if (!docket_kept_bring_back (self->kept, task_id, self->list, state))
    return FALSE;
  docket_hidden_forget (self->hidden, task_id);
  docket_task_model_apply_hidden (self);
  return docket_task_model_find (self, task_id, NULL);
}

gboolean
docket_task_model_bring_back (DocketTaskModel *self, const char *task_id)
{
  return bring_back (self, task_id, DOCKET_KEPT_AS_IT_IS);
}

static gboolean
let_go (DocketTaskModel *self, const char *task_id)
{
  const gboolean was_hidden = docket_hidden_let_go (self->hidden, task_id);

  return docket_kept_let_go (self->kept, task_id) || was_hidden;
}

/** docket_task_model_show: where it belongs now, if it does. */
void
docket_task_model_show (DocketTaskModel *self, const char *task_id)
{
  if (let_go (self, task_id))
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
    docket_hidden_add (self->hidden, task_id, *(gint64 *)row);
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
    docket_hidden_let_go (self->hidden, task_id);
  docket_task_model_query_again (self);
}

/** docket_task_model_let_go: shows it again when the list is read next. */
void
docket_task_model_let_go (DocketTaskModel *self, const char *task_id)
{
  let_go (self, task_id);
}

/* Does the view have only tasks that are not so? */
static gboolean
is_left (DocketTaskModel *self, gboolean completed)
{
  if (self->process_id != NULL || self->view == DOCKET_VIEW_ALL
      || self->view == DOCKET_VIEW_ARCHIVED)
    return FALSE;
  return (self->view == DOCKET_VIEW_COMPLETED || self->view == DOCKET_VIEW_TIDY_UP) != completed;
}

static void
show_completed (DocketTaskModel *self, const char *task_id, gboolean completed)
{
  const DocketKeptState state = completed ? DOCKET_KEPT_COMPLETED : DOCKET_KEPT_OPEN;
  guint position;

  if (is_left (self, completed))
    docket_task_model_hide (self, task_id);
  else if (docket_task_model_find (self, task_id, &position))
    {
      g_autoptr (DocketTask) task = g_list_model_get_item (G_LIST_MODEL (self), position);

      docket_kept_set (self->kept, task, docket_task_model_get_row (self, position), state);
    }
  else
    bring_back (self, task_id, state);
}

/* The cache is about to change, or has changed: its signal "changed" follows then. */
void
docket_task_model_foresee (DocketTaskModel *self, const char *task_id, int completed)
{
  if (completed == DOCKET_CACHE_AS_IT_IS)
    let_go (self, task_id);
  else
    show_completed (self, task_id, completed != 0);
}
