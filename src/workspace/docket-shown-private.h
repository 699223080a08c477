/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-shown.h"
#include "workspace/docket-task-private.h"

G_BEGIN_DECLS

/* What the cache knows of a task. @updated: unix seconds of its last change at the server, G_MININT64 = not said.
 * @counted: whether the server said how many comments there are. @assignees: as the cache writes them. @whole:
 * (nullable): how it was when it was fetched whole, and as far as one knows still is */
typedef struct
{
  const DocketTaskData *row;
  gint64 updated;
  gboolean counted;
  gboolean top_secret;
  const char *assignees;
  TallyfyTask *whole;
} DocketKnown;

/* What the cache knows is what was shown. */
DocketShown *docket_shown_new_for_known (const DocketKnown *known);

G_END_DECLS
