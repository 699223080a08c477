/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-task.h"
#include "workspace/docket-database.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* The tasks of one account as they were last heard of: $XDG_CACHE_HOME/docket/NAME.db. A file that
 * may be thrown away at any time. Signal "changed": rows are not as they were; emitted in the main
 * context, once for many changes that come together. Signal "foreseen": what a person has done is
 * about to be kept, with the task's ID and whether it is complete; once it was kept again, with
 * DOCKET_CACHE_AS_IT_IS.
 *
 * Every answer of the server is older than the moment it arrives. docket_cache_begin() marks the
 * moment a question goes out; an answer stored with that mark does not overwrite what was changed
 * here since. */
#define DOCKET_TYPE_CACHE (docket_cache_get_type ())
G_DECLARE_FINAL_TYPE (DocketCache, docket_cache, DOCKET, CACHE, GObject)

#define DOCKET_CACHE_AS_IT_IS (-1)

/* @file_name: from docket_account_dup_file_name(). @user_id: whose tasks are "mine". */
void docket_cache_open_async (const char *file_name,
                              gint64 user_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DocketCache *docket_cache_open_finish (GAsyncResult *result, GError **error);
/* For jobs of the model. (transfer none) */
DocketDatabase *docket_cache_get_database (DocketCache *self);
/* Removes the file of a cache that is not open, in a worker thread's time. Blocks: call it in a
 * thread. */
void docket_cache_remove_files (const char *file_name);

/* The mark for the questions that go out from here on. */
gint64 docket_cache_begin (DocketCache *self);

/* @tasks: (element-type TallyfyTask): a page of a list. One transaction, and nothing is written of what is as it was. */
void docket_cache_store_page_async (DocketCache *self,
                                    GPtrArray *tasks,
                                    gint64 mark,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* One task with its fields and comments, whose JSON is kept for docket_cache_load_task_async(). */
void docket_cache_store_task_async (DocketCache *self,
                                    TallyfyTask *task,
                                    gint64 mark,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* While pages come one after another "changed" comes only so often. @interval: in milliseconds, 0 = at once */
void docket_cache_set_interval (DocketCache *self, guint interval);
/* The same while there are many changes one after another, for somebody else. */
void docket_cache_set_many_changes (DocketCache *self, guint interval);
/* What a removal did. @archived_at: unix seconds, 0 = not archived. */
void docket_cache_set_archived_async (DocketCache *self,
                                      const char *task_id,
                                      gint64 archived_at,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
/* What a person did, before the server has confirmed it, and again where it did not. Lists show it before this returns.
 * @completed_at: unix seconds, 0 = not known. */
void docket_cache_set_completed_async (DocketCache *self, const char *task_id, gboolean completed,
                                       gint64 completed_at, GAsyncReadyCallback callback,
                                       gpointer user_data);
void docket_cache_drop_task_async (DocketCache *self,
                                   const char *task_id,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* @users: (element-type TallyfyUser) */
void docket_cache_store_users_async (DocketCache *self,
                                     GPtrArray *users,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/* @seconds: unix time of the last look at the server. No row changes by it. */
void docket_cache_set_last_sync_async (DocketCache *self,
                                       gint64 seconds,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* For each of the above. */
gboolean docket_cache_change_finish (DocketCache *self, GAsyncResult *result, GError **error);
/* Whether there was anything new in the page. FALSE without an error where there was not. */
gboolean docket_cache_store_page_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* What docket_cache_store_task_async() kept. Returns: (transfer full) (nullable): NULL without an
 * error where it kept nothing. */
void docket_cache_load_task_async (DocketCache *self,
                                   const char *task_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TallyfyTask *
docket_cache_load_task_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* What is known of a task without its details. */
typedef struct
{
  char *title;
  gboolean one_off;
  gboolean archived;
  gboolean completed;
  gint64 completed_at; /* unix seconds, 0 = not known */
  char *process_id;    /* nullable */
  gboolean
      has_namesake; /* another task has the same title, and is archived or not as this one is */
} DocketCacheSummary;

void docket_cache_summary_free (DocketCacheSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketCacheSummary, docket_cache_summary_free)

/* Returns: (transfer full) (nullable): NULL without an error where the task is not known. */
void docket_cache_summarize_async (DocketCache *self,
                                   const char *task_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
DocketCacheSummary *
docket_cache_summarize_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* The tasks that are known with this title, but for accents and case. Returns: (transfer full): their IDs; NULL with @error */
void docket_cache_list_namesakes_async (DocketCache *self, const char *title, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GStrv docket_cache_list_namesakes_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* What the window asks for at once and often. */
typedef struct
{
  guint counts[DOCKET_N_VIEWS];
  guint n_processes;  /* that are not archived */
  gboolean administrator; /* the person signed in is known to be one */
  gint64 last_sync;   /* unix seconds, 0 = never */
  GHashTable *people; /* user ID as a decimal string to name */
  GPtrArray *contacts; /* of DocketContact: guests and groups, by name */
  GPtrArray *tags;     /* of DocketTag, by title */
} DocketCacheOverview;

void docket_cache_overview_free (DocketCacheOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketCacheOverview, docket_cache_overview_free)

/* All of it but the counts, which take their time; of them, DOCKET_VIEW_ALL has 1 where there is any task. */
void docket_cache_outline_async (DocketCache *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* What rows are asked for does not wait for it. */
void docket_cache_overview_async (DocketCache *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/* Of both. */
DocketCacheOverview *
docket_cache_overview_finish (DocketCache *self, GAsyncResult *result, GError **error);

/* The SQL condition that selects the tasks of @view. @now: in the time zone whose days count. @tidy_days:
 * docket_cache_get_tidy_days(). (transfer full) */
char *docket_cache_condition (DocketView view, GDateTime *now, guint tidy_days);
/* Tidy Up has what was completed more than so many days ago; 30 unless said otherwise. Emits "changed". */
void docket_cache_set_tidy_days (DocketCache *self, guint days);
guint docket_cache_get_tidy_days (DocketCache *self);
/* Rows are in other views than before, because time has passed: emits "changed". */
void docket_cache_note_time (DocketCache *self);

G_END_DECLS
