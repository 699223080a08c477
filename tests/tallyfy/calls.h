/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "hostile-server.h"
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* Has what percent-encoding and JSON change. */
#define TEST_TOKEN "sec/ret+Token=="
#define TEST_ORG "org1"
#define TEST_TASK "task1"

/* Each of the client's calls behind one face, so that a test can go through all of them. */
typedef struct
{
  const char *name;
  const char *method;
  const char *path; /* with TEST_ORG and TEST_TASK, and with the query */
  const char *good; /* the body of an answer that is a success, NULL = 204 */
  gboolean is_write;
  void (*start) (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data);
  gboolean (*finish) (TallyfyClient *client, GAsyncResult *result, GError **error);
  const char *body; /* that is sent; NULL = none */
} ApiCall;

extern const ApiCall api_calls[];
extern const guint n_api_calls;
const ApiCall *api_call_by_name (const char *name);

/* A server and a client of it. */
typedef struct
{
  HostileServer *server;
  TallyfyClient *client;
} Fixture;

/* To be called first in main(): makes every log message that has the token in it fatal. */
void guard_log (void);
/* The main loop runs from the one to the other until a line of the client's log has @text in it. */
void expect_log (const char *text);
void wait_for_log (void);

Fixture *fixture_new (void);
/* Without answers for longer than these the client gives up; 0 = as by default. */
Fixture *fixture_new_with_timeouts (guint idle_timeout, guint total_timeout);
/* Asserts that the client and all that it holds went. */
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* A call under way. */
typedef struct
{
  const ApiCall *call;
  TallyfyClient *client;
  gboolean is_done;
  GError *error;
} Pending;

Pending *pending_new (TallyfyClient *client, const ApiCall *call, GCancellable *cancellable);
/* Runs the main loop until it is done. Returns: (transfer full) (nullable): its error */
GError *pending_wait (Pending *pending);

/* Both at once. */
GError *run_call (TallyfyClient *client, const ApiCall *call, GCancellable *cancellable);
/* Runs the main loop until that many requests arrived. */
void wait_for_requests (HostileServer *server, guint n);
/* Runs the main loop until that many connections were accepted. */
void wait_for_connections (HostileServer *server, guint n);
/* Scripts the answer of a success. */
void push_good (Fixture *fixture, const ApiCall *call);
/* Asserts the kind of an error, and that no part of it has the token in it. */
void assert_kind (const ApiCall *call, const GError *error, TallyfyError kind);

G_END_DECLS
