/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "thread.h"

#define ONE_OFF ",\"owners\":{\"users\":[7]}"

char *
comment_json (const char *id, gint64 author, const char *content)
{
  return g_strdup_printf ("{\"id\":\"%s\",\"author_id\":%" G_GINT64_FORMAT
                          ",\"author_type\":\"member\",\"content\":\"%s\",\"label\":\"comment\"}",
                          id, author, content);
}

void
thread_push (Room *room, const char *comments)
{
  g_autofree char *extra = g_strdup_printf (ONE_OFF ",\"threads\":{\"data\":[%s]}", comments);
  g_autofree char *task = task_json ("t1", "Report", extra);
  g_autofree char *item = g_strdup_printf ("{\"data\":%s}", task);

  hostile_server_push_answer (room->server, 200, "", item);
}

void
thread_push_loss (Room *room)
{
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
}

void
thread_fetch (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task = NULL;

  docket_workspace_fetch_task_async (room->workspace, "t1", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  task = docket_workspace_fetch_task_finish (room->workspace, result, &error);
  g_assert_no_error (error);
}

void
thread_open (Room *room, const char *comments)
{
  g_autofree char *task = task_json ("t1", "Report", ONE_OFF);

  room_open_with (room, task, "");
  thread_push (room, comments);
  thread_fetch (room);
}
