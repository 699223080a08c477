/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-answer.h"

G_BEGIN_DECLS

/* For the files of this folder: how many requests the server allows, and when the next one may go. What a person waits
 * for goes at once and is only counted. What is patient stays within a minute's and an hour's allowance, leaves a part of
 * it to the person, and goes after the person's writes. It reads no clock: times are monotonic microseconds. */
typedef struct _TallyfyPace TallyfyPace;

typedef enum
{
  TALLYFY_HASTE_NOW,     /* a read that a person waits for */
  TALLYFY_HASTE_WRITE,   /* a write: while it is under way nothing patient begins */
  TALLYFY_HASTE_PATIENT,
} TallyfyHaste;

/* @minute: how long a minute is, for tests; @per_minute: what is allowed in it as long as the server says nothing else */
TallyfyPace *tallyfy_pace_new (gint64 minute, guint per_minute);
void tallyfy_pace_free (TallyfyPace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TallyfyPace, tallyfy_pace_free)

/* Returns: 0 = it goes now, and tallyfy_pace_end() will be called; else when to ask again: never for what is not patient */
gint64 tallyfy_pace_begin (TallyfyPace *self, TallyfyHaste haste, gint64 now);
/* @answer: (nullable): NULL where none came */
void tallyfy_pace_end (TallyfyPace *self, TallyfyHaste haste, const TallyfyAnswer *answer, gint64 now);

/* How long it takes, by what is allowed alone, until @n more patient ones have gone. */
gint64 tallyfy_pace_estimate (TallyfyPace *self, guint n, gint64 now);

G_END_DECLS
