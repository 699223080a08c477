/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "workspace/docket-when-numbers.h"
#include "workspace/docket-when-said.h"
#include "workspace/docket-when-words.h"

#define MONDAY 1
#define FRIDAY 5
#define UNKNOWN DOCKET_WHEN_UNKNOWN

#define NOON 12

#define FIRST_YEAR 1000
#define MAX_TEXT 200
#define MAX_TOKENS 16
/* As many words behind one are looked at together with it. */
#define N_BEYOND 8
/* As many ways to part a text into words are looked at. */
#define MAX_TRIES 1000

/* A text that is parted into words. */
typedef struct
{
  DocketWhenWords *words;
  GDateTime *now;
  DocketWhenToken tokens[MAX_TOKENS + N_BEYOND]; /* the last ones mean nothing */
  guint n_tokens;
  guint n_tries;
} Reader;

#define IS(token, kind) docket_when_token_is (token, DOCKET_WHEN_##kind)

static gboolean
is_number (const DocketWhenToken *token)
{
  return IS (token, NUMBER);
}

static int
number_of (const DocketWhenToken *token)
{
  return token->values[DOCKET_WHEN_NUMBER];
}

static gboolean
is_year (const DocketWhenToken *token)
{
  return is_number (token) && number_of (token) >= FIRST_YEAR;
}

/* The minutes behind the hour of a clock: "17h30", "17 Uhr 30", "17時30分", "5 y media". @at: what
 * stands there. Returns: how many words they are */
static guint
take_minutes (const DocketWhenToken *at, int *minute)
{
  if (IS (at, HALF_HOUR))
    {
      *minute = 30;
      return 1;
    }
  if (!is_number (at) || IS (at, ORDINAL) || number_of (at) > 59 || IS (at + 1, MONTH)
      || IS (at + 1, ORDINAL))
    return 0;
  *minute = number_of (at);
  return IS (at + 1, UNIT_SECONDS) ? 2 : 1;
}

/* An hour that is known to be one: "at 5", "at 5 pm", "17 h", "17h30", "5点半", "5 y media". */
static guint
take_clock (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const int hour = number_of (tokens);
  int minute = 0;
  guint n = 1;

  if (IS (tokens + n, CLOCK))
    {
      n++;
      n += take_minutes (tokens + n, &minute);
    }
  else if (IS (tokens + n, HALF_HOUR))
    n += take_minutes (tokens + n, &minute);
  if (IS (tokens + n, HALF_DAY))
    return docket_when_said_half_day_time (said, hour, minute,
                                           tokens[n].values[DOCKET_WHEN_HALF_DAY])
               ? n + 1
               : 0;
  said->bare = TRUE;
  return docket_when_said_time (said, hour, minute) ? n : 0;
}

/* "in 3 days", "3 days". */
static guint
take_length (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const int number = number_of (tokens);
  const DocketWhenToken *unit = tokens + 1;

  if (IS (unit, UNIT_DAYS))
    return docket_when_said_once (&said->days_ahead, number * unit->values[DOCKET_WHEN_UNIT_DAYS])
               ? 2
               : 0;
  if (IS (unit, UNIT_MONTHS))
    return docket_when_said_once (&said->month_ahead, number) ? 2 : 0;
  if (IS (unit, UNIT_SECONDS))
    return docket_when_said_seconds (said, (gint64)number * unit->values[DOCKET_WHEN_UNIT_SECONDS])
               ? 2
               : 0;
  return 0;
}

/* The year behind a day and its month: "2027", "de 2027", "2027 року". */
static guint
take_year (const DocketWhenToken *tokens, int *year)
{
  guint n = IS (tokens, FILLER) && is_year (tokens + 1) ? 1 : 0;

  if (!is_year (tokens + n))
    return 0;
  *year = number_of (tokens + n);
  n++;
  return IS (tokens + n, YEAR) ? n + 1 : n;
}

/* "15 march", "15. März 2027", "1er mars", "15 de marzo de 2027"; the number alone where it says
 * that it is one of a day: "the 20th". */
static guint
take_day (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const gboolean ordinal = IS (tokens, ORDINAL) || IS (tokens + 1, ORDINAL);
  guint n = IS (tokens + 1, ORDINAL) ? 2 : 1;
  int year = UNKNOWN;

  if (IS (tokens + n, FILLER) && IS (tokens + n + 1, MONTH))
    n++;
  if (IS (tokens + n, MONTH))
    {
      const int month = tokens[n].values[DOCKET_WHEN_MONTH];

      n++;
      n += take_year (tokens + n, &year);
      return docket_when_said_date (said, year, month, number_of (tokens)) ? n : 0;
    }
  return ordinal && docket_when_said_date (said, UNKNOWN, UNKNOWN, number_of (tokens)) ? n : 0;
}

