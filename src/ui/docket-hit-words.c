/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-hit-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "workspace/docket-text.h"

/* A label has no more room beside what it is about. */
#define MAX_LABEL 24
/* A ground of yellow that lets so much of what is below through that the words are read on it in
 * light and dark. */
#define RED 0xf6f6
#define GREEN 0xd3d3
#define BLUE 0x2d2d
#define ALPHA 0x5c00
/* As faint as the style class, where the hits are not: on their ground they could not be read so.
 */
#define FAINT 0xb851
#define PLAIN 0xffff

/* In the place of what is there of its kind. */
static void
add (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_change (list, attribute);
}

static void
emphasise (PangoAttrList *list, const GArray *places, guint offset)
{
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const DocketTextPlace *place = &g_array_index (places, DocketTextPlace, i);
      const guint start = place->start + offset;
      const guint end = place->end + offset;

      add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add (list, pango_attr_background_new (RED, GREEN, BLUE), start, end);
      add (list, pango_attr_background_alpha_new (ALPHA), start, end);
      add (list, pango_attr_foreground_alpha_new (PLAIN), start, end);
    }
}

PangoAttrList *
docket_hit_words_emphasise (const GArray *places)
{
  PangoAttrList *list = pango_attr_list_new ();

  emphasise (list, places, 0);
  return list;
}

/* (transfer full) */
static char *
describe_answer (const char *label, const char *text)
{
  g_autofree char *field = docket_text_isolate (label, MAX_LABEL);

  /* Translators: why a task was found: the name of a form field, and what is answered there */
  return g_strdup_printf (_ ("Field “%1$s”: %2$s"), field, text);
}

/* (transfer full) */
static char *
describe_author (const char *text, const char *name)
{
  g_autofree char *written = docket_text_isolate (text, 0);

  /* Translators: why a task was found: who wrote a comment, and the comment */
  return g_strdup_printf (_ ("Comment by %1$s: %2$s"), name, written);
}

/* (transfer full) */
static char *
describe (const DocketHit *hit, const char *text)
{
  switch (hit->kind)
    {
    case DOCKET_HIT_IN_PROCESS:
      /* Translators: %s is the part of the name that holds the word */
      return g_strdup_printf (C_ ("where a search word was found", "Process: %s"), text);
    case DOCKET_HIT_IN_TAG:
      /* Translators: %s is the tag */
      return g_strdup_printf (C_ ("where a search word was found", "Tag: %s"), text);
    case DOCKET_HIT_IN_DESCRIPTION:
      /* Translators: %s is the part of the description that holds the word */
      return g_strdup_printf (C_ ("where a search word was found", "Description: %s"), text);
    case DOCKET_HIT_IN_COMMENT:
      /* Translators: %s is the part of the comment that holds the word */
      return g_strdup_printf (C_ ("where a search word was found", "Comment: %s"), text);
    case DOCKET_HIT_IN_PERSON:
      /* Translators: %s is the name of a person, guest or group */
      return g_strdup_printf (C_ ("where a search word was found", "Assignee: %s"), text);
    case DOCKET_HIT_IN_AUTHOR:
      return describe_author (hit->label, text);
    case DOCKET_HIT_IN_ANSWER:
      return describe_answer (hit->label, text);
    case DOCKET_HIT_IN_TITLE:
    default:
      g_return_val_if_reached (g_strdup (text));
    }
}

gboolean
docket_hit_words_has_line (const DocketHit *hit)
{
  return hit != NULL && hit->text != NULL;
}

char *
docket_hit_words_describe (const DocketHit *hit, PangoAttrList **attributes)
{
  g_autofree char *text = NULL;
  char *words;
  const char *place;

  if (attributes != NULL)
    *attributes = NULL;
  if (!docket_hit_words_has_line (hit))
    return NULL;
  text = docket_text_isolate (hit->text, 0);
  words = describe (hit, text);
  if (attributes == NULL)
    return words;
  /* What a comment says stands behind the author. */
  place = hit->kind == DOCKET_HIT_IN_AUTHOR ? strstr (words, text) : g_strrstr (words, text);
  *attributes = pango_attr_list_new ();
  pango_attr_list_insert (*attributes, pango_attr_foreground_alpha_new (FAINT));
  emphasise (*attributes, hit->places, (guint)(place - words + strlen ("\u2068")));
  return words;
}
