/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-comment-words.h"

#include <string.h>

#include "tallyfy/tallyfy-error-private.h"

static void
test_labels (void)
{
  static const struct
  {
    const char *json;
    const char *words;
  } cases[] = {
    { "\"label\":\"comment\"", NULL },
    { "\"label\":null", NULL },
    { "\"label\":\"problem\"", "Problem" },
    { "\"label\":\"problem\",\"resolve_id\":\"c2\"", "Problem, Solved" },
    { "\"label\":\"resolve\"", "Solution" },
    { "\"label\":\"improvement\"", "Improvement" },
    { "\"label\":\"advice\"", "Advice" },
    { "\"label\":\"new kind\"", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"id\":\"t1\",\"title\":\"x\",\"threads\":"
                                               "{\"data\":[{\"id\":\"c1\",%s}]}}",
                                               cases[i].json);
      g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
      g_autoptr (GError) error = NULL;
      g_autoptr (TallyfyTask) task = tallyfy_task_new_from_json (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (docket_comment_words_label (tallyfy_task_get_comments (task)->pdata[0]), ==,
                       cases[i].words);
    }
}

/* Each says what is safe, and the server's sentence where there is one. */
static void
test_refused (void)
{
  static const struct
  {
    TallyfyError code;
    const char *sentence;
    const char *words;
  } cases[] = {
    { TALLYFY_ERROR_OFFLINE, NULL, "Tallyfy could not be reached. What you wrote is kept." },
    { TALLYFY_ERROR_SIGNED_OUT, "No.", "Tallyfy has signed you out. What you wrote is kept." },
    { TALLYFY_ERROR_TOO_MANY_REQUESTS, "No.",
      "Tallyfy is busy; try again in a minute. What you wrote is kept." },
    { TALLYFY_ERROR_FORBIDDEN, "Not <b>you</b>.",
      "Tallyfy refused: “\u2068Not <b>you</b>.\u2069” What you wrote is kept." },
    { TALLYFY_ERROR_REFUSED, NULL, "Tallyfy refused, without a reason. What you wrote is kept." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TallyfyErrorDetails details = { .status = 400, .sentence = (char *)cases[i].sentence };
      g_autoptr (GError) error = tallyfy_error_new (cases[i].code, "Technical", &details);
      g_autofree char *words
          = docket_comment_words_state (DOCKET_COMMENT_ADD, DOCKET_DRAFT_REFUSED, error);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_states (void)
{
  static const DocketCommentKind kinds[]
      = { DOCKET_COMMENT_ADD, DOCKET_COMMENT_EDIT, DOCKET_COMMENT_REPORT, DOCKET_COMMENT_RESOLVE };

  g_assert_null (docket_comment_words_state (DOCKET_COMMENT_ADD, DOCKET_DRAFT_WRITING, NULL));
  g_assert_null (docket_comment_words_state (DOCKET_COMMENT_ADD, DOCKET_DRAFT_SENDING, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *absent = docket_comment_words_state (kinds[i], DOCKET_DRAFT_ABSENT, NULL);
      g_autofree char *unknown
          = docket_comment_words_state (kinds[i], DOCKET_DRAFT_NOT_CONFIRMED, NULL);

      g_assert_nonnull (strstr (absent, "Docket has looked it up: "));
      g_assert_nonnull (strstr (absent, "What you wrote is kept."));
      g_assert_nonnull (strstr (unknown, "does not send it again by itself"));
      g_assert_cmpstr (docket_comment_words_send (kinds[i], TRUE), ==, "Send Again");
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (docket_comment_words_send (kinds[i], FALSE), !=,
                           docket_comment_words_send (kinds[j], FALSE));
          g_assert_cmpstr (docket_comment_words_prompt (kinds[i]), !=,
                           docket_comment_words_prompt (kinds[j]));
        }
    }
}

static void
test_not_deleted (void)
{
  const TallyfyErrorDetails details = { .status = 403, .sentence = (char *)"No." };
  g_autoptr (GError) error = tallyfy_error_new (TALLYFY_ERROR_FORBIDDEN, "Technical", &details);
  g_autofree char *refused = docket_comment_words_not_deleted (DOCKET_COMMENT_DONE, error);
  g_autofree char *there = docket_comment_words_not_deleted (DOCKET_COMMENT_NOT_DONE, NULL);
  g_autofree char *unknown = docket_comment_words_not_deleted (DOCKET_COMMENT_NOT_CONFIRMED, NULL);

  g_assert_cmpstr (refused, ==, "Tallyfy refused: “\u2068No.\u2069” The comment is still there.");
  g_assert_nonnull (strstr (there, "still there"));
  g_assert_nonnull (strstr (unknown, "did not say"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comment-words/labels", test_labels);
  g_test_add_func ("/comment-words/refused", test_refused);
  g_test_add_func ("/comment-words/states", test_states);
  g_test_add_func ("/comment-words/not-deleted", test_not_deleted);
  return g_test_run ();
}
