/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-hidden.h"

#include "workspace/docket-task-query.h"

struct _DocketHidden
{
  GHashTable *rows;    /* task ID to its row */
  GHashTable *leaving; /* IDs of those that the next query may show */
};

DocketHidden *
docket_hidden_new (void)
{
  DocketHidden *self = g_new0 (DocketHidden, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
docket_hidden_free (DocketHidden *self)
{
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->leaving);
  g_free (self);
}

void
docket_hidden_add (DocketHidden *self, const char *task_id, gint64 row)
{
  g_hash_table_remove (self->leaving, task_id);
  g_hash_table_replace (self->rows, g_strdup (task_id), g_memdup2 (&row, sizeof row));
}

void
docket_hidden_forget (DocketHidden *self, const char *task_id)
{
  g_hash_table_remove (self->leaving, task_id);
  g_hash_table_remove (self->rows, task_id);
}

gboolean
docket_hidden_let_go (DocketHidden *self, const char *task_id)
{
  if (!g_hash_table_contains (self->rows, task_id))
    return FALSE;
  g_hash_table_add (self->leaving, g_strdup (task_id));
  return TRUE;
}

void
docket_hidden_begin_query (DocketHidden *self)
{
  GHashTableIter iter;
  gpointer task_id;

  g_hash_table_iter_init (&iter, self->leaving);
  while (g_hash_table_iter_next (&iter, &task_id, NULL))
    g_hash_table_remove (self->rows, task_id);
  g_hash_table_remove_all (self->leaving);
}

/* (transfer full) of gint64 */
static GHashTable *
collect_rows (DocketHidden *self)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_hash_table_add (rows, row);
  return rows;
}

void
docket_hidden_filter (DocketHidden *self, GArray *entries, guint *group_sizes, guint *n_tasks)
{
  g_autoptr (GHashTable) rows = collect_rows (self);
  gint64 *data = (gint64 *)(gpointer)entries->data;
  gint64 heading = 0; /* of the group that is read */
  guint n_kept = 0;
  guint heading_at = 0;

  if (g_hash_table_size (rows) == 0)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      gint64 entry = data[i];

      if (docket_task_entry_is_group (entry))
        {
          heading = entry;
          heading_at = n_kept;
        }
      else if (g_hash_table_contains (rows, &entry))
        {
          (*n_tasks)--;
          if (heading != 0 && --group_sizes[docket_task_entry_group (heading)] == 0)
            n_kept = heading_at;
          continue;
        }
      data[n_kept++] = entry;
    }
  g_array_set_size (entries, n_kept);
}
