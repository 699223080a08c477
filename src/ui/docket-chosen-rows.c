/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-chosen-rows.h"

guint
docket_chosen_rows_count (DocketTaskModel *tasks)
{
  return tasks != NULL ? g_list_model_get_n_items (G_LIST_MODEL (tasks)) : 0;
}

guint
docket_chosen_rows_at (DocketTaskModel *tasks, guint position)
{
  return (guint)docket_task_model_get_row (tasks, position);
}

guint
docket_chosen_rows_find (DocketTaskModel *tasks, gint64 row)
{
  const guint n_items = docket_chosen_rows_count (tasks);

  for (guint i = 0; row != 0 && i < n_items; i++)
    if (docket_task_model_get_row (tasks, i) == row)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
docket_chosen_rows_add (GtkBitset *rows, DocketTaskModel *tasks, guint position, guint n_items)
{
  for (guint i = position; i < position + n_items; i++)
    if (docket_chosen_rows_at (tasks, i) != 0)
      gtk_bitset_add (rows, docket_chosen_rows_at (tasks, i));
}

void
docket_chosen_rows_remove (GtkBitset *rows, DocketTaskModel *tasks, guint position, guint n_items)
{
  for (guint i = position; i < position + n_items; i++)
    gtk_bitset_remove (rows, docket_chosen_rows_at (tasks, i));
}

gboolean
docket_chosen_rows_prune (GtkBitset *rows, DocketTaskModel *tasks)
{
  g_autoptr (GtkBitset) there = gtk_bitset_new_empty ();
  const guint64 size = gtk_bitset_get_size (rows);
  const guint n_items = docket_chosen_rows_count (tasks);

  for (guint i = 0; i < n_items; i++)
    gtk_bitset_add (there, docket_chosen_rows_at (tasks, i));
  gtk_bitset_intersect (rows, there);
  return gtk_bitset_get_size (rows) != size;
}

GArray *
docket_chosen_rows_list (GtkBitset *rows, DocketTaskModel *tasks)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint n_items = docket_chosen_rows_count (tasks);

  for (guint i = 0; i < n_items; i++)
    {
      gint64 row = docket_task_model_get_row (tasks, i);

      if (row != 0 && gtk_bitset_contains (rows, (guint)row))
        g_array_append_val (list, row);
    }
  return list;
}
