/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-stalls.h"

#include <stdlib.h>
#include <time.h>

static gint64 limit; /* microseconds; 0: nothing is watched */
static GPollFunc poll_before;

/* Microseconds. */
typedef struct
{
  gint64 clock;
  gint64 worked; /* for how much of it the processor worked for this thread */
} Time;

static Time awake_since;     /* when the loop last had something to do */
static Time frame_since;     /* when GTK began with a frame that is not over */
static gint64 drawn;         /* how long it worked at frames since the loop was last at rest */
static gint64 longest;       /* work without laying out and drawing */
static gint64 longest_frame; /* with it */

static Time
get_time (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return (Time){ g_get_monotonic_time (), worked.tv_sec * G_USEC_PER_SEC + worked.tv_nsec / 1000 };
}

static void
judge (void)
{
  const Time now = get_time ();
  const gint64 lasted = now.clock - awake_since.clock;
  const gint64 worked = now.worked - awake_since.worked;

  if (awake_since.clock == 0)
    return;
  longest = MAX (longest, worked - drawn);
  longest_frame = MAX (longest_frame, worked);
  if (lasted >= limit)
    g_print ("stall\t%.1f\tworked\t%.1f\tdrawing\t%.1f\tuntil\t%.3f\n", (double)lasted / 1000,
             (double)worked / 1000, (double)drawn / 1000, (double)now.clock / G_USEC_PER_SEC);
}

/* Between two of these the loop does its work. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  judge ();
  result = poll_before (fds, n_fds, timeout);
  awake_since = get_time ();
  drawn = 0;
  return result;
}

static void
frame_begins_cb (void)
{
  frame_since = get_time ();
}

static void
frame_ends_cb (void)
{
  if (frame_since.clock != 0)
    drawn += get_time ().worked - frame_since.worked;
  frame_since.clock = 0;
}

static void
tell_longest (void)
{
  g_print ("longest stall\t%.1f\twith drawing\t%.1f\n", (double)longest / 1000,
           (double)longest_frame / 1000);
}

void
docket_stalls_watch (void)
{
  const char *value = g_getenv ("DOCKET_STALLS");

  if (value == NULL || limit != 0)
    return;
  limit = MAX (1, g_ascii_strtoll (value, NULL, 10)) * 1000;
  poll_before = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  atexit (tell_longest);
}

void
docket_stalls_watch_frames (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  if (limit == 0)
    return;
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begins_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_ends_cb), NULL);
}
