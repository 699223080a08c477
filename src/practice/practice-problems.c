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

/* The task of the call, which somebody still works on. */
static gboolean
find_open_task (PracticeCall *call, PracticeTaskRef *task)
{
  if (!practice_find_task (call, NULL, call->arg[0], task))
    return FALSE;
  if (task->archived)
    refuse (call, "This task is archived.");
  else if (task->completed)
    refuse (call, "This task is already completed.");
  return !practice_call_has_failed (call);
}

/* There is no post office here: the answer is all that comes of it. */
void
practice_remind_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (!find_open_task (call, &task))
    return;
  if (practice_store_number (call->store, "SELECT count(*) FROM owners WHERE task = ?", "i",
                             task.number)
      == 0)
    refuse (call, "Nobody is assigned to this task.");
  else
    practice_call_say (call, SOUP_STATUS_OK, "The assignees were reminded.");
}

/* A task has a problem as long as one of its problems is not resolved. */
void
practice_problem_settle (PracticeCall *call, gint64 task)
{
  practice_store_run (call->store,
                      "UPDATE tasks SET problem = 0, status = 'active' WHERE number = ?1 AND "
                      "problem"
                      " AND NOT EXISTS (SELECT * FROM comments WHERE task = ?1"
                      " AND label = 'problem' AND resolve_id IS NULL)",
                      "i", task);
}

void
practice_report_problem (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  const char *content;

  if (!find_open_task (call, &task))
    return;
  content = practice_comment_content (call);
  if (content == NULL)
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET problem = 1, status = 'hasproblem' WHERE number = ?", "i",
                      task.number);
  g_free (practice_comment_add (call, task.number, content, "problem"));
}

/* The problem that the body names, of this task. */
static const char *
find_problem (PracticeCall *call, gint64 task)
{
  const char *id = practice_input_text (call, "thread_id");
  g_autoptr (PracticeRows) row = NULL;

  if (id == NULL)
    {
      practice_call_invalid (call, "thread_id", "The thread_id field is required.");
      return NULL;
    }
  row = practice_store_query (call->store,
                              "SELECT resolve_id FROM comments WHERE id = ? AND task = ?"
                              " AND label = 'problem'",
                              "si", id, task);
  if (!practice_rows_next (row))
    practice_call_not_found (call);
  else if (!practice_rows_is_null (row, 0))
    refuse (call, "This problem is resolved already.");
  else
    return id;
  return NULL;
}

void
practice_resolve_problem (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  const char *problem;
  g_autofree char *resolution = NULL;

  if (!practice_find_task (call, NULL, call->arg[0], &task))
    return;
  problem = find_problem (call, task.number);
  if (problem == NULL || practice_comment_content (call) == NULL)
    return;
  resolution = practice_comment_add (call, task.number, practice_comment_content (call), "resolve");
  practice_store_run (call->store, "UPDATE comments SET resolve_id = ? WHERE id = ?", "ss",
                      resolution, problem);
  practice_problem_settle (call, task.number);
}
