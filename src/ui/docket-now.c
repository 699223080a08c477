/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-now.h"

GDateTime *
docket_now (void)
{
  static GTimeZone *zone;
  static gint64 since;
  const gint64 now = g_get_monotonic_time ();

  if (zone == NULL || now - since > G_USEC_PER_SEC)
    {
      g_clear_pointer (&zone, g_time_zone_unref);
      zone = g_time_zone_new_local ();
      since = now;
    }
  return g_date_time_new_now (zone);
}
