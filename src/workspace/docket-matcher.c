/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-matcher.h"

#include <string.h>

#include "workspace/docket-cache-index.h"
#include "workspace/docket-grams.h"
#include "workspace/docket-index-reader.h"
#include "workspace/docket-index-text.h"
#include "workspace/docket-text.h"

/* A name that so many people have a part of is not worth looking for. */
#define MAX_PEOPLE 50
/* Of more than such a part of all the texts are read one after the other, as they lie in the file.
 */
#define MANY_ROWS(all) ((all) / 4)

typedef struct
{
  const DocketSearchTerm *term;
  char *wanted; /* the text, with what stands before it */
  GStrv keys;   /* whose names have it: assigned, or having commented */
} Condition;

struct _DocketMatcher
{
  sqlite3 *db;
  GPtrArray *conditions; /* of Condition: of the texts */
  char *filters;         /* SQL: the others; NULL = none */
  DocketIndexReader *reader;
  gboolean exact; /* what the index finds need not be looked at */
  GCancellable *cancellable;
};

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->wanted);
  g_strfreev (condition->keys);
  g_free (condition);
}

/* Members, guests and groups stand in a task with their ID, whose name is in a table of its own. */
static GStrv
find_people (sqlite3 *db, const char *text, gboolean comments)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) people
      = docket_database_prepare (db,
                                 "SELECT id, name, 'U' FROM person UNION ALL"
                                 " SELECT id, name, kind FROM contact",
                                 NULL);
  guint n = 0;

  while (people != NULL && n < MAX_PEOPLE && docket_database_step (people, NULL) == 1)
    {
      const char *id = (const char *)sqlite3_column_text (people, 0);
      const char *kind = (const char *)sqlite3_column_text (people, 2);
      g_autofree char *name = docket_text_fold ((const char *)sqlite3_column_text (people, 1));
      g_autofree char *assigned = docket_index_text_key (kind, id, FALSE);
      g_autofree char *commented = docket_index_text_key (kind, id, TRUE);

      if (strstr (name, text) == NULL)
        continue;
      g_strv_builder_add (keys, assigned);
      if (comments)
        g_strv_builder_add (keys, commented);
      n++;
    }
  return g_strv_builder_end (keys);
}

static gboolean
is_of_texts (const DocketSearchTerm *term)
{
  return term->kind != DOCKET_SEARCH_IS && term->kind != DOCKET_SEARCH_DUE;
}

static void
add_condition (DocketMatcher *self, const DocketSearchTerm *term)
{
  Condition *condition = g_new0 (Condition, 1);

  condition->term = term;
  condition->wanted = g_strconcat (term->kind == DOCKET_SEARCH_TAG ? "\n" : "", term->text, NULL);
  if (term->kind == DOCKET_SEARCH_OWNER || term->kind == DOCKET_SEARCH_WORD)
    condition->keys = find_people (self->db, term->text, term->kind == DOCKET_SEARCH_WORD);
  g_ptr_array_add (self->conditions, condition);
}

DocketMatcher *
docket_matcher_new (sqlite3 *db,
                    const DocketSearch *search,
                    GDateTime *now,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (DocketMatcher) self = g_new0 (DocketMatcher, 1);
  GPtrArray *terms = docket_search_get_terms (search);
  g_autoptr (GString) filters = g_string_new (NULL);

  self->db = db;
  self->cancellable = cancellable;
  self->conditions = g_ptr_array_new_with_free_func (condition_free);
  for (guint i = 0; i < terms->len; i++)
    if (is_of_texts (terms->pdata[i]))
      add_condition (self, terms->pdata[i]);
  if (docket_search_append_sql (search, now, filters))
    self->filters = g_strdup (filters->str);
  self->reader = docket_index_reader_new (db, error);
  return self->reader != NULL ? g_steal_pointer (&self) : NULL;
}

void
docket_matcher_free (DocketMatcher *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self->filters);
  g_clear_pointer (&self->reader, docket_index_reader_free);
  g_free (self);
}

gboolean
docket_matcher_reads_texts (DocketMatcher *self)
{
  return self->conditions->len > 0;
}

