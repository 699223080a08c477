/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-search.h"

#include <string.h>

#include "workspace/docket-database.h"
#include "workspace/docket-days.h"
#include "workspace/docket-search-words.h"
#include "workspace/docket-text.h"

/* A name that so many people have a part of is not worth looking for. */
#define MAX_PEOPLE 50

typedef struct
{
  DocketSearchKey kind;
  char *text; /* folded */
} Term;

struct _DocketSearch
{
  GPtrArray *terms; /* of Term */
  GPtrArray *texts; /* of char *: parameters, in order */
};

/* What follows "is:", as a condition; NULL: of the time. */
static const struct
{
  const char *word;
  const char *sql;
} states[] = {
  { "overdue", NULL },
  { "open", "completed = 0" },
  { "completed", "completed = 1" },
  { "one-off", "one_off = 1" },
  { "process", "one_off = 0" },
  { "approval", "type = 'approval'" },
  { "unassigned", "assignees = ''" },
  { "mine", "mine = 1" },
};

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->text);
  g_free (term);
}

/* What is not finished says nothing yet; what only looks like a search word is an ordinary one. */
static void
add (DocketSearch *self, const DocketSearchPart *part)
{
  Term *term;

  if (part->known == 0 || *part->value == '\0')
    return;
  term = g_new0 (Term, 1);
  term->kind = part->known > 0 ? part->key : DOCKET_SEARCH_WORD;
  term->text = docket_text_fold (part->known > 0 ? part->value : part->word);
  g_ptr_array_add (self->terms, term);
}

DocketSearch *
docket_search_new (const char *text)
{
  DocketSearch *self = g_new0 (DocketSearch, 1);

  self->terms = g_ptr_array_new_with_free_func (term_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  if (text != NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      g_autoptr (GPtrArray) parts = docket_search_words_split (valid);

      for (guint i = 0; i < parts->len; i++)
        add (self, parts->pdata[i]);
    }
  return self;
}

void
docket_search_free (DocketSearch *self)
{
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

GStrv
docket_search_dup_words (const DocketSearch *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = self->terms->pdata[i];

      if (term->kind == DOCKET_SEARCH_WORD)
        g_strv_builder_add (words, term->text);
    }
  return g_strv_builder_end (words);
}

static void
append_instr (DocketSearch *self, GString *sql, const char *column, char *text)
{
  g_string_append_printf (sql, "instr (%s, ?) > 0", column);
  g_ptr_array_add (self->texts, text);
}

/* Members, guests and groups stand in a task with their ID, whose name is in a table of its own. */
static void
append_people (DocketSearch *self, sqlite3 *db, GString *sql, const char *text)
{
  g_autoptr (sqlite3_stmt) people
      = docket_database_prepare (db,
                                 "SELECT id, name, 'U' FROM person UNION ALL"
                                 " SELECT id, name, kind FROM contact",
                                 NULL);
  guint n = 0;

  append_instr (self, sql, "folded_people", g_strdup (text));
  while (people != NULL && n < MAX_PEOPLE && docket_database_step (people, NULL) == 1)
    {
      g_autofree char *name = docket_text_fold ((const char *)sqlite3_column_text (people, 1));

      if (strstr (name, text) == NULL)
        continue;
      g_string_append (sql, " OR ");
      append_instr (self, sql, "assignees",
                    g_strdup_printf ("%s\t%s\t", sqlite3_column_text (people, 2),
                                     sqlite3_column_text (people, 0)));
      n++;
    }
}

static void
append_between (GString *sql, gint64 from, gint64 until)
{
  g_string_append_printf (sql, "deadline >= %" G_GINT64_FORMAT " AND deadline < %" G_GINT64_FORMAT,
                          from, until);
}

static void
append_date (GString *sql, const char *text, GDateTime *now)
{
  GDate day;
  g_autoptr (GDateTime) date = NULL;
  DocketDays days;

  docket_search_words_parse_day (text, &day);
  date = g_date_time_new (g_date_time_get_timezone (now), g_date_get_year (&day),
                          (int)g_date_get_month (&day), g_date_get_day (&day), 12, 0, 0);
  if (date == NULL)
    {
      g_string_append (sql, "0");
      return;
    }
  days = docket_days_at (date);
  append_between (sql, days.today, days.tomorrow);
}

static void
append_due (GString *sql, const char *text, const DocketDays *days, GDateTime *now)
{
  if (g_str_equal (text, "today"))
    append_between (sql, days->today, days->tomorrow);
  else if (g_str_equal (text, "tomorrow"))
    append_between (sql, days->tomorrow, days->after_tomorrow);
  else if (g_str_equal (text, "this-week"))
    append_between (sql, days->week, days->next_week);
  else if (g_str_equal (text, "next-week"))
    append_between (sql, days->next_week, days->after_next_week);
  else if (g_str_equal (text, "never"))
    g_string_append (sql, "deadline IS NULL");
  else
    append_date (sql, text, now);
}

static void
append_state (GString *sql, const char *text, const DocketDays *days)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (text, states[i].word) && states[i].sql != NULL)
      g_string_append (sql, states[i].sql);
    else if (g_str_equal (text, states[i].word))
      g_string_append_printf (sql,
                              "completed = 0 AND archived = 0 AND deadline < %" G_GINT64_FORMAT,
                              days->now);
}

static void
append_term (DocketSearch *self, sqlite3 *db, GDateTime *now, GString *sql, const Term *term)
{
  /* What costs least to look in comes first. */
  static const char *const columns[] = { "folded",         "folded_process",  "folded_tags",
                                         "folded_summary", "folded_comments", "folded_answers" };
  const DocketDays days = docket_days_at (now);

  switch (term->kind)
    {
    case DOCKET_SEARCH_IS:
      append_state (sql, term->text, &days);
      break;
    case DOCKET_SEARCH_DUE:
      append_due (sql, term->text, &days, now);
      break;
    case DOCKET_SEARCH_OWNER:
      append_people (self, db, sql, term->text);
      break;
    case DOCKET_SEARCH_PROCESS:
      append_instr (self, sql, "folded_process", g_strdup (term->text));
      break;
    case DOCKET_SEARCH_TAG:
      append_instr (self, sql, "folded_tags", g_strdup_printf ("\n%s", term->text));
      break;
    case DOCKET_SEARCH_WORD:
    default:
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          append_instr (self, sql, columns[i], g_strdup (term->text));
          g_string_append (sql, " OR ");
        }
      append_people (self, db, sql, term->text);
    }
}

void
docket_search_append_sql (DocketSearch *self, sqlite3 *db, GDateTime *now, GString *sql)
{
  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < self->terms->len; i++)
    {
      g_string_append (sql, " AND (");
      append_term (self, db, now, sql, self->terms->pdata[i]);
      g_string_append_c (sql, ')');
    }
}

void
docket_search_bind (const DocketSearch *self, sqlite3_stmt *statement, int index)
{
  for (guint i = 0; i < self->texts->len; i++)
    sqlite3_bind_text (statement, ++index, self->texts->pdata[i], -1, SQLITE_TRANSIENT);
}
