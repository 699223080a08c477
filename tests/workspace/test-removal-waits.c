/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What time does to a removal: a wait after a 429, a task that is watched, a clock that jumps, a
 * restart in between. */
#include "journal-reader.h"
#include "room.h"

#include <string.h>

#define ID "a-task-to-remove"
#define TASK "{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define ITEM(task) "{\"data\":" task "}"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define BUSY "{\"message\":\"Too many requests.\"}"
#define STAGE "SELECT stage FROM removal ORDER BY id"
#define OUTCOME "SELECT outcome FROM removal ORDER BY id"

static void
assert_number (const char *sql, int expected)
{
  g_autofree char *value = journal_read (sql);
  g_autofree char *number = g_strdup_printf ("%d", expected);

  g_assert_cmpstr (value, ==, number);
}

static void
wait_for_number (const char *sql, int expected)
{
  g_autofree char *number = g_strdup_printf ("%d", expected);

  wait_for_journal (sql, number);
}

static void
assert_end (Room *room, GAsyncResult **slot, DocketRemovalOutcome outcome)
{
  g_autoptr (GAsyncResult) result = wait_for_result (slot);
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_remove_finish (room->workspace, result, &error);

  g_assert_no_error (error);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, outcome);
}

static gboolean
has_timer (gpointer clock)
{
  return room_clock_count_timers (clock) > 0;
}

static gboolean
has_no_timer (gpointer clock)
{
  return room_clock_count_timers (clock) == 0;
}

/* Turned away, and waiting: the journal knows. */
static void
begin_wait (Room *room, DocketRemovalKind kind, GAsyncResult **slot)
{
  room_clock_set_patience (room->clock, 0);
  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 429, "Retry-After: 20\r\n", BUSY);
  docket_workspace_remove_async (room->workspace, kind, ID, keep_result, slot);
  wait_until (has_timer, room->clock);
  assert_number (STAGE, 1);
}

static void
test_wait (gconstpointer data)
{
  const DocketRemovalKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  gint64 now;

  begin_wait (room, kind, &slot);
  now = docket_clock_get_now (DOCKET_CLOCK (room->clock));
  g_assert_cmpint (docket_workspace_get_busy_until (room->workspace), >, now);
  g_assert_cmpint (docket_workspace_get_busy_until (room->workspace), <=, now + 20);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
  hostile_server_push_answer (room->server, kind == DOCKET_REMOVAL_RESTORE ? 200 : 204, "",
                              kind == DOCKET_REMOVAL_RESTORE ? ITEM (TASK) : "");
  room_clock_advance (room->clock, 21);
  assert_end (room, &slot, DOCKET_OUTCOME_DONE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 5);
  assert_number (STAGE, 0);
  assert_number (OUTCOME, DOCKET_OUTCOME_DONE);
}

