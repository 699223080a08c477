/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Why a row was found, in words, and which of them are emphasised. */
#include "ui/docket-hit-words.h"

#include "workspace/docket-text.h"

static const DocketHitSource source = {
  .title = "Send the paper",
  .process = "Onboarding",
  .tags = "Office\n",
  .summary = "To the landlord",
  .comments = "Lena Vogt\t<b>Seen & read</b>\n",
  .answers = "Number of the contract that ends\tPaper 4471\n",
  .people = (const char *const[]){ "Tomás Rivera", NULL },
};

static const struct
{
  const char *word;
  const char *words; /* with brackets around what is bold; NULL: nothing is said */
} cases[] = {
  { "paper", NULL },
  { "onboarding", "Process: \u2068[Onboarding]\u2069" },
  { "office", "Tag: \u2068[Office]\u2069" },
  { "landlord", "Description: \u2068To the [landlord]\u2069" },
  /* Never markup. */
  { "seen", "Comment: \u2068<b>[Seen] & read</b>\u2069" },
  { "vogt", "Comment by \u2068Lena [Vogt]\u2069: \u2068<b>Seen & read</b>\u2069" },
  { "4471", "Field “\u2068Number of t…ct that ends\u2069”: \u2068Paper [4471]\u2069" },
  { "tomas", "Assignee: \u2068[Tomás] Rivera\u2069" },
};

static void
append_until (GString *marked, const char *words, int *at, int end)
{
  g_string_append_len (marked, words + *at, end - *at);
  *at = end;
}

static char *
mark (const char *words, PangoAttrList *attributes)
{
  GString *marked = g_string_new (NULL);
  PangoAttrIterator *runs = pango_attr_list_get_iterator (attributes);
  int at = 0;

  do
    {
      int start, end;

      pango_attr_iterator_range (runs, &start, &end);
      if (pango_attr_iterator_get (runs, PANGO_ATTR_WEIGHT) == NULL)
        continue;
      append_until (marked, words, &at, start);
      g_string_append_c (marked, '[');
      append_until (marked, words, &at, end);
      g_string_append_c (marked, ']');
    }
  while (pango_attr_iterator_next (runs));
  pango_attr_iterator_destroy (runs);
  g_string_append (marked, words + at);
  return g_string_free (marked, FALSE);
}

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const words[] = { cases[i].word, NULL };
      g_autoptr (DocketHit) hit = docket_hit_new (words, &source);
      g_autoptr (PangoAttrList) attributes = NULL;
      g_autofree char *said = docket_hit_words_describe (hit, &attributes);
      g_autofree char *marked = said != NULL ? mark (said, attributes) : NULL;

      g_assert_cmpstr (marked, ==, cases[i].words);
    }
}

static void
test_nothing (void)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_assert_null (docket_hit_words_describe (NULL, &attributes));
  g_assert_null (attributes);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hit-words/describe", test_describe);
  g_test_add_func ("/hit-words/nothing", test_nothing);
  return g_test_run ();
}
