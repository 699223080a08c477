/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-clock.h"

#include <time.h>

/* Seconds. Whoever waits longer looks at the clock again. */
#define MAX_TIMER (24 * 60 * 60)

/* Seconds: two clocks that are read one after the other differ by less. */
#define MIN_SLEEP 2

G_DEFINE_TYPE (DocketClock, docket_clock, G_TYPE_OBJECT)

static gint64
get_now (DocketClock *self)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static GSource *
create_timer (DocketClock *self, gint64 due)
{
  return g_timeout_source_new_seconds (
      (guint)CLAMP (due - docket_clock_get_now (self), 0, MAX_TIMER));
}

static gint64
read_clock (clockid_t id)
{
  struct timespec time = { 0 };

  clock_gettime (id, &time);
  return (gint64)time.tv_sec;
}

/* The one goes on while the computer sleeps, the other stands still. */
static gint64
get_slept (DocketClock *self)
{
  return read_clock (CLOCK_BOOTTIME) - read_clock (CLOCK_MONOTONIC);
}

static void
docket_clock_class_init (DocketClockClass *klass)
{
  klass->get_now = get_now;
  klass->create_timer = create_timer;
  klass->get_slept = get_slept;
}

static void
docket_clock_init (DocketClock *self)
{
}

DocketClock *
docket_clock_new (void)
{
  return g_object_new (DOCKET_TYPE_CLOCK, NULL);
}

gint64
docket_clock_get_now (DocketClock *self)
{
  return DOCKET_CLOCK_GET_CLASS (self)->get_now (self);
}

GSource *
docket_clock_create_timer (DocketClock *self, gint64 due)
{
  return DOCKET_CLOCK_GET_CLASS (self)->create_timer (self, due);
}

gint64
docket_clock_get_slept (DocketClock *self)
{
  return DOCKET_CLOCK_GET_CLASS (self)->get_slept (self);
}

gboolean
docket_clock_has_slept (DocketClock *self, gint64 before)
{
  return docket_clock_get_slept (self) >= before + MIN_SLEEP;
}
