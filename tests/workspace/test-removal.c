/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Every end that a removal can have: what the workspace says, what the server received, and where
 * the task is afterwards. */
#include "room.h"

#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define ARCHIVED_TASK                                                                              \
  "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true,"                                   \
  "\"archived_at\":\"2026-03-15T17:00:00Z\"}"
#define DELETED_AT_TASK                                                                            \
  "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true,"                                   \
  "\"deleted_at\":\"2026-03-15T17:00:00Z\"}"
#define OTHER_TASK                                                                                 \
  "{\"id\":\"t2\",\"title\":\"Other\",\"is_oneoff_task\":true,"                                    \
  "\"archived_at\":\"2026-03-15T17:00:00Z\"}"
#define ITEM(task) "{\"data\":" task "}"
#define PAGE(tasks, page, pages, total)                                                            \
  "{\"data\":[" tasks "],\"meta\":{\"pagination\":{\"current_page\":" page                         \
  ",\"total_pages\":" pages ",\"total\":" total "}}}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define NO_ENDPOINT "{\"error\":true,\"message\":\"No.\",\"code\":\"ENDPOINT_NOT_FOUND\"}"
#define SENTENCE "Ask an administrator."
#define MESSAGE "{\"error\":true,\"message\":\"" SENTENCE "\"}"
#define HTML "<html><body>Proxy</body></html>"

typedef struct
{
  guint status; /* 0 = the end of the script */
  const char *body;
  const char *headers;
} Reply;

/* What is asked for, of which task. */
typedef struct
{
  const char *name;
  DocketRemovalKind kind;
  gboolean was_archived;
  const char *line;
} Wish;

static const Wish wishes[] = {
  { "archive", DOCKET_REMOVAL_ARCHIVE, FALSE, "DELETE /organizations/org1/tasks/t1" },
  { "restore", DOCKET_REMOVAL_RESTORE, TRUE, "PUT /organizations/org1/tasks/t1/restore" },
  { "delete", DOCKET_REMOVAL_DELETE, FALSE, "DELETE /organizations/org1/tasks/t1/delete" },
  { "delete-archived", DOCKET_REMOVAL_DELETE, TRUE, "DELETE /organizations/org1/tasks/t1/delete" },
};

typedef enum
{
  PROOF,
  REFUSAL,
  UNKNOWN,
  NOT_FOUND,
} Verdict;

typedef struct
{
  const char *name;
  Verdict verdicts[3]; /* by DocketRemovalKind */
  Reply replies[2];
  HostileAction action; /* other than HOSTILE_ANSWER: instead of the replies, with the bytes */
  const char *bytes;
} Answer;

#define ALL(verdict)                                                                               \
  {                                                                                                \
    verdict, verdict, verdict                                                                      \
  }

static const Answer answers[] = {
  { "204", { PROOF, UNKNOWN, PROOF }, { { 204 } } },
  { "200-open-task", { UNKNOWN, PROOF, UNKNOWN }, { { 200, ITEM (TASK) } } },
  { "200-archived-task", { PROOF, UNKNOWN, UNKNOWN }, { { 200, ITEM (ARCHIVED_TASK) } } },
  { "200-deleted-at", { PROOF, UNKNOWN, UNKNOWN }, { { 200, ITEM (DELETED_AT_TASK) } } },
  { "200-other-task", ALL (UNKNOWN), { { 200, ITEM (OTHER_TASK) } } },
  { "200-message", ALL (UNKNOWN), { { 200, "{\"message\":\"Deleted.\"}" } } },
  { "200-html", ALL (UNKNOWN), { { 200, HTML } } },
  { "200-empty", ALL (UNKNOWN), { { 200, "" } } },
  { "202", ALL (UNKNOWN), { { 202, "{}" } } },
  { "302", ALL (UNKNOWN), { { 302, "", "Location: /elsewhere\r\n" } } },
  { "307", ALL (UNKNOWN), { { 307, "", "Location: /elsewhere\r\n" } } },
  { "400", ALL (REFUSAL), { { 400, MESSAGE } } },
  { "401", ALL (REFUSAL), { { 401, MESSAGE } } },
  { "403", ALL (REFUSAL), { { 403, MESSAGE } } },
  { "404", ALL (NOT_FOUND), { { 404, MISSING } } },
  { "404-without-code", ALL (NOT_FOUND), { { 404, MESSAGE } } },
  { "408", ALL (UNKNOWN), { { 408, MESSAGE } } },
  { "409", ALL (REFUSAL), { { 409, MESSAGE } } },
  { "410", ALL (UNKNOWN), { { 410, MESSAGE } } },
  { "422", ALL (REFUSAL), { { 422, MESSAGE } } },
  { "429-twice",
    ALL (REFUSAL),
    { { 429, MESSAGE, "Retry-After: 0\r\n" }, { 429, MESSAGE, "Retry-After: 0\r\n" } } },
  { "429-then-204",
    { PROOF, UNKNOWN, PROOF },
    { { 429, MESSAGE, "Retry-After: 0\r\n" }, { 204 } } },
  { "429-then-500", ALL (UNKNOWN), { { 429, MESSAGE, "Retry-After: 0\r\n" }, { 500, MESSAGE } } },
  { "500", ALL (UNKNOWN), { { 500, MESSAGE } } },
  { "502-html", ALL (UNKNOWN), { { 502, HTML } } },
  { "503", ALL (UNKNOWN), { { 503, MESSAGE, "Retry-After: 0\r\n" } } },
  { "reset-before", ALL (UNKNOWN), { { 0 } }, HOSTILE_CLOSE_EARLY, "" },
  { "reset-after", ALL (UNKNOWN), { { 0 } }, HOSTILE_ANSWER_AND_CLOSE, "" },
  { "half-an-answer",
    ALL (UNKNOWN),
    { { 0 } },
    HOSTILE_ANSWER_AND_CLOSE,
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":" },
  { "not-http", ALL (UNKNOWN), { { 0 } }, HOSTILE_ANSWER_AND_CLOSE, "220 mail.example ready\r\n" },
};

/* What a look-up can find. */
typedef enum
{
  NOTHING,
  THERE,
  ARCHIVED,
  GONE,
} Found;

typedef struct
{
  const char *name;
  Found found;
  Reply replies[3];
} Look;

static const Look looks[] = {
  { "there", THERE, { { 200, ITEM (TASK) } } },
  { "archived", ARCHIVED, { { 200, ITEM (ARCHIVED_TASK) } } },
  { "deleted-at", ARCHIVED, { { 200, ITEM (DELETED_AT_TASK) } } },
  { "gone", GONE, { { 404, MISSING }, { 200, PAGE ("", "1", "1", "0") } } },
  { "listed", ARCHIVED, { { 404, MISSING }, { 200, PAGE (ARCHIVED_TASK, "1", "1", "1") } } },
  { "listed-on-page-2",
    ARCHIVED,
    { { 404, MISSING },
      { 200, PAGE (OTHER_TASK, "1", "2", "2") },
      { 200, PAGE (ARCHIVED_TASK, "2", "2", "2") } } },
  { "gone-after-page-2",
    GONE,
    { { 404, MISSING },
      { 200, PAGE (OTHER_TASK, "1", "2", "1") },
      { 200, PAGE ("", "2", "2", "1") } } },
  { "archive-refused", NOTHING, { { 404, MISSING }, { 403, MESSAGE } } },
  { "archive-signed-out", NOTHING, { { 404, MISSING }, { 401, MESSAGE } } },
  { "archive-html", NOTHING, { { 404, MISSING }, { 200, HTML } } },
  { "archive-500", NOTHING, { { 404, MISSING }, { 500, MESSAGE } } },
  { "archive-without-data", NOTHING, { { 404, MISSING }, { 200, "{}" } } },
  { "archive-in-part", NOTHING, { { 404, MISSING }, { 200, PAGE (OTHER_TASK, "1", "1", "2") } } },
  { "archive-with-odd-entry", NOTHING, { { 404, MISSING }, { 200, "{\"data\":[7]}" } } },
  { "archive-repeats-a-page",
    NOTHING,
    { { 404, MISSING },
      { 200, PAGE (OTHER_TASK, "1", "9", "9") },
      { 200, PAGE (OTHER_TASK, "1", "9", "9") } } },
  { "archive-page-2-refused",
    NOTHING,
    { { 404, MISSING }, { 200, PAGE (OTHER_TASK, "1", "2", "2") }, { 403, MESSAGE } } },
  { "no-endpoint", NOTHING, { { 404, NO_ENDPOINT } } },
  { "404-without-code", NOTHING, { { 404, MESSAGE } } },
  { "404-html", NOTHING, { { 404, HTML } } },
  { "html", NOTHING, { { 200, HTML } } },
  { "other-task", NOTHING, { { 200, ITEM (OTHER_TASK) } } },
  { "signed-out", NOTHING, { { 401, MESSAGE } } },
  { "forbidden", NOTHING, { { 403, MESSAGE } } },
  { "500", NOTHING, { { 500, MESSAGE } } },
};

/* By wish, then by what was found. */
static const DocketRemovalOutcome when_unknown[4][4] = {
  { DOCKET_OUTCOME_NOT_CONFIRMED, DOCKET_OUTCOME_STILL_THERE, DOCKET_OUTCOME_FOUND_DONE,
    DOCKET_OUTCOME_GONE },
  { DOCKET_OUTCOME_NOT_CONFIRMED, DOCKET_OUTCOME_FOUND_DONE, DOCKET_OUTCOME_STILL_THERE,
    DOCKET_OUTCOME_GONE },
  { DOCKET_OUTCOME_NOT_CONFIRMED, DOCKET_OUTCOME_STILL_THERE, DOCKET_OUTCOME_ARCHIVED,
    DOCKET_OUTCOME_FOUND_DONE },
  { DOCKET_OUTCOME_NOT_CONFIRMED, DOCKET_OUTCOME_STILL_THERE, DOCKET_OUTCOME_STILL_THERE,
    DOCKET_OUTCOME_FOUND_DONE },
};

typedef struct
{
  guint wish;
  const Answer *answer;
  const Look *look;
} Case;

static DocketRemovalOutcome
expected_outcome (const Case *of, Verdict verdict)
{
  if (verdict == PROOF)
    return DOCKET_OUTCOME_DONE;
  if (verdict == REFUSAL)
    return DOCKET_OUTCOME_REFUSED;
  if (verdict == NOT_FOUND && of->look->found == GONE)
    return DOCKET_OUTCOME_GONE;
  return when_unknown[of->wish][of->look->found];
}

static Found
expected_place (const Case *of, Verdict verdict)
{
  static const Found when_done[] = { ARCHIVED, THERE, GONE };
  const Wish *wish = &wishes[of->wish];
  const gboolean looked = verdict == UNKNOWN || verdict == NOT_FOUND;

  if (verdict == PROOF)
    return when_done[wish->kind];
  if (looked && of->look->found != NOTHING)
    return of->look->found;
  return wish->was_archived ? ARCHIVED : THERE;
}

/* Returns: how many requests they answer */
static guint
push_replies (HostileServer *server, const Reply *replies, guint most)
{
  guint n = 0;

  for (; n < most && replies[n].status != 0; n++)
    hostile_server_push_answer (server, replies[n].status,
                                replies[n].headers ? replies[n].headers : "",
                                replies[n].body ? replies[n].body : "");
  return n;
}

static guint
push_answer (HostileServer *server, const Answer *answer)
{
  if (answer->action == HOSTILE_ANSWER)
    return push_replies (server, answer->replies, G_N_ELEMENTS (answer->replies));
  hostile_server_push (server, answer->action, answer->bytes);
  return answer->action == HOSTILE_CLOSE_EARLY ? 0 : 1;
}

static DocketRemoval *
run_removal (Room *room, const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  DocketRemoval *removal = room_remove (room, wish->kind, "t1", &error);

  g_assert_no_error (error);
  return removal;
}

static void
assert_error (DocketRemoval *removal, const Answer *answer, Verdict verdict)
{
  const GError *error = docket_removal_get_error (removal);

  if (verdict == PROOF)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_nonnull (error);
  g_assert_true (error->domain == TALLYFY_ERROR);
  if (verdict != REFUSAL)
    return;
  g_assert_cmpuint (tallyfy_error_get_status (error), ==, answer->replies[0].status);
  g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, SENTENCE);
}

