/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Members, guests and groups by their names. */

/* The other members of the organization one of whose names begins with @text, in the order of their names; at most @max.
 * Returns: (transfer full): their IDs, for docket_workspace_get_person_name() */
GStrv docket_people_find (DocketWorkspace *workspace, const char *text, guint max);

/* Whom a task can be assigned to but the person signed in: those members, then groups, then guests (by their names, or by
 * any part of their addresses), at most @max of each. Returns: (transfer full): their keys, see docket-assignee-key.h */
GStrv docket_people_find_assignees (DocketWorkspace *workspace, const char *text, guint max);
/* Cleaned, for a label; where it is not known, the ID or the address. (transfer full) */
char *docket_people_dup_name (DocketWorkspace *workspace, const char *key);
/* How many a group has; 0 where that is not known, and for whatever is no group. */
guint docket_people_count_group (DocketWorkspace *workspace, const char *key);

G_END_DECLS
