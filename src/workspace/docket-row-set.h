/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A set of rows of the cache, a bit each. */
typedef struct _DocketRowSet DocketRowSet;

DocketRowSet *docket_row_set_new (void);
void docket_row_set_free (DocketRowSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketRowSet, docket_row_set_free)

/* @row: from 1 */
void docket_row_set_add (DocketRowSet *self, gint64 row);
void docket_row_set_remove (DocketRowSet *self, gint64 row);
gboolean docket_row_set_has (const DocketRowSet *self, gint64 row);
/* How many there are, and the first one behind @row; 0 = none. */
guint docket_row_set_count (const DocketRowSet *self);
gint64 docket_row_set_next (const DocketRowSet *self, gint64 row);

G_END_DECLS
