/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-row-set.h"

#include <string.h>

struct _DocketRowSet
{
  guint64 *words;
  gsize n_words;
  guint count;
};

#define BIT(row) (G_GUINT64_CONSTANT (1) << ((guint64)(row) % 64))

DocketRowSet *
docket_row_set_new (void)
{
  return g_new0 (DocketRowSet, 1);
}

void
docket_row_set_free (DocketRowSet *self)
{
  g_free (self->words);
  g_free (self);
}

void
docket_row_set_add (DocketRowSet *self, gint64 row)
{
  const gsize word = (gsize)row / 64;

  if (word >= self->n_words)
    {
      const gsize n_words = MAX (word + 1, 2 * self->n_words);

      self->words = g_renew (guint64, self->words, n_words);
      memset (self->words + self->n_words, 0, (n_words - self->n_words) * sizeof (guint64));
      self->n_words = n_words;
    }
  self->count += (self->words[word] & BIT (row)) == 0;
  self->words[word] |= BIT (row);
}

void
docket_row_set_remove (DocketRowSet *self, gint64 row)
{
  if (!docket_row_set_has (self, row))
    return;
  self->words[row / 64] &= ~BIT (row);
  self->count--;
}

gboolean
docket_row_set_has (const DocketRowSet *self, gint64 row)
{
  const gsize word = (gsize)row / 64;

  return word < self->n_words && (self->words[word] & BIT (row)) != 0;
}

guint
docket_row_set_count (const DocketRowSet *self)
{
  return self->count;
}

gint64
docket_row_set_next (const DocketRowSet *self, gint64 row)
{
  gsize word = (gsize)(row + 1) / 64;
  guint64 left = word < self->n_words ? self->words[word] & ~(BIT (row + 1) - 1) : 0;

  while (left == 0 && ++word < self->n_words)
    left = self->words[word];
  return left != 0 ? (gint64)word * 64 + __builtin_ctzll (left) : 0;
}
