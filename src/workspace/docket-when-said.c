/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-when-said.h"

#include "workspace/docket-when.h"

#define MONDAY 1
#define UNKNOWN DOCKET_WHEN_UNKNOWN

/* What somebody at work means by "at 3", who does not say which. */
#define EARLIEST_BARE_HOUR 7

#define NOON 12
/* From here on a part of the day is in its second half. */
#define AFTERNOON_HOUR 15

void
docket_when_said_init (DocketWhenSaid *self, GDateTime *now)
{
  *self = (DocketWhenSaid){
    .now = now,
    .year = UNKNOWN,
    .month = UNKNOWN,
    .day = UNKNOWN,
    .hour = UNKNOWN,
    .minute = UNKNOWN,
    .weekday = UNKNOWN,
    .days_ahead = UNKNOWN,
    .month_ahead = UNKNOWN,
    .seconds = UNKNOWN,
    .part_hour = UNKNOWN,
  };
}

gboolean
docket_when_said_once (int *field, int value)
{
  if (*field != UNKNOWN)
    return FALSE;
  *field = value;
  return TRUE;
}

gboolean
docket_when_said_time (DocketWhenSaid *self, int hour, int minute)
{
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59
      || !docket_when_said_once (&self->hour, hour))
    return FALSE;
  self->minute = minute;
  return TRUE;
}

gboolean
docket_when_said_half_day_time (DocketWhenSaid *self, int hour, int minute, int half)
{
  if (hour < 1 || hour > 12)
    return FALSE;
  self->half = TRUE;
  return docket_when_said_time (self, hour % NOON + half, minute);
}

/* @year, @month: UNKNOWN where they were not said */
gboolean
docket_when_said_date (DocketWhenSaid *self, int year, int month, int day)
{
  if (day < 1 || day > 31 || (year != UNKNOWN && self->year != UNKNOWN)
      || !docket_when_said_once (&self->day, day))
    return FALSE;
  self->month = month;
  if (year != UNKNOWN)
    self->year = year;
  return TRUE;
}

gboolean
docket_when_said_seconds (DocketWhenSaid *self, gint64 seconds)
{
  if (self->seconds != UNKNOWN)
    return FALSE;
  self->seconds = seconds;
  return TRUE;
}

static GDateTime *
make_date (const DocketWhenSaid *said, int year, int month, int day)
{
  return g_date_time_new (g_date_time_get_timezone (said->now), year, month, day, 0, 0, 0);
}

/* The next such day of any month, or the one of the month that was said. */
static GDateTime *
find_day_of_month (const DocketWhenSaid *said, GDateTime *midnight)
{
  const int ahead = said->month_ahead != UNKNOWN ? said->month_ahead : 0;

  for (int i = ahead; i < ahead + 3; i++)
    {
      g_autoptr (GDateTime) start
          = make_date (said, g_date_time_get_year (midnight), g_date_time_get_month (midnight), 1);
      g_autoptr (GDateTime) month = g_date_time_add_months (start, i);
      g_autoptr (GDateTime) day = month != NULL
                                      ? make_date (said, g_date_time_get_year (month),
                                                   g_date_time_get_month (month), said->day)
                                      : NULL;

      if (said->month_ahead != UNKNOWN || (day != NULL && g_date_time_compare (day, midnight) >= 0))
        return g_steal_pointer (&day);
    }
  return NULL;
}

static GDateTime *
find_date (const DocketWhenSaid *said, GDateTime *midnight)
{
  g_autoptr (GDateTime) day = NULL;

  if (said->month == UNKNOWN)
    return said->year == UNKNOWN ? find_day_of_month (said, midnight) : NULL;
  day = make_date (said, said->year != UNKNOWN ? said->year : g_date_time_get_year (midnight),
                   said->month, said->day);
  if (day != NULL && said->year == UNKNOWN && g_date_time_compare (day, midnight) < 0)
    return g_date_time_add_years (day, 1);
  return g_steal_pointer (&day);
}

