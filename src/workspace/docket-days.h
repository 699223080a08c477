/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where days begin, in unix seconds. */
typedef struct
{
  gint64 now;
  gint64 yesterday;
  gint64 today;
  gint64 tomorrow;
  gint64 after_tomorrow;
  gint64 week;            /* this week's Monday */
  gint64 next_week;       /* the Monday after */
  gint64 after_next_week; /* the Monday after that */
} DocketDays;

/* @now: in the time zone whose days count */
DocketDays docket_days_at (GDateTime *now);
/* When the day began that is @days after that of @now, in unix seconds. */
gint64 docket_days_start (GDateTime *now, int days);

G_END_DECLS
