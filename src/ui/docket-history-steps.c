/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What happened in a removal, one step after another. */
#include "ui/docket-history-words-private.h"

#include <glib/gi18n.h>

static void
step_free (gpointer data)
{
  DocketHistoryStep *step = data;

  g_free (step->title);
  g_free (step->detail);
  g_free (step->time);
  g_free (step);
}

/* @detail: (transfer full) (nullable) */
static DocketHistoryStep *
add_step (GPtrArray *steps, const char *icon_name, const char *title, char *detail)
{
  DocketHistoryStep *step = g_new0 (DocketHistoryStep, 1);

  step->icon_name = icon_name;
  step->title = g_strdup (title);
  step->detail = detail;
  g_ptr_array_add (steps, step);
  return step;
}

/* What came of the request, where its answer was no proof. */
static void
add_unproven (GPtrArray *steps, DocketHistoryEntry *entry)
{
  guint status = docket_history_entry_get_status (entry);

  /* A process that is deleted is answered with nothing, which proves nothing. */
  if (status == 0 && docket_history_words_kind (entry) == DOCKET_REMOVAL_DELETE
      && docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS)
    add_step (steps, "dialog-information-symbolic", _ ("The request was sent"),
              g_strdup (_ ("Tallyfy does not confirm such a deletion, so Docket looked it up")));
  else if (status == 0)
    add_step (steps, "action-unavailable-symbolic", _ ("No answer came"), NULL);
  else if (status == 404)
    add_step (steps, "action-unavailable-symbolic",
              docket_history_words_pick (entry, _ ("Tallyfy did not find the task"),
                                         _ ("Tallyfy did not find the process")),
              docket_history_words_quote (entry));
  else if (status < 400)
    add_step (steps, "action-unavailable-symbolic", _ ("The answer was no proof"),
              /* Translators: %u is a number such as 200 */
              g_strdup_printf (_ ("The server answered with status %u"), status));
  else
    add_step (steps, "action-unavailable-symbolic", _ ("The answer was no proof"),
              /* Translators: %u is a number such as 502 */
              g_strdup_printf (_ ("The server answered with an error (%u)"), status));
}

static void
add_look_up (GPtrArray *steps, DocketHistoryEntry *entry, const char *found, GDateTime *now)
{
  GDateTime *moment = docket_history_entry_get_looked_up_at (entry);
  DocketHistoryStep *step
      = add_step (steps, "system-search-symbolic", _ ("Looked up"), g_strdup (found));

  if (moment != NULL)
    step->time = docket_history_words_step_time (moment, now);
}

static const char *
describe_gone (DocketHistoryEntry *entry)
{
  return docket_history_words_pick (entry, _ ("The task was no longer there"),
                                    _ ("The process was no longer there"));
}

static const char *
describe_archived (DocketHistoryEntry *entry)
{
  return docket_history_words_pick (entry, _ ("The task was archived"),
                                    _ ("The process was archived"));
}

/* What a look-up found that found it done. */
static const char *
describe_done (DocketHistoryEntry *entry)
{
  switch (docket_history_words_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return describe_archived (entry);
    case DOCKET_REMOVAL_RESTORE:
      return docket_history_words_pick (entry, _ ("The task was there, not archived"),
                                        _ ("The process was there, not archived"));
    case DOCKET_REMOVAL_DELETE:
    default:
      return describe_gone (entry);
    }
}

static void
add_end (GPtrArray *steps, DocketHistoryEntry *entry, DocketRemovalOutcome outcome, GDateTime *now)
{
  const char *found = NULL;

  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
      add_step (steps, "object-select-symbolic", _ ("Tallyfy confirmed it"), NULL);
      return;
    case DOCKET_OUTCOME_REFUSED:
      add_step (steps, "action-unavailable-symbolic", _ ("Tallyfy refused"),
                docket_history_words_quote (entry));
      return;
    case DOCKET_OUTCOME_FOUND_DONE:
      found = describe_done (entry);
      break;
    case DOCKET_OUTCOME_GONE:
      found = describe_gone (entry);
      break;
    case DOCKET_OUTCOME_STILL_THERE:
      found = docket_history_words_pick (entry, _ ("The task was there, unchanged"),
                                         _ ("The process was there, unchanged"));
      break;
    case DOCKET_OUTCOME_ARCHIVED:
      found = describe_archived (entry);
      break;
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      found = _ ("Nothing could be found out");
      break;
    case DOCKET_OUTCOME_NOT_RESUMED:
      add_step (steps, "docket-clock-symbolic", _ ("Tallyfy asked to wait"),
                docket_history_words_quote (entry));
      add_step (steps, "action-unavailable-symbolic", _ ("Not sent again after a restart"), NULL);
      return;
    case DOCKET_OUTCOME_NOT_SENT:
    default:
      add_step (steps, "action-unavailable-symbolic", _ ("Nothing was sent"), NULL);
      return;
    }
  add_unproven (steps, entry);
  add_look_up (steps, entry, found, now);
}

/* What became of the copy afterwards. */
static void
add_copy_story (GPtrArray *steps, DocketHistoryEntry *entry, GDateTime *now)
{
  GDateTime *created_at = docket_history_entry_get_created_at (entry);
  GDateTime *removed_at = docket_history_entry_get_copy_removed_at (entry);
  DocketHistoryStep *step;

  if (created_at != NULL)
    {
      step = add_step (steps, "list-add-symbolic", _ ("Created again"),
                       g_strdup (_ ("As a new task, from the copy")));
      step->time = docket_history_words_step_time (created_at, now);
      step->task_id = docket_history_entry_get_created_task (entry);
    }
  if (removed_at != NULL)
    {
      step = add_step (steps, "user-trash-symbolic", _ ("Its copy was removed"),
                       g_strdup (_ ("From this computer")));
      step->time = docket_history_words_step_time (removed_at, now);
    }
}

static DocketHistoryStep *
add_request (GPtrArray *steps, DocketHistoryEntry *entry)
{
  switch (docket_history_words_kind (entry))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return add_step (steps, "docket-archive-symbolic",
                       docket_history_words_pick (entry, _ ("You asked to archive the task"),
                                                  _ ("You asked to archive the process")),
                       NULL);
    case DOCKET_REMOVAL_RESTORE:
      return add_step (steps, "docket-restore-symbolic",
                       docket_history_words_pick (entry, _ ("You asked to restore the task"),
                                                  _ ("You asked to restore the process")),
                       NULL);
    case DOCKET_REMOVAL_DELETE:
    default:
      return add_step (steps, "user-trash-symbolic", _ ("You pressed “Delete Permanently”"),
                       g_strdup (docket_history_words_pick (entry,
                                                            _ ("In the dialog for this task"),
                                                            _ ("In the dialog for this process"))));
    }
}

GPtrArray *
docket_history_words_steps (DocketHistoryEntry *entry, GDateTime *now)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  DocketRemovalOutcome outcome;
  DocketHistoryStep *asked = add_request (steps, entry);

  asked->time = docket_history_words_step_time (docket_history_entry_get_intended_at (entry), now);
  if (docket_history_entry_has_copy (entry)
      || docket_history_entry_get_copy_removed_at (entry) != NULL)
    add_step (steps, "document-save-symbolic", _ ("Copy kept"), g_strdup (_ ("On this computer")));
  if (docket_history_entry_get_outcome (entry, &outcome))
    add_end (steps, entry, outcome, now);
  add_copy_story (steps, entry, now);
  return steps;
}
