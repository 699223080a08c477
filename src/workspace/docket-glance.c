/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-glance.h"

#include "workspace/docket-cache-lists.h"
#include "workspace/docket-glance-file.h"
#include "workspace/docket-matcher.h"
#include "workspace/docket-task-private.h"

/* Nobody reads more, and a desktop asks for all of them at once. */
#define MOST 100

/* So many are looked at before the index is asked. */
#define MOST_AT_TOP 400

/* So many are put in order by themselves. */
#define FEW 1000

#define CONDITION "archived = 0"

typedef struct
{
  DocketAccount *account; /* nullable */
  char *text;             /* to find; NULL: to describe */
  GStrv ids;              /* nullable: to find among them; or to describe */
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_object (&call->account);
  g_free (call->text);
  g_strfreev (call->ids);
  g_free (call);
}

static GTask *
new_task (gpointer tag,
          DocketAccount *account,
          const char *text,
          const char *const *ids,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_set_object (&call->account, account);
  call->text = g_strdup (text);
  call->ids = g_strdupv ((char **)ids);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, call_free);
  return task;
}

static int
is_unwanted_cb (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static sqlite3 *
open_file (const Call *call, GCancellable *cancellable)
{
  sqlite3 *db = docket_glance_file_open (call->account);

  if (db != NULL && cancellable != NULL)
    sqlite3_progress_handler (db, 1000, is_unwanted_cb, cancellable);
  return db;
}

/* (nullable): NULL with an error */
static DocketRowSet *
list_all (sqlite3 *db, GError **error)
{
  g_autoptr (DocketRowSet) rows = docket_row_set_new ();
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT row FROM task WHERE " CONDITION, error);
  int step = -1;

  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    docket_row_set_add (rows, sqlite3_column_int64 (statement, 0));
  return step == 0 ? g_steal_pointer (&rows) : NULL;
}

typedef struct
{
  sqlite3 *db;
  DocketMatcher *matcher;
  DocketRowSet *guessed; /* owned: those that were not looked at yet */
  gboolean certain;
  guint n_looks; /* that are left */
  GArray *rows;  /* of gint64: what was found */
} Search;

/* Those of @sql's rows, in its order, that are meant, until there are enough. */
static gboolean
collect (Search *search, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (search->db, sql, error);
  int step = 0;

  while (search->rows->len <= MOST && search->n_looks > 0 && statement != NULL
         && (step = docket_database_step (statement, error)) == 1)
    {
      const gint64 row = sqlite3_column_int64 (statement, 0);
      int found;

      if (!docket_row_set_has (search->guessed, row))
        continue;
      docket_row_set_remove (search->guessed, row);
      search->n_looks--;
      found = search->certain ? 1 : docket_matcher_look_at (search->matcher, row, error);
      if (found < 0)
        return FALSE;
      if (found == 1)
        g_array_append_val (search->rows, row);
    }
  return statement != NULL && step >= 0;
}

/* Where much is found: each is in the order of an index that has all that is asked for, so that
 * nothing is sorted but one's own, and no task is read. */
static gboolean
collect_of_many (Search *search, GError **error)
{
  static const char *const steps[] = {
    "INDEXED BY task_by_view WHERE " CONDITION " AND completed = 0 AND mine = 1"
    " ORDER BY deadline IS NULL, deadline",
    "INDEXED BY task_by_deadline WHERE " CONDITION " AND completed = 0 AND deadline IS NOT NULL"
    " ORDER BY deadline",
    "INDEXED BY task_by_deadline WHERE " CONDITION " AND completed = 0 AND deadline IS NULL",
    "INDEXED BY task_by_deadline WHERE " CONDITION " AND completed = 1 ORDER BY deadline DESC",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps) && search->rows->len <= MOST; i++)
    {
      g_autofree char *sql = g_strconcat ("SELECT row FROM task ", steps[i], NULL);

      if (!collect (search, sql, error))
        return FALSE;
    }
  return TRUE;
}

