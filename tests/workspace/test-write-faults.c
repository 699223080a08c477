/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Each fault in each call that writes without removing: it goes out once and never again by itself,
 * a refusal is one, and what nobody could find out is called so. */
#include "room.h"

#include <string.h>

#include "workspace/docket-answers.h"
#include "workspace/docket-comments.h"
#include "workspace/docket-completion.h"
#include "workspace/docket-new-task.h"
#include "workspace/docket-reminder.h"

#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define FORM                                                                                       \
  "{\"data\":{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true,\"owners\":{\"users\":["  \
  "7]},"                                                                                           \
  "\"deadline\":\"2030-01-01T00:00:00Z\",\"form_fields\":{\"data\":[{\"id\":\"f1\",\"label\":"     \
  "\"Name\","                                                                                      \
  "\"field_type\":\"text\",\"value\":null}]}}}"
#define MESSAGE "{\"error\":true,\"message\":\"Ask an administrator.\"}"
#define CUT "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":"

/* More than a look-up sends. */
#define MOST_LOOKS 8

typedef struct
{
  const char *name;
  guint status; /* 0: the action, with the bytes */
  const char *headers;
  const char *body;
  HostileAction action;
  int error; /* TALLYFY_ERROR; -1: the server did not say what became of it */
} Fault;

static const Fault faults[] = {
  { "refused", 0, NULL, NULL, HOSTILE_HOLD, TALLYFY_ERROR_OFFLINE },
  { "reset-before", 0, NULL, "", HOSTILE_CLOSE_EARLY, -1 },
  { "reset-after", 0, NULL, "", HOSTILE_ANSWER_AND_CLOSE, -1 },
  { "cut", 0, NULL, CUT, HOSTILE_ANSWER_AND_CLOSE, -1 },
  { "200-html", 200, "", "<html>", HOSTILE_HOLD, -1 },
  { "late", 0, NULL, "", HOSTILE_STALL, -1 },
  { "400", 400, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_REFUSED },
  { "401", 401, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_SIGNED_OUT },
  { "403", 403, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_FORBIDDEN },
  { "404", 404, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_NOT_FOUND },
  { "409", 409, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_REFUSED },
  { "422", 422, "", MESSAGE, HOSTILE_HOLD, TALLYFY_ERROR_INVALID },
  { "429-seconds", 429, "Retry-After: 20\r\n", MESSAGE, HOSTILE_HOLD,
    TALLYFY_ERROR_TOO_MANY_REQUESTS },
  { "429-date", 429, "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n", MESSAGE, HOSTILE_HOLD,
    TALLYFY_ERROR_TOO_MANY_REQUESTS },
  { "500", 500, "", MESSAGE, HOSTILE_HOLD, -1 },
  { "502", 502, "Retry-After: 0\r\n", MESSAGE, HOSTILE_HOLD, -1 },
  { "503", 503, "Retry-After: 0\r\n", MESSAGE, HOSTILE_HOLD, -1 },
  { "redirect", 307, "Location: /elsewhere\r\n", "", HOSTILE_HOLD, -1 },
};

/* Each begins its call, and then says whether it has ended well, with its outcome. */
typedef void (*Begin) (Room *room, GAsyncResult **slot);
typedef gboolean (*Hear) (Room *room, GAsyncResult *result, int *outcome, GError **error);

static void
complete (Room *room, GAsyncResult **slot)
{
  docket_completion_async (room->workspace, DOCKET_COMPLETION_COMPLETE, "t1", keep_result, slot);
}

static gboolean
hear_completion (Room *room, GAsyncResult *result, int *outcome, GError **error)
{
  DocketCompletionOutcome heard;
  const gboolean ok = docket_completion_finish (room->workspace, result, &heard, error);

  *outcome = (int)heard;
  return ok;
}

static void
create (Room *room, GAsyncResult **slot)
{
  docket_new_task_async (room->workspace, tallyfy_task_draft_new ("Order chairs", "task"),
                         keep_result, slot);
}

static void
duplicate (Room *room, GAsyncResult **slot)
{
  docket_new_task_clone_async (room->workspace, "t1", "Report", keep_result, slot);
}

static gboolean
hear_new_task (Room *room, GAsyncResult *result, int *outcome, GError **error)
{
  DocketNewTaskOutcome heard;
  g_autoptr (TallyfyTask) made = NULL;
  const gboolean ok = docket_new_task_finish (room->workspace, result, &heard, &made, error);

  g_assert_null (made);
  *outcome = (int)heard;
  return ok;
}

static void
comment (Room *room, GAsyncResult **slot)
{
  DocketCommentChange *change = g_new0 (DocketCommentChange, 1);

  change->kind = DOCKET_COMMENT_ADD;
  change->task_id = g_strdup ("t1");
  change->html = g_strdup ("<p>Seen.</p>");
  docket_comments_change_async (room->workspace, change, keep_result, slot);
}

static gboolean
hear_comment (Room *room, GAsyncResult *result, int *outcome, GError **error)
{
  DocketCommentOutcome heard;
  const gboolean ok = docket_comments_change_finish (room->workspace, result, &heard, NULL, error);

  *outcome = (int)heard;
  return ok;
}

