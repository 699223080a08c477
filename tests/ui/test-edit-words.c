/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is said of a change that was not saved, or perhaps not. */
#include "ui/docket-edit-words.h"

#include <string.h>

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_changed (void)
{
  assert_words (docket_edit_words_changed (DOCKET_TASK_PART_TITLE),
                "Somebody else has changed the title while you were editing. Nothing was saved "
                "yet.");
  assert_words (docket_edit_words_changed (DOCKET_TASK_PART_TITLE | DOCKET_TASK_PART_ASSIGNEES
                                           | DOCKET_TASK_PART_DESCRIPTION),
                "Somebody else has changed the title, the assignees and the description while you "
                "were editing. Nothing was saved yet.");
}

static void
test_problem (void)
{
  const char *heading;

  assert_words (docket_edit_words_problem (DOCKET_EDIT_ABSENT,
                                           DOCKET_TASK_PART_TITLE | DOCKET_TASK_PART_DEADLINE,
                                           &heading),
                "Docket looked at the task: Tallyfy does not have what you wrote for the title and "
                "the deadline. It is kept here.");
  g_assert_cmpstr (heading, ==, "Not Saved");
  g_free (docket_edit_words_problem (DOCKET_EDIT_NOT_CONFIRMED, 0, &heading));
  g_assert_cmpstr (heading, ==, "Saving Not Confirmed");
}

/* Whatever went wrong, it is said what is safe. */
static void
test_failure (void)
{
  static const int codes[]
      = { TALLYFY_ERROR_NOT_FOUND,  TALLYFY_ERROR_OFFLINE,           TALLYFY_ERROR_TIMED_OUT,
          TALLYFY_ERROR_SIGNED_OUT, TALLYFY_ERROR_TOO_MANY_REQUESTS, TALLYFY_ERROR_FORBIDDEN };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (TALLYFY_ERROR, codes[i], "Not for people");
      const char *heading;
      g_autofree char *words = docket_edit_words_failure (error, &heading);

      g_assert_cmpstr (heading, ==, "Not Saved");
      g_assert_nonnull (strstr (words, "what you wrote is kept") != NULL
                            ? words
                            : strstr (words, "What you wrote is kept"));
      g_assert_null (strstr (words, "Not for people"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-words/changed", test_changed);
  g_test_add_func ("/edit-words/problem", test_problem);
  g_test_add_func ("/edit-words/failure", test_failure);
  return g_test_run ();
}
