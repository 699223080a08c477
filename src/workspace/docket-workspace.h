/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "tallyfy/tallyfy.h"
#include "workspace/docket-account.h"
#include "workspace/docket-history.h"
#include "workspace/docket-process-contents.h"
#include "workspace/docket-process-model.h"
#include "workspace/docket-removal.h"
#include "workspace/docket-shown.h"
#include "workspace/docket-task-model.h"
#include "workspace/docket-task.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/**
 * DocketConnection:
 * @DOCKET_CONNECTION_NO_TOKEN: opened without a token, and docket_workspace_take_token() has not been
 *   called yet: the keyring may be waiting for its password
 * @DOCKET_CONNECTION_SYNCING_FIRST: the cache is empty and the first list is on its way
 * @DOCKET_CONNECTION_ONLINE: the last call went through
 * @DOCKET_CONNECTION_OFFLINE: the server could not be reached
 * @DOCKET_CONNECTION_SIGNED_OUT: the server answered 401 (get_error() is a TALLYFY_ERROR or NULL), or no
 *   token could be had (get_error() is a DOCKET_SECRET_ERROR)
 * @DOCKET_CONNECTION_FAILED: the server answered something else that was no list (get_error())
 */
typedef enum
{
  DOCKET_CONNECTION_NO_TOKEN,
  DOCKET_CONNECTION_SYNCING_FIRST,
  DOCKET_CONNECTION_ONLINE,
  DOCKET_CONNECTION_OFFLINE,
  DOCKET_CONNECTION_SIGNED_OUT,
  DOCKET_CONNECTION_FAILED,
} DocketConnection;

/* One signed-in organization: cache, journal, synchronization, removals. Owns every write. */
#define DOCKET_TYPE_WORKSPACE (docket_workspace_get_type ())
G_DECLARE_FINAL_TYPE (DocketWorkspace, docket_workspace, DOCKET, WORKSPACE, GObject)

/* Opens the cache and the journal (in a worker thread); sends nothing. @token: (nullable): NULL while the keyring
 * is still asked: what is cached can be read until docket_workspace_take_token(). Close it with
 * docket_workspace_close() and drop it. Errors: G_FILE_ERROR or G_IO_ERROR with a sentence where a file cannot be used. */
