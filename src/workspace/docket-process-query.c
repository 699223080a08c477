/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-process-query.h"

#include "workspace/docket-task-private.h"
#include "workspace/docket-cache-lists.h"

/* Each process with each of its tasks, of which the index alone is read: open ones first, by their
 * deadline. */
static const char every_task[]
    = "SELECT p.row, p.id, p.name, p.folded, p.listed, p.archived, p.archived_at, p.created_at,"
      " p.owner, p.n_complete, p.n_tasks, t.archived, t.completed, t.deadline, t.assignees"
      " FROM process AS p LEFT JOIN task AS t ON t.process_id = p.id AND t.one_off = 0"
      " ORDER BY p.row, t.archived, t.completed, t.deadline";

/* What is gathered of one process, task by task. */
typedef struct
{
  DocketProcessData *data; /* NULL before the first */
  gboolean listed;
  guint n_complete; /* as the server counts */
  guint n_tasks;
  guint n_open;     /* tasks that are not archived */
  GHashTable *seen; /* assignees of a task as they stand in the cache, and names */
  GStrvBuilder *people;
} Gathering;

static char *
column_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (row, column));
}

static void
begin_process (Gathering *gathering, sqlite3_stmt *row, sqlite3_stmt *person)
{
  DocketProcessData *data = g_new0 (DocketProcessData, 1);

  data->row = sqlite3_column_int64 (row, 0);
  data->id = column_text (row, 1);
  data->name = column_text (row, 2);
  data->folded = column_text (row, 3);
  data->archived = sqlite3_column_int (row, 5) != 0;
  data->archived_at = sqlite3_column_int64 (row, 6);
  data->created_at = sqlite3_column_int64 (row, 7);
  data->owner = docket_task_data_find_person (row, 8, person);
  data->next = G_MAXINT64;
  gathering->data = data;
  gathering->listed = sqlite3_column_int (row, 4) != 0;
  gathering->n_complete = (guint)sqlite3_column_int (row, 9);
  gathering->n_tasks = (guint)sqlite3_column_int (row, 10);
  gathering->n_open = 0;
  gathering->people = g_strv_builder_new ();
  g_hash_table_remove_all (gathering->seen);
}

static void
add_people (Gathering *gathering, sqlite3_stmt *row, sqlite3_stmt *person)
{
  const char *text = (const char *)sqlite3_column_text (row, 14);
  g_auto (GStrv) names = NULL;

  if (text == NULL || !g_hash_table_add (gathering->seen, g_strdup (text)))
    return;
  names = docket_task_data_read_assignees (row, 14, person);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_hash_table_add (gathering->seen, g_strconcat ("\n", names[i], NULL)))
      g_strv_builder_add (gathering->people, names[i]);
}

static void
add_task (Gathering *gathering, sqlite3_stmt *row, sqlite3_stmt *person, gint64 now)
{
  DocketProcessData *data = gathering->data;
  const gboolean has_deadline = sqlite3_column_type (row, 13) != SQLITE_NULL;
  const gint64 deadline = sqlite3_column_int64 (row, 13);

  if (sqlite3_column_type (row, 12) == SQLITE_NULL)
    return; /* it has none */
  data->n_tasks++;
  if (sqlite3_column_int (row, 11) == 0)
    gathering->n_open++;
  if (sqlite3_column_int (row, 12) != 0)
    data->n_done++;
  else if (has_deadline)
    {
      data->next = MIN (data->next, deadline);
      if (deadline < now)
        data->n_late++;
    }
  add_people (gathering, row, person);
}

/* Where there are tasks, they are more recent than the server's count; it also counts those that
 * come later. */
static void
end_process (Gathering *gathering, GPtrArray *list)
{
  DocketProcessData *data = g_steal_pointer (&gathering->data);

  if (data == NULL)
    return;
  if (!gathering->listed)
    data->archived = data->n_tasks > 0 && gathering->n_open == 0;
  if (data->n_tasks == 0)
    data->n_done = gathering->n_complete;
  data->n_tasks = MAX (data->n_tasks, gathering->n_tasks);
  data->n_done = MIN (data->n_done, data->n_tasks);
  if (data->archived)
    data->n_late = 0;
  data->people = g_strv_builder_end (gathering->people);
  g_strv_builder_unref (g_steal_pointer (&gathering->people));
  g_ptr_array_add (list, data);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Running ones by what is due first, finished ones and those that are archived latest first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const DocketProcessData *x = *(DocketProcessData *const *)a;
  const DocketProcessData *y = *(DocketProcessData *const *)b;
  int order = x->archived - y->archived;

  if (order == 0 && x->archived)
    order = compare_numbers (y->archived_at, x->archived_at);
  else if (order == 0)
    {
      order = docket_process_data_is_finished (x) - docket_process_data_is_finished (y);
      if (order == 0 && docket_process_data_is_finished (x))
        order = compare_numbers (y->created_at, x->created_at);
      else if (order == 0)
        order = compare_numbers (x->next, y->next);
    }
  if (order == 0)
    order = strcmp (x->folded, y->folded);
  return order != 0 ? order : compare_numbers (x->row, y->row);
}

static gboolean
gather (Gathering *gathering,
        sqlite3_stmt *statement,
        sqlite3_stmt *person,
        gint64 now,
        GPtrArray *list,
        GError **error)
{
  int step;

  while ((step = docket_database_step (statement, error)) == 1)
    {
      if (gathering->data != NULL && gathering->data->row != sqlite3_column_int64 (statement, 0))
        end_process (gathering, list);
      if (gathering->data == NULL)
        begin_process (gathering, statement, person);
      add_task (gathering, statement, person, now);
    }
  end_process (gathering, list);
  return step == 0;
}

gpointer
docket_process_query_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_process_data_free);
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, every_task, error);
  g_autoptr (sqlite3_stmt) person = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Gathering gathering = { .seen = seen };

  if (statement != NULL)
    person = docket_cache_prepare_name (db, error);
  if (person == NULL
      || !gather (&gathering, statement, person, *(const gint64 *)job_data, list, error))
    return NULL;
  g_ptr_array_sort (list, compare);
  return g_steal_pointer (&list);
}
