/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* One removal as the journal holds it: what was asked for, when, and how it ended. Changes only as a whole, when the
 * removal ends or is looked up, or its copy is used or removed: the signal "changed". */
#define DOCKET_TYPE_HISTORY_ENTRY (docket_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistoryEntry, docket_history_entry, DOCKET, HISTORY_ENTRY, GObject)

gint64 docket_history_entry_get_id (DocketHistoryEntry *self);
const char *docket_history_entry_get_task_id (DocketHistoryEntry *self);
const char *docket_history_entry_get_title (DocketHistoryEntry *self); /* foreign text */
DocketRemovalKind docket_history_entry_get_kind (DocketHistoryEntry *self);
DocketTarget docket_history_entry_get_target (DocketHistoryEntry *self);
gboolean docket_history_entry_get_was_archived (DocketHistoryEntry *self);
GDateTime *docket_history_entry_get_intended_at (DocketHistoryEntry *self);
/* Returns: FALSE and @outcome untouched while it is under way, or where a crash left it so. @outcome: (nullable) */
gboolean docket_history_entry_get_outcome (DocketHistoryEntry *self, DocketRemovalOutcome *outcome);
guint docket_history_entry_get_status (DocketHistoryEntry *self);        /* of the answer; 0 = none came */
const char *docket_history_entry_get_sentence (DocketHistoryEntry *self); /* the server's own; nullable */
GDateTime *docket_history_entry_get_looked_up_at (DocketHistoryEntry *self); /* nullable */
/* Whether there is a copy of a task that is gone, or may be: docket_copies_load_async(). */
gboolean docket_history_entry_has_copy (DocketHistoryEntry *self);
/* When the copy that was kept was removed from this computer; nullable. */
GDateTime *docket_history_entry_get_copy_removed_at (DocketHistoryEntry *self);
/* When the task was created again from its copy, the last time, and the ID of the new one; nullable. */
GDateTime *docket_history_entry_get_created_at (DocketHistoryEntry *self);
const char *docket_history_entry_get_created_task (DocketHistoryEntry *self);
/* Whether a look-up may still tell more: under way, not confirmed, or still there. */
gboolean docket_history_entry_is_open (DocketHistoryEntry *self);
/* For docket_workspace_check_again_async(). Returns: (transfer full) */
DocketRemoval *docket_history_entry_to_removal (DocketHistoryEntry *self);

G_END_DECLS