static gboolean
has_wanted (const Condition *condition, const char *text)
{
  switch (condition->term->kind)
    {
    case DOCKET_SEARCH_OWNER:
      return docket_index_text_has (text, DOCKET_INDEX_PEOPLE, condition->wanted);
    case DOCKET_SEARCH_PROCESS:
      return docket_index_text_has (text, DOCKET_INDEX_PROCESS, condition->wanted);
    case DOCKET_SEARCH_TAG:
      return docket_index_text_has (text, DOCKET_INDEX_TAGS, condition->wanted);
    default:
      return docket_index_text_has_word (text, condition->wanted);
    }
}

static gboolean
is_met (const Condition *condition, const char *text)
{
  if (has_wanted (condition, text))
    return TRUE;
  for (guint i = 0; condition->keys != NULL && condition->keys[i] != NULL; i++)
    if (docket_index_text_has_key (text, condition->keys[i]))
      return TRUE;
  return FALSE;
}

static gboolean
are_met (DocketMatcher *self, const char *text)
{
  for (guint i = 0; i < self->conditions->len; i++)
    if (!is_met (self->conditions->pdata[i], text))
      return FALSE;
  return TRUE;
}

int
docket_matcher_look_at (DocketMatcher *self, gint64 row, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const char *text = docket_index_reader_read (self->reader, row, &problem);

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return -1;
    }
  return text != NULL && are_met (self, text);
}

static void
add_all (DocketRowSet *set, const DocketRowSet *rows, gint64 behind, gint64 last)
{
  for (gint64 row = docket_row_set_next (rows, behind); row != 0 && row <= last;
       row = docket_row_set_next (rows, row))
    docket_row_set_add (set, row);
}

DocketRowSet *
docket_matcher_filter (DocketMatcher *self,
                       const DocketRowSet *rows,
                       const char *condition,
                       GError **error)
{
  g_autoptr (DocketRowSet) found = docket_row_set_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autofree char *sql = NULL;
  int step = -1;

  if (self->filters == NULL)
    {
      add_all (found, rows, 0, G_MAXINT64);
      return g_steal_pointer (&found);
    }
  sql = g_strdup_printf ("SELECT row FROM task WHERE %s%s", condition, self->filters);
  statement = docket_database_prepare (self->db, sql, error);
  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    {
      const gint64 row = sqlite3_column_int64 (statement, 0);

      if (docket_row_set_has (rows, row))
        docket_row_set_add (found, row);
    }
  return step == 0 ? g_steal_pointer (&found) : NULL;
}

/* What the index can say of a condition. Returns: whether that is all of it */
static gboolean
append_query (GString *query, const Condition *condition)
{
  g_autoptr (GString) one = g_string_new (NULL);
  gboolean exact = docket_grams_append_query (one, condition->wanted)
                   && condition->term->kind == DOCKET_SEARCH_WORD;

  if (one->len == 0)
    return *condition->wanted == '\0' && condition->term->kind == DOCKET_SEARCH_WORD;
  for (guint i = 0; condition->keys != NULL && condition->keys[i] != NULL; i++)
    {
      g_string_append (one, " OR ");
      docket_grams_append_key (one, condition->keys[i]);
    }
  g_string_append_printf (query, "%s(%s)", query->len > 0 ? " AND " : "", one->str);
  return exact;
}

/* @query: of FTS5 */
static DocketRowSet *
run_query (DocketMatcher *self, const DocketRowSet *rows, const char *query, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (self->db, "SELECT rowid FROM task_gram WHERE task_gram MATCH ?",
                                 error);
  g_autoptr (DocketRowSet) found = docket_row_set_new ();
  int step = -1;

  if (statement != NULL)
    docket_database_bind (statement, "s", query);
  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    {
      const gint64 row = sqlite3_column_int64 (statement, 0);

      if (docket_row_set_has (rows, row))
        docket_row_set_add (found, row);
    }
  return step == 0 ? g_steal_pointer (&found) : NULL;
}

/* All of @rows that the index has. */
static DocketRowSet *
get_indexed (DocketMatcher *self, const DocketRowSet *rows)
{
  DocketRowSet *found = docket_row_set_new ();

  add_all (found, rows, 0, docket_index_reader_get_last (self->reader));
  return found;
}

/* The rows of the index that may be meant. One that cannot be read is made anew some time, and
 * until then all texts are looked at. */
