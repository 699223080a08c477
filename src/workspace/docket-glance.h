/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-account.h"
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* A look at the tasks that are kept of an account, without opening its workspace: for the desktop's search. It asks no server
 * and no keyring, and writes nothing. Where nothing is kept, or it was kept by another version, there is nothing. */

/* Stands at the end of what was found where there is more: no ID of a task. */
#define DOCKET_GLANCE_MORE "more"

/**
 * docket_glance_find_async:
 * @account: (nullable): NULL: the one that was open last; where there is none, nothing is found
 * @text: as it can be typed to search (docket-search.h); where nothing is looked for, nothing is found
 * @among: (nullable): what was found before: only of that, in its order; all of it where DOCKET_GLANCE_MORE is in it
 *
 * Finds tasks that are not archived: first what is to be done, one's own and what is due soonest before others.
 */
void docket_glance_find_async (DocketAccount *account, const char *text, const char *const *among,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): IDs, the last may be DOCKET_GLANCE_MORE */
GStrv docket_glance_find_finish (GAsyncResult *result, GError **error);

/* What is known of these tasks, without those that are not known. @account: as above */
void docket_glance_describe_async (DocketAccount *account, const char *const *task_ids, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type DocketTask) */
GPtrArray *docket_glance_describe_finish (GAsyncResult *result, GError **error);

G_END_DECLS
