/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>
#include "workspace/docket-search-words.h"

G_BEGIN_DECLS

/**
 * DocketSearch:
 *
 * What a person typed to find tasks: words that must all occur in the title, in the description, the comments or the
 * answers, or in the names of people, process or tags; and search words:
 *
 * - `is:` overdue, open, completed, one-off, process, approval, unassigned, mine
 * - `due:` today, tomorrow, this-week, next-week, never, or a day such as 2026-03-18
 * - `owner:`, `process:`, `tag:` and a part of a name
 *
 * Quotation marks keep words together (owner:"Priya Nair"). A search word that is not finished yet says nothing; what
 * only looks like one is an ordinary word.
 */
typedef struct _DocketSearch DocketSearch;

/* @text: (nullable). (transfer full) */
DocketSearch *docket_search_new (const char *text);
void docket_search_free (DocketSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketSearch, docket_search_free)

/* The words that are no search words, folded. (transfer full) */
GStrv docket_search_dup_words (const DocketSearch *search);
typedef struct
{
  DocketSearchKey kind;
  char *text; /* folded */
} DocketSearchTerm;

/* (transfer none): of DocketSearchTerm: all must be found */
GPtrArray *docket_search_get_terms (const DocketSearch *search);
/* Appends " AND …" for each of its terms that need no text (is:, due:) to a statement over the cache's table of tasks.
 * @now: in the time zone whose days count. Returns: whether there was one */
gboolean docket_search_append_sql (const DocketSearch *search, GDateTime *now, GString *sql);

G_END_DECLS
