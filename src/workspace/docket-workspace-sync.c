/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* When the server is asked for what is new (a look), and when for everything (a pass). */
#include "workspace/docket-cache-pass.h"
#include "workspace/docket-sync-look.h"
#include "workspace/docket-workspace-private.h"

#define PER_PAGE 100

/* Pages under way: of a pass that somebody waits for, and of one that nobody does. */
#define N_AT_ONCE 5
#define N_AT_ONCE_BEHIND 1

/* A pass asks for a page each; one that something speaks for comes so many seconds for each page
 * after the last at the soonest, and one that nothing does after a day. Few pages are no matter. */
#define SECONDS_A_PAGE 1
#define FEW_PAGES 2
#define DAY (24 * 60 * 60)

/* How often the list hears of changes while pages come, or tasks are removed: it is asked for and
 * counted anew each time, which takes the longer the more tasks there are. In milliseconds, and a
 * part of one for each task. */
#define SOME_TASKS 300
#define SOME_INTERVAL 300
#define TASKS_A_MS 25

static DocketConnection
connection_from_error (const GError *error)
{
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    return DOCKET_CONNECTION_SIGNED_OUT;
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TIMED_OUT)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_CONNECTION_LOST))
    return DOCKET_CONNECTION_OFFLINE;
  return DOCKET_CONNECTION_FAILED;
}

static const char *
get_organization_id (DocketWorkspace *self)
{
  return docket_account_get_organization_id (self->account);
}

static guint
count_pages (DocketWorkspace *self)
{
  return (self->overview->counts[DOCKET_VIEW_ALL] + PER_PAGE - 1) / PER_PAGE
         + (self->overview->counts[DOCKET_VIEW_ARCHIVED] + PER_PAGE - 1) / PER_PAGE;
}

static void
update_syncing (DocketWorkspace *self)
{
  const gboolean syncing = self->looks->len + self->refreshes->len > 0;

  if (self->syncing == syncing)
    return;
  self->syncing = syncing;
  g_object_notify (G_OBJECT (self), "syncing");
}

/* @error: (nullable) */
static void
tell (GPtrArray *waiting, const GError *error)
{
  for (guint i = 0; i < waiting->len; i++)
    if (error != NULL)
      g_task_return_error (waiting->pdata[i], g_error_copy (error));
    else
      g_task_return_boolean (waiting->pdata[i], TRUE);
}

/* What a list says of the connection. @error: (nullable) */
static void
note_list (DocketWorkspace *self, const GError *error)
{
  if (error == NULL)
    {
      docket_workspace_set_connection (self, DOCKET_CONNECTION_ONLINE, NULL);
      docket_workspace_settle_open_removals (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_workspace_set_connection (self, connection_from_error (error), error);
  else if (self->connection == DOCKET_CONNECTION_SYNCING_FIRST
           && !g_cancellable_is_cancelled (self->cancellable))
    docket_workspace_set_connection (self, DOCKET_CONNECTION_ONLINE, NULL);
}

static void
notify_pass (DocketWorkspace *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify (object, "passing");
  g_object_notify (object, "paused");
  g_object_thaw_notify (object);
}

/* Tells those that wait how the pass ended. @error: (nullable) */
static void
end_pass (DocketWorkspace *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->refreshes);
  const gboolean asked = self->pass_asked;

  self->refreshes = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_object (&self->sync);
  self->pass_asked = FALSE;
  self->paused = FALSE;
  docket_cache_set_interval (self->cache, 0);
  /* FAILED is about what somebody has asked for. */
  if (asked)
    note_list (self, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_workspace_note_call (self, error);
  if (error != NULL)
    g_debug ("The pass over all tasks has ended: %s", error->message);
  notify_pass (self);
  update_syncing (self);
  tell (waiting, error);
}

/* The counts are right before anybody hears that the pass is over. */
static void
pass_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  docket_workspace_take_overview (self, result, &error);
  end_pass (self, error);
}

static void
count_after_pass (DocketWorkspace *self)
{
  docket_cache_overview_async (self->cache, self->cancellable, pass_counted_cb,
                               g_object_ref (self));
}

static void
pass_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (docket_sync_run_finish (DOCKET_SYNC (source), result, &error))
    docket_workspace_sync_others (self, self->follows_lists, self->processes != NULL,
                                  count_after_pass);
  else
    end_pass (self, error);
}

static void
set_progress (DocketWorkspace *self, guint n_loaded, guint n_expected)
{
  self->n_loaded = n_loaded;
  self->n_expected = n_expected;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "n-loaded");
  g_object_notify (G_OBJECT (self), "n-expected");
  g_object_thaw_notify (G_OBJECT (self));
}

static void
progress_cb (DocketSync *sync, gpointer user_data)
{
  DocketWorkspace *self = DOCKET_WORKSPACE (user_data);
  guint interval = 0;

  set_progress (self, docket_sync_get_n_loaded (sync), docket_sync_get_n_expected (sync));
  if (self->n_expected > SOME_TASKS)
    interval = MAX (SOME_INTERVAL, self->n_expected / TASKS_A_MS);
  docket_cache_set_interval (self->cache, interval);
}

/* What the removals read and write waits for the list. */
void
docket_workspace_set_many_changes (DocketWorkspace *self, gboolean many)
{
  const guint n_tasks = docket_workspace_get_count (self, DOCKET_VIEW_ALL);

  docket_cache_set_many_changes (self->cache, many ? MAX (SOME_INTERVAL, n_tasks / TASKS_A_MS) : 0);
}

