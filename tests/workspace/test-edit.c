/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A task changed: what the server receives, what two people do to the same task, and what becomes
 * of it where the answer is none. */
#include "room.h"

#include "workspace/docket-edit.h"

/* After the requests that filled the room. */
#define FIRST 3

#define MONDAY "2026-03-23T16:00:00Z"
#define FRIDAY "2026-03-27T16:00:00Z"

typedef struct
{
  Room *room;
  GAsyncResult *slot;
  DocketTaskValues *base;
  DocketTaskValues *wanted;
  TallyfyTask *task;
  DocketTaskParts parts;
} Asked;

static void
asked_clear (Asked *asked)
{
  g_clear_object (&asked->task);
  g_clear_pointer (&asked->base, docket_task_values_free);
  g_clear_pointer (&asked->wanted, docket_task_values_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static char *
item_json (const char *title, const char *deadline, const char *more)
{
  g_autofree char *extra
      = g_strdup_printf (",\"is_oneoff_task\":true,\"deadline\":\"%s\",\"summary\":\"<p>Four</p>\","
                         "\"owners\":{\"users\":[{\"id\":7}],\"guests\":[{\"email\":\"g@example."
                         "com\"}],\"groups\":[]}%s",
                         deadline, more);

  return task_json ("t1", title, extra);
}

static void
push_item (Room *room, const char *json)
{
  g_autofree char *answer = g_strdup_printf ("{\"data\":%s}", json);

  hostile_server_push_answer (room->server, 200, "", answer);
}

static void
push_task (Room *room, const char *title, const char *deadline)
{
  g_autofree char *json = item_json (title, deadline, "");

  push_item (room, json);
}

static DocketTaskValues *
values_new (const char *title, const char *deadline)
{
  const char *const users[] = { "7", NULL };
  const char *const guests[] = { "g@example.com", NULL };
  const char *const none[] = { NULL };
  DocketTaskValues *values = g_new0 (DocketTaskValues, 1);

  values->title = g_strdup (title);
  values->deadline = g_date_time_new_from_iso8601 (deadline, NULL);
  values->users = g_strdupv ((char **)users);
  values->guests = g_strdupv ((char **)guests);
  values->groups = g_strdupv ((char **)none);
  values->description = g_strdup ("<p>Four</p>");
  return values;
}

/* The person saw "Order chairs", due on Monday, and wants another title. */
static void
begin (Asked *asked, Room *room)
{
  asked->room = room;
  asked->base = values_new ("Order chairs", MONDAY);
  asked->wanted = values_new ("Order tables", MONDAY);
  room_open_with (room, "", "");
}

static void
ask (Asked *asked, gboolean overwrites)
{
  docket_edit_async (asked->room->workspace, "t1", asked->base, asked->wanted, overwrites,
                     keep_result, &asked->slot);
}

static GError *
hear (Asked *asked, DocketEditOutcome *outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (&asked->slot);
  GError *error = NULL;

  g_clear_object (&asked->task);
  docket_edit_finish (asked->room->workspace, result, outcome, &asked->parts, &asked->task, &error);
  return error;
}

static void
assert_outcome (Asked *asked, DocketEditOutcome expected, DocketTaskParts parts)
{
  DocketEditOutcome outcome;
  g_autoptr (GError) error = hear (asked, &outcome);

  g_assert_no_error (error);
  g_assert_cmpint (outcome, ==, expected);
  g_assert_cmpint (asked->parts, ==, parts);
}

static void
assert_n_requests (Asked *asked, guint n)
{
  g_assert_cmpuint (hostile_server_get_n_requests (asked->room->server), ==, FIRST + n);
}

/* Somebody else has moved the deadline meanwhile: that is sent back as they have set it. */
static void
test_saved (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  push_task (room, "Order chairs", FRIDAY);
  push_task (room, "Order tables", FRIDAY);
  push_task (room, "Order tables", FRIDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  g_assert_cmpstr (tallyfy_task_get_title (asked.task), ==, "Order tables");
  assert_request (room->server, FIRST, "GET /organizations/org1/tasks/t1");
  assert_request (room->server, FIRST + 1, "PUT /organizations/org1/tasks/t1");
  g_assert_true (request_has (room->server, FIRST + 1, "\"title\":\"Order tables\""));
  g_assert_true (request_has (room->server, FIRST + 1, "\"deadline\":\"2026-03-27 16:00:00\""));
  g_assert_true (
      request_has (room->server, FIRST + 1,
                   "\"owners\":{\"users\":[7],\"guests\":[\"g@example.com\"],\"groups\":[]}"));
  g_assert_false (request_has (room->server, FIRST + 1, "\"summary\""));
  assert_request (room->server, FIRST + 2, "GET /organizations/org1/tasks/t1");
  assert_n_requests (&asked, 3);
}

static void
test_every_part (void)
{
  const char *const users[] = { "8", "9", NULL };
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  g_clear_pointer (&asked.wanted->deadline, g_date_time_unref);
  asked.wanted->deadline = g_date_time_new_from_iso8601 (FRIDAY, NULL);
  g_strfreev (asked.wanted->users);
  asked.wanted->users = g_strdupv ((char **)users);
  g_free (asked.wanted->description);
  asked.wanted->description = g_strdup ("<p>Six</p>");
  push_task (room, "Order chairs", MONDAY);
  push_task (room, "Order tables", FRIDAY);
  push_item (room, "{\"id\":\"t1\",\"title\":\"Order "
                   "tables\",\"is_oneoff_task\":true,\"status\":\"not-started\","
                   "\"deadline\":\"2026-03-30T16:00:00Z\",\"summary\":\"<p>Six</p>\\n\","
                   "\"owners\":{\"users\":[{\"id\":9},{\"id\":8}],\"guests\":[{\"email\":\"g@"
                   "example.com\"}],"
                   "\"groups\":[]}}");
  ask (&asked, FALSE);
  /* On the Friday nobody works: Monday will do. */
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  g_assert_true (request_has (room->server, FIRST + 1, "\"deadline\":\"2026-03-27 16:00:00\""));
  g_assert_true (request_has (room->server, FIRST + 1, "\"users\":[8,9]"));
  g_assert_true (request_has (room->server, FIRST + 1, "\"summary\":\"<p>Six</p>\""));
}

static void
test_changed_by_both (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  push_task (room, "Order benches", FRIDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_CHANGED, DOCKET_TASK_PART_TITLE);
  g_assert_cmpstr (tallyfy_task_get_title (asked.task), ==, "Order benches");
  assert_n_requests (&asked, 1);

  push_task (room, "Order benches", FRIDAY);
  push_task (room, "Order tables", FRIDAY);
  push_task (room, "Order tables", FRIDAY);
  ask (&asked, TRUE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  assert_n_requests (&asked, 4);
}

/* Two people wanted the same: there is nothing to ask and nothing to send. */
static void
test_done_by_somebody_else (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  push_task (room, "Order tables", FRIDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  assert_n_requests (&asked, 1);
}

/* Only what changes is named, at another address. */
static void
test_process_task (void)
{
  static const char *const before
      = "{\"id\":\"t1\",\"title\":\"Order chairs\",\"is_oneoff_task\":false,\"run_id\":\"r1\"}";
  static const char *const after
      = "{\"id\":\"t1\",\"title\":\"Order tables\",\"is_oneoff_task\":false,\"run_id\":\"r1\"}";
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  push_item (room, before);
  push_item (room, after);
  push_item (room, after);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  assert_request (room->server, FIRST + 1, "PUT /organizations/org1/runs/r1/tasks/t1");
  g_assert_true (request_has (room->server, FIRST + 1, "{\"title\":\"Order tables\"}"));
}

/* All went well, the server says, but the task does not have it. */
static void
test_dropped (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  push_task (room, "Order chairs", MONDAY);
  push_task (room, "Order tables", MONDAY);
  push_task (room, "Order chairs", MONDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_ABSENT, DOCKET_TASK_PART_TITLE);
}

/* From a Saturday to the Monday on which it was due before. */
static void
test_moved_back (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  g_clear_pointer (&asked.wanted->deadline, g_date_time_unref);
  asked.wanted->deadline = g_date_time_new_from_iso8601 ("2026-03-21T16:00:00Z", NULL);
  push_task (room, "Order chairs", MONDAY);
  push_task (room, "Order tables", MONDAY);
  push_task (room, "Order tables", MONDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
}

static void
lose (Asked *asked)
{
  push_task (asked->room, "Order chairs", MONDAY);
  hostile_server_push (asked->room->server, HOSTILE_ANSWER_AND_CLOSE, "");
}

static void
test_lost_and_found (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  lose (&asked);
  push_task (room, "Order tables", MONDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  assert_n_requests (&asked, 3);
}

/* A deadline too: here there is no answer that would tell of one that was moved. */
static void
test_lost_and_absent (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  g_clear_pointer (&asked.wanted->deadline, g_date_time_unref);
  asked.wanted->deadline = g_date_time_new_from_iso8601 (FRIDAY, NULL);
  lose (&asked);
  push_task (room, "Order chairs", MONDAY);
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_ABSENT, DOCKET_TASK_PART_TITLE | DOCKET_TASK_PART_DEADLINE);
  assert_n_requests (&asked, 3);
}

static void
test_lost_and_not_found_out (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };

  begin (&asked, room);
  lose (&asked);
  hostile_server_push_answer (room->server, 403, "", "{\"message\":\"No.\"}");
  ask (&asked, FALSE);
  assert_outcome (&asked, DOCKET_EDIT_NOT_CONFIRMED, 0);
  push_task (room, "Order tables", MONDAY);
  docket_edit_look_up_async (room->workspace, "t1", asked.base, asked.wanted, keep_result,
                             &asked.slot);
  assert_outcome (&asked, DOCKET_EDIT_SAVED, 0);
  assert_n_requests (&asked, 4);
}

static void
test_refused (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketEditOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;

  begin (&asked, room);
  push_task (room, "Order chairs", MONDAY);
  hostile_server_push_answer (room->server, 422, "",
                              "{\"error\":true,\"errors\":{\"title\":[\"Too long.\"]}}");
  ask (&asked, FALSE);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID);
  assert_n_requests (&asked, 2);

  hostile_server_push_answer (room->server, 404, "", "{\"message\":\"Gone.\"}");
  ask (&asked, FALSE);
  gone = hear (&asked, &outcome);
  g_assert_error (gone, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND);
  assert_n_requests (&asked, 3);
}

static void
test_offline (void)
{
  g_autoptr (Room) room = room_new (0);
  g_auto (Asked) asked = { 0 };
  DocketEditOutcome outcome;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) offline = NULL;

  begin (&asked, room);
  hostile_server_push_answer (room->server, 401, "", "{\"message\":\"Unauthenticated.\"}");
  ask (&asked, FALSE);
  error = hear (&asked, &outcome);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  ask (&asked, FALSE);
  offline = hear (&asked, &outcome);
  g_assert_error (offline, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE);
  assert_n_requests (&asked, 1);
}

static void
test_values (void)
{
  g_autoptr (DocketTaskValues) values = values_new ("Order chairs", MONDAY);
  g_autoptr (DocketTaskValues) same = docket_task_values_copy (values);
  g_autoptr (GVariant) variant = g_variant_ref_sink (docket_task_values_to_variant (values));
  g_autoptr (DocketTaskValues) read = docket_task_values_from_variant (variant);
  g_autoptr (DocketTaskValues) without = docket_task_values_copy (values);
  g_autoptr (GVariant) bare = NULL;
  g_autoptr (DocketTaskValues) read_without = NULL;

  g_assert_true (g_variant_is_of_type (variant, G_VARIANT_TYPE (DOCKET_TASK_VALUES_TYPE)));
  g_assert_cmpint (docket_task_values_compare (values, read), ==, 0);
  g_free (same->title);
  same->title = g_strdup (" Order   chairs ");
  g_free (same->description);
  same->description = g_strdup ("<div>Four</div>\n");
  g_assert_cmpint (docket_task_values_compare (values, same), ==, 0);

  g_clear_pointer (&without->deadline, g_date_time_unref);
  g_assert_cmpint (docket_task_values_compare (values, without), ==, DOCKET_TASK_PART_DEADLINE);
  bare = g_variant_ref_sink (docket_task_values_to_variant (without));
  read_without = docket_task_values_from_variant (bare);
  g_assert_cmpint (docket_task_values_compare (without, read_without), ==, 0);
  g_clear_pointer (&without->guests, g_strfreev);
  without->guests = g_new0 (char *, 1);
  g_free (without->description);
  without->description = g_strdup ("<p><b>Four</b></p>");
  g_assert_cmpint (docket_task_values_compare (read_without, without), ==,
                   DOCKET_TASK_PART_ASSIGNEES | DOCKET_TASK_PART_DESCRIPTION);
}

static void
test_replace (void)
{
  g_autoptr (DocketTaskValues) values = values_new ("Order chairs", MONDAY);
  g_autoptr (DocketTaskValues) other = values_new ("Order tables", FRIDAY);

  g_clear_pointer (&other->guests, g_strfreev);
  other->guests = g_new0 (char *, 1);
  g_free (other->description);
  other->description = g_strdup ("");
  for (DocketTaskParts part = 1; part <= DOCKET_TASK_PART_DESCRIPTION; part <<= 1)
    {
      g_assert_cmpint (docket_task_values_compare (values, other) & part, ==, part);
      docket_task_values_replace (values, part, other);
      g_assert_cmpint (docket_task_values_compare (values, other), ==,
                       ~(part | (part - 1)) & (2 * DOCKET_TASK_PART_DESCRIPTION - 1));
    }
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/edit/saved", test_saved);
  folders_add_func ("/edit/every-part", test_every_part);
  folders_add_func ("/edit/changed-by-both", test_changed_by_both);
  folders_add_func ("/edit/done-by-somebody-else", test_done_by_somebody_else);
  folders_add_func ("/edit/process-task", test_process_task);
  folders_add_func ("/edit/dropped", test_dropped);
  folders_add_func ("/edit/moved-back", test_moved_back);
  folders_add_func ("/edit/lost-and-found", test_lost_and_found);
  folders_add_func ("/edit/lost-and-absent", test_lost_and_absent);
  folders_add_func ("/edit/lost-and-not-found-out", test_lost_and_not_found_out);
  folders_add_func ("/edit/refused", test_refused);
  folders_add_func ("/edit/offline", test_offline);
  folders_add_func ("/edit/values", test_values);
  folders_add_func ("/edit/replace", test_replace);
  return g_test_run ();
}
