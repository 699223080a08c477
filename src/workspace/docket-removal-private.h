/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* @entry: its line in the journal, 0 = none. @error: (nullable): copied. Returns: (transfer full) */
DocketRemoval *docket_removal_new (gint64 entry, DocketRemovalKind kind,
                                   DocketRemovalOutcome outcome, const char *task_id,
                                   const char *title, gboolean was_archived, const GError *error,
                                   GDateTime *looked_up_at);
/* Of one that is about something else than a task; before anybody else has it. */
void docket_removal_set_target (DocketRemoval *self, DocketTarget target);
gint64 docket_removal_get_entry (DocketRemoval *self);

G_END_DECLS
