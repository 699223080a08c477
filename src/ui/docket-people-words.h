/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Members, guests and groups in words. They are told by their keys: see workspace/docket-assignee-key.h. */

/* The key of the person signed in. (transfer full) */
char *docket_people_words_own_key (DocketWorkspace *workspace);
/* What tells it apart from a member: "Guest · ines@example.com", "Group · 4 people". (transfer full) (nullable): NULL for a
 * member */
char *docket_people_words_kind (DocketWorkspace *workspace, const char *key);
/* Such as: "Priya Nair, Events (group) and you", or "Nobody". (transfer full) */
char *docket_people_words_list (DocketWorkspace *workspace, const char *const *keys);
/* One of them in a list of names, where a group says that it is one. (transfer full) */
char *docket_people_words_name (DocketWorkspace *workspace, const char *key);

G_END_DECLS
