/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-answer.h"
#include "tallyfy/tallyfy-transport.h"

G_BEGIN_DECLS

/* For the files of this folder: a call from the request to the value that a public function returns. */

/**
 * TallyfyReader:
 * @root: the answer's JSON
 * @json: the bytes it was read from
 * @page: what tallyfy_call_read_async() was given
 *
 * Runs in a worker thread. Returns: (transfer full) (nullable): the value
 */
typedef gpointer (*TallyfyReader) (JsonNode *root, GBytes *json, guint page, GError **error);

/**
 * tallyfy_call_read_async:
 * @uri: (transfer full): from tallyfy_transport_uri()
 * @deadline: from tallyfy_transport_get_deadline(), or TALLYFY_PATIENT
 * @free_value: how a value is freed that nobody takes
 *
 * Reads @uri; the error is any of TALLYFY_ERROR but UNKNOWN_OUTCOME, or G_IO_ERROR_CANCELLED.
 */
void tallyfy_call_read_async (TallyfyTransport *transport, char *uri, gint64 deadline,
                              TallyfyReader reader, guint page, GDestroyNotify free_value,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gpointer tallyfy_call_read_finish (GAsyncResult *result, GError **error);

/**
 * TallyfyProof:
 * @task_id: the task that was to be changed
 *
 * Runs in a worker thread. Returns: whether @answer, whose status is a success, proves that it was done
 */
typedef gboolean (*TallyfyProof) (TallyfyAnswer *answer, const char *task_id);

/* @uri is taken. @body: (nullable): JSON */
void tallyfy_call_write_async (TallyfyTransport *transport, const char *method, char *uri,
                               GBytes *body, TallyfyProof proof, const char *task_id, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_call_write_finish (GAsyncResult *result, GError **error);

/**
 * TallyfyTaker:
 * @root: the JSON of @answer, whose status is a success
 * @task_id: (nullable): the task that was to be changed
 *
 * Runs in a worker thread. Returns: (transfer full) (nullable): the object that proves that it was done
 */
typedef gpointer (*TallyfyTaker) (TallyfyAnswer *answer, JsonNode *root, const char *task_id);

/* A write whose answer is a GObject. @uri is taken. */
void tallyfy_call_send_async (TallyfyTransport *transport, const char *method, char *uri, GBytes *body,
                              TallyfyTaker taker, const char *task_id, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gpointer tallyfy_call_send_finish (GAsyncResult *result, GError **error);

G_END_DECLS
