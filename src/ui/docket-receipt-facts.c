/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-receipt-facts.h"

#include <glib/gi18n.h>

#include "ui/docket-history-words-private.h"
#include "workspace/docket-text.h"

/* Longer than any title may be; what a server says has no end of its own. */
#define MAX_TEXT 2000

static void
fact_free (gpointer data)
{
  DocketReceiptFact *fact = data;

  g_free (fact->value);
  g_free (fact);
}

/* @value: (transfer full) */
static void
add (GPtrArray *facts, const char *name, char *value)
{
  DocketReceiptFact *fact = g_new (DocketReceiptFact, 1);

  fact->name = name;
  fact->value = value;
  g_ptr_array_add (facts, fact);
}

/* What was asked for. */
static const char *
describe_kind (DocketHistoryEntry *entry)
{
  switch (docket_history_entry_get_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return docket_history_words_pick (entry, _ ("To archive the task, which keeps everything"),
                                        _ ("To archive the process, which keeps everything"));
    case DOCKET_REMOVAL_RESTORE:
      return docket_history_words_pick (entry, _ ("To restore the task from the archive"),
                                        _ ("To restore the process from the archive"));
    case DOCKET_REMOVAL_DELETE:
    default:
      return docket_history_words_pick (entry, _ ("To delete the task permanently"),
                                        _ ("To delete the process and all its tasks permanently"));
    }
}

static char *
format_moment (GDateTime *moment, GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (moment, g_date_time_get_timezone (now));

  return g_date_time_format (local, C_ ("moment with seconds and time zone",
                                        "%-d %B %Y, %H:%M:%S (UTC%:z)"));
}

/* What was sent for this kind of removal. */
static char *
describe_request (DocketAccount *account, DocketHistoryEntry *entry)
{
  g_autofree char *organization
      = g_uri_escape_string (docket_account_get_organization_id (account), NULL, FALSE);
  g_autofree char *task
      = g_uri_escape_string (docket_history_entry_get_task_id (entry), NULL, FALSE);
  const gboolean process = docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS;
  g_autofree char *path
      = g_strdup_printf ("/organizations/%s/%s/%s", organization, process ? "runs" : "tasks", task);

  switch (docket_history_entry_get_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return g_strdup_printf ("DELETE %s", path);
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup_printf ("PUT %s/%s", path, process ? "activate" : "restore");
    case DOCKET_REMOVAL_DELETE:
    default:
      return g_strdup_printf ("DELETE %s/delete", path);
    }
}

static gboolean
was_sent (DocketRemovalOutcome outcome)
{
  return outcome != DOCKET_OUTCOME_NOT_SENT && outcome != DOCKET_OUTCOME_CHANGED
         && outcome != DOCKET_OUTCOME_NO_COPY;
}

/* The journal keeps no status of an answer that was a proof: there is one such answer to each kind.
 */
static char *
describe_proof (DocketHistoryEntry *entry)
{
  switch (docket_history_entry_get_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return g_strdup (docket_history_words_pick (entry,
                                                  _ ("Status 204, or 200 with the archived task"),
                                                  _ ("Status 200 with the archived process")));
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup (docket_history_words_pick (entry, _ ("Status 200 with the restored task"),
                                                  _ ("Status 200 with the restored process")));
    case DOCKET_REMOVAL_DELETE:
    default:
      return g_strdup (_ ("Status 204"));
    }
}

static char *
describe_answer (DocketHistoryEntry *entry, DocketRemovalOutcome outcome)
{
  guint status = docket_history_entry_get_status (entry);
  const char *sentence = docket_history_entry_get_sentence (entry);
  g_autofree char *clean = NULL;

  if (!was_sent (outcome))
    return g_strdup (_ ("None: nothing was sent"));
  if (outcome == DOCKET_OUTCOME_DONE)
    return describe_proof (entry);
  if (status == 0 && docket_history_entry_get_kind (entry) == DOCKET_REMOVAL_DELETE)
    return g_strdup (
        /* Translators: no answer came */
        docket_history_words_pick (entry, _ ("None came"), _ ("An empty one, or none")));
  if (status == 0)
    /* Translators: no answer came */
    return g_strdup (_ ("None came"));
  if (sentence == NULL || *sentence == '\0')
    /* Translators: %u is a number such as 502 */
    return g_strdup_printf (_ ("Status %u"), status);
  clean = docket_text_isolate (sentence, MAX_TEXT);
  /* Translators: a number such as 403, and the server's own sentence */
  return g_strdup_printf (_ ("Status %1$u, “%2$s”"), status, clean);
}

static const char *
describe_found (DocketHistoryEntry *entry, DocketRemovalOutcome outcome)
{
  switch (outcome)
    {
    case DOCKET_OUTCOME_GONE:
      return docket_history_words_pick (
          entry, _ ("Tallyfy had no such task, neither by its ID nor in the archive"),
          _ ("Tallyfy had no such process, neither by its ID nor in the archive"));
    case DOCKET_OUTCOME_ARCHIVED:
      return docket_history_words_pick (entry, _ ("the task was in the archive"),
                                        _ ("the process was in the archive"));
    case DOCKET_OUTCOME_STILL_THERE:
      return docket_history_words_pick (entry, _ ("the task was there, unchanged"),
                                        _ ("the process was there, unchanged"));
    case DOCKET_OUTCOME_FOUND_DONE:
    default:
      break;
    }
  switch (docket_history_entry_get_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return docket_history_words_pick (entry, _ ("the task was in the archive"),
                                        _ ("the process was in the archive"));
    case DOCKET_REMOVAL_RESTORE:
      return docket_history_words_pick (entry, _ ("the task was there, not archived"),
                                        _ ("the process was there, not archived"));
    case DOCKET_REMOVAL_DELETE:
    default:
      return docket_history_words_pick (
          entry, _ ("Tallyfy had no such task, neither by its ID nor in the archive"),
          _ ("Tallyfy had no such process, neither by its ID nor in the archive"));
    }
}