static DocketRowSet *
ask_index (DocketMatcher *self, const DocketRowSet *rows, GError **error)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  DocketRowSet *found = NULL;

  self->exact = TRUE;
  for (guint i = 0; i < self->conditions->len; i++)
    self->exact = append_query (query, self->conditions->pdata[i]) && self->exact;
  if (query->len == 0 || docket_index_reader_get_last (self->reader) == 0)
    return get_indexed (self, rows);
  found = run_query (self, rows, query->str, &problem);
  if (found != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return found;
  g_message ("The index of search cannot be read: %s", problem->message);
  docket_cache_index_distrust (self->db);
  self->exact = FALSE;
  return get_indexed (self, rows);
}

/* What the index says of rows that are other than that goes for nothing: they may all be meant. */
DocketRowSet *
docket_matcher_guess (DocketMatcher *self,
                      const DocketRowSet *rows,
                      gboolean *certain,
                      GError **error)
{
  DocketRowSet *found = ask_index (self, rows, error);
  const gint64 last = docket_index_reader_get_last (self->reader);
  GHashTableIter others;
  const gint64 *other;

  if (found == NULL)
    return NULL;
  *certain = self->exact && docket_row_set_next (rows, last) == 0
             && g_hash_table_size (docket_index_reader_get_others (self->reader)) == 0;
  add_all (found, rows, last, G_MAXINT64);
  g_hash_table_iter_init (&others, docket_index_reader_get_others (self->reader));
  while (g_hash_table_iter_next (&others, (gpointer *)&other, NULL))
    if (docket_row_set_has (rows, *other))
      docket_row_set_add (found, *other);
  return found;
}

static gboolean
is_cancelled (DocketMatcher *self, guint n, GError **error)
{
  return n % 256 == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
is_indexed (DocketMatcher *self, gint64 row)
{
  return row <= docket_index_reader_get_last (self->reader)
         && !g_hash_table_contains (docket_index_reader_get_others (self->reader), &row);
}

static gboolean
verify_each (DocketMatcher *self, DocketRowSet *guessed, gint64 behind, GError **error)
{
  guint n = 0;

  for (gint64 row = docket_row_set_next (guessed, behind); row != 0;
       row = docket_row_set_next (guessed, row))
    {
      int found = 1;

      if (is_cancelled (self, n++, error))
        return FALSE;
      if (!self->exact || !is_indexed (self, row))
        found = docket_matcher_look_at (self, row, error);
      if (found < 0)
        return FALSE;
      if (found == 0)
        docket_row_set_remove (guessed, row);
    }
  return TRUE;
}

/* Those that the index has. */
static gboolean
verify_in_order (DocketMatcher *self, DocketRowSet *guessed, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (self->db, "SELECT row, text FROM task_text", error);
  int step = -1;
  guint n = 0;

  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    {
      const gint64 row = sqlite3_column_int64 (statement, 0);

      if (is_cancelled (self, n++, error))
        return FALSE;
      if (docket_row_set_has (guessed, row) && is_indexed (self, row)
          && !are_met (self, (const char *)sqlite3_column_text (statement, 1)))
        docket_row_set_remove (guessed, row);
    }
  return step == 0;
}

/* Of those that the index has not, each is looked at. */
static gboolean
verify_others (DocketMatcher *self, DocketRowSet *guessed, GError **error)
{
  GHashTableIter others;
  const gint64 *other;

  g_hash_table_iter_init (&others, docket_index_reader_get_others (self->reader));
  while (g_hash_table_iter_next (&others, (gpointer *)&other, NULL))
    {
      const int found
          = docket_row_set_has (guessed, *other) ? docket_matcher_look_at (self, *other, error) : 0;

      if (found < 0)
        return FALSE;
      if (found == 0)
        docket_row_set_remove (guessed, *other);
    }
  return verify_each (self, guessed, docket_index_reader_get_last (self->reader), error);
}

gboolean
docket_matcher_verify (DocketMatcher *self, DocketRowSet *guessed, GError **error)
{
  const gint64 last = docket_index_reader_get_last (self->reader);

  if (self->exact || docket_row_set_count (guessed) <= MANY_ROWS (last))
    return verify_each (self, guessed, 0, error);
  return verify_in_order (self, guessed, error) && verify_others (self, guessed, error);
}
