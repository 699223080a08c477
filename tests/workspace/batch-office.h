/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "counting-server.h"
#include "room.h"
#include "workspace/docket-removal-batch.h"

G_BEGIN_DECLS

/* A workspace whose server has many tasks, and what is done with them together. */
typedef struct
{
  CountingServer *server;
  Room *room;
  DocketRemovalBatch *batch;
  guint n_tasks;
} BatchOffice;

/* It has listed them, and one task more that belongs to a process. */
BatchOffice *batch_office_new (guint n_tasks);
void batch_office_free (BatchOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BatchOffice, batch_office_free)
/* The first @n_tasks, as they are, with copies. */
void batch_office_start (BatchOffice *office, DocketRemovalKind kind, guint n_tasks);

/* Each runs the main loop until then: so many writes are held by the server; so many have ended; the batch is in it. */
void wait_for_held (BatchOffice *office, guint n);
void wait_for_ends (BatchOffice *office, guint n);
void wait_for_state (BatchOffice *office, DocketBatchState state);

G_END_DECLS