void docket_workspace_open_async (DocketAccount *account, const char *token, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
DocketWorkspace *docket_workspace_open_finish (GAsyncResult *result, GError **error);
/* The same with a client that the caller has made (other timeouts, another TLS database). Finish it with
 * docket_workspace_open_finish(). */
void docket_workspace_open_client_async (DocketAccount *account, TallyfyClient *client, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Cancels what is under way (reads only: a write that was sent is seen to its end). */
void docket_workspace_close (DocketWorkspace *self);

DocketAccount *docket_workspace_get_account (DocketWorkspace *self);
DocketTaskModel *docket_workspace_get_tasks (DocketWorkspace *self);  /* (transfer none) the one list model */
DocketHistory *docket_workspace_get_history (DocketWorkspace *self);  /* (transfer none) read from the first call on */

/* (transfer none) known from tasks, and from the first call on as the server lists them, too: in each pass over everything,
 * and where one can be sent at once */
DocketProcessModel *docket_workspace_get_processes (DocketWorkspace *self);
/* The tasks of a process in their order; follows the cache. (transfer full) */
DocketTaskModel *docket_workspace_list_process_tasks (DocketWorkspace *self, const char *process_id);

/* One process from the network; corrects the cache. Errors: TALLYFY_ERROR */
void docket_workspace_fetch_process_async (DocketWorkspace *self, const char *process_id,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
TallyfyProcess *docket_workspace_fetch_process_finish (DocketWorkspace *self, GAsyncResult *result,
                                                       GError **error);

/* Properties that notify: "connection" (DocketConnection as int), "syncing" (boolean), "n-loaded" and
 * "n-expected" (uint, during a sync; expected 0 = not known), "last-sync" (GDateTime, nullable). */
DocketConnection docket_workspace_get_connection (DocketWorkspace *self);
/* Whether a request can go out, as far as is known. */
gboolean docket_workspace_can_send (DocketWorkspace *self);
gboolean docket_workspace_get_syncing (DocketWorkspace *self);
guint docket_workspace_get_n_loaded (DocketWorkspace *self);
guint docket_workspace_get_n_expected (DocketWorkspace *self);
GDateTime *docket_workspace_get_last_sync (DocketWorkspace *self);
const GError *
docket_workspace_get_error (DocketWorkspace *self); /* why OFFLINE, FAILED or SIGNED_OUT; nullable */
gboolean docket_workspace_get_has_tasks (DocketWorkspace *self);  /* the cache holds at least one */
/* Property "busy-until" notifies: until when the server asks to wait, in unix seconds; 0 = it did not. What has many to
 * send begins none before. */
gint64 docket_workspace_get_busy_until (DocketWorkspace *self);
/* Signal "counts-changed". */
guint docket_workspace_get_count (DocketWorkspace *self, DocketView view); /* not of the history */

/* Lists everything again and corrects the cache: what is no longer there leaves it, too. A second call while one runs joins
 * it. Guests, groups, tags and processes come with it, where somebody wants them. */
void docket_workspace_refresh_async (DocketWorkspace *self, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_workspace_refresh_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);
/* Finds what is new and what has changed, with two requests where there is nothing. A pass over everything follows it,
 * slowly and behind, where that cannot be all, and once a day. Finish it with docket_workspace_refresh_finish(). */
void docket_workspace_look_async (DocketWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
void docket_workspace_look (DocketWorkspace *self);
/* A person asks for the truth: a look, and at once behind it a pass over everything, which they can see. What comes of it,
 * "connection" and the list say. Finish it with docket_workspace_refresh_finish(): the look has ended. */
void docket_workspace_renew_async (DocketWorkspace *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
void docket_workspace_renew (DocketWorkspace *self);

/* Property "passing" notifies: a pass over everything that somebody asked for is under way ("n-loaded", "n-expected"). It
 * can be paused (property "paused"), and stopped: the next one goes on where it was. */
gboolean docket_workspace_get_passing (DocketWorkspace *self);
gboolean docket_workspace_get_paused (DocketWorkspace *self);
void docket_workspace_set_paused (DocketWorkspace *self, gboolean paused);
void docket_workspace_stop_pass (DocketWorkspace *self);
/* In how many seconds it will have come to its end; -1 = that cannot be told */
gint64 docket_workspace_get_time_left (DocketWorkspace *self);

/* What is kept of a task with its fields and comments. Returns: (transfer full) (nullable): NULL without an
 * error where it was never fetched. */
void docket_workspace_load_task_async (DocketWorkspace *self, const char *task_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
TallyfyTask *docket_workspace_load_task_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* The same from the network; corrects the cache. Errors: TALLYFY_ERROR. Signal "task-fetched" (TallyfyTask): one came so,
 * whoever had asked for it. */
void docket_workspace_fetch_task_async (DocketWorkspace *self, const char *task_id, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
TallyfyTask *docket_workspace_fetch_task_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* Whether another task that is not archived (or, for an archived one, is) has the same title. */
void docket_workspace_has_namesake_async (DocketWorkspace *self, const char *task_id, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_workspace_has_namesake_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* Whether the cache knows the task, from a list or alone, and by then whether it is archived.
 * @task_id: (out) (transfer full): what was asked for */
void docket_workspace_find_task_async (DocketWorkspace *self, const char *task_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_workspace_find_task_finish (DocketWorkspace *self, GAsyncResult *result, char **task_id,
                                            gboolean *archived, GError **error);

/* Whether the person signed in is known to administrate the organization. Notified by "counts-changed". */
gboolean docket_workspace_is_administrator (DocketWorkspace *self);

/* From the first call on guests, groups and tags are read: in each pass over everything, and at once where none are kept
 * and one can be sent. They stay in the cache. */
void docket_workspace_follow_lists (DocketWorkspace *self);

/* The display name of a user (decimal ID), guest (e-mail) or group; NULL where it is not known.
 * (transfer none), valid until the main loop runs again. */
const char *docket_workspace_get_person_name (DocketWorkspace *self, const char *id);

/**
 * docket_workspace_remove_async:
 *
 * Archives, restores or permanently deletes one one-off task: journal first, then exactly one request (and once
 * more after a 429), then where its answer is no proof a look-up, then the cache is corrected. Not cancellable: it is
 * seen to its end. A permanent deletion is asked for with docket_workspace_delete_async().
 */
void docket_workspace_remove_async (DocketWorkspace *self, DocketRemovalKind kind, const char *task_id,
                                    GAsyncReadyCallback callback, gpointer user_data);

/* The same for a process with all its tasks: archives or restores it. Finish it with docket_workspace_remove_finish(). */
void docket_workspace_remove_process_async (DocketWorkspace *self, DocketRemovalKind kind,
                                            const char *process_id, GAsyncReadyCallback callback,
                                            gpointer user_data);

/* Deletes a process and all its tasks for ever. Must be called only from the dialog that named this very process and
 * showed @shown: where any of it is no longer so, nothing is sent. @keeps_copy: as with a task, of all of it. Finish it with
 * docket_workspace_remove_finish(). */
void docket_workspace_delete_process_async (DocketWorkspace *self, const char *process_id,
                                            DocketProcessContents *shown, gboolean keeps_copy,
                                            GAsyncReadyCallback callback, gpointer user_data);
/* A process with all its tasks from the network. Finish it with docket_process_contents_fetch_finish(). */
void docket_workspace_fetch_contents_async (DocketWorkspace *self, const char *process_id,
                                            GCancellable *cancellable, GAsyncReadyCallback callback,
                                            gpointer user_data);

/**
 * docket_workspace_delete_async:
 * @shown: (nullable): what the dialog showed; where the task is no longer so, nothing is sent: DOCKET_OUTCOME_CHANGED,
 *   and the cache has it as it is now. NULL: not compared
 * @keeps_copy: the whole task is fetched and written to the journal first; where that fails nothing is sent:
 *   DOCKET_OUTCOME_NO_COPY
 *
 * Deletes a one-off task for ever. Must be called only from the dialog that named this very task. Finish it with
 * docket_workspace_remove_finish().
 */
void docket_workspace_delete_async (DocketWorkspace *self, const char *task_id, const DocketShown *shown,
                                    gboolean keeps_copy, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full); fails only with G_IO_ERROR_PENDING when this task's removal is under way,
 * G_IO_ERROR_NOT_SUPPORTED for a process task, of which nothing is ever sent, or G_IO_ERROR_CANCELLED where the
 * workspace was closed before it was known how it ended: the next one that is opened finds out. */
DocketRemoval *docket_workspace_remove_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* What the view Tidy Up has: one-off tasks that were completed more than so many days ago, 30 unless said otherwise. */
void docket_workspace_set_tidy_days (DocketWorkspace *self, guint days);

/* Looks up again what was not confirmed. */
void docket_workspace_check_again_async (DocketWorkspace *self, DocketRemoval *removal, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
DocketRemoval *docket_workspace_check_again_finish (DocketWorkspace *self, GAsyncResult *result, GError **error);

/* For a workspace that was opened without a token. @token: (nullable): NULL where none could be had, for the
 * reason @error: it is SIGNED_OUT then. */
void docket_workspace_take_token (DocketWorkspace *self, const char *token, const GError *error);

/* After SIGNED_OUT: checks @token against the same server. @same_user FALSE: the token is another person's;
 * nothing changed here, and the caller opens that person's own workspace from @user_id and @user_name. */
void docket_workspace_sign_in_again_async (DocketWorkspace *self, const char *token, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_workspace_sign_in_again_finish (DocketWorkspace *self, GAsyncResult *result, gboolean *same_user,
                                                gint64 *user_id, char **user_name, GError **error);

G_END_DECLS
