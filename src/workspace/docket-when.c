/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-when.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#define MONDAY 1
#define FRIDAY 5
#define UNKNOWN -1

/* What somebody at work means by "at 3", who does not say which. */
#define EARLIEST_BARE_HOUR 7

/* The hours that "in the morning" and its like stand for. */
#define MORNING_HOUR 9
#define AFTERNOON_HOUR 15
#define EVENING_HOUR 19

/* What was said, word by word; UNKNOWN where nothing was. */
typedef struct
{
  GDateTime *now;
  int year, month, day;
  int hour, minute;
  int weekday;     /* 1 = Monday */
  int days_ahead;  /* from today */
  int month_ahead; /* from today */
  gint64 seconds;  /* from now */
  int part_hour;   /* of the part of the day */
  gboolean bare;   /* the hour was said without am or pm */
  gboolean next;   /* the word was there, and what it belongs to was not yet */
  gboolean next_week;
} Said;

/* One of these words of @alternatives, which are separated by "|": the program's language may have
 * several. */
static gboolean
is_word (const char *word, const char *english, const char *alternatives)
{
  g_auto (GStrv) words = g_strsplit (alternatives, "|", -1);

  if (g_str_equal (word, english))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (words[i]), -1);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

/* Whether @word is the item, in full or cut to three letters or more. */
static gboolean
is_name (const char *word, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  const glong length = g_utf8_strlen (word, -1);

  return g_str_equal (word, folded)
         || (length >= 3 && g_utf8_strlen (folded, -1) > length && g_str_has_prefix (folded, word));
}

static int
find_name (
    const char *word, const char *const *english, nl_item first, nl_item first_short, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_name (word, english[i]) || is_name (word, nl_langinfo (first + (nl_item)i))
        || is_name (word, nl_langinfo (first_short + (nl_item)i)))
      return (int)i + 1;
  return UNKNOWN;
}

static int
find_weekday (const char *word)
{
  static const char *const english[]
      = { "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" };
  const int found = find_name (word, english, DAY_1, ABDAY_1, G_N_ELEMENTS (english));

  if (found == UNKNOWN)
    return UNKNOWN;
  return found == 1 ? 7 : found - 1;
}

static int
find_month (const char *word)
{
  static const char *const english[]
      = { "january", "february", "march",     "april",   "may",      "june",
          "july",    "august",   "september", "october", "november", "december" };

  return find_name (word, english, MON_1, ABMON_1, G_N_ELEMENTS (english));
}

