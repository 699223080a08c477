/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-candidate.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-private.h"

struct _DocketCandidate
{
  GObject parent_instance;

  DocketTask *task;
  gint64 row;
  gboolean counted;
  guint n_fields;
  guint n_answers;
};

G_DEFINE_FINAL_TYPE (DocketCandidate, docket_candidate, G_TYPE_OBJECT)

/* One of them on its way from the worker thread. */
typedef struct
{
  DocketTaskData *data;
  gboolean counted;
  guint n_fields;
  guint n_answers;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  docket_task_data_free (found->data);
  g_free (found);
}

static void
count_answers (Found *found, sqlite3_stmt *row, int column)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (TallyfyTask) task = NULL;
  GPtrArray *fields;

  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return;
  json = g_bytes_new (sqlite3_column_blob (row, column), (gsize)sqlite3_column_bytes (row, column));
  task = tallyfy_task_new_from_json (json, NULL);
  fields = task != NULL ? tallyfy_task_get_form_fields (task) : NULL;
  found->counted = task != NULL;
  found->n_fields = fields != NULL ? fields->len : 0;
  for (guint i = 0; i < found->n_fields; i++)
    if (tallyfy_form_field_is_answered (g_ptr_array_index (fields, i)))
      found->n_answers++;
}

static gpointer
read_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GArray *rows = job_data;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (found_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT " DOCKET_TASK_COLUMNS ", detail FROM task WHERE row = ?",
                                 error);
  g_autoptr (sqlite3_stmt) person
      = docket_database_prepare (db, "SELECT name FROM person WHERE id = ?", error);

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
        {
          Found *found = g_new0 (Found, 1);

          found->data = docket_task_data_read (statement, person);
          count_answers (found, statement, sqlite3_column_count (statement) - 1);
          g_ptr_array_add (all, found);
        }
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
  g_clear_object (&DOCKET_CANDIDATE (object)->task);

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
