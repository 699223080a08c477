/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The other members of the organization one of whose names begins with @text, in the order of their names; at most @max.
 * Returns: (transfer full): their IDs, for docket_workspace_get_person_name() */
GStrv docket_people_find (DocketWorkspace *workspace, const char *text, guint max);

G_END_DECLS
