/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* How often a server is asked that allows so many requests in a minute and in an hour. The time is
 * made up, so that hours pass at once. */
#include "tallyfy/tallyfy-pace.h"

#define SECOND G_TIME_SPAN_SECOND
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define LATENCY (50 * G_TIME_SPAN_MILLISECOND)
#define N_AT_ONCE 5

/* What is allowed from the first request on, and anew from the first one after that. */
typedef struct
{
  guint limit; /* 0 = no limit */
  gint64 length;
  gint64 begin;
  guint n;
} Window;

typedef struct
{
  Window windows[2];
  gboolean sliding; /* each minute counts, not only those that begin with a request */
  gboolean tells;   /* X-RateLimit-Limit and X-RateLimit-Remaining, of the minute */
  GArray *admitted; /* of gint64 */
  guint n_refused;
} Server;

/* One that goes out when it may, again and again. */
typedef struct
{
  gboolean under_way;
  gint64 at; /* when it goes on */
} Slot;

static gboolean
window_admits (Window *window, const Server *server, gint64 now)
{
  if (window->limit == 0)
    return TRUE;
  if (server->sliding)
    {
      const guint n = server->admitted->len;

      return n < window->limit
             || g_array_index (server->admitted, gint64, n - window->limit) <= now - window->length;
    }
  if (window->begin == 0 || now >= window->begin + window->length)
    {
      window->begin = now;
      window->n = 0;
    }
  return window->n < window->limit;
}

static TallyfyAnswer
answer (Server *server, gint64 now)
{
  TallyfyAnswer answer
      = { .status = 200, .retry_after = -1, .rate_limit = -1, .rate_remaining = -1 };

  for (guint i = 0; i < G_N_ELEMENTS (server->windows) && answer.status == 200; i++)
    if (!window_admits (&server->windows[i], server, now))
      {
        const Window *window = &server->windows[i];
        const gint64 end = server->sliding ? g_array_index (server->admitted, gint64,
                                                            server->admitted->len - window->limit)
                                                 + window->length
                                           : window->begin + window->length;

        server->n_refused++;
        answer.status = 429;
        answer.retry_after = (end - now + SECOND - 1) / SECOND;
      }
  if (answer.status == 200)
    {
      server->windows[0].n++;
      server->windows[1].n++;
      g_array_append_val (server->admitted, now);
    }
  if (server->tells)
    {
      answer.rate_limit = server->windows[0].limit;
      answer.rate_remaining
          = MAX (server->windows[0].limit, server->windows[0].n) - server->windows[0].n;
    }
  return answer;
}

/* Asks patiently, some at once, for as long as @duration. */
static void
run (Server *server, TallyfyPace *pace, gint64 duration)
{
  Slot slots[N_AT_ONCE] = { { FALSE, SECOND } };
  gint64 now = SECOND;

  server->admitted = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (now < duration)
    {
      Slot *next = &slots[0];

      for (guint i = 1; i < N_AT_ONCE; i++)
        if (slots[i].at < next->at)
          next = &slots[i];
      now = MAX (next->at, now);
      if (next->under_way)
        {
          const TallyfyAnswer here = answer (server, now - LATENCY / 2);

          tallyfy_pace_end (pace, TALLYFY_HASTE_PATIENT, &here, now);
          next->under_way = FALSE;
        }
      else
        {
          next->at = tallyfy_pace_begin (pace, TALLYFY_HASTE_PATIENT, now);
          g_assert_true (next->at == 0 || next->at > now);
          next->under_way = next->at == 0;
          if (next->under_way)
            next->at = now + LATENCY;
        }
    }
}

static double
get_share (const Server *server, guint limit, gint64 length, gint64 duration)
{
  return (double)server->admitted->len / (double)limit / ((double)duration / (double)length);
}

typedef struct
{
  const char *path;
  guint per_minute;
  guint per_hour;
  gboolean sliding;
  gboolean tells;
  guint most_refused;
} Case;

static const Case cases[] = {
  { "/pace/600-told", 600, 0, FALSE, TRUE, 0 },
  { "/pace/600-not-told", 600, 0, FALSE, FALSE, 0 },
  { "/pace/600-sliding", 600, 0, TRUE, FALSE, 0 },
  { "/pace/100-and-1000-told", 100, 1000, FALSE, TRUE, 1 },
  { "/pace/100-and-1000-not-told", 100, 1000, FALSE, FALSE, 1 },
  { "/pace/100-and-1000-sliding", 100, 1000, TRUE, FALSE, 1 },
  { "/pace/600-and-1000", 600, 1000, FALSE, TRUE, 1 },
  { "/pace/2000-told", 2000, 0, FALSE, TRUE, 0 },
};

