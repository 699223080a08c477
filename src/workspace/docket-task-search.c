/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-search.h"

#include <string.h>

#include "workspace/docket-matcher.h"

/* So many rows are looked at from the top before the index is asked: what is found often is found
 * there sooner, and of what is not the index has few. And so many of those that it has then. */
#define MOST_AT_TOP 300
#define MOST_GUESSED 2000

void
docket_task_search_count (DocketTaskQueryResult *result)
{
  guint *size = NULL;

  result->n_tasks = 0;
  memset (result->group_sizes, 0, sizeof result->group_sizes);
  for (guint i = 0; i < result->entries->len; i++)
    {
      const gint64 entry = g_array_index (result->entries, gint64, i);

      if (docket_task_entry_is_group (entry))
        size = &result->group_sizes[docket_task_entry_group (entry)];
      else
        {
          result->n_tasks++;
          if (size != NULL)
            (*size)++;
        }
    }
}

/* Entries that are kept, each behind the heading of its group. */
typedef struct
{
  GArray *entries;
  gint64 group; /* 0 = none, or it is there already */
} Kept;

static void
keep (Kept *kept, gint64 row)
{
  if (kept->group != 0)
    g_array_append_val (kept->entries, kept->group);
  kept->group = 0;
  g_array_append_val (kept->entries, row);
}

static DocketRowSet *
collect_rows (const GArray *entries)
{
  DocketRowSet *rows = docket_row_set_new ();

  for (guint i = 0; i < entries->len; i++)
    if (!docket_task_entry_is_group (g_array_index (entries, gint64, i)))
      docket_row_set_add (rows, g_array_index (entries, gint64, i));
  return rows;
}

/* Looks from the top of @base at rows of @set, until there are as many as come first. Further down
 * only rows are looked at that somebody holds, so that what is on the screen or selected stays
 * there.
 *
 * Returns: 1 they are in @kept, 0 there are not so many among the first @most, -1 an error */
static int
look_at_top (DocketMatcher *matcher,
             const DocketTaskQuery *query,
             const GArray *base,
             const DocketRowSet *set,
             guint most,
             Kept *kept,
             GError **error)
{
  g_autoptr (DocketRowSet) held = collect_rows (query->live);
  guint n_looked_at = 0;
  guint n = 0;

  *kept = (Kept){ kept->entries, 0 };
  g_array_set_size (kept->entries, 0);
  for (guint i = 0; i < base->len; i++)
    {
      const gint64 entry = g_array_index (base, gint64, i);
      int found;

      if (docket_task_entry_is_group (entry))
        kept->group = entry;
      if (docket_task_entry_is_group (entry) || !docket_row_set_has (set, entry)
          || (n >= query->n_first && !docket_row_set_has (held, entry)))
        continue;
      if (n < query->n_first && n_looked_at++ >= most)
        return 0;
      found = docket_matcher_look_at (matcher, entry, error);
      if (found < 0)
        return -1;
      if (found == 1)
        {
          keep (kept, entry);
          n++;
        }
    }
  return n >= query->n_first;
}

static void
keep_all (Kept *kept, const GArray *base, const DocketRowSet *found)
{
  *kept = (Kept){ kept->entries, 0 };
  g_array_set_size (kept->entries, 0);
  for (guint i = 0; i < base->len; i++)
    {
      const gint64 entry = g_array_index (base, gint64, i);

      if (docket_task_entry_is_group (entry))
        kept->group = entry;
      else if (docket_row_set_has (found, entry))
        keep (kept, entry);
    }
}

/* Returns: 1 the first rows are in @kept, 0 all of them, -1 an error */
static int
find (DocketMatcher *matcher,
      const DocketTaskQuery *query,
      const char *condition,
      const GArray *base,
      Kept *kept,
      GError **error)
{
  g_autoptr (DocketRowSet) rows = collect_rows (base);
  g_autoptr (DocketRowSet) filtered = docket_matcher_filter (matcher, rows, condition, error);
  g_autoptr (DocketRowSet) guessed = NULL;
  gboolean certain;
  int found = 0;

  if (filtered == NULL)
    return -1;
  if (!docket_matcher_reads_texts (matcher))
    {
      keep_all (kept, base, filtered);
      return 0;
    }
  if (!query->whole && docket_row_set_count (filtered) > MOST_AT_TOP)
    found = look_at_top (matcher, query, base, filtered, MOST_AT_TOP, kept, error);
  if (found != 0)
    return found;
  guessed = docket_matcher_guess (matcher, filtered, &certain, error);
  if (guessed == NULL)
    return -1;
  if (!certain && !query->whole && docket_row_set_count (guessed) > MOST_GUESSED)
    found = look_at_top (matcher, query, base, guessed, MOST_GUESSED, kept, error);
  if (found != 0)
    return found;
  if (!certain && !docket_matcher_verify (matcher, guessed, error))
    return -1;
  keep_all (kept, base, guessed);
  return 0;
}

gboolean
docket_task_search_apply (sqlite3 *db,
                          const DocketTaskQuery *query,
                          const DocketSearch *search,
                          const char *condition,
                          DocketTaskQueryResult *result,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (DocketMatcher) matcher
      = docket_matcher_new (db, search, query->now, cancellable, error);
  Kept kept = { NULL, 0 };
  int found;

  if (matcher == NULL)
    return FALSE;
  result->base = g_steal_pointer (&result->entries);
  result->entries = kept.entries = g_array_new (FALSE, FALSE, sizeof (gint64));
  found = find (matcher, query, condition, result->base, &kept, error);
  result->partial = found == 1;
  docket_task_search_count (result);
  return found >= 0;
}
