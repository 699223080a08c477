/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-search-words.h"

#include <stdio.h>
#include <string.h>

#include "workspace/docket-text.h"

static const char *const keys[DOCKET_N_SEARCH_KEYS] = {
  [DOCKET_SEARCH_IS] = "is:",       [DOCKET_SEARCH_DUE] = "due:",
  [DOCKET_SEARCH_OWNER] = "owner:", [DOCKET_SEARCH_PROCESS] = "process:",
  [DOCKET_SEARCH_TAG] = "tag:",
};

static const char *const states[] = { "overdue",  "open",       "completed", "one-off", "process",
                                      "approval", "unassigned", "mine",      NULL };
static const char *const days[] = { "today", "tomorrow", "this-week", "next-week", "never", NULL };

const char *const *
docket_search_words_get_values (DocketSearchKey key)
{
  if (key == DOCKET_SEARCH_IS)
    return states;
  return key == DOCKET_SEARCH_DUE ? days : NULL;
}

gboolean
docket_search_words_parse_day (const char *text, GDate *day)
{
  int year, month, number;

  if (strlen (text) != 10 || sscanf (text, "%4d-%2d-%2d", &year, &month, &number) != 3
      || !g_date_valid_dmy ((GDateDay)number, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay)number, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/* -1: no such word; 0: one may still become of it; 1: one */
static int
match (const char *text, const char *word)
{
  if (g_str_equal (text, word))
    return 1;
  return g_str_has_prefix (word, text) ? 0 : -1;
}

static int
is_known (DocketSearchKey key, const char *value)
{
  const char *const *values = docket_search_words_get_values (key);
  g_autofree char *text = docket_text_fold (value);
  int best = -1;
  GDate day;

  if (values == NULL)
    return *text != '\0';
  for (guint i = 0; values[i] != NULL; i++)
    best = MAX (best, match (text, values[i]));
  if (key != DOCKET_SEARCH_DUE)
    return best;
  if (docket_search_words_parse_day (text, &day))
    return 1;
  if (best < 0 && strspn (text, "0123456789-") == strlen (text) && strlen (text) < 10)
    return 0;
  return best;
}

static void
part_free (gpointer data)
{
  DocketSearchPart *part = data;

  g_free (part->word);
  g_free (part);
}

static void
add_part (GPtrArray *parts, const char *token, gsize start, gsize end)
{
  DocketSearchPart *part;

  if (start == end)
    return;
  part = g_new0 (DocketSearchPart, 1);
  part->start = start;
  part->end = end;
  part->word = g_strdup (token);
  part->value = part->word;
  part->known = 1;
  for (guint i = DOCKET_SEARCH_IS; i < DOCKET_N_SEARCH_KEYS; i++)
    if (g_ascii_strncasecmp (token, keys[i], strlen (keys[i])) == 0)
      {
        part->key = (DocketSearchKey)i;
        part->value = part->word + strlen (keys[i]);
        part->known = is_known (part->key, part->value);
        break;
      }
  g_ptr_array_add (parts, part);
}

/* They may be typographic ones: “ ” „ « » and the corner brackets of Japanese. */
static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB
         || c == 0x300C || c == 0x300D;
}

GPtrArray *
docket_search_words_split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GString) token = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *start = text;
  const char *at;

  for (at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (is_quotation_mark (c))
        quoted = !quoted;
      else if (quoted || !g_unichar_isspace (c))
        g_string_append_unichar (token, c);
      else
        {
          add_part (parts, token->str, (gsize)(start - text), (gsize)(at - text));
          g_string_truncate (token, 0);
          start = g_utf8_next_char (at);
        }
    }
  add_part (parts, token->str, (gsize)(start - text), (gsize)(at - text));
  return parts;
}

const DocketSearchPart *
docket_search_words_find (GPtrArray *parts, gsize cursor)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (part->end == cursor)
        return part;
    }
  return NULL;
}

/* The longest part of a name without quotation marks, which a word cannot hold. */
static char *
without_marks (const char *value)
{
  g_autofree char *clean = docket_text_clean (value);
  char *longest = NULL;
  const char *start = clean;

  for (const char *at = clean;; at = g_utf8_next_char (at))
    {
      if (*at != '\0' && !is_quotation_mark (g_utf8_get_char (at)))
        continue;
      if (longest == NULL || (gsize)(at - start) > strlen (longest))
        {
          g_free (longest);
          longest = g_strstrip (g_strndup (start, (gsize)(at - start)));
        }
      if (*at == '\0')
        return longest;
      start = g_utf8_next_char (at);
    }
}

char *
docket_search_words_format (DocketSearchKey key, const char *value)
{
  g_autofree char *name = without_marks (value);
  const char *mark = strchr (name, ' ') != NULL ? "\"" : "";

  return g_strconcat (keys[key] != NULL ? keys[key] : "", mark, name, mark, NULL);
}

static gboolean
is_same (const DocketSearchPart *part, DocketSearchKey key, const char *value)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (value == NULL)
    return part->key == key && part->known >= 0;
  a = docket_text_fold (part->value);
  b = docket_text_fold (value);
  return part->key == key && (part->known == 1 || *value == '\0') && g_str_equal (a, b);
}

gboolean
docket_search_words_has (const char *text, DocketSearchKey key, const char *value)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (text);

  for (guint i = 0; i < parts->len; i++)
    if (is_same (parts->pdata[i], key, value))
      return TRUE;
  return FALSE;
}

/* With one space between each two. */
static void
append (GString *text, const char *word, gsize length)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_len (text, word, (gssize)length);
}

char *
docket_search_words_remove (const char *text, DocketSearchKey key, const char *value)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (text);
  GString *left = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (!is_same (part, key, value))
        append (left, text + part->start, part->end - part->start);
    }
  return g_string_free (left, FALSE);
}

static gboolean
is_filter (const DocketSearchPart *part)
{
  return part->key != DOCKET_SEARCH_WORD && part->known == 1;
}

/* Either the search words of @text, or the others. */
static void
append_parts (GString *words, const char *text, gboolean filters)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (text);

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (is_filter (part) == filters)
        append (words, text + part->start, part->end - part->start);
    }
}

char *
docket_search_words_add (const char *text, DocketSearchKey key, const char *value)
{
  g_autofree char *word = docket_search_words_format (key, value);
  GString *words = g_string_new (NULL);

  append_parts (words, text, TRUE);
  if (!docket_search_words_has (text, key, value))
    append (words, word, strlen (word));
  append_parts (words, text, FALSE);
  return g_string_free (words, FALSE);
}

char *
docket_search_words_get_ordinary (const char *text)
{
  GString *words = g_string_new (NULL);

  append_parts (words, text, FALSE);
  return g_string_free (words, FALSE);
}

char *
docket_search_words_get_filter (const char *text)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (text);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (is_filter (part) && (part->key == DOCKET_SEARCH_IS || part->key == DOCKET_SEARCH_DUE))
        append (words, text + part->start, part->end - part->start);
    }
  return g_string_free (words, FALSE);
}
