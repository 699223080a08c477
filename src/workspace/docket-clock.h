/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What time it is, and how one waits for it. The computer's own, unless somebody derives another. */
#define DOCKET_TYPE_CLOCK (docket_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (DocketClock, docket_clock, DOCKET, CLOCK, GObject)

/* @get_now: unix seconds. @create_timer: (transfer full): a source that is ready at @due, which is in unix seconds.
 * @get_slept: seconds that the computer was asleep since it was started */
struct _DocketClockClass
{
  GObjectClass parent_class;

  gint64 (*get_now) (DocketClock *self);
  GSource *(*create_timer) (DocketClock *self, gint64 due);
  gint64 (*get_slept) (DocketClock *self);
};

DocketClock *docket_clock_new (void);
gint64 docket_clock_get_now (DocketClock *self);
GSource *docket_clock_create_timer (DocketClock *self, gint64 due);
gint64 docket_clock_get_slept (DocketClock *self);
/* Whether the computer was asleep since docket_clock_get_slept() was @before. */
gboolean docket_clock_has_slept (DocketClock *self, gint64 before);

G_END_DECLS
