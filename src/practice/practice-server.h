/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An independent implementation of the API over HTTP on loopback, with its own SQLite file. It runs
 * in a thread with a main context of its own and shares no code with the client. */
#define PRACTICE_TYPE_SERVER (practice_server_get_type ())
G_DECLARE_FINAL_TYPE (PracticeServer, practice_server, PRACTICE, SERVER, GObject)

/**
 * practice_server_new:
 * @data_file: (nullable): SQLite file, made (0600) and filled when missing; NULL = in memory
 * @token: (nullable): NULL = a random one
 * @port: 0 = a free one
 * @n_tasks: how many tasks a new file gets; 0 = the believable office of about 60
 */
PracticeServer *
practice_server_new (const char *data_file, const char *token, guint16 port, guint n_tasks);

/* Appends one line of JSON for each request to @file (made 0600): method, path with query, headers
 * without the token, whether it matched, the body, and the status of the answer. For tests from
 * outside; before the start. */
void practice_server_set_log (PracticeServer *self, const char *file);

/* Returns once it listens. Errors: G_IO_ERROR, with a sentence (port taken, file not writable). */
void practice_server_start_async (PracticeServer *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean practice_server_start_finish (PracticeServer *self, GAsyncResult *result, GError **error);

/* Everything as on the first day. */
void practice_server_reset_async (PracticeServer *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean practice_server_reset_finish (PracticeServer *self, GAsyncResult *result, GError **error);

/* Stops listening and joins the thread; dropping the last reference does the same. */
void practice_server_stop (PracticeServer *self);

/* After a start. */
const char *practice_server_get_address (PracticeServer *self); /* "http://127.0.0.1:PORT" */
const char *practice_server_get_token (PracticeServer *self);
const char *practice_server_get_organization_id (PracticeServer *self);
const char *practice_server_get_organization_name (PracticeServer *self);
gint64 practice_server_get_user_id (PracticeServer *self);
const char *practice_server_get_user_name (PracticeServer *self);

G_END_DECLS
