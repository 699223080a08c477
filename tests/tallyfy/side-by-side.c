/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "side-by-side.h"

Side *
sides_new (guint idle_timeout, guint total_timeout)
{
  Side *sides = g_new0 (Side, n_api_calls);

  for (guint i = 0; i < n_api_calls; i++)
    {
      sides[i].call = &api_calls[i];
      sides[i].fixture = fixture_new_with_timeouts (idle_timeout, total_timeout);
    }
  return sides;
}

void
sides_push (Side *sides, HostileAction action, const char *bytes)
{
  for (guint i = 0; i < n_api_calls; i++)
    hostile_server_push (sides[i].fixture->server, action, bytes);
}

void
sides_push_answer (Side *sides, guint status, const char *headers, const char *body)
{
  for (guint i = 0; i < n_api_calls; i++)
    hostile_server_push_answer (sides[i].fixture->server, status, headers, body);
}

void
sides_push_good (Side *sides)
{
  for (guint i = 0; i < n_api_calls; i++)
    push_good (sides[i].fixture, sides[i].call);
}

void
sides_start (Side *sides, GCancellable *cancellable)
{
  for (guint i = 0; i < n_api_calls; i++)
    sides[i].pending = pending_new (sides[i].fixture->client, sides[i].call, cancellable);
}

GError *
side_end (Side *side, guint n_requests)
{
  GError *error = pending_wait (side->pending);

  g_assert_cmpuint (hostile_server_get_n_requests (side->fixture->server), ==, n_requests);
  fixture_free (side->fixture);
  return error;
}
