/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-json.h"

#include <errno.h>
#include <string.h>

#include "tallyfy/tallyfy-error-private.h"

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint depth;
  guint values;
  GString *copy;      /* NULL as long as nothing was changed */
  const char *copied; /* all before this is in the copy */
} Scan;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, sentence, NULL));
  return FALSE;
}

/* Everything before @here goes into the copy as it is. */
static void
copy_until (Scan *scan, const char *here)
{
  if (scan->copy == NULL)
    {
      scan->copy = g_string_sized_new ((gsize)(scan->end - scan->start) + 16);
      scan->copied = scan->start;
    }
  g_string_append_len (scan->copy, scan->copied, here - scan->copied);
  scan->copied = here;
}

/* The number in the \uXXXX at @escape, -1 where there is none. */
static int
read_unit (Scan *scan, const char *escape)
{
  int unit = 0;

  if (scan->end - escape < 6 || escape[0] != '\\' || escape[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (escape[i]))
        return -1;
      unit = unit << 4 | g_ascii_xdigit_value (escape[i]);
    }
  return unit;
}

/* Half of a surrogate pair without the other half is no character, and json-glib loses what follows
 * it. */
static gboolean
skip_unit (Scan *scan, GError **error)
{
  const int unit = read_unit (scan, scan->at);
  const int second = unit >= 0xd800 && unit < 0xdc00 ? read_unit (scan, scan->at + 6) : -1;

  if (unit < 0)
    return refuse (error, "The answer is not JSON: a broken escape sequence.");
  if (second >= 0xdc00 && second < 0xe000)
    scan->at += 6;
  else if (unit >= 0xd800 && unit < 0xe000)
    {
      copy_until (scan, scan->at);
      g_string_append (scan->copy, "\\ufffd");
      scan->copied += 6;
    }
  scan->at += 6;
  return TRUE;
}

static gboolean
skip_escape (Scan *scan, GError **error)
{
  const char kind = scan->at + 1 < scan->end ? scan->at[1] : '\0';

  if (kind == 'u')
    return skip_unit (scan, error);
  if (kind == '\0' || strchr ("\"\\/bfnrt", kind) == NULL)
    return refuse (error, "The answer is not JSON: an unknown escape sequence.");
  scan->at += 2;
  return TRUE;
}

static gboolean
skip_string (Scan *scan, GError **error)
{
  scan->at++;
  while (scan->at < scan->end)
    {
      const guchar c = (guchar)*scan->at;

      if (c == '"')
        {
          scan->at++;
          return TRUE;
        }
      if (c == '\\')
        {
          if (!skip_escape (scan, error))
            return FALSE;
        }
      else if (c < 0x20)
        return refuse (error, "The answer is not JSON: a control character in a text.");
      else
        scan->at++;
    }
  return refuse (error, "The answer ends in the middle of a text.");
}

/* Keeps an integer beyond 64 bits as text. */
static void
quote_number (Scan *scan, const char *number)
{
  copy_until (scan, number);
  g_string_append_c (scan->copy, '"');
  g_string_append_len (scan->copy, number, scan->at - number);
  g_string_append_c (scan->copy, '"');
  scan->copied = scan->at;
}

static gsize
skip_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return (gsize)(scan->at - first);
}

static gboolean
next_is (Scan *scan, const char *characters)
{
  return scan->at < scan->end && strchr (characters, *scan->at) != NULL;
}

static gboolean
fits_int64 (const char *number, gsize length)
{
  char text[24];

  if (length >= sizeof text)
    return FALSE;
  memcpy (text, number, length);
  text[length] = '\0';
  errno = 0;
  g_ascii_strtoll (text, NULL, 10);
  return errno == 0;
}

static gboolean
skip_number (Scan *scan, GError **error)
{
  const char *number = scan->at;
  const char *digits;
  gboolean is_integer = TRUE;
  gsize n_digits;
  gboolean ok;

  if (*scan->at == '-')
    scan->at++;
  digits = scan->at;
  n_digits = skip_digits (scan);
  ok = n_digits > 0 && (n_digits == 1 || *digits != '0');
  if (ok && next_is (scan, "."))
    {
      is_integer = FALSE;
      scan->at++;
      ok = skip_digits (scan) > 0;
    }
  if (ok && next_is (scan, "eE"))
    {
      is_integer = FALSE;
      scan->at++;
      if (next_is (scan, "+-"))
        scan->at++;
      ok = skip_digits (scan) > 0;
    }
  if (!ok)
    return refuse (error, "The answer is not JSON: a number that is none.");
  if (is_integer && !fits_int64 (number, (gsize)(scan->at - number)))
    quote_number (scan, number);
  return TRUE;
}

static gboolean
skip_word (Scan *scan, GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gsize length = strlen (words[i]);

      if ((gsize)(scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }
  return refuse (error, "The answer is not JSON.");
}

static gboolean
skip_bracket (Scan *scan, GError **error)
{
  const gboolean opens = *scan->at == '[' || *scan->at == '{';

  scan->at++;
  if (opens && ++scan->depth > TALLYFY_JSON_MAX_DEPTH)
    return refuse (error, "The answer is nested too deep.");
  if (!opens && scan->depth-- == 0)
    return refuse (error, "The answer is not JSON: a bracket too many.");
  return TRUE;
}

static gboolean
skip_token (Scan *scan, GError **error)
{
  const char c = *scan->at;

  switch (c)
    {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case ':':
      scan->at++;
      return TRUE;
    case ',':
      scan->at++;
      if (++scan->values > TALLYFY_JSON_MAX_VALUES)
        return refuse (error, "The answer has too many values.");
      return TRUE;
    case '[':
    case '{':
    case ']':
    case '}':
      if (++scan->values > TALLYFY_JSON_MAX_VALUES)
        return refuse (error, "The answer has too many values.");
      return skip_bracket (scan, error);
    case '"':
      return skip_string (scan, error);
    default:
      return c == '-' || g_ascii_isdigit (c) ? skip_number (scan, error) : skip_word (scan, error);
    }
}

GBytes *
tallyfy_json_scan (GBytes *json, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (json, &size);
  Scan scan = { .start = data, .at = data, .end = data ? data + size : NULL };
  gboolean ok = TRUE;

  if (size == 0 || !g_utf8_validate_len (data, size, NULL))
    {
      refuse (error, size == 0 ? "The answer is empty." : "The answer is not text.");
      return NULL;
    }
  while (ok && scan.at < scan.end)
    ok = skip_token (&scan, error);
  if (ok && scan.depth > 0)
    ok = refuse (error, "The answer is cut off.");
  if (!ok)
    {
      if (scan.copy != NULL)
        g_string_free (scan.copy, TRUE);
      return NULL;
    }
  if (scan.copy == NULL)
    return g_bytes_ref (json);
  copy_until (&scan, scan.end);
  return g_string_free_to_bytes (scan.copy);
}
