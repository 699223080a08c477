/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-json.h"

/* Keeps everything and takes the task out of the default lists; doing it twice changes nothing. */
void
practice_archive_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  g_autofree char *now = practice_now ();

  if (!practice_find_task (call, NULL, call->arg[0], &task)
      || !practice_need_one_off (call, &task, "archived"))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET archived_at = ?, last_updated = ?"
                      " WHERE number = ? AND archived_at IS NULL",
                      "ssi", now, now, task.number);
  practice_call_empty (call);
}

void
practice_restore_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  g_autofree char *now = practice_now ();

  if (!practice_find_task (call, NULL, call->arg[0], &task)
      || !practice_need_one_off (call, &task, "restored"))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET archived_at = NULL, last_updated = ? WHERE number = ?",
                      "si", now, task.number);
  practice_call_item (call, SOUP_STATUS_OK,
                      practice_task_node_for (call->store, task.number, PRACTICE_WITH_SUMMARY));
}

/* Takes the task, its form fields with their answers, and its comments. */
void
practice_delete_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (!practice_find_task (call, NULL, call->arg[0], &task)
      || !practice_need_one_off (call, &task, "deleted"))
    return;
  practice_store_run (call->store, "DELETE FROM tasks WHERE number = ?", "i", task.number);
  practice_call_empty (call);
}
