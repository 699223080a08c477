/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-words.h"
#include "workspace/docket-history-private.h"

static const struct
{
  DocketRemovalOutcome outcome;
  const char *kept_at;
  const char *banner;
  const char *state;
} copies[] = {
  { DOCKET_OUTCOME_DONE, "2026-03-17T13:20:00+01",
    "Copy of a deleted task, kept on 17 March, 13:20. It cannot be edited.",
    "Deleted permanently" },
  { DOCKET_OUTCOME_FOUND_DONE, "2025-12-31T23:30:00Z",
    "Copy of a deleted task, kept on 1 January, 00:30. It cannot be edited.",
    "Deleted permanently" },
  { DOCKET_OUTCOME_GONE, "2025-03-17T13:20:00+01",
    "Copy of a deleted task, kept on 17 March 2025, 13:20. It cannot be edited.",
    "Deleted permanently" },
  { DOCKET_OUTCOME_NOT_CONFIRMED, "2026-03-17T13:20:00+01",
    "Copy of a task whose deletion is not confirmed, kept on 17 March, 13:20. It cannot be edited.",
    "Deletion not confirmed" },
};

static void
test_copies (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-03-18T15:00:00+01", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      DocketHistoryRecord *record = g_new0 (DocketHistoryRecord, 1);
      g_autoptr (DocketHistoryEntry) entry = NULL;
      g_autoptr (GDateTime) kept_at = g_date_time_new_from_iso8601 (copies[i].kept_at, NULL);
      g_autofree char *banner = NULL;

      record->kind = DOCKET_REMOVAL_DELETE;
      record->ended = TRUE;
      record->outcome = copies[i].outcome;
      entry = docket_history_entry_new (record);
      banner = docket_copy_words_banner (entry, kept_at, now);
      g_assert_cmpstr (banner, ==, copies[i].banner);
      g_assert_cmpstr (docket_copy_words_state (entry), ==, copies[i].state);
    }
}

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_counts (void)
{
  assert_words (docket_copy_words_count (0), "0 copies");
  assert_words (docket_copy_words_count (1), "1 copy");
  assert_words (docket_copy_words_sum (1, 1), "1 removal, 1 copy");
  assert_words (docket_copy_words_sum (12, 0), "12 removals, 0 copies");
  assert_words (docket_copy_words_period (0), "Always");
  assert_words (docket_copy_words_period (30), "For 30 Days");
}

#define LOST_ONE " Its task can then be neither read nor created again."
#define LOST_MANY " Their tasks can then be neither read nor created again."

static void
test_questions (void)
{
  assert_words (docket_copy_words_shorten_heading (30), "Keep Copies for 30 Days?");
  assert_words (docket_copy_words_shorten (1), "1 copy is older and is removed now." LOST_ONE);
  assert_words (docket_copy_words_shorten (2), "2 copies are older and are removed now." LOST_MANY);
  assert_words (docket_copy_words_remove_all (1), "1 copy is removed from this computer." LOST_ONE);
  assert_words (docket_copy_words_remove_all (3),
                "3 copies are removed from this computer." LOST_MANY);
  assert_words (docket_copy_words_clear (1, 0),
                "Docket forgets 1 removal and how it ended. In Tallyfy nothing changes.");
  assert_words (docket_copy_words_clear (5, 3),
                "Docket forgets 5 removals and how they ended. 3 copies are removed from this "
                "computer." LOST_MANY " In Tallyfy nothing changes.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-words/copies", test_copies);
  g_test_add_func ("/copy-words/counts", test_counts);
  g_test_add_func ("/copy-words/questions", test_questions);
  return g_test_run ();
}
