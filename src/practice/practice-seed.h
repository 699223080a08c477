/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-store.h"

G_BEGIN_DECLS

/* Whether an office stands in the store. */
gboolean practice_seed_is_there (PracticeStore *store);

/**
 * practice_seed:
 * @n_tasks: 0 = the believable office of office.json, else so many made-up tasks for the same
 * people
 * @cancellable: (nullable): looked at now and then while tasks are made up
 *
 * Replaces everything in the store by an office as on its first day, in one transaction. Days are
 * counted from today, and hours are of the local time zone.
 */
gboolean
practice_seed (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error);

G_END_DECLS
