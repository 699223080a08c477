/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <gio/gio.h>

#include "ui/docket-history-words.h"
#include "workspace/docket-history-private.h"

#define NOW "2026-03-17T15:00:00+01"
#define UNDER_WAY -1

/* A line of the journal; times as they are written at NOW's place. */
typedef struct
{
  DocketRemovalKind kind;
  int outcome; /* or UNDER_WAY */
  guint status;
  const char *sentence;
  const char *looked_up_at; /* nullable */
  const char *intended_at;  /* NULL: "2026-03-17T14:02:11+01" */
  gboolean has_copy;
  const char *copy_removed_at; /* nullable */
  const char *created_at;      /* nullable */
} Line;

static GDateTime *
moment (const char *text)
{
  GDateTime *moment = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (moment);
  return moment;
}

/* @text: (nullable) */
static gint64
seconds (const char *text)
{
  g_autoptr (GDateTime) then = text != NULL ? moment (text) : NULL;

  return then != NULL ? g_date_time_to_unix (then) : 0;
}

static DocketHistoryEntry *
make_entry (const Line *line)
{
  DocketHistoryRecord *record = g_new0 (DocketHistoryRecord, 1);
  g_autoptr (GDateTime) intended_at
      = moment (line->intended_at != NULL ? line->intended_at : "2026-03-17T14:02:11+01");
  g_autoptr (GDateTime) looked_up_at
      = line->looked_up_at != NULL ? moment (line->looked_up_at) : NULL;

  record->id = 1;
  record->task_id = g_strdup ("t1");
  record->title = g_strdup ("Report");
  record->kind = line->kind;
  record->ended = line->outcome != UNDER_WAY;
  record->outcome = record->ended ? (DocketRemovalOutcome)line->outcome : DOCKET_OUTCOME_DONE;
  record->status = line->status;
  record->sentence = g_strdup (line->sentence);
  record->intended_at = g_date_time_to_unix (intended_at);
  record->has_copy = line->has_copy;
  record->copy_removed_at = seconds (line->copy_removed_at);
  record->created_at = seconds (line->created_at);
  record->created_task = g_strdup (line->created_at != NULL ? "t2" : NULL);
  record->looked_up_at = looked_up_at != NULL ? g_date_time_to_unix (looked_up_at) : 0;
  return docket_history_entry_new (record);
}

#define ARCHIVE DOCKET_REMOVAL_ARCHIVE
#define RESTORE DOCKET_REMOVAL_RESTORE
#define DELETE DOCKET_REMOVAL_DELETE
#define AT "2026-03-17T14:03:09+01"
#define DAY_BEFORE "2026-03-16T14:03:00+01"

