/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DOCKET_WHEN_UNKNOWN -1

/* What was said of a deadline, word by word; DOCKET_WHEN_UNKNOWN where nothing was. */
typedef struct
{
  GDateTime *now;
  int year, month, day; /* a day alone is one of the month that comes, or that was said */
  int hour, minute;
  int weekday;     /* 1 = Monday */
  int days_ahead;  /* from today */
  int month_ahead; /* from today */
  gint64 seconds;  /* from now */
  int part_hour;   /* of the part of the day */
  gboolean bare;   /* the hour was said without am or pm */
  gboolean half;   /* and with one of them */
  gboolean next;   /* the word was there, and what it belongs to was not yet */
  gboolean next_week;
} DocketWhenSaid;

void docket_when_said_init (DocketWhenSaid *self, GDateTime *now);

/* Each of these returns FALSE where something else was said before, or where it cannot be. */
gboolean docket_when_said_once (int *field, int value);
gboolean docket_when_said_time (DocketWhenSaid *self, int hour, int minute);
/* @half: 0 = am, 12 = pm */
gboolean docket_when_said_half_day_time (DocketWhenSaid *self, int hour, int minute, int half);
/* @year, @month: DOCKET_WHEN_UNKNOWN where they were not said */
gboolean docket_when_said_date (DocketWhenSaid *self, int year, int month, int day);
gboolean docket_when_said_seconds (DocketWhenSaid *self, gint64 seconds);

/* The moment; what was said only halfway is the next time that it comes round. (transfer full) (nullable): NULL where what
 * was said is no moment, or does not go together */
GDateTime *docket_when_said_find (const DocketWhenSaid *self);

/* @day at that time. (transfer full) */
GDateTime *docket_when_said_at_time (GDateTime *day, int hour, int minute);

G_END_DECLS
