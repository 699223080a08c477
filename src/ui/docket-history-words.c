/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-words-private.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300
#define N_KINDS (DOCKET_REMOVAL_DELETE + 1)

/* The words that differ only by what was asked for. */
static const struct
{
  const char *icon_name;
  const char *done; /* these four with the context of the target */
  const char *found_done;
  const char *process_done;
  const char *process_found_done;
  const char *refused;
  const char *not_confirmed;
  const char *not_confirmed_body;
  const char *not_confirmed_process;
  const char *under_way;
} words[N_KINDS] = {
  [DOCKET_REMOVAL_ARCHIVE]
  = { "docket-archive-symbolic", NC_ ("outcome for a task", "Archived"),
      NC_ ("outcome for a task", "Archived, found by look-up"),
      NC_ ("outcome for a process", "Archived"),
      NC_ ("outcome for a process", "Archived, found by look-up"),
      N_ ("Archiving refused by Tallyfy"), N_ ("Archiving not confirmed"),
      N_ ("Tallyfy did not say whether this task was archived, and looking it up failed. Docket "
          "does not send it again by itself."),
      N_ ("Tallyfy did not say whether this process was archived, and looking it up failed. "
          "Docket does not send it again by itself."),
      N_ ("Archiving under way") },
  [DOCKET_REMOVAL_RESTORE]
  = { "docket-restore-symbolic", NC_ ("outcome for a task", "Restored"),
      NC_ ("outcome for a task", "Restored, found by look-up"),
      NC_ ("outcome for a process", "Restored"),
      NC_ ("outcome for a process", "Restored, found by look-up"),
      N_ ("Restoring refused by Tallyfy"), N_ ("Restoring not confirmed"),
      N_ ("Tallyfy did not say whether this task was restored, and looking it up failed. Docket "
          "does not send it again by itself."),
      N_ ("Tallyfy did not say whether this process was restored, and looking it up failed. "
          "Docket does not send it again by itself."),
      N_ ("Restoring under way") },
  [DOCKET_REMOVAL_DELETE]
  = { "user-trash-symbolic", NULL, /* describe_end() */
      NC_ ("outcome for a task", "Deleted permanently, found by look-up"), NULL,
      NC_ ("outcome for a process", "Deleted permanently, found by look-up"),
      N_ ("Deletion refused by Tallyfy"), N_ ("Deletion not confirmed"),
      N_ ("Tallyfy did not say whether this task was deleted, and looking it up failed. Docket "
          "does not send the deletion again by itself."),
      N_ ("Tallyfy did not say whether this process was deleted, and looking it up failed. "
          "Docket does not send the deletion again by itself."),
      N_ ("Deletion under way") },
};

/** docket_history_words_kind: one that is not known here is treated as the gravest. */
DocketRemovalKind
docket_history_words_kind (DocketHistoryEntry *entry)
{
  return MIN (docket_history_entry_get_kind (entry), DOCKET_REMOVAL_DELETE);
}

const char *
docket_history_words_pick (DocketHistoryEntry *entry, const char *task, const char *process)
{
  return docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS ? process : task;
}

static char *
format (GDateTime *moment, const char *pattern)
{
  char *text = g_date_time_format (moment, pattern);

  return text != NULL ? text : g_strdup ("");
}

/* How many days of the calendar @moment lies before @now. */
static int
days_before (GDateTime *moment, GDateTime *now)
{
  GDate then, today;

  g_date_set_dmy (&then, (GDateDay)g_date_time_get_day_of_month (moment),
                  (GDateMonth)g_date_time_get_month (moment),
                  (GDateYear)g_date_time_get_year (moment));
  g_date_set_dmy (&today, (GDateDay)g_date_time_get_day_of_month (now),
                  (GDateMonth)g_date_time_get_month (now), (GDateYear)g_date_time_get_year (now));
  return g_date_days_between (&then, &today);
}

static GDateTime *
to_zone_of (GDateTime *moment, GDateTime *now)
{
  return g_date_time_to_timezone (moment, g_date_time_get_timezone (now));
}

/* The time that is not to be taken for another day's. */
static char *
describe_look_up (DocketHistoryEntry *entry, GDateTime *now)
{
  GDateTime *moment = docket_history_entry_get_looked_up_at (entry);
  g_autoptr (GDateTime) local = moment != NULL ? to_zone_of (moment, now) : NULL;

  if (local == NULL)
    return NULL;
  if (days_before (local, now) == 0)
    return format (local, C_ ("time of day", "%H:%M"));
  return format (local, C_ ("moment in this year", "%-d %B, %H:%M"));
}

static char *
describe_still_there (DocketHistoryEntry *entry, GDateTime *now)
{
  g_autofree char *time = describe_look_up (entry, now);

  if (time == NULL)
    return g_strdup (_ ("Not done"));
  switch (docket_history_words_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      /* Translators: %s is a time such as 14:03 */
      return g_strdup_printf (_ ("Not archived, still there at %s"), time);
    case DOCKET_REMOVAL_RESTORE:
      /* Translators: %s is a time such as 14:03 */
      return g_strdup_printf (_ ("Not restored, still archived at %s"), time);
    case DOCKET_REMOVAL_DELETE:
    default:
      /* Translators: %s is a time such as 14:03 */
      return g_strdup_printf (_ ("Not deleted, still there at %s"), time);
    }
}