static const struct
{
  Line line;
  const char *outcome;
  const char *icon_name;
  const char *style;
} outcomes[] = {
  { { ARCHIVE, DOCKET_OUTCOME_DONE }, "Archived", "docket-archive-symbolic", NULL },
  { { RESTORE, DOCKET_OUTCOME_DONE }, "Restored", "docket-restore-symbolic", NULL },
  { { DELETE, DOCKET_OUTCOME_DONE }, "Deleted permanently, no copy", "user-trash-symbolic", NULL },
  { { DELETE, DOCKET_OUTCOME_DONE, .has_copy = TRUE },
    "Deleted permanently, copy kept",
    "user-trash-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_DONE, .copy_removed_at = AT },
    "Deleted permanently, copy removed",
    "user-trash-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_FOUND_DONE, .has_copy = TRUE },
    "Deleted permanently, found by look-up",
    "user-trash-symbolic",
    NULL },
  { { ARCHIVE, DOCKET_OUTCOME_FOUND_DONE },
    "Archived, found by look-up",
    "docket-archive-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_FOUND_DONE },
    "Deleted permanently, found by look-up",
    "user-trash-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_GONE }, "Already gone when asked", "user-trash-symbolic", NULL },
  { { DELETE, DOCKET_OUTCOME_STILL_THERE, 200, NULL, AT },
    "Not deleted, still there at 14:03",
    "dialog-warning-symbolic",
    "warning" },
  { { DELETE, DOCKET_OUTCOME_STILL_THERE, 200, NULL, DAY_BEFORE, DAY_BEFORE },
    "Not deleted, still there at 16 March, 14:03",
    "dialog-warning-symbolic",
    "warning" },
  { { ARCHIVE, DOCKET_OUTCOME_STILL_THERE, 0, NULL, AT },
    "Not archived, still there at 14:03",
    "dialog-warning-symbolic",
    "warning" },
  { { RESTORE, DOCKET_OUTCOME_STILL_THERE, 0, NULL, AT },
    "Not restored, still archived at 14:03",
    "dialog-warning-symbolic",
    "warning" },
  { { DELETE, DOCKET_OUTCOME_ARCHIVED },
    "Not deleted, archived instead",
    "docket-archive-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_REFUSED, 403 },
    "Deletion refused by Tallyfy",
    "action-unavailable-symbolic",
    "error" },
  { { ARCHIVE, DOCKET_OUTCOME_REFUSED, 403 },
    "Archiving refused by Tallyfy",
    "action-unavailable-symbolic",
    "error" },
  { { DELETE, DOCKET_OUTCOME_NOT_CONFIRMED },
    "Deletion not confirmed",
    "dialog-question-symbolic",
    "warning" },
  { { RESTORE, DOCKET_OUTCOME_NOT_CONFIRMED },
    "Restoring not confirmed",
    "dialog-question-symbolic",
    "warning" },
  { { DELETE, DOCKET_OUTCOME_NOT_SENT },
    "Not sent: Tallyfy could not be reached",
    "action-unavailable-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_CHANGED },
    "Not sent: the task had changed",
    "action-unavailable-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_NO_COPY },
    "Not sent: no copy could be made",
    "action-unavailable-symbolic",
    NULL },
  { { DELETE, DOCKET_OUTCOME_NOT_RESUMED },
    "Not sent again after a restart",
    "action-unavailable-symbolic",
    NULL },
  { { DELETE, UNDER_WAY }, "Deletion under way", "docket-clock-symbolic", NULL },
  { { ARCHIVE, UNDER_WAY }, "Archiving under way", "docket-clock-symbolic", NULL },
  { { DELETE, 99 }, "Not sent", "action-unavailable-symbolic", NULL },
};

static void
test_outcomes (void)
{
  g_autoptr (GDateTime) now = moment (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (DocketHistoryEntry) entry = make_entry (&outcomes[i].line);
      g_autofree char *outcome = docket_history_words_outcome (entry, now);

      g_assert_cmpstr (outcome, ==, outcomes[i].outcome);
      g_assert_cmpstr (docket_history_words_icon (entry), ==, outcomes[i].icon_name);
      g_assert_cmpstr (docket_history_words_style (entry), ==, outcomes[i].style);
    }
}

static const struct
{
  DocketRemovalKind kind;
  const char *intended_at;
  const char *request;
  const char *time;
} requests[] = {
  { DELETE, "2026-03-17T14:02:11+01", "Permanent deletion, today at 14:02, by you", "14:02" },
  { ARCHIVE, "2026-03-16T23:59:59+01", "Archiving, yesterday at 23:59, by you", "23:59" },
  { RESTORE, "2026-03-15T08:00:00+01", "Restoring, on 15 March 2026 at 08:00, by you", "15 Mar" },
  { DELETE, "2025-12-31T08:00:00+01", "Permanent deletion, on 31 December 2025 at 08:00, by you",
    "31 Dec 2025" },
};

static void
test_requests (void)
{
  g_autoptr (GDateTime) now = moment (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      Line line = { requests[i].kind, DOCKET_OUTCOME_DONE, .intended_at = requests[i].intended_at };
      g_autoptr (DocketHistoryEntry) entry = make_entry (&line);
      g_autofree char *request = docket_history_words_request (entry, now);
      g_autofree char *time = docket_history_words_time (entry, now);

      g_assert_cmpstr (request, ==, requests[i].request);
      g_assert_cmpstr (time, ==, requests[i].time);
    }
}

static const struct
{
  Line line;
  const char *explanation;
} explanations[] = {
  { { DELETE, DOCKET_OUTCOME_DONE }, NULL },
  { { DELETE, DOCKET_OUTCOME_REFUSED, 403, "Ask \xE2\x80\xAE you\nan admin" },
    "The task was left as it was. The server’s words: “\xE2\x81\xA8"
    "Ask you an admin\xE2\x81\xA9”" },
  { { DELETE, DOCKET_OUTCOME_REFUSED, 403, "" },
    "The task was left as it was. Tallyfy gave no reason." },
  { { DELETE, DOCKET_OUTCOME_NOT_CONFIRMED },
    "Tallyfy did not say whether this task was deleted, and looking it up failed. Docket does not "
    "send the deletion again by itself." },
  { { DELETE, DOCKET_OUTCOME_NOT_CONFIRMED, .has_copy = TRUE },
    "Tallyfy did not say whether this task was deleted, and looking it up failed. Docket does not "
    "send the deletion again by itself. Your copy is safe." },
  { { DELETE, DOCKET_OUTCOME_NOT_RESUMED, 429 },
    "Tallyfy had asked to wait, and Docket was closed meanwhile. The task was left as it was." },
  { { DELETE, 99 }, "Nothing left this computer. The task was left as it was." },
};

static void
test_explanations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (explanations); i++)
    {
      g_autoptr (DocketHistoryEntry) entry = make_entry (&explanations[i].line);
      g_autofree char *explanation = docket_history_words_explanation (entry);

      g_assert_cmpstr (explanation, ==, explanations[i].explanation);
    }
}

