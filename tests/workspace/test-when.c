/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Deadlines as people type them. */
#include <locale.h>
#include <string.h>

#include "workspace/docket-when-numbers.h"
#include "workspace/docket-when.h"

/* A Wednesday. */
#define NOW "2026-03-18T10:30:00"

typedef struct
{
  const char *text;
  const char *expected; /* NULL = not understood */
} Pair;

static const Pair pairs[] = {
  { "today", "2026-03-18 17:00" },
  { "Tomorrow", "2026-03-19 17:00" },
  { "tomorrow 5 pm", "2026-03-19 17:00" },
  { "tomorrow, 9am", "2026-03-19 09:00" },
  { "9:15 tomorrow", "2026-03-19 09:15" },
  { "noon", "2026-03-18 12:00" },
  { "9 am", "2026-03-19 09:00" },
  { "11:00", "2026-03-18 11:00" },
  { "at 8", "2026-03-19 08:00" },
  { "12 am", "2026-03-19 00:00" },
  { "friday", "2026-03-20 17:00" },
  { "Fri at 5:30pm", "2026-03-20 17:30" },
  { "monday", "2026-03-23 17:00" },
  { "wednesday", "2026-03-18 17:00" },
  { "wednesday 9:00", "2026-03-25 09:00" },
  { "next friday", "2026-03-27 17:00" },
  { "next wed 8h", "2026-03-25 08:00" },
  { "next week", "2026-03-23 17:00" },
  { "friday next week", "2026-03-27 17:00" },
  { "next month", "2026-04-18 17:00" },
  { "in 3 days", "2026-03-21 17:00" },
  { "3 days", "2026-03-21 17:00" },
  { "in 2 weeks at 10", "2026-04-01 10:00" },
  { "in 1 month", "2026-04-18 17:00" },
  { "in 2 hours", "2026-03-18 12:30" },
  { "in 90 minutes", "2026-03-18 12:00" },
  { "20 march", "2026-03-20 17:00" },
  { "march 20 8:00", "2026-03-20 08:00" },
  { "1 Jan", "2027-01-01 17:00" },
  { "1 january 2028", "2028-01-01 17:00" },
  { "2026-12-01", "2026-12-01 17:00" },
  { "2026-12-01 14:05", "2026-12-01 14:05" },
  { "1.12.", "2026-12-01 17:00" },
  { "1.2.", "2027-02-01 17:00" },
  { "1.12.2027 7h45", "2027-12-01 07:45" },
  { "4/5", "2026-04-05 17:00" },
  { "2025-01-01", "2025-01-01 17:00" },
  { "today 8:00", "2026-03-18 08:00" },
  { "tomorrow at 3", "2026-03-19 15:00" },
  { "tomorrow at 7", "2026-03-19 07:00" },
  { "tomorrow afternoon", "2026-03-19 15:00" },
  { "tomorrow morning", "2026-03-19 09:00" },
  { "tomorrow at 3 in the afternoon", "2026-03-19 15:00" },
  { "friday at 6 in the morning", "2026-03-20 06:00" },
  { "8 in the evening", NULL },
  { "8:30 this evening", "2026-03-18 20:30" },
  { "in the afternoon", "2026-03-18 15:00" },
  { "tonight", "2026-03-18 19:00" },
  { "this friday 5pm", "2026-03-20 17:00" },
  { "on monday", "2026-03-23 17:00" },
  { "tomorrow morning evening", NULL },
  { "on", NULL },
  { "in the", NULL },
  { "", NULL },
  { "   ", NULL },
  { "soon", NULL },
  { "next", NULL },
  { "tomorrow maybe", NULL },
  { "31 february", NULL },
  { "25:00", NULL },
  { "13 pm", NULL },
  { "5", NULL },
  { "in", NULL },
  { "in 3", NULL },
  { "friday monday", NULL },
  { "9:00 10:00", NULL },
  { "99999999999999999999 days", NULL },
  { "in 9999 months", "2859-06-18 17:00" },
  { "-3 days", NULL },
  { "the day after tomorrow", "2026-03-20 17:00" },
  { "in a week at 10", "2026-03-25 10:00" },
  { "in a month", "2026-04-18 17:00" },
  { "in an hour", "2026-03-18 11:30" },
  { "in 2 h", "2026-03-18 12:30" },
  { "2 h", "2026-03-18 14:00" },
  { "next week friday 9:00", "2026-03-27 09:00" },
  { "friday next", "2026-03-27 17:00" },
  { "the 20th", "2026-03-20 17:00" },
  { "the 1st", "2026-04-01 17:00" },
  { "next month on the 3rd", "2026-04-03 17:00" },
  { "march 20th, 2027", "2027-03-20 17:00" },
  { "20th of march", "2026-03-20 17:00" },
  { "friday, 20 march", "2026-03-20 17:00" },
  { "thursday, 20 march", NULL },
  { "tomorrow thursday", "2026-03-19 17:00" },
  { "tomorrow friday", NULL },
  { "next week tomorrow", NULL },
  { "2026/12/1", "2026-12-01 17:00" },
  { "5 o’clock", "2026-03-18 17:00" },
  { "5.30 p.m.", "2026-03-18 17:30" },
  { "5.30", NULL },
  { "tomorrow\u3000\uff11\uff17\uff1a\uff13\uff10", "2026-03-19 17:30" },
  { "at 12 in the evening", NULL },
  { "in the morning at 17", NULL },
  { "5 am this evening", NULL },
  { "3 days ago", NULL },
  { "at 5:30", "2026-03-19 05:30" },
  { "2027 march", NULL },
  { "march", NULL },
  { "ju", NULL },
  { "1 ju", NULL },
};

