/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "calls.h"

G_BEGIN_DECLS

/* The faces of the calls about processes: for the table in calls.c. */
void start_processes (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_process_tasks (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_archive_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_restore_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void start_delete_process (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_processes (TallyfyClient *client, GAsyncResult *result, GError **error);
gboolean finish_process (TallyfyClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
