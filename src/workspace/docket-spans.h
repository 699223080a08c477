/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One change of a list: at @position, @removed entries go and @added ones come. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} DocketSpan;

/**
 * docket_spans_between:
 * @before: (element-type gint64): distinct entries
 * @after: (element-type gint64): distinct entries
 * @most: so many spans at the most, else one that covers them all
 *
 * Returns: (transfer full) (element-type DocketSpan): what leads from one to the other, from the end to the
 * beginning, so that each position is true while those before it are still to come
 */
GArray *docket_spans_between (GArray *before, GArray *after, guint most);
/* Makes @entries, which @model shows, like @wanted, and says so with "items-changed". */
void docket_spans_apply (GArray *entries, GArray *wanted, guint most, GListModel *model);

G_END_DECLS
