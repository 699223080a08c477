/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "room-clock.h"

struct _RoomClock
{
  DocketClock parent_instance;

  gint64 ahead; /* of the computer's clock, in seconds */
  gint64 patience;
  gint64 slept;
  GPtrArray *timers; /* of Timer */
};

G_DEFINE_FINAL_TYPE (RoomClock, room_clock, DOCKET_TYPE_CLOCK)

typedef struct
{
  GSource *source;
  gint64 due;
} Timer;

static void
timer_free (gpointer data)
{
  Timer *timer = data;

  g_source_unref (timer->source);
  g_free (timer);
}

static gint64
room_clock_get_now (DocketClock *clock)
{
  return g_get_real_time () / G_USEC_PER_SEC + ROOM_CLOCK (clock)->ahead;
}

static void
report_due (RoomClock *self)
{
  const gint64 now = room_clock_get_now (DOCKET_CLOCK (self));

  for (guint i = 0; i < self->timers->len; i++)
    {
      Timer *timer = self->timers->pdata[i];

      if (timer->due <= now)
        g_source_set_ready_time (timer->source, 0);
    }
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs functions = { .dispatch = dispatch };

static GSource *
room_clock_create_timer (DocketClock *clock, gint64 due)
{
  RoomClock *self = ROOM_CLOCK (clock);
  const gint64 wait = due - room_clock_get_now (clock);
  Timer *timer = g_new (Timer, 1);

  timer->source = g_source_new (&functions, sizeof (GSource));
  timer->due = due;
  g_ptr_array_add (self->timers, timer);
  if (wait > 0 && wait <= self->patience)
    self->ahead += wait;
  report_due (self);
  return g_source_ref (timer->source);
}

static gint64
room_clock_get_slept (DocketClock *clock)
{
  return ROOM_CLOCK (clock)->slept;
}

static void
room_clock_finalize (GObject *object)
{
  g_ptr_array_unref (ROOM_CLOCK (object)->timers);
  G_OBJECT_CLASS (room_clock_parent_class)->finalize (object);
}

static void
room_clock_class_init (RoomClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = room_clock_finalize;
  DOCKET_CLOCK_CLASS (klass)->get_now = room_clock_get_now;
  DOCKET_CLOCK_CLASS (klass)->create_timer = room_clock_create_timer;
  DOCKET_CLOCK_CLASS (klass)->get_slept = room_clock_get_slept;
}

static void
room_clock_init (RoomClock *self)
{
  self->patience = 30;
  self->timers = g_ptr_array_new_with_free_func (timer_free);
}

RoomClock *
room_clock_new (void)
{
  return g_object_new (ROOM_TYPE_CLOCK, NULL);
}

void
room_clock_set_patience (RoomClock *self, gint64 seconds)
{
  self->patience = seconds;
}

void
room_clock_advance (RoomClock *self, gint64 seconds)
{
  self->ahead += seconds;
  report_due (self);
}

void
room_clock_sleep (RoomClock *self, gint64 seconds)
{
  self->slept += seconds;
  room_clock_advance (self, seconds);
}

guint
room_clock_count_timers (RoomClock *self)
{
  guint n = 0;

  for (guint i = 0; i < self->timers->len; i++)
    if (!g_source_is_destroyed (((Timer *)self->timers->pdata[i])->source))
      n++;
  return n;
}

void
room_clock_report_all (RoomClock *self)
{
  for (guint i = 0; i < self->timers->len; i++)
    g_source_set_ready_time (((Timer *)self->timers->pdata[i])->source, 0);
}
