/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-input.h"
#include "practice/practice-json.h"

const char *
practice_comment_content (PracticeCall *call)
{
  const char *content = practice_input_text (call, "content");

  if (content != NULL && content[0] != '\0')
    return content;
  practice_call_invalid (call, "content", "The content field is required.");
  return NULL;
}

/* Answers with it. */
char *
practice_comment_add (PracticeCall *call, gint64 task, const char *content, const char *label)
{
  char *id = practice_new_id ();
  g_autofree char *now = practice_now ();

  practice_store_run (call->store,
                      "INSERT INTO comments (id, task, content, author_id, label, state,"
                      " created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'open', ?, ?)",
                      "sisisss", id, task, content, call->user_id, label, now, now);
  practice_store_run (call->store, "UPDATE tasks SET last_updated = ? WHERE number = ?", "si", now,
                      task);
  practice_call_item (call, SOUP_STATUS_CREATED, practice_comment_node (call->store, id));
  return id;
}

void
practice_add_comment (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  const char *content;

  if (!practice_find_task (call, NULL, call->arg[0], &task))
    return;
  content = practice_comment_content (call);
  if (content != NULL)
    g_free (practice_comment_add (call, task.number, content, "comment"));
}

/* Only its author may change a comment. */
static gboolean
find_own_comment (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  gint64 author;

  if (!practice_find_task (call, NULL, call->arg[0], &task))
    return FALSE;
  author = practice_store_number (call->store,
                                  "SELECT author_id FROM comments WHERE id = ? AND task = ?", "si",
                                  call->arg[1], task.number);
  if (author == call->user_id)
    return TRUE;
  if (author == 0)
    practice_call_not_found (call);
  else
    practice_call_refuse (call, SOUP_STATUS_FORBIDDEN, NULL,
                          "Only its author may change a comment.");
  return FALSE;
}

void
practice_update_comment (PracticeCall *call)
{
  g_autofree char *now = practice_now ();
  const char *content = find_own_comment (call) ? practice_comment_content (call) : NULL;

  if (content == NULL)
    return;
  practice_store_run (call->store, "UPDATE comments SET content = ?, updated_at = ? WHERE id = ?",
                      "sss", content, now, call->arg[1]);
  practice_call_item (call, SOUP_STATUS_OK, practice_comment_node (call->store, call->arg[1]));
}

void
practice_delete_comment (PracticeCall *call)
{
  gint64 task;

  if (!find_own_comment (call))
    return;
  task = practice_store_number (call->store, "SELECT task FROM comments WHERE id = ?", "s",
                                call->arg[1]);
  practice_store_run (call->store, "DELETE FROM comments WHERE id = ?", "s", call->arg[1]);
  practice_problem_settle (call, task);
  practice_call_empty (call);
}
