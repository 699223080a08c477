/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* For the files of this folder: what Tallyfy puts around items and lists. */

/**
 * TallyfyPagination:
 * @total: items in all pages, -1 = not said
 * @total_pages: -1 = not said
 * @has_next: from total_pages, else links.next, else has_more_pages
 *
 * What a list says of its pages.
 */
typedef struct
{
  gint64 total;
  gint64 total_pages;
  gboolean has_next;
} TallyfyPagination;

/* The item in an answer, with or without {"data": …}. Borrowed; NULL with TALLYFY_ERROR_MALFORMED. */
JsonNode *tallyfy_envelope_item (JsonNode *root, GError **error);

/* The entries of a list. A list without its data is an error and not an empty list, since an empty list
 * tells that things are gone. Borrowed; NULL with TALLYFY_ERROR_MALFORMED. */
JsonArray *tallyfy_envelope_list (JsonNode *root, GError **error);

/**
 * tallyfy_envelope_pagination:
 * @page: the page that was asked for
 *
 * Returns: FALSE with TALLYFY_ERROR_MALFORMED where a part of it cannot be read; @pagination then has
 *   what the rest says
 */
gboolean tallyfy_envelope_pagination (JsonNode *root, guint page, TallyfyPagination *pagination,
                                      GError **error);

/* How one entry of a list is read, such as tallyfy_user_read(). */
typedef gpointer (*TallyfyEntryReader) (JsonNode *node, GError **error);

/**
 * tallyfy_envelope_page:
 * @entries: gets those that could be read
 * @errors: gets the errors of the others, and that of a @pagination of which a part cannot be read
 *
 * Returns: FALSE with TALLYFY_ERROR_MALFORMED where the answer is no list
 */
gboolean tallyfy_envelope_page (JsonNode *root, guint page, TallyfyEntryReader read_entry,
                                GPtrArray *entries, GPtrArray *errors,
                                TallyfyPagination *pagination, GError **error);

G_END_DECLS
