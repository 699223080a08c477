/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-task-private.h"

G_BEGIN_DECLS

/* Says of rows of the cache why search found them. In the worker thread. */
typedef struct _DocketHitReader DocketHitReader;

/* @search: (nullable): as typed. Returns: (nullable): NULL without an error where no words are searched for */
DocketHitReader *docket_hit_reader_new (sqlite3 *db, const char *search, GError **error);
void docket_hit_reader_free (DocketHitReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketHitReader, docket_hit_reader_free)
/* Adds what is to be said to the row. */
gboolean docket_hit_reader_read (DocketHitReader *reader, DocketTaskData *data, GError **error);

G_END_DECLS
