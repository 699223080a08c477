/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-candidate.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-shown-private.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-cache-lists.h"

struct _DocketCandidate
{
  GObject parent_instance;

  DocketTask *task;
  gint64 row;
  gboolean counted;
  guint n_fields;
  guint n_answers;
  DocketShown *shown;
};

G_DEFINE_FINAL_TYPE (DocketCandidate, docket_candidate, G_TYPE_OBJECT)

/* One of them on its way from the worker thread. */
typedef struct
{
  DocketTaskData *data;
  gboolean counted;
  guint n_fields;
  guint n_answers;
  DocketShown *shown;
} Found;

/* What is read beside the row, in its order. */
#define MORE_COLUMNS ", detail, updated, secret, counted, assignees"
#define N_MORE 5

static void
found_free (gpointer data)
{
  Found *found = data;

  docket_task_data_free (found->data);
  g_clear_pointer (&found->shown, docket_shown_free);
  g_free (found);
}

/* (transfer full) (nullable) */
static TallyfyTask *
read_whole (sqlite3_stmt *row, int column)
{
  g_autoptr (GBytes) json = NULL;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return NULL;
  json = g_bytes_new (sqlite3_column_blob (row, column), (gsize)sqlite3_column_bytes (row, column));
  return tallyfy_task_new_from_json (json, NULL);
}

/* What was fetched whole once is out of date where a list has said since that the task was changed
 * at another time. */
static gboolean
is_current (TallyfyTask *whole, gint64 updated)
{
  GDateTime *time = whole != NULL ? tallyfy_task_get_last_updated (whole) : NULL;

  return whole != NULL
         && (time == NULL || updated == G_MININT64 || g_date_time_to_unix (time) == updated);
}

static void
count_answers (Found *found, TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);

  found->counted = TRUE;
  found->n_fields = fields != NULL ? fields->len : 0;
  for (guint i = 0; i < found->n_fields; i++)
    if (tallyfy_form_field_is_answered (g_ptr_array_index (fields, i)))
      found->n_answers++;
}

static Found *
read_found (sqlite3_stmt *row, sqlite3_stmt *person)
{
  const int more = sqlite3_column_count (row) - N_MORE;
  g_autoptr (TallyfyTask) whole = read_whole (row, more);
  Found *found = g_new0 (Found, 1);
  DocketKnown known = {
    .updated = sqlite3_column_type (row, more + 1) != SQLITE_NULL
                   ? sqlite3_column_int64 (row, more + 1)
                   : G_MININT64,
    .top_secret = sqlite3_column_int (row, more + 2) != 0
                  || (whole != NULL && tallyfy_task_is_top_secret (whole)),
    .counted = sqlite3_column_int (row, more + 3) != 0,
    .assignees = (const char *)sqlite3_column_text (row, more + 4),
  };

  found->data = docket_task_data_read (row, person);
  known.row = found->data;
  if (is_current (whole, known.updated))
    {
      known.whole = whole;
      count_answers (found, whole);
    }
  found->shown = docket_shown_new_for_known (&known);
  return found;
}

static gpointer
read_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GArray *rows = job_data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT " DOCKET_TASK_COLUMNS MORE_COLUMNS
                                 " FROM task WHERE row = ?",
                                 error);
  g_autoptr (sqlite3_stmt) person = docket_cache_prepare_name (db, error);

  if (statement == NULL || person == NULL)
    return NULL;
  for (guint i = 0; i < rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      int step;

      docket_database_bind (statement, "i", g_array_index (rows, gint64, i));
      step = docket_database_step (statement, error);
      if (step < 0)
        return NULL;
      if (step == 1)
        g_ptr_array_add (all, read_found (statement, person));
      sqlite3_reset (statement);
    }
  return g_steal_pointer (&all);
}

static gpointer
count_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GArray *rows = job_data;
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT one_off FROM task WHERE row = ?", error);
  g_autofree gint64 *n = g_new0 (gint64, 1);

  if (statement == NULL)
    return NULL;
  for (guint i = 0; i < rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      int step;

      docket_database_bind (statement, "i", g_array_index (rows, gint64, i));
      step = docket_database_step (statement, error);
      if (step < 0)
        return NULL;
      if (step == 1 && sqlite3_column_int (statement, 0) != 0)
        (*n)++;
      sqlite3_reset (statement);
    }
  return g_steal_pointer (&n);
}

static void
docket_candidate_dispose (GObject *object)
{
  DocketCandidate *self = DOCKET_CANDIDATE (object);

  g_clear_object (&self->task);
  g_clear_pointer (&self->shown, docket_shown_free);

  G_OBJECT_CLASS (docket_candidate_parent_class)->dispose (object);
}

static void
docket_candidate_class_init (DocketCandidateClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_candidate_dispose;
}

static void
docket_candidate_init (DocketCandidate *self)
{
}

static DocketCandidate *
take_found (Found *found)
{
  DocketCandidate *self = g_object_new (DOCKET_TYPE_CANDIDATE, NULL);

  self->row = found->data->row;
  self->task = docket_task_new ();
  docket_task_fill (self->task, g_steal_pointer (&found->data));
  self->counted = found->counted;
  self->n_fields = found->n_fields;
  self->n_answers = found->n_answers;
  self->shown = g_steal_pointer (&found->shown);
  return self;
}

DocketTask *
docket_candidate_get_task (DocketCandidate *self)
{
  return self->task;
}

gint64
docket_candidate_get_row (DocketCandidate *self)
{
  return self->row;
}

gboolean
docket_candidate_is_counted (DocketCandidate *self)
{
  return self->counted;
}

guint
docket_candidate_get_n_fields (DocketCandidate *self)
{
  return self->n_fields;
}

guint
docket_candidate_get_n_answers (DocketCandidate *self)
{
  return self->n_answers;
}

const DocketShown *
docket_candidate_get_shown (DocketCandidate *self)
{
  return self->shown;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gpointer done = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, done, g_task_get_task_data (task));
}

static void
run (DocketTaskModel *tasks,
     DocketDatabaseJob job,
     GDestroyNotify result_free,
     GArray *rows,
     GCancellable *cancellable,
     GTask *task)
{
  DocketCache *cache = docket_task_model_get_cache (tasks);

  g_task_set_task_data (task, result_free, NULL);
  docket_database_run_async (docket_cache_get_database (cache), G_PRIORITY_DEFAULT, job,
                             g_array_copy (rows), (GDestroyNotify)g_array_unref, result_free,
                             cancellable, done_cb, task);
}

void
docket_candidates_read_async (DocketTaskModel *tasks,
                              GArray *rows,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (tasks, cancellable, callback, user_data);

  g_task_set_source_tag (task, docket_candidates_read_async);
  run (tasks, read_job, (GDestroyNotify)g_ptr_array_unref, rows, cancellable, task);
}

GPtrArray *
docket_candidates_read_finish (DocketTaskModel *tasks, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), error);
  GPtrArray *candidates;

  if (found == NULL)
    return NULL;
  candidates = g_ptr_array_new_full (found->len, g_object_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (candidates, take_found (g_ptr_array_index (found, i)));
  return candidates;
}

void
docket_candidates_count_async (DocketTaskModel *tasks,
                               GArray *rows,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (tasks, cancellable, callback, user_data);

  g_task_set_source_tag (task, docket_candidates_count_async);
  run (tasks, count_job, g_free, rows, cancellable, task);
}

gint64
docket_candidates_count_finish (DocketTaskModel *tasks, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *n = g_task_propagate_pointer (G_TASK (result), error);

  return n != NULL ? *n : -1;
}
