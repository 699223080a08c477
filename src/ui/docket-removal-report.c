/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-removal-report.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-error.h"
#include "ui/docket-delete-words.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120
#define MAX_SENTENCE 300
#define N_KINDS (DOCKET_REMOVAL_DELETE + 1)
#define N_TARGETS (DOCKET_TARGET_PROCESS + 1)

/* The words that differ only by what was asked for. */
static const struct
{
  const char *done;
  const char *found_done;
  const char *not_done;
  const char *nothing_done;
  const char *not_confirmed;
  const char *not_confirmed_body;
  const char *unproven;
} words[N_TARGETS][N_KINDS] = {
  [DOCKET_TARGET_TASK] = {
  [DOCKET_REMOVAL_ARCHIVE]
  = { N_ ("Task archived"), N_ ("Task archived"), N_ ("Task Not Archived"),
      N_ ("Tallyfy is busy. Nothing was archived."), N_ ("Archiving Not Confirmed"),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not say whether “%s” was archived. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not confirm that “%s” was archived.") },
  [DOCKET_REMOVAL_RESTORE]
  = { N_ ("Task restored"), N_ ("Task restored"), N_ ("Task Not Restored"),
      N_ ("Tallyfy is busy. Nothing was restored."), N_ ("Restoring Not Confirmed"),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not say whether “%s” was restored. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not confirm that “%s” was restored.") },
  [DOCKET_REMOVAL_DELETE]
  = { N_ ("Task deleted permanently"), N_ ("Task deleted permanently, found by look-up"),
      N_ ("Task Not Deleted"), N_ ("Tallyfy is busy. Nothing was deleted."),
      N_ ("Deletion Not Confirmed"),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not say whether “%s” was deleted. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy did not confirm that “%s” was deleted.") },
  },
  [DOCKET_TARGET_PROCESS] = {
  [DOCKET_REMOVAL_ARCHIVE]
  = { NC_ ("process", "Process archived"), NC_ ("process", "Process archived"), NC_ ("process", "Process Not Archived"),
      NC_ ("process", "Tallyfy is busy. Nothing was archived."), NC_ ("process", "Archiving Not Confirmed"),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not say whether “%s” was archived. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not confirm that “%s” was archived.") },
  [DOCKET_REMOVAL_RESTORE]
  = { NC_ ("process", "Process restored"), NC_ ("process", "Process restored"), NC_ ("process", "Process Not Restored"),
      NC_ ("process", "Tallyfy is busy. Nothing was restored."), NC_ ("process", "Restoring Not Confirmed"),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not say whether “%s” was restored. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not confirm that “%s” was restored.") },
  [DOCKET_REMOVAL_DELETE]
  = { NC_ ("process", "Process deleted permanently"), NC_ ("process", "Process deleted permanently"),
      NC_ ("process", "Process Not Deleted"), NC_ ("process", "Tallyfy is busy. Nothing was deleted."),
      NC_ ("process", "Deletion Not Confirmed"),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not say whether “%s” was deleted. Docket looks it up and does not send it "
          "again."),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy did not confirm that “%s” was deleted.") },
  },
};

/* What is said of the one that is still there. */
static const struct
{
  const char *unchanged;
  const char *still_archived;
  const char *may_archive;
  const char *at_time;
  const char *changed;
  const char *not_resumed;
  const char *gone;
  const char *archived_instead;
} sentences[N_TARGETS] = {
  [DOCKET_TARGET_TASK]
  /* Translators: %s is the title of a task */
  = { N_ ("“%s” is still there, unchanged."),
      /* Translators: %s is the title of a task */
      N_ ("“%s” is still in the archive, unchanged. You can ask an administrator to delete it."),
      /* Translators: %s is the title of a task */
      N_ ("“%s” is still there, unchanged. You can archive it, or ask an administrator to delete "
          "it."),
      /* Translators: %s is a time such as 14:03 */
      N_ ("It was still there, unchanged, at %s."),
      /* Translators: %s is the title of a task */
      N_ ("“%s” was changed meanwhile, so nothing was sent."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy was busy when Docket was closed. Nothing was sent again after the restart, and "
          "“%s” is still there, unchanged."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy no longer has “%s”. Somebody else may have deleted it."),
      /* Translators: %s is the title of a task */
      N_ ("Tallyfy archived “%s” and did not delete it. It can be restored at any time.") },
  [DOCKET_TARGET_PROCESS]
  /* Translators: %s is the name of a process */
  = { NC_ ("process", "“%s” is still there, unchanged."),
      NC_ ("process",
           /* Translators: %s is the name of a process */
           "“%s” is still in the archive, unchanged. You can ask an administrator to delete it."),
      NC_ ("process",
           /* Translators: %s is the name of a process */
           "“%s” is still there, unchanged. You can archive it, or ask an administrator to delete "
           "it."),
      /* Translators: %s is a time such as 14:03 */
      NC_ ("process", "It was still there, unchanged, at %s."),
      /* Translators: %s is the name of a process */
      NC_ ("process", "“%s” was changed meanwhile, so nothing was sent."),
      NC_ ("process",
           /* Translators: %s is the name of a process */
           "Tallyfy was busy when Docket was closed. Nothing was sent again after the restart, "
           "and “%s” is still there, unchanged."),
      /* Translators: %s is the name of a process */
      NC_ ("process", "Tallyfy no longer has “%s”. Somebody else may have deleted it."),
      NC_ ("process",
           /* Translators: %s is the name of a process */
           "Tallyfy archived “%s” and did not delete it. It can be restored at any time.") },
};

/* The translation of what a table says of @removal's kind of target. */
static const char *
say (DocketRemoval *removal, const char *text)
{
  return docket_removal_get_target (removal) == DOCKET_TARGET_PROCESS
             ? g_dpgettext2 (NULL, "process", text)
             : _ (text);
}

/* Puts @title in the place of the one %s of @sentence, which comes from a table and so is no format
 * the compiler could check. */
static char *
put_title (const char *sentence, const char *title)
{
  g_autoptr (GString) text = g_string_new (sentence);

  g_string_replace (text, "%s", title, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_error (DocketRemoval *removal, TallyfyError code)
{
  return g_error_matches (docket_removal_get_error (removal), TALLYFY_ERROR, (int)code);
}

static void
offer (DocketRemovalReport *report, DocketNext next, const char *label)
{
  report->next = next;
  report->next_label = label;
}

static void
offer_try_again (DocketRemovalReport *report, DocketRemoval *removal)
{
  /* A deletion is not sent again: the question is asked anew. */
  offer (report, DOCKET_NEXT_TRY_AGAIN,
         docket_removal_get_kind (removal) == DOCKET_REMOVAL_DELETE ? _ ("_Try Again…")
                                                                    : _ ("_Try Again"));
}

/* "Tallyfy refused: “…”", or without the server's words where it gave none. */
static char *
quote (DocketRemoval *removal)
{
  const char *sentence = tallyfy_error_get_sentence (docket_removal_get_error (removal));
  g_autofree char *clean = NULL;

  if (sentence == NULL || *sentence == '\0')
    return g_strdup (_ ("Tallyfy refused, without a reason."));
  clean = docket_text_isolate (sentence, MAX_SENTENCE);
  /* Translators: %s is what the server said, in its own language */
  return g_strdup_printf (_ ("Tallyfy refused: “%s”"), clean);
}

static void
report_refusal (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  DocketRemovalKind kind = docket_removal_get_kind (removal);
  const DocketTarget target = docket_removal_get_target (removal);
  g_autofree char *refused = NULL;
  const char *unchanged = sentences[target].unchanged;
  g_autofree char *state = NULL;

  if (is_error (removal, TALLYFY_ERROR_SIGNED_OUT))
    return;
  report->heading = say (removal, words[target][kind].not_done);
  if (is_error (removal, TALLYFY_ERROR_TOO_MANY_REQUESTS))
    {
      report->body = g_strdup (say (removal, words[target][kind].nothing_done));
      offer_try_again (report, removal);
      return;
    }
  if (kind == DOCKET_REMOVAL_DELETE && is_error (removal, TALLYFY_ERROR_FORBIDDEN))
    {
      if (docket_removal_get_was_archived (removal))
        unchanged = sentences[target].still_archived;
      else
        {
          unchanged = sentences[target].may_archive;
          offer (report, DOCKET_NEXT_ARCHIVE, _ ("_Archive"));
        }
    }
  else if (!(kind == DOCKET_REMOVAL_DELETE && docket_removal_get_was_archived (removal)))
    offer (report, DOCKET_NEXT_REFRESH, _ ("_Refresh"));
  refused = quote (removal);
  state = put_title (say (removal, unchanged), title);
  report->body = g_strconcat (refused, "\n\n", state, NULL);
}

static void
report_not_sent (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  const char *reason = _ ("A file on this computer could not be written, so nothing was sent.");
  g_autofree char *state
      = put_title (say (removal, sentences[docket_removal_get_target (removal)].unchanged), title);

  if (is_error (removal, TALLYFY_ERROR_SIGNED_OUT))
    return;
  if (is_error (removal, TALLYFY_ERROR_OFFLINE))
    reason = _ ("You are offline. Nothing was sent.");
  else if (is_error (removal, TALLYFY_ERROR_TLS))
    reason = _ ("The server’s certificate is not valid, so nothing was sent.");
  else if (g_error_matches (docket_removal_get_error (removal), DOCKET_REMOVAL_ERROR,
                            DOCKET_REMOVAL_ERROR_SLEPT))
    reason = _ ("The computer was asleep meanwhile, so nothing was sent.");
  else if (docket_removal_get_error (removal) != NULL
           && docket_removal_get_error (removal)->domain == TALLYFY_ERROR)
    reason = _ ("Tallyfy could not be reached, so nothing was sent.");
  report->heading
      = say (removal, words[docket_removal_get_target (removal)][docket_removal_get_kind (removal)]
                          .not_done);
  report->body = g_strconcat (reason, "\n\n", state, NULL);
  offer_try_again (report, removal);
}

/* A request without proof, after which the task was found as it was. A late one may still act: so
 * the time is told. */
static void
report_still_there (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  DocketRemovalKind kind = docket_removal_get_kind (removal);
  const DocketTarget target = docket_removal_get_target (removal);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *looked_up = docket_removal_get_looked_up_at (removal);
  g_autofree char *clock = docket_words_clock (looked_up != NULL ? looked_up : now, now);
  g_autofree char *unproven = put_title (say (removal, words[target][kind].unproven), title);
  g_autofree char *found = put_title (say (removal, sentences[target].at_time), clock);

  report->heading = say (removal, words[target][kind].not_done);
  report->body = docket_words_sentences (unproven, found);
  offer (report, DOCKET_NEXT_CHECK_AGAIN, _ ("Check _Again"));
}

static void
report_not_confirmed (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  DocketRemovalKind kind = docket_removal_get_kind (removal);
  const DocketTarget target = docket_removal_get_target (removal);

  report->heading = say (removal, words[target][kind].not_confirmed);
  report->body = put_title (say (removal, words[target][kind].not_confirmed_body), title);
  offer (report, DOCKET_NEXT_CHECK_AGAIN, _ ("Check _Again"));
}

/* The dialog that asked tells this itself, with what is new; here it is told where that cannot be
 * opened. */
static void
report_changed (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  report->heading
      = say (removal, words[docket_removal_get_target (removal)][docket_removal_get_kind (removal)]
                          .not_done);
  report->body
      = put_title (say (removal, sentences[docket_removal_get_target (removal)].changed), title);
  offer_try_again (report, removal);
}

static void
report_no_copy (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  g_autofree char *state
      = put_title (say (removal, sentences[docket_removal_get_target (removal)].unchanged), title);
  g_autofree char *reason = docket_delete_words_no_copy (docket_removal_get_error (removal));

  report->heading
      = say (removal, words[docket_removal_get_target (removal)][docket_removal_get_kind (removal)]
                          .not_done);
  report->body = g_strconcat (reason, "\n\n", state, NULL);
  offer_try_again (report, removal);
}

static void
report_not_resumed (DocketRemovalReport *report, DocketRemoval *removal, const char *title)
{
  report->heading
      = say (removal, words[docket_removal_get_target (removal)][docket_removal_get_kind (removal)]
                          .not_done);
  report->body
      = put_title (say (removal, sentences[docket_removal_get_target (removal)].not_resumed),
                   title);
  offer_try_again (report, removal);
}

static void
report_success (DocketRemovalReport *report, DocketRemoval *removal)
{
  DocketRemovalKind kind = docket_removal_get_kind (removal);
  const DocketTarget target = docket_removal_get_target (removal);
  gboolean proven = docket_removal_get_outcome (removal) == DOCKET_OUTCOME_DONE;

  report->toast = g_strdup (proven ? say (removal, words[target][kind].done)
                                   : say (removal, words[target][kind].found_done));
  if (kind == DOCKET_REMOVAL_ARCHIVE)
    report->next = DOCKET_NEXT_UNDO;
}

/**
 * docket_removal_report_fill:
 *
 * Says in people's words how @removal ended, what is safe, and what can be done next. A pure
 * function but for the language and the time zone.
 */
void
docket_removal_report_fill (DocketRemovalReport *report, DocketRemoval *removal)
{
  g_autofree char *title = docket_text_isolate (docket_removal_get_title (removal), MAX_TITLE);

  memset (report, 0, sizeof *report);
  switch (docket_removal_get_outcome (removal))
    {
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
      report_success (report, removal);
      break;
    case DOCKET_OUTCOME_GONE:
      report->heading = docket_removal_get_target (removal) == DOCKET_TARGET_PROCESS
                            ? _ ("Process Already Gone")
                            : _ ("Task Already Gone");
      report->body
          = put_title (say (removal, sentences[docket_removal_get_target (removal)].gone), title);
      offer (report, DOCKET_NEXT_REFRESH, _ ("_Refresh List"));
      break;
    case DOCKET_OUTCOME_STILL_THERE:
      report_still_there (report, removal, title);
      break;
    case DOCKET_OUTCOME_ARCHIVED:
      report->heading
          = say (removal,
                 words[docket_removal_get_target (removal)][DOCKET_REMOVAL_DELETE].not_done);
      report->body
          = put_title (say (removal,
                            sentences[docket_removal_get_target (removal)].archived_instead),
                       title);
      break;
    case DOCKET_OUTCOME_REFUSED:
      report_refusal (report, removal, title);
      break;
    case DOCKET_OUTCOME_NOT_SENT:
      report_not_sent (report, removal, title);
      break;
    case DOCKET_OUTCOME_CHANGED:
      report_changed (report, removal, title);
      break;
    case DOCKET_OUTCOME_NO_COPY:
      report_no_copy (report, removal, title);
      break;
    case DOCKET_OUTCOME_NOT_RESUMED:
      report_not_resumed (report, removal, title);
      break;
    case DOCKET_OUTCOME_NOT_CONFIRMED:
    default:
      report_not_confirmed (report, removal, title);
      break;
    }
}

void
docket_removal_report_add_copy (DocketRemovalReport *report, DocketRemoval *removal)
{
  if (report->toast == NULL)
    return;
  if (docket_removal_get_target (removal) == DOCKET_TARGET_PROCESS)
    {
      g_free (report->toast);
      report->toast = g_strdup (_ ("Process deleted permanently, copy kept"));
    }
  else if (docket_removal_get_outcome (removal) == DOCKET_OUTCOME_DONE)
    {
      g_free (report->toast);
      report->toast = g_strdup (_ ("Task deleted permanently, copy kept"));
    }
  report->next = DOCKET_NEXT_OPEN_COPY;
}

/** docket_removal_report_clear: frees what @report holds. */
void
docket_removal_report_clear (DocketRemovalReport *report)
{
  g_clear_pointer (&report->toast, g_free);
  g_clear_pointer (&report->body, g_free);
}
