/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-wall-clock.h"

#include <glib-unix.h>

#include <sys/timerfd.h>
#include <unistd.h>

struct _DocketWallClock
{
  DocketClock parent_instance;
};

G_DEFINE_FINAL_TYPE (DocketWallClock, docket_wall_clock, DOCKET_TYPE_CLOCK)

/* A GSource that is ready when its file is, or at once where there is none. */
typedef struct
{
  GSource source;
  int fd;
} Timer;

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return callback (user_data);
}

static void
finalize (GSource *source)
{
  if (((Timer *)source)->fd >= 0)
    close (((Timer *)source)->fd);
}

static GSourceFuncs functions = { .dispatch = dispatch, .finalize = finalize };

static GSource *
create_timer (DocketClock *clock, gint64 due)
{
  const struct itimerspec time = { .it_value = { .tv_sec = MAX (due, 1) } };
  GSource *source = g_source_new (&functions, sizeof (Timer));
  Timer *timer = (Timer *)source;

  timer->fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (timer->fd >= 0
      && timerfd_settime (timer->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &time, NULL) == 0)
    g_source_add_unix_fd (source, timer->fd, G_IO_IN);
  else
    g_source_set_ready_time (source,
                             g_get_monotonic_time ()
                                 + MAX (due - docket_clock_get_now (clock), 0) * G_USEC_PER_SEC);
  return source;
}

static void
docket_wall_clock_class_init (DocketWallClockClass *klass)
{
  DOCKET_CLOCK_CLASS (klass)->create_timer = create_timer;
}

static void
docket_wall_clock_init (DocketWallClock *self)
{
}

DocketClock *
docket_wall_clock_new (void)
{
  return g_object_new (DOCKET_TYPE_WALL_CLOCK, NULL);
}
