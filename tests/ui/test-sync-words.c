/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How long a pass over all tasks will take, in words. */
#include "ui/docket-sync-words.h"

static void
test_time_left (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } cases[] = {
    { -1, "" },
    { 0, "less than a minute left" },
    { 29, "less than a minute left" },
    { 30, "about 1 minute left" },
    { 89, "about 1 minute left" },
    { 90, "about 2 minutes left" },
    { 3600, "about 60 minutes left" },
    { 5399, "about 90 minutes left" },
    { 5400, "about 2 hours left" },
    { 9000, "about 3 hours left" },
    { 100 * 3600, "about 100 hours left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = docket_sync_words_time_left (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync-words/time-left", test_time_left);
  return g_test_run ();
}