static gboolean
set_time (Said *said, int hour, int minute)
{
  if (said->hour != UNKNOWN || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  said->hour = hour;
  said->minute = minute;
  return TRUE;
}

static gboolean
set_half_day_time (Said *said, int hour, int minute, char half)
{
  if (hour < 1 || hour > 12)
    return FALSE;
  return set_time (said, hour % 12 + (half == 'p' ? 12 : 0), minute);
}

/* "17:30", "5pm", "5:30pm", "17h", "17h30". */
static gboolean
take_time (Said *said, const char *word)
{
  int hour, minute, end = 0;
  char half[2];

  if (sscanf (word, "%2d:%2d%n", &hour, &minute, &end) == 2 && word[end] == '\0')
    return set_time (said, hour, minute);
  if (sscanf (word, "%2dh%2d%n", &hour, &minute, &end) == 2 && word[end] == '\0')
    return set_time (said, hour, minute);
  end = 0;
  if (sscanf (word, "%2d%*1[h]%n", &hour, &end) == 1 && end > 0 && word[end] == '\0')
    return set_time (said, hour, 0);
  end = 0;
  if (sscanf (word, "%2d:%2d%1[ap]%*1[m]%n", &hour, &minute, half, &end) == 3 && end > 0
      && word[end] == '\0')
    return set_half_day_time (said, hour, minute, *half);
  end = 0;
  if (sscanf (word, "%2d%1[ap]%*1[m]%n", &hour, half, &end) == 2 && end > 0 && word[end] == '\0')
    return set_half_day_time (said, hour, 0, *half);
  return FALSE;
}

static gboolean
set_date (Said *said, int year, int month, int day)
{
  if (said->day != UNKNOWN || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  said->year = year != UNKNOWN && year < 100 ? 2000 + year : year;
  said->month = month;
  said->day = day;
  return TRUE;
}

/* "2026-12-01", "1.12.2026", "1.12.", "12/1" in the order of the language. */
static gboolean
take_date (Said *said, const char *word)
{
  const gboolean month_first = g_str_has_prefix (nl_langinfo (D_FMT), "%m");
  int a, b, c, end = 0;

  if (sscanf (word, "%4d-%2d-%2d%n", &a, &b, &c, &end) == 3 && word[end] == '\0' && a >= 1000)
    return set_date (said, a, b, c);
  if (sscanf (word, "%2d.%2d.%4d%n", &a, &b, &c, &end) == 3 && word[end] == '\0')
    return set_date (said, c, b, a);
  end = 0;
  if (sscanf (word, "%2d.%2d%n", &a, &b, &end) == 2
      && (word[end] == '\0' || g_str_equal (word + end, ".")))
    return set_date (said, UNKNOWN, b, a);
  if (sscanf (word, "%2d/%2d/%4d%n", &a, &b, &c, &end) == 3 && word[end] == '\0')
    return month_first ? set_date (said, c, a, b) : set_date (said, c, b, a);
  end = 0;
  if (sscanf (word, "%2d/%2d%n", &a, &b, &end) == 2 && word[end] == '\0')
    return month_first ? set_date (said, UNKNOWN, a, b) : set_date (said, UNKNOWN, b, a);
  return FALSE;
}

static gboolean
take_part_of_day (Said *said, const char *word)
{
  int hour;

  /* Translators: words for a deadline, as people type them; several are separated by "|" */
  if (is_word (word, "morning", C_ ("typed date", "morning")))
    hour = MORNING_HOUR;
  else if (is_word (word, "afternoon", C_ ("typed date", "afternoon")))
    hour = AFTERNOON_HOUR;
  else if (is_word (word, "evening", C_ ("typed date", "evening")))
    hour = EVENING_HOUR;
  else if (is_word (word, "tonight", C_ ("typed date", "tonight")) && said->days_ahead == UNKNOWN)
    {
      said->days_ahead = 0;
      hour = EVENING_HOUR;
    }
  else
    return FALSE;
  if (said->part_hour != UNKNOWN)
    return FALSE;
  said->part_hour = hour;
  return TRUE;
}

/* "this friday", "in the afternoon", "on monday": says nothing of its own, but not at the end. */
static gboolean
is_filler (const char *word, const char *next)
{
  return next != NULL
         && (is_word (word, "this", C_ ("typed date", "this"))
             || is_word (word, "the", C_ ("typed date", "the"))
             || is_word (word, "on", C_ ("typed date", "on")));
}

static gboolean
take_day_word (Said *said, const char *word)
{
  /* Translators: words for a deadline, as people type them; several are separated by "|" */
  if (is_word (word, "today", C_ ("typed date", "today")))
    said->days_ahead = 0;
  else if (is_word (word, "tomorrow", C_ ("typed date", "tomorrow")))
    said->days_ahead = 1;
  else if (is_word (word, "noon", C_ ("typed date", "noon")))
    return set_time (said, 12, 0);
  else if (is_word (word, "next", C_ ("typed date", "next")))
    said->next = TRUE;
  else if (said->next && is_word (word, "week", C_ ("typed date", "week")))
    {
      said->next_week = TRUE;
      if (said->weekday == UNKNOWN)
        said->weekday = MONDAY;
      said->next = FALSE;
    }
  else if (said->next && is_word (word, "month", C_ ("typed date", "month")))
    {
      said->month_ahead = 1;
      said->next = FALSE;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_named_day (Said *said, const char *word)
{
  const int weekday = find_weekday (word);

  if (weekday == UNKNOWN || said->weekday != UNKNOWN)
    return FALSE;
  said->weekday = weekday;
  said->next_week = said->next;
  said->next = FALSE;
  return TRUE;
}

static gboolean
is_number (const char *word, int *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (word, 10, 0, 9999, &value, NULL))
    return FALSE;
  *number = (int)value;
  return TRUE;
}

/* What a number is about stands behind it: "3 days", "5 pm", "15 march". */
static gboolean
take_number (Said *said, int number, const char *unit)
{
  if (unit == NULL)
    return FALSE;
  if (g_str_equal (unit, "am") || g_str_equal (unit, "pm"))
    return set_half_day_time (said, number, 0, *unit);
  if (is_word (unit, "day", C_ ("typed date", "day|days")) || g_str_equal (unit, "days"))
    said->days_ahead = number;
  else if (is_word (unit, "week", C_ ("typed date", "week|weeks")) || g_str_equal (unit, "weeks"))
    said->days_ahead = 7 * number;
  else if (is_word (unit, "month", C_ ("typed date", "month|months"))
           || g_str_equal (unit, "months"))
    said->month_ahead = number;
  else if (is_word (unit, "hour", C_ ("typed date", "hour|hours")) || g_str_equal (unit, "hours"))
    said->seconds = (gint64)number * 3600;
  else if (is_word (unit, "minute", C_ ("typed date", "minute|minutes"))
           || g_str_equal (unit, "minutes"))
    said->seconds = (gint64)number * 60;
  else
    return find_month (unit) != UNKNOWN && set_date (said, UNKNOWN, find_month (unit), number);
  return TRUE;
}

/* How many of the @words were understood from the first on; 0 = not that one. */
static guint
take (Said *said, char **words)
{
  int number;

  if (is_number (words[0], &number))
    {
      if (take_number (said, number, words[1]))
        return 2;
      /* The year behind a day and its month. */
      if (said->day != UNKNOWN && said->year == UNKNOWN && number >= 1000)
        {
          said->year = number;
          return 1;
        }
      return 0;
    }
  if (is_word (words[0], "in", C_ ("typed date", "in")))
    return words[1] != NULL && (is_number (words[1], &number) || is_filler (words[1], words[2]))
               ? 1
               : 0;
  if (is_word (words[0], "at", C_ ("typed date", "at")))
    {
      if (words[1] != NULL && is_number (words[1], &number)
          && (words[2] == NULL || (!g_str_equal (words[2], "am") && !g_str_equal (words[2], "pm"))))
        {
          said->bare = TRUE;
          return set_time (said, number, 0) ? 2 : 0;
        }
      return words[1] != NULL ? 1 : 0;
    }
  if (words[1] != NULL && find_month (words[0]) != UNKNOWN && is_number (words[1], &number))
    return set_date (said, UNKNOWN, find_month (words[0]), number) ? 2 : 0;
  if (is_filler (words[0], words[1]))
    return 1;
  return take_part_of_day (said, words[0]) || take_day_word (said, words[0])
         || take_named_day (said, words[0]) || take_time (said, words[0])
         || take_date (said, words[0]);
}

/* Midnight of the day that was meant. (transfer full) (nullable) */
static GDateTime *
find_day (const Said *said)
{
  const int year = g_date_time_get_year (said->now);
  const int today = g_date_time_get_day_of_week (said->now);
  g_autoptr (GDateTime) midnight
      = g_date_time_new (g_date_time_get_timezone (said->now), year,
                         g_date_time_get_month (said->now),
                         g_date_time_get_day_of_month (said->now), 0, 0, 0);
  g_autoptr (GDateTime) day = NULL;
  int ahead;

  if (said->month_ahead != UNKNOWN)
    return g_date_time_add_months (midnight, said->month_ahead);
  if (said->days_ahead != UNKNOWN)
    return g_date_time_add_days (midnight, said->days_ahead);
  if (said->weekday != UNKNOWN)
    {
      ahead = said->next_week ? 7 - today + said->weekday : (said->weekday - today + 7) % 7;
      return g_date_time_add_days (midnight, ahead);
    }
  if (said->day == UNKNOWN)
    return g_steal_pointer (&midnight);
  day = g_date_time_new (g_date_time_get_timezone (said->now),
                         said->year != UNKNOWN ? said->year : year, said->month, said->day, 0, 0,
                         0);
  if (day != NULL && said->year == UNKNOWN && g_date_time_compare (day, midnight) < 0)
    return g_date_time_add_years (day, 1);
  return g_steal_pointer (&day);
}

static GDateTime *
at_time (GDateTime *day, int hour, int minute)
{
  return g_date_time_new (g_date_time_get_timezone (day), g_date_time_get_year (day),
                          g_date_time_get_month (day), g_date_time_get_day_of_month (day), hour,
                          minute, 0);
}

/* Hours; UNKNOWN where no time was said. */
static int
find_hour (const Said *said)
{
  if (said->hour == UNKNOWN)
    return said->part_hour;
  if (said->hour == 0 || said->hour >= 12)
    return said->hour;
  if (said->part_hour >= AFTERNOON_HOUR)
    return said->hour + 12;
  if (said->bare && said->part_hour == UNKNOWN && said->hour < EARLIEST_BARE_HOUR)
    return said->hour + 12;
  return said->hour;
}

/* What was said only halfway is the next time that it comes round. */
static GDateTime *
make_time (const Said *said)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) found = NULL;
  const int hour = find_hour (said);
  const gboolean no_day = said->month_ahead == UNKNOWN && said->days_ahead == UNKNOWN
                          && said->weekday == UNKNOWN && said->day == UNKNOWN;

  if (said->seconds != UNKNOWN)
    return no_day && hour == UNKNOWN ? g_date_time_add_seconds (said->now, (double)said->seconds)
                                     : NULL;
  if (said->next || (no_day && hour == UNKNOWN))
    return NULL;
  day = find_day (said);
  if (day == NULL)
    return NULL;
  found = at_time (day, hour != UNKNOWN ? hour : DOCKET_WHEN_HOUR,
                   said->hour != UNKNOWN ? said->minute : 0);
  if (found == NULL || g_date_time_compare (found, said->now) > 0)
    return g_steal_pointer (&found);
  if (no_day)
    return g_date_time_add_days (found, 1);
  if (said->weekday != UNKNOWN && !said->next_week)
    return g_date_time_add_days (found, 7);
  return g_steal_pointer (&found);
}

GDateTime *
docket_when_parse (const char *text, GDateTime *now)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) split = g_strsplit_set (folded, " \t,", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  Said said = { now,     UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN,
                UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, FALSE,   FALSE,   FALSE };

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_ptr_array_add (words, split[i]);
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  for (guint i = 0; i + 1 < words->len;)
    {
      const guint n_taken = take (&said, (char **)words->pdata + i);

      if (n_taken == 0)
        return NULL;
      i += n_taken;
    }
  return make_time (&said);
}

GDateTime *
docket_when_next_working_day (GDateTime *now)
{
  const int today = g_date_time_get_day_of_week (now);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, today < FRIDAY ? 1 : MONDAY + 7 - today);

  return at_time (day, DOCKET_WHEN_HOUR, 0);
}
