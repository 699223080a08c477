/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-clock.h"

G_BEGIN_DECLS

/* A clock that nobody waits for: up to room_clock_set_patience() seconds pass at once, and later ones when the test
 * lets them pass. */
#define ROOM_TYPE_CLOCK (room_clock_get_type ())
G_DECLARE_FINAL_TYPE (RoomClock, room_clock, ROOM, CLOCK, DocketClock)

RoomClock *room_clock_new (void);
/* 30 unless it was set. */
void room_clock_set_patience (RoomClock *self, gint64 seconds);
/* Timers that are due by then report in the next turn of the main loop. */
void room_clock_advance (RoomClock *self, gint64 seconds);
/* The same, and the computer was asleep in that time. */
void room_clock_sleep (RoomClock *self, gint64 seconds);
/* All timers report, whatever the clock says: they do not follow one that is set. */
void room_clock_report_all (RoomClock *self);
/* How many timers are waited for. */
guint room_clock_count_timers (RoomClock *self);

G_END_DECLS
