/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The question before a process is deleted permanently: names it, counts what would be lost with it, and leaves it in the
 * archive unless the person moves to the other answer. It owns itself until it is answered; who refers to it can ask later
 * what was shown and chosen.
 *
 * Signal "chosen" (int DocketDeleteChoice), once: DOCKET_DELETE_CONFIRM, DOCKET_DELETE_KEEP or DOCKET_DELETE_CANCEL. */
#define DOCKET_TYPE_PROCESS_DIALOG (docket_process_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessDialog, docket_process_dialog, DOCKET, PROCESS_DIALOG, GObject)

/* Opens it over the window of @parent. @before, @removal: (nullable): asks once more what that dialog asked, since its
 * answer ended in DOCKET_OUTCOME_CHANGED or DOCKET_OUTCOME_NO_COPY, which a banner says. Returns: (transfer none) */
DocketProcessDialog *docket_process_dialog_open (GtkWidget *parent, DocketWorkspace *workspace,
                                                 DocketProcess *process, DocketProcessDialog *before,
                                                 DocketRemoval *removal);
/* Takes an open one away; "chosen" says that it was cancelled. */
void docket_process_dialog_close (DocketProcessDialog *self);

DocketWorkspace *docket_process_dialog_get_workspace (DocketProcessDialog *self);
DocketProcess *docket_process_dialog_get_process (DocketProcessDialog *self);
/* What it showed; never NULL once it was confirmed. (transfer none) */
DocketProcessContents *docket_process_dialog_get_contents (DocketProcessDialog *self);
gboolean docket_process_dialog_get_keeps_copy (DocketProcessDialog *self);

G_END_DECLS