/* @outcome: of the table. (transfer full) */
static char *
say (DocketHistoryEntry *entry, const char *outcome)
{
  return g_strdup (g_dpgettext2 (NULL,
                                 docket_history_words_pick (entry, "outcome for a task",
                                                            "outcome for a process"),
                                 outcome));
}

static char *
describe_end (DocketHistoryEntry *entry)
{
  const DocketRemovalKind kind = docket_history_words_kind (entry);
  const gboolean process = docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS;

  if (kind != DOCKET_REMOVAL_DELETE)
    return say (entry, process ? words[kind].process_done : words[kind].done);
  if (docket_history_entry_has_copy (entry))
    return g_strdup (process ? C_ ("outcome for a process", "Deleted permanently, copy kept")
                             : C_ ("outcome for a task", "Deleted permanently, copy kept"));
  if (docket_history_entry_get_copy_removed_at (entry) != NULL)
    return g_strdup (process ? C_ ("outcome for a process", "Deleted permanently, copy removed")
                             : C_ ("outcome for a task", "Deleted permanently, copy removed"));
  return g_strdup (process ? C_ ("outcome for a process", "Deleted permanently, no copy")
                           : C_ ("outcome for a task", "Deleted permanently, no copy"));
}

/* Nothing was done, for reasons of our own. */
static const char *
describe_unsent (DocketHistoryEntry *entry, DocketRemovalOutcome outcome)
{
  switch (outcome)
    {
    case DOCKET_OUTCOME_NOT_SENT:
      return _ ("Not sent: Tallyfy could not be reached");
    case DOCKET_OUTCOME_CHANGED:
      return docket_history_words_pick (entry, _ ("Not sent: the task had changed"),
                                        _ ("Not sent: the process had changed"));
    case DOCKET_OUTCOME_NO_COPY:
      return _ ("Not sent: no copy could be made");
    case DOCKET_OUTCOME_NOT_RESUMED:
      return _ ("Not sent again after a restart");
    default:
      return _ ("Not sent");
    }
}

char *
docket_history_words_outcome (DocketHistoryEntry *entry, GDateTime *now)
{
  DocketRemovalKind kind = docket_history_words_kind (entry);
  DocketRemovalOutcome outcome;

  if (!docket_history_entry_get_outcome (entry, &outcome))
    return g_strdup (_ (words[kind].under_way));
  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
      return describe_end (entry);
    case DOCKET_OUTCOME_FOUND_DONE:
      return say (entry, docket_history_words_pick (entry, words[kind].found_done,
                                                    words[kind].process_found_done));
    case DOCKET_OUTCOME_GONE:
      return g_strdup (_ ("Already gone when asked"));
    case DOCKET_OUTCOME_STILL_THERE:
      return describe_still_there (entry, now);
    case DOCKET_OUTCOME_ARCHIVED:
      return g_strdup (_ ("Not deleted, archived instead"));
    case DOCKET_OUTCOME_REFUSED:
      return g_strdup (_ (words[kind].refused));
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return g_strdup (_ (words[kind].not_confirmed));
    default:
      return g_strdup (describe_unsent (entry, outcome));
    }
}

char *
docket_history_words_quote (DocketHistoryEntry *entry)
{
  const char *sentence = docket_history_entry_get_sentence (entry);
  g_autofree char *clean = NULL;

  if (sentence == NULL || *sentence == '\0')
    return NULL;
  clean = docket_text_isolate (sentence, MAX_SENTENCE);
  /* Translators: %s is what the server said, in its own language */
  return g_strdup_printf (C_ ("the server’s words", "“%s”"), clean);
}

static char *
explain_refusal (DocketHistoryEntry *entry)
{
  g_autofree char *quoted = docket_history_words_quote (entry);

  if (quoted == NULL)
    return g_strdup (
        docket_history_words_pick (entry,
                                   _ ("The task was left as it was. Tallyfy gave no reason."),
                                   _ ("The process was left as it was. Tallyfy gave no reason.")));
  if (docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS)
    /* Translators: %s is a sentence of the server in quotation marks */
    return g_strdup_printf (_ ("The process was left as it was. The server’s words: %s"), quoted);
  /* Translators: %s is a sentence of the server in quotation marks */
  return g_strdup_printf (_ ("The task was left as it was. The server’s words: %s"), quoted);
}

static char *
explain_not_confirmed (DocketHistoryEntry *entry)
{
  const DocketRemovalKind kind = docket_history_words_kind (entry);
  const char *body = docket_history_words_pick (entry, _ (words[kind].not_confirmed_body),
                                                _ (words[kind].not_confirmed_process));

  if (!docket_history_entry_has_copy (entry))
    return g_strdup (body);
  /* Translators: %s is what is known of a deletion that was not confirmed */
  return g_strdup_printf (_ ("%s Your copy is safe."), body);
}

