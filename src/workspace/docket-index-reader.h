/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* The texts of tasks, out of the index or, where it does not have them, as they would be. */
typedef struct _DocketIndexReader DocketIndexReader;

DocketIndexReader *docket_index_reader_new (sqlite3 *db, GError **error);
void docket_index_reader_free (DocketIndexReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketIndexReader, docket_index_reader_free)
/* The index has the rows up to this one, but for the others, as gint64. */
gint64 docket_index_reader_get_last (DocketIndexReader *self);
GHashTable *docket_index_reader_get_others (DocketIndexReader *self);
/* (nullable): NULL where there is no such task, or with @error. Valid until the next call. */
const char *docket_index_reader_read (DocketIndexReader *self, gint64 row, GError **error);

G_END_DECLS
