/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What the person removes, and how they are told: asks the workspace to archive, restore and
 * delete, shows the toasts with their Undo and the dialogs, and knows what is under way.
 *
 * An ID of a process stands in the place of a task's where one is removed. Signals: "started" (const char *task_id); "ended" (const char *task_id, gboolean gone): it is no
 * longer in its view; "undone" (const char *task_id): what was archived is back; "changed": what is
 * under way, or what can be undone, changed; "show-copy" (DocketRemoval): the person wants to see the
 * copy that was kept of what it deleted. */
#define DOCKET_TYPE_REMOVALS (docket_removals_get_type ())
G_DECLARE_FINAL_TYPE (DocketRemovals, docket_removals, DOCKET, REMOVALS, GObject)

/* @toasts: where toasts appear and over whose window dialogs open; it must outlive this. */
DocketRemovals *docket_removals_new (AdwToastOverlay *toasts);
void
docket_removals_set_workspace (DocketRemovals *self, DocketWorkspace *workspace); /* (nullable) */
DocketWorkspace *docket_removals_get_workspace (DocketRemovals *self); /* (nullable) */

/* The task leaves the list at once, and comes back where that is refused. */
void docket_removals_archive (DocketRemovals *self, const char *task_id);
void docket_removals_restore (DocketRemovals *self, const char *task_id);
/* The same with a process, whose place in its list changes only once it is done. */
void docket_removals_archive_process (DocketRemovals *self, const char *process_id);
void docket_removals_restore_process (DocketRemovals *self, const char *process_id);
/* Whether what has this ID was asked for as a process. */
gboolean docket_removals_is_process (DocketRemovals *self, const char *id);
/* Nothing was sent: what would be deleted was not as it was shown, or no copy could be made. */
typedef void (*DocketProcessRefused) (GObject *owner, DocketRemoval *removal);
/* Deletes a process, after the dialog that named it showed @shown. @refused: is called on @owner in place of telling */
void docket_removals_delete_process (DocketRemovals *self, const char *process_id,
                                     DocketProcessContents *shown, gboolean keeps_copy,
                                     DocketProcessRefused refused, GObject *owner);
/* Opens the dialog; a deletion is sent only from there. */
void docket_removals_ask_delete (DocketRemovals *self, DocketTask *task);
/* Looks up what became of one, and tells it. */
void docket_removals_check_again (DocketRemovals *self, DocketRemoval *removal);
/* Restores what was archived last; called again, what was archived before that. What is still on its
 * way comes back when it has arrived. */
void docket_removals_undo (DocketRemovals *self);
gboolean docket_removals_can_undo (DocketRemovals *self);
/* Something was done that cannot be undone: what was done before it does not come back by Undo, which takes back what was
 * done last. Signal "overtaken". */
void docket_removals_forget_undo (DocketRemovals *self);
/* How often docket_removals_undo() would find something. */
guint docket_removals_count_undoable (DocketRemovals *self);
gboolean docket_removals_is_busy (DocketRemovals *self, const char *task_id);

G_END_DECLS
