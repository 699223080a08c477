/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Each fault in each call of a removal: what the server received, and what the person reads. */
#include "room.h"

#include <locale.h>
#include <string.h>

#include "ui/docket-removal-report.h"

#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define ARCHIVED_TASK                                                                              \
  "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true,"                                   \
  "\"archived_at\":\"2026-03-15T17:00:00Z\"}"
#define ITEM(task) "{\"data\":" task "}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define SENTENCE "Ask an administrator."
#define MESSAGE "{\"error\":true,\"message\":\"" SENTENCE "\"}"
#define CUT "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":"

/* The calls, in the order of the columns. */
typedef enum
{
  ARCHIVE,
  RESTORE,
  DELETE,
  LOOK_UP,
  N_CALLS
} Call;

static const char *const call_names[N_CALLS] = { "archive", "restore", "delete", "look-up" };

/* What a fault means for a write. */
typedef enum
{
  REFUSED,
  SIGNED_OUT,
  BUSY,    /* twice */
  MISSES,  /* 404, and the look-up finds no such task */
  UNKNOWN, /* the look-up finds it as it was */
  LATE,    /* no answer in time; the look-up finds it done */
  UNSENT
} Meaning;

typedef struct
{
  const char *name;
  Meaning meaning;
  guint status; /* 0: the action, with the bytes */
  const char *headers;
  const char *body;
  HostileAction action;
} Fault;

static const Fault faults[] = {
  { "refused", UNSENT },
  { "reset-before", UNKNOWN, 0, NULL, "", HOSTILE_CLOSE_EARLY },
  { "reset-after", UNKNOWN, 0, NULL, "", HOSTILE_ANSWER_AND_CLOSE },
  { "cut", UNKNOWN, 0, NULL, CUT, HOSTILE_ANSWER_AND_CLOSE },
  { "200-message", UNKNOWN, 200, "", "{\"message\":\"Deleted.\"}" },
  { "200-html", UNKNOWN, 200, "", "<html>" },
  { "204-late", LATE, 0, NULL, "", HOSTILE_STALL },
  { "400", REFUSED, 400, "", MESSAGE },
  { "401", SIGNED_OUT, 401, "", MESSAGE },
  { "403", REFUSED, 403, "", MESSAGE },
  { "404", MISSES, 404, "", MISSING },
  { "409", REFUSED, 409, "", MESSAGE },
  { "422", REFUSED, 422, "", MESSAGE },
  { "429-seconds", BUSY, 429, "Retry-After: 20\r\n", MESSAGE },
  { "429-date", BUSY, 429, "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n", MESSAGE },
  { "500", UNKNOWN, 500, "", MESSAGE },
  { "502", UNKNOWN, 502, "Retry-After: 0\r\n", MESSAGE },
  { "503", UNKNOWN, 503, "Retry-After: 0\r\n", MESSAGE },
  { "redirect", UNKNOWN, 307, "Location: /elsewhere\r\n", "" },
};

typedef struct
{
  const Fault *fault;
  Call call;
} Cell;

static const char *const lines[] = {
  "DELETE /organizations/org1/tasks/t1",
  "PUT /organizations/org1/tasks/t1/restore",
  "DELETE /organizations/org1/tasks/t1/delete",
};

static DocketRemovalKind
kind_of (const Cell *cell)
{
  return cell->call == LOOK_UP ? DOCKET_REMOVAL_DELETE : (DocketRemovalKind)cell->call;
}

static void
push_fault (Room *room, const Fault *fault)
{
  if (fault->status == 0)
    hostile_server_push (room->server, fault->action, fault->body);
  else
    hostile_server_push_answer (room->server, fault->status, fault->headers, fault->body);
}

static void
push_there (Room *room, gboolean archived)
{
  hostile_server_push_answer (room->server, 200, "", archived ? ITEM (ARCHIVED_TASK) : ITEM (TASK));
}

static void
push_gone (Room *room)
{
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
}

/* What the look-up of a late call finds: it is done. */
static void
push_done (Room *room, DocketRemovalKind kind)
{
  if (kind == DOCKET_REMOVAL_DELETE)
    push_gone (room);
  else
    push_there (room, kind == DOCKET_REMOVAL_ARCHIVE);
}

static void
push_script (Room *room, const Cell *cell)
{
  const Fault *fault = cell->fault;

  if (fault->meaning == UNSENT)
    return;
  push_fault (room, fault);
  if (fault->meaning == BUSY)
    push_fault (room, fault);
  else if (fault->meaning == MISSES)
    push_gone (room);
  else if (fault->meaning == LATE)
    push_done (room, kind_of (cell));
  else if (fault->meaning == UNKNOWN)
    push_there (room, cell->call == RESTORE);
}

/* A read is sent again where that may help, so the fault stays; it need not be waited for here. */
static void
push_look_up_script (Room *room, const Fault *fault)
{
  hostile_server_push_answer (room->server, 500, "", "{}");
  if (fault->meaning == MISSES)
    push_gone (room);
  else
    for (int i = 0; i < 3; i++)
      if (fault->meaning == BUSY)
        hostile_server_push_answer (room->server, 429, "Retry-After: 0\r\n", MESSAGE);
      else
        push_fault (room, fault);
}

static DocketRemoval *
run_cell (Room *room, const Cell *cell)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DocketRemoval *removal;

  if (kind_of (cell) == DOCKET_REMOVAL_DELETE)
    docket_workspace_delete_async (room->workspace, "t1", NULL, TRUE, keep_result, &slot);
  else
    docket_workspace_remove_async (room->workspace, kind_of (cell), "t1", keep_result, &slot);
  result = wait_for_result (&slot);
  removal = docket_workspace_remove_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return removal;
}

