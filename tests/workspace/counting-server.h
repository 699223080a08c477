/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A server in the test's own main loop that has n tasks, "t0", "t1" and so on, and counts the writes that it has under
 * way. It does what it is asked for at once, or when the test lets it. */
typedef struct _CountingServer CountingServer;

CountingServer *counting_server_new (guint n_tasks);
void counting_server_free (CountingServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CountingServer, counting_server_free)
char *counting_server_dup_address (CountingServer *self);

/* Keeps every write that comes from now on until counting_server_release(); FALSE lets go of them all. */
void counting_server_hold (CountingServer *self, gboolean hold);
/* Answers those that are kept. */
void counting_server_release (CountingServer *self);
/* Writes to the task "t@index", or where it is negative to every task, are answered like this. 0 = done. */
void counting_server_refuse (CountingServer *self, int index, guint status);
/* "t@index" belongs to a process. */
void counting_server_set_process_task (CountingServer *self, guint index);
/* "t@index" gets another title. */
void counting_server_rename (CountingServer *self, guint index);

/* More members of "t@index", in a list and alone: JSON with a comma before each, in place of those from before. */
void counting_server_add_members (CountingServer *self, guint index, const char *list, const char *item);

/* How many writes arrived, how many are kept, and how many were under way together at most. */
guint counting_server_get_n_writes (CountingServer *self);
guint counting_server_get_n_held (CountingServer *self);
guint counting_server_get_most (CountingServer *self);
/* How often this was received, such as "DELETE t3". */
guint counting_server_count (CountingServer *self, const char *method, guint index);

G_END_DECLS
