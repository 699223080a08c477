/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody types on Wednesday, 18 March 2026, at 10:30. */
typedef struct
{
  const char *text;     /* NULL behind the last */
  const char *expected; /* NULL: is not understood */
} WhenPhrase;

/* Of a language that Docket speaks; NULL for any other. */
const WhenPhrase *when_phrases_of (const char *language);

G_END_DECLS
