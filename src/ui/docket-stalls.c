/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-stalls.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static gint64 limit; /* microseconds; 0: nothing is watched */
static GPollFunc poll_before;
static gint64 awake_since;   /* when the loop last had something to do */
static int schedstat = -1;   /* the file of the main thread in /proc */
static gint64 frame_since;   /* when GTK began with a frame that is not over; 0 = none */
static gint64 drawn;         /* since the loop was last at rest */
static gint64 longest;       /* without laying out and drawing */
static gint64 longest_frame; /* with it */

/* Microseconds for which the thread has waited until other threads and programs let go of a
 * processor: what was its own of the time is told. */
static gint64
get_delay (void)
{
  char text[96] = "";
  char *rest = text;

  if (schedstat < 0 || pread (schedstat, text, sizeof text - 1, 0) <= 0)
    return 0;
  g_ascii_strtoull (text, &rest, 10);
  return (gint64)(g_ascii_strtoull (rest, NULL, 10) / 1000);
}

static gint64
get_time (void)
{
  return g_get_monotonic_time () - get_delay ();
}

static void
judge (void)
{
  const gint64 all = awake_since != 0 ? get_time () - awake_since : 0;

  longest = MAX (longest, all - drawn);
  longest_frame = MAX (longest_frame, all);
  if (all >= limit)
    g_print ("stall\t%.1f\tdrawing\t%.1f\n", (double)all / 1000, (double)drawn / 1000);
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
  if (frame_since != 0)
    drawn += get_time () - frame_since;
  frame_since = 0;
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
  schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
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
