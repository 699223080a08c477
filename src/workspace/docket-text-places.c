/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-text-places.h"

#include <string.h>

#include "workspace/docket-text.h"

/* Folds one character after another, so that it is known where each byte comes from: @origins has
 * the place of its character in @text. */
static char *
fold_with_origins (const char *text, GArray *origins)
{
  GString *folded = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const guint origin = (guint)(at - text);
      const gsize length = folded->len;

      if ((guchar)*at < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*at));
      else
        {
          g_autofree char *character = g_strndup (at, (gsize)(g_utf8_next_char (at) - at));
          g_autofree char *of_it = docket_text_fold (character);

          g_string_append (folded, of_it);
        }
      for (gsize i = length; i < folded->len; i++)
        g_array_append_val (origins, origin);
    }
  return g_string_free (folded, FALSE);
}

static void
find_word (const char *folded, GArray *origins, guint end, const char *word, GArray *places)
{
  const gsize length = strlen (word);

  if (length == 0)
    return;
  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + length, word))
    {
      const gsize first = (gsize)(at - folded);
      const guint start = g_array_index (origins, guint, first);
      gsize next = first + length;
      DocketTextPlace place = { start, end };

      /* A character that becomes several is whole, and so is one with marks behind it. */
      while (next < origins->len
             && g_array_index (origins, guint, next) == g_array_index (origins, guint, next - 1))
        next++;
      if (next < origins->len)
        place.end = g_array_index (origins, guint, next);
      g_array_append_val (places, place);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const DocketTextPlace *first = a;
  const DocketTextPlace *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

/* What touches becomes one. */
static void
merge (GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const DocketTextPlace place = g_array_index (places, DocketTextPlace, i);
      DocketTextPlace *last = n > 0 ? &g_array_index (places, DocketTextPlace, n - 1) : NULL;

      if (last != NULL && place.start <= last->end)
        last->end = MAX (last->end, place.end);
      else
        g_array_index (places, DocketTextPlace, n++) = place;
    }
  g_array_set_size (places, n);
}

GArray *
docket_text_find_words (const char *text, const char *const *words)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = fold_with_origins (text, origins);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DocketTextPlace));

  for (guint i = 0; words[i] != NULL; i++)
    find_word (folded, origins, (guint)strlen (text), words[i], places);
  g_array_sort (places, compare);
  merge (places);
  return places;
}
