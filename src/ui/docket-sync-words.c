/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sync-words.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)

char *
docket_sync_words_time_left (gint64 seconds)
{
  const guint n_minutes = (guint)((seconds + MINUTE / 2) / MINUTE);
  const guint n_hours = (guint)((seconds + HOUR / 2) / HOUR);

  if (seconds < 0)
    return g_strdup ("");
  if (n_minutes == 0)
    return g_strdup (_ ("less than a minute left"));
  if (seconds < HOUR + HOUR / 2)
    /* Translators: how long it will take until all tasks are there */
    return g_strdup_printf (ngettext ("about %u minute left", "about %u minutes left", n_minutes),
                            n_minutes);
  /* Translators: how long it will take until all tasks are there */
  return g_strdup_printf (ngettext ("about %u hour left", "about %u hours left", n_hours), n_hours);
}
