/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What filters are called, and why nothing is found. */
#include "ui/docket-filter-words.h"

static const struct
{
  const char *search;
  DocketView view;
  const char *words;
} cases[] = {
  { "catering", DOCKET_VIEW_ALL, "No task contains “\u2068catering\u2069”." },
  { "catering", DOCKET_VIEW_TO_DO, "No task in To Do contains “\u2068catering\u2069”." },
  { "is:overdue owner:\"Priya Nair\" catering", DOCKET_VIEW_ALL,
    "No overdue task of \u2068Priya Nair\u2069 contains “\u2068catering\u2069”." },
  /* In whatever order they were typed. */
  { "moon IS:one-off tag:Büro is:overdue due:today light", DOCKET_VIEW_COMPLETED,
    "No overdue one-off task with the tag “\u2068Büro\u2069” due today in Completed contains "
    "“\u2068moon light\u2069”." },
  { "is:mine process:Onboarding due:2026-03-18", DOCKET_VIEW_ALL,
    "No task of yours of the process “\u2068Onboarding\u2069” due on \u20682026-03-18\u2069 was "
    "found." },
  { "is:one-off is:overdue is:unassigned is:approval", DOCKET_VIEW_ALL,
    "No one-off overdue unassigned approval task was found." },
  { "is:process", DOCKET_VIEW_ALL, "No process task was found." },
  { "due:never", DOCKET_VIEW_ALL, "No task without a deadline was found." },
  /* Not finished, and none after all. */
  { "is:over", DOCKET_VIEW_ALL, "No task was found." },
  { "http://x", DOCKET_VIEW_ALL, "No task contains “\u2068http://x\u2069”." },
  { "is:late", DOCKET_VIEW_ALL, "No task contains “\u2068is:late\u2069”." },
  /* A percent sign and a turn of the writing are text. */
  { "owner:100%s\u202e %d", DOCKET_VIEW_ALL,
    "No task of \u2068100%s\u2069 contains “\u2068%d\u2069”." },
};

static void
test_not_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = docket_filter_words_not_found (cases[i].search, cases[i].view);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Whatever can be completed has a name. */
static void
test_labels (void)
{
  for (guint key = DOCKET_SEARCH_IS; key <= DOCKET_SEARCH_DUE; key++)
    {
      const char *const *values = docket_search_words_get_values (key);

      for (guint i = 0; values[i] != NULL; i++)
        g_assert_nonnull (docket_filter_words_label (key, values[i]));
    }
  g_assert_null (docket_filter_words_label (DOCKET_SEARCH_OWNER, "overdue"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter-words/not-found", test_not_found);
  g_test_add_func ("/filter-words/labels", test_labels);
  return g_test_run ();
}
