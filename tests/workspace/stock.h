/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "folders.h"
#include "waiting.h"
#include "workspace/docket-cache.h"
#include "workspace/docket-task-query.h"

G_BEGIN_DECLS

#define STOCK_USER 7

/* A cache that is filled by hand. Every call runs to its end. */
DocketCache *stock_open (const char *name);
/* Waits until the file is closed. */
void stock_close (DocketCache *cache);

/* @json: an array's content: tasks with commas between them, each of them got alone */
void stock_store (DocketCache *cache, gint64 mark, const char *json);
/* The same as a page of a list. */
void stock_store_listed (DocketCache *cache, gint64 mark, const char *json);
/* stock_store() with a mark of its own. */
void stock_store_now (DocketCache *cache, const char *json);
void stock_finish_pass (DocketCache *cache);
void stock_set_archived (DocketCache *cache, const char *id, gint64 archived_at);
void stock_drop (DocketCache *cache, const char *id);
DocketCacheOverview *stock_overview (DocketCache *cache);
/* What a removal did to a process. @archived_at: -1 = it is gone */
void stock_change_process (DocketCache *cache, const char *id, gint64 archived_at);
/* How many tasks a view has. */
guint stock_count (DocketCache *cache, DocketView view);
/* What the list shows. @now: ISO 8601 with the offset of the zone whose days count. @search: (nullable) */
DocketTaskQueryResult *stock_query_in_order (DocketCache *cache, const char *now, DocketView view, const char *search,
                                             const DocketOrder *order);
/* By date, in groups. */
DocketTaskQueryResult *stock_query (DocketCache *cache, const char *now, DocketView view, const char *search);
/* One member of the organization. */
void stock_store_member (DocketCache *cache, const char *id, const char *name);

G_END_DECLS