/* What anybody sees who opens the cache. */
static void
assert_place (Room *room, Found place)
{
  room_close (room);
  room_open (room);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==,
                    place == THERE);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ARCHIVED), ==,
                    place == ARCHIVED);
}

/* A restoring request without a known answer may still act between the two questions of a look-up,
 * so that a task that answers neither is looked up twice. */
static guint
count_look_ups (const Case *of, Verdict verdict)
{
  if (verdict != UNKNOWN && verdict != NOT_FOUND)
    return 0;
  return verdict == UNKNOWN && of->look->found == GONE
                 && wishes[of->wish].kind == DOCKET_REMOVAL_RESTORE
             ? 2
             : 1;
}

static void
assert_requests (Room *room, const Wish *wish, guint n_writes, guint n_reads, guint n_look_ups)
{
  const guint n_each = n_look_ups != 0 ? n_reads / n_look_ups : 0;

  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3 + n_writes + n_reads);
  for (guint i = 0; i < n_writes; i++)
    assert_request (room->server, 3 + i, wish->line);
  for (guint i = 0; i < n_reads; i++)
    assert_request (room->server, 3 + n_writes + i,
                    i % n_each == 0 ? "GET /organizations/org1/tasks/t1"
                                    : "GET /organizations/org1/tasks");
  for (guint i = 0; i < n_reads; i++)
    g_assert_true (i % n_each == 0
                   || request_has (room->server, 3 + n_writes + i, "archived=only"));
}

