/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-delete-dialog.h"
#include "ui/docket-removals.h"

G_BEGIN_DECLS

/* Shared by docket-removals.c and docket-removals-process.c. */
struct _DocketRemovals
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketWorkspace *workspace;
  GHashTable *busy;      /* IDs of the tasks and processes whose removal is under way */
  GHashTable *processes; /* IDs of those that are no tasks */
  GPtrArray *archived;   /* IDs of what Undo restores, the last one first to come back */
  GHashTable *recalled;  /* IDs of those that Undo brings back as soon as they are archived */
  char *undoing;         /* ID of the task that Undo is bringing back, or NULL */
  AdwToast *undo_toast;
  DocketDeleteDialog *dialog; /* that is open, or NULL */
};

/* Of a task, or of what is known to be a process. */
void docket_removals_start (DocketRemovals *self, DocketRemovalKind kind, const char *id);
/* @copied: a copy of what was deleted was kept */
void docket_removals_tell (DocketRemovals *self, DocketRemoval *removal, gboolean copied);
/* Whether it is no longer where it was. */
gboolean docket_removals_is_gone (DocketRemoval *removal);

G_END_DECLS