/* "march 20", "march 20th", "3月20日". What is a weekday just as well ("mar 5") is not guessed. */
static guint
take_month (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const gboolean ordinal = IS (tokens + 1, ORDINAL) || IS (tokens + 2, ORDINAL);
  guint n = IS (tokens + 2, ORDINAL) ? 3 : 2;
  int year = UNKNOWN;

  if (!is_number (tokens + 1) || (IS (tokens, WEEKDAY) && !ordinal))
    return 0;
  n += take_year (tokens + n, &year);
  return docket_when_said_date (said, year, tokens->values[DOCKET_WHEN_MONTH],
                                number_of (tokens + 1))
             ? n
             : 0;
}

/* What a number is about stands behind it. */
static guint
take_number (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const guint n = take_day (said, tokens);

  if (n > 0 || IS (tokens, ORDINAL))
    return n;
  if (IS (tokens + 1, CLOCK) || IS (tokens + 1, HALF_DAY) || IS (tokens + 1, PART))
    return take_clock (said, tokens);
  if (is_year (tokens) && IS (tokens + 1, YEAR) && IS (tokens + 2, MONTH))
    return docket_when_said_once (&said->year, number_of (tokens)) ? 2 : 0;
  return take_length (said, tokens);
}

static guint
take_written_time (DocketWhenSaid *said, const DocketWhenToken *tokens, DocketWhenKind kind)
{
  const int hour = tokens->values[kind] / 60;
  const int minute = tokens->values[kind] % 60;
  const guint n = IS (tokens + 1, CLOCK) ? 2 : 1;

  if (IS (tokens + n, HALF_DAY))
    return docket_when_said_half_day_time (said, hour, minute,
                                           tokens[n].values[DOCKET_WHEN_HALF_DAY])
               ? n + 1
               : 0;
  return docket_when_said_time (said, hour, minute) ? n : 0;
}

static guint
take_date (DocketWhenSaid *said, const DocketWhenToken *token)
{
  const int date = token->values[DOCKET_WHEN_DATE];
  const int year = date / 10000;

  return docket_when_said_date (said, year > 0 ? year : UNKNOWN, date / 100 % 100, date % 100) ? 1
                                                                                               : 0;
}

static guint
take_digits (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  if (IS (tokens, TIME))
    return take_written_time (said, tokens, DOCKET_WHEN_TIME);
  if (IS (tokens, DOTTED_TIME) && (IS (tokens + 1, CLOCK) || IS (tokens + 1, HALF_DAY)))
    return take_written_time (said, tokens, DOCKET_WHEN_DOTTED_TIME);
  if (IS (tokens, DATE))
    return take_date (said, tokens);
  return is_number (tokens) ? take_number (said, tokens) : 0;
}

/* "this friday", "in the afternoon", "金曜日に": a filler is not the last word, unless it stands
 * behind what it belongs to. */
static guint
take_filler (const DocketWhenToken *tokens, gboolean first)
{
  return tokens[1].kinds != 0 || (IS (tokens, PARTICLE) && !first) ? 1 : 0;
}

static guint
take_preposition (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const DocketWhenToken *next = tokens + 1;
  guint n;

  if (IS (tokens, IN) && is_number (next))
    {
      n = take_length (said, next);
      if (n > 0)
        return n + 1;
    }
  if (IS (tokens, AT) && is_number (next))
    {
      n = take_clock (said, next);
      return n > 0 ? n + 1 : 0;
    }
  if (IS (tokens, AT) && IS (next, DOTTED_TIME))
    {
      n = take_written_time (said, next, DOCKET_WHEN_DOTTED_TIME);
      return n > 0 ? n + 1 : 0;
    }
  if (IS (tokens, AT))
    return next->kinds != 0 ? 1 : 0;
  return IS (next, FILLER) || IS (next, PART) || (IS (tokens, FILLER) && next->kinds != 0) ? 1 : 0;
}

static guint
take_weekday (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const gboolean after = IS (tokens + 1, NEXT) && !said->next;

  if (!docket_when_said_once (&said->weekday, tokens->values[DOCKET_WHEN_WEEKDAY]))
    return 0;
  said->next_week = said->next_week || said->next || after;
  said->next = FALSE;
  /* "viernes próximo" */
  return after || (IS (tokens + 1, FILLER) && tokens[2].kinds == 0) ? 2 : 1;
}

/* A part of the day, of today or of another one. */
static guint
take_part (DocketWhenSaid *said, const DocketWhenToken *token)
{
  if (IS (token, PART))
    return docket_when_said_once (&said->part_hour, token->values[DOCKET_WHEN_PART]) ? 1 : 0;
  if (said->days_ahead != UNKNOWN && said->days_ahead != 0)
    return 0;
  said->days_ahead = 0;
  return docket_when_said_once (&said->part_hour, token->values[DOCKET_WHEN_TODAY_PART]) ? 1 : 0;
}

/* A day that has a word of its own. In some languages that for tomorrow is the one for the morning
 * where it stands behind another day. */
static guint
take_days (DocketWhenSaid *said, const DocketWhenToken *token)
{
  if (IS (token, PART) && (said->days_ahead != UNKNOWN || said->weekday != UNKNOWN))
    return take_part (said, token);
  return docket_when_said_once (&said->days_ahead, token->values[DOCKET_WHEN_DAYS]) ? 1 : 0;
}