/* Every write goes out once; a second time after a 429 alone. */
static void
assert_received (Room *room, const Cell *cell)
{
  guint n_writes = 0;
  guint expected = cell->call != LOOK_UP && cell->fault->meaning == BUSY ? 2 : 1;

  if (room->server == NULL)
    return;
  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    if (!request_has (room->server, i, "GET "))
      {
        assert_request (room->server, i, lines[kind_of (cell)]);
        n_writes++;
      }
  if (cell->call != LOOK_UP && cell->fault->action == HOSTILE_CLOSE_EARLY)
    expected = 0;
  g_assert_cmpuint (n_writes, ==, expected);
}

/* Heading, and a part of the body; or NULL and the toast; or neither where the banner says it. */
typedef struct
{
  const char *heading;
  const char *text;
} Words;

static const Words refused[]
    = { { "Task Not Archived", "Tallyfy refused: “\xE2\x81\xA8" SENTENCE },
        { "Task Not Restored", "Tallyfy refused: “\xE2\x81\xA8" SENTENCE },
        { "Task Not Deleted", "Tallyfy refused: “\xE2\x81\xA8" SENTENCE } };
static const Words busy[] = { { "Task Not Archived", "Tallyfy is busy. Nothing was archived." },
                              { "Task Not Restored", "Tallyfy is busy. Nothing was restored." },
                              { "Task Not Deleted", "Tallyfy is busy. Nothing was deleted." } };
static const Words still_there[] = { { "Task Not Archived", "It was still there, unchanged, at " },
                                     { "Task Not Restored", "It was still there, unchanged, at " },
                                     { "Task Not Deleted", "It was still there, unchanged, at " } };
static const Words late[] = { { NULL, "Task archived" },
                              { NULL, "Task restored" },
                              { NULL, "Task deleted permanently, found by look-up" } };
static const Words unsent[] = { { "Task Not Archived", "Nothing was sent." },
                                { "Task Not Restored", "Nothing was sent." },
                                /* Not even the copy could be fetched. */
                                { "Task Not Deleted", "Nothing was sent." } };
static const Words gone = { "Task Already Gone", "Tallyfy no longer has" };
static const Words silent = { NULL, NULL };
static const Words not_confirmed = { "Deletion Not Confirmed", "does not send it again" };

static Words
expect (const Cell *cell)
{
  if (cell->call == LOOK_UP)
    return cell->fault->meaning == MISSES ? late[DELETE] : not_confirmed;
  switch (cell->fault->meaning)
    {
    case REFUSED:
      return refused[cell->call];
    case SIGNED_OUT:
      return silent;
    case BUSY:
      return busy[cell->call];
    case MISSES:
      return gone;
    case LATE:
      return late[cell->call];
    case UNSENT:
      return unsent[cell->call];
    case UNKNOWN:
    default:
      return still_there[cell->call];
    }
}

static void
assert_words (const Cell *cell, DocketRemoval *removal)
{
  g_auto (DocketRemovalReport) report = { 0 };
  const Words words = expect (cell);
  const char *text;

  docket_removal_report_fill (&report, removal);
  text = report.heading != NULL ? report.body : report.toast;
  g_assert_cmpstr (report.heading, ==, words.heading);
  if (words.text == NULL)
    g_assert_null (text);
  else if (text == NULL || strstr (text, words.text) == NULL)
    g_error ("“%s” is not in “%s”", words.text, text);
  g_test_message ("| %s | %s | %s | %s |", cell->fault->name, call_names[cell->call],
                  report.heading != NULL ? report.heading : "", text != NULL ? text : "(banner)");
}

static void
test_cell (gconstpointer data)
{
  const Cell *cell = data;
  const gboolean archived = cell->call == RESTORE;
  g_autoptr (Room) room = room_new (cell->fault->action == HOSTILE_STALL ? 2000 : 0);
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, archived ? "" : TASK, archived ? ARCHIVED_TASK : "");
  if (cell->fault->meaning == UNSENT)
    g_clear_pointer (&room->server, hostile_server_free);
  else if (kind_of (cell) == DOCKET_REMOVAL_DELETE)
    push_there (room, FALSE); /* the copy */
  if (cell->call == LOOK_UP)
    push_look_up_script (room, cell->fault);
  else
    push_script (room, cell);
  removal = run_cell (room, cell);
  assert_words (cell, removal);
  assert_received (room, cell);
  g_assert_true ((docket_workspace_get_connection (room->workspace) == DOCKET_CONNECTION_SIGNED_OUT)
                 == (cell->fault->meaning == SIGNED_OUT));
}

/* A look-up of which nothing is sent is not one. */
static gboolean
has_cell (const Fault *fault, Call call)
{
  return call != LOOK_UP || fault->meaning != UNSENT;
}

/* test-fault-matrix [CALL]: that column, or all. */
int
main (int argc, char **argv)
{
  const char *only;

  setlocale (LC_ALL, "C.UTF-8");
  folders_init (&argc, &argv, TRUE);
  only = argc > 1 ? argv[1] : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint call = 0; call < N_CALLS; call++)
      {
        g_autofree char *path
            = g_strdup_printf ("/fault-matrix/%s/%s", call_names[call], faults[i].name);
        Cell *cell;

        if (!has_cell (&faults[i], (Call)call)
            || (only != NULL && !g_str_equal (only, call_names[call])))
          continue;
        cell = g_new (Cell, 1);
        cell->fault = &faults[i];
        cell->call = (Call)call;
        folders_add_data_func (path, cell, g_free, test_cell);
      }
  return folders_run ();
}
