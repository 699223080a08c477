/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-server.h"
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* A practice server in this process, and a client of it. */
typedef struct
{
  PracticeServer *server;
  TallyfyClient *client;
  const char *organization;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* A GAsyncReadyCallback whose data is the address of a result, and the main loop until that is there. */
void done_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *wait_for (GAsyncResult **result);

/* The task of this title, with all that belongs to it. */
TallyfyTask *find_task (Fixture *fixture, const char *title);

G_END_DECLS
