/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-query.h"

#include "workspace/docket-cache.h"
#include "workspace/docket-days.h"
#include "workspace/docket-hit-reader.h"
#include "workspace/docket-cache-lists.h"
#include "workspace/docket-mark.h"
#include "workspace/docket-task-search.h"

/* Where the groups from DOCKET_GROUP_FROM_7 on begin. */
static const guint age_days[] = { 7, 30, 90, 180, 365 };
#define N_AGES G_N_ELEMENTS (age_days)

void
docket_task_query_free (DocketTaskQuery *query)
{
  g_free (query->process_id);
  g_free (query->search);
  g_date_time_unref (query->now);
  g_array_unref (query->live);
  g_clear_pointer (&query->base, g_array_unref);
  g_free (query);
}

void
docket_task_query_result_free (DocketTaskQueryResult *result)
{
  g_array_unref (result->entries);
  g_ptr_array_unref (result->data);
  g_clear_pointer (&result->base, g_array_unref);
  g_free (result);
}

static DocketGroupKind
group_by_deadline (sqlite3_stmt *row, const DocketDays *days)
{
  gint64 deadline = sqlite3_column_int64 (row, 1);

  if (sqlite3_column_int (row, 2) != 0)
    return DOCKET_GROUP_DONE;
  if (sqlite3_column_type (row, 1) == SQLITE_NULL)
    return DOCKET_GROUP_NO_DEADLINE;
  if (deadline < days->now)
    return DOCKET_GROUP_OVERDUE;
  if (deadline < days->tomorrow)
    return DOCKET_GROUP_TODAY;
  if (deadline < days->after_tomorrow)
    return DOCKET_GROUP_TOMORROW;
  return deadline < days->next_week ? DOCKET_GROUP_THIS_WEEK : DOCKET_GROUP_LATER;
}

static DocketGroupKind
group_by_past (sqlite3_stmt *row, const DocketDays *days)
{
  gint64 date = sqlite3_column_int64 (row, 1);

  if (date >= days->today)
    return DOCKET_GROUP_TODAY;
  if (date >= days->yesterday)
    return DOCKET_GROUP_YESTERDAY;
  return date >= days->week ? DOCKET_GROUP_THIS_WEEK : DOCKET_GROUP_EARLIER;
}

static DocketGroupKind
group_by_age (sqlite3_stmt *row, const gint64 *ages)
{
  gint64 date = sqlite3_column_int64 (row, 1);
  guint age = 0;

  while (age + 1 < N_AGES && date < ages[age + 1])
    age++;
  return DOCKET_GROUP_FROM_7 + age;
}

static gboolean
is_past_view (DocketView view)
{
  return view == DOCKET_VIEW_COMPLETED || view == DOCKET_VIEW_ARCHIVED
         || view == DOCKET_VIEW_TIDY_UP;
}

static DocketGroupKind
find_group (sqlite3_stmt *row, DocketView view, const DocketDays *days, const gint64 *ages)
{
  if (view == DOCKET_VIEW_TIDY_UP)
    return group_by_age (row, ages);
  return is_past_view (view) ? group_by_past (row, days) : group_by_deadline (row, days);
}

static void
append_order (GString *sql, const DocketTaskQuery *query, const char *date)
{
  const gboolean past = is_past_view (query->view);
  const DocketSort sort = query->view == DOCKET_VIEW_TIDY_UP ? DOCKET_SORT_DATE : query->order.sort;
  g_string_append (sql, " ORDER BY ");
  if (!past)
    g_string_append (sql, "completed, ");
  if (sort == DOCKET_SORT_NEWEST)
    g_string_append (sql, "created DESC, ");
  else if (sort == DOCKET_SORT_PROCESS)
    g_string_append (sql, "folded_process IS NULL, folded_process, ");
  if (sort != DOCKET_SORT_TITLE && past)
    g_string_append_printf (sql, "%s DESC, ", date);
  else if (sort != DOCKET_SORT_TITLE)
    g_string_append (sql, "deadline IS NULL, deadline, ");
  g_string_append (sql, "folded, row");
}

