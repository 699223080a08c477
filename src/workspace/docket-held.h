/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The objects of the list that somebody holds, by their entry (docket-task-query.h). The table itself
 * keeps none alive. Private to the model. */
GHashTable *docket_held_new (void);
/* (transfer full) (nullable) */
gpointer docket_held_find (GHashTable *held, gint64 entry);
/* The entry of the task with this ID, if somebody holds it, or 0. */
gint64 docket_held_find_task (GHashTable *held, const char *task_id);
void docket_held_add (GHashTable *held, gint64 entry, gpointer object);
/* The rows whose objects somebody holds; forgets the entries of the others. (transfer full) */
GArray *docket_held_collect_rows (GHashTable *held);

G_END_DECLS
