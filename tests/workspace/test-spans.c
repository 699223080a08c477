/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The difference between two lists: applied from the end to the beginning it makes the one into the
 * other. */
#include "workspace/docket-spans.h"

static GArray *
array_of (const char *letters)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const char *p = letters; *p != '\0'; p++)
    {
      const gint64 entry = *p;

      g_array_append_val (array, entry);
    }
  return array;
}

/* Fails unless the spans make @before into @after. Returns: entries removed and added */
static guint
apply (GArray *before, GArray *after, GArray *spans)
{
  g_autoptr (GArray) list = g_array_copy (before);
  guint touched = 0;
  guint last = G_MAXUINT;
  guint from_end = after->len;
  guint list_end = before->len;

  for (guint i = 0; i < spans->len; i++)
    {
      const DocketSpan *span = &g_array_index (spans, DocketSpan, i);
      guint start;

      g_assert_cmpuint (span->removed + span->added, >, 0);
      g_assert_cmpuint (span->position + span->removed, <=, MIN (last, before->len));
      /* What lies behind the span is as it was. */
      start = from_end - (list_end - span->position - span->removed) - span->added;
      if (span->removed > 0)
        g_array_remove_range (list, span->position, span->removed);
      if (span->added > 0)
        g_array_insert_vals (list, span->position, &g_array_index (after, gint64, start),
                             span->added);
      from_end = start;
      list_end = span->position;
      last = span->position;
      touched += span->removed + span->added;
    }
  g_assert_cmpuint (list->len, ==, after->len);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (g_array_index (list, gint64, i), ==, g_array_index (after, gint64, i));
  return touched;
}

typedef struct
{
  const char *before;
  const char *after;
  guint n_spans;
  guint touched; /* no more than must be */
} Case;

static const Case cases[] = {
  { "", "", 0, 0 },
  { "abc", "abc", 0, 0 },
  { "", "abc", 1, 3 },
  { "abc", "", 1, 3 },
  { "abcd", "abd", 1, 1 },
  { "abd", "abcd", 1, 1 },
  { "abc", "xabcy", 2, 2 },
  { "abcdef", "bcdefa", 2, 2 },
  { "fabcde", "abcdef", 2, 2 },
  { "abcdefgh", "acdxefg", 3, 3 },
  { "abc", "xyz", 1, 6 },
  { "abc", "cba", 2, 4 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = array_of (cases[i].before);
      g_autoptr (GArray) after = array_of (cases[i].after);
      g_autoptr (GArray) spans = docket_spans_between (before, after, 100);

      g_test_message ("%s to %s", cases[i].before, cases[i].after);
      g_assert_cmpuint (apply (before, after, spans), ==, cases[i].touched);
      g_assert_cmpuint (spans->len, ==, cases[i].n_spans);
    }
}

/* Different numbers in no order. */
static GArray *
random_list (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));
  const int most = g_test_rand_int_range (1, 40);

  for (gint64 entry = -4; entry < most; entry++)
    if (g_test_rand_bit ())
      g_array_append_val (list, entry);
  for (int n = g_test_rand_int_range (0, 4); n > 0 && list->len > 1; n--)
    {
      gint64 *a = &g_array_index (list, gint64, g_test_rand_int_range (0, (int)list->len));
      gint64 *b = &g_array_index (list, gint64, g_test_rand_int_range (0, (int)list->len));
      const gint64 kept = *a;

      *a = *b;
      *b = kept;
    }
  return list;
}

static void
test_random (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GArray) before = random_list ();
      g_autoptr (GArray) after = random_list ();
      const guint most = (guint)g_test_rand_int_range (0, 8);
      g_autoptr (GArray) spans = docket_spans_between (before, after, most);

      apply (before, after, spans);
      g_assert_cmpuint (spans->len, <=, MAX (most, 1));
    }
}

static void
test_long (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) spans = NULL;

  for (gint64 i = 0; i < 100000; i++)
    {
      g_array_append_val (before, i);
      if (i % 10000 != 5000)
        g_array_append_val (after, i);
    }
  spans = docket_spans_between (before, after, 64);
  g_assert_cmpuint (spans->len, ==, 10);
  g_assert_cmpuint (apply (before, after, spans), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spans/cases", test_cases);
  g_test_add_func ("/spans/random", test_random);
  g_test_add_func ("/spans/long", test_long);
  return g_test_run ();
}
