/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a deadline that is typed, in English and in the language of the program. What they mean together knows
 * docket-when.h. */

/* What a word can mean, and what the value says then. */
typedef enum
{
  DOCKET_WHEN_FILLER,   /* nothing of its own: this, the, on, of */
  DOCKET_WHEN_PARTICLE, /* a filler that stands behind its word, so that it may be the last */
  DOCKET_WHEN_IN,       /* a length of time follows */
  DOCKET_WHEN_AT,       /* an hour follows */
  DOCKET_WHEN_DAYS,     /* as many days from today */
  DOCKET_WHEN_MONTHS,   /* as many months from today */
  DOCKET_WHEN_SECONDS,  /* as many seconds from now */
  DOCKET_WHEN_NEXT_WEEK,
  DOCKET_WHEN_NEXT, /* a weekday of the week after this */
  DOCKET_WHEN_WEEKDAY,
  DOCKET_WHEN_MONTH,
  DOCKET_WHEN_PART,       /* of a day, as its hour */
  DOCKET_WHEN_TODAY_PART, /* the same, of today */
  DOCKET_WHEN_NOON,
  DOCKET_WHEN_HALF_DAY, /* 0 = am, 12 = pm */
  /* Behind a number: */
  DOCKET_WHEN_UNIT_DAYS, /* how many one is */
  DOCKET_WHEN_UNIT_MONTHS,
  DOCKET_WHEN_UNIT_SECONDS,
  DOCKET_WHEN_CLOCK, /* it is the hour of a clock */
  DOCKET_WHEN_ORDINAL,
  DOCKET_WHEN_YEAR,
  DOCKET_WHEN_HALF_HOUR,
  /* What is written in digits (docket-when-numbers.h): */
  DOCKET_WHEN_NUMBER,
  DOCKET_WHEN_TIME,        /* minutes of the day */
  DOCKET_WHEN_DOTTED_TIME, /* the same, where it is a time at all */
  DOCKET_WHEN_DATE,        /* year (0 = none), month and day as yyyymmdd */
  DOCKET_WHEN_N_KINDS,
} DocketWhenKind;

/* The first word of a text: all that it can mean. */
typedef struct
{
  gsize length; /* in bytes */
  guint kinds;  /* one bit each */
  int values[DOCKET_WHEN_N_KINDS];
} DocketWhenToken;

typedef struct _DocketWhenWords DocketWhenWords;

/* Folded, with one space for what parts words, plain digits and one kind of apostrophe, without the dots of abbreviations.
 * (transfer full) */
char *docket_when_words_normalize (const char *text);

DocketWhenWords *docket_when_words_new (void);
void docket_when_words_free (DocketWhenWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketWhenWords, docket_when_words_free)

/* What the normalized @text can begin with, the longest first. A word of the program's language means what it means there,
 * and not what it means in English; a cut name that two have in common means nothing. Returns: (transfer full): of
 * DocketWhenToken */
GArray *docket_when_words_find (DocketWhenWords *self, const char *text);

static inline gboolean
docket_when_token_is (const DocketWhenToken *token, DocketWhenKind kind)
{
  return token != NULL && (token->kinds & (1u << kind)) != 0;
}

G_END_DECLS