static void
test_end (gconstpointer data)
{
  const Case *of = data;
  const Wish *wish = &wishes[of->wish];
  const Verdict verdict = of->answer->verdicts[wish->kind];
  const guint n_look_ups = count_look_ups (of, verdict);
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketRemoval) removal = NULL;
  guint n_writes;
  guint n_reads = 0;

  room_open_with (room, wish->was_archived ? "" : TASK, wish->was_archived ? ARCHIVED_TASK : "");
  n_writes = push_answer (room->server, of->answer);
  for (guint i = 0; i < n_look_ups; i++)
    n_reads += push_replies (room->server, of->look->replies, G_N_ELEMENTS (of->look->replies));
  removal = run_removal (room, wish);

  g_assert_cmpint (docket_removal_get_outcome (removal), ==, expected_outcome (of, verdict));
  g_assert_cmpint (docket_removal_get_kind (removal), ==, wish->kind);
  g_assert_cmpstr (docket_removal_get_task_id (removal), ==, "t1");
  g_assert_cmpstr (docket_removal_get_title (removal), ==, "Report");
  g_assert_true (docket_removal_get_was_archived (removal) == wish->was_archived);
  g_assert_true ((docket_removal_get_looked_up_at (removal) != NULL)
                 == (n_look_ups > 0 && of->look->found != NOTHING));
  assert_error (removal, of->answer, verdict);
  assert_place (room, expected_place (of, verdict));
  assert_requests (room, wish, n_writes, n_reads, n_look_ups);
}

