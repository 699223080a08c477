/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>
#include "practice/practice-store.h"

G_BEGIN_DECLS

/* An office that is being written into a store. */
typedef struct
{
  PracticeStore *store;
  JsonObject *office; /* of office.json */
  GDateTime *today;   /* midnight, local time */
  GHashTable *runs;   /* key of office.json -> ID */
  GHashTable *tags;   /* title -> ID */
  GHashTable *users;  /* key -> ID, GINT_TO_POINTER */
} PracticeSeed;

/* The ID of the thing number @number of its @kind: the same in each office. */
char *practice_seed_id (const char *kind, gint64 number);

/* The time @days from today, @minutes after midnight. With @working_day a Saturday or Sunday
 * becomes the working day before (in the past) or after; but yesterday, today and tomorrow stay
 * what they are. */
char *practice_seed_time (PracticeSeed *seed, gint64 days, gint64 minutes, gboolean working_day);

/* Moves every date of an office that slept for weeks by whole weeks, so that what was due this week
 * is due this week again, on the same weekday and hour. Nothing that has happened moves past now. */
void practice_seed_wake (PracticeStore *store);

/* Writes @n_tasks made-up tasks. FALSE = cancelled. */
gboolean practice_seed_bulk (PracticeSeed *seed, guint n_tasks, GCancellable *cancellable);

G_END_DECLS
