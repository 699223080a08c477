/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-core.h"

G_BEGIN_DECLS

/* Which state of the core was seen to follow which. */
void diagram_note_cb (const DocketRemovalCore *before, DocketEventType type, DocketState after);
/* "BEFORE --> AFTER: EVENT, EVENT" for each pair. (transfer full) */
char *diagram_draw (void);
/* A test with this number: has the document at @path these lines, and no others like them? Returns: 0, or 1 for no */
int diagram_compare (int number, const char *path);

G_END_DECLS
