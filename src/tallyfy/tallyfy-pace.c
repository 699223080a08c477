/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-pace.h"

/* Tallyfy's documentation of an older limit, which holds for each organization. Where the one
 * holds, the other does too. */
#define OLD_PER_MINUTE 100u
#define OLD_PER_HOUR 1000u
#define HOUR 60        /* minutes */
#define MAX_SENT 8192u /* a limit above is none */

/* Of what is allowed this part, in percent, is left to the person. */
#define RESERVE 3u

struct _TallyfyPace
{
  gint64 minute;
  guint per_minute; /* 0 = as many as one likes */
  guint per_hour;   /* the same */
  gboolean told;    /* the server has said so, or refused one */
  GArray *sent;     /* of gint64: when the last requests went out, at least MAX_SENT */
  gint64 held_until;
  guint n_under_way;
  guint n_patient; /* of them */
  guint n_writes;  /* the same */
};

TallyfyPace *
tallyfy_pace_new (gint64 minute, guint per_minute)
{
  TallyfyPace *self = g_new0 (TallyfyPace, 1);

  self->minute = minute;
  self->per_minute = per_minute;
  self->sent = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
tallyfy_pace_free (TallyfyPace *self)
{
  g_array_unref (self->sent);
  g_free (self);
}

static guint
get_usable (guint limit)
{
  const guint reserve = MAX (limit * RESERVE / 100, 1);

  return limit > reserve ? limit - reserve : 1;
}

static gint64
nth_from_end (const TallyfyPace *self, guint n)
{
  return g_array_index (self->sent, gint64, self->sent->len - n);
}

/* How many went out in the last @length. */
static guint
count_since (const TallyfyPace *self, gint64 length, gint64 now)
{
  guint low = 0;
  guint high = self->sent->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (self->sent, gint64, middle) > now - length)
        high = middle;
      else
        low = middle + 1;
    }
  return self->sent->len - low;
}

/* The server's clock is another one, and requests take different times to get there. */
static gint64
get_slack (gint64 length)
{
  return length / 400;
}

/* Returns: 0 = within @limit in each @length; else when one is */
static gint64
check_window (const TallyfyPace *self, guint limit, gint64 length, gint64 now)
{
  const gint64 window = length + get_slack (length);
  guint usable;

  if (limit == 0)
    return 0;
  usable = get_usable (limit);
  return usable > MAX_SENT || count_since (self, window, now) < usable
             ? 0
             : nth_from_end (self, usable) + window;
}

/* Whether the next one may be the first that a limit refuses of which nobody has told: alone it is
 * the only one. */
static gboolean
is_at (guint n, guint limit)
{
  return n >= limit - limit / 25 && n <= limit + 1;
}

static gboolean
is_risky (const TallyfyPace *self, gint64 now)
{
  return (!self->told && is_at (count_since (self, self->minute, now), OLD_PER_MINUTE))
         || (self->per_hour == 0
             && is_at (count_since (self, HOUR * self->minute, now), OLD_PER_HOUR));
}

/* Returns: 0 = now */
static gint64
check_patient (const TallyfyPace *self, gint64 now)
{
  gint64 until = MAX (check_window (self, self->per_minute, self->minute, now),
                      check_window (self, self->per_hour, HOUR * self->minute, now));

  if (self->held_until > now)
    until = MAX (until, self->held_until);
  /* Nobody tells when that is over: it does not take long, and is looked at now and then. */
  if (until == 0 && (self->n_writes > 0 || (self->n_patient > 0 && is_risky (self, now))))
    until = now + self->minute / 2400;
  return until;
}

static void
note_sent (TallyfyPace *self, gint64 now)
{
  if (self->sent->len >= 2 * MAX_SENT)
    g_array_remove_range (self->sent, 0, MAX_SENT);
  g_array_append_val (self->sent, now);
}

gint64
tallyfy_pace_begin (TallyfyPace *self, TallyfyHaste haste, gint64 now)
{
  const gint64 until = haste == TALLYFY_HASTE_PATIENT ? check_patient (self, now) : 0;

  if (until != 0)
    return until;
  note_sent (self, now);
  self->n_under_way++;
  if (haste == TALLYFY_HASTE_PATIENT)
    self->n_patient++;
  else if (haste == TALLYFY_HASTE_WRITE)
    self->n_writes++;
  return 0;
}

static void
set_per_minute (TallyfyPace *self, guint per_minute)
{
  self->told = TRUE;
  self->per_minute = per_minute;
  if (per_minute <= OLD_PER_MINUTE && self->per_hour == 0)
    self->per_hour = OLD_PER_HOUR;
}

/* One was refused. What was admitted before says how many are, as long as nobody else asks in the
 * same name: a limit is not taken for less than Tallyfy has ever told. */
static void
learn (TallyfyPace *self, gint64 wait, gint64 now)
{
  if (wait > self->minute + self->minute / 2)
    {
      const guint n = count_since (self, HOUR * self->minute, now);

      self->per_hour = MAX (n - MIN (n, self->n_under_way + 1), OLD_PER_HOUR);
    }
  else if (!self->told)
    {
      const guint n = count_since (self, self->minute, now);
      const guint admitted = MAX (n - MIN (n, self->n_under_way + 1), OLD_PER_MINUTE);

      set_per_minute (self, self->per_minute > 0 ? MIN (admitted, self->per_minute) : admitted);
    }
}

static void
note_answer (TallyfyPace *self, const TallyfyAnswer *answer, gint64 now)
{
  if (answer->rate_limit > 0)
    set_per_minute (self, (guint)MIN (answer->rate_limit, G_MAXINT32));
  if (answer->status == 429)
    {
      const gint64 wait
          = answer->retry_after >= 0 ? answer->retry_after * G_TIME_SPAN_SECOND : self->minute / 6;

      learn (self, wait, now);
      self->held_until = MAX (self->held_until, now + wait + get_slack (self->minute));
    }
  /* Somebody else has used what this program has not. */
  else if (answer->rate_remaining >= 0 && self->per_minute > 0
           && answer->rate_remaining < self->per_minute - get_usable (self->per_minute)
           && check_window (self, self->per_minute, self->minute, now) == 0)
    self->held_until = MAX (self->held_until, now + self->minute / 12);
}

void
tallyfy_pace_end (TallyfyPace *self, TallyfyHaste haste, const TallyfyAnswer *answer, gint64 now)
{
  self->n_under_way--;
  if (haste == TALLYFY_HASTE_PATIENT)
    self->n_patient--;
  else if (haste == TALLYFY_HASTE_WRITE)
    self->n_writes--;
  if (answer != NULL)
    note_answer (self, answer, now);
}

static gint64
estimate_window (const TallyfyPace *self, guint limit, gint64 length, guint n, gint64 now)
{
  const gint64 window = length + get_slack (length);
  guint usable;
  guint used;
  guint rest;

  if (limit == 0)
    return 0;
  usable = get_usable (limit);
  used = MIN (count_since (self, window, now), usable);
  if (n <= usable - used)
    return 0;
  rest = n - (usable - used) - 1;
  return (used > 0 ? nth_from_end (self, used) + window - now : window) + rest / usable * window;
}

gint64
tallyfy_pace_estimate (TallyfyPace *self, guint n, gint64 now)
{
  const gint64 held = MAX (self->held_until - now, 0);

  if (n == 0)
    return 0;
  return MAX (held, MAX (estimate_window (self, self->per_minute, self->minute, n, now),
                         estimate_window (self, self->per_hour, HOUR * self->minute, n, now)));
}
