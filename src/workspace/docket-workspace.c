/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-workspace-private.h"

#include "workspace/docket-answer-draft-private.h"
#include "workspace/docket-draft-private.h"

G_DEFINE_FINAL_TYPE (DocketWorkspace, docket_workspace, G_TYPE_OBJECT)

typedef enum
{
  PROP_CONNECTION = 1,
  PROP_SYNCING,
  PROP_N_LOADED,
  PROP_N_EXPECTED,
  PROP_LAST_SYNC,
  PROP_BUSY_UNTIL,
  PROP_PASSING,
  PROP_PAUSED,
  N_PROPERTIES
} Property;

enum
{
  SIGNAL_COUNTS_CHANGED,
  SIGNAL_TASK_FETCHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (DocketWorkspace *self, Property property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
docket_workspace_set_connection (DocketWorkspace *self,
                                 DocketConnection connection,
                                 const GError *error)
{
  gboolean changed = self->connection != connection;
  GError *copy = error != NULL ? g_error_copy (error) : NULL;

  if (self->error != NULL || copy != NULL)
    changed = TRUE;
  g_clear_error (&self->error);
  self->error = copy;
  self->connection = connection;
  if (changed)
    notify (self, PROP_CONNECTION);
}

/* FAILED is about the list, so that only a list ends it; SIGNED_OUT ends with a new token. */
void
docket_workspace_note_call (DocketWorkspace *self, const GError *error)
{
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    docket_workspace_set_connection (self, DOCKET_CONNECTION_SIGNED_OUT, NULL);
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE))
    docket_workspace_set_connection (self, DOCKET_CONNECTION_OFFLINE, error);
  else if (error == NULL && self->connection == DOCKET_CONNECTION_OFFLINE)
    docket_workspace_set_connection (self, DOCKET_CONNECTION_ONLINE, NULL);
}

GCancellable *
docket_workspace_choose_cancellable (DocketWorkspace *self, GCancellable *cancellable)
{
  return cancellable != NULL ? cancellable : self->cancellable;
}

/* @overview: (transfer full) */
static void
set_overview (DocketWorkspace *self, DocketCacheOverview *overview)
{
  gint64 before = self->overview->last_sync;

  docket_cache_overview_free (self->overview);
  self->overview = overview;
  if (overview->last_sync != before)
    {
      g_clear_pointer (&self->last_sync, g_date_time_unref);
      if (overview->last_sync != 0)
        self->last_sync = g_date_time_new_from_unix_utc (overview->last_sync);
      notify (self, PROP_LAST_SYNC);
    }
  g_signal_emit (self, signals[SIGNAL_COUNTS_CHANGED], 0);
}

gboolean
docket_workspace_take_overview (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  DocketCacheOverview *overview = docket_cache_overview_finish (self->cache, result, error);

  if (overview != NULL)
    set_overview (self, overview);
  return overview != NULL;
}

static void
overview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_workspace_take_overview (self, result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The tasks could not be counted: %s", error->message);
}

static void
cache_changed_cb (DocketCache *cache, DocketWorkspace *self)
{
  docket_cache_overview_async (cache, self->cancellable, overview_cb, g_object_ref (self));
}

static void
docket_workspace_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketWorkspace *self = DOCKET_WORKSPACE (object);

  switch ((Property)id)
    {
    case PROP_CONNECTION:
      g_value_set_int (value, (int)self->connection);
      break;
    case PROP_SYNCING:
      g_value_set_boolean (value, self->syncing);
      break;
    case PROP_N_LOADED:
      g_value_set_uint (value, self->n_loaded);
      break;
    case PROP_N_EXPECTED:
      g_value_set_uint (value, self->n_expected);
      break;
    case PROP_LAST_SYNC:
      g_value_set_boxed (value, self->last_sync);
      break;
    case PROP_BUSY_UNTIL:
      g_value_set_int64 (value, self->busy_until);
      break;
    case PROP_PASSING:
      g_value_set_boolean (value, docket_workspace_get_passing (self));
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_workspace_dispose (GObject *object)
{
  DocketWorkspace *self = DOCKET_WORKSPACE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->sync_cancellable);
  docket_workspace_close_runs (self);
  g_ptr_array_set_size (self->runs, 0);
  g_clear_object (&self->clock);
  g_clear_object (&self->tasks);
  g_clear_object (&self->last_task);
  g_clear_object (&self->history);
  g_clear_object (&self->processes);
  g_clear_object (&self->sync);
  g_clear_object (&self->cache);
  g_clear_object (&self->journal);
  g_clear_object (&self->client);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (docket_workspace_parent_class)->dispose (object);
}

static void
docket_workspace_finalize (GObject *object)
{
  DocketWorkspace *self = DOCKET_WORKSPACE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->sync_cancellable);
  g_clear_error (&self->error);
  g_clear_pointer (&self->last_sync, g_date_time_unref);
  g_clear_pointer (&self->overview, docket_cache_overview_free);
  g_clear_pointer (&self->looks, g_ptr_array_unref);
  g_clear_pointer (&self->refreshes, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->removing, g_hash_table_unref);
  g_clear_pointer (&self->turns, g_hash_table_unref);
  g_clear_pointer (&self->restores, g_hash_table_unref);
  g_clear_pointer (&self->namesakes, g_hash_table_unref);
  g_clear_pointer (&self->completions, g_hash_table_unref);
  g_clear_pointer (&self->commenting, g_hash_table_unref);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->answer_drafts, g_hash_table_unref);
  G_OBJECT_CLASS (docket_workspace_parent_class)->finalize (object);
}

