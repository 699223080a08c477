/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-search.h"

#include <string.h>

#include "workspace/docket-days.h"
#include "workspace/docket-text.h"

struct _DocketSearch
{
  GPtrArray *terms; /* of DocketSearchTerm */
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
  DocketSearchTerm *term = data;

  g_free (term->text);
  g_free (term);
}

/* What is not finished says nothing yet; what only looks like a search word is an ordinary one. */
static void
add (DocketSearch *self, const DocketSearchPart *part)
{
  DocketSearchTerm *term;

  if (part->known == 0 || *part->value == '\0')
    return;
  term = g_new0 (DocketSearchTerm, 1);
  term->kind = part->known > 0 ? part->key : DOCKET_SEARCH_WORD;
  term->text = docket_text_fold (part->known > 0 ? part->value : part->word);
  g_ptr_array_add (self->terms, term);
}

DocketSearch *
docket_search_new (const char *text)
{
  DocketSearch *self = g_new0 (DocketSearch, 1);

  self->terms = g_ptr_array_new_with_free_func (term_free);
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
  g_free (self);
}

GStrv
docket_search_dup_words (const DocketSearch *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < self->terms->len; i++)
    {
      const DocketSearchTerm *term = self->terms->pdata[i];

      if (term->kind == DOCKET_SEARCH_WORD)
        g_strv_builder_add (words, term->text);
    }
  return g_strv_builder_end (words);
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

GPtrArray *
docket_search_get_terms (const DocketSearch *self)
{
  return self->terms;
}

gboolean
docket_search_append_sql (const DocketSearch *self, GDateTime *now, GString *sql)
{
  const DocketDays days = docket_days_at (now);
  const gsize before = sql->len;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const DocketSearchTerm *term = self->terms->pdata[i];

      if (term->kind != DOCKET_SEARCH_IS && term->kind != DOCKET_SEARCH_DUE)
        continue;
      g_string_append (sql, " AND (");
      if (term->kind == DOCKET_SEARCH_IS)
        append_state (sql, term->text, &days);
      else
        append_due (sql, term->text, &days, now);
      g_string_append_c (sql, ')');
    }
  return sql->len > before;
}
