/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Form fields answered: what the server receives for each kind, what two people do to the same
 * field, and what becomes of it where the answer is none. */
#include "form.h"

#include "workspace/docket-answers.h"

#define OPTIONS                                                                                    \
  ",\"options\":[{\"id\":1,\"text\":\"Mail\"},{\"id\":2,\"text\":\"Desk\"},{\"id\":3,\"text\":"    \
  "\"Mail\"}]"
#define MAIL "{\"id\":1,\"text\":\"Mail\"}"

typedef struct
{
  Room *room;
  GAsyncResult *slot;
  GStrv theirs;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_clear_pointer (&asked->theirs, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

/* What stands in both is one text, its parts with "|" between them. */
static GStrv
split (const char *answer)
{
  return *answer != '\0' ? g_strsplit (answer, "|", -1) : g_new0 (char *, 1);
}

static void
ask (Asked *asked, Room *room, const char *seen, const char *wanted)
{
  g_auto (GStrv) before = split (seen);
  g_auto (GStrv) after = split (wanted);

  asked->room = room;
  docket_answers_save_async (room->workspace, "t1", "f1", (const char *const *)before,
                             (const char *const *)after, keep_result, &asked->slot);
}

static GError *
hear (Asked *asked, DocketAnswersOutcome *outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (&asked->slot);
  GError *error = NULL;

  g_clear_pointer (&asked->theirs, g_strfreev);
  docket_answers_save_finish (asked->room->workspace, result, outcome, &asked->theirs, &error);
  return error;
}

static void
assert_outcome (Asked *asked, DocketAnswersOutcome expected)
{
  DocketAnswersOutcome outcome;
  g_autoptr (GError) error = hear (asked, &outcome);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, expected);
}

static void
assert_n_requests (Room *room, guint n)
{
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, FIRST_OF_FORM + n);
}

typedef struct
{
  const char *type;
  const char *more;   /* members of the field */
  const char *before; /* as the server has it */
  const char *seen;
  const char *wanted;
  const char *sent; /* the value in the request */
  const char *after;
} Shape;

static const Shape shapes[] = {
  { "text", "", "\"12\"", "12", "14 & \"more\"", "\"14 & \\\"more\\\"\"", "\"14 & \\\"more\\\"\"" },
  { "text", "", "\"12\"", "12", "", "null", "null" },
  { "email", "", "null", "", "a@example.com", "\"a@example.com\"", "\"a@example.com\"" },
  { "textarea", "", "\"One\"", "One", "One\nTwo", "\"One\\nTwo\"", "\"One\\r\\nTwo\"" },
  { "date", "", "null", "", "2026-03-20T12:00:00Z", "\"2026-03-20T12:00:00Z\"",
    "\"2026-03-20T12:00:00.000Z\"" },
  { "date", "", "\"2026-03-20T12:00:00+00:00\"", "2026-03-20T12:00:00Z", "", "null", "null" },
  { "radio", OPTIONS, "null", "", "Desk", "\"Desk\"", "\"Desk\"" },
  { "dropdown", OPTIONS, MAIL, "Mail", "Desk", "{\"id\":2,\"text\":\"Desk\"}",
    "{\"id\":2,\"text\":\"Desk\"}" },
  /* The second of two choices that read the same. */
  { "dropdown", OPTIONS, MAIL, "Mail", "Mail\n1", "{\"id\":3,\"text\":\"Mail\"}",
    "{\"id\":3,\"text\":\"Mail\"}" },
  { "dropdown", OPTIONS, MAIL, "Mail", "", "null", "null" },
  /* An answer that is no choice any more. */
  { "dropdown", OPTIONS, "\"Loft\"", "\nLoft", "Desk", "{\"id\":2,\"text\":\"Desk\"}",
    "{\"id\":2,\"text\":\"Desk\"}" },
  { "multiselect", OPTIONS, "[" MAIL "]", "Mail", "Desk|Mail",
    "[{\"id\":1,\"text\":\"Mail\",\"selected\":true},{\"id\":2,\"text\":\"Desk\",\"selected\":true}"
    "]",
    "[{\"id\":2,\"text\":\"Desk\",\"selected\":true},{\"id\":1,\"text\":\"Mail\",\"selected\":true}"
    ","
    "{\"id\":3,\"text\":\"Mail\",\"selected\":false}]" },
  { "assignees_form", "", "{\"users\":[8],\"guests\":[],\"groups\":[]}", "user:8",
    "user:8|user:9|guest:g@example.com|group:k1",
    "{\"users\":[8,9],\"guests\":[\"g@example.com\"],\"groups\":[\"k1\"]}",
    "{\"users\":[{\"id\":9},{\"id\":8}],\"guests\":[{\"email\":\"g@example.com\"}],\"groups\":["
    "\"k1\"]}" },
  { "assignees_form", "", "{\"users\":[8],\"guests\":[],\"groups\":[]}", "user:8", "", "null",
    "null" },
};

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (Room) room = room_new (0);
  g_autofree char *value = g_strdup_printf ("\"taskdata\":{\"f1\":%s}", shape->sent);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  form_push (room, shape->type, shape->more, shape->before);
  form_push (room, shape->type, shape->more, shape->after);
  form_push (room, shape->type, shape->more, shape->after);
  ask (&asked, room, shape->seen, shape->wanted);
  assert_outcome (&asked, DOCKET_ANSWERS_SAVED);
  assert_request (room->server, FIRST_OF_FORM, "GET /organizations/org1/tasks/t1");
  assert_request (room->server, FIRST_OF_FORM + 1, "PUT /organizations/org1/tasks/t1");
  g_assert_true (request_has (room->server, FIRST_OF_FORM + 1, value));
  /* These three stand in each update of a one-off task. */
  g_assert_true (request_has (room->server, FIRST_OF_FORM + 1, "\"title\":\"Order chairs\""));
  g_assert_true (
      request_has (room->server, FIRST_OF_FORM + 1, "\"deadline\":\"2026-03-23 16:00:00\""));
  g_assert_true (
      request_has (room->server, FIRST_OF_FORM + 1,
                   "\"owners\":{\"users\":[7],\"guests\":[\"g@example.com\"],\"groups\":[]}"));
  assert_request (room->server, FIRST_OF_FORM + 2, "GET /organizations/org1/tasks/t1");
  assert_n_requests (room, 3);
}

