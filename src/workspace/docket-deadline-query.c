/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-deadline-query.h"

#include "workspace/docket-cache-lists.h"
#include "workspace/docket-task-private.h"

#define OPEN "archived = 0 AND completed = 0 AND mine = 1"

void
docket_deadline_question_free (DocketDeadlineQuestion *question)
{
  g_strfreev (question->awake);
  g_strfreev (question->told);
  g_free (question);
}

void
docket_deadline_answer_free (DocketDeadlineAnswer *answer)
{
  g_ptr_array_unref (answer->due);
  g_ptr_array_unref (answer->settled);
  g_free (answer);
}

/* Adds what @statement has, but for tasks that are there already. */
static gboolean
add_tasks (sqlite3_stmt *statement, sqlite3_stmt *person, GPtrArray *tasks, GError **error)
{
  int step;

  while ((step = docket_database_step (statement, error)) == 1)
    {
      const char *id = (const char *)sqlite3_column_text (statement, 1);
      gboolean known = FALSE;

      for (guint i = 0; i < tasks->len && !known; i++)
        known = g_str_equal (docket_task_get_id (tasks->pdata[i]), id);
      if (known)
        continue;
      g_ptr_array_add (tasks, docket_task_new ());
      docket_task_fill (tasks->pdata[tasks->len - 1], docket_task_data_read (statement, person));
    }
  return step == 0;
}

static gboolean
fill_due (sqlite3 *db, const DocketDeadlineQuestion *question, GPtrArray *due, GError **error)
{
  g_autoptr (sqlite3_stmt) person = docket_cache_prepare_name (db, error);
  g_autoptr (sqlite3_stmt) passed
      = docket_database_prepare (db,
                                 "SELECT " DOCKET_TASK_COLUMNS " FROM task WHERE " OPEN
                                 " AND deadline > ? AND deadline <= ? ORDER BY deadline, row",
                                 error);
  g_autoptr (sqlite3_stmt) one = docket_database_prepare (db,
                                                          "SELECT " DOCKET_TASK_COLUMNS
                                                          " FROM task WHERE " OPEN " AND id = ?",
                                                          error);

  if (person == NULL || passed == NULL || one == NULL)
    return FALSE;
  docket_database_bind (passed, "ii", question->since, question->now);
  if (!add_tasks (passed, person, due, error))
    return FALSE;
  for (guint i = 0; question->awake != NULL && question->awake[i] != NULL; i++)
    {
      docket_database_bind (one, "s", question->awake[i]);
      if (!add_tasks (one, person, due, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fill_settled (sqlite3 *db,
              const DocketDeadlineQuestion *question,
              GPtrArray *settled,
              GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT 1 FROM task WHERE id = ? AND " OPEN " AND deadline <= ?",
                                 error);
  int step = 0;

  for (guint i = 0; statement != NULL && question->told != NULL && question->told[i] != NULL; i++)
    {
      docket_database_bind (statement, "si", question->told[i], question->now);
      step = docket_database_step (statement, error);
      sqlite3_reset (statement);
      if (step < 0)
        return FALSE;
      if (step == 0)
        g_ptr_array_add (settled, g_strdup (question->told[i]));
    }
  return statement != NULL;
}

/* The first column of the one row of @sql. @types, @from, @to: as for docket_database_bind() */
static gboolean
ask (sqlite3 *db, const char *sql, gint64 from, gint64 to, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  docket_database_bind (statement, "ii", from, to);
  if (docket_database_step (statement, error) != 1)
    return FALSE;
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
fill_counts (sqlite3 *db,
             const DocketDeadlineQuestion *question,
             DocketDeadlineAnswer *answer,
             GError **error)
{
  const char *count
      = "SELECT count (*) FROM task WHERE " OPEN " AND deadline > ? AND deadline <= ?";
  gint64 n_late = 0;
  gint64 n_today = 0;

  if (!ask (db, "SELECT min (deadline) FROM task WHERE " OPEN " AND deadline > ? AND deadline < ?",
            question->now, G_MAXINT64, &answer->next, error))
    return FALSE;
  if (question->summary
      && (!ask (db, count, G_MININT64, question->now, &n_late, error)
          || !ask (db, count, question->now, question->tomorrow - 1, &n_today, error)))
    return FALSE;
  answer->n_late = (guint)n_late;
  answer->n_today = (guint)n_today;
  return TRUE;
}

gpointer
docket_deadline_query_job (sqlite3 *db,
                           gpointer job_data,
                           GCancellable *cancellable,
                           GError **error)
{
  const DocketDeadlineQuestion *question = job_data;
  g_autoptr (DocketDeadlineAnswer) answer = g_new0 (DocketDeadlineAnswer, 1);

  answer->due = g_ptr_array_new_with_free_func (g_object_unref);
  answer->settled = g_ptr_array_new_with_free_func (g_free);
  if (!fill_due (db, question, answer->due, error)
      || !fill_settled (db, question, answer->settled, error)
      || !fill_counts (db, question, answer, error))
    return NULL;
  return g_steal_pointer (&answer);
}
