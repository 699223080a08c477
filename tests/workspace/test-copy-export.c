/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The file that a kept copy is saved as. */
#include <string.h>

#include "workspace/docket-copy-export.h"
#include "workspace/docket-history-private.h"

#define TASK                                                                                       \
  "{\"id\":\"t1\",\"title\":\"Say \\\"no\\\\\\\" {, [:\xE2\x82\xAC\\u20ac\", \"big\":"             \
  "123456789012345678901234567890,\n\t\"exact\":1.10,\"none\":null,\"empty\":{ },\"list\":[]}"

static DocketHistoryEntry *
make_entry (DocketRemovalOutcome outcome, gint64 looked_up_at)
{
  DocketHistoryRecord *record = g_new0 (DocketHistoryRecord, 1);

  record->id = 4;
  record->task_id = g_strdup ("t1");
  record->title = g_strdup ("Report");
  record->kind = DOCKET_REMOVAL_DELETE;
  record->ended = TRUE;
  record->outcome = outcome;
  record->intended_at = 1773752531; /* 2026-03-17T13:02:11Z */
  record->looked_up_at = looked_up_at;
  record->has_copy = TRUE;
  return docket_history_entry_new (record);
}

/* (transfer full) */
static char *export(DocketRemovalOutcome outcome, gint64 looked_up_at)
{
  g_autoptr (DocketHistoryEntry) entry = make_entry (outcome, looked_up_at);
  g_autoptr (DocketAccount) account
      = docket_account_new ("https://api.example.com", 7, "Ada \"Countess\" Young", "org1",
                            "Young & Co", NULL);
  g_autoptr (GBytes) json = g_bytes_new_static (TASK, strlen (TASK));
  g_autoptr (GDateTime) kept_at = g_date_time_new_from_unix_utc (1773752532);
  g_autoptr (TallyfyTask) task = tallyfy_task_new_from_json (json, NULL);
  DocketCopy copy = { .entry = 4, .kept_at = kept_at, .task = task, .json = json };
  g_autoptr (GBytes) bytes = docket_copy_export (&copy, entry, account);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Nothing of the task is changed, not even how a number is written. */
static void
test_whole (void)
{
  g_autofree char *text = export(DOCKET_OUTCOME_DONE, 0);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"format\": \"docket-task-copy\",\n"
                   "  \"version\": 1,\n"
                   "  \"kept_at\": \"2026-03-17T13:02:12Z\",\n"
                   "  \"server\": \"https://api.example.com\",\n"
                   "  \"organization\": {\n"
                   "    \"id\": \"org1\",\n"
                   "    \"name\": \"Young & Co\"\n"
                   "  },\n"
                   "  \"user\": {\n"
                   "    \"id\": 7,\n"
                   "    \"name\": \"Ada \\\"Countess\\\" Young\"\n"
                   "  },\n"
                   "  \"removal\": {\n"
                   "    \"asked_at\": \"2026-03-17T13:02:11Z\",\n"
                   "    \"outcome\": \"deleted\",\n"
                   "    \"looked_up_at\": null\n"
                   "  },\n"
                   "  \"task\": {\n"
                   "    \"id\": \"t1\",\n"
                   "    \"title\": \"Say \\\"no\\\\\\\" {, [:\xE2\x82\xAC\\u20ac\",\n"
                   "    \"big\": 123456789012345678901234567890,\n"
                   "    \"exact\": 1.10,\n"
                   "    \"none\": null,\n"
                   "    \"empty\": {},\n"
                   "    \"list\": []\n"
                   "  }\n"
                   "}\n");
}

static const struct
{
  DocketRemovalOutcome outcome;
  gint64 looked_up_at;
  const char *words;
} outcomes[] = {
  { DOCKET_OUTCOME_FOUND_DONE, 1773752589,
    "\"outcome\": \"found-deleted\",\n    \"looked_up_at\": \"2026-03-17T13:03:09Z\"" },
  { DOCKET_OUTCOME_GONE, 1773752589, "\"outcome\": \"already-gone\"," },
  { DOCKET_OUTCOME_NOT_CONFIRMED, 0, "\"outcome\": \"not-confirmed\"," },
};

static void
test_outcomes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *text = export(outcomes[i].outcome, outcomes[i].looked_up_at);

      g_assert_nonnull (strstr (text, outcomes[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-export/whole", test_whole);
  g_test_add_func ("/copy-export/outcomes", test_outcomes);
  return g_test_run ();
}