/* @asked: by somebody who waits for it, or wants to see it */
static void
start_pass (DocketWorkspace *self, gboolean asked)
{
  if (self->sync != NULL)
    {
      if (asked && !self->pass_asked)
        docket_sync_set_n_at_once (self->sync, N_AT_ONCE);
      self->pass_asked = self->pass_asked || asked;
      notify_pass (self);
      return;
    }
  set_progress (self, 0, 0);
  self->pass_asked = asked;
  g_set_object (&self->sync_cancellable, NULL);
  self->sync_cancellable = g_cancellable_new ();
  self->sync = docket_sync_new (self->client, self->cache, get_organization_id (self),
                                asked ? N_AT_ONCE : N_AT_ONCE_BEHIND, progress_cb, self);
  notify_pass (self);
  update_syncing (self);
  if (!docket_workspace_get_has_tasks (self) && self->last_sync == NULL)
    docket_workspace_set_connection (self, DOCKET_CONNECTION_SYNCING_FIRST, NULL);
  docket_sync_run_async (self->sync, self->sync_cancellable, pass_cb, g_object_ref (self));
}

/* Whether what was seen cannot be all that there is to see. */
static gboolean
speaks_for_pass (DocketWorkspace *self)
{
  const DocketCachePass *pass = docket_cache_get_pass (self->cache);
  const guint counts[DOCKET_SYNC_N_LISTS]
      = { self->overview->counts[DOCKET_VIEW_ALL], self->overview->counts[DOCKET_VIEW_ARCHIVED] };

  for (guint i = 0; i < DOCKET_SYNC_N_LISTS; i++)
    if (self->look.totals[i] >= 0 && self->look.totals[i] != counts[i])
      return TRUE;
  return !self->look.in_order || pass->mark != 0 || !pass->quiet;
}

static gboolean
pass_is_due (DocketWorkspace *self)
{
  const gint64 age
      = g_get_real_time () / G_USEC_PER_SEC - docket_cache_get_pass (self->cache)->last_whole;
  const guint n_pages = count_pages (self);

  if (age >= DAY || age < 0)
    return TRUE;
  return speaks_for_pass (self) && (n_pages <= FEW_PAGES || age >= SECONDS_A_PAGE * n_pages);
}

/* @error: (nullable) */
static void
end_look (DocketWorkspace *self, const GError *error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->looks);
  const gboolean wants_pass = self->wants_pass;

  self->looks = g_ptr_array_new_with_free_func (g_object_unref);
  self->wants_pass = FALSE;
  note_list (self, error);
  update_syncing (self);
  tell (waiting, error);
  if (error == NULL && (wants_pass || pass_is_due (self)))
    start_pass (self, wants_pass);
}

static void
look_counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  docket_workspace_take_overview (self, result, &error);
  end_look (self, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;

  if (docket_sync_look_finish (result, &self->look, &error))
    docket_cache_overview_async (self->cache, self->cancellable, look_counted_cb,
                                 g_object_ref (self));
  else
    end_look (self, error);
}

static GTask *
new_task (DocketWorkspace *self,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, docket_workspace_refresh_async);
  if (self->has_token)
    return task;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "There is no token to ask with");
  g_object_unref (task);
  return NULL;
}

void
docket_workspace_refresh_async (DocketWorkspace *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  task = new_task (self, cancellable, callback, user_data);
  if (task == NULL)
    return;
  g_ptr_array_add (self->refreshes, task);
  update_syncing (self);
  start_pass (self, TRUE);
}

void
docket_workspace_look_async (DocketWorkspace *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  /* Where there never was a pass, a look finds nothing but news. */
  if (docket_cache_get_pass (self->cache)->last_whole == 0)
    {
      docket_workspace_refresh_async (self, cancellable, callback, user_data);
      return;
    }
  task = new_task (self, cancellable, callback, user_data);
  if (task == NULL)
    return;
  g_ptr_array_add (self->looks, task);
  update_syncing (self);
  if (self->looks->len == 1)
    docket_sync_look_async (self->client, self->cache, get_organization_id (self),
                            self->cancellable, looked_cb, g_object_ref (self));
}

gboolean
docket_workspace_refresh_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_refresh_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("The list was not refreshed: %s", error->message);
}

void
docket_workspace_look (DocketWorkspace *self)
{
  docket_workspace_look_async (self, NULL, refreshed_cb, NULL);
}

/* With few pages a pass is as fast as a look. */
void
docket_workspace_renew_async (DocketWorkspace *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  if (count_pages (self) <= FEW_PAGES || docket_cache_get_pass (self->cache)->last_whole == 0)
    {
      docket_workspace_refresh_async (self, cancellable, callback, user_data);
      return;
    }
  self->wants_pass = TRUE;
  docket_workspace_look_async (self, cancellable, callback, user_data);
}

void
docket_workspace_renew (DocketWorkspace *self)
{
  docket_workspace_renew_async (self, NULL, refreshed_cb, NULL);
}

gboolean
docket_workspace_get_passing (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->sync != NULL && self->pass_asked;
}

gboolean
docket_workspace_get_paused (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), FALSE);

  return self->paused;
}

void
docket_workspace_set_paused (DocketWorkspace *self, gboolean paused)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  if (self->sync == NULL || self->paused == paused)
    return;
  self->paused = paused;
  docket_sync_set_paused (self->sync, paused);
  g_object_notify (G_OBJECT (self), "paused");
}

void
docket_workspace_stop_pass (DocketWorkspace *self)
{
  g_return_if_fail (DOCKET_IS_WORKSPACE (self));

  g_cancellable_cancel (self->sync_cancellable);
  /* It asks for the next page, and hears that it may not. */
  if (self->sync != NULL)
    docket_sync_set_paused (self->sync, FALSE);
}

gint64
docket_workspace_get_time_left (DocketWorkspace *self)
{
  g_return_val_if_fail (DOCKET_IS_WORKSPACE (self), -1);

  return self->sync != NULL ? docket_sync_get_time_left (self->sync) : -1;
}
