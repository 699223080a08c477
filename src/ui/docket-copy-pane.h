/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The copy that was kept of a deleted task, to be read: the ordinary body of a task under a header and a banner that
 * say by colour and words that it is a copy. Its buttons are the actions "history.…" of an ancestor.
 *
 * Signal "closed": somebody has read it. */
#define DOCKET_TYPE_COPY_PANE (docket_copy_pane_get_type ())
G_DECLARE_FINAL_TYPE (DocketCopyPane, docket_copy_pane, DOCKET, COPY_PANE, AdwBin)

/* Reads the copy of @entry and shows it. */
void docket_copy_pane_open (DocketCopyPane *self, DocketWorkspace *workspace, DocketHistoryEntry *entry);
/* Lets go of it. */
void docket_copy_pane_clear (DocketCopyPane *self);

G_END_DECLS
