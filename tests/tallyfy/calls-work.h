/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "calls.h"

G_BEGIN_DECLS

/* The faces of the calls by which one works on a task: for the table in calls.c. */
void start_update (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_update_in_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_update (TallyfyClient *client, GAsyncResult *result, GError **error);
void start_complete (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_reject (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_reopen (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_reopen_in_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_comment (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_edit_comment (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_delete_comment (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_clone (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_remind (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_problem (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_resolve (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_problem (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_resolve (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_complete (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_reopen (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_comment (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_edit_comment (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_clone (TallyfyClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
