/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * TallyfyAnswer:
 * @status: HTTP status
 * @body: what came of the body, never NULL
 * @cut: why the body did not come whole; NULL = it did
 * @request_id: (nullable): X-Request-Id
 * @retry_after: seconds to wait, -1 = not said
 * @rate_limit: X-RateLimit-Limit, how many requests are allowed in a minute; -1 = not said
 * @rate_remaining: X-RateLimit-Remaining, how many of them are left; -1 = not said
 *
 * For the files of this folder: an answer whose status line came. What it means is found out in a worker
 * thread, by the functions below.
 */
typedef struct
{
  guint status;
  GBytes *body;
  GError *cut;
  char *request_id;
  gint64 retry_after;
  gint64 rate_limit;
  gint64 rate_remaining;
} TallyfyAnswer;

/* @cut is taken. */
TallyfyAnswer *tallyfy_answer_new (SoupMessage *message, GBytes *body, GError *cut);
void tallyfy_answer_free (TallyfyAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TallyfyAnswer, tallyfy_answer_free)

/**
 * tallyfy_answer_read:
 *
 * Returns: (transfer full) (nullable): the JSON of a read that succeeded; else the error that the status,
 *   a body that is not JSON, or a body that is not whole stands for
 */
JsonNode *tallyfy_answer_read (TallyfyAnswer *answer, const char *token, GError **error);

/**
 * tallyfy_answer_to_write_error:
 *
 * Returns: (transfer full): for a write without proof: the plain refusal that a 4xx is, else
 *   TALLYFY_ERROR_UNKNOWN_OUTCOME
 */
GError *tallyfy_answer_to_write_error (TallyfyAnswer *answer, const char *token);

G_END_DECLS