/* One line a step: "title | detail | time", and "> ID" where it led to a task. */
static const struct
{
  Line line;
  const char *steps;
} stories[] = {
  { { DELETE, DOCKET_OUTCOME_DONE },
    "You pressed “Delete Permanently” | In the dialog for this task | 14:02:11\n"
    "Tallyfy confirmed it |  | \n" },
  { { ARCHIVE, DOCKET_OUTCOME_REFUSED, 403, "No." },
    "You asked to archive the task |  | 14:02:11\n"
    "Tallyfy refused | “\xE2\x81\xA8No.\xE2\x81\xA9” | \n" },
  { { RESTORE, DOCKET_OUTCOME_STILL_THERE, 502, NULL, AT },
    "You asked to restore the task |  | 14:02:11\n"
    "The answer was no proof | The server answered with an error (502) | \n"
    "Looked up | The task was there, unchanged | 14:03:09\n" },
  { { DELETE, DOCKET_OUTCOME_FOUND_DONE, 200, NULL, DAY_BEFORE, DAY_BEFORE },
    "You pressed “Delete Permanently” | In the dialog for this task | 16 Mar, 14:03:00\n"
    "The answer was no proof | The server answered with status 200 | \n"
    "Looked up | The task was no longer there | 16 Mar, 14:03:00\n" },
  { { DELETE, DOCKET_OUTCOME_GONE, 404, NULL, AT },
    "You pressed “Delete Permanently” | In the dialog for this task | 14:02:11\n"
    "Tallyfy did not find the task |  | \n"
    "Looked up | The task was no longer there | 14:03:09\n" },
  { { ARCHIVE, DOCKET_OUTCOME_NOT_CONFIRMED },
    "You asked to archive the task |  | 14:02:11\n"
    "No answer came |  | \n"
    "Looked up | Nothing could be found out | \n" },
  { { ARCHIVE, DOCKET_OUTCOME_NOT_SENT },
    "You asked to archive the task |  | 14:02:11\n"
    "Nothing was sent |  | \n" },
  { { DELETE, DOCKET_OUTCOME_DONE, .has_copy = TRUE },
    "You pressed “Delete Permanently” | In the dialog for this task | 14:02:11\n"
    "Copy kept | On this computer | \n"
    "Tallyfy confirmed it |  | \n" },
  { { DELETE, DOCKET_OUTCOME_DONE, .copy_removed_at = AT, .created_at = "2026-03-17T14:02:40+01" },
    "You pressed “Delete Permanently” | In the dialog for this task | 14:02:11\n"
    "Copy kept | On this computer | \n"
    "Tallyfy confirmed it |  | \n"
    "Created again | As a new task, from the copy | 14:02:40 > t2\n"
    "Its copy was removed | From this computer | 14:03:09\n" },
  { { DELETE, DOCKET_OUTCOME_NOT_RESUMED, 429, "Too many." },
    "You pressed “Delete Permanently” | In the dialog for this task | 14:02:11\n"
    "Tallyfy asked to wait | “\xE2\x81\xA8Too many.\xE2\x81\xA9” | \n"
    "Not sent again after a restart |  | \n" },
  { { ARCHIVE, UNDER_WAY }, "You asked to archive the task |  | 14:02:11\n" },
};

static void
test_steps (void)
{
  g_autoptr (GDateTime) now = moment (NOW);

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (DocketHistoryEntry) entry = make_entry (&stories[i].line);
      g_autoptr (GPtrArray) steps = docket_history_words_steps (entry, now);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint j = 0; j < steps->len; j++)
        {
          const DocketHistoryStep *step = steps->pdata[j];

          g_string_append_printf (told, "%s | %s | %s%s%s\n", step->title,
                                  step->detail != NULL ? step->detail : "",
                                  step->time != NULL ? step->time : "",
                                  step->task_id != NULL ? " > " : "",
                                  step->task_id != NULL ? step->task_id : "");
        }
      g_assert_cmpstr (told->str, ==, stories[i].steps);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-words/outcomes", test_outcomes);
  g_test_add_func ("/history-words/requests", test_requests);
  g_test_add_func ("/history-words/explanations", test_explanations);
  g_test_add_func ("/history-words/steps", test_steps);
  return g_test_run ();
}
