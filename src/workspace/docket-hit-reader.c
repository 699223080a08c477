/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-hit-reader.h"

#include "workspace/docket-cache-lists.h"
#include "workspace/docket-comment-line.h"
#include "workspace/docket-comment-text.h"
#include "workspace/docket-search.h"
#include "workspace/docket-text.h"

struct _DocketHitReader
{
  GStrv words;
  sqlite3_stmt *text;
  sqlite3_stmt *person;
  sqlite3_stmt *author;
};

DocketHitReader *
docket_hit_reader_new (sqlite3 *db, const char *search, GError **error)
{
  g_autoptr (DocketSearch) parsed = docket_search_new (search);
  g_auto (GStrv) words = docket_search_dup_words (parsed);
  g_autoptr (sqlite3_stmt) text = NULL;
  g_autoptr (sqlite3_stmt) person = NULL;
  g_autoptr (sqlite3_stmt) author = NULL;
  DocketHitReader *self;

  if (words[0] == NULL)
    return NULL;
  text = docket_database_prepare (
      db, "SELECT tags, summary, comment_lines, answer_lines FROM task WHERE row = ?", error);
  person = docket_database_prepare (db, "SELECT name FROM person WHERE id = ?",
                                    text != NULL ? error : NULL);
  if (text != NULL && person != NULL)
    author = docket_cache_prepare_name (db, error);
  if (author == NULL)
    return NULL;
  self = g_new0 (DocketHitReader, 1);
  self->words = g_steal_pointer (&words);
  self->text = g_steal_pointer (&text);
  self->person = g_steal_pointer (&person);
  self->author = g_steal_pointer (&author);
  return self;
}

void
docket_hit_reader_free (DocketHitReader *self)
{
  g_strfreev (self->words);
  sqlite3_finalize (self->text);
  sqlite3_finalize (self->person);
  sqlite3_finalize (self->author);
  g_free (self);
}

/* "@Ada Young" for "@[7]". (transfer full) */
static char *
name_people (DocketHitReader *self, const char *text)
{
  GString *named = g_string_new (NULL);
  const char *end, *at;
  char *id;

  while ((at = docket_comment_text_find_person (text, &end, &id)) != NULL)
    {
      g_autofree char *person = id;

      g_string_append_len (named, text, at - text);
      docket_database_bind (self->person, "s", person);
      if (docket_database_step (self->person, NULL) == 1)
        {
          g_autofree char *name
              = docket_text_clean ((const char *)sqlite3_column_text (self->person, 0));

          g_string_append_printf (named, "@%s", name);
        }
      else
        g_string_append_len (named, at, end - at);
      sqlite3_reset (self->person);
      text = end;
    }
  g_string_append (named, text);
  return g_string_free (named, FALSE);
}

/* As docket_hit_new() wants them. (transfer full) */
static char *
read_comments (DocketHitReader *self, const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);
  GString *comments = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (DocketCommentLine) comment = { NULL };
      g_autofree char *author = NULL;
      g_autofree char *text = NULL;

      docket_comment_line_read (&comment, parts[i]);
      if (comment.name == NULL && comment.id != NULL)
        {
          docket_database_bind (self->author, "ss", comment.kind, comment.id);
          if (docket_database_step (self->author, NULL) == 1)
            author = docket_text_clean ((const char *)sqlite3_column_text (self->author, 0));
          sqlite3_reset (self->author);
        }
      text = name_people (self, comment.text);
      g_string_append_printf (comments, "%s\t%s\n",
                              comment.name != NULL ? comment.name
                              : author != NULL     ? author
                                                   : "",
                              text);
    }
  return g_string_free (comments, FALSE);
}

gboolean
docket_hit_reader_read (DocketHitReader *self, DocketTaskData *data, GError **error)
{
  g_autofree char *title = docket_text_clean (data->title);
  g_autofree char *comments = NULL;
  DocketHitSource source = { .title = title,
                             .process = data->process_name,
                             .people = (const char *const *)data->assignees };
  int step;

  docket_database_bind (self->text, "i", data->row);
  step = docket_database_step (self->text, error);
  if (step < 0)
    return FALSE;
  if (step == 1)
    {
      const char *lines = (const char *)sqlite3_column_text (self->text, 2);

      comments = lines != NULL ? read_comments (self, lines) : NULL;
      source.tags = (const char *)sqlite3_column_text (self->text, 0);
      source.summary = (const char *)sqlite3_column_text (self->text, 1);
      source.comments = comments;
      source.answers = (const char *)sqlite3_column_text (self->text, 3);
    }
  data->hit = docket_hit_new ((const char *const *)self->words, &source);
  sqlite3_reset (self->text);
  return TRUE;
}
