/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-grams.h"

#include <string.h>

#include "workspace/docket-database.h"

#define LONGEST 3
/* Of a longer word no more is looked for in the index. */
#define MOST_PARTS 16
#define IS_SPACE(c) ((guchar)(c) <= ' ')

/* A text has most strings many times, and they need be told once. */
typedef struct
{
  guint64 seen[128 * 128 / 64]; /* strings of one and two characters of ASCII */
  guint32 latest[1024];         /* of three, by their hash: the last one there */
} Told;

typedef struct
{
  void *context;
  int (*tell) (void *context, int flags, const char *token, int length, int start, int end);
  const char *text;
  Told told;
} Reading;

static gboolean
was_told (Told *told, const char *token, gsize length)
{
  const guchar *c = (const guchar *)token;
  guint32 code;

  for (gsize i = 0; i < length; i++)
    if (c[i] >= 0x80)
      return FALSE;
  if (length < LONGEST)
    {
      const guint bit = length == 1 ? c[0] : (guint)c[0] * 128 + c[1];
      const guint64 mask = G_GUINT64_CONSTANT (1) << (bit % 64);
      const gboolean was = (told->seen[bit / 64] & mask) != 0;

      told->seen[bit / 64] |= mask;
      return was;
    }
  code = (guint32)c[0] << 16 | (guint32)c[1] << 8 | c[2];
  if (told->latest[code * 2654435761u >> 22] == code)
    return TRUE;
  told->latest[code * 2654435761u >> 22] = code;
  return FALSE;
}

static int
tell (Reading *reading, const char *token, const char *end)
{
  const int start = (int)(token - reading->text);

  if (was_told (&reading->told, token, (gsize)(end - token)))
    return SQLITE_OK;
  return reading->tell (reading->context, 0, token, (int)(end - token), start,
                        (int)(end - reading->text));
}

/* The strings of a run of characters. */
static int
tell_run (Reading *reading, const char *run, const char *end)
{
  int code = SQLITE_OK;

  for (const char *at = run; at < end && code == SQLITE_OK; at = g_utf8_next_char (at))
    {
      const char *next = at;

      for (guint i = 0; i < LONGEST && next < end && code == SQLITE_OK; i++)
        {
          next = MIN (g_utf8_next_char (next), end);
          code = tell (reading, at, next);
        }
    }
  return code;
}

static int
read_text (Reading *reading, const char *text, const char *end)
{
  int code = SQLITE_OK;

  while (text < end && code == SQLITE_OK)
    {
      const char *run = text;

      if (*text == *DOCKET_GRAMS_MARK)
        {
          const char *mark = memchr (text + 1, *DOCKET_GRAMS_MARK, (gsize)(end - text - 1));

          text = mark != NULL ? mark : end;
          code = reading->tell (reading->context, 0, run, (int)(text - run),
                                (int)(run - reading->text), (int)(text - reading->text));
          text += mark != NULL;
          continue;
        }
      while (text < end && !IS_SPACE (*text))
        text++;
      code = tell_run (reading, run, text);
      while (text < end && IS_SPACE (*text) && *text != *DOCKET_GRAMS_MARK)
        text++;
    }
  return code;
}

/* What is looked for is taken apart already. */
static int
tokenize_cb (Fts5Tokenizer *tokenizer,
             void *context,
             int flags,
             const char *text,
             int length,
             int (*told) (void *, int, const char *, int, int, int))
{
  Reading reading;

  if (length == 0)
    return SQLITE_OK;
  if ((flags & FTS5_TOKENIZE_QUERY) != 0)
    return told (context, 0, text, length, 0, length);
  memset (&reading.told, 0, sizeof reading.told);
  reading.context = context;
  reading.tell = told;
  reading.text = text;
  return read_text (&reading, text, text + length);
}

/* It has no state: any address will do. */
static int
create_cb (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static char nothing;

  *tokenizer = (Fts5Tokenizer *)&nothing;
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
}

gboolean
docket_grams_register (sqlite3 *db, GError **error)
{
  static fts5_tokenizer tokenizer = { create_cb, delete_cb, tokenize_cb };
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, "SELECT fts5 (?)", NULL);
  fts5_api *api = NULL;

  if (statement == NULL)
    return TRUE;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  if (docket_database_step (statement, error) < 0)
    return FALSE;
  if (api != NULL)
    api->xCreateTokenizer (api, "docket_grams", NULL, &tokenizer, NULL);
  return TRUE;
}

/* @n_parts: (inout) */
static void
append_part (GString *query, const char *part, gsize length, guint *n_parts)
{
  if (*n_parts >= MOST_PARTS)
    return;
  g_string_append (query, (*n_parts)++ > 0 ? " AND \"" : "\"");
  for (gsize i = 0; i < length; i++)
    {
      if (part[i] == '"')
        g_string_append_c (query, '"');
      g_string_append_c (query, part[i]);
    }
  g_string_append_c (query, '"');
}

/* All of a run, in as few parts as will do: the last one may overlap with the one before. */
static void
append_run (GString *query, const char *run, const char *end, guint *n_parts)
{
  const glong length = g_utf8_strlen (run, end - run);

  for (glong i = 0; i < length; i += LONGEST)
    {
      const glong first = MAX (MIN (i, length - LONGEST), 0);
      const char *start = g_utf8_offset_to_pointer (run, first);
      const char *behind = g_utf8_offset_to_pointer (start, MIN (LONGEST, length - first));

      append_part (query, start, (gsize)(behind - start), n_parts);
    }
}

/* A part of a text that is the whole word. */
static gboolean
is_part (const char *word)
{
  for (const char *at = word; *at != '\0'; at++)
    if (IS_SPACE (*at))
      return FALSE;
  return *word != '\0' && g_utf8_strlen (word, -1) <= LONGEST;
}

gboolean
docket_grams_append_query (GString *query, const char *word)
{
  const gsize before = query->len;
  const char *at = word;
  guint n_parts = 0;

  while (*at != '\0')
    {
      const char *run = at;

      while (*at != '\0' && !IS_SPACE (*at))
        at++;
      append_run (query, run, at, &n_parts);
      while (*at != '\0' && IS_SPACE (*at))
        at++;
    }
  if (n_parts > 1)
    {
      g_string_insert_c (query, (gssize)before, '(');
      g_string_append_c (query, ')');
    }
  return is_part (word);
}

void
docket_grams_append_key (GString *query, const char *key)
{
  guint n_parts = 0;

  g_string_append_c (query, '(');
  append_part (query, key, strlen (key), &n_parts);
  g_string_append_c (query, ')');
}
