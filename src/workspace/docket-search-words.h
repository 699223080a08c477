/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a search as it stands in an entry: words, parted by white space outside quotation marks, some of which are
 * search words such as is:overdue. What they mean knows docket-search.h. */

typedef enum
{
  DOCKET_SEARCH_WORD, /* an ordinary one */
  DOCKET_SEARCH_IS,
  DOCKET_SEARCH_DUE,
  DOCKET_SEARCH_OWNER,
  DOCKET_SEARCH_PROCESS,
  DOCKET_SEARCH_TAG,
  DOCKET_N_SEARCH_KEYS,
} DocketSearchKey;

typedef struct
{
  gsize start; /* in bytes, with the quotation marks */
  gsize end;
  DocketSearchKey key; /* also of one that is not finished, or that is none after all */
  char *word;          /* without quotation marks, not folded */
  const char *value;   /* of it, what is behind the key */
  int known;           /* -1: no search word after all; 0: one may become of it; 1: one, or an ordinary word */
} DocketSearchPart;

/* @text: valid UTF-8. Returns: (transfer full): of DocketSearchPart, in order */
GPtrArray *docket_search_words_split (const char *text);
/* The one that ends at @cursor (in bytes), where somebody is typing it. Returns: (nullable): one of @parts */
const DocketSearchPart *docket_search_words_find (GPtrArray *parts, gsize cursor);

/* What can follow is: and due:, NULL-terminated; NULL for the other keys. */
const char *const *docket_search_words_get_values (DocketSearchKey key);
/* "2026-03-18". */
gboolean docket_search_words_parse_day (const char *text, GDate *day);

/* A search word: owner:"Priya Nair". (transfer full) */
char *docket_search_words_format (DocketSearchKey key, const char *value);
/* Whether one is there, in whatever case. */
gboolean docket_search_words_has (const char *text, DocketSearchKey key, const char *value);
/* @text without it, and with it before the ordinary words. @value: of what is removed, "" is one that was begun only, NULL
 * all that have the key. (transfer full) */
char *docket_search_words_remove (const char *text, DocketSearchKey key, const char *value);
char *docket_search_words_add (const char *text, DocketSearchKey key, const char *value);
/* @text without its finished search words. (transfer full) */
char *docket_search_words_get_ordinary (const char *text);
/* The finished search words of @text that hold no name: what one organization calls its people, processes and tags is not
 * for another one to see. (transfer full) */
char *docket_search_words_get_filter (const char *text);

G_END_DECLS
