/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-search-words.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What can follow owner:, process: and tag: the names that the cache knows and that have @text in them; first those that
 * begin so, then those one of whose words does; by the alphabet, at most @max. */
void docket_names_find_async (DocketWorkspace *workspace, DocketSearchKey key, const char *text, guint max,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv docket_names_find_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error);

G_END_DECLS