/* Only the answer is named, at another address. */
static void
test_process_task (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  form_push_process (room, "\"12\"");
  form_push_process (room, "\"14\"");
  form_push_process (room, "\"14\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_SAVED);
  assert_request (room->server, FIRST_OF_FORM + 1, "PUT /organizations/org1/runs/r1/tasks/t1");
  g_assert_true (request_has (room->server, FIRST_OF_FORM + 1, "{\"taskdata\":{\"f1\":\"14\"}}"));
}

static void
test_changed_by_somebody_else (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  form_push (room, "text", "", "\"13\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_CHANGED);
  g_assert_cmpstr (asked.theirs[0], ==, "13");
  assert_n_requests (room, 1);
  /* The same that they took away. */
  form_push (room, "text", "", "null");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_CHANGED);
  g_assert_null (asked.theirs[0]);
  assert_n_requests (room, 2);
}

/* Two people gave the same answer: there is nothing to ask and nothing to send. */
static void
test_given_by_somebody_else (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  form_push (room, "text", "", "\"14\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_SAVED);
  assert_n_requests (room, 1);
}

/* All went well, the server says, but the task does not have it. */
static void
test_dropped (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  form_push (room, "text", "", "\"12\"");
  form_push (room, "text", "", "\"14\"");
  form_push (room, "text", "", "\"12\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_ABSENT);
  assert_n_requests (room, 3);
}

static void
lose (Room *room)
{
  form_push (room, "text", "", "\"12\"");
  hostile_server_push (room->server, HOSTILE_ANSWER_AND_CLOSE, "");
}

static void
test_lost_and_found (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  lose (room);
  form_push (room, "text", "", "\"14\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_SAVED);
  assert_n_requests (room, 3);
}

static void
test_lost_and_absent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  lose (room);
  form_push (room, "text", "", "\"12\"");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_ABSENT);
  assert_n_requests (room, 3);
}

static void
test_lost_and_not_found_out (void)
{
  const char *const wanted[] = { "14", NULL };
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  form_open (room);
  lose (room);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  ask (&asked, room, "12", "14");
  assert_outcome (&asked, DOCKET_ANSWERS_NOT_CONFIRMED);
  form_push (room, "text", "", "\"14\"");
  docket_answers_look_up_async (room->workspace, "t1", "f1", wanted, keep_result, &asked.slot);
  assert_outcome (&asked, DOCKET_ANSWERS_SAVED);
  assert_n_requests (room, 4);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketAnswersOutcome outcome;
  g_autoptr (GError) error = NULL;

  form_open (room);
  form_push (room, "email", "", "null");
  hostile_server_push_answer (room->server, 422, "",
                              "{\"error\":true,\"errors\":{\"f1\":[\"No address.\"]}}");
  ask (&asked, room, "", "a@@b");
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  assert_n_requests (room, 2);
}

/* What was chosen is no choice any more, or the whole field has gone: nothing is sent. */
static void
test_the_form_was_changed (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketAnswersOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;

  form_open (room);
  form_push (room, "radio", OPTIONS, "null");
  ask (&asked, room, "", "Loft");
  error = hear (&asked, &outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  form_push_without (room);
  ask (&asked, room, "", "Desk");
  gone = hear (&asked, &outcome);
  g_assert_error (gone, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  assert_n_requests (room, 2);
}

static void
test_signed_out (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketAnswersOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) offline = NULL;

  form_open (room);
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  ask (&asked, room, "12", "14");
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  ask (&asked, room, "12", "14");
  offline = hear (&asked, &outcome);
  g_assert_error (offline, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  assert_n_requests (room, 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answers/shape/%u-%s", i, shapes[i].type);

      folders_add_data_func (path, &shapes[i], NULL, test_shape);
    }
  folders_add_func ("/answers/process-task", test_process_task);
  folders_add_func ("/answers/changed-by-somebody-else", test_changed_by_somebody_else);
  folders_add_func ("/answers/given-by-somebody-else", test_given_by_somebody_else);
  folders_add_func ("/answers/dropped", test_dropped);
  folders_add_func ("/answers/lost-and-found", test_lost_and_found);
  folders_add_func ("/answers/lost-and-absent", test_lost_and_absent);
  folders_add_func ("/answers/lost-and-not-found-out", test_lost_and_not_found_out);
  folders_add_func ("/answers/refused", test_refused);
  folders_add_func ("/answers/the-form-was-changed", test_the_form_was_changed);
  folders_add_func ("/answers/signed-out", test_signed_out);
  return folders_run ();
}
