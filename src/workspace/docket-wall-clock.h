/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-clock.h"

G_BEGIN_DECLS

/* The computer's clock, whose timers are of the time of day: they also report at once when the computer wakes up after their
 * time, and when somebody sets the clock. */
#define DOCKET_TYPE_WALL_CLOCK (docket_wall_clock_get_type ())
G_DECLARE_FINAL_TYPE (DocketWallClock, docket_wall_clock, DOCKET, WALL_CLOCK, DocketClock)

DocketClock *docket_wall_clock_new (void);

G_END_DECLS