/* The computer slept meanwhile: what was confirmed then is not sent now. */
static void
test_slept (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;

  begin_wait (room, DOCKET_REMOVAL_DELETE, &slot);
  room_clock_advance (room->clock, 3600);
  assert_end (room, &slot, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

/* Not even where it slept for no longer than the wait. */
static void
test_slept_shortly (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;

  begin_wait (room, DOCKET_REMOVAL_DELETE, &slot);
  room_clock_sleep (room->clock, 21);
  assert_end (room, &slot, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

/* The clock was set back by an hour, and the timer, which does not follow it, reports. */
static void
test_set_back (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;

  begin_wait (room, DOCKET_REMOVAL_DELETE, &slot);
  room_clock_advance (room->clock, -3600);
  room_clock_report_all (room->clock);
  assert_end (room, &slot, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

/* Longer than somebody would stand and wait. */
static void
test_long_wait (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 429, "Retry-After: 3600\r\n", BUSY);
  docket_workspace_remove_async (room->workspace, DOCKET_REMOVAL_DELETE, ID, keep_result, &slot);
  assert_end (room, &slot, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

static void
test_closed_while_waiting (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;

  begin_wait (room, DOCKET_REMOVAL_DELETE, &slot);
  docket_workspace_close (room->workspace);
  assert_end (room, &slot, DOCKET_OUTCOME_REFUSED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 4);
}

static void
push_lists (Room *room, const char *tasks)
{
  push_list (room->server, tasks);
  push_list (room->server, "");
  push_list (room->server, "");
}

/* As a crash leaves it: the next start sends nothing, and says so. */
static void
test_not_resumed (void)
{
  g_autoptr (Room) room = room_new (0);

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 403, "", "{}");
  g_object_unref (room_remove (room, DOCKET_REMOVAL_DELETE, ID, NULL));
  room_close (room);
  journal_change ("UPDATE removal SET outcome = NULL, status = NULL, stage = 1");
  room_open (room);
  push_lists (room, TASK);
  g_assert_null (room_refresh (room));
  wait_for_number (OUTCOME, DOCKET_OUTCOME_NOT_RESUMED);
  assert_number (STAGE, 0);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 7);
}

/* A deletion without a known answer; the task is still there. */
static void
begin_watch (Room *room)
{
  g_autoptr (DocketRemoval) removal = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 500, "", "{}");
  hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
  removal = room_remove (room, DOCKET_REMOVAL_DELETE, ID, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_STILL_THERE);
  wait_until (has_timer, room->clock);
  assert_number (STAGE, 2);
}

static gboolean
is_empty (gpointer workspace)
{
  return docket_workspace_get_count (workspace, DOCKET_VIEW_ALL) == 0;
}

/* The request acts after all, later. */
static void
test_late_deletion (void)
{
  g_autoptr (Room) room = room_new (0);

  begin_watch (room);
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  room_clock_advance (room->clock, 61);
  wait_for_number (OUTCOME, DOCKET_OUTCOME_FOUND_DONE);
  assert_number (STAGE, 0);
  wait_until (is_empty, room->workspace);
}

/* Three times, and then no more. */
static void
test_watched_to_the_end (void)
{
  static const gint64 pauses[] = { 60, 5 * 60, 30 * 60 };
  g_autoptr (Room) room = room_new (0);

  begin_watch (room);
  for (guint i = 0; i < G_N_ELEMENTS (pauses); i++)
    {
      hostile_server_push_answer (room->server, 200, "", ITEM (TASK));
      wait_until (has_timer, room->clock);
      room_clock_advance (room->clock, pauses[i] + 1);
      wait_for_requests_of (room, 6 + i);
    }
  wait_for_number (STAGE, 0);
  wait_until (has_no_timer, room->clock);
  assert_number (OUTCOME, DOCKET_OUTCOME_STILL_THERE);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 8);
}

static void
test_watched_over_restart (void)
{
  g_autoptr (Room) room = room_new (0);

  begin_watch (room);
  room_close (room);
  room_open (room);
  push_lists (room, TASK);
  hostile_server_push_answer (room->server, 404, "", MISSING);
  push_list (room->server, "");
  g_assert_null (room_refresh (room));
  wait_for_number (OUTCOME, DOCKET_OUTCOME_FOUND_DONE);
  wait_until (is_empty, room->workspace);
}

/* An old look-up says nothing about what a newer removal has done since. */
static void
test_watch_and_newer_removal (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *answer
      = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s",
                         strlen (ITEM (TASK)), ITEM (TASK));
  g_autoptr (DocketRemoval) removal = NULL;

  begin_watch (room);
  hostile_server_push (room->server, HOSTILE_HOLD, answer);
  room_clock_advance (room->clock, 61);
  wait_for_requests_of (room, 6);
  hostile_server_push_answer (room->server, 204, "", "");
  removal = room_remove (room, DOCKET_REMOVAL_ARCHIVE, ID, NULL);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
  hostile_server_release (room->server);
  wait_for_number ("SELECT looked_up_at - intended_at >= 60 FROM removal ORDER BY id", 1);
  room_close (room);
  room_open (room);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ARCHIVED), ==, 1);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint kind = 0; kind < 3; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/waits/429/%u", kind);

      folders_add_data_func (path, GUINT_TO_POINTER (kind), NULL, test_wait);
    }
  folders_add_func ("/waits/slept", test_slept);
  folders_add_func ("/waits/slept-shortly", test_slept_shortly);
  folders_add_func ("/waits/set-back", test_set_back);
  folders_add_func ("/waits/long", test_long_wait);
  folders_add_func ("/waits/closed", test_closed_while_waiting);
  folders_add_func ("/waits/not-resumed", test_not_resumed);
  folders_add_func ("/watch/late-deletion", test_late_deletion);
  folders_add_func ("/watch/to-the-end", test_watched_to_the_end);
  folders_add_func ("/watch/over-restart", test_watched_over_restart);
  folders_add_func ("/watch/newer-removal", test_watch_and_newer_removal);
  return folders_run ();
}
