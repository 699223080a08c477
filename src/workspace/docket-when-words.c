/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-when-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "workspace/docket-text.h"

/* The hours that "in the morning" and its like stand for. */
#define MORNING_HOUR 9
#define AFTERNOON_HOUR 15
#define EVENING_HOUR 19

#define DAY 86400
#define HOUR 3600
#define MINUTE 60

/* A name may be cut to as many characters. */
#define MIN_NAME 3

static const struct
{
  DocketWhenKind kind;
  int value;
  const char *words;
} table[] = {
  /* Translators: all strings of this context are words that people type for a deadline. Give all
   * that people of your language type, separated by "|"; each may consist of several words. Case,
   * accents and the kind of apostrophe do not matter. English is always understood, too. */
  { DOCKET_WHEN_DAYS, 0, NC_ ("typed date", "today") },
  { DOCKET_WHEN_DAYS, 1, NC_ ("typed date", "tomorrow") },
  { DOCKET_WHEN_DAYS, 2, NC_ ("typed date", "day after tomorrow|in two days") },
  { DOCKET_WHEN_DAYS, 7, NC_ ("typed date", "in a week|in one week") },
  { DOCKET_WHEN_DAYS, 14, NC_ ("typed date", "in two weeks|in a fortnight") },
  { DOCKET_WHEN_MONTHS, 1, NC_ ("typed date", "in a month|in one month") },
  /* Translators: words that people type for a deadline: the same day of the month after this */
  { DOCKET_WHEN_MONTHS, 1, NC_ ("typed date", "next month") },
  { DOCKET_WHEN_SECONDS, HOUR, NC_ ("typed date", "in an hour|in one hour") },
  { DOCKET_WHEN_SECONDS, 2 * HOUR, NC_ ("typed date", "in two hours") },
  /* Translators: words that people type for a deadline: Monday, or with a weekday that day, of the
   * week after this. The first is typed by the button “Next Week” */
  { DOCKET_WHEN_NEXT_WEEK, 0, NC_ ("typed date", "next week") },
  /* Translators: words that people type before or behind a weekday, when they mean the one of the
   * week after this, in all forms that your language has. Words that only mean the coming one
   * belong to “this” */
  { DOCKET_WHEN_NEXT, 0, NC_ ("typed date", "next") },
  /* Translators: a weekday that people type for a deadline, in all forms that your language has;
   * what is cut to three letters or more is understood */
  { DOCKET_WHEN_WEEKDAY, 1, NC_ ("typed date", "monday") },
  { DOCKET_WHEN_WEEKDAY, 2, NC_ ("typed date", "tuesday") },
  { DOCKET_WHEN_WEEKDAY, 3, NC_ ("typed date", "wednesday") },
  { DOCKET_WHEN_WEEKDAY, 4, NC_ ("typed date", "thursday") },
  { DOCKET_WHEN_WEEKDAY, 5, NC_ ("typed date", "friday") },
  { DOCKET_WHEN_WEEKDAY, 6, NC_ ("typed date", "saturday") },
  { DOCKET_WHEN_WEEKDAY, 7, NC_ ("typed date", "sunday") },
  /* Translators: a month that people type for a deadline, in all forms that your language has; what
   * is cut to three letters or more is understood */
  { DOCKET_WHEN_MONTH, 1, NC_ ("typed date", "january") },
  { DOCKET_WHEN_MONTH, 2, NC_ ("typed date", "february") },
  { DOCKET_WHEN_MONTH, 3, NC_ ("typed date", "march") },
  { DOCKET_WHEN_MONTH, 4, NC_ ("typed date", "april") },
  { DOCKET_WHEN_MONTH, 5, NC_ ("typed date", "may") },
  { DOCKET_WHEN_MONTH, 6, NC_ ("typed date", "june") },
  { DOCKET_WHEN_MONTH, 7, NC_ ("typed date", "july") },
  { DOCKET_WHEN_MONTH, 8, NC_ ("typed date", "august") },
  { DOCKET_WHEN_MONTH, 9, NC_ ("typed date", "september") },
  { DOCKET_WHEN_MONTH, 10, NC_ ("typed date", "october") },
  { DOCKET_WHEN_MONTH, 11, NC_ ("typed date", "november") },
  { DOCKET_WHEN_MONTH, 12, NC_ ("typed date", "december") },
  /* Translators: words that people type for a deadline: a part of a day, before or behind an hour,
   * too, with what belongs to it: “por la tarde”, “l’après-midi” */
  { DOCKET_WHEN_PART, MORNING_HOUR, NC_ ("typed date", "morning") },
  { DOCKET_WHEN_PART, AFTERNOON_HOUR, NC_ ("typed date", "afternoon") },
  { DOCKET_WHEN_PART, EVENING_HOUR, NC_ ("typed date", "evening") },
  { DOCKET_WHEN_TODAY_PART, MORNING_HOUR, NC_ ("typed date", "this morning") },
  { DOCKET_WHEN_TODAY_PART, EVENING_HOUR, NC_ ("typed date", "tonight") },
  { DOCKET_WHEN_NOON, 0, NC_ ("typed date", "noon") },
  /* Translators: behind an hour that people type for a deadline: “5 pm”; twelve is midnight */
  { DOCKET_WHEN_HALF_DAY, 0, NC_ ("typed date", "am") },
  /* Translators: behind an hour that people type for a deadline: “5 pm”; twelve is noon */
  { DOCKET_WHEN_HALF_DAY, 12, NC_ ("typed date", "pm") },
  /* Translators: units behind a number that people type for a deadline: “in 3 days”; also with what
   * says that it is from now on, where that stands behind: “3 日後” */
  { DOCKET_WHEN_UNIT_DAYS, 1, NC_ ("typed date", "day|days") },
  { DOCKET_WHEN_UNIT_DAYS, 7, NC_ ("typed date", "week|weeks") },
  { DOCKET_WHEN_UNIT_MONTHS, 1, NC_ ("typed date", "month|months") },
  { DOCKET_WHEN_UNIT_SECONDS, HOUR, NC_ ("typed date", "hour|hours|h") },
  { DOCKET_WHEN_UNIT_SECONDS, MINUTE, NC_ ("typed date", "minute|minutes|min") },
  /* Translators: behind the hour of a clock that people type for a deadline: “17h30”, “17 Uhr” */
  { DOCKET_WHEN_CLOCK, 0, NC_ ("typed date", "h|o’clock") },
  /* Translators: behind the hour of a clock: “a las 5 y media” */
  { DOCKET_WHEN_HALF_HOUR, 0, NC_ ("typed date", "and a half") },
  /* Translators: behind the number of a day: “the 20th”, “1er mars”, “20日” */
  { DOCKET_WHEN_ORDINAL, 0, NC_ ("typed date", "st|nd|rd|th") },
  /* Translators: behind the number of a year: “2027年”, “2027 року” */
  { DOCKET_WHEN_YEAR, 0, NC_ ("typed date", "year") },
  /* Translators: a word that people type before a length of time: “in 3 days” */
  { DOCKET_WHEN_IN, 0, NC_ ("typed date", "in") },
  /* Translators: a word that people type before an hour: “at 5” */
  { DOCKET_WHEN_AT, 0, NC_ ("typed date", "at") },
  /* Translators: words that may stand before a day or a part of it and change nothing: “this
   * friday”, “the afternoon”, “on monday”, “15 de marzo” */
  { DOCKET_WHEN_FILLER, 0, NC_ ("typed date", "this") },
  { DOCKET_WHEN_FILLER, 0, NC_ ("typed date", "the") },
  { DOCKET_WHEN_FILLER, 0, NC_ ("typed date", "on") },
  { DOCKET_WHEN_FILLER, 0, NC_ ("typed date", "of") },
};

