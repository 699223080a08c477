/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-call.h"
#include "tallyfy/tallyfy-envelope.h"

G_BEGIN_DECLS

/* For the files of this folder: reads all pages of a short list. */

/* The heart of the TallyfyReader that tallyfy_listing_async() needs. */
gpointer tallyfy_listing_read_page (JsonNode *root, guint page, TallyfyEntryReader read_entry,
                                    GError **error);

/**
 * tallyfy_listing_async:
 * @path: (transfer full): the list's address without a query
 * @reader: calls tallyfy_listing_read_page()
 *
 * Reads all pages within one total deadline. Entries of a wrong shape are left out and logged; where no other
 * is left, the first one's error is the call's.
 */
void tallyfy_listing_async (TallyfyTransport *transport, char *path, TallyfyReader reader,
                            GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
/* Returns: (transfer full) (element-type GObject) */
GPtrArray *tallyfy_listing_finish (GAsyncResult *result, GError **error);

G_END_DECLS
