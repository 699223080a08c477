/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-answer.h"
#include "tallyfy/tallyfy-transport.h"

G_BEGIN_DECLS

/* For the files of this folder: one request, and its answer or the reason why there is none. */

/**
 * TallyfyRequest:
 * @method: "GET", "POST", "PUT", "DELETE"
 * @uri: from tallyfy_transport_uri()
 * @body: (nullable): JSON
 * @is_write: sent once, on a connection of its own
 * @deadline: monotonic time in microseconds
 * @haste: whether it waits for its turn
 */
typedef struct
{
  const char *method;
  char *uri;
  GBytes *body;
  gboolean is_write;
  gint64 deadline;
  TallyfyHaste haste;
} TallyfyRequest;

/**
 * tallyfy_attempt_async:
 * @request: must stay until the callback
 *
 * Sends @request. An answer whose status line came is no error here, even where its body did not come whole.
 *
 * Errors: TALLYFY_ERROR_OFFLINE, TLS, TIMED_OUT, CONNECTION_LOST, NOT_JSON (no HTTP), and for a write that
 * had gone out UNKNOWN_OUTCOME; G_IO_ERROR_CANCELLED.
 */
void tallyfy_attempt_async (TallyfyTransport *transport, const TallyfyRequest *request,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
TallyfyAnswer *tallyfy_attempt_finish (GAsyncResult *result, GError **error);

G_END_DECLS