/* The same of a few: they are read and put in order. */
static gboolean
collect_of_few (Search *search, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT row FROM task WHERE row IN (0");

  for (gint64 row = docket_row_set_next (search->guessed, 0); row != 0;
       row = docket_row_set_next (search->guessed, row))
    g_string_append_printf (sql, ",%" G_GINT64_FORMAT, row);
  g_string_append (sql, ") ORDER BY completed, mine DESC, deadline IS NULL,"
                        " CASE WHEN completed THEN -deadline ELSE deadline END, row");
  return collect (search, sql->str, error);
}

static char *
find_id (sqlite3_stmt *statement, gint64 row)
{
  char *id = NULL;

  docket_database_bind (statement, "i", row);
  if (docket_database_step (statement, NULL) == 1)
    id = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  return id;
}

static GStrv
list_ids (sqlite3 *db, const GArray *rows, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT id FROM task WHERE row = ?", error);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < MIN (rows->len, MOST); i++)
    {
      g_autofree char *id = find_id (statement, g_array_index (rows, gint64, i));

      if (id != NULL)
        g_strv_builder_add (ids, id);
    }
  if (rows->len > MOST)
    g_strv_builder_add (ids, DOCKET_GLANCE_MORE);
  return g_strv_builder_end (ids);
}

/* What is found often is found at the top: the index, which would tell of all of it, is not asked.
 * Returns: whether there was no error */
static gboolean
look_at_top (Search *search, const DocketRowSet *all, GError **error)
{
  search->guessed = docket_matcher_filter (search->matcher, all, CONDITION, error);
  search->certain = !docket_matcher_reads_texts (search->matcher);
  search->n_looks = search->certain ? G_MAXUINT : MOST_AT_TOP;
  return search->guessed != NULL && collect_of_many (search, error);
}

static gboolean
ask_index (Search *search, const DocketRowSet *all, GError **error)
{
  g_autoptr (DocketRowSet) filtered
      = docket_matcher_filter (search->matcher, all, CONDITION, error);

  g_clear_pointer (&search->guessed, docket_row_set_free);
  g_array_set_size (search->rows, 0);
  search->n_looks = G_MAXUINT;
  if (filtered != NULL)
    search->guessed = docket_matcher_guess (search->matcher, filtered, &search->certain, error);
  if (search->guessed == NULL)
    return FALSE;
  return docket_row_set_count (search->guessed) > FEW ? collect_of_many (search, error)
                                                      : collect_of_few (search, error);
}

static GStrv
find (sqlite3 *db, DocketMatcher *matcher, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DocketRowSet) all = list_all (db, error);
  Search search = { .db = db, .matcher = matcher, .rows = rows };
  gboolean done = all != NULL && look_at_top (&search, all, error);

  if (done && !search.certain && rows->len <= MOST)
    done = ask_index (&search, all, error);
  g_clear_pointer (&search.guessed, docket_row_set_free);
  return done ? list_ids (db, rows, error) : NULL;
}

/* A few: each is looked at. */
static GStrv
narrow (sqlite3 *db, DocketMatcher *matcher, const GStrv among, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (DocketRowSet) rows = docket_row_set_new ();
  g_autoptr (DocketRowSet) filtered = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT row FROM task WHERE id = ? AND " CONDITION, error);

  for (guint i = 0; statement != NULL && among[i] != NULL; i++)
    {
      docket_database_bind (statement, "s", among[i]);
      if (docket_database_step (statement, NULL) == 1)
        {
          gint64 row = sqlite3_column_int64 (statement, 0);

          docket_row_set_add (rows, row);
          g_hash_table_insert (known, among[i], g_memdup2 (&row, sizeof row));
        }
      sqlite3_reset (statement);
    }
  filtered = statement != NULL ? docket_matcher_filter (matcher, rows, CONDITION, error) : NULL;
  if (filtered == NULL)
    return NULL;
  for (guint i = 0; among[i] != NULL; i++)
    {
      const gint64 *row = g_hash_table_lookup (known, among[i]);

      if (row != NULL && docket_row_set_has (filtered, *row)
          && docket_matcher_look_at (matcher, *row, NULL) == 1)
        g_strv_builder_add (ids, among[i]);
    }
  return g_strv_builder_end (ids);
}

static GStrv
find_in (sqlite3 *db, const Call *call, GCancellable *cancellable, GError **error)
{
  g_autoptr (DocketSearch) search = docket_search_new (call->text);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (DocketMatcher) matcher = NULL;

  if (docket_search_get_terms (search)->len == 0)
    return g_new0 (char *, 1);
  matcher = docket_matcher_new (db, search, now, cancellable, error);
  if (matcher == NULL)
    return NULL;
  if (call->ids != NULL && !g_strv_contains ((const char *const *)call->ids, DOCKET_GLANCE_MORE))
    return narrow (db, matcher, call->ids, error);
  return find (db, matcher, error);
}

static void
find_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Call *call = task_data;
  sqlite3 *db = open_file (call, cancellable);
  GError *error = NULL;
  GStrv ids = db != NULL ? find_in (db, call, cancellable, &error) : g_new0 (char *, 1);

  sqlite3_close (db);
  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify)g_strfreev);
  else
    g_task_return_error (task, error);
}

void
docket_glance_find_async (DocketAccount *account,
                          const char *text,
                          const char *const *among,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task
      = new_task (docket_glance_find_async, account, text, among, cancellable, callback, user_data);

  g_return_if_fail (text != NULL);

  g_task_run_in_thread (task, find_thread);
}

GStrv
docket_glance_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_glance_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
describe (sqlite3 *db, const GStrv ids, GPtrArray *tasks, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT " DOCKET_TASK_COLUMNS " FROM task WHERE id = ?",
                                 error);
  g_autoptr (sqlite3_stmt) person
      = statement != NULL ? docket_cache_prepare_name (db, error) : NULL;

  for (guint i = 0; person != NULL && ids[i] != NULL; i++)
    {
      docket_database_bind (statement, "s", ids[i]);
      if (docket_database_step (statement, NULL) == 1)
        {
          g_ptr_array_add (tasks, docket_task_new ());
          docket_task_fill (tasks->pdata[tasks->len - 1],
                            docket_task_data_read (statement, person));
        }
      sqlite3_reset (statement);
    }
  return person != NULL;
}

static void
describe_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Call *call = task_data;
  sqlite3 *db = open_file (call, cancellable);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  const gboolean done = db == NULL || describe (db, call->ids, tasks, &error);

  sqlite3_close (db);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&tasks), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
docket_glance_describe_async (DocketAccount *account,
                              const char *const *task_ids,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = new_task (docket_glance_describe_async, account, NULL, task_ids,
                                     cancellable, callback, user_data);

  g_task_run_in_thread (task, describe_thread);
}

GPtrArray *
docket_glance_describe_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_glance_describe_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
