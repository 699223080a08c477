/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} DocketTextPlace;

/* Where in @text search finds @words, which are folded (docket_text_fold()): whole characters with their accents, in
 * order and apart from each other. @text: valid UTF-8. Returns: (transfer full): of DocketTextPlace */
GArray *docket_text_find_words (const char *text, const char *const *words);

G_END_DECLS