static void
add_case (guint wish, const Answer *answer, const Look *look)
{
  Case *of = g_new (Case, 1);
  g_autofree char *path
      = look == NULL
            ? g_strdup_printf ("/removal/%s/%s", wishes[wish].name, answer->name)
            : g_strdup_printf ("/removal/%s/%s/%s", wishes[wish].name, answer->name, look->name);

  *of = (Case){ wish, answer, look };
  folders_add_data_func (path, of, g_free, test_end);
}

static const Answer *
answer_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].name, name))
      return &answers[i];
  g_assert_not_reached ();
}

/* Each answer with a look-up that finds the task and one that does not; each look-up after an
 * answer that says nothing and after a 404. */
static void
add_cases (guint wish)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const Verdict verdict = answers[i].verdicts[wishes[wish].kind];
      const gboolean looks_up = verdict == UNKNOWN || verdict == NOT_FOUND;

      add_case (wish, &answers[i], looks_up ? &looks[0] : NULL);
      if (looks_up)
        add_case (wish, &answers[i], &looks[3]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (i != 0 && i != 3)
      {
        add_case (wish, answer_by_name ("500"), &looks[i]);
        if (looks[i].found != NOTHING)
          add_case (wish, answer_by_name ("404"), &looks[i]);
      }
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    add_cases (i);
  return folders_run ();
}
