/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The copies that were kept of deleted tasks and processes, by the entries of the history that they belong to. They lie in the
 * journal's file. Whatever is taken out of it leaves nothing of its text behind, in no file. */

/**
 * DocketCopy:
 * @entry: of the history
 * @kept_at: UTC
 * @task: as it was; tallyfy_task_get_json() is all that the server said of it; NULL for a process
 * @process: a process as it was, with all its tasks; NULL for a task
 * @json: as it was kept
 */
typedef struct
{
  gint64 entry;
  GDateTime *kept_at;
  TallyfyTask *task;
  DocketProcessContents *process;
  GBytes *json;
} DocketCopy;

void docket_copy_free (DocketCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketCopy, docket_copy_free)

/* Reads one. Errors: G_IO_ERROR_NOT_FOUND where there is none; TALLYFY_ERROR_MALFORMED. */
void docket_copies_load_async (DocketWorkspace *workspace, gint64 entry, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
DocketCopy *docket_copies_load_finish (DocketWorkspace *workspace, GAsyncResult *result,
                                       GError **error);

/**
 * DocketCopiesSum:
 * @n_copies: of this account
 * @n_bytes: their size
 * @n_older: of every account: those that docket_copies_expire_async() would remove
 * @n_entries: of this account's history, without what is under way
 */
typedef struct
{
  guint n_copies;
  guint64 n_bytes;
  guint n_older;
  guint n_entries;
} DocketCopiesSum;

/* @days: how old a copy may be; 0: as old as it is. Returns: (transfer full): free it with g_free() */
void docket_copies_sum_async (DocketWorkspace *workspace, guint days, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
DocketCopiesSum *docket_copies_sum_finish (DocketWorkspace *workspace, GAsyncResult *result,
                                           GError **error);

/* The copies that were kept more than @days days ago, of every account. 0: none */
void docket_copies_expire_async (DocketWorkspace *workspace, guint days, GAsyncReadyCallback callback,
                                 gpointer user_data);
/* All copies of this account. The history stays. */
void docket_copies_remove_all_async (DocketWorkspace *workspace, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* The history of this account with its copies. What is under way stays, here and above. */
void docket_copies_clear_history_async (DocketWorkspace *workspace, GAsyncReadyCallback callback,
                                        gpointer user_data);
/* For the three of them. Errors: G_IO_ERROR */
gboolean docket_copies_remove_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