/* How well a word fits: one of the language goes before one of English, a whole one before a cut
 * one. */
enum
{
  CUT_ENGLISH,
  ENGLISH,
  CUT,
  WHOLE,
};

typedef struct
{
  char *phrase; /* normalized */
  DocketWhenKind kind;
  int value;
  gboolean english; /* or of the language of dates */
} Entry;

struct _DocketWhenWords
{
  GArray *entries; /* of Entry */
};

/* What was found of one length. */
typedef struct
{
  DocketWhenToken token;
  int fit;
  guint unclear; /* kinds with two values */
} Found;

/* Chinese and Japanese, which write no space between words. */
static gboolean
is_unspaced (gunichar c)
{
  return (c >= 0x2e80 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc || c == 0x2018 || c == 0x02b9 || c == '`'
         || c == 0xb4;
}

static gboolean
is_parting (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == 0x3001 || c == 0x060c || c == 0x061b;
}

/* Marks that only say in which direction text runs. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

char *
docket_when_words_normalize (const char *text)
{
  g_autofree char *folded = docket_text_fold (text);
  GString *plain = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;
  gunichar last = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (c == '.' && g_unichar_isalpha (last)))
        continue;
      if (is_parting (c))
        {
          space = plain->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (plain, ' ');
      space = FALSE;
      last = c;
      if (g_unichar_isdigit (c))
        g_string_append_printf (plain, "%d", g_unichar_digit_value (c));
      else if (is_apostrophe (c))
        g_string_append_c (plain, '\'');
      else if (c >= 0x2010 && c <= 0x2015)
        g_string_append_c (plain, '-');
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/* @phrases: one, or several that are separated by "|" */
static void
add_phrases (
    DocketWhenWords *self, const char *phrases, DocketWhenKind kind, int value, gboolean english)
{
  g_auto (GStrv) split = NULL;

  if (!g_utf8_validate (phrases, -1, NULL))
    return;
  split = g_strsplit (phrases, "|", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      Entry entry = { docket_when_words_normalize (split[i]), kind, value, english };

      if (*entry.phrase != '\0')
        g_array_append_val (self->entries, entry);
      else
        g_free (entry.phrase);
    }
}

/* What the C library calls them: dates may be in another language than the program is. */
static void
add_names (DocketWhenWords *self, nl_item first, guint n, DocketWhenKind kind)
{
  for (guint i = 0; i < n; i++)
    {
      const int value = kind == DOCKET_WHEN_WEEKDAY ? (i == 0 ? 7 : (int)i) : (int)i + 1;

      add_phrases (self, nl_langinfo (first + (nl_item)i), kind, value, TRUE);
    }
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *)data)->phrase);
}