static guint
take_next (DocketWhenSaid *said, const DocketWhenToken *token)
{
  if (said->next || said->next_week)
    return 0;
  if (IS (token, NEXT_WEEK))
    said->next_week = TRUE;
  else
    said->next = TRUE;
  return 1;
}

static guint
take_word (DocketWhenSaid *said, const DocketWhenToken *tokens)
{
  const guint n = IS (tokens, MONTH) ? take_month (said, tokens) : 0;

  if (n > 0)
    return n;
  if (IS (tokens, WEEKDAY))
    return take_weekday (said, tokens);
  if (IS (tokens, DAYS))
    return take_days (said, tokens);
  if (IS (tokens, PART) || IS (tokens, TODAY_PART))
    return take_part (said, tokens);
  if (IS (tokens, MONTHS))
    return docket_when_said_once (&said->month_ahead, tokens->values[DOCKET_WHEN_MONTHS]) ? 1 : 0;
  if (IS (tokens, SECONDS))
    return docket_when_said_seconds (said, tokens->values[DOCKET_WHEN_SECONDS]) ? 1 : 0;
  if (IS (tokens, NOON))
    return docket_when_said_time (said, NOON, 0) ? 1 : 0;
  return IS (tokens, NEXT_WEEK) || IS (tokens, NEXT) ? take_next (said, tokens) : 0;
}

/* How many of the @tokens were understood from the first on; 0 = not that one. */
static guint
take (DocketWhenSaid *said, const DocketWhenToken *tokens, gboolean first)
{
  guint n = take_digits (said, tokens);

  if (n == 0 && !is_number (tokens))
    n = take_word (said, tokens);
  if (n == 0 && (IS (tokens, IN) || IS (tokens, AT)))
    n = take_preposition (said, tokens);
  if (n == 0 && IS (tokens, FILLER))
    n = take_filler (tokens, first);
  return n;
}

static GDateTime *
understand (Reader *reader)
{
  DocketWhenSaid said;

  docket_when_said_init (&said, reader->now);
  for (guint i = 0; i < reader->n_tokens;)
    {
      const guint n_taken = take (&said, reader->tokens + i, i == 0);

      if (n_taken == 0)
        return NULL;
      i += n_taken;
    }
  return docket_when_said_find (&said);
}

static GDateTime *read_words (Reader *reader, const char *text);

/* @token: what the @text is to begin with */
static GDateTime *
read_on (Reader *reader, const char *text, const DocketWhenToken *token)
{
  GDateTime *when;

  if (reader->n_tokens == MAX_TOKENS || ++reader->n_tries > MAX_TRIES)
    return NULL;
  reader->tokens[reader->n_tokens++] = *token;
  when = read_words (reader, text + token->length);
  reader->n_tokens--;
  memset (&reader->tokens[reader->n_tokens], 0, sizeof *token);
  return when;
}

/* Tries long words first: "下周" is next week, and 下周五 next friday. */
static GDateTime *
read_words (Reader *reader, const char *text)
{
  g_autoptr (GArray) found = NULL;
  DocketWhenToken digits;
  GDateTime *when = NULL;

  text += strspn (text, " ");
  if (*text == '\0')
    return understand (reader);
  found = docket_when_words_find (reader->words, text);
  for (guint i = 0; i < found->len && when == NULL; i++)
    when = read_on (reader, text, &g_array_index (found, DocketWhenToken, i));
  if (when == NULL && docket_when_numbers_read (text, &digits))
    when = read_on (reader, text, &digits);
  return when;
}

GDateTime *
docket_when_parse (const char *text, GDateTime *now)
{
  g_autofree char *normal = docket_when_words_normalize (text);
  g_autoptr (DocketWhenWords) words = NULL;
  Reader reader = { .now = now };

  if (*normal == '\0' || strlen (normal) > MAX_TEXT)
    return NULL;
  reader.words = words = docket_when_words_new ();
  return read_words (&reader, normal);
}

/* The first of alternatives that are separated by "|". (transfer full) */
static char *
first_of (const char *words)
{
  return g_strstrip (g_strndup (words, strcspn (words, "|")));
}

char *
docket_when_example (DocketWhenExample example)
{
  switch (example)
    {
    case DOCKET_WHEN_TODAY:
      return first_of (C_ ("typed date", "today"));
    case DOCKET_WHEN_TOMORROW:
      return first_of (C_ ("typed date", "tomorrow"));
    case DOCKET_WHEN_IN_NEXT_WEEK:
    default:
      return first_of (C_ ("typed date", "next week"));
    }
}

GDateTime *
docket_when_next_working_day (GDateTime *now)
{
  const int today = g_date_time_get_day_of_week (now);
  g_autoptr (GDateTime) day = g_date_time_add_days (now, today < FRIDAY ? 1 : MONDAY + 7 - today);

  return docket_when_said_at_time (day, DOCKET_WHEN_HOUR, 0);
}
