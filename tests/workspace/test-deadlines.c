/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* When a task is told as due, with a clock that the test sets: once, in time, and only where it is
 * still to be done. */
#include "room.h"

#include "workspace/docket-deadlines.h"
#include "workspace/docket-wall-clock.h"
#include "workspace/docket-workspace-private.h"

#define HOUR (60 * 60)

typedef struct
{
  Room *room;
  DocketDeadlines *deadlines;
  GString *told; /* each piece of news */
} Fixture;

static void
news_cb (Fixture *fixture, const DocketDeadlineNews *news)
{
  for (guint i = 0; i < news->due->len; i++)
    g_string_append_printf (fixture->told, "due %s;", docket_task_get_title (news->due->pdata[i]));
  for (guint i = 0; i < news->settled->len; i++)
    g_string_append_printf (fixture->told, "settled %s;", (char *)news->settled->pdata[i]);
  if (news->summary)
    g_string_append_printf (fixture->told, "summary %u %u;", news->n_today, news->n_late);
}

static gint64
get_now (Fixture *fixture)
{
  return docket_clock_get_now (DOCKET_CLOCK (fixture->room->clock));
}

/* A member of a task, such as due in so many seconds. (transfer full) */
static char *
due_in (Fixture *fixture, gint64 seconds, int owner)
{
  g_autoptr (GDateTime) deadline = g_date_time_new_from_unix_utc (get_now (fixture) + seconds);
  g_autofree char *text = g_date_time_format (deadline, "%Y-%m-%dT%H:%M:%SZ");

  return g_strdup_printf (",\"owners\":{\"users\":[%d]},\"deadline\":\"%s\"", owner, text);
}

static void
add (GString *tasks, const char *id, const char *extra)
{
  g_autofree char *task = task_json (id, id, extra);

  g_string_append_printf (tasks, "%s%s", tasks->len > 0 ? "," : "", task);
}

/* "soon" is due in one hour, "later" in two, "others" too, but of somebody else. */
static void
set_up (Fixture *fixture, gint64 since)
{
  g_autoptr (GString) tasks = g_string_new (NULL);
  g_autofree char *past = NULL;
  g_autofree char *soon = NULL;
  g_autofree char *later = NULL;
  g_autofree char *others = NULL;

  *fixture = (Fixture){ room_new (0), NULL, g_string_new (NULL) };
  past = due_in (fixture, -HOUR, ROOM_USER);
  soon = due_in (fixture, HOUR, ROOM_USER);
  later = due_in (fixture, 2 * HOUR, ROOM_USER);
  others = due_in (fixture, HOUR, ROOM_USER + 1);
  add (tasks, "past", past);
  add (tasks, "soon", soon);
  add (tasks, "later", later);
  add (tasks, "others", others);
  room_open_with (fixture->room, tasks->str, "");
  fixture->deadlines = docket_deadlines_new (fixture->room->workspace, get_now (fixture) + since,
                                             DOCKET_CLOCK (fixture->room->clock));
  g_signal_connect_swapped (fixture->deadlines, "news", G_CALLBACK (news_cb), fixture);
}

static void
tear_down (Fixture *fixture)
{
  docket_deadlines_stop (fixture->deadlines);
  g_object_unref (fixture->deadlines);
  room_free (fixture->room);
  g_string_free (fixture->told, TRUE);
}

static gboolean
has_told (gpointer fixture)
{
  return ((Fixture *)fixture)->told->len > 0;
}

static void
assert_told (Fixture *fixture, const char *expected)
{
  wait_until (has_told, fixture);
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_set_size (fixture->told, 0);
}

static gboolean
knows_next (gpointer deadlines)
{
  return docket_deadlines_get_next (deadlines) != 0;
}

static void
begin (Fixture *fixture, int summary)
{
  docket_deadlines_set_wanted (fixture->deadlines, TRUE, summary);
  wait_until (knows_next, fixture->deadlines);
}

/* The look that comes before: nothing is new. */
static void
answer_look (Fixture *fixture)
{
  docket_workspace_set_connection (fixture->room->workspace, DOCKET_CONNECTION_OFFLINE, NULL);
}

static void
test_in_time (void)
{
  Fixture fixture;

  set_up (&fixture, 0);
  answer_look (&fixture);
  begin (&fixture, -1);
  g_assert_cmpint (ABS (docket_deadlines_get_next (fixture.deadlines) - get_now (&fixture) - HOUR),
                   <, 60);
  g_assert_cmpuint (room_clock_count_timers (fixture.room->clock), ==, 1);
  room_clock_advance (fixture.room->clock, HOUR + 1);
  assert_told (&fixture, "due soon;");
  g_assert_cmpuint (room_clock_count_timers (fixture.room->clock), ==, 1);
  room_clock_advance (fixture.room->clock, HOUR + 1);
  assert_told (&fixture, "due later;");
  g_assert_cmpint (docket_deadlines_get_next (fixture.deadlines), ==, 0);
  g_assert_cmpuint (room_clock_count_timers (fixture.room->clock), ==, 0);
  tear_down (&fixture);
}

/* What was due while the program did not run comes together, and what was told before does not. */
static void
test_since (void)
{
  Fixture fixture;

  set_up (&fixture, -2 * HOUR);
  begin (&fixture, -1);
  assert_told (&fixture, "due past;");
  g_assert_cmpint (docket_deadlines_get_since (fixture.deadlines), >=, get_now (&fixture) - 60);
  tear_down (&fixture);
}