/* In the order of the steps; a step that says no place comes last. */
static sqlite3_stmt *
prepare_process (sqlite3 *db, const DocketTaskQuery *query, GError **error)
{
  sqlite3_stmt *statement = docket_database_prepare (
      db,
      "SELECT row, deadline, completed FROM task WHERE process_id = ? AND one_off = 0"
      " ORDER BY position IS NULL, position, deadline IS NULL, deadline, row",
      error);

  if (statement != NULL)
    docket_database_bind (statement, "s", query->process_id);
  return statement;
}

/* The rows in their order within a group, with what decides the group. */
static sqlite3_stmt *
prepare_view (sqlite3 *db, const DocketTaskQuery *query, GError **error)
{
  const char *date = query->view == DOCKET_VIEW_ARCHIVED ? "archived_at"
                     : is_past_view (query->view)        ? "completed_at"
                                                         : "deadline";
  g_autofree char *condition = docket_cache_condition (query->view, query->now, query->tidy_days);
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT row, %s, completed FROM task WHERE %s", date, condition);
  append_order (sql, query, date);
  return docket_database_prepare (db, sql->str, error);
}

/* @groups: (array length=DOCKET_N_GROUPS): of rows, NULL = empty */
static void
lay_out (GArray *const *groups, DocketTaskQueryResult *result)
{
  /* One view has some of them. */
  static const DocketGroupKind kinds[]
      = { DOCKET_GROUP_OVERDUE,     DOCKET_GROUP_TODAY,     DOCKET_GROUP_YESTERDAY,
          DOCKET_GROUP_TOMORROW,    DOCKET_GROUP_THIS_WEEK, DOCKET_GROUP_LATER,
          DOCKET_GROUP_EARLIER,     DOCKET_GROUP_FROM_7,    DOCKET_GROUP_FROM_30,
          DOCKET_GROUP_FROM_90,     DOCKET_GROUP_FROM_180,  DOCKET_GROUP_FROM_365,
          DOCKET_GROUP_NO_DEADLINE, DOCKET_GROUP_DONE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const gint64 header = docket_task_entry_from_group (kinds[i]);
      GArray *rows = groups[kinds[i]];

      if (rows == NULL)
        continue;
      g_array_append_val (result->entries, header);
      g_array_append_vals (result->entries, rows->data, rows->len);
      result->group_sizes[kinds[i]] = rows->len;
    }
}

static gboolean
fill_entries (sqlite3 *db,
              const DocketTaskQuery *query,
              const DocketDays *days,
              DocketTaskQueryResult *result,
              GError **error)
{
  g_autoptr (sqlite3_stmt) statement = query->process_id != NULL
                                           ? prepare_process (db, query, error)
                                           : prepare_view (db, query, error);
  const gboolean grouped = query->process_id == NULL
                           && (!query->order.without_groups || query->view == DOCKET_VIEW_TIDY_UP);
  GArray *groups[DOCKET_N_GROUPS] = { NULL };
  gint64 ages[N_AGES];
  int step;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < N_AGES; i++)
    ages[i] = docket_days_start (query->now, -(int)age_days[i]);
  while ((step = docket_database_step (statement, error)) == 1)
    {
      GArray **rows
          = grouped ? &groups[find_group (statement, query->view, days, ages)] : &result->entries;
      gint64 row = sqlite3_column_int64 (statement, 0);

      if (*rows == NULL)
        *rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (*rows, row);
      result->n_tasks++;
    }
  lay_out (groups, result);
  for (guint i = 0; i < DOCKET_N_GROUPS; i++)
    g_clear_pointer (&groups[i], g_array_unref);
  return step == 0;
}

/* The next deadline that passes, or midnight. */
static gint64
find_next_change (sqlite3 *db, const DocketDays *days)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (
      db, "SELECT min (deadline) FROM task WHERE archived = 0 AND completed = 0 AND deadline >= ?",
      NULL);
  gint64 next = 0;

  if (statement == NULL)
    return days->tomorrow;
  docket_database_bind (statement, "i", days->now);
  if (docket_database_step (statement, NULL) == 1)
    next = sqlite3_column_int64 (statement, 0) + 1;
  return next > days->now ? MIN (next, days->tomorrow) : days->tomorrow;
}

