/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <string.h>

#include "tallyfy/tallyfy-error-private.h"
#include "ui/docket-again-words.h"

#define ISOLATED(text) "\u2068" text "\u2069"

static char *nobody[] = { NULL };
static char *two[] = { "Bo", "Cleo\n\u202eX", NULL };

/* One line a loss. */
static const struct
{
  DocketAgain again;
  const char *body;
  const char *losses;
} plans[] = {
  { { .title = "Report", .gone = nobody },
    "A new one-off task “" ISOLATED ("Report") "” is made from the copy.",
    "Its ID, and links to it" },
  { { .title = "Report",
      .gone = nobody,
      .n_answers = 1,
      .n_comments = 1,
      .n_tags = 1,
      .n_others = 1,
      .n_lost_answers = 1 },
    "A new one-off task “" ISOLATED (
        "Report") "” is made from the copy, with 1 answer in its form.",
    "Its ID, and links to it\n1 comment\n1 answer, a file or a person\n1 tag\n"
    "1 guest or group is not assigned again" },
  { { .title = "Report",
      .gone = two,
      .n_answers = 2,
      .n_comments = 3,
      .n_tags = 2,
      .n_others = 2,
      .n_lost_answers = 4,
      .mine = TRUE,
      .completed = TRUE,
      .no_deadline = TRUE },
    "A new one-off task “" ISOLATED (
        "Report") "” is made from the copy, with 2 answers in its form.",
    "Its ID, and links to it\n3 comments\n4 answers, files or people\n2 tags\n" ISOLATED (
        "Bo") " is not in the organization any more\n" ISOLATED ("Cleo X") " is not in the "
                                                                           "organization any more\n"
                                                                           "2 guests or groups are "
                                                                           "not assigned "
                                                                           "again\nNobody is left, "
                                                                           "so it is assigned to "
                                                                           "you\n"
                                                                           "It was completed; the "
                                                                           "new task is open\nIt "
                                                                           "had no deadline; the "
                                                                           "new task is due in a "
                                                                           "week" },
};

static void
test_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *body = docket_again_words_body (&plans[i].again);
      g_auto (GStrv) losses = docket_again_words_losses (&plans[i].again);
      g_autofree char *lines = g_strjoinv ("\n", losses);

      g_assert_cmpstr (body, ==, plans[i].body);
      g_assert_cmpstr (lines, ==, plans[i].losses);
    }
}

static const struct
{
  TallyfyError code;
  const char *sentence;
  const char *heading;
  const char *body;
} failures[] = {
  { TALLYFY_ERROR_UNKNOWN_OUTCOME, NULL, "Creation Not Confirmed",
    "Tallyfy did not say whether the task was created. Docket does not send it again by itself. "
    "Refresh the list "
    "to see whether it is there." },
  { TALLYFY_ERROR_OFFLINE, NULL, "Task Not Created",
    "Tallyfy could not be reached. Nothing was created." },
  { TALLYFY_ERROR_SIGNED_OUT, NULL, "Task Not Created",
    "Tallyfy has signed you out. Nothing was created." },
  { TALLYFY_ERROR_TOO_MANY_REQUESTS, "Slow down.", "Task Not Created",
    "Tallyfy is busy. Nothing was created. Try again in a minute." },
  { TALLYFY_ERROR_FORBIDDEN, "Ask your\nadministrator.", "Task Not Created",
    "Tallyfy refused: “" ISOLATED ("Ask your administrator.") "” Nothing was created." },
  { TALLYFY_ERROR_INVALID, NULL, "Task Not Created", "Tallyfy refused. Nothing was created." },
};

static void
test_failures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      TallyfyErrorDetails details = { .sentence = (char *)failures[i].sentence };
      g_autoptr (GError) error = tallyfy_error_new (failures[i].code, "Technical", &details);
      const char *heading = NULL;
      g_autofree char *body = docket_again_words_failure (error, &heading);

      g_assert_cmpstr (heading, ==, failures[i].heading);
      g_assert_cmpstr (body, ==, failures[i].body);
    }
}

/* What the server says of a field stands for the whole. */
static void
test_field (void)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  TallyfyErrorDetails details = { .fields = fields };
  g_autoptr (GError) error = NULL;
  const char *heading = NULL;
  g_autofree char *body = NULL;

  g_hash_table_insert (fields, (gpointer) "title", (gpointer) "The title is too long.");
  error = tallyfy_error_new (TALLYFY_ERROR_INVALID, "Technical", &details);
  body = docket_again_words_failure (error, &heading);
  g_assert_cmpstr (body, ==,
                   "Tallyfy refused: “" ISOLATED (
                       "The title is too long.") "” Nothing was created.");
}

static void
test_missing (void)
{
  g_autofree char *one = docket_again_words_missing (1);
  g_autofree char *several = docket_again_words_missing (2);

  g_assert_cmpstr (one, ==, "1 answer could not be filled in. The copy still has it.");
  g_assert_cmpstr (several, ==, "2 answers could not be filled in. The copy still has them.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/again-words/plans", test_plans);
  g_test_add_func ("/again-words/failures", test_failures);
  g_test_add_func ("/again-words/field", test_field);
  g_test_add_func ("/again-words/missing", test_missing);
  return g_test_run ();
}
