/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-main-view.h"

G_BEGIN_DECLS

/* Files about a removal of the history. Both ask where the file is to go, and tell what became of it: a toast, or a
 * dialog where it could not be written. */

/* The kept copy, as docket_copy_export() makes it. */
void docket_copy_files_save_copy (DocketMainView *view, DocketWorkspace *workspace,
                                  DocketHistoryEntry *entry);
/* docket_receipt_create() */
void docket_copy_files_save_receipt (DocketMainView *view, DocketWorkspace *workspace,
                                     DocketHistoryEntry *entry);

G_END_DECLS