/* @hits: (nullable) */
static gboolean
read_row (sqlite3_stmt *statement,
          sqlite3_stmt *person,
          DocketHitReader *hits,
          GPtrArray *data,
          GError **error)
{
  DocketTaskData *row = docket_task_data_read (statement, person);

  sqlite3_reset (statement);
  g_ptr_array_add (data, row);
  return hits == NULL || docket_hit_reader_read (hits, row, error);
}

static gboolean
read_rows (sqlite3 *db, GArray *rows, const char *search, GPtrArray *data, GError **error)
{
  g_autoptr (GError) hits_error = NULL;
  g_autoptr (DocketHitReader) hits = docket_hit_reader_new (db, search, &hits_error);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT " DOCKET_TASK_COLUMNS " FROM task WHERE row = ?",
                                 error);
  g_autoptr (sqlite3_stmt) person = docket_cache_prepare_name (db, error);

  if (statement == NULL || person == NULL)
    return FALSE;
  if (hits_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&hits_error));
      return FALSE;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      docket_database_bind (statement, "i", g_array_index (rows, gint64, i));
      switch (docket_database_step (statement, error))
        {
        case 1:
          if (!read_row (statement, person, hits, data, error))
            return FALSE;
          break;
        case 0:
          break;
        default:
          return FALSE;
        }
    }
  return TRUE;
}

/* All that the view has, as it is known or as it is read now. */
static gboolean
fill_base (sqlite3 *db,
           const DocketTaskQuery *query,
           const DocketDays *days,
           DocketTaskQueryResult *result,
           GError **error)
{
  if (query->base == NULL)
    return fill_entries (db, query, days, result, error);
  g_array_append_vals (result->entries, query->base->data, query->base->len);
  docket_task_search_count (result);
  return TRUE;
}

static gboolean
fill (sqlite3 *db,
      const DocketTaskQuery *query,
      const DocketDays *days,
      DocketTaskQueryResult *result,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (DocketSearch) search = docket_search_new (query->search);
  g_autofree char *condition = docket_cache_condition (query->view, query->now, query->tidy_days);

  if (!fill_base (db, query, days, result, error))
    return FALSE;
  if (query->process_id != NULL || docket_search_get_terms (search)->len == 0)
    return TRUE;
  return docket_task_search_apply (db, query, search, condition, result, cancellable, error);
}

static int
is_unwanted_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* A query that nobody waits for any more ends in the midst of it. */
gpointer
docket_task_query_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const gint64 begin = docket_mark_begin ();
  const DocketTaskQuery *query = job_data;
  g_autoptr (DocketTaskQueryResult) result = g_new0 (DocketTaskQueryResult, 1);
  g_autoptr (GArray) rows = g_array_copy (query->live);
  DocketDays days = docket_days_at (query->now);
  gboolean done;

  result->entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  result->data = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_task_data_free);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, 1000, is_unwanted_cb, cancellable);
  done = fill (db, query, &days, result, cancellable, error);
  sqlite3_progress_handler (db, 0, NULL, NULL);
  if (!done)
    return NULL;
  for (guint i = 0; i < MIN (result->entries->len, query->n_first); i++)
    {
      gint64 entry = g_array_index (result->entries, gint64, i);

      if (!docket_task_entry_is_group (entry))
        g_array_append_val (rows, entry);
    }
  if (!read_rows (db, rows, query->search, result->data, error))
    return NULL;
  result->next_change = find_next_change (db, &days);
  docket_mark_end (begin, "query", NULL);
  return g_steal_pointer (&result);
}

gpointer
docket_task_rows_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const gint64 begin = docket_mark_begin ();
  const DocketTaskQuery *query = job_data;
  g_autoptr (GPtrArray) data
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_task_data_free);

  if (!read_rows (db, query->live, query->search, data, error))
    return NULL;
  docket_mark_end (begin, "read rows", NULL);
  return g_steal_pointer (&data);
}
