/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-days.h"

static gint64
start_of_day (GDateTime *now, int days)
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
    .yesterday = start_of_day (now, -1),
    .today = start_of_day (now, 0),
    .tomorrow = start_of_day (now, 1),
    .after_tomorrow = start_of_day (now, 2),
    .week = start_of_day (now, 1 - weekday),
    .next_week = start_of_day (now, 8 - weekday),
    .after_next_week = start_of_day (now, 15 - weekday),
  };
}
