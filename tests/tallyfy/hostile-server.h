/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A scripted server on a raw socket of 127.0.0.1, each connection in a thread of its own. It answers requests in the
 * order in which they arrive with the bytes it was given, honest or not, and keeps every request byte for byte. */
typedef struct _HostileServer HostileServer;

/**
 * HostileAction:
 * @HOSTILE_ANSWER: sends the bytes and keeps the connection
 * @HOSTILE_ANSWER_AND_CLOSE: sends the bytes and closes
 * @HOSTILE_CLOSE_EARLY: closes a new connection before it reads anything
 * @HOSTILE_STALL: sends the bytes, and then nothing until the server is released or freed
 * @HOSTILE_HOLD: sends the bytes when the server is released, and keeps the connection
 * @HOSTILE_DRIBBLE: sends the bytes, and then a space now and then for as long as somebody listens
 */
typedef enum
{
  HOSTILE_ANSWER,
  HOSTILE_ANSWER_AND_CLOSE,
  HOSTILE_CLOSE_EARLY,
  HOSTILE_STALL,
  HOSTILE_HOLD,
  HOSTILE_DRIBBLE,
} HostileAction;

HostileServer *hostile_server_new (void);
/* Waits for its threads. */
void hostile_server_free (HostileServer *self);
/* "http://127.0.0.1:PORT" */
const char *hostile_server_get_address (HostileServer *self);
guint hostile_server_get_port (HostileServer *self);

/* What to do with the next request that has nothing to be done with yet. A request beyond the script gets a 599. */
void hostile_server_push (HostileServer *self, HostileAction action, const char *bytes);
/* Bytes among which may be NUL. */
void hostile_server_push_bytes (HostileServer *self, HostileAction action, const char *bytes,
                                gsize length);
/* A whole answer with Content-Length; @headers are whole lines ending in \r\n, or "". */
void hostile_server_push_answer (HostileServer *self, guint status, const char *headers,
                                 const char *body);
/* Ends every stall. */
void hostile_server_release (HostileServer *self);

guint hostile_server_get_n_requests (HostileServer *self);
guint hostile_server_get_n_connections (HostileServer *self);
/* Head and body, (transfer full). */
char *hostile_server_get_request (HostileServer *self, guint index);

G_END_DECLS