/* What needs no more than one sentence. */
static const char *
explain_outcome (DocketHistoryEntry *entry, DocketRemovalOutcome outcome)
{
  switch (outcome)
    {
    case DOCKET_OUTCOME_GONE:
      return docket_history_words_pick (
          entry, _ ("Tallyfy no longer had this task. Somebody else may have deleted it."),
          _ ("Tallyfy no longer had this process. Somebody else may have deleted it."));
    case DOCKET_OUTCOME_STILL_THERE:
      return docket_history_words_pick (
          entry,
          _ ("Tallyfy did not confirm it, and a look-up found the task unchanged. A late request "
             "may still act, so check again."),
          _ ("Tallyfy did not confirm it, and a look-up found the process unchanged. A late "
             "request may still act, so check again."));
    case DOCKET_OUTCOME_ARCHIVED:
      return docket_history_words_pick (
          entry,
          _ ("Tallyfy archived this task and did not delete it. It can be restored at any time."),
          _ ("Tallyfy archived this process and did not delete it. It can be restored at any "
             "time."));
    case DOCKET_OUTCOME_NOT_RESUMED:
      return docket_history_words_pick (
          entry,
          _ ("Tallyfy had asked to wait, and Docket was closed meanwhile. The task was left as it "
             "was."),
          _ ("Tallyfy had asked to wait, and Docket was closed meanwhile. The process was left as "
             "it was."));
    default:
      return docket_history_words_pick (
          entry, _ ("Nothing left this computer. The task was left as it was."),
          _ ("Nothing left this computer. The process was left as it was."));
    }
}

char *
docket_history_words_explanation (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome;

  if (!docket_history_entry_get_outcome (entry, &outcome))
    return g_strdup (docket_history_words_pick (
        entry,
        _ ("How it ended is not known yet. Docket looks the task up and sends nothing again by "
           "itself."),
        _ ("How it ended is not known yet. Docket looks the process up and sends nothing again by "
           "itself.")));
  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
      return NULL;
    case DOCKET_OUTCOME_REFUSED:
      return explain_refusal (entry);
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return explain_not_confirmed (entry);
    default:
      return g_strdup (explain_outcome (entry, outcome));
    }
}

char *
docket_history_words_request (DocketHistoryEntry *entry, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (docket_history_entry_get_intended_at (entry), now);
  int days = days_before (local, now);
  g_autofree char *when = NULL;

  if (days == 0)
    when = format (local, C_ ("moment in a sentence", "today at %H:%M"));
  else if (days == 1)
    when = format (local, C_ ("moment in a sentence", "yesterday at %H:%M"));
  else
    when = format (local, C_ ("moment in a sentence", "on %-d %B %Y at %H:%M"));
  switch (docket_history_words_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      /* Translators: %s is a moment such as: today at 14:02 */
      return g_strdup_printf (_ ("Archiving, %s, by you"), when);
    case DOCKET_REMOVAL_RESTORE:
      /* Translators: %s is a moment such as: today at 14:02 */
      return g_strdup_printf (_ ("Restoring, %s, by you"), when);
    case DOCKET_REMOVAL_DELETE:
    default:
      /* Translators: %s is a moment such as: today at 14:02 */
      return g_strdup_printf (_ ("Permanent deletion, %s, by you"), when);
    }
}

char *
docket_history_words_time (DocketHistoryEntry *entry, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (docket_history_entry_get_intended_at (entry), now);
  int days = days_before (local, now);

  if (days == 0 || days == 1)
    return format (local, C_ ("time of day", "%H:%M"));
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    return format (local, C_ ("short date in this year", "%-d %b"));
  return format (local, C_ ("short date in another year", "%-d %b %Y"));
}

const char *
docket_history_words_icon (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome;

  if (!docket_history_entry_get_outcome (entry, &outcome))
    return "docket-clock-symbolic";
  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
    case DOCKET_OUTCOME_GONE:
      return words[docket_history_words_kind (entry)].icon_name;
    case DOCKET_OUTCOME_ARCHIVED:
      return "docket-archive-symbolic";
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return "dialog-question-symbolic";
    case DOCKET_OUTCOME_STILL_THERE:
      return "dialog-warning-symbolic";
    case DOCKET_OUTCOME_REFUSED:
    case DOCKET_OUTCOME_NOT_SENT:
    default:
      return "action-unavailable-symbolic";
    }
}

const char *
docket_history_words_style (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome;

  if (!docket_history_entry_get_outcome (entry, &outcome))
    return NULL;
  if (outcome == DOCKET_OUTCOME_REFUSED)
    return "error";
  return docket_history_entry_is_open (entry) ? "warning" : NULL;
}

char *
docket_history_words_step_time (GDateTime *moment, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);

  if (days_before (local, now) == 0)
    return format (local, C_ ("time of day with seconds", "%H:%M:%S"));
  return format (local, C_ ("short moment", "%-d %b, %H:%M:%S"));
}
