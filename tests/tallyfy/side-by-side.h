/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "calls.h"

G_BEGIN_DECLS

/* One call of the API with a server and a client of its own. Calls that have to wait for something wait for it
 * side by side. */
typedef struct
{
  const ApiCall *call;
  Fixture *fixture;
  Pending *pending;
} Side;

/* One for each of api_calls, to be freed with g_free() once each has ended; the timeouts as in
 * fixture_new_with_timeouts(). */
Side *sides_new (guint idle_timeout, guint total_timeout);
/* Scripts the same for each server. */
void sides_push (Side *sides, HostileAction action, const char *bytes);
void sides_push_answer (Side *sides, guint status, const char *headers, const char *body);
/* Scripts the answer of a success for each server. */
void sides_push_good (Side *sides);
void sides_start (Side *sides, GCancellable *cancellable);
/* Waits for the end of the call, whose server must have got that many requests. Returns: (transfer full)
 * (nullable): its error */
GError *side_end (Side *side, guint n_requests);

G_END_DECLS
