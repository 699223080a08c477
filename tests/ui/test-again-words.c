/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <string.h>

#include "tallyfy/tallyfy-error-private.h"
#include "ui/docket-again-words.h"

#define ISOLATED(text) "\u2068" text "\u2069"

static char *nobody[] = { NULL };
static char *two[] = { "Bo", "Cleo\n\u202eX", NULL };

#define NOW "2026-03-17T15:00:00+01"

/* One line a gain or loss. @deadline: ISO 8601, nullable */
static const struct
{
  DocketAgain again;
  const char *deadline;
  const char *gains;
  const char *losses;
} plans[] = {
  { { .title = "Report", .kept = nobody, .gone = nobody },
    NULL,
    "Its title",
    "Its ID, and links to it" },
  { { .title = "Report",
      .kept = two,
      .gone = nobody,
      .described = TRUE,
      .n_fields = 1,
      .n_answers = 1,
      .n_comments = 1,
      .n_tags = 1,
      .n_others = 1,
      .n_lost_answers = 1 },
    "2030-05-15T12:00:00+01",
    "Its title and description\n1 form field with 1 answer\nAssigned to Bo and Cleo X\n"
    "Due on 15 May 2030, 12:00",
    "Its ID, and links to it\n1 comment\n1 answer, a file or a person\n1 tag\n"
    "1 guest or group is not assigned again" },
  { { .title = "Report",
      .kept = nobody,
      .gone = two,
      .n_fields = 2,
      .n_comments = 3,
      .n_tags = 2,
      .n_others = 2,
      .n_lost_answers = 4,
      .mine = TRUE,
      .completed = TRUE,
      .no_deadline = TRUE },
    NULL,
    "Its title\n2 form fields",
    "Its ID, and links to it\n3 comments\n4 answers, files or people\n2 tags\n" ISOLATED (
        "Bo") " is not in the organization any more\n" ISOLATED ("Cleo X") " is not in the "
                                                                           "organization any more\n"
                                                                           "2 guests or groups are "
                                                                           "not assigned again\n"
                                                                           "Nobody is left, so it "
                                                                           "is assigned to you\n"
                                                                           "It was completed; the "
                                                                           "new task is open\n"
                                                                           "It had no deadline; "
                                                                           "the new task is due in "
                                                                           "a week" },
  { { .title = "Report", .kept = nobody, .gone = nobody, .late = TRUE },
    "2026-03-03T12:00:00+01",
    "Its title",
    "Its ID, and links to it" },
};

static void
test_plans (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      DocketAgain again = plans[i].again;
      g_autoptr (GDateTime) deadline = plans[i].deadline != NULL
                                           ? g_date_time_new_from_iso8601 (plans[i].deadline, NULL)
                                           : NULL;
      g_auto (GStrv) gains = NULL;
      g_auto (GStrv) losses = NULL;
      g_autofree char *gained = NULL;
      g_autofree char *lost = NULL;

      again.deadline = deadline;
      gains = docket_again_words_gains (&again, now);
      losses = docket_again_words_losses (&again);
      gained = g_strjoinv ("\n", gains);
      lost = g_strjoinv ("\n", losses);
      g_assert_cmpstr (gained, ==, plans[i].gains);
      g_assert_cmpstr (lost, ==, plans[i].losses);
    }
}

static void
test_body (void)
{
  const DocketAgain again = { .title = "Re\nport" };
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 6, 1, 12, 0, 0);
  g_autoptr (GDateTime) before = g_date_time_new_local (2026, 1, 2, 9, 0, 0);
  g_autofree char *body = docket_again_words_body (&again, NULL, now);
  g_autofree char *more = docket_again_words_body (&again, before, now);

  g_assert_cmpstr (body, ==,
                   "A new one-off task “" ISOLATED ("Re port") "” is made from the copy.");
  g_assert_cmpstr (more, ==,
                   "A new one-off task “" ISOLATED ("Re port") "” is made from the copy. It was "
                                                               "created again before, 2 January, "
                                                               "09:00: there will be one more.");
}

static void
test_late (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GDateTime) deadline = g_date_time_new_from_iso8601 ("2026-03-03T11:00:00Z", NULL);
  const DocketAgain again = { .deadline = deadline, .late = TRUE };
  g_autofree char *words = docket_again_words_late (&again, now);

  g_assert_cmpstr (words, ==,
                   "It passed on 3 March 2026, 12:00. Otherwise the new task is due in a week.");
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
  g_test_add_func ("/again-words/body", test_body);
  g_test_add_func ("/again-words/late", test_late);
  g_test_add_func ("/again-words/failures", test_failures);
  g_test_add_func ("/again-words/field", test_field);
  g_test_add_func ("/again-words/missing", test_missing);
  return g_test_run ();
}