static void
test_settled (void)
{
  Fixture fixture;

  set_up (&fixture, -2 * HOUR);
  begin (&fixture, -1);
  assert_told (&fixture, "due past;");
  docket_cache_set_completed_async (fixture.room->workspace->cache, "past", TRUE, 1, NULL, NULL);
  assert_told (&fixture, "settled past;");
  docket_cache_drop_task_async (fixture.room->workspace->cache, "past", NULL, NULL);
  run_pending ();
  tear_down (&fixture);
}

static void
test_snooze (void)
{
  Fixture fixture;

  set_up (&fixture, -2 * HOUR);
  answer_look (&fixture);
  begin (&fixture, -1);
  assert_told (&fixture, "due past;");
  docket_deadlines_snooze (fixture.deadlines, "past", get_now (&fixture) + 600);
  room_clock_advance (fixture.room->clock, 601);
  assert_told (&fixture, "due past;");
  tear_down (&fixture);
}

/* One that is done meanwhile stays silent. */
static void
test_snooze_done (void)
{
  Fixture fixture;

  set_up (&fixture, -2 * HOUR);
  answer_look (&fixture);
  begin (&fixture, -1);
  assert_told (&fixture, "due past;");
  docket_deadlines_snooze (fixture.deadlines, "past", get_now (&fixture) + 600);
  docket_cache_set_archived_async (fixture.room->workspace->cache, "past", 1, NULL, NULL);
  assert_told (&fixture, "settled past;");
  room_clock_advance (fixture.room->clock, HOUR + 1);
  assert_told (&fixture, "due soon;");
  tear_down (&fixture);
}

/* Minutes after midnight. */
static int
get_minutes (gint64 moment)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (moment);

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static void
test_summary (void)
{
  Fixture fixture;
  gint64 now;

  set_up (&fixture, 0);
  answer_look (&fixture);
  now = get_now (&fixture);
  docket_deadlines_set_wanted (fixture.deadlines, FALSE, get_minutes (now + 10 * 60));
  wait_until (knows_next, fixture.deadlines);
  g_assert_cmpint (docket_deadlines_get_next (fixture.deadlines) - now, <=, 10 * 60);
  room_clock_advance (fixture.room->clock, 10 * 60 + 1);
  wait_until (has_told, &fixture);
  /* Late are "past" alone; what is due today depends on how late in the day it is. */
  g_assert_true (g_str_has_prefix (fixture.told->str, "summary "));
  g_assert_true (g_str_has_suffix (fixture.told->str, " 1;"));
  /* The next one is tomorrow's, and the deadlines themselves are not told. */
  g_assert_cmpint (docket_deadlines_get_next (fixture.deadlines) - now, >, 20 * HOUR);
  tear_down (&fixture);
}

/* Before something is told the server is asked: what somebody else has done is not told. */
static void
test_asks_first (void)
{
  Fixture fixture;
  guint before;

  set_up (&fixture, 0);
  begin (&fixture, -1);
  before = hostile_server_get_n_requests (fixture.room->server);
  room_clock_advance (fixture.room->clock, HOUR + 1);
  wait_for_requests_of (fixture.room, before + 1);
  tear_down (&fixture);
}

static void
test_not_wanted (void)
{
  Fixture fixture;

  set_up (&fixture, -2 * HOUR);
  docket_deadlines_set_wanted (fixture.deadlines, FALSE, -1);
  run_pending ();
  g_assert_cmpint (docket_deadlines_get_next (fixture.deadlines), ==, 0);
  g_assert_cmpuint (room_clock_count_timers (fixture.room->clock), ==, 0);
  tear_down (&fixture);
}

static gboolean
report_cb (gpointer reported)
{
  *(gboolean *)reported = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer reported)
{
  return *(gboolean *)reported;
}

/* A moment that is over, as after the computer slept, and one that is still to come. */
static void
test_wall_clock (void)
{
  g_autoptr (DocketClock) clock = docket_wall_clock_new ();
  const int ahead[] = { -5, 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (ahead); i++)
    {
      const gint64 due = docket_clock_get_now (clock) + ahead[i];
      g_autoptr (GSource) timer = docket_clock_create_timer (clock, due);
      gboolean reported = FALSE;

      g_source_set_callback (timer, report_cb, &reported, NULL);
      g_source_attach (timer, NULL);
      wait_until (is_true, &reported);
      g_assert_cmpint (docket_clock_get_now (clock), >=, due);
    }
}

int
main (int argc, char *argv[])
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/deadlines/in-time", test_in_time);
  folders_add_func ("/deadlines/since", test_since);
  folders_add_func ("/deadlines/settled", test_settled);
  folders_add_func ("/deadlines/snooze", test_snooze);
  folders_add_func ("/deadlines/snooze-done", test_snooze_done);
  folders_add_func ("/deadlines/summary", test_summary);
  folders_add_func ("/deadlines/asks-first", test_asks_first);
  folders_add_func ("/deadlines/not-wanted", test_not_wanted);
  folders_add_func ("/deadlines/wall-clock", test_wall_clock);
  return folders_run ();
}
