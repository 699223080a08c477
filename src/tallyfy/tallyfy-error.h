/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TALLYFY_ERROR:
 *
 * What can come of a call to a Tallyfy server. Cancellation is not one of these: it is
 * %G_IO_ERROR_CANCELLED.
 */
#define TALLYFY_ERROR (tallyfy_error_quark ())
GQuark tallyfy_error_quark (void);

/**
 * TallyfyError:
 * @TALLYFY_ERROR_SIGNED_OUT: 401
 * @TALLYFY_ERROR_FORBIDDEN: 403
 * @TALLYFY_ERROR_NOT_FOUND: 404 with code RESOURCE_NOT_FOUND, or with another JSON body
 * @TALLYFY_ERROR_WRONG_ADDRESS: 404 with code ENDPOINT_NOT_FOUND, or a 404 that is not JSON: no
 *   Tallyfy server at this address
 * @TALLYFY_ERROR_REFUSED: 400, 409 and any other 4xx
 * @TALLYFY_ERROR_INVALID: 422; see tallyfy_error_get_fields()
 * @TALLYFY_ERROR_TOO_MANY_REQUESTS: 429; see tallyfy_error_get_retry_after()
 * @TALLYFY_ERROR_SERVER: 5xx
 * @TALLYFY_ERROR_NOT_JSON: a success whose body is not JSON (a proxy's page), or a redirect, which is
 *   never followed
 * @TALLYFY_ERROR_MALFORMED: JSON that has not the documented shape, is cut off, nested too deep or too
 *   large
 * @TALLYFY_ERROR_OFFLINE: the name was not resolved, no connection was made, or a proxy refused one: nothing
 *   was sent
 * @TALLYFY_ERROR_TLS: the server's certificate or protocol was refused: nothing was sent
 * @TALLYFY_ERROR_TIMED_OUT: no answer in time, to a read (for a write see UNKNOWN_OUTCOME)
 * @TALLYFY_ERROR_CONNECTION_LOST: the connection broke in the middle of a read
 * @TALLYFY_ERROR_UNKNOWN_OUTCOME: a write was sent, and no proof came that it was done or refused
 * @TALLYFY_ERROR_BAD_ADDRESS: the address itself is not acceptable (see tallyfy_address_normalize())
 * @TALLYFY_ERROR_BAD_TOKEN: the token has characters no HTTP header can carry
 */
typedef enum
{
  TALLYFY_ERROR_SIGNED_OUT,
  TALLYFY_ERROR_FORBIDDEN,
  TALLYFY_ERROR_NOT_FOUND,
  TALLYFY_ERROR_WRONG_ADDRESS,
  TALLYFY_ERROR_REFUSED,
  TALLYFY_ERROR_INVALID,
  TALLYFY_ERROR_TOO_MANY_REQUESTS,
  TALLYFY_ERROR_SERVER,
  TALLYFY_ERROR_NOT_JSON,
  TALLYFY_ERROR_MALFORMED,
  TALLYFY_ERROR_OFFLINE,
  TALLYFY_ERROR_TLS,
  TALLYFY_ERROR_TIMED_OUT,
  TALLYFY_ERROR_CONNECTION_LOST,
  TALLYFY_ERROR_UNKNOWN_OUTCOME,
  TALLYFY_ERROR_BAD_ADDRESS,
  TALLYFY_ERROR_BAD_TOKEN,
} TallyfyError;

/* What a TALLYFY_ERROR carries beside its message (an extended error: g_error_copy() keeps it). Each of
 * these returns the empty value for an error of another domain, or for NULL. */
guint tallyfy_error_get_status (const GError *error);                /* HTTP status, 0 = no answer */
const char *tallyfy_error_get_sentence (const GError *error);        /* the server's own words, or NULL */
const char *tallyfy_error_get_code (const GError *error);            /* "RESOURCE_NOT_FOUND" …, or NULL */
const char *tallyfy_error_get_request_id (const GError *error);      /* X-Request-Id, or NULL */
gint64 tallyfy_error_get_retry_after (const GError *error);          /* seconds to wait, 0 = not said */
const char *const *tallyfy_error_get_fields (const GError *error);   /* names of 422's fields, or NULL */
const char *tallyfy_error_get_field_sentence (const GError *error, const char *field);

G_END_DECLS
