/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-attempt.h"

G_BEGIN_DECLS

/* In the place of a deadline: a read that waits for its turn (tallyfy-pace.h), however long that takes, and comes back to
 * it where the server refuses it with a 429. */
#define TALLYFY_PATIENT 0

/**
 * tallyfy_retry_async:
 * @request: (transfer full): see tallyfy_request_new()
 *
 * For the files of this folder: sends a read up to three times, as long as the server answers 429 or 502 to
 * 504; a write up to twice, and again only after a 429, which says that it was not admitted. Waits as long as
 * Retry-After says, else longer each time; not at all where that would be more than half a minute or
 * beyond the deadline: the last answer is handed on then. Errors as in tallyfy_attempt_async().
 */
void tallyfy_retry_async (TallyfyTransport *transport, TallyfyRequest *request,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);
TallyfyAnswer *tallyfy_retry_finish (GAsyncResult *result, GError **error);

/* @uri is taken. @body: (nullable). @is_write: the method does not say it, since Tallyfy has a GET that does something. */
TallyfyRequest *tallyfy_request_new (const char *method, char *uri, GBytes *body, gboolean is_write,
                                     gint64 deadline);
void tallyfy_request_free (TallyfyRequest *request);

G_END_DECLS