static void
test_words (gconstpointer data)
{
  const Pair *pair = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, zone);
  g_autoptr (GDateTime) when = docket_when_parse (pair->text, now);
  g_autofree char *got = when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M") : NULL;

  g_assert_cmpstr (got, ==, pair->expected);
}

/* In spring a night has an hour less: a time that is not there is no reason to give up. */
static void
test_clock_change (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-03-28T12:00:00", zone);
  g_autoptr (GDateTime) gap = docket_when_parse ("tomorrow 2:30", now);
  g_autoptr (GDateTime) after = docket_when_parse ("tomorrow 5 pm", now);
  g_autofree char *text = g_date_time_format_iso8601 (after);

  g_assert_nonnull (gap);
  g_assert_cmpstr (text, ==, "2026-03-29T17:00:00+02");
}

static void
test_working_day (void)
{
  static const Pair days[] = {
    { "2026-03-18T10:30:00", "2026-03-19 17:00" },
    { "2026-03-20T23:30:00", "2026-03-23 17:00" },
    { "2026-03-21T10:30:00", "2026-03-23 17:00" },
    { "2026-03-22T10:30:00", "2026-03-23 17:00" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (days[i].text, zone);
      g_autoptr (GDateTime) next = docket_when_next_working_day (now);
      g_autofree char *got = g_date_time_format (next, "%Y-%m-%d %H:%M");

      g_assert_cmpstr (got, ==, days[i].expected);
    }
}

static void
test_order_of_dates (void)
{
  static const struct
  {
    const char *format;
    gboolean month_first;
  } formats[] = {
    { "%m/%d/%Y", TRUE },    { "%D", TRUE },       { "%b %-d, %Y", TRUE }, { "%Y年%m月%d日", TRUE },
    { "%Y-%m-%d", TRUE },    { "%F", TRUE },       { "%d.%m.%Y", FALSE },  { "%d/%m/%y", FALSE },
    { "%-d.%-m.%Y", FALSE }, { "%Od/%Om", FALSE }, { "%e. %B %Y", FALSE }, { "%x", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_cmpint (docket_when_numbers_is_month_first (formats[i].format), ==,
                     formats[i].month_first);
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/when/words/%u-%s", i, pairs[i].text);

      g_strdelimit (path + strlen ("/when/words/"), "/", '-');
      g_test_add_data_func (path, &pairs[i], test_words);
    }
  g_test_add_func ("/when/clock-change", test_clock_change);
  g_test_add_func ("/when/order-of-dates", test_order_of_dates);
  g_test_add_func ("/when/working-day", test_working_day);
  return g_test_run ();
}
