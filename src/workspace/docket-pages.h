/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/**
 * DocketPage:
 * @number: from 1
 * @items: of TallyfyTask or TallyfyProcess
 * @n_errors: entries that could not be read
 * @total: how many items the list has; -1 = not said
 * @mark: when it was asked for, by docket_cache_begin(); 0 without a cache
 *
 * A page of a list, valid during the call that is handed it; its items stay as long as somebody holds them.
 */
typedef struct
{
  guint number;
  GPtrArray *items;
  guint n_errors;
  gint64 total;
  gint64 total_pages;
  gboolean has_next;
  gint64 mark;
} DocketPage;

/* Reads all pages of a list, some of them at once, while rows move from page to page: what the list had at the beginning,
 * and has at the end, is in one of the pages that it hands on, or is_complete() says that it may not be. For that it
 * compares how many there are: a page in front of which one went is read once more, and where some are missing at the end
 * the front of the list is.
 *
 * The first page comes alone, before any other is asked for. */
#define DOCKET_TYPE_PAGES (docket_pages_get_type ())
G_DECLARE_FINAL_TYPE (DocketPages, docket_pages, DOCKET, PAGES, GObject)

/* A page has come. Calls docket_pages_taken() for it, now or later. */
typedef void (*DocketPagesTake) (DocketPages *self, const DocketPage *page, gpointer user_data);

/* @query: copied; its texts must stay. Pages but the first are asked for as patiently as it says. @n_at_once: so many pages
 * are under way, and as many being taken; 1 = the next is asked for when one has been taken */
DocketPages *docket_pages_new_tasks (TallyfyClient *client, const char *organization_id, const TallyfyTaskQuery *query,
                                     guint n_at_once, DocketPagesTake take, gpointer user_data);
DocketPages *docket_pages_new_processes (TallyfyClient *client, const char *organization_id,
                                         const TallyfyProcessQuery *query, guint n_at_once, DocketPagesTake take,
                                         gpointer user_data);

/* Each page gets a mark of @cache. */
void docket_pages_set_cache (DocketPages *self, DocketCache *cache);
/* Goes on with a reading that came as far as @page, which is read once more. */
void docket_pages_resume (DocketPages *self, guint page);
/* Errors: TALLYFY_ERROR of the first page that did not come. */
void docket_pages_read_async (DocketPages *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean docket_pages_read_finish (DocketPages *self, GAsyncResult *result, GError **error);

/* @go_on: FALSE = no other page is wanted, and the reading ends when those under way have been taken */
void docket_pages_taken (DocketPages *self, guint number, gboolean go_on);
/* @error: (transfer full): the page could not be taken: the reading ends with this */
void docket_pages_fail (DocketPages *self, GError *error);

void docket_pages_set_n_at_once (DocketPages *self, guint n_at_once);
/* While it is paused no page is asked for. */
void docket_pages_set_paused (DocketPages *self, gboolean paused);

/* How many items are known, each once; and how many there are, by the last page: -1 = not said */
guint docket_pages_get_n_known (DocketPages *self);
gint64 docket_pages_get_total (DocketPages *self);
/* How many pages are still to come, as far as is known. */
guint docket_pages_get_n_left (DocketPages *self);
/* The pages up to this one have been taken. */
guint docket_pages_get_n_taken (DocketPages *self);
/* It came to its end, and as many items are known as there are. */
gboolean docket_pages_is_complete (DocketPages *self);
/* It is complete, and nothing moved in the meantime. */
gboolean docket_pages_is_quiet (DocketPages *self);

G_END_DECLS