static GDateTime *
find_weekday (const DocketWhenSaid *said, GDateTime *midnight)
{
  const int today = g_date_time_get_day_of_week (midnight);
  const int weekday = said->weekday != UNKNOWN ? said->weekday : MONDAY;

  return g_date_time_add_days (midnight,
                               said->next_week ? 7 - today + weekday : (weekday - today + 7) % 7);
}

/* Midnight of the day that was meant; NULL where two things were said that do not go together.
 * (transfer full) (nullable) */
static GDateTime *
find_day (const DocketWhenSaid *said)
{
  g_autoptr (GDateTime) midnight
      = make_date (said, g_date_time_get_year (said->now), g_date_time_get_month (said->now),
                   g_date_time_get_day_of_month (said->now));
  g_autoptr (GDateTime) day = NULL;
  const gboolean in_month = said->month_ahead != UNKNOWN && said->month == UNKNOWN;
  const int n_said = (said->days_ahead != UNKNOWN) + (said->month_ahead != UNKNOWN)
                     + (said->day != UNKNOWN && !in_month) + said->next_week;

  if (n_said > 1 || (said->year != UNKNOWN && said->day == UNKNOWN))
    return NULL;
  if (said->days_ahead != UNKNOWN)
    day = g_date_time_add_days (midnight, said->days_ahead);
  else if (said->day != UNKNOWN)
    day = find_date (said, midnight);
  else if (said->month_ahead != UNKNOWN)
    day = g_date_time_add_months (midnight, said->month_ahead);
  else if (said->weekday != UNKNOWN || said->next_week)
    day = find_weekday (said, midnight);
  else
    day = g_date_time_ref (midnight);
  if (day != NULL && said->weekday != UNKNOWN && g_date_time_get_day_of_week (day) != said->weekday)
    return NULL;
  return g_steal_pointer (&day);
}

GDateTime *
docket_when_said_at_time (GDateTime *day, int hour, int minute)
{
  return g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day), hour,
                          minute, 0);
}

/* @hour: UNKNOWN where no time was said. Returns: FALSE where the hour is none of that part of the
 * day ("12 in the evening", "17:00 in the morning") */
static gboolean
find_hour (const DocketWhenSaid *said, int *hour)
{
  const gboolean late = said->part_hour >= AFTERNOON_HOUR;

  *hour = said->hour != UNKNOWN ? said->hour : said->part_hour;
  if (said->hour == UNKNOWN)
    return TRUE;
  if (said->part_hour != UNKNOWN && !late)
    return said->hour < NOON;
  if (said->hour == NOON)
    return said->part_hour <= AFTERNOON_HOUR;
  if (late && said->hour < NOON)
    {
      *hour += NOON;
      return said->hour > 0 && !said->half;
    }
  if (said->bare && said->hour > 0 && said->hour < EARLIEST_BARE_HOUR)
    *hour += NOON;
  return TRUE;
}

/* What was said only halfway is the next time that it comes round. */
GDateTime *
docket_when_said_find (const DocketWhenSaid *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) found = NULL;
  int hour;
  const gboolean no_day = self->month_ahead == UNKNOWN && self->days_ahead == UNKNOWN
                          && self->weekday == UNKNOWN && self->day == UNKNOWN && !self->next_week;

  if (!find_hour (self, &hour) || self->next)
    return NULL;
  if (self->seconds != UNKNOWN)
    return no_day && hour == UNKNOWN ? g_date_time_add_seconds (self->now, (double)self->seconds)
                                     : NULL;
  if (no_day && hour == UNKNOWN)
    return NULL;
  day = find_day (self);
  if (day == NULL)
    return NULL;
  found = docket_when_said_at_time (day, hour != UNKNOWN ? hour : DOCKET_WHEN_HOUR,
                                    self->hour != UNKNOWN ? self->minute : 0);
  if (found == NULL || g_date_time_compare (found, self->now) > 0)
    return g_steal_pointer (&found);
  if (no_day)
    return g_date_time_add_days (found, 1);
  if (self->weekday != UNKNOWN && self->days_ahead == UNKNOWN && self->day == UNKNOWN
      && self->month_ahead == UNKNOWN && !self->next_week)
    return g_date_time_add_days (found, 7);
  return g_steal_pointer (&found);
}