static void
remind (Room *room, GAsyncResult **slot)
{
  docket_reminder_async (room->workspace, "t1", keep_result, slot);
}

static gboolean
hear_reminder (Room *room, GAsyncResult *result, int *outcome, GError **error)
{
  DocketReminderOutcome heard;
  const gboolean ok = docket_reminder_finish (room->workspace, result, &heard, error);

  *outcome = (int)heard;
  return ok;
}

static void
answer (Room *room, GAsyncResult **slot)
{
  const char *const none[] = { NULL };
  const char *const wanted[] = { "Ada", NULL };

  docket_answers_save_async (room->workspace, "t1", "f1", none, wanted, keep_result, slot);
}

static gboolean
hear_answer (Room *room, GAsyncResult *result, int *outcome, GError **error)
{
  DocketAnswersOutcome heard;
  g_auto (GStrv) theirs = NULL;
  const gboolean ok = docket_answers_save_finish (room->workspace, result, &heard, &theirs, error);

  *outcome = (int)heard;
  return ok;
}

static const struct
{
  const char *name;
  const char *line;
  Begin begin;
  Hear hear;
  int not_confirmed;
  const char *before; /* what is answered to the question that comes first; nullable */
} writes[] = {
  { "complete", "POST /organizations/org1/completed-tasks", complete, hear_completion,
    DOCKET_COMPLETION_NOT_CONFIRMED, NULL },
  { "create", "POST /organizations/org1/tasks", create, hear_new_task,
    DOCKET_NEW_TASK_NOT_CONFIRMED, NULL },
  { "clone", "POST /organizations/org1/tasks/t1/clone", duplicate, hear_new_task,
    DOCKET_NEW_TASK_NOT_CONFIRMED, NULL },
  { "comment", "POST /organizations/org1/tasks/t1/comment", comment, hear_comment,
    DOCKET_COMMENT_NOT_CONFIRMED, NULL },
  { "remind", "GET /organizations/org1/tasks/t1/email", remind, hear_reminder,
    DOCKET_REMINDER_NOT_CONFIRMED, NULL },
  { "answer", "PUT /organizations/org1/tasks/t1?with=run,threads,form_fields,tags,summary", answer,
    hear_answer, DOCKET_ANSWERS_NOT_CONFIRMED, FORM },
};

typedef struct
{
  guint fault;
  guint write;
} Cell;

/* The look-up that follows finds nothing out, either. */
static void
push_script (Room *room, const Fault *fault, const char *before)
{
  if (before != NULL)
    hostile_server_push_answer (room->server, 200, "", before);
  if (fault->status == 0)
    hostile_server_push (room->server, fault->action, fault->body);
  else
    hostile_server_push_answer (room->server, fault->status, fault->headers, fault->body);
  for (guint i = 0; i < MOST_LOOKS; i++)
    hostile_server_push_answer (room->server, 502, "Retry-After: 0\r\n", "{}");
}

static guint
count_writes (Room *room, const char *line)
{
  g_autofree char *start = g_strconcat (line, " ", NULL);
  guint n = 0;

  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    n += request_has (room->server, i, start);
  return n;
}

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  const Fault *fault = &faults[cell->fault];
  g_autoptr (Room) room = room_new (fault->action == HOSTILE_STALL ? 1000 : 0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int outcome = -1;
  gboolean ok;

  room_open_with (room, TASK, "");
  if (fault->body == NULL)
    g_clear_pointer (&room->server, hostile_server_free);
  else
    push_script (room, fault, writes[cell->write].before);
  writes[cell->write].begin (room, &slot);
  result = wait_for_result (&slot);
  ok = writes[cell->write].hear (room, result, &outcome, &error);
  if (fault->error >= 0)
    g_assert_error (error, TALLYFY_ERROR, fault->error);
  else
    g_assert_no_error (error);
  g_assert_cmpint (ok, ==, error == NULL);
  if (ok)
    g_assert_cmpint (outcome, ==, writes[cell->write].not_confirmed);
  /* One that broke off before it was read is not counted by the server. */
  if (room->server != NULL)
    g_assert_cmpuint (count_writes (room, writes[cell->write].line), ==,
                      fault->action == HOSTILE_CLOSE_EARLY ? 0 : 1);
  g_assert_true ((docket_workspace_get_connection (room->workspace) == DOCKET_CONNECTION_SIGNED_OUT)
                 == (fault->error == TALLYFY_ERROR_SIGNED_OUT));
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  for (guint write = 0; write < G_N_ELEMENTS (writes); write++)
    for (guint fault = 0; fault < G_N_ELEMENTS (faults); fault++)
      {
        g_autofree char *path
            = g_strdup_printf ("/write-faults/%s/%s", writes[write].name, faults[fault].name);
        Cell *cell = g_new (Cell, 1);

        cell->fault = fault;
        cell->write = write;
        folders_add_data_func (path, cell, g_free, test_cell);
      }
  return folders_run ();
}
