/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is said of form fields and their answers. */
#include "ui/docket-answer-words.h"

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static char *
describe (const char *moment, int hours)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (hours * 3600);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 3, 17, 9, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (moment, NULL);

  return docket_answer_words_date (date, now);
}

/* A day alone is the same day everywhere; a moment is told by the clock of where one is. */
static void
test_date (void)
{
  assert_words (describe ("2026-03-20T00:00:00Z", -8), "Friday, 20 March");
  assert_words (describe ("2026-03-20T00:00:00Z", 9), "Friday, 20 March");
  assert_words (describe ("2026-03-20T11:00:00Z", 1), "Friday, 20 March");
  assert_words (describe ("2026-03-20T14:30:00Z", 1), "Friday, 20 March, 15:30");
  assert_words (describe ("2027-01-01T00:00:00Z", 0), "Friday, 1 January 2027");
}

static void
test_choice (void)
{
  assert_words (docket_answer_words_choice ("Oak & <ash>"), "Oak & <ash>");
  assert_words (docket_answer_words_choice ("Oak\n1"), "Oak");
  assert_words (docket_answer_words_choice ("\nNo choice any more"), "No choice any more");
}

static void
test_missing (void)
{
  assert_words (docket_answer_words_missing (1, 0, FALSE, FALSE),
                "A required answer is missing. Nothing was sent.");
  assert_words (docket_answer_words_missing (2, 0, FALSE, FALSE),
                "Two required answers are missing. Nothing was sent.");
  assert_words (docket_answer_words_missing (12, 0, FALSE, TRUE),
                "12 required answers are missing. Tallyfy left the task open.");
  assert_words (docket_answer_words_missing (1, 0, TRUE, FALSE),
                "A required answer is missing. Nothing was sent. Files and tables are filled in on "
                "Tallyfy’s website.");
  assert_words (docket_answer_words_missing (1, 1, FALSE, FALSE),
                "An answer could not be saved, so the task was left open. What you typed is kept.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-words/date", test_date);
  g_test_add_func ("/answer-words/choice", test_choice);
  g_test_add_func ("/answer-words/missing", test_missing);
  return g_test_run ();
}
