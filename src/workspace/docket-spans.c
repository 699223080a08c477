/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-spans.h"

#define ENTRY(array, i) g_array_index (array, gint64, i)
#define NONE G_MAXUINT

typedef struct
{
  GArray *before;
  GArray *after;
  guint head; /* equal entries at the beginning and at the end */
  guint tail;
} Pair;

static void
trim (Pair *pair)
{
  guint shorter = MIN (pair->before->len, pair->after->len);

  while (pair->head < shorter
         && ENTRY (pair->before, pair->head) == ENTRY (pair->after, pair->head))
    pair->head++;
  while (pair->tail < shorter - pair->head
         && ENTRY (pair->before, pair->before->len - 1 - pair->tail)
                == ENTRY (pair->after, pair->after->len - 1 - pair->tail))
    pair->tail++;
}

/* For each entry between head and tail of "before": where it stands in "after", or NONE. What is
 * looked up in is the shorter one. */
static guint *
find_places (const Pair *pair, guint n)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint *found = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    found[i] = NONE;
  if (n <= pair->after->len - pair->head - pair->tail)
    {
      for (guint i = 0; i < n; i++)
        g_hash_table_insert (indices, &ENTRY (pair->before, pair->head + i), &found[i]);
      for (guint i = pair->head; i < pair->after->len - pair->tail; i++)
        {
          guint *place = g_hash_table_lookup (indices, &ENTRY (pair->after, i));

          if (place != NULL)
            *place = i;
        }
      return found;
    }
  for (guint i = pair->head; i < pair->after->len - pair->tail; i++)
    g_hash_table_insert (indices, &ENTRY (pair->after, i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      const guint place
          = GPOINTER_TO_UINT (g_hash_table_lookup (indices, &ENTRY (pair->before, pair->head + i)));

      if (place > 0)
        found[i] = place - 1;
    }
  return found;
}

/* Marks the longest run of entries that stand in the same order in both: they stay. The rest of
 * @places becomes NONE. (Longest increasing subsequence by patience sorting.) */
static void
keep_longest_run (guint *places, guint n)
{
  g_autofree guint *ends = g_new (guint, n + 1); /* by length: the index whose place is least */
  g_autofree guint *previous = g_new (guint, n + 1);
  guint length = 0;
  guint next;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      if (places[i] == NONE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? ends[low - 1] : NONE;
      ends[low] = i;
      length = MAX (length, low + 1);
    }
  next = length > 0 ? ends[length - 1] : NONE;
  for (guint i = n; i-- > 0;)
    if (i == next)
      next = previous[i];
    else
      places[i] = NONE;
}

/* The gaps between entries that stay, from the end to the beginning. */
static void
collect (const Pair *pair, const guint *places, guint n, GArray *spans)
{
  guint old_end = pair->head + n;
  guint new_end = pair->after->len - pair->tail;

  for (guint i = n + 1; i-- > 0;)
    {
      gboolean at_start = i == 0;
      guint old_start = at_start ? pair->head : pair->head + i;
      guint new_start = at_start ? pair->head : places[i - 1] != NONE ? places[i - 1] + 1 : NONE;
      DocketSpan span;

      if (new_start == NONE)
        continue;
      span = (DocketSpan){ old_start, old_end - old_start, new_end - new_start };
      if (span.removed > 0 || span.added > 0)
        g_array_append_val (spans, span);
      if (at_start)
        break;
      old_end = old_start - 1;
      new_end = new_start - 1;
    }
}

GArray *
docket_spans_between (GArray *before, GArray *after, guint most)
{
  Pair pair = { before, after, 0, 0 };
  g_autofree guint *places = NULL;
  GArray *spans;
  guint n;

  trim (&pair);
  n = before->len - pair.head - pair.tail;
  spans = g_array_new (FALSE, FALSE, sizeof (DocketSpan));
  if (most > 0)
    {
      places = find_places (&pair, n);
      keep_longest_run (places, n);
      collect (&pair, places, n, spans);
    }
  if (spans->len > most || most == 0)
    {
      DocketSpan all = { pair.head, n, after->len - pair.head - pair.tail };

      g_array_set_size (spans, 0);
      if (all.removed > 0 || all.added > 0)
        g_array_append_val (spans, all);
    }
  return spans;
}

/* The spans come from the end to the beginning, so that what is before each is still as it was. */
void
docket_spans_apply (GArray *entries, GArray *wanted, guint most, GListModel *model)
{
  g_autoptr (GArray) spans = docket_spans_between (entries, wanted, most);
  gint64 shift = (gint64)wanted->len - entries->len;

  for (guint i = 0; i < spans->len; i++)
    {
      const DocketSpan *span = &g_array_index (spans, DocketSpan, i);
      /* Behind this span the list is already the new one: from its end one finds the new entries.
       */
      guint start = (guint)(span->position + shift - ((gint64)span->added - span->removed));

      shift -= (gint64)span->added - span->removed;
      if (span->removed > 0)
        g_array_remove_range (entries, span->position, span->removed);
      if (span->added > 0)
        g_array_insert_vals (entries, span->position, &g_array_index (wanted, gint64, start),
                             span->added);
      g_list_model_items_changed (model, span->position, span->removed, span->added);
    }
}
