/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-text.h"

#include <string.h>

/* Marks, embeddings, overrides and isolates: they could turn the words around them. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Of what is neither a control character nor a space nor outside of ASCII. */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (text[n] > ' ' && text[n] < 0x7f)
    n++;
  return n;
}

/** docket_text_clean: foreign text on one line, without characters that are not to be seen. */
char *
docket_text_clean (const char *foreign)
{
  g_autofree char *made_valid = NULL;
  const char *valid = foreign != NULL ? foreign : "";
  GString *text;
  gboolean space = FALSE;

  if (!g_utf8_validate (valid, -1, NULL))
    valid = made_valid = g_utf8_make_valid (valid, -1);
  text = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0';)
    {
      const gsize plain = count_plain (p);
      const gunichar c = g_utf8_get_char (p);

      if (plain == 0 && is_space (c))
        space = text->len > 0;
      else if (plain > 0 || (!g_unichar_iscntrl (c) && !is_bidi_control (c)))
        {
          if (space)
            g_string_append_c (text, ' ');
          space = FALSE;
          g_string_append_len (text, p, plain > 0 ? (gssize)plain : g_utf8_next_char (p) - p);
        }
      p = plain > 0 ? p + plain : g_utf8_next_char (p);
    }
  return g_string_free (text, FALSE);
}

static char *
cut_middle (const char *text, glong max_chars)
{
  glong length = g_utf8_strlen (text, -1);
  glong head = (max_chars - 1) / 2;
  glong tail = max_chars - 1 - head;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (length <= max_chars)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, head);
  end = g_utf8_substring (text, length - tail, length);
  return g_strconcat (g_strchomp (start), "…", g_strchug (end), NULL);
}

/** docket_text_isolate: foreign text that cannot disturb the sentence it stands in. */
char *
docket_text_isolate (const char *foreign, guint max_chars)
{
  g_autofree char *text = docket_text_clean (foreign);
  g_autofree char *cut
      = max_chars > 0 ? cut_middle (text, (glong)max_chars) : g_steal_pointer (&text);

  return g_strconcat ("\u2068", cut, "\u2069", NULL);
}

/* The whole of it, for characters that may decompose, or change with their case. */
static void
append_folded (GString *folded, const char *text, gssize length)
{
  g_autofree char *decomposed = g_utf8_normalize (text, length, G_NORMALIZE_ALL);
  g_autofree char *cased = g_utf8_casefold (decomposed, -1);
  g_autofree char *again = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);

  for (const char *p = again; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        g_string_append_unichar (folded, c);
    }
}

/* The unified ideographs from U+4E00 to U+9FFF, each of three bytes. Like a character of ASCII such
 * a one is what it is, whatever stands beside it: text can be folded in pieces between them. */
static gboolean
is_ideograph (const char *text)
{
  const guchar *p = (const guchar *)text;

  return (p[0] == 0xe4 && p[1] >= 0xb8) || (p[0] >= 0xe5 && p[0] <= 0xe9);
}

/** docket_text_fold: what two spellings of one word have in common. */
char *
docket_text_fold (const char *text)
{
  g_autofree char *made_valid = NULL;
  const char *valid = text != NULL ? text : "";
  GString *folded;

  if (!g_utf8_validate (valid, -1, NULL))
    valid = made_valid = g_utf8_make_valid (valid, -1);
  folded = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0';)
    {
      const char *start = p;

      if ((guchar)*p < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*p++));
      else if (is_ideograph (p))
        {
          g_string_append_len (folded, p, 3);
          p += 3;
        }
      else
        {
          while ((guchar)*p >= 0x80 && !is_ideograph (p))
            p = g_utf8_next_char (p);
          append_folded (folded, start, p - start);
        }
    }
  return g_string_free (folded, FALSE);
}

gboolean
docket_text_begins (const char *folded, const char *wanted)
{
  for (const char *word = folded; word != NULL; word = strchr (word, ' '))
    {
      word += *word == ' ';
      if (g_str_has_prefix (word, wanted))
        return TRUE;
    }
  return FALSE;
}