/* Nearly all that is allowed is used, and hardly anything is refused. */
static void
test_limits (gconstpointer data)
{
  const Case *limits = data;
  const gint64 duration = limits->per_hour > 0 ? 3 * HOUR : 10 * MINUTE;
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);
  Server server
      = { .windows = { { limits->per_minute, MINUTE, 0, 0 }, { limits->per_hour, HOUR, 0, 0 } },
          .sliding = limits->sliding,
          .tells = limits->tells };

  run (&server, pace, duration);
  g_test_message ("%u admitted, %u refused", server.admitted->len, server.n_refused);
  g_assert_cmpuint (server.n_refused, <=, limits->most_refused);
  if (limits->per_hour > 0)
    g_assert_cmpfloat (get_share (&server, limits->per_hour, HOUR, duration), >=, 0.95);
  else
    g_assert_cmpfloat (get_share (&server, limits->per_minute, MINUTE, duration), >=, 0.95);
  g_array_unref (server.admitted);
}

static gint64
begin (TallyfyPace *pace, TallyfyHaste haste, gint64 now)
{
  return tallyfy_pace_begin (pace, haste, now);
}

/* What a person does is not held back, and is counted: the patient ones leave room for it. */
static void
test_person (void)
{
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);
  guint n = 0;

  while (begin (pace, TALLYFY_HASTE_PATIENT, SECOND + n) == 0)
    {
      tallyfy_pace_end (pace, TALLYFY_HASTE_PATIENT, NULL, SECOND + n);
      n++;
    }
  g_assert_cmpuint (n, ==, 582);
  for (guint i = n; i < 600; i++)
    {
      g_assert_cmpint (begin (pace, TALLYFY_HASTE_NOW, 2 * SECOND), ==, 0);
      tallyfy_pace_end (pace, TALLYFY_HASTE_NOW, NULL, 2 * SECOND);
    }
  /* As many as the person has asked for are fewer in the next minute. */
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, 3 * SECOND), >, SECOND + MINUTE);
  for (n = 0; begin (pace, TALLYFY_HASTE_PATIENT, 2 * SECOND + MINUTE) == 0; n++)
    tallyfy_pace_end (pace, TALLYFY_HASTE_PATIENT, NULL, 2 * SECOND + MINUTE);
  g_assert_cmpuint (n, ==, 582 - 18);
}

static void
test_writes_first (void)
{
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);

  g_assert_cmpint (begin (pace, TALLYFY_HASTE_WRITE, SECOND), ==, 0);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, SECOND), >, SECOND);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_NOW, SECOND), ==, 0);
  tallyfy_pace_end (pace, TALLYFY_HASTE_WRITE, NULL, 2 * SECOND);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, 2 * SECOND), ==, 0);
}

/* As long as the server asks for, whoever was refused. */
static void
test_asked_to_wait (void)
{
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);
  const TallyfyAnswer refused
      = { .status = 429, .retry_after = 20, .rate_limit = -1, .rate_remaining = -1 };

  g_assert_cmpint (begin (pace, TALLYFY_HASTE_NOW, SECOND), ==, 0);
  tallyfy_pace_end (pace, TALLYFY_HASTE_NOW, &refused, SECOND);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, 20 * SECOND), >=, 21 * SECOND);
  g_assert_cmpint (tallyfy_pace_estimate (pace, 1, 11 * SECOND), >=, 10 * SECOND);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, 22 * SECOND), ==, 0);
}

/* Another program uses the same allowance. */
static void
test_others (void)
{
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);
  const TallyfyAnswer nearly
      = { .status = 200, .retry_after = -1, .rate_limit = 600, .rate_remaining = 10 };

  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, SECOND), ==, 0);
  tallyfy_pace_end (pace, TALLYFY_HASTE_PATIENT, &nearly, SECOND);
  g_assert_cmpint (begin (pace, TALLYFY_HASTE_PATIENT, SECOND), ==, 6 * SECOND);
}

/* 582 a minute may go; at 100 a minute 970 an hour. */
static void
test_estimate (void)
{
  g_autoptr (TallyfyPace) pace = tallyfy_pace_new (MINUTE, 600);
  g_autoptr (TallyfyPace) old = tallyfy_pace_new (MINUTE, 100);
  const TallyfyAnswer told
      = { .status = 200, .retry_after = -1, .rate_limit = 100, .rate_remaining = 99 };

  g_assert_cmpint (tallyfy_pace_estimate (pace, 0, SECOND), ==, 0);
  g_assert_cmpint (tallyfy_pace_estimate (pace, 582, SECOND), ==, 0);
  g_assert_cmpint (tallyfy_pace_estimate (pace, 583, SECOND) / SECOND, ==, 60);
  g_assert_cmpint (tallyfy_pace_estimate (pace, 3 * 582, SECOND) / SECOND, ==, 120);
  g_assert_cmpint (begin (old, TALLYFY_HASTE_NOW, SECOND), ==, 0);
  tallyfy_pace_end (old, TALLYFY_HASTE_NOW, &told, SECOND);
  g_assert_cmpint (tallyfy_pace_estimate (old, 1940, SECOND) / MINUTE, ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_limits);
  g_test_add_func ("/pace/person", test_person);
  g_test_add_func ("/pace/writes-first", test_writes_first);
  g_test_add_func ("/pace/asked-to-wait", test_asked_to_wait);
  g_test_add_func ("/pace/others", test_others);
  g_test_add_func ("/pace/estimate", test_estimate);
  return g_test_run ();
}
