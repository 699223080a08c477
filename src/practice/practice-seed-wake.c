/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-seed-private.h"

/* The local hour stays what it is, across a change to summer time too. */
#define MOVED(column) "strftime ('%Y-%m-%dT%H:%M:%SZ', " column ", 'localtime', ?1, 'utc')"
#define NO_LATER_THAN_NOW(column)                                                                  \
  column " = min (" MOVED (column) ", strftime ('%Y-%m-%dT%H:%M:%SZ', 'now'))"

static const char *const statements[] = {
  "UPDATE tasks SET deadline = " MOVED ("deadline") ", " NO_LATER_THAN_NOW (
      "started_at") ", " NO_LATER_THAN_NOW ("created_at") ", " NO_LATER_THAN_NOW ("last_updated") ", " NO_LATER_THAN_NOW ("completed_at") ", " NO_LATER_THAN_NOW ("archived_at"),
  "UPDATE comments SET " NO_LATER_THAN_NOW ("created_at") ", " NO_LATER_THAN_NOW ("updated_at"),
  "UPDATE runs SET due_date = " MOVED ("due_date") ", " NO_LATER_THAN_NOW (
      "created_at") ", " NO_LATER_THAN_NOW ("last_updated") ", " NO_LATER_THAN_NOW ("archived_at"),
  "UPDATE about SET value = date (value, ?1) WHERE key = 'day'",
};

void
practice_seed_wake (PracticeStore *store)
{
  const gint64 weeks
      = practice_store_number (store,
                               "SELECT CAST ((julianday ('now', 'localtime', 'start of day')"
                               " - julianday (value)) / 7 AS INTEGER) FROM about WHERE key = 'day'",
                               "");
  g_autofree char *days = g_strdup_printf ("%+" G_GINT64_FORMAT " days", weeks * 7);

  if (weeks <= 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    practice_store_run (store, statements[i], "s", days);
}
