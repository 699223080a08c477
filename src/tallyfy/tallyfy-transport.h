/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <libsoup/soup.h>

#include "tallyfy/tallyfy-pace.h"

G_BEGIN_DECLS

/* For the files of this folder: where requests go, with which token, and over which sessions. Nothing in it
 * changes after its making, so a worker thread may read it; but for repeats_writes and the pace, which are the main loop's. */
#define TALLYFY_TYPE_TRANSPORT (tallyfy_transport_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyTransport, tallyfy_transport, TALLYFY, TRANSPORT, GObject)

/* @idle_timeout and @total_timeout are milliseconds. */
TallyfyTransport *tallyfy_transport_new (const char *address, const char *token,
                                         GTlsDatabase *tls_database, guint idle_timeout,
                                         guint total_timeout, const char *user_agent, TallyfyPace *pace);

const char *tallyfy_transport_get_address (TallyfyTransport *self);
const char *tallyfy_transport_get_token (TallyfyTransport *self);
/* Whether the address says that the server is on this computer. */
gboolean tallyfy_transport_is_loopback (TallyfyTransport *self);
/* Writes have a session of their own: no read delays them. */
SoupSession *tallyfy_transport_get_session (TallyfyTransport *self, gboolean is_write);
/* The monotonic time, in microseconds, at which a call that begins now must have ended. */
gint64 tallyfy_transport_get_deadline (TallyfyTransport *self);

/* (transfer none) */
TallyfyPace *tallyfy_transport_get_pace (TallyfyTransport *self);

/* Whether a write is sent a second time after a 429. TRUE unless it was set. */
void tallyfy_transport_set_repeats_writes (TallyfyTransport *self, gboolean repeats_writes);
gboolean tallyfy_transport_get_repeats_writes (TallyfyTransport *self);

/* TALLYFY_ERROR_BAD_ADDRESS or TALLYFY_ERROR_BAD_TOKEN where nothing can be sent. */
gboolean tallyfy_transport_check (TallyfyTransport *self, GError **error);

/* The only way into the log: redacted, and only where somebody asked for debug messages. */
void tallyfy_transport_log (TallyfyTransport *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * tallyfy_transport_uri:
 * @query: (nullable): encoded, without "?"
 * @...: segments of the path, percent-encoded here; NULL at the end
 *
 * Returns: (transfer full) (nullable): the address of a call; TALLYFY_ERROR_MALFORMED for an ID that cannot
 *   be a segment ("", "." and "..")
 */
char *tallyfy_transport_uri (TallyfyTransport *self, const char *query, GError **error,
                             ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
