/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-index-text.h"

#include <string.h>

#include "workspace/docket-comment-line.h"
#include "workspace/docket-grams.h"
#include "workspace/docket-text.h"

#define SEPARATOR '\x1f'
/* What no ID has. */
#define ENDS "\t\n\x1e\x1f"

static const char *
column (sqlite3_stmt *row, int index)
{
  const char *text = (const char *)sqlite3_column_text (row, index);

  return text != NULL ? text : "";
}

/* What stands for ends and keys in the text is none of a server's. */
static void
append (GString *text, const char *folded)
{
  const gsize start = text->len;

  g_string_append (text, folded);
  for (gsize i = start; i < text->len; i++)
    if (text->str[i] == SEPARATOR || text->str[i] == *DOCKET_GRAMS_MARK)
      text->str[i] = ' ';
}

static void
append_folded (GString *text, const char *shown)
{
  g_autofree char *folded = docket_text_fold (shown);

  append (text, folded);
}

static void
append_key (GString *keys, char kind, const char *id, gsize length, gboolean comment)
{
  if (length > 0)
    g_string_append_printf (keys, DOCKET_GRAMS_MARK "%s%c%.*s" DOCKET_GRAMS_MARK,
                            comment ? "c" : "", kind, (int)length, id);
}

/* Of a comment that tells its author's name this is what is looked for, else that of the member. */
static void
append_comments (GString *text, GString *keys, const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (DocketCommentLine) comment = { NULL };

      docket_comment_line_read (&comment, parts[i]);
      if (comment.name != NULL)
        {
          append_folded (text, comment.name);
          g_string_append_c (text, '\n');
        }
      else if (comment.kind != NULL)
        append_key (keys, *comment.kind, comment.id, strcspn (comment.id, ENDS), TRUE);
      append_folded (text, comment.text);
      g_string_append_c (text, '\n');
    }
}

/* The answers, not the questions. */
static void
append_answers (GString *text, const char *lines)
{
  for (const char *at = lines; *at != '\0';)
    {
      const char *end = at + strcspn (at, "\n");
      const char *tab = memchr (at, '\t', (gsize)(end - at));
      const char *start = tab != NULL ? tab + 1 : at;
      g_autofree char *answer = g_strndup (start, (gsize)(end - start));

      append_folded (text, answer);
      g_string_append_c (text, '\n');
      at = end + (*end != '\0');
    }
}

static void
append_assignees (GString *keys, const char *lines)
{
  for (const char *at = lines; *at != '\0';)
    {
      const char *end = at + strcspn (at, "\n");

      if (at[1] == '\t')
        append_key (keys, *at, at + 2, strcspn (at + 2, ENDS), FALSE);
      at = end + (*end != '\0');
    }
}

/* Where only the folded text is there, which an older version has kept, it will do. */
char *
docket_index_text_new (sqlite3_stmt *row, int first)
{
  GString *text = g_string_sized_new (512);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (int i = DOCKET_INDEX_TITLE; i <= DOCKET_INDEX_TAGS; i++)
    {
      append (text, column (row, first + i));
      g_string_append_c (text, SEPARATOR);
    }
  for (int i = DOCKET_INDEX_SUMMARY; i <= DOCKET_INDEX_ANSWERS; i++)
    {
      const char *shown = column (row, first + i);

      if (sqlite3_column_type (row, first + i) == SQLITE_NULL)
        append (text, column (row, first + i + 4));
      else if (i == DOCKET_INDEX_SUMMARY)
        append_folded (text, shown);
      else if (i == DOCKET_INDEX_COMMENTS)
        append_comments (text, keys, shown);
      else
        append_answers (text, shown);
      g_string_append_c (text, SEPARATOR);
    }
  append_assignees (keys, column (row, first + DOCKET_INDEX_KEYS));
  g_string_append (text, keys->str);
  return g_string_free (text, FALSE);
}

gboolean
docket_index_text_has (const char *text, DocketIndexField field, const char *folded)
{
  const char *start = text;
  const char *found;

  for (guint i = 0; i < field && start != NULL; i++)
    {
      start = strchr (start, SEPARATOR);
      start = start != NULL ? start + 1 : NULL;
    }
  found = start != NULL ? strstr (start, folded) : NULL;
  return found != NULL && found <= start + strcspn (start, (const char[]){ SEPARATOR, '\0' });
}

gboolean
docket_index_text_has_word (const char *text, const char *folded)
{
  const char *found = strstr (text, folded);

  return found != NULL && strchr (found, SEPARATOR) != NULL;
}

char *
docket_index_text_key (const char *kind, const char *id, gboolean comment)
{
  return g_strconcat (DOCKET_GRAMS_MARK, comment ? "c" : "", kind, id, NULL);
}

gboolean
docket_index_text_has_key (const char *text, const char *key)
{
  const gsize length = strlen (key);

  for (const char *at = strstr (text, key); at != NULL; at = strstr (at + 1, key))
    if (at[length] == *DOCKET_GRAMS_MARK)
      return TRUE;
  return FALSE;
}
