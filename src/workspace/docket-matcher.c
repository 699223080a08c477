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
/* Of so many rows the texts are read one after the other, as they lie in the file. */
#define MANY_ROWS 2000

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
  sqlite3_stmt *filter;
  DocketIndexReader *reader;
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
    {
      g_autofree char *sql = g_strconcat ("SELECT 1 FROM task WHERE row = ?", filters->str, NULL);

      self->filters = g_strdup (filters->str);
      self->filter = docket_database_prepare (db, sql, error);
      if (self->filter == NULL)
        return NULL;
    }
  self->reader = docket_index_reader_new (db, error);
  return self->reader != NULL ? g_steal_pointer (&self) : NULL;
}

void
docket_matcher_free (DocketMatcher *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self->filters);
  sqlite3_finalize (self->filter);
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

static int
look_at_text (DocketMatcher *self, gint64 row, GError **error)
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

int
docket_matcher_look_at (DocketMatcher *self, gint64 row, GError **error)
{
  int found = 1;

  if (self->filter != NULL)
    {
      sqlite3_bind_int64 (self->filter, 1, row);
      found = docket_database_step (self->filter, error);
      sqlite3_reset (self->filter);
    }
  return found == 1 && self->conditions->len > 0 ? look_at_text (self, row, error) : found;
}

/* The rows that are as the filters want them. */
static DocketRowSet *
apply_filters (DocketMatcher *self, const DocketRowSet *rows, const char *condition, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT row FROM task WHERE %s%s", condition, self->filters);
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (self->db, sql, error);
  g_autoptr (DocketRowSet) found = docket_row_set_new ();
  int step = -1;

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
  const gint64 last = docket_index_reader_get_last (self->reader);
  DocketRowSet *found = docket_row_set_new ();

  for (gint64 row = docket_row_set_next (rows, 0); row != 0 && row <= last;
       row = docket_row_set_next (rows, row))
    docket_row_set_add (found, row);
  return found;
}

/* The rows of the index that may be found. @exact: (out): whether they are. An index that cannot be
 * read is made anew some time, and until then all texts are looked at. */
static DocketRowSet *
ask_index (DocketMatcher *self, const DocketRowSet *rows, gboolean *exact, GError **error)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autoptr (GError) problem = NULL;
  DocketRowSet *found = NULL;

  *exact = TRUE;
  for (guint i = 0; i < self->conditions->len; i++)
    *exact = append_query (query, self->conditions->pdata[i]) && *exact;
  if (query->len == 0 || docket_index_reader_get_last (self->reader) == 0)
    return get_indexed (self, rows);
  found = run_query (self, rows, query->str, &problem);
  if (found != NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return found;
  g_message ("The index of search cannot be read: %s", problem->message);
  docket_cache_index_distrust (self->db);
  *exact = FALSE;
  return get_indexed (self, rows);
}

static gboolean
is_cancelled (DocketMatcher *self, guint n, GError **error)
{
  return n % 256 == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* Takes those out whose text shows that they are not meant. */
static gboolean
verify_each (DocketMatcher *self, DocketRowSet *found, GError **error)
{
  guint n = 0;

  for (gint64 row = docket_row_set_next (found, 0); row != 0;
       row = docket_row_set_next (found, row))
    {
      const int met = is_cancelled (self, n++, error) ? -1 : look_at_text (self, row, error);

      if (met < 0)
        return FALSE;
      if (met == 0)
        docket_row_set_remove (found, row);
    }
  return TRUE;
}

static gboolean
verify_all (DocketMatcher *self, DocketRowSet *found, GError **error)
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
      if (docket_row_set_has (found, row)
          && !are_met (self, (const char *)sqlite3_column_text (statement, 1)))
        docket_row_set_remove (found, row);
    }
  return step == 0;
}

/* Adds those of @rows that the index does not have as they are. */
static gboolean
add_unindexed (DocketMatcher *self, const DocketRowSet *rows, DocketRowSet *found, GError **error)
{
  const gint64 last = docket_index_reader_get_last (self->reader);
  GHashTableIter others;
  const gint64 *other;
  guint n = 0;

  g_hash_table_iter_init (&others, docket_index_reader_get_others (self->reader));
  while (g_hash_table_iter_next (&others, (gpointer *)&other, NULL))
    {
      const int met = docket_row_set_has (rows, *other) ? look_at_text (self, *other, error) : 0;

      if (met < 0)
        return FALSE;
      if (met == 1)
        docket_row_set_add (found, *other);
    }
  for (gint64 row = docket_row_set_next (rows, last); row != 0;
       row = docket_row_set_next (rows, row))
    {
      const int met = is_cancelled (self, n++, error) ? -1 : look_at_text (self, row, error);

      if (met < 0)
        return FALSE;
      if (met == 1)
        docket_row_set_add (found, row);
    }
  return TRUE;
}

/* What the index says of rows that are other than that goes for nothing. */
static DocketRowSet *
find_texts (DocketMatcher *self, const DocketRowSet *rows, GError **error)
{
  gboolean exact;
  g_autoptr (DocketRowSet) found = ask_index (self, rows, &exact, error);
  GHashTableIter others;
  const gint64 *other;

  if (found == NULL)
    return NULL;
  g_hash_table_iter_init (&others, docket_index_reader_get_others (self->reader));
  while (g_hash_table_iter_next (&others, (gpointer *)&other, NULL))
    docket_row_set_remove (found, *other);
  if (!exact
      && !(docket_row_set_count (found) > MANY_ROWS ? verify_all (self, found, error)
                                                    : verify_each (self, found, error)))
    return NULL;
  return add_unindexed (self, rows, found, error) ? g_steal_pointer (&found) : NULL;
}

DocketRowSet *
docket_matcher_find (DocketMatcher *self,
                     const DocketRowSet *rows,
                     const char *condition,
                     GError **error)
{
  g_autoptr (DocketRowSet) filtered = NULL;

  if (self->filters != NULL)
    {
      filtered = apply_filters (self, rows, condition, error);
      if (filtered == NULL || self->conditions->len == 0)
        return g_steal_pointer (&filtered);
    }
  return find_texts (self, filtered != NULL ? filtered : rows, error);
}