static void
docket_workspace_class_init (DocketWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = docket_workspace_get_property;
  object_class->dispose = docket_workspace_dispose;
  object_class->finalize = docket_workspace_finalize;

  properties[PROP_CONNECTION]
      = g_param_spec_int ("connection", NULL, NULL, DOCKET_CONNECTION_NO_TOKEN,
                          DOCKET_CONNECTION_FAILED, DOCKET_CONNECTION_NO_TOKEN, flags);
  properties[PROP_SYNCING] = g_param_spec_boolean ("syncing", NULL, NULL, FALSE, flags);
  properties[PROP_N_LOADED] = g_param_spec_uint ("n-loaded", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EXPECTED]
      = g_param_spec_uint ("n-expected", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LAST_SYNC]
      = g_param_spec_boxed ("last-sync", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_BUSY_UNTIL]
      = g_param_spec_int64 ("busy-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_PASSING] = g_param_spec_boolean ("passing", NULL, NULL, FALSE, flags);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_COUNTS_CHANGED]
      = g_signal_new ("counts-changed", DOCKET_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TASK_FETCHED]
      = g_signal_new ("task-fetched", DOCKET_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, TALLYFY_TYPE_TASK);
}

static void
docket_workspace_init (DocketWorkspace *self)
{
  self->cancellable = g_cancellable_new ();
  self->overview = g_new0 (DocketCacheOverview, 1);
  self->looks = g_ptr_array_new_with_free_func (g_object_unref);
  self->refreshes = g_ptr_array_new_with_free_func (g_object_unref);
  self->clock = docket_clock_new ();
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
  self->removing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->restores = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->namesakes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  self->completions = docket_completion_new_queues ();
  self->commenting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drafts = docket_drafts_new_table ();
  self->answer_drafts = docket_answer_drafts_new_table ();
}

void
docket_workspace_take_cache (DocketWorkspace *self,
                             DocketCache *cache,
                             DocketCacheOverview *outline)
{
  self->cache = g_object_ref (cache);
  self->tasks = docket_task_model_new (cache);
  set_overview (self, outline);
  if (self->connection != DOCKET_CONNECTION_NO_TOKEN
      && (docket_workspace_get_has_tasks (self) || self->last_sync != NULL))
    self->connection = DOCKET_CONNECTION_ONLINE;
  g_signal_connect_object (cache, "changed", G_CALLBACK (cache_changed_cb), self, 0);
  /* The list does not wait for the counts. */
  cache_changed_cb (cache, self);
}

void
docket_workspace_close (DocketWorkspace *self)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  g_cancellable_cancel (self->cancellable);
  docket_workspace_stop_pass (self);
  docket_workspace_close_runs (self);
  docket_drafts_save (self);
}

void
docket_workspace_tell_fetched (DocketWorkspace *self, TallyfyTask *task, gint64 mark)
{
  docket_drafts_judge (self, task, mark);
  docket_answer_drafts_judge (self, task, mark);
  g_signal_emit (self, signals[SIGNAL_TASK_FETCHED], 0, task);
}

void
docket_workspace_set_clock (DocketWorkspace *self, DocketClock *clock)
{
  g_set_object (&self->clock, clock);
}

void
docket_workspace_note_busy (DocketWorkspace *self, gint64 until)
{
  if (until <= self->busy_until)
    return;
  self->busy_until = until;
  notify (self, PROP_BUSY_UNTIL);
}

gint64
docket_workspace_get_busy_until (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), 0);

  return self->busy_until;
}

DocketAccount *
docket_workspace_get_account (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  return self->account;
}

DocketTaskModel *
docket_workspace_get_tasks (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  return self->tasks;
}

DocketConnection
docket_workspace_get_connection (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), DOCKET_CONNECTION_FAILED);

  return self->connection;
}

gboolean
docket_workspace_get_syncing (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->syncing;
}

guint
docket_workspace_get_n_loaded (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), 0);

  return self->n_loaded;
}

guint
docket_workspace_get_n_expected (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), 0);

  return self->n_expected;
}

GDateTime *
docket_workspace_get_last_sync (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  return self->last_sync;
}

const GError *
docket_workspace_get_error (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), NULL);

  return self->error;
}

gboolean
docket_workspace_get_has_tasks (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->overview->counts[DOCKET_VIEW_ALL] + self->overview->counts[DOCKET_VIEW_ARCHIVED] > 0;
}

guint
docket_workspace_get_count (DocketWorkspace *self, DocketView view)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), 0);
  g_return_val_if_fail (view <= DOCKET_VIEW_PROCESSES, 0);

  return view == DOCKET_VIEW_PROCESSES ? self->overview->n_processes : self->overview->counts[view];
}
