/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-read.h"

#include "workspace/docket-cache-lists.h"
#include "workspace/docket-cache.h"
#include "workspace/docket-days.h"
#include "workspace/docket-mark.h"
#include "workspace/docket-text.h"

/* @value: (out): 0 where there is no such fact */
static gboolean
read_fact (sqlite3 *db, const char *name, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT value FROM fact WHERE name = ?", error);
  int step;

  if (statement == NULL)
    return FALSE;
  docket_database_bind (statement, "s", name);
  step = docket_database_step (statement, error);
  *value = step == 1 ? sqlite3_column_int64 (statement, 0) : 0;
  return step >= 0;
}

gpointer
docket_cache_load_task_job (sqlite3 *db,
                            gpointer job_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT detail FROM task WHERE id = ?", error);
  g_autoptr (GBytes) json = NULL;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  if (docket_database_step (statement, error) != 1
      || sqlite3_column_type (statement, 0) == SQLITE_NULL)
    return NULL;
  json = g_bytes_new (sqlite3_column_blob (statement, 0),
                      (gsize)sqlite3_column_bytes (statement, 0));
  return tallyfy_task_new_from_json (json, error);
}

gpointer
docket_cache_summarize_job (sqlite3 *db,
                            gpointer job_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, DOCKET_CACHE_SUMMARY, error);
  DocketCacheSummary *summary;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  if (docket_database_step (statement, error) != 1)
    return NULL;
  summary = g_new0 (DocketCacheSummary, 1);
  summary->title = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  summary->one_off = sqlite3_column_int (statement, 1);
  summary->archived = sqlite3_column_int (statement, 2);
  summary->has_namesake = sqlite3_column_int (statement, 3);
  summary->completed = sqlite3_column_int (statement, 4);
  summary->completed_at = sqlite3_column_int64 (statement, 5);
  summary->process_id = g_strdup ((const char *)sqlite3_column_text (statement, 6));
  return summary;
}

gpointer
docket_cache_list_namesakes_job (sqlite3 *db,
                                 gpointer job_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT id FROM task WHERE folded = ?", error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *folded = docket_text_fold (job_data);
  int step = -1;

  if (statement != NULL)
    docket_database_bind (statement, "s", folded);
  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    g_strv_builder_add (ids, (const char *)sqlite3_column_text (statement, 0));
  return step < 0 ? NULL : g_strv_builder_end (ids);
}

static gboolean
count_views (sqlite3 *db, guint tidy_days, DocketCacheOverview *overview, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  for (guint i = 0; i < DOCKET_N_VIEWS; i++)
    {
      g_autofree char *condition = docket_cache_condition ((DocketView)i, now, tidy_days);
      g_autofree char *sql = g_strconcat ("SELECT count (*) FROM task WHERE ", condition, NULL);
      g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);

      if (statement == NULL || docket_database_step (statement, error) != 1)
        return FALSE;
      overview->counts[i] = (guint)sqlite3_column_int (statement, 0);
    }
  return TRUE;
}

/* One that the server's list did not have is archived where all its tasks are. */
static gboolean
count_processes (sqlite3 *db, DocketCacheOverview *overview, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (
      db,
      "SELECT count (*) FROM process AS p WHERE iif (p.listed, p.archived = 0,"
      " EXISTS (SELECT 1 FROM task AS t WHERE t.process_id = p.id AND t.one_off = 0"
      " AND t.archived = 0))",
      error);

  if (statement == NULL || docket_database_step (statement, error) != 1)
    return FALSE;
  overview->n_processes = (guint)sqlite3_column_int (statement, 0);
  return TRUE;
}

/* All but what has to be counted: of that, whether there is any task. */
static DocketCacheOverview *
read_outline (sqlite3 *db, GError **error)
{
  g_autoptr (DocketCacheOverview) overview = g_new0 (DocketCacheOverview, 1);
  g_autoptr (sqlite3_stmt) any
      = docket_database_prepare (db, "SELECT EXISTS (SELECT 1 FROM task)", error);
  g_autoptr (sqlite3_stmt) people
      = docket_database_prepare (db, "SELECT id, name FROM person", error);
  gint64 administrator;
  int step;

  overview->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (people == NULL || any == NULL || docket_database_step (any, error) != 1)
    return NULL;
  overview->counts[DOCKET_VIEW_ALL] = (guint)sqlite3_column_int (any, 0);
  while ((step = docket_database_step (people, error)) == 1)
    g_hash_table_insert (overview->people, g_strdup ((const char *)sqlite3_column_text (people, 0)),
                         g_strdup ((const char *)sqlite3_column_text (people, 1)));
  if (step < 0 || !read_fact (db, "last-sync", &overview->last_sync, error)
      || !read_fact (db, "administrator", &administrator, error))
    return NULL;
  overview->administrator = administrator != 0;
  overview->contacts = docket_cache_read_contacts (db, error);
  if (overview->contacts != NULL)
    overview->tags = docket_cache_read_tags (db, error);
  if (overview->tags == NULL)
    return NULL;
  return g_steal_pointer (&overview);
}

gpointer
docket_cache_outline_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  return read_outline (db, error);
}

gpointer
docket_cache_overview_job (sqlite3 *db,
                           gpointer job_data,
                           GCancellable *cancellable,
                           GError **error)
{
  const gint64 begin = docket_mark_begin ();
  g_autoptr (DocketCacheOverview) overview = read_outline (db, error);

  if (overview == NULL || !count_views (db, *(const guint *)job_data, overview, error)
      || !count_processes (db, overview, error))
    return NULL;
  docket_mark_end (begin, "count", NULL);
  return g_steal_pointer (&overview);
}

#define OPEN "archived = 0 AND completed = 0"
#define DATE G_GINT64_FORMAT

char *
docket_cache_condition (DocketView view, GDateTime *now, guint tidy_days)
{
  const DocketDays days = docket_days_at (now);

  switch (view)
    {
    case DOCKET_VIEW_TO_DO:
      return g_strdup (OPEN " AND mine = 1");
    case DOCKET_VIEW_DUE_TODAY:
      return g_strdup_printf (OPEN " AND mine = 1 AND deadline >= %" DATE " AND deadline < %" DATE,
                              days.today, days.tomorrow);
    case DOCKET_VIEW_OVERDUE:
      return g_strdup_printf (OPEN " AND mine = 1 AND deadline < %" DATE, days.now);
    case DOCKET_VIEW_ONE_OFF:
      return g_strdup (OPEN " AND one_off = 1");
    case DOCKET_VIEW_UNASSIGNED:
      return g_strdup (OPEN " AND assignees = ''");
    case DOCKET_VIEW_WAITING:
      return g_strdup (OPEN " AND started = 1 AND mine = 0 AND assignees <> ''");
    case DOCKET_VIEW_COMPLETED:
      return g_strdup ("archived = 0 AND completed = 1");
    case DOCKET_VIEW_ARCHIVED:
      return g_strdup ("archived = 1");
    case DOCKET_VIEW_ALL:
      return g_strdup ("archived = 0");
    case DOCKET_VIEW_TIDY_UP:
      return g_strdup_printf ("archived = 0 AND completed = 1 AND one_off = 1"
                              " AND completed_at < %" DATE,
                              docket_days_start (now, -(int)tidy_days));
    default:
      g_return_val_if_reached (g_strdup ("0"));
    }
}
