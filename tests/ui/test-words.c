/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers
 *
 * Dates and counts in people's words. "Now" is Tuesday, 17 March 2026, 13:20, two hours east of
 * UTC. */
#include <glib.h>
#include <locale.h>
#include "ui/docket-words.h"

static GDateTime *
local (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 3600);

  return g_date_time_new (zone, year, month, day, hour, minute, 0);
}

/* As the workspace has it: in UTC. */
static GDateTime *
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) moment = local (year, month, day, hour, minute);

  return g_date_time_to_utc (moment);
}

static GDateTime *
get_now (void)
{
  return local (2026, 3, 17, 13, 20);
}

typedef char *(*Words) (GDateTime *moment, GDateTime *now);

static void
check (Words words, GDateTime *moment, const char *expected)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autofree char *got = words (moment, now);

  g_assert_cmpstr (got, ==, expected);
  g_clear_pointer (&moment, g_date_time_unref);
}

static void
test_deadline (void)
{
  check (docket_words_deadline, utc (2026, 3, 13, 17, 0), "4 days late");
  check (docket_words_deadline, utc (2026, 3, 15, 17, 0), "2 days late");
  check (docket_words_deadline, utc (2026, 3, 16, 23, 59), "Yesterday");
  check (docket_words_deadline, utc (2026, 3, 17, 12, 0), "Late since 12:00");
  check (docket_words_deadline, utc (2026, 3, 17, 17, 0), "Today, 17:00");
  check (docket_words_deadline, utc (2026, 3, 18, 0, 30), "Tomorrow, 00:30");
  check (docket_words_deadline, utc (2026, 3, 20, 17, 0), "Friday, 17:00");
  check (docket_words_deadline, utc (2026, 3, 24, 17, 0), "24 March");
  check (docket_words_deadline, utc (2027, 1, 4, 17, 0), "4 January 2027");
  check (docket_words_deadline, utc (2025, 3, 17, 17, 0), "365 days late");
  check (docket_words_deadline, NULL, "No deadline");
}

/* A day is the person's, not that of UTC. */
static void
test_zone (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  check (docket_words_deadline, g_date_time_new (zone, 2026, 3, 17, 22, 30, 0), "Tomorrow, 00:30");
}

static void
test_deadline_state (void)
{
  check (docket_words_deadline_state, utc (2026, 3, 13, 17, 0), "4 days late");
  check (docket_words_deadline_state, utc (2026, 3, 17, 15, 0), "Due at 15:00");
  check (docket_words_deadline_state, utc (2026, 3, 18, 15, 0), "Due tomorrow");
  check (docket_words_deadline_state, utc (2026, 3, 20, 15, 0), "Due on Friday");
  check (docket_words_deadline_state, utc (2026, 4, 2, 15, 0), "Due on 2 April");
}

static void
test_moments (void)
{
  check (docket_words_moment, utc (2026, 3, 13, 17, 0), "Friday, 13 March, 17:00");
  check (docket_words_moment, utc (2026, 3, 17, 12, 0), "Today, 12:00");
  check (docket_words_moment, utc (2027, 3, 17, 12, 0), "Wednesday, 17 March 2027, 12:00");
  check (docket_words_stamp, utc (2026, 3, 16, 16, 40), "Yesterday, 16:40");
  check (docket_words_stamp, utc (2026, 3, 6, 18, 5), "6 March, 18:05");
  check (docket_words_stamp, utc (2025, 3, 6, 18, 5), "6 March 2025, 18:05");
  check (docket_words_full, utc (2026, 3, 16, 16, 40), "Monday, 16 March 2026, 16:40");
  check (docket_words_clock, utc (2026, 3, 17, 9, 41), "09:41");
}

static void
test_archived (void)
{
  check (docket_words_archived, utc (2026, 3, 17, 9, 0), "Archived today");
  check (docket_words_archived, utc (2026, 3, 16, 9, 0), "Archived yesterday");
  check (docket_words_archived, utc (2026, 3, 11, 9, 0), "Archived on Wednesday");
  check (docket_words_archived, utc (2026, 3, 10, 9, 0), "Archived on 10 March");
  check (docket_words_archived, utc (2025, 2, 27, 9, 0), "Archived on 27 February 2025");
  check (docket_words_archived, NULL, "Archived");
  check (docket_words_completed, utc (2026, 3, 16, 9, 0), "Completed yesterday");
}

static void
test_late (void)
{
  g_autoptr (GDateTime) now = get_now ();
  g_autoptr (GDateTime) before = utc (2026, 3, 17, 13, 19);
  g_autoptr (GDateTime) after = utc (2026, 3, 17, 13, 21);

  g_assert_true (docket_words_is_late (before, now));
  g_assert_false (docket_words_is_late (after, now));
  g_assert_false (docket_words_is_late (NULL, now));
}

static void
check_people (const char *const *names, gboolean mine, const char *expected)
{
  g_autofree char *got = docket_words_people (names, mine, "Mara Lindqvist");

  g_assert_cmpstr (got, ==, expected);
}

static void
test_people (void)
{
  check_people ((const char *[]){ NULL }, FALSE, "Nobody");
  check_people ((const char *[]){ "Mara Lindqvist", NULL }, TRUE, "You");
  /* Somebody else of the same name is not "you". */
  check_people ((const char *[]){ "Mara Lindqvist", NULL }, FALSE, "Mara Lindqvist");
  check_people ((const char *[]){ "Mara Lindqvist", "Tomás Rivera", NULL }, TRUE,
                "Tomás Rivera and you");
  check_people ((const char *[]){ "A", "Mara Lindqvist", "<b>B & C</b> %s", NULL }, TRUE,
                "A, <b>B & C</b> %s and you");
}

static void
test_contents (void)
{
  g_autofree char *all = docket_words_contents (5, 3, 2);
  g_autofree char *one = docket_words_contents (1, 0, 1);
  g_autofree char *none = docket_words_contents (0, 0, 0);

  g_assert_cmpstr (all, ==, "its 5 form fields, 3 answers and 2 comments");
  g_assert_cmpstr (one, ==, "its 1 form field and 1 comment");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/deadline", test_deadline);
  g_test_add_func ("/words/zone", test_zone);
  g_test_add_func ("/words/deadline-state", test_deadline_state);
  g_test_add_func ("/words/moments", test_moments);
  g_test_add_func ("/words/archived", test_archived);
  g_test_add_func ("/words/late", test_late);
  g_test_add_func ("/words/people", test_people);
  g_test_add_func ("/words/contents", test_contents);
  return g_test_run ();
}
