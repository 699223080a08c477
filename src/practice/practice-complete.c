/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-input.h"
#include "practice/practice-json.h"

static void
refuse (PracticeCall *call, const char *sentence)
{
  practice_call_refuse (call, SOUP_STATUS_BAD_REQUEST, NULL, sentence);
}

/* A 422 names each required field without an answer. */
static gboolean
has_required_answers (PracticeCall *call, gint64 task)
{
  g_autoptr (PracticeRows) rows
      = practice_store_query (call->store,
                              "SELECT id, label FROM fields WHERE task = ? AND required AND value "
                              "IS NULL ORDER BY number",
                              "i", task);

  while (practice_rows_next (rows))
    {
      g_autofree char *sentence
          = g_strdup_printf ("The field “%s” is required.", practice_rows_text (rows, 1));

      practice_call_invalid (call, practice_rows_text (rows, 0), sentence);
    }
  return !practice_call_has_failed (call);
}

static gboolean
can_complete (PracticeCall *call, const PracticeTaskRef *task)
{
  if (task->archived)
    refuse (call, "This task is archived.");
  else if (task->completed)
    refuse (call, "This task is already completed.");
  else if (practice_store_number (call->store, "SELECT problem FROM tasks WHERE number = ?", "i",
                                  task->number)
           != 0)
    refuse (call, "This task has an open problem.");
  else
    return has_required_answers (call, task->number);
  return FALSE;
}

/* Approvals are approved unless "is_approved" says otherwise. */
static void
complete (PracticeCall *call, const PracticeTaskRef *task)
{
  gboolean approved = practice_input_flag (call, "is_approved", TRUE);
  g_autofree char *now = practice_now ();

  if (practice_call_has_failed (call) || !can_complete (call, task))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET status = 'completed', completed_at = ?1,"
                      " last_updated = ?1, completer_id = ?2,"
                      " is_approved = CASE task_type WHEN 'approval' THEN ?3 END"
                      " WHERE number = ?4",
                      "siii", now, call->user_id, (gint64)approved, task->number);
  practice_call_item (call, SOUP_STATUS_OK,
                      practice_task_node_for (call->store, task->number, PRACTICE_WITH_SUMMARY));
}

static void
reopen (PracticeCall *call, const PracticeTaskRef *task)
{
  g_autofree char *now = practice_now ();

  if (!task->completed)
    {
      refuse (call, "This task is not completed.");
      return;
    }
  practice_store_run (call->store,
                      "UPDATE tasks SET status = 'active', completed_at = NULL,"
                      " completer_id = NULL, is_approved = NULL, last_updated = ?"
                      " WHERE number = ?",
                      "si", now, task->number);
  practice_call_item (call, SOUP_STATUS_OK,
                      practice_task_node_for (call->store, task->number, PRACTICE_WITH_SUMMARY));
}

static const char *
body_task_id (PracticeCall *call)
{
  const char *id = practice_input_text (call, "task_id");

  if (id == NULL)
    practice_call_invalid (call, "task_id", "The task_id field is required.");
  return id;
}

void
practice_complete_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  const char *id = body_task_id (call);

  if (id != NULL && practice_find_task (call, NULL, id, &task)
      && practice_need_one_off (call, &task, "completed"))
    complete (call, &task);
}

void
practice_complete_run_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  const char *id = body_task_id (call);

  if (id != NULL && practice_find_task (call, call->arg[0], id, &task))
    complete (call, &task);
}

void
practice_reopen_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (practice_find_task (call, NULL, call->arg[0], &task)
      && practice_need_one_off (call, &task, "reopened"))
    reopen (call, &task);
}

void
practice_reopen_run_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (practice_find_task (call, call->arg[0], call->arg[1], &task))
    reopen (call, &task);
}
