/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-store.h"

G_BEGIN_DECLS

/**
 * practice_seed_open:
 * @n_tasks: 0 = the believable office of office.json, else so many made-up tasks for the same
 * people
 * @cancellable: (nullable): looked at now and then while tasks are made up
 *
 * Fills an empty store with an office as on its first day: days are counted from today, and hours are of the
 * local time zone. An office that is there already is kept, and woken if it slept for weeks.
 */
gboolean
practice_seed_open (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error);

/* Replaces everything in the store by an office as on its first day. */
gboolean
practice_seed_reset (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error);

G_END_DECLS
