/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-hit.h"

#include <string.h>

#include "workspace/docket-text.h"

/* So many characters stand before the hit at most, and behind it: one line has room for no more. */
#define MOST_BEFORE 18
#define MOST_BEHIND 200

G_DEFINE_BOXED_TYPE (DocketHit, docket_hit, docket_hit_ref, docket_hit_unref)

/* At the beginning of a word, where there is one. */
static const char *
find_start (const char *text, const char *hit)
{
  const char *start = hit;

  for (guint i = 0; i < MOST_BEFORE && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start == text)
    return text;
  for (const char *at = start; at < hit; at++)
    if (*at == ' ')
      return at + 1;
  return start;
}

static char *
shorten (const char *text, const DocketTextPlace *place)
{
  const char *start = find_start (text, text + place->start);
  const char *end = text + place->end;

  for (guint i = 0; i < MOST_BEHIND && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%s%.*s%s", start > text ? "…" : "", (int)(end - start), start,
                          *end != '\0' ? "…" : "");
}

/* Returns: whether @word is there, and then told */
static gboolean
look_in (DocketHit *hit,
         DocketHitKind kind,
         const char *text,
         const char *word,
         const char *const *words)
{
  const char *const alone[] = { word, NULL };
  g_autofree char *folded = docket_text_fold (text);
  g_autoptr (GArray) places = NULL;

  if (strstr (folded, word) == NULL)
    return FALSE;
  places = docket_text_find_words (text, alone);
  if (places->len == 0)
    return FALSE;
  hit->kind = kind;
  hit->text = shorten (text, &g_array_index (places, DocketTextPlace, 0));
  hit->places = docket_text_find_words (hit->text, words);
  return TRUE;
}

static gboolean
look_in_lines (DocketHit *hit,
               DocketHitKind kind,
               const char *lines,
               const char *word,
               const char *const *words)
{
  g_auto (GStrv) parts = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *tab = kind == DOCKET_HIT_IN_ANSWER || kind == DOCKET_HIT_IN_COMMENT
                      ? strchr (parts[i], '\t')
                      : NULL;

      if (!look_in (hit, kind, tab != NULL ? tab + 1 : parts[i], word, words))
        continue;
      if (kind == DOCKET_HIT_IN_ANSWER && tab != NULL)
        hit->label = g_strndup (parts[i], (gsize)(tab - parts[i]));
      return TRUE;
    }
  return FALSE;
}

/* Who wrote them, and what. */
static gboolean
look_in_authors (DocketHit *hit, const char *lines, const char *word, const char *const *words)
{
  g_auto (GStrv) parts = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *tab = strchr (parts[i], '\t');
      g_autofree char *author = tab != NULL ? g_strndup (parts[i], (gsize)(tab - parts[i])) : NULL;
      const DocketTextPlace start = { 0, 0 };

      if (author == NULL || !look_in (hit, DOCKET_HIT_IN_AUTHOR, author, word, words))
        continue;
      hit->label = shorten (tab + 1, &start);
      return TRUE;
    }
  return FALSE;
}

static gboolean
look_in_people (DocketHit *hit,
                const char *const *people,
                const char *word,
                const char *const *words)
{
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      g_autofree char *name = docket_text_clean (people[i]);

      if (look_in (hit, DOCKET_HIT_IN_PERSON, name, word, words))
        return TRUE;
    }
  return FALSE;
}

static gboolean
look_everywhere (DocketHit *hit,
                 const DocketHitSource *source,
                 const char *word,
                 const char *const *words)
{
  g_autofree char *process = docket_text_clean (source->process);

  return look_in (hit, DOCKET_HIT_IN_PROCESS, process, word, words)
         || look_in_lines (hit, DOCKET_HIT_IN_TAG, source->tags, word, words)
         || look_in_people (hit, source->people, word, words)
         || look_in_lines (hit, DOCKET_HIT_IN_DESCRIPTION, source->summary, word, words)
         || look_in_lines (hit, DOCKET_HIT_IN_COMMENT, source->comments, word, words)
         || look_in_authors (hit, source->comments, word, words)
         || look_in_lines (hit, DOCKET_HIT_IN_ANSWER, source->answers, word, words);
}

DocketHit *
docket_hit_new (const char *const *words, const DocketHitSource *source)
{
  DocketHit *hit = g_atomic_rc_box_new0 (DocketHit);
  g_autofree char *folded = docket_text_fold (source->title);

  hit->title_places = docket_text_find_words (source->title, words);
  /* The first word that the title does not have is told, and one line has room for no other. */
  for (guint i = 0; words[i] != NULL && hit->text == NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      look_everywhere (hit, source, words[i], words);
  return hit;
}

DocketHit *
docket_hit_ref (DocketHit *hit)
{
  return g_atomic_rc_box_acquire (hit);
}

static void
clear (gpointer data)
{
  DocketHit *hit = data;

  g_array_unref (hit->title_places);
  g_free (hit->label);
  g_free (hit->text);
  g_clear_pointer (&hit->places, g_array_unref);
}

void
docket_hit_unref (DocketHit *hit)
{
  g_atomic_rc_box_release_full (hit, clear);
}

static gboolean
has_same_places (const GArray *a, const GArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (DocketTextPlace)) == 0);
}

gboolean
docket_hit_equal (const DocketHit *a, const DocketHit *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && g_strcmp0 (a->label, b->label) == 0
         && g_strcmp0 (a->text, b->text) == 0 && has_same_places (a->title_places, b->title_places)
         && has_same_places (a->places, b->places);
}
