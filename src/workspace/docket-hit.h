/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>
#include "workspace/docket-text-places.h"

G_BEGIN_DECLS

typedef enum
{
  DOCKET_HIT_IN_TITLE, /* nowhere else need be looked */
  DOCKET_HIT_IN_PROCESS,
  DOCKET_HIT_IN_TAG,
  DOCKET_HIT_IN_DESCRIPTION,
  DOCKET_HIT_IN_COMMENT,
  DOCKET_HIT_IN_AUTHOR, /* of a comment */
  DOCKET_HIT_IN_ANSWER,
  DOCKET_HIT_IN_PERSON,
} DocketHitKind;

/* Why search found a task. Immutable. Texts are clean (docket_text_clean()), not escaped. */
typedef struct
{
  GArray *title_places; /* of DocketTextPlace: in the clean title */
  DocketHitKind kind;   /* of what is not in the title */
  char *label;          /* of the form field that is answered; what the author has written; nullable */
  char *text;           /* shortened so that the hit is near its beginning; NULL for the title */
  GArray *places;       /* of DocketTextPlace: in @text */
} DocketHit;

#define DOCKET_TYPE_HIT (docket_hit_get_type ())
GType docket_hit_get_type (void);

/* What a task says. Lines are clean, and parted by "\n"; all are nullable but for the title. */
typedef struct
{
  const char *title; /* clean */
  const char *process;
  const char *tags;     /* lines */
  const char *summary;  /* lines */
  const char *comments; /* lines: the author's name, which may be empty, a tab, the text */
  const char *answers;  /* lines: the field's label, a tab, the answer */
  const char *const *people;
} DocketHitSource;

/* @words: folded, at least one */
DocketHit *docket_hit_new (const char *const *words, const DocketHitSource *source);
DocketHit *docket_hit_ref (DocketHit *hit);
void docket_hit_unref (DocketHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketHit, docket_hit_unref)
/* Both: (nullable). */
gboolean docket_hit_equal (const DocketHit *a, const DocketHit *b);

G_END_DECLS