static char *
describe_look_up (DocketHistoryEntry *entry, DocketRemovalOutcome outcome, GDateTime *now)
{
  GDateTime *moment = docket_history_entry_get_looked_up_at (entry);
  g_autofree char *when = moment != NULL ? format_moment (moment, now) : NULL;
  const char *found = describe_found (entry, outcome);

  if (when == NULL)
    /* Translators: %s is what was found, such as: the task was there, unchanged */
    return g_strdup_printf (_ ("Docket looked it up: %s"), found);
  /* Translators: a moment, and what was found, such as: the task was there, unchanged */
  return g_strdup_printf (_ ("Docket looked it up on %1$s: %2$s"), when, found);
}

static char *
describe_verification (DocketHistoryEntry *entry, DocketRemovalOutcome outcome, GDateTime *now)
{
  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
      return g_strdup (_ ("Tallyfy confirmed it in its answer"));
    case DOCKET_OUTCOME_REFUSED:
    case DOCKET_OUTCOME_NOT_RESUMED:
      return g_strdup (_ ("Tallyfy said in its answer that nothing was done"));
    case DOCKET_OUTCOME_FOUND_DONE:
    case DOCKET_OUTCOME_GONE:
    case DOCKET_OUTCOME_ARCHIVED:
    case DOCKET_OUTCOME_STILL_THERE:
      return describe_look_up (entry, outcome, now);
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return g_strdup (_ ("Not verified: neither the answer nor a look-up was a proof"));
    default:
      return g_strdup (_ ("Not needed: nothing was sent"));
    }
}

static char *
describe_copy (DocketHistoryEntry *entry, GDateTime *now)
{
  GDateTime *removed_at = docket_history_entry_get_copy_removed_at (entry);
  g_autofree char *when = removed_at != NULL ? format_moment (removed_at, now) : NULL;

  if (docket_history_entry_has_copy (entry))
    return g_strdup (_ ("Kept on this computer"));
  if (when == NULL)
    return g_strdup (_ ("None"));
  /* Translators: %s is a moment */
  return g_strdup_printf (_ ("Kept on this computer, and removed on %s"), when);
}

/* What became of a deleted task's content. */
static void
add_remains (GPtrArray *facts, DocketHistoryEntry *entry, GDateTime *now)
{
  GDateTime *created_at = docket_history_entry_get_created_at (entry);

  if (docket_history_entry_get_kind (entry) != DOCKET_REMOVAL_DELETE)
    return;
  add (facts, C_ ("receipt", "Copy"), describe_copy (entry, now));
  if (created_at != NULL)
    {
      g_autofree char *when = format_moment (created_at, now);

      /* Translators: %s is a moment */
      add (facts, C_ ("receipt", "Created again"),
           /* Translators: %s is a moment with its time zone */
           g_strdup_printf (_ ("As a new task, on %s"), when));
    }
}

static DocketRemovalOutcome
get_outcome (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome = DOCKET_OUTCOME_NOT_CONFIRMED;

  docket_history_entry_get_outcome (entry, &outcome);
  return outcome;
}

GPtrArray *
docket_receipt_facts_list (DocketAccount *account, DocketHistoryEntry *entry, GDateTime *now)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  add (facts, docket_history_words_pick (entry, C_ ("receipt", "Task"), C_ ("receipt", "Process")),
       docket_text_isolate (docket_history_entry_get_title (entry), MAX_TEXT));
  add (facts, C_ ("receipt", "Organization"),
       docket_text_isolate (docket_account_get_organization_name (account), MAX_TEXT));
  add (facts, C_ ("receipt", "Asked by"),
       docket_text_isolate (docket_account_get_user_name (account), MAX_TEXT));
  add (facts, C_ ("receipt", "Asked on"),
       format_moment (docket_history_entry_get_intended_at (entry), now));
  add (facts, C_ ("receipt", "Asked for"), g_strdup (describe_kind (entry)));
  add (facts, C_ ("receipt", "How it ended"), docket_history_words_outcome (entry, now));
  add (facts, C_ ("receipt", "How that is known"),
       describe_verification (entry, get_outcome (entry), now));
  add_remains (facts, entry, now);
  add (facts, C_ ("receipt", "Written on"), format_moment (now, now));
  return facts;
}

GPtrArray *
docket_receipt_facts_list_technical (DocketAccount *account, DocketHistoryEntry *entry)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  const char *created_task = docket_history_entry_get_created_task (entry);

  add (facts, C_ ("receipt", "Server"), g_strdup (docket_account_get_address (account)));
  add (facts, C_ ("receipt", "Request"), describe_request (account, entry));
  add (facts, C_ ("receipt", "Answer"), describe_answer (entry, get_outcome (entry)));
  add (facts,
       docket_history_words_pick (entry, C_ ("receipt", "Task ID"), C_ ("receipt", "Process ID")),
       docket_text_clean (docket_history_entry_get_task_id (entry)));
  if (created_task != NULL)
    add (facts, C_ ("receipt", "New task’s ID"), docket_text_clean (created_task));
  add (facts, C_ ("receipt", "Organization ID"),
       docket_text_clean (docket_account_get_organization_id (account)));
  add (facts, C_ ("receipt", "Person’s ID"),
       g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (account)));
  return facts;
}
