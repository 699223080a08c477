/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-when-numbers.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#define MAX_DIGITS 4

static gboolean
has_kind (DocketWhenToken *token, DocketWhenKind kind, int value)
{
  token->kinds |= 1u << kind;
  token->values[kind] = value;
  return TRUE;
}

/* @year: 0 = none was said */
static gboolean
is_date (DocketWhenToken *token, int year, int month, int day)
{
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  if (year > 0 && year < 100)
    year += 2000;
  return has_kind (token, DOCKET_WHEN_DATE, year * 10000 + month * 100 + day);
}

/* Where the conversion @letter stands in @format, with whatever flags it has; NULL = nowhere. */
static const char *
find_conversion (const char *format, const char *letters)
{
  for (const char *p = strchr (format, '%'); p != NULL && p[1] != '\0'; p = strchr (p, '%'))
    {
      p++;
      p += strspn (p, "-_0^#EO");
      if (*p != '\0' && strchr (letters, *p) != NULL)
        return p;
      p += *p != '\0';
    }
  return NULL;
}

gboolean
docket_when_numbers_is_month_first (const char *format)
{
  const char *month = find_conversion (format, "mbBDF");
  const char *day = find_conversion (format, "deDF");

  return month != NULL && day != NULL && month <= day;
}

static gboolean
is_slashed_date (DocketWhenToken *token, int year, int a, int b)
{
  return docket_when_numbers_is_month_first (nl_langinfo (D_FMT)) ? is_date (token, year, a, b)
                                                                  : is_date (token, year, b, a);
}

static gboolean
is_time (DocketWhenToken *token, DocketWhenKind kind, int hour, int minute)
{
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59
         && has_kind (token, kind, hour * 60 + minute);
}

/* @run: digits with what stands between them, and nothing else. */
static gboolean
read_run (const char *run, DocketWhenToken *token)
{
  const int all = (int)strlen (run);
  int a, b, c, end = 0;

  if (sscanf (run, "%4d-%2d-%2d%n", &a, &b, &c, &end) == 3 && end == all)
    return a >= 1000 && is_date (token, a, b, c);
  if (sscanf (run, "%4d/%2d/%2d%n", &a, &b, &c, &end) == 3 && end == all && a >= 1000)
    return is_date (token, a, b, c);
  if (sscanf (run, "%4d.%2d.%2d%n", &a, &b, &c, &end) == 3 && end == all && a >= 1000)
    return is_date (token, a, b, c);
  if (sscanf (run, "%2d.%2d.%4d%n", &a, &b, &c, &end) == 3 && end == all)
    return is_date (token, c, b, a);
  if (sscanf (run, "%2d/%2d/%4d%n", &a, &b, &c, &end) == 3 && end == all)
    return is_slashed_date (token, c, a, b);
  if (sscanf (run, "%2d/%2d%n", &a, &b, &end) == 2 && end == all)
    return is_slashed_date (token, 0, a, b);
  if (sscanf (run, "%2d:%2d%n", &a, &b, &end) == 2 && end == all)
    return is_time (token, DOCKET_WHEN_TIME, a, b);
  if (sscanf (run, "%2d.%2d.%n", &a, &b, &end) == 2 && end == all)
    return is_date (token, 0, b, a);
  if (sscanf (run, "%2d.%2d%n", &a, &b, &end) == 2 && end == all)
    {
      const gboolean date = is_date (token, 0, b, a);

      return is_time (token, DOCKET_WHEN_DOTTED_TIME, a, b) || date;
    }
  if (strspn (run, "0123456789") > MAX_DIGITS)
    return FALSE;
  end = 0;
  if (sscanf (run, "%4d.%n", &a, &end) == 1 && end == all)
    return has_kind (token, DOCKET_WHEN_NUMBER, a) && has_kind (token, DOCKET_WHEN_ORDINAL, 0);
  return sscanf (run, "%4d%n", &a, &end) == 1 && end == all
         && has_kind (token, DOCKET_WHEN_NUMBER, a);
}

gboolean
docket_when_numbers_read (const char *text, DocketWhenToken *token)
{
  gsize length = strspn (text, "0123456789.:/-");
  g_autofree char *run = NULL;

  memset (token, 0, sizeof *token);
  /* A hyphen may belong to the word behind it. */
  while (length > 0 && strchr (":/-", text[length - 1]) != NULL)
    length--;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  run = g_strndup (text, length);
  token->length = length;
  return read_run (run, token);
}
