/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-days.h"

gint64
docket_days_start (GDateTime *now, int days)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
  g_autoptr (GDateTime) start
      = g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                         g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);

  return g_date_time_to_unix (start != NULL ? start : day);
}

DocketDays
docket_days_at (GDateTime *now)
{
  int weekday = g_date_time_get_day_of_week (now); /* 1 is Monday */

  return (DocketDays){
    .now = g_date_time_to_unix (now),
    .yesterday = docket_days_start (now, -1),
    .today = docket_days_start (now, 0),
    .tomorrow = docket_days_start (now, 1),
    .after_tomorrow = docket_days_start (now, 2),
    .week = docket_days_start (now, 1 - weekday),
    .next_week = docket_days_start (now, 8 - weekday),
    .after_next_week = docket_days_start (now, 15 - weekday),
  };
}
