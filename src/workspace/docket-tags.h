/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The tags of the organization, as the cache has them: see docket_workspace_follow_lists(). What is returned is valid until
 * the main loop runs again. */

/* Those one of whose words begins with @text, by title; at most @max. Returns: (transfer full): their IDs */
GStrv docket_tags_find (DocketWorkspace *workspace, const char *text, guint max);
/* NULL where there is no such tag (any more). (transfer none) */
const char *docket_tags_get_title (DocketWorkspace *workspace, const char *id);
const char *docket_tags_get_color (DocketWorkspace *workspace, const char *id); /* also where it has none */
/* Tasks are read with the titles of their tags alone. (transfer none) (nullable) */
const char *docket_tags_get_color_of_title (DocketWorkspace *workspace, const char *title);

G_END_DECLS
