/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-held.h"

#include "workspace/docket-task-private.h"
#include "workspace/docket-task-query.h"

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/** docket_held_new: an empty table. */
GHashTable *
docket_held_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, weak_ref_free);
}

gpointer
docket_held_find (GHashTable *held, gint64 entry)
{
  GWeakRef *reference = g_hash_table_lookup (held, &entry);

  return reference != NULL ? g_weak_ref_get (reference) : NULL;
}

void
docket_held_add (GHashTable *held, gint64 entry, gpointer object)
{
  GWeakRef *reference = g_new0 (GWeakRef, 1);

  g_weak_ref_init (reference, object);
  g_hash_table_replace (held, g_memdup2 (&entry, sizeof entry), reference);
}

gint64
docket_held_find_task (GHashTable *held, const char *task_id)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GObject) object = g_weak_ref_get (value);

      if (DOCKET_IS_TASK (object)
          && g_strcmp0 (docket_task_get_id (DOCKET_TASK (object)), task_id) == 0)
        return *(gint64 *)key;
    }
  return 0;
}

GArray *
docket_held_collect_rows (GHashTable *held)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GObject) object = g_weak_ref_get (value);

      if (object == NULL)
        g_hash_table_iter_remove (&iter);
      else if (!docket_task_entry_is_group (*(gint64 *)key))
        g_array_append_val (rows, *(gint64 *)key);
    }
  return rows;
}
