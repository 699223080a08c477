/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-error.h"

G_BEGIN_DECLS

/* For the files of this folder: how errors are made. */

/**
 * TallyfyErrorDetails:
 * @status: HTTP status, 0 = no answer
 * @retry_after: seconds to wait, 0 = not said
 * @fields: (element-type utf8 utf8) (nullable): sentences by field name, for a 422
 *
 * What an answer said beside its status. All of it must have been redacted.
 */
typedef struct
{
  guint status;
  char *sentence;
  char *code;
  char *request_id;
  gint64 retry_after;
  GHashTable *fields;
} TallyfyErrorDetails;

void tallyfy_error_details_clear (TallyfyErrorDetails *details);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TallyfyErrorDetails, tallyfy_error_details_clear)

/**
 * tallyfy_error_new:
 * @details: (nullable): copied
 *
 * Returns: (transfer full): an error of the domain that carries @details
 */
GError *tallyfy_error_new (TallyfyError code, const char *message,
                           const TallyfyErrorDetails *details);

/**
 * tallyfy_redact:
 * @text: (nullable): anything that a person or a log may see
 * @token: the access token
 *
 * The one function that takes the token out of a text, whether it stands there as it is or with some of its
 * characters percent-encoded or escaped as in JSON. Every log line and every error of this folder passes it.
 *
 * Returns: (transfer full) (nullable): valid UTF-8; NULL for NULL
 */
char *tallyfy_redact (const char *text, const char *token);

/* Replaces the message of @error, of whatever domain, by its redacted form. */
void tallyfy_redact_error (GError *error, const char *token);

G_END_DECLS