DocketWhenWords *
docket_when_words_new (void)
{
  DocketWhenWords *self = g_new0 (DocketWhenWords, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const char *own = g_dpgettext2 (GETTEXT_PACKAGE, "typed date", table[i].words);

      add_phrases (self, table[i].words, table[i].kind, table[i].value, TRUE);
      if (own != table[i].words)
        add_phrases (self, own, table[i].kind, table[i].value, FALSE);
    }
  add_names (self, DAY_1, 7, DOCKET_WHEN_WEEKDAY);
  add_names (self, ABDAY_1, 7, DOCKET_WHEN_WEEKDAY);
  add_names (self, MON_1, 12, DOCKET_WHEN_MONTH);
  add_names (self, ABMON_1, 12, DOCKET_WHEN_MONTH);
#ifdef ALTMON_1
  add_names (self, ALTMON_1, 12, DOCKET_WHEN_MONTH);
#endif
  return self;
}

void
docket_when_words_free (DocketWhenWords *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/* Whether a word may end behind the first @length bytes of @text. */
static gboolean
is_end (const char *text, gsize length)
{
  const gunichar last = g_utf8_get_char (g_utf8_prev_char (text + length));
  const gunichar next = g_utf8_get_char (text + length);

  return !g_unichar_isalpha (next) || !g_unichar_isalpha (last) || is_unspaced (next)
         || is_unspaced (last);
}

/* The letters that @text begins with, where a name may be cut behind them; else 0. */
static gsize
count_cut (const char *text)
{
  const char *p = text;
  guint n = 0;

  for (; g_unichar_isalpha (g_utf8_get_char (p)) && !is_unspaced (g_utf8_get_char (p));
       p = g_utf8_next_char (p))
    n++;
  return n >= MIN_NAME ? (gsize)(p - text) : 0;
}

static void
add_found (GArray *found, const Entry *entry, gsize length, int fit)
{
  const guint kind = 1u << entry->kind;
  Found *same = NULL;

  for (guint i = 0; i < found->len && same == NULL; i++)
    if (g_array_index (found, Found, i).token.length == length)
      same = &g_array_index (found, Found, i);
  if (same == NULL)
    {
      g_array_set_size (found, found->len + 1);
      same = &g_array_index (found, Found, found->len - 1);
      same->token.length = length;
      same->fit = fit;
    }
  if (fit < same->fit)
    return;
  if (fit > same->fit)
    same->token.kinds = same->unclear = 0;
  same->fit = fit;
  if ((same->token.kinds & kind) != 0 && same->token.values[entry->kind] != entry->value)
    same->unclear |= kind;
  same->token.kinds |= kind;
  same->token.values[entry->kind] = entry->value;
  if (entry->kind == DOCKET_WHEN_FILLER && is_unspaced (g_utf8_get_char (entry->phrase)))
    same->token.kinds |= 1u << DOCKET_WHEN_PARTICLE;
}

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const gsize one = ((const DocketWhenToken *)a)->length;
  const gsize other = ((const DocketWhenToken *)b)->length;

  return one < other ? 1 : one > other ? -1 : 0;
}

GArray *
docket_when_words_find (DocketWhenWords *self, const char *text)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (Found));
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (DocketWhenToken));
  const gsize cut = count_cut (text);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const gsize length = strlen (entry->phrase);
      const gboolean name = entry->kind == DOCKET_WHEN_WEEKDAY || entry->kind == DOCKET_WHEN_MONTH;

      if (g_str_has_prefix (text, entry->phrase) && is_end (text, length))
        add_found (found, entry, length, entry->english ? ENGLISH : WHOLE);
      else if (name && cut > 0 && length > cut && strncmp (entry->phrase, text, cut) == 0)
        add_found (found, entry, cut, entry->english ? CUT_ENGLISH : CUT);
    }
  for (guint i = 0; i < found->len; i++)
    {
      Found *one = &g_array_index (found, Found, i);

      one->token.kinds &= ~one->unclear;
      if (one->token.kinds != 0)
        g_array_append_val (tokens, one->token);
    }
  g_array_sort (tokens, compare_length);
  return tokens;
}
