/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* Fills the index of search (docket-cache-index.h) behind the tasks: once nothing was written for a while, step by step, and
 * behind all else that is asked of the file. */

/* Part of the cache. */
typedef struct
{
  guint source;
  gboolean running;
  gboolean again; /* there was a change meanwhile */
} DocketCacheFill;

/* After a change, and once the file is open. */
void docket_cache_fill_later (DocketCache *self);
void docket_cache_fill_stop (DocketCache *self);

/* For measurements and tests: fills it now, to its end. */
void docket_cache_fill_async (DocketCache *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_cache_fill_finish (DocketCache *self, GAsyncResult *result, GError **error);

G_END_DECLS
